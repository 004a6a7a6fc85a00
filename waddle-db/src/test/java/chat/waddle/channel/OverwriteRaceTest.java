package chat.waddle.channel;

import static chat.waddle.community.CommunityFixture.OWNER;
import static chat.waddle.community.CommunityFixture.mask;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.CommunityFixture;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.Permission;
import chat.waddle.community.RolePreset;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody posts while somebody else takes the permission away: what the file has accepted is older than the change.
class OverwriteRaceTest {
    private static final int ROUNDS = 200;
    private static final int POSTS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void noForbiddenPostIsAcceptedAfterTheChange() {
        try (CommunityFixture waddle = new CommunityFixture(folder)) {
            ChannelId talk = waddle.channel("talk");
            UserId ann = waddle.joined();
            int before = 0;
            int after = 0;
            for (int round = 0; round < ROUNDS; round++) {
                List<CompletableFuture<Committed<PostMessage.Outcome>>> posts = new ArrayList<>();
                CompletableFuture<Committed<CommunityOutcome<Overwrite>>> change = new CompletableFuture<>();
                for (int i = 0; i < POSTS; i++) {
                    if (i == round % POSTS) {
                        change = waddle.shard.submitAsync(denial(waddle, talk), new Request(1, 1));
                    }
                    posts.add(waddle.shard.submitAsync(
                            ShardFixture.post(ann, talk, "text " + round), new Request(ann.value(), 1)));
                }
                assertThat(Engine.await(change, PATIENCE).result()).isInstanceOf(CommunityOutcome.Done.class);
                assertThat(waddle.post(ann, talk)).isInstanceOf(PostMessage.Refused.class);
                for (int i = 0; i < POSTS; i++) {
                    Committed<PostMessage.Outcome> answer = Engine.await(posts.get(i), PATIENCE);
                    boolean accepted = answer.result() instanceof PostMessage.Posted;
                    assertThat(accepted).as("post %s of round %s", i, round).isEqualTo(i < round % POSTS);
                    before += accepted ? 1 : 0;
                    after += accepted ? 0 : 1;
                }
                waddle.done(new RemoveOverwrite(
                        OWNER,
                        OverwritePlace.CHANNEL,
                        talk.value(),
                        OverwriteSubject.ROLE,
                        waddle.presetId(RolePreset.MEMBER).value()));
                assertThat(waddle.post(ann, talk)).isInstanceOf(PostMessage.Posted.class);
            }
            assertThat(before).isPositive();
            assertThat(after).isPositive();
        }
    }

    private static SetOverwrite denial(CommunityFixture waddle, ChannelId channel) {
        return new SetOverwrite(
                OWNER,
                OverwritePlace.CHANNEL,
                channel.value(),
                OverwriteSubject.ROLE,
                waddle.presetId(RolePreset.MEMBER).value(),
                0,
                mask(Permission.SEND_MESSAGES));
    }
}
