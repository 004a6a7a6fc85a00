package chat.waddle.community;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.channel.Channel;
import chat.waddle.channel.UpdateChannel;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.message.EditMessage;
import chat.waddle.message.PostMessage;
import chat.waddle.sqlite.command.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands that must not meet are sent at the same moment by threads of their own, two hundred times.
class MembershipRaceTest {
    private static final int ROUNDS = 200;

    @TempDir
    Path folder;

    private final Random order = new Random(7);

    @Test
    void aWaddleAlwaysHasOneOwnerWhoIsThere() throws InterruptedException, ExecutionException {
        UserId owner = CommunityFixture.OWNER;
        int moved = 0;
        try (CommunityFixture waddle = new CommunityFixture(folder)) {
            for (int round = 0; round < ROUNDS; round++) {
                UserId heir = waddle.joined();
                atOnce(
                        waddle,
                        List.of(
                                new TransferOwnership(owner, heir),
                                new LeaveMember(heir),
                                new LeaveMember(owner),
                                new KickMember(owner, heir, null)));
                long owners = number(
                        waddle,
                        "SELECT count(*) FROM members JOIN waddle_settings ON owner = num" + " WHERE state = 'active'");
                assertThat(owners).as("owner in round " + round).isEqualTo(1);
                UserId now =
                        new UserId(number(waddle, "SELECT user_id FROM members JOIN waddle_settings ON owner = num"));
                assertThat(waddle.submit(new LeaveMember(now))).isInstanceOf(CommunityOutcome.Refused.class);
                moved += now.equals(owner) ? 0 : 1;
                owner = now;
            }
        }
        assertThat(moved)
                .as("rounds in which the heir was faster than the rest")
                .isBetween(1, ROUNDS - 1);
    }

    @Test
    void whoeverJoinsManyTimesAtOnceIsThereOnce() throws InterruptedException, ExecutionException {
        try (CommunityFixture waddle = new CommunityFixture(folder)) {
            for (int round = 0; round < ROUNDS; round++) {
                UserId user = waddle.stranger();
                long before = waddle.counts().members();
                List<Object> outcomes = atOnce(waddle, Collections.nCopies(6, new JoinMember(user)));
                assertThat(outcomes.stream().filter(CommunityOutcome.Done.class::isInstance))
                        .hasSize(1);
                assertThat(outcomes.stream().filter(CommunityOutcome.Unchanged.class::isInstance))
                        .hasSize(5);
                assertThat(waddle.counts().members()).isEqualTo(before + 1).isEqualTo(waddle.activeRows());
                assertThat(number(
                                waddle,
                                "SELECT count(*) FROM member_stays JOIN members ON num = member" + " WHERE user_id = "
                                        + user.value()))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void nothingIsEditedInAChannelThatWasArchivedBefore() throws InterruptedException, ExecutionException {
        int edited = 0;
        try (CommunityFixture waddle = new CommunityFixture(folder)) {
            ChannelId channel = waddle.channel("talk");
            MessageId message = ((PostMessage.Posted) waddle.post(CommunityFixture.OWNER, channel)).id();
            for (int round = 0; round < ROUNDS; round++) {
                Channel _ = waddle.done(archive(channel, true));
                Channel _ = waddle.done(archive(channel, false));
                long opened = waddle.shard.seq();
                atOnce(
                        waddle,
                        List.of(
                                new EditMessage(CommunityFixture.OWNER, channel, message, "first in round " + round),
                                archive(channel, true),
                                new EditMessage(CommunityFixture.OWNER, channel, message, "second in round " + round)));
                long archived = number(waddle, "SELECT max(seq) FROM journal WHERE entity = " + channel.value());
                edited += (int) number(
                        waddle,
                        "SELECT count(*) FROM journal WHERE entity = " + message.value() + " AND seq > " + opened);
                assertThat(number(
                                waddle,
                                "SELECT count(*) FROM journal WHERE entity = " + message.value() + " AND seq > "
                                        + archived))
                        .as("edits after the archiving in round " + round)
                        .isZero();
                Channel _ = waddle.done(archive(channel, false));
            }
        }
        assertThat(edited).as("edits that came first").isBetween(1, 2 * ROUNDS - 1);
    }

    private static UpdateChannel archive(ChannelId channel, boolean archived) {
        return new UpdateChannel(
                CommunityFixture.OWNER, channel, null, null, null, null, null, null, archived, null, null, null);
    }

    /// Each command by a thread of its own, all let go together.
    private List<Object> atOnce(CommunityFixture waddle, List<? extends Command<?>> commands)
            throws InterruptedException, ExecutionException {
        List<Command<?>> shuffled = new ArrayList<>(commands);
        Collections.shuffle(shuffled, order);
        CountDownLatch ready = new CountDownLatch(shuffled.size());
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> sent = new ArrayList<>();
            for (Command<?> command : shuffled) {
                sent.add(senders.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return Objects.requireNonNull(waddle.submit(command));
                }));
            }
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> each : sent) {
                outcomes.add(each.get());
            }
            return outcomes;
        }
    }

    private static long number(CommunityFixture waddle, String sql) {
        return waddle.shard.engine().run(session -> session.number(sql));
    }
}
