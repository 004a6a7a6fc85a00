package chat.waddle.community;

import static chat.waddle.community.CommunityFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.message.MessageRefusal;
import chat.waddle.message.PostMessage;
import chat.waddle.shard.ShardFixture;
import chat.waddle.sqlite.command.Committed;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody posts as fast as they can while they are banned, two hundred times.
class BanRaceTest {
    private static final int ROUNDS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void afterTheBansAnswerNoMessageIsAccepted() throws InterruptedException, ExecutionException {
        int stoodBefore = 0;
        try (CommunityFixture waddle = new CommunityFixture(folder);
                ExecutorService sender = Executors.newVirtualThreadPerTaskExecutor()) {
            ChannelId channel = waddle.channel("talk");
            for (int round = 0; round < ROUNDS; round++) {
                UserId member = waddle.joined();
                AtomicBoolean answered = new AtomicBoolean();
                CompletableFuture<Boolean> begun = new CompletableFuture<>();
                Future<List<Committed<PostMessage.Outcome>>> posts =
                        sender.submit(() -> posts(waddle, member, channel, begun, answered));
                assertThat(Engine.await(begun, PATIENCE)).isTrue();
                waddle.done(new BanMember(OWNER, member, "spam", null));
                answered.set(true);
                assertThat(waddle.submit(ShardFixture.post(member, channel, "too late")))
                        .isEqualTo(new PostMessage.Refused(MessageRefusal.NOT_A_MEMBER));
                assertThat(postsBehindTheBan(waddle, member)).isZero();
                for (Committed<PostMessage.Outcome> post : posts.get()) {
                    if (post.result() instanceof PostMessage.Posted) {
                        stoodBefore++;
                    }
                }
                assertThat(posts.get().getLast().result())
                        .isEqualTo(new PostMessage.Refused(MessageRefusal.NOT_A_MEMBER));
            }
        }
        assertThat(stoodBefore).as("posts that raced").isGreaterThanOrEqualTo(ROUNDS);
    }

    /// How many of a member's posts stand in the journal behind the ban.
    private static long postsBehindTheBan(CommunityFixture waddle, UserId member) {
        return waddle.shard
                .engine()
                .run(session -> session.number("SELECT count(*) FROM journal WHERE type = 1 AND actor = " + member
                        + " AND seq > (SELECT max(seq) FROM journal WHERE type = 23 AND entity = " + member + ")"));
    }

    /// Posts until one was sent after the ban's answer.
    private static List<Committed<PostMessage.Outcome>> posts(
            CommunityFixture waddle,
            UserId member,
            ChannelId channel,
            CompletableFuture<Boolean> begun,
            AtomicBoolean answered) {
        List<Committed<PostMessage.Outcome>> posts = new ArrayList<>();
        boolean last;
        do {
            last = answered.get();
            posts.add(waddle.shard.submit(ShardFixture.post(member, channel, "hello"), new Request(member.value(), 1)));
            begun.complete(true);
        } while (!last);
        return posts;
    }
}
