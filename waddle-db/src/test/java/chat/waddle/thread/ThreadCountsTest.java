package chat.waddle.thread;

import static chat.waddle.shard.ShardFixture.OWNER;
import static chat.waddle.shard.ShardFixture.WADDLE;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.ThreadId;
import chat.waddle.message.ContentType;
import chat.waddle.message.DeleteMessage;
import chat.waddle.message.EditMessage;
import chat.waddle.message.EraseMessage;
import chat.waddle.message.MoveMessages;
import chat.waddle.message.PostMessage;
import chat.waddle.message.RestoreMessage;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardCare;
import chat.waddle.shard.ShardFixture;
import chat.waddle.sqlite.command.Command;
import chat.waddle.sqlite.command.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A thread's number of messages is exact whatever happens to them, and after a restart.
class ThreadCountsTest {
    private static final int STEPS = 800;

    @TempDir
    Path folder;

    private final Map<ThreadId, Set<MessageId>> shown = new LinkedHashMap<>();
    private final Map<ThreadId, Set<MessageId>> hidden = new LinkedHashMap<>();
    private final Set<MessageId> outside = new LinkedHashSet<>();
    private final Set<String> seen = new LinkedHashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {7, 1120})
    void countsStayExact(long seed) {
        Random random = new Random(seed);
        ChannelId channel;
        try (ShardFixture shards = new ShardFixture(folder)) {
            Shard shard = shards.create(WADDLE);
            channel = shards.channel(shard, "talk");
            for (int i = 0; i < 4; i++) {
                ThreadId id = begun(shard, channel, "thread " + i);
                shown.put(id, new LinkedHashSet<>());
                hidden.put(id, new LinkedHashSet<>());
            }
            for (int step = 0; step < STEPS; step++) {
                shards.clock.advance(Duration.ofSeconds(random.nextInt(3600)));
                step(shard, channel, random);
                if (step % 100 == 99) {
                    shards.clock.advance(Duration.ofDays(31));
                    new ShardCare(shard).eraseExpired(1000);
                    hidden.values().forEach(Set::clear);
                    expectExact(shard);
                }
            }
            expectExact(shard);
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "post", "delete", "restore", "erase", "erase deleted", "edit", "move", "move out", "move in");
        try (ShardFixture shards = new ShardFixture(folder)) {
            Shard shard = shards.store.shard(WADDLE);
            expectExact(shard);
            step(shard, channel, random);
            expectExact(shard);
        }
    }

    private static ThreadId begun(Shard shard, ChannelId channel, String title) {
        return submit(shard, new CreateThread(OWNER, channel, title)) instanceof CommunityOutcome.Done<?> done
                        && done.value() instanceof ChatThread thread
                ? thread.id()
                : new ThreadId(0);
    }

    private static <R> R submit(Shard shard, Command<R> command) {
        return shard.submit(command, new Request(OWNER.value(), 1)).result();
    }

    private static Set<MessageId> in(Map<ThreadId, Set<MessageId>> messages, ThreadId thread) {
        return Objects.requireNonNull(messages.get(thread));
    }

    private void step(Shard shard, ChannelId channel, Random random) {
        ThreadId thread = List.copyOf(shown.keySet()).get(random.nextInt(shown.size()));
        List<MessageId> there = new ArrayList<>(in(shown, thread));
        List<MessageId> gone = new ArrayList<>(in(hidden, thread));
        int what = random.nextInt(14);
        if (what < 6 || there.isEmpty()) {
            PostMessage post = new PostMessage(OWNER, channel, "hello", ContentType.TEXT, null, null, thread, null);
            if (submit(shard, post) instanceof PostMessage.Posted posted) {
                in(shown, thread).add(posted.id());
                seen.add("post");
            }
            return;
        }
        MessageId message = there.get(random.nextInt(there.size()));
        if (what < 8) {
            submit(shard, new DeleteMessage(OWNER, channel, message));
            submit(shard, new DeleteMessage(OWNER, channel, message));
            in(shown, thread).remove(message);
            in(hidden, thread).add(message);
            seen.add("delete");
        } else if (what == 8) {
            submit(shard, new EraseMessage(OWNER, channel, message));
            in(shown, thread).remove(message);
            seen.add("erase");
        } else if (what == 9) {
            submit(shard, new EditMessage(OWNER, channel, message, "edited " + random.nextInt()));
            seen.add("edit");
        } else if (what >= 12) {
            move(shard, channel, random, thread, there);
        } else if (!gone.isEmpty()) {
            changeHidden(shard, channel, thread, gone.get(random.nextInt(gone.size())), what == 10);
        }
    }

    /// Some of a thread's messages, and some that are in none, into another thread or none.
    private void move(Shard shard, ChannelId channel, Random random, ThreadId thread, List<MessageId> there) {
        List<MessageId> asked = new ArrayList<>(there.subList(0, random.nextInt(Math.min(5, there.size())) + 1));
        asked.addAll(outside.stream().limit(2).toList());
        ThreadId target = List.copyOf(shown.keySet()).get(random.nextInt(shown.size()));
        boolean out = random.nextInt(3) == 0;
        submit(shard, new MoveMessages(OWNER, channel, asked, out ? null : target, true));
        MoveMessages.Outcome outcome =
                submit(shard, new MoveMessages(OWNER, channel, asked, out ? null : target, false));
        assertThat(outcome).isInstanceOf(MoveMessages.Moved.class);
        seen.add(out ? "move out" : outside.isEmpty() ? "move" : "move in");
        asked.forEach(message -> {
            in(shown, thread).remove(message);
            outside.remove(message);
            (out ? outside : in(shown, target)).add(message);
        });
    }

    private void changeHidden(Shard shard, ChannelId channel, ThreadId thread, MessageId message, boolean back) {
        in(hidden, thread).remove(message);
        if (back) {
            submit(shard, new RestoreMessage(OWNER, channel, message));
            submit(shard, new RestoreMessage(OWNER, channel, message));
            in(shown, thread).add(message);
            seen.add("restore");
        } else {
            submit(shard, new EraseMessage(OWNER, channel, message));
            seen.add("erase deleted");
        }
    }

    private void expectExact(Shard shard) {
        shown.forEach((id, messages) -> assertThat(
                        shard.read(reader -> reader.threads().find(id).orElseThrow())
                                .messageCount())
                .isEqualTo(messages.size()));
        assertThat(new ShardCare(shard).check(Duration.ofSeconds(30)).findings())
                .isEmpty();
    }
}
