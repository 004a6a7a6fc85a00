package chat.waddle.monitor;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelType;
import chat.waddle.channel.CreateChannel;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.message.ContentType;
import chat.waddle.message.DeleteMessage;
import chat.waddle.message.PostMessage;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardStore;
import chat.waddle.sqlite.command.Committed;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Posts until a shard holds more.
final class Filler {
    private static final String TEXT = "the quick brown fox jumps ".repeat(150);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Filler() {}

    static void fill(ShardStore store, WaddleId waddle, UserId owner, int bytes) {
        List<PostMessage.Outcome> outcomes = post(store, waddle, owner, bytes / TEXT.length() + 1);
        if (!outcomes.stream().allMatch(PostMessage.Posted.class::isInstance)) {
            throw new AssertionError("not posted: " + outcomes);
        }
    }

    static List<PostMessage.Outcome> post(ShardStore store, WaddleId waddle, UserId owner, int messages) {
        return store.use(waddle, shard -> {
            ChannelId channel = channel(shard, owner);
            List<CompletableFuture<Committed<PostMessage.Outcome>>> posts = new ArrayList<>();
            for (int i = 0; i < messages; i++) {
                PostMessage post = new PostMessage(owner, channel, TEXT, ContentType.TEXT, null, null, null, null);
                posts.add(shard.submitLater(post, new Request(owner.value(), i)));
            }
            return posts.stream()
                    .map(post -> Engine.await(post, PATIENCE).result())
                    .toList();
        });
    }

    /// Posts one message and deletes it.
    static void postAndDelete(ShardStore store, WaddleId waddle, UserId owner) {
        PostMessage.Posted posted =
                (PostMessage.Posted) post(store, waddle, owner, 1).getFirst();
        store.use(
                waddle,
                shard -> shard.submit(
                        new DeleteMessage(owner, channel(shard, owner), posted.id()), new Request(owner.value(), 0)));
    }

    private static ChannelId channel(Shard shard, UserId owner) {
        Channel known = shard.channels().byName("fill");
        if (known == null) {
            shard.submit(CreateChannel.named(owner, "fill", ChannelType.TEXT), new Request(owner.value(), 0));
            known = shard.channels().byName("fill");
        }
        if (known == null) {
            throw new AssertionError("no channel");
        }
        return known.id();
    }
}
