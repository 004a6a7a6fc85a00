package chat.waddle.message;

import static chat.waddle.shard.ShardFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.channel.UpdateChannel;
import chat.waddle.community.AuditAction;
import chat.waddle.community.AuditEntry;
import chat.waddle.community.CommunityFixture;
import chat.waddle.community.LeaveMember;
import chat.waddle.community.Page;
import chat.waddle.community.Permission;
import chat.waddle.community.RolePreset;
import chat.waddle.community.SetTimeout;
import chat.waddle.community.UpdateRole;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.shard.ShardFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReactionsTest {
    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private ChannelId talk;
    private int talkNum;
    private MessageId message;

    @BeforeEach
    void aWaddleWithAMessage() {
        waddle = new CommunityFixture(folder);
        talk = waddle.channel("talk");
        talkNum = Objects.requireNonNull(waddle.shard.channels().byId(talk)).num();
        message = ShardFixture.posted(waddle.shard, talk, "hello");
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private ChangeOutcome add(UserId user, String emoji) {
        return waddle.submit(new AddReaction(user, talk, message, emoji));
    }

    private ChangeOutcome remove(UserId user, String emoji) {
        return waddle.submit(new RemoveReaction(user, talk, message, emoji));
    }

    private static MessageRefusal refusal(ChangeOutcome outcome) {
        assertThat(outcome).isInstanceOf(ChangeOutcome.Refused.class);
        return ((ChangeOutcome.Refused) outcome).why();
    }

    /// The newest message as the memory has it, without id and author.
    private String newest() {
        byte[] row = waddle.shard.newest(talkNum, 1).rows().getFirst();
        return new String(row, StandardCharsets.UTF_8).split(" ", 3)[2];
    }

    private void file() {
        assertThat(rows("arrivals")).isPositive();
        waddle.shard.catchUpIndex();
        assertThat(rows("arrivals")).isZero();
    }

    private long rows(String table) {
        return waddle.shard.engine().run(session -> session.number("SELECT count(*) FROM " + table));
    }

    private List<String> who(Page<Reaction, Reactions.Place> page) {
        return page.items().stream()
                .map(reaction -> reaction.user().value() + reaction.emoji())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theNewestPageShowsWhatWasAddedAndTakenBack(boolean filed) {
        UserId member = waddle.joined();
        assertThat(newest()).isEqualTo("hello");
        if (filed) {
            file();
        }

        add(OWNER, "👍");
        add(member, "🐧");
        add(member, "👍");
        assertThat(newest()).isEqualTo("hello 👍2 🐧1");

        remove(member, "🐧");
        remove(OWNER, "👍");
        assertThat(newest()).isEqualTo("hello 👍1");
        remove(member, "👍");
        assertThat(newest()).isEqualTo("hello");
        assertThat(rows("reactions") + rows("reaction_counts")).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void moderatorsTakeOffThoseOfOthersOneByOneOrAllOfAnEmoji(boolean filed) {
        UserId member = waddle.joined();
        UserId left = waddle.joined();
        UserId guard = waddle.holding(10, Permission.MANAGE_MESSAGES);
        for (UserId each : List.of(OWNER, member, left)) {
            add(each, "👍");
            add(each, "🐧");
        }
        waddle.done(new LeaveMember(left));
        if (filed) {
            file();
        }
        assertThat(newest()).isEqualTo("hello 👍3 🐧3");
        assertThat(refusal(removeOthers(member, "👍", OWNER))).isEqualTo(MessageRefusal.NOT_ALLOWED);
        assertThat(refusal(removeOthers(guard, "👍", waddle.stranger()))).isEqualTo(MessageRefusal.NO_SUCH_MEMBER);
        removeOthers(guard, "👍", left);
        assertThat(newest()).isEqualTo("hello 👍2 🐧3");
        long seq = waddle.shard.seq();
        removeOthers(guard, "👍", left);
        removeOthers(guard, ":other:", null);
        assertThat(waddle.shard.seq()).as("nothing was left to do").isEqualTo(seq);
        removeOthers(guard, "🐧", null);
        assertThat(newest()).isEqualTo("hello 👍2");
        removeOthers(guard, "👍", null);
        assertThat(newest()).isEqualTo("hello");
        assertThat(rows("reactions") + rows("reaction_counts")).isZero();
        assertThat(add(member, "👍")).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(newest()).isEqualTo("hello 👍1");
        List<AuditEntry> told = waddle.shard.read(reader -> reader.auditLog()
                .page(guard, AuditAction.CHANNEL_REMOVE_REACTIONS, Long.MAX_VALUE, 10)
                .items());
        assertThat(told).hasSize(3);
    }

    private ChangeOutcome removeOthers(UserId actor, String emoji, @Nullable UserId user) {
        return waddle.submit(new RemoveReactions(actor, talk, message, emoji, user));
    }

    @Test
    void aReactionIsThereOnceHoweverOftenItIsAdded() {
        add(OWNER, "👍");
        long seq = waddle.shard.seq();

        assertThat(add(OWNER, "👍")).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(remove(OWNER, "🐧")).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(waddle.shard.seq()).isEqualTo(seq);
        assertThat(newest()).isEqualTo("hello 👍1");
    }

    @Test
    void aMessageHasAtMostTwentyDifferentEmoji() {
        for (int i = 0; i < Reactions.EMOJI_LIMIT; i++) {
            assertThat(add(OWNER, "e" + i)).isInstanceOf(ChangeOutcome.Done.class);
        }
        UserId member = waddle.joined();

        assertThat(refusal(add(member, "more"))).isEqualTo(MessageRefusal.TOO_MANY_REACTIONS);
        assertThat(add(member, "e7")).isInstanceOf(ChangeOutcome.Done.class);
        remove(OWNER, "e0");
        assertThat(add(member, "more")).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(newest()).endsWith("e19" + "1 more1").contains(" e72 ");
    }

    @Test
    void onlyWhoMayReactsAndNobodyToWhatIsHidden() {
        UserId member = waddle.joined();
        waddle.done(new SetTimeout(OWNER, member, waddle.shards.clock.millis() + 1000, null));
        assertThat(refusal(add(member, "👍"))).isEqualTo(MessageRefusal.IN_TIMEOUT);
        assertThat(refusal(remove(member, "👍"))).isEqualTo(MessageRefusal.IN_TIMEOUT);

        UserId other = waddle.joined();
        long mute = waddle.preset(RolePreset.MEMBER).permissions() & ~Permission.ADD_REACTIONS.mask();
        waddle.done(new UpdateRole(OWNER, waddle.presetId(RolePreset.MEMBER), null, null, mute, null, null));
        assertThat(refusal(add(other, "👍"))).isEqualTo(MessageRefusal.NOT_ALLOWED);

        assertThat(refusal(add(waddle.stranger(), "👍"))).isEqualTo(MessageRefusal.NOT_A_MEMBER);
        waddle.submit(new DeleteMessage(OWNER, talk, message));
        assertThat(refusal(add(OWNER, "👍"))).isEqualTo(MessageRefusal.NO_SUCH_MESSAGE);
        assertThat(rows("reactions")).isZero();
    }

    @Test
    void anArchivedChannelKeepsItsReactions() {
        add(OWNER, "👍");
        waddle.done(new UpdateChannel(OWNER, talk, null, null, null, null, null, null, true, null, null, null));

        assertThat(refusal(add(OWNER, "🐧"))).isEqualTo(MessageRefusal.CHANNEL_ARCHIVED);
        assertThat(refusal(remove(OWNER, "👍"))).isEqualTo(MessageRefusal.CHANNEL_ARCHIVED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void deletingHidesReactionsAndErasingRemovesThem(boolean filed) {
        add(OWNER, "👍");
        if (filed) {
            file();
        }
        waddle.submit(new DeleteMessage(OWNER, talk, message));
        waddle.submit(new RestoreMessage(OWNER, talk, message));
        assertThat(newest()).isEqualTo("hello 👍1");

        waddle.submit(new EraseMessage(OWNER, talk, message));
        assertThat(rows("reactions") + rows("reaction_counts")).isZero();
    }

    @Test
    void pagesReachEveryReactionOnce() {
        List<String> expected = new ArrayList<>();
        List<UserId> members = new ArrayList<>(List.of(OWNER));
        for (int i = 0; i < 6; i++) {
            members.add(waddle.joined());
        }
        for (String emoji : List.of("🐧", "👍", ":a:")) {
            for (UserId member : members) {
                add(member, emoji);
                expected.add(member.value() + emoji);
            }
        }
        for (int limit = 1; limit < 10; limit++) {
            List<String> reached = new ArrayList<>();
            Reactions.Place place = Reactions.Place.TOP;
            while (place != null) {
                Reactions.Place after = place;
                int size = limit;
                Page<Reaction, Reactions.Place> page = waddle.shard.readSnapshot(
                        reader -> reader.reactions().page(message.value(), null, after, size));
                reached.addAll(who(page));
                place = page.next();
            }
            assertThat(reached).as("limit %d", limit).isEqualTo(expected);
        }
        assertThat(who(waddle.shard.readSnapshot(
                        reader -> reader.reactions().page(message.value(), "👍", Reactions.Place.TOP, 50))))
                .hasSize(7)
                .allMatch(each -> each.endsWith("👍"));
        List<Reaction> own = waddle.shard.read(reader -> reader.reactions().by(message.value(), members.get(3)));
        assertThat(own).extracting(Reaction::emoji).containsExactlyInAnyOrder("🐧", "👍", ":a:");
    }

    @Test
    void anEmojiIsShortAndHasNoSpaces() {
        assertThat(Emoji.isUsable("👩‍👩‍👧‍👦")).isTrue();
        assertThat(Emoji.isUsable(":waddle:")).isTrue();
        assertThat(Emoji.isUsable("🐧".repeat(64))).isTrue();
        assertThat(Emoji.isUsable("🐧".repeat(65))).isFalse();
        for (String text : List.of("", " ", "a b", "a\n", "\u0000", "\uD83D")) {
            assertThat(Emoji.isUsable(text)).as(text).isFalse();
        }
    }
}
