package chat.waddle.message;

import static chat.waddle.shard.ShardFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.CommunityFixture;
import chat.waddle.community.CreateRole;
import chat.waddle.community.LeaveMember;
import chat.waddle.community.Permission;
import chat.waddle.community.Role;
import chat.waddle.community.RolePreset;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.search.SearchHits;
import chat.waddle.search.SearchQueryParser;
import chat.waddle.search.SearchScope;
import chat.waddle.shard.ShardFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private ChannelId talk;
    private int talkNum;
    private UserId member;

    @BeforeEach
    void aWaddleWithAMember() {
        waddle = new CommunityFixture(folder);
        talk = waddle.channel("talk");
        talkNum = Objects.requireNonNull(waddle.shard.channels().byId(talk)).num();
        member = waddle.joined();
        waddle.shard.newest(talkNum, 50);
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private MessageId post(UserId author, String text) {
        PostMessage.Outcome outcome = waddle.submit(ShardFixture.post(author, talk, text));
        assertThat(outcome).isInstanceOf(PostMessage.Posted.class);
        return ((PostMessage.Posted) outcome).id();
    }

    /// What the newest page, from memory and from the file, says of the newest message behind its text.
    private String called(String text) {
        String memory = new String(waddle.shard.newest(talkNum, 1).rows().getFirst(), StandardCharsets.UTF_8);
        EncodedPage page = waddle.shard.read(reader -> reader.history().newest(new History.Of.OfChannel(talkNum), 1));
        assertThat(memory).isEqualTo(new String(page.rows().getFirst(), StandardCharsets.UTF_8));
        String said = memory.split(" ", 3)[2];
        assertThat(said).startsWith(text);
        return said.substring(text.length());
    }

    private static String mentions(boolean everyone, List<Long> users, List<Long> roles) {
        return " " + new Mentions(everyone, users, roles);
    }

    private long rows() {
        return waddle.shard.engine().run(session -> session.number("SELECT count(*) FROM mentions"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSearchFindsWhomAMessageCallsAndNotWhatOnlyLooksLikeIt(boolean filed) {
        String call = "<@" + member.value() + ">";
        MessageId called = ShardFixture.posted(waddle.shard, talk, "needle " + call);
        ShardFixture.posted(waddle.shard, talk, "needle `" + call + "`");
        ShardFixture.posted(waddle.shard, talk, "needle <@77777>");
        MessageId edited = ShardFixture.posted(waddle.shard, talk, "needle");
        waddle.submit(new EditMessage(OWNER, talk, edited, "needle too " + call));
        MessageId taken = ShardFixture.posted(waddle.shard, talk, "needle of " + call);
        waddle.submit(new EditMessage(OWNER, talk, taken, "needle of nobody"));
        if (filed) {
            waddle.shard.catchUpIndex();
        }
        SearchScope ofMember = new SearchScope(null, null, List.of(member.value()), null);
        for (String query : List.of("needle", "")) {
            SearchHits found = waddle.shard.read(
                    reader -> reader.search().newest(SearchQueryParser.parse(query), ofMember, Long.MAX_VALUE, 10));
            assertThat(found.hits())
                    .as("'%s'", query)
                    .extracting(SearchHits.Hit::id)
                    .containsExactly(edited.value(), called.value());
        }
    }

    @Test
    void membersAreCalledAndStrangersAreNot() {
        UserId gone = waddle.joined();
        waddle.done(new LeaveMember(gone));
        String text = "<@" + OWNER.value() + "> <@" + gone.value() + "> <@404>";
        post(member, text);

        assertThat(called(text)).isEqualTo(mentions(false, List.of(OWNER.value()), List.of()));
        post(member, "<@404>");
        assertThat(called("<@404>")).isEmpty();
    }

    @Test
    void everyoneIsCalledOnlyByWhoMay() {
        post(member, "@everyone");
        assertThat(called("@everyone")).isEmpty();
        assertThat(rows()).isZero();

        post(waddle.holding(10, Permission.MENTION_EVERYONE), "@everyone");
        assertThat(called("@everyone")).isEqualTo(mentions(true, List.of(), List.of()));
    }

    @Test
    void aRoleIsCalledWhereItIsMentionableOrByWhoMayCallAll() {
        Role open = waddle.role(5);
        Role closed = waddle.done(new CreateRole(OWNER, "closed", null, 0, 6, false));
        String text = "<@&" + open.id().value() + "> <@&" + closed.id().value() + "> <@&404>";

        post(member, text);
        assertThat(called(text))
                .isEqualTo(mentions(false, List.of(), List.of(open.id().value())));
        post(OWNER, text);
        assertThat(called(text))
                .isEqualTo(mentions(
                        false, List.of(), List.of(open.id().value(), closed.id().value())));
    }

    @Test
    void theRoleThatEverybodyHasMeansEveryone() {
        String text = "<@&" + waddle.presetId(RolePreset.MEMBER).value() + ">";
        post(member, text);
        assertThat(called(text)).isEmpty();
        post(OWNER, text);
        assertThat(called(text)).isEqualTo(mentions(true, List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anEditCallsAnewByTheRightsOfItsTime(boolean filed) {
        MessageId message = post(member, "hello <@" + OWNER.value() + ">");
        if (filed) {
            waddle.shard.catchUpIndex();
        }
        String text = "@everyone <@" + member.value() + ">";
        waddle.submit(new EditMessage(member, talk, message, text));
        assertThat(called(text)).isEqualTo(mentions(false, List.of(member.value()), List.of()));

        waddle.submit(new EditMessage(member, talk, message, "nobody"));
        assertThat(called("nobody")).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void anErasedMessageCallsNobody() {
        MessageId message = post(member, "<@" + OWNER.value() + ">");
        assertThat(rows()).isEqualTo(1);
        waddle.submit(new DeleteMessage(OWNER, talk, message));
        waddle.submit(new RestoreMessage(OWNER, talk, message));
        assertThat(called("<@" + OWNER.value() + ">")).isNotEmpty();
        waddle.submit(new EraseMessage(member, talk, message));
        assertThat(rows()).isZero();
    }
}
