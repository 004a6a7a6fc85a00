package chat.waddle.message;

import static chat.waddle.shard.ShardFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelType;
import chat.waddle.channel.CreateChannel;
import chat.waddle.channel.ThreadMode;
import chat.waddle.community.AuditAction;
import chat.waddle.community.AuditEntry;
import chat.waddle.community.CommunityFixture;
import chat.waddle.community.Permission;
import chat.waddle.community.SetTimeout;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.ThreadId;
import chat.waddle.ids.UserId;
import chat.waddle.shard.ShardFixture;
import chat.waddle.thread.ChatThread;
import chat.waddle.thread.CreateThread;
import chat.waddle.thread.DeleteThread;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoveMessagesTest {
    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private ChannelId talk;
    private ThreadId aside;

    @BeforeEach
    void aWaddleWithAThread() {
        waddle = new CommunityFixture(folder);
        talk = waddle.channel("talk");
        aside = waddle.done(new CreateThread(OWNER, talk, "aside")).id();
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private MessageId posted(String text) {
        return ShardFixture.posted(waddle.shard, talk, text);
    }

    private MoveMessages.Outcome move(UserId actor, @Nullable ThreadId thread, MessageId... ids) {
        return waddle.submit(new MoveMessages(actor, talk, List.of(ids), thread, false));
    }

    private void refused(MessageRefusal why, UserId actor, @Nullable ThreadId thread, MessageId... ids) {
        long before = waddle.shard.seq();
        assertThat(move(actor, thread, ids)).isEqualTo(new MoveMessages.Refused(why));
        assertThat(waddle.shard.seq()).isEqualTo(before);
    }

    private ChatThread thread() {
        return waddle.shard.read(reader -> reader.threads().find(aside).orElseThrow());
    }

    private int inThread() {
        int num = thread().num();
        EncodedPage page = waddle.shard.read(reader -> reader.history().newest(new History.Of.OfThread(num), 50));
        return page.rows().size();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsThereIsMovedInOneCommitAndBack(boolean filed) {
        MessageId one = posted("one");
        MessageId two = posted("two");
        MessageId hidden = posted("hidden");
        waddle.submit(new DeleteMessage(OWNER, talk, hidden));
        if (filed) {
            waddle.shard.catchUpIndex();
        }
        long seq = waddle.shard.seq();
        MoveMessages trial =
                new MoveMessages(OWNER, talk, List.of(two, hidden, one, new MessageId(7), two), aside, true);
        assertThat(waddle.submit(trial)).isEqualTo(new MoveMessages.Moved(List.of(two, one)));
        assertThat(waddle.shard.seq()).as("a trial").isEqualTo(seq);

        assertThat(move(OWNER, aside, two, hidden, one)).isEqualTo(new MoveMessages.Moved(List.of(two, one)));
        assertThat(waddle.shard.seq()).isEqualTo(seq + 1);
        assertThat(thread().messageCount()).isEqualTo(2);
        assertThat(thread().lastActivityId()).isEqualTo(two.value());
        assertThat(inThread()).isEqualTo(2);
        assertThat(move(OWNER, aside, one, two)).isEqualTo(new MoveMessages.Moved(List.of()));
        assertThat(waddle.shard.seq()).as("nothing was left to do").isEqualTo(seq + 1);

        assertThat(move(OWNER, null, one)).isEqualTo(new MoveMessages.Moved(List.of(one)));
        assertThat(thread().messageCount()).isEqualTo(1);
        assertThat(inThread()).isEqualTo(1);
        assertThat(waddle.shard.messageCount()).isEqualTo(2);
        List<AuditEntry> told = waddle.shard.read(reader -> reader.auditLog()
                .page(OWNER, AuditAction.CHANNEL_MOVE_MESSAGES, Long.MAX_VALUE, 10)
                .items());
        assertThat(told).hasSize(2).allMatch(entry -> entry.resourceId() == talk.value());
    }

    @Test
    void onlyWhoManagesThreadsMovesAndOnlyWithinAChannel() {
        MessageId message = posted("one");
        UserId member = waddle.joined();
        refused(MessageRefusal.NOT_A_MEMBER, waddle.stranger(), aside, message);
        refused(MessageRefusal.NOT_ALLOWED, member, aside, message);
        refused(MessageRefusal.NO_SUCH_THREAD, OWNER, new ThreadId(7), message);
        ChannelId other = waddle.channel("other");
        ThreadId there = waddle.done(new CreateThread(OWNER, other, "there")).id();
        refused(MessageRefusal.NO_SUCH_THREAD, OWNER, there, message);
        assertThat(move(OWNER, aside, ShardFixture.posted(waddle.shard, other, "there")))
                .isEqualTo(new MoveMessages.Moved(List.of()));
        UserId guard = waddle.holding(10, Permission.MANAGE_THREADS);
        assertThat(move(guard, aside, message)).isEqualTo(new MoveMessages.Moved(List.of(message)));
        waddle.done(new SetTimeout(OWNER, guard, waddle.shards.clock.millis() + 1000, null));
        refused(MessageRefusal.IN_TIMEOUT, guard, null, message);
        waddle.done(new DeleteThread(OWNER, aside));
        refused(MessageRefusal.NO_SUCH_THREAD, OWNER, aside, posted("two"));
    }

    @Test
    void theChannelsWayWithThreadsHolds() {
        Channel strict = waddle.done(
                new CreateChannel(OWNER, "strict", ChannelType.TEXT, null, null, false, ThreadMode.REQUIRED, 0, 168));
        Channel plain = waddle.done(
                new CreateChannel(OWNER, "plain", ChannelType.TEXT, null, null, false, ThreadMode.DISABLED, 0, 168));
        MessageId any = new MessageId(7);
        assertThat(waddle.submit(new MoveMessages(OWNER, strict.id(), List.of(any), null, false)))
                .isEqualTo(new MoveMessages.Refused(MessageRefusal.THREAD_REQUIRED));
        assertThat(waddle.submit(new MoveMessages(OWNER, plain.id(), List.of(any), aside, false)))
                .isEqualTo(new MoveMessages.Refused(MessageRefusal.THREADS_DISABLED));
    }
}
