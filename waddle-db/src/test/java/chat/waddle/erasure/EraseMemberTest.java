package chat.waddle.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.automod.AutomodAction;
import chat.waddle.automod.AutomodKind;
import chat.waddle.automod.CreateAutomodRule;
import chat.waddle.chain.ChainCheck;
import chat.waddle.community.BanMember;
import chat.waddle.community.ChangeNickname;
import chat.waddle.community.CommunityFixture;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.JoinMember;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.message.AddReaction;
import chat.waddle.message.DeleteMessage;
import chat.waddle.message.EditMessage;
import chat.waddle.message.MarkRead;
import chat.waddle.message.MessageRefusal;
import chat.waddle.message.PinMessage;
import chat.waddle.message.PostMessage;
import chat.waddle.report.ReportMessage;
import chat.waddle.report.ReportReason;
import chat.waddle.report.ReportStatus;
import chat.waddle.report.ReviewReport;
import chat.waddle.shard.ShardCare;
import chat.waddle.shard.ShardFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left of a member in the file after each kind of erasure.
class EraseMemberTest {
    private static final UserId OWNER = CommunityFixture.OWNER;
    private static final String WORDS = "xylophonequartz";
    private static final String NICKNAME = "nickfluorite";

    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private ChannelId talk;
    private UserId member;
    private UserId other;

