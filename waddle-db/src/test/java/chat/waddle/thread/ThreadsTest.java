package chat.waddle.thread;

import static chat.waddle.community.CommunityFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelType;
import chat.waddle.channel.CreateChannel;
import chat.waddle.channel.DeleteChannel;
import chat.waddle.channel.ThreadMode;
import chat.waddle.channel.UpdateChannel;
import chat.waddle.community.CommunityFixture;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.GrantRole;
import chat.waddle.community.Page;
import chat.waddle.community.Plans;
import chat.waddle.community.RolePreset;
import chat.waddle.community.SetTimeout;
import chat.waddle.ids.ThreadId;
import chat.waddle.ids.UserId;
import chat.waddle.message.ContentType;
import chat.waddle.message.MessageRefusal;
import chat.waddle.message.PostMessage;
import chat.waddle.shard.ShardCare;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadsTest {
    private static final Threads.Filter ARCHIVED = new Threads.Filter(true, null, null);
    private static final Threads.Filter NOT_ARCHIVED = new Threads.Filter(false, null, null);

    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private Channel channel;
    private UserId member;
    private UserId moderator;

    @BeforeEach
    void open() {
        waddle = new CommunityFixture(folder);
        channel = waddle.done(CreateChannel.named(OWNER, "talk", ChannelType.TEXT));
        member = waddle.joined();
        moderator = waddle.joined();
        waddle.done(new GrantRole(OWNER, moderator, waddle.presetId(RolePreset.MODERATOR)));
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private ChatThread thread(String title) {
        waddle.shards.clock.advance(Duration.ofSeconds(1));
        return waddle.done(new CreateThread(member, channel.id(), title));
    }

    private PostMessage.Outcome post(UserId author, ThreadId thread) {
        return waddle.submit(
                new PostMessage(author, channel.id(), "hello", ContentType.TEXT, null, null, thread, null));
    }

    private static UpdateThread title(UserId actor, ThreadId thread, String title) {
        return new UpdateThread(actor, thread, title, null, null, null);
    }

    private static UpdateThread locked(UserId actor, ThreadId thread, boolean locked) {
        return new UpdateThread(actor, thread, null, locked, null, null);
    }

    private static UpdateThread archived(UserId actor, ThreadId thread, boolean archived) {
        return new UpdateThread(actor, thread, null, null, archived, null);
    }

    private static UpdateThread resolved(UserId actor, ThreadId thread, boolean resolved) {
        return new UpdateThread(actor, thread, null, null, null, resolved);
    }

    private @Nullable ChatThread found(ThreadId id) {
        return waddle.shard.read(reader -> reader.threads().find(id)).orElse(null);
    }

    private void channelWith(ThreadMode mode, boolean archived) {
        waddle.done(
                new UpdateChannel(OWNER, channel.id(), null, null, null, null, null, null, archived, mode, null, null));
    }

    @Test
    void aNewThreadIsReadBackAndTakesMessages() {
        ChatThread thread = thread("Plans");
        assertThat(thread.createdBy()).isEqualTo(member);
        assertThat(thread.lastActivityId()).isEqualTo(thread.id().value());
        assertThat(found(thread.id())).isEqualTo(thread);

        waddle.shards.clock.advance(Duration.ofSeconds(5));
        assertThat(post(OWNER, thread.id())).isInstanceOf(PostMessage.Posted.class);

        ChatThread after =
                waddle.shard.read(reader -> reader.threads().find(thread.id()).orElseThrow());
        assertThat(after.messageCount()).isEqualTo(1);
        assertThat(after.lastActiveAt()).isEqualTo(waddle.shards.clock.instant());
    }

    @Test
    void threadsBeginOnlyWhereTheyAreAllowed() {
        waddle.done(CreateChannel.named(OWNER, "voice", ChannelType.VOICE));
        Channel voice = Objects.requireNonNull(waddle.shard.channels().byName("voice"));
        assertThat(waddle.refusal(new CreateThread(member, voice.id(), "t")))
                .isEqualTo(CommunityRefusal.NOT_A_TEXT_CHANNEL);
        assertThat(waddle.refusal(new CreateThread(waddle.stranger(), channel.id(), "t")))
                .isEqualTo(CommunityRefusal.NOT_A_MEMBER);
        channelWith(ThreadMode.DISABLED, false);
        assertThat(waddle.refusal(new CreateThread(member, channel.id(), "t")))
                .isEqualTo(CommunityRefusal.THREADS_DISABLED);
        channelWith(ThreadMode.REQUIRED, true);
        assertThat(waddle.refusal(new CreateThread(member, channel.id(), "t")))
                .isEqualTo(CommunityRefusal.CHANNEL_ARCHIVED);
        channelWith(ThreadMode.REQUIRED, false);
        waddle.done(new CreateThread(member, channel.id(), "t"));
        waddle.done(new SetTimeout(OWNER, member, waddle.shards.clock.millis() + 1000, null));
        assertThat(waddle.refusal(new CreateThread(member, channel.id(), "t"))).isEqualTo(CommunityRefusal.IN_TIMEOUT);
    }

    @Test
    void inAPrivateChannelNobodyElseFindsTheThread() {
        Channel secret = waddle.done(
                new CreateChannel(OWNER, "secret", ChannelType.TEXT, null, null, true, ThreadMode.OPTIONAL, 0, 168));
        assertThat(waddle.refusal(new CreateThread(member, secret.id(), "t")))
                .isEqualTo(CommunityRefusal.NO_SUCH_CHANNEL);
        ChatThread thread = waddle.done(new CreateThread(OWNER, secret.id(), "t"));
        assertThat(waddle.refusal(title(member, thread.id(), "x"))).isEqualTo(CommunityRefusal.NO_SUCH_THREAD);
        waddle.done(title(moderator, thread.id(), "x"));
    }

    @Test
    void titlesHaveALimit() {
        assertThat(waddle.invalid(new CreateThread(member, channel.id(), ""))).isEqualTo("title");
        assertThat(waddle.invalid(new CreateThread(member, channel.id(), "x".repeat(101))))
                .isEqualTo("title");
        ChatThread thread = thread("x".repeat(100));
        assertThat(waddle.invalid(title(member, thread.id(), "a\nb"))).isEqualTo("title");
    }

    @Test
    void aThreadIsRenamedByItsCreatorAndModeratorsOnly() {
        ChatThread thread = thread("Plans");
        UserId other = waddle.joined();
        assertThat(waddle.refusal(title(other, thread.id(), "Mine"))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(waddle.done(title(member, thread.id(), "Big plans")).title()).isEqualTo("Big plans");
        waddle.unchanged(title(member, thread.id(), "Big plans"));
        assertThat(waddle.done(title(moderator, thread.id(), "Plans")).title()).isEqualTo("Plans");
        waddle.done(locked(moderator, thread.id(), true));
        assertThat(waddle.refusal(title(member, thread.id(), "x"))).isEqualTo(CommunityRefusal.THREAD_LOCKED);
        waddle.done(title(moderator, thread.id(), "Old plans"));
    }

    @Test
    void onlyModeratorsLockAndArchive() {
        ChatThread thread = thread("Plans");
        assertThat(waddle.refusal(locked(member, thread.id(), true))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(waddle.refusal(archived(member, thread.id(), true))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(waddle.done(locked(moderator, thread.id(), true)).locked()).isTrue();
        assertThat(post(member, thread.id())).isEqualTo(new PostMessage.Refused(MessageRefusal.THREAD_LOCKED));
        waddle.done(locked(moderator, thread.id(), false));
        assertThat(waddle.done(archived(moderator, thread.id(), true)).archived())
                .isTrue();
        assertThat(post(member, thread.id())).isInstanceOf(PostMessage.Posted.class);
        assertThat(waddle.shard
                        .read(reader -> reader.threads().find(thread.id()).orElseThrow())
                        .archived())
                .as("a message wakes the thread")
                .isFalse();
    }

    @Test
    void theCreatorAndModeratorsResolve() {
        ChatThread thread = thread("Question");
        assertThat(waddle.refusal(resolved(waddle.joined(), thread.id(), true)))
                .isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(waddle.done(resolved(member, thread.id(), true)).resolvedAt())
                .isEqualTo(waddle.shards.clock.instant());
        waddle.shards.clock.advance(Duration.ofDays(1));
        waddle.unchanged(resolved(moderator, thread.id(), true));
        assertThat(waddle.done(resolved(moderator, thread.id(), false)).resolvedAt())
                .isNull();
    }

    @Test
    void onlyModeratorsDelete() {
        ChatThread thread = thread("Plans");
        assertThat(waddle.refusal(new DeleteThread(member, thread.id()))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        waddle.done(new DeleteThread(moderator, thread.id()));
        assertThat(found(thread.id())).isNull();
        assertThat(titles(100)).isEmpty();
        assertThat(post(member, thread.id())).isEqualTo(new PostMessage.Refused(MessageRefusal.NO_SUCH_THREAD));
        assertThat(waddle.refusal(new DeleteThread(moderator, thread.id()))).isEqualTo(CommunityRefusal.NO_SUCH_THREAD);
    }

    @Test
    void aThreadGoesWithItsChannel() {
        ChatThread thread = thread("Plans");
        waddle.done(new DeleteChannel(OWNER, channel.id()));
        assertThat(waddle.refusal(title(OWNER, thread.id(), "x"))).isEqualTo(CommunityRefusal.NO_SUCH_THREAD);
    }

    @Test
    void threadsAreListedByActivityWithQuietOnesPageByPage() {
        ChatThread busy = thread("busy");
        thread("quiet");
        thread("quieter");
        assertThat(titles(100)).containsExactly("quieter", "quiet", "busy");
        waddle.shards.clock.advance(Duration.ofSeconds(1));
        post(OWNER, busy.id());
        assertThat(titles(100)).containsExactly("busy", "quieter", "quiet");
        assertThat(titles(1)).containsExactly("busy", "quieter", "quiet");
        assertThat(titles(2)).containsExactly("busy", "quieter", "quiet");
    }

    @Test
    void aQuietThreadIsArchivedByItself() {
        ChatThread thread = thread("quiet");
        ChatThread busy = thread("busy");
        waddle.shards.clock.advance(Duration.ofHours(channel.autoArchiveHours() - 1));
        post(member, busy.id());
        assertThat(titles(100, NOT_ARCHIVED)).containsExactly("busy", "quiet");
        waddle.shards.clock.advance(Duration.ofHours(1));
        assertThat(titles(100, NOT_ARCHIVED)).containsExactly("busy");
        assertThat(titles(1, ARCHIVED)).containsExactly("quiet");
        assertThat(titles(1)).containsExactly("busy", "quiet");
        waddle.unchanged(archived(moderator, thread.id(), true));

        post(member, thread.id());
        assertThat(titles(1, NOT_ARCHIVED)).containsExactly("quiet", "busy");
        assertThat(titles(1, ARCHIVED)).isEmpty();
    }

    @Test
    void aThreadTakenOutOfTheArchiveStaysOutForItsHours() {
        ChatThread thread = thread("quiet");
        waddle.shards.clock.advance(Duration.ofHours(channel.autoArchiveHours()));
        assertThat(titles(100, ARCHIVED)).containsExactly("quiet");
        assertThat(waddle.done(archived(moderator, thread.id(), false)).archived())
                .isFalse();
        waddle.shards.clock.advance(Duration.ofHours(channel.autoArchiveHours() - 1));
        assertThat(titles(100, NOT_ARCHIVED)).containsExactly("quiet");
        waddle.shards.clock.advance(Duration.ofHours(1));
        assertThat(titles(100, ARCHIVED)).containsExactly("quiet");
    }

    @Test
    void resolvedThreadsAreListedApart() {
        ChatThread answered = thread("answered");
        ChatThread open = thread("open");
        waddle.done(archived(moderator, open.id(), true));
        waddle.done(resolved(member, answered.id(), true));
        assertThat(titles(1, new Threads.Filter(null, true, null))).containsExactly("answered");
        assertThat(titles(1, new Threads.Filter(null, false, null))).containsExactly("open");
        assertThat(titles(1, new Threads.Filter(true, false, null))).containsExactly("open");
        assertThat(titles(1, new Threads.Filter(false, false, null))).isEmpty();
    }

    @Test
    void theMonitorWritesDownWhatIsQuiet() {
        ChatThread quiet = thread("quiet");
        ChatThread busy = thread("busy");
        ShardCare care = new ShardCare(waddle.shard);
        waddle.shards.clock.advance(Duration.ofHours(channel.autoArchiveHours()).minusSeconds(2));
        post(member, busy.id());
        assertThat(care.archiveQuietThreads(10)).isZero();
        waddle.shards.clock.advance(Duration.ofSeconds(1));
        assertThat(titles(100, ARCHIVED)).containsExactly("quiet");
        assertThat(Objects.requireNonNull(found(quiet.id())).archived())
                .as("written down")
                .isFalse();
        assertThat(care.archiveQuietThreads(10)).isEqualTo(1);
        assertThat(Objects.requireNonNull(found(quiet.id())).archived()).isTrue();
        assertThat(Objects.requireNonNull(found(busy.id())).archived()).isFalse();
        assertThat(care.archiveQuietThreads(10)).isZero();
    }

    private boolean follows(UserId user, ChatThread thread) {
        int number = waddle.member(user).num();
        return waddle.shard.read(reader -> reader.threads().follows(number, thread));
    }

    private List<String> followed(UserId user, int pageSize) {
        int number = waddle.member(user).num();
        List<Channel> channels = waddle.shard
                .channels()
                .visibleTo(waddle.shard.access(user).orElseThrow(), waddle.shards.clock.millis());
        List<String> titles = new ArrayList<>();
        Threads.Place place = Threads.Place.TOP;
        while (place != null) {
            Threads.Place from = place;
            Page<ChatThread, Threads.Place> page = waddle.shard.read(reader ->
                    reader.threads().followed(number, channels, from, pageSize, waddle.shards.clock.millis()));
            page.items().forEach(thread -> titles.add(thread.title()));
            place = page.next();
        }
        return titles;
    }

    @Test
    void whoTakesPartFollowsAndWhoDoesNotWantToDoesNot() {
        ChatThread thread = thread("Plans");
        assertThat(follows(member, thread)).as("who began it").isTrue();
        assertThat(follows(moderator, thread)).isFalse();
        post(moderator, thread.id());
        assertThat(follows(moderator, thread)).as("who posted").isTrue();
        waddle.done(new FollowThread(moderator, thread.id(), false));
        waddle.unchanged(new FollowThread(moderator, thread.id(), false));
        assertThat(follows(moderator, thread)).isFalse();
        UserId reader = waddle.joined();
        waddle.done(new FollowThread(reader, thread.id(), true));
        waddle.unchanged(new FollowThread(reader, thread.id(), true));
        assertThat(follows(reader, thread)).isTrue();
        assertThat(waddle.refusal(new FollowThread(waddle.stranger(), thread.id(), true)))
                .isEqualTo(CommunityRefusal.NOT_A_MEMBER);
        assertThat(waddle.refusal(new FollowThread(reader, new ThreadId(1), true)))
                .isEqualTo(CommunityRefusal.NO_SUCH_THREAD);
    }

    @Test
    void followedThreadsAreListedByActivityAndOnlyWhereOneMaySee() {
        ChatThread first = thread("first");
        thread("second");
        Channel secret = waddle.done(
                new CreateChannel(OWNER, "secret", ChannelType.TEXT, null, null, true, ThreadMode.OPTIONAL, 0, 168));
        ChatThread hidden = waddle.done(new CreateThread(OWNER, secret.id(), "hidden"));
        assertThat(waddle.refusal(new FollowThread(member, hidden.id(), true)))
                .isEqualTo(CommunityRefusal.NO_SUCH_THREAD);
        waddle.done(new FollowThread(OWNER, first.id(), true));
        assertThat(followed(OWNER, 1)).containsExactly("hidden", "first");
        assertThat(followed(member, 1)).containsExactly("second", "first");
        waddle.shards.clock.advance(Duration.ofSeconds(1));
        post(OWNER, first.id());
        assertThat(followed(member, 10)).containsExactly("first", "second");
        int owner = waddle.member(OWNER).num();
        assertThat(titles(10, new Threads.Filter(null, null, owner))).containsExactly("first");
        waddle.done(new UpdateChannel(OWNER, channel.id(), null, null, null, null, null, true, null, null, null, null));
        assertThat(followed(member, 10)).as("private now").isEmpty();
    }

    private List<String> titles(int pageSize) {
        return titles(pageSize, Threads.Filter.ALL);
    }

    private List<String> titles(int pageSize, Threads.Filter filter) {
        List<String> titles = new ArrayList<>();
        Threads.Place place = Threads.Place.TOP;
        while (place != null) {
            Threads.Place from = place;
            Page<ChatThread, Threads.Place> page = waddle.shard.read(
                    reader -> reader.threads().page(channel, filter, from, pageSize, waddle.shards.clock.millis()));
            page.items().forEach(thread -> titles.add(thread.title()));
            place = page.next();
        }
        return titles;
    }

    @Test
    void theListRunsAlongItsIndex() {
        assertThat(Plans.of(waddle.shard, ThreadSql.class, "before"))
                .contains(
                        "USING INDEX threads_by_activity (channel=? AND last_message_id>? AND (last_message_id,id)<(?,?))")
                .doesNotContain("TEMP B-TREE");
    }
}
