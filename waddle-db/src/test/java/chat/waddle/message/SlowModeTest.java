package chat.waddle.message;

import static chat.waddle.shard.ShardFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.channel.UpdateChannel;
import chat.waddle.community.CommunityFixture;
import chat.waddle.community.Permission;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardFixture;
import chat.waddle.sqlite.command.Committed;
import chat.waddle.sqlite.command.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowModeTest {
    private static final int PAUSE_SECONDS = 10;
    private static final int POSTS = 200;

    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private ChannelId slow;

    @BeforeEach
    void aSlowChannel() {
        waddle = new CommunityFixture(folder);
        slow = waddle.channel("slow");
        pause(PAUSE_SECONDS);
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private void pause(int seconds) {
        waddle.done(new UpdateChannel(OWNER, slow, null, null, null, null, null, null, null, null, seconds, null));
    }

    private PostMessage.Outcome post(UserId author) {
        return waddle.post(author, slow);
    }

    private void pass(long millis) {
        waddle.shards.clock.advance(Duration.ofMillis(millis));
    }

    @Test
    void anAuthorWaitsExactlyAsLongAsSaid() {
        UserId member = waddle.joined();
        assertThat(post(member)).isInstanceOf(PostMessage.Posted.class);
        assertThat(post(member)).isEqualTo(new PostMessage.SlowedDown(10_000));
        assertThat(post(waddle.joined())).as("another author").isInstanceOf(PostMessage.Posted.class);

        pass(9_999);
        assertThat(post(member)).isEqualTo(new PostMessage.SlowedDown(1));
        pass(1);
        assertThat(post(member)).isInstanceOf(PostMessage.Posted.class);
        assertThat(post(member)).isEqualTo(new PostMessage.SlowedDown(10_000));
    }

    @Test
    void ofTwoHundredPostsAtOnceOneStandsInEachWindow() {
        UserId member = waddle.joined();
        for (int window = 1; window <= 3; window++) {
            List<CompletableFuture<Committed<PostMessage.Outcome>>> answers = new ArrayList<>();
            for (int i = 0; i < POSTS; i++) {
                answers.add(waddle.shard.submitAsync(
                        ShardFixture.post(member, slow, "post " + i), new Request(member.value(), i)));
            }
            List<PostMessage.Outcome> outcomes =
                    answers.stream().map(answer -> answer.join().result()).toList();
            assertThat(outcomes)
                    .filteredOn(PostMessage.Posted.class::isInstance)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(PostMessage.SlowedDown.class::isInstance)
                    .hasSize(POSTS - 1);
            assertThat(waddle.shard.messageCount()).isEqualTo(window);
            pass(PAUSE_SECONDS * 1000L);
        }
    }

    @Test
    void whoLooksAfterTheChannelNeedNotWait() {
        for (UserId free : List.of(
                OWNER,
                waddle.holding(10, Permission.BYPASS_SLOW_MODE),
                waddle.holding(11, Permission.MANAGE_MESSAGES),
                waddle.holding(12, Permission.MANAGE_CHANNELS))) {
            assertThat(post(free)).isInstanceOf(PostMessage.Posted.class);
            assertThat(post(free)).isInstanceOf(PostMessage.Posted.class);
        }
    }

    @Test
    void erasingTheLastMessageDoesNotShortenTheWait() {
        UserId member = waddle.joined();
        PostMessage.Outcome posted = post(member);
        assertThat(posted).isInstanceOf(PostMessage.Posted.class);
        waddle.submit(new EraseMessage(member, slow, ((PostMessage.Posted) posted).id()));

        assertThat(waddle.shard.messageCount()).isZero();
        assertThat(post(member)).isEqualTo(new PostMessage.SlowedDown(10_000));
    }

    @Test
    void theWaitOutlivesARestartOfTheFile() {
        UserId member = waddle.joined();
        post(member);
        waddle.shards.store.putAway(ShardFixture.WADDLE);
        Shard again = waddle.shards.store.shard(ShardFixture.WADDLE);
        assertThat(again).isNotSameAs(waddle.shard);

        PostMessage.Outcome outcome = again.submit(ShardFixture.post(member, slow, "again"), new Request(1, 1))
                .result();
        assertThat(outcome).isEqualTo(new PostMessage.SlowedDown(10_000));
    }

    @Test
    void otherChannelsKeepNothingAndAChannelThatIsQuickAgainAsksNothing() {
        UserId member = waddle.joined();
        ChannelId quick = waddle.channel("quick");
        waddle.post(member, quick);
        assertThat(waddle.post(member, quick)).isInstanceOf(PostMessage.Posted.class);
        long rows = waddle.shard.engine().run(session -> session.number("SELECT count(*) FROM slow_mode_posts"));
        assertThat(rows).isZero();

        post(member);
        pause(0);
        assertThat(post(member)).isInstanceOf(PostMessage.Posted.class);
    }
}