    @BeforeEach
    void open() {
        waddle = new CommunityFixture(folder);
        talk = waddle.channel("talk");
        member = waddle.joined();
        other = waddle.joined();
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private MessageId posted(UserId author, String text) {
        PostMessage.Outcome outcome = waddle.submit(ShardFixture.post(author, talk, text));
        assertThat(outcome).isInstanceOf(PostMessage.Posted.class);
        return ((PostMessage.Posted) outcome).id();
    }

    private EraseMember.Counts erase(UserId user, ErasureMode mode) {
        EraseMember.Counts counts = EraseMember.Counts.NONE;
        boolean finished = false;
        while (!finished) {
            EraseMember.Erased part = (EraseMember.Erased) waddle.submit(new EraseMember(user, mode, 2));
            counts = counts.plus(part.counts());
            finished = part.finished();
        }
        return counts;
    }

    /// A life in which every feature takes some words of the member, or about them.
    private List<MessageId> live() {
        waddle.done(new ChangeNickname(OWNER, member, NICKNAME));
        List<MessageId> messages = List.of(
                posted(member, WORDS + "1"),
                posted(member, WORDS + "2"),
                posted(member, WORDS + "3"),
                posted(member, WORDS + "4"),
                posted(member, WORDS + "5"));
        waddle.submit(new EditMessage(member, talk, messages.get(0), WORDS + "6"));
        waddle.submit(new DeleteMessage(member, talk, messages.get(1)));
        waddle.submit(new PinMessage(OWNER, talk, messages.get(2)));
        MessageId foreign = posted(other, "of another");
        waddle.submit(new AddReaction(member, talk, foreign, ":" + WORDS + ":"));
        waddle.submit(new AddReaction(other, talk, foreign, "👍"));
        waddle.submit(new AddReaction(member, talk, foreign, "👍"));
        waddle.submit(new MarkRead(member, talk, foreign, false));
        waddle.done(new ReportMessage(member, talk, foreign, ReportReason.SPAM, WORDS + "7"));
        var report = waddle.done(new ReportMessage(other, talk, messages.get(3), ReportReason.HATE, WORDS + "8"));
        waddle.done(new ReviewReport(OWNER, report.id(), ReportStatus.RESOLVED, WORDS + "9"));
        return messages;
    }

    @Test
    void nothingOfADeletedMemberIsLeftInTheFile() throws IOException {
        List<MessageId> messages = live();
        assertThat(hits(WORDS)).as("the search finds what is there").isPositive();

        EraseMember.Counts counts = erase(member, ErasureMode.DELETE);

        assertThat(counts.messages()).isEqualTo(messages.size());
        assertThat(counts.reactions()).isEqualTo(2);
        assertThat(waddle.member(member).nickname()).isNull();
        assertThat(waddle.member(member).isActive()).isFalse();
        assertThat(waddle.shard.messageCount()).isEqualTo(1);
        assertThat(new ShardCare(waddle.shard).check(Duration.ofMinutes(1)).findings())
                .isEmpty();
        rewrite();
        assertThat(hits(WORDS)).isZero();
        assertThat(hits(NICKNAME)).isZero();
        assertThat(hits("of another")).as("others' words stay").isPositive();
    }

    /// Deleted text may stand in what is left free of a page until the page is written anew.
    private void rewrite() {
        boolean rewritten = waddle.shard.engine().run(session -> session.rewriteAllPages());
        assertThat(rewritten).isTrue();
    }

    private long hits(String words) throws IOException {
        boolean _ = waddle.shard.engine().run(session -> session.foldLogIn());
        long hits = 0;
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                hits += content.split(words, -1).length - 1;
            }
        }
        return hits;
    }

    @Test
    void erasingGoesOnWhereItStopped() {
        live();
        EraseMember command = new EraseMember(member, ErasureMode.DELETE, 2);
        EraseMember.Erased first = (EraseMember.Erased) waddle.submit(command);
        assertThat(first.finished()).isFalse();

        EraseMember.Counts rest = erase(member, ErasureMode.DELETE);

        assertThat(rest.messages()).isEqualTo(5);
        assertThat(waddle.submit(command)).isInstanceOf(EraseMember.Nothing.class);
    }

    @Test
    void anErasedMemberNeitherWritesNorComesBack() {
        live();
        erase(member, ErasureMode.KEEP);

        PostMessage.Outcome outcome = waddle.post(member, talk);

        assertThat(outcome).isEqualTo(new PostMessage.Refused(MessageRefusal.NOT_A_MEMBER));
        assertThat(waddle.refusal(new JoinMember(member))).isEqualTo(CommunityRefusal.BANNED);
    }

    @Test
    void aPostInTheCommitOfTheErasureIsRefusedBehindItAndErasedBeforeIt() {
        EraseMember command = new EraseMember(member, ErasureMode.DELETE, 100);

        List<Object> answers = waddle.together(
                ShardFixture.post(member, talk, WORDS), command, ShardFixture.post(member, talk, WORDS), command);

        assertThat(answers.get(0)).isInstanceOf(PostMessage.Posted.class);
        assertThat(answers.get(2)).isEqualTo(new PostMessage.Refused(MessageRefusal.NOT_A_MEMBER));
        assertThat(answers.get(3)).isInstanceOf(EraseMember.Erased.class);
        assertThat(waddle.shard.messageCount()).isZero();
    }

    @Test
    void keptMessagesStayUnderTheirAuthorsId() throws IOException {
        live();

        EraseMember.Counts counts = erase(member, ErasureMode.KEEP);

        assertThat(counts.messages()).isZero();
        assertThat(authorsOf(WORDS + "3")).containsExactly(member.value());
        rewrite();
        assertThat(hits(NICKNAME)).isZero();
        assertThat(hits(WORDS + "3")).isPositive();
    }

    @Test
    void anonymisedMessagesStayUnderAnIdThatNothingTiesToTheirAuthor() throws IOException {
        live();

        erase(member, ErasureMode.ANONYMISE);

        List<Long> authors = authorsOf(WORDS + "3");
        assertThat(authors).hasSize(1).doesNotContain(member.value());
        assertThat(waddle.<Boolean>inFile(session -> {
                    try (var row = session.kept("SELECT group_concat(body, '') FROM commits")
                            .executeQuery()) {
                        return row.next()
                                && row.getString(1).contains(WORDS + "3")
                                && !row.getString(1).contains("\"author\":" + member);
                    }
                }))
                .isTrue();
        assertThat(waddle.<Long>inFile(session -> session.number(
                        "SELECT count(*) FROM journal WHERE actor = " + member + " OR entity = " + member)))
                .isZero();
        assertThat(hits(WORDS + "3")).isPositive();
        assertThat(waddle.submit(new EraseMember(member, ErasureMode.DELETE, 100)))
                .isInstanceOf(EraseMember.Nothing.class);
    }

    private List<Long> authorsOf(String text) {
        return waddle.inFile(session -> {
            var select = session.kept("SELECT m.user_id FROM members m JOIN"
                    + " (SELECT author, content FROM messages UNION ALL SELECT author, content FROM arrivals) t"
                    + " ON t.author = m.num WHERE t.content = ?");
            select.setString(1, text);
            List<Long> authors = new java.util.ArrayList<>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    authors.add(row.getLong(1));
                }
            }
            return authors;
        });
    }

    @Test
    void anErasureThatGoesFurtherFollowsAnEarlierOne() {
        live();
        erase(member, ErasureMode.KEEP);

        assertThat(erase(member, ErasureMode.DELETE).messages()).isEqualTo(5);
        assertThat(waddle.submit(new EraseMember(member, ErasureMode.KEEP, 100)))
                .isInstanceOf(EraseMember.Nothing.class);
    }

    @Test
    void theOwnerAndStrangersAreLeftAlone() {
        long before = waddle.shard.seq();

        assertThat(waddle.submit(new EraseMember(OWNER, ErasureMode.DELETE, 100)))
                .isInstanceOf(EraseMember.OwnsWaddle.class);
        assertThat(waddle.submit(new EraseMember(waddle.stranger(), ErasureMode.DELETE, 100)))
                .isInstanceOf(EraseMember.Nothing.class);
        assertThat(waddle.shard.seq()).isEqualTo(before);
    }

    @Test
    void aBanOfSomebodyWhoNeverJoinedIsErasedToo() throws IOException {
        UserId never = waddle.stranger();
        waddle.done(new BanMember(OWNER, never, WORDS, null));

        erase(never, ErasureMode.KEEP);

        rewrite();
        assertThat(hits(WORDS)).isZero();
    }

    @Test
    void aTextThatARuleRefusedWithATimeOutIsKeptNowhere() throws IOException {
        waddle.done(new CreateAutomodRule(
                OWNER, "rule", AutomodKind.KEYWORDS, List.of("forbidden"), null, AutomodAction.TIMEOUT, 60, true));

        PostMessage.Outcome outcome = waddle.submit(ShardFixture.post(member, talk, "forbidden " + WORDS));

        assertThat(outcome).isEqualTo(new PostMessage.Refused(MessageRefusal.BLOCKED_BY_RULE));
        assertThat(waddle.member(member).timeoutUntil()).isNotNull();
        assertThat(hits(WORDS)).isZero();
    }

    @Test
    void theAuditLogStaysWholeAndSaysHowManyOfItsLinesLostTheirWords() {
        live();
        int redacted = erase(member, ErasureMode.DELETE).auditLines();
        waddle.done(new BanMember(OWNER, other, "later", null));

        ChainCheck check = new ChainCheck();
        int _ = waddle.shard.read(reader -> reader.auditLog().feed(check));

        assertThat(redacted).isEqualTo(2);
        assertThat(check.report().brokenAt()).isNull();
        assertThat(check.report().redacted()).isEqualTo(redacted);
    }
}
