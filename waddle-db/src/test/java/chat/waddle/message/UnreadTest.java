package chat.waddle.message;

import static chat.waddle.shard.ShardFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.channel.Channel;
import chat.waddle.channel.OverwritePlace;
import chat.waddle.channel.OverwriteSubject;
import chat.waddle.channel.SetOverwrite;
import chat.waddle.community.Access;
import chat.waddle.community.CommunityFixture;
import chat.waddle.community.GrantRole;
import chat.waddle.community.JoinMember;
import chat.waddle.community.LeaveMember;
import chat.waddle.community.Permission;
import chat.waddle.community.Role;
import chat.waddle.community.RolePreset;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.shard.ShardFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadTest {
    private static final long SEED = 1217;

    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private ChannelId talk;
    private UserId member;

    @BeforeEach
    void aWaddleWithAMember() {
        waddle = new CommunityFixture(folder);
        talk = waddle.channel("talk");
        ShardFixture.posted(waddle.shard, talk, "before anybody else came");
        waddle.shards.clock.advance(Duration.ofSeconds(1));
        member = waddle.joined();
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private MessageId posted(String text) {
        return ShardFixture.posted(waddle.shard, talk, text);
    }

    private MarkRead.Outcome mark(MessageId message, boolean back) {
        return waddle.submit(new MarkRead(member, talk, message, back));
    }

    private Unread unread() {
        Access access = waddle.shard.access(member).orElseThrow();
        Channel channel = Objects.requireNonNull(waddle.shard.channels().byId(talk));
        return waddle.shard
                .readSnapshot(reader -> reader.unread().of(access, List.of(channel)))
                .getFirst();
    }

    private void counts(int messages, int mentions) {
        Unread unread = unread();
        assertThat(unread.messages()).as("messages").isEqualTo(messages);
        assertThat(unread.mentions()).as("mentions").isEqualTo(mentions);
        assertThat(unread.more()).isFalse();
    }

    @Test
    void whatCameSinceJoiningIsUnreadUntilItIsRead() {
        counts(0, 0);
        MessageId first = posted("one");
        posted("two <@" + member.value() + ">");
        counts(2, 1);
        assertThat(unread().lastReadId()).isNull();
        waddle.shard.catchUpIndex();
        counts(2, 1);

        assertThat(mark(first, false)).isEqualTo(new MarkRead.Marked(first));
        counts(1, 1);
        assertThat(unread().lastReadId()).isEqualTo(first.value());
        mark(posted("three"), false);
        counts(0, 0);
    }

    @Test
    void ownMessagesDoNotCountNorDoDeletedOnes() {
        waddle.post(member, talk);
        counts(0, 0);
        MessageId called = posted("@everyone");
        counts(1, 1);
        waddle.submit(new DeleteMessage(OWNER, talk, called));
        counts(0, 0);
        waddle.submit(new RestoreMessage(OWNER, talk, called));
        counts(1, 1);
        waddle.submit(new EraseMessage(OWNER, talk, called));
        counts(0, 0);
    }

    @Test
    void aMessageThatCallsOneInSeveralWaysCountsOnce() {
        Role role = waddle.role(5);
        String text = "@everyone <@" + member.value() + "> <@&" + role.id().value() + ">";
        posted(text);
        counts(1, 1);
        posted("<@&" + role.id().value() + ">");
        counts(2, 1);
        waddle.done(new GrantRole(OWNER, member, role.id()));
        counts(2, 2);
    }

    @Test
    void aMarkerGoesBackOnlyOnDemandAndNeverToWhatIsNotThere() {
        MessageId first = posted("one");
        MessageId second = posted("two");
        mark(second, false);
        long seq = waddle.shard.seq();

        assertThat(mark(first, false)).isEqualTo(new MarkRead.Marked(second));
        assertThat(mark(second, true)).isEqualTo(new MarkRead.Marked(second));
        assertThat(mark(new MessageId(Long.MAX_VALUE), false))
                .isEqualTo(new MarkRead.Refused(MessageRefusal.NO_SUCH_MESSAGE));
        assertThat(waddle.shard.seq()).isEqualTo(seq);
        counts(0, 0);
        assertThat(mark(first, true)).isEqualTo(new MarkRead.Marked(first));
        counts(1, 0);
    }

    @Test
    void whatWasPostedBetweenTwoStaysIsUnreadOnlyWhereItMayBeRead() {
        mark(posted("read"), false);
        waddle.done(new LeaveMember(member));
        posted("meanwhile @everyone");
        waddle.shard.catchUpIndex();
        posted("and not filed yet");
        waddle.shards.clock.advance(Duration.ofSeconds(1));
        waddle.done(new JoinMember(member));
        counts(2, 1);
        waddle.done(new SetOverwrite(
                OWNER,
                OverwritePlace.CHANNEL,
                talk.value(),
                OverwriteSubject.ROLE,
                waddle.presetId(RolePreset.MEMBER).value(),
                0,
                Permission.READ_EARLIER_HISTORY.mask()));
        counts(0, 0);
        posted("since then @everyone");
        counts(1, 1);
    }

    @Test
    void countingStopsAtAThousand() {
        for (int i = 0; i <= UnreadCounts.COUNTED; i++) {
            posted("m" + i);
        }
        waddle.shard.catchUpIndex();

        Unread unread = unread();
        assertThat(unread.messages()).isEqualTo(UnreadCounts.COUNTED);
        assertThat(unread.more()).isTrue();
    }

    @Test
    void countsAgreeWithASimpleModelAfterEveryRandomChange() {
        Random random = new Random(SEED);
        List<MessageId> ids = new ArrayList<>();
        List<Boolean> deleted = new ArrayList<>();
        List<Boolean> calls = new ArrayList<>();
        long marker = Long.MIN_VALUE;
        for (int step = 0; step < 400; step++) {
            int kind = ids.isEmpty() ? 0 : random.nextInt(10);
            int which = ids.isEmpty() ? 0 : random.nextInt(ids.size());
            if (kind < 4) {
                boolean call = random.nextBoolean();
                ids.add(posted(call ? "@everyone " + step : "m" + step));
                deleted.add(false);
                calls.add(call);
            } else if (kind < 6) {
                waddle.submit(new DeleteMessage(OWNER, talk, ids.get(which)));
                deleted.set(which, true);
            } else if (kind < 7) {
                waddle.submit(new RestoreMessage(OWNER, talk, ids.get(which)));
                deleted.set(which, false);
            } else if (kind < 8) {
                mark(ids.get(which), true);
                marker = ids.get(which).value();
            } else if (kind < 9) {
                mark(ids.get(which), false);
                marker = Math.max(marker, ids.get(which).value());
            } else {
                waddle.shard.catchUpIndex();
            }
            int messages = 0;
            int mentions = 0;
            for (int i = 0; i < ids.size(); i++) {
                boolean counts = ids.get(i).value() > marker && !deleted.get(i);
                messages += counts ? 1 : 0;
                mentions += counts && calls.get(i) ? 1 : 0;
            }
            Unread unread = unread();
            assertThat(List.of(unread.messages(), unread.mentions()))
                    .as("seed %d, step %d", SEED, step)
                    .isEqualTo(List.of(messages, mentions));
        }
        assertThat(ids).hasSizeGreaterThan(100);
    }
}
