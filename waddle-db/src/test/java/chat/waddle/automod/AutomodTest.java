package chat.waddle.automod;

import static chat.waddle.community.CommunityFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import chat.waddle.community.AuditAction;
import chat.waddle.community.AuditEntry;
import chat.waddle.community.CommunityFixture;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.GrantRole;
import chat.waddle.community.Permission;
import chat.waddle.community.RolePreset;
import chat.waddle.ids.AutomodRuleId;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.ReportId;
import chat.waddle.ids.UserId;
import chat.waddle.message.ChangeOutcome;
import chat.waddle.message.EditMessage;
import chat.waddle.message.MessageRefusal;
import chat.waddle.message.PostMessage;
import chat.waddle.report.Report;
import chat.waddle.report.ReportReason;
import chat.waddle.report.ReportStatus;
import chat.waddle.report.ReviewReport;
import chat.waddle.shard.ShardFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutomodTest {
    private static final PostMessage.Refused BLOCKED = new PostMessage.Refused(MessageRefusal.BLOCKED_BY_RULE);

    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private ChannelId channel;
    private UserId member;

    @BeforeEach
    void open() {
        waddle = new CommunityFixture(folder);
        channel = waddle.channel("talk");
        member = waddle.joined();
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private static CreateAutomodRule words(AutomodAction action, String... words) {
        Integer timeout = action == AutomodAction.TIMEOUT ? 600 : null;
        return new CreateAutomodRule(
                OWNER, "no " + words[0], AutomodKind.KEYWORDS, List.of(words), null, action, timeout, true);
    }

    private static CreateAutomodRule mentions(int limit) {
        return new CreateAutomodRule(
                OWNER, "mentions", AutomodKind.MENTIONS, List.of(), limit, AutomodAction.BLOCK, null, true);
    }

    private PostMessage.Outcome post(UserId author, String text) {
        return waddle.submit(ShardFixture.post(author, channel, text));
    }

    private MessageId posted(UserId author, String text) {
        PostMessage.Outcome outcome = post(author, text);
        assertThat(outcome).isInstanceOf(PostMessage.Posted.class);
        return ((PostMessage.Posted) outcome).id();
    }

    private List<Report> reports() {
        return waddle.shard.read(reader -> reader.reports()
                .page(null, waddle.shard.channels().all(), Long.MAX_VALUE, 100)
                .items());
    }

    @Test
    void aBlockedWordIsFoundAsTheSearchWouldFindIt() {
        waddle.done(words(AutomodAction.BLOCK, "cafe", "buy now", "advert*", "\u4e0a\u6d77", "\ud83c\udf46"));
        for (String text : List.of(
                "a CAF\u00c9!",
                "cafe\u0301",
                "you should BUY, now",
                "advertisements here",
                "\u6211\u5bb6\u5728\u4e0a\u6d77\u4e1c\u8fb9",
                "hm \ud83c\udf46")) {
            assertThat(post(member, text)).as(text).isEqualTo(BLOCKED);
        }
        for (String text : List.of("cafeteria", "buy it now", "an ad", "\u6d77\u4e0a", "now buy")) {
            assertThat(post(member, text)).as(text).isInstanceOf(PostMessage.Posted.class);
        }
    }

    private static CreateAutomodRule regex(String... patterns) {
        return new CreateAutomodRule(
                OWNER, "regex", AutomodKind.REGEX, List.of(patterns), null, AutomodAction.BLOCK, null, true);
    }

    @Test
    void anExpressionIsSoughtInTheTextAsItIsWritten() {
        waddle.done(regex("(?i)free\\s+coins?", "https?://[^ ]*\\.example/", "\u4e0a.{0,3}\u6d77"));
        for (String text : List.of("get FREE  coin now", "see http://x.example/y", "\u4e0a--\u6d77")) {
            assertThat(post(member, text)).as(text).isEqualTo(BLOCKED);
        }
        for (String text : List.of("freecoins", "http://x.examples/", "\u4e0a----\u6d77")) {
            assertThat(post(member, text)).as(text).isInstanceOf(PostMessage.Posted.class);
        }
        assertThat(post(OWNER, "free coins")).isInstanceOf(PostMessage.Posted.class);
    }

    /// What takes other engines longer than the universe.
    @Test
    void anExpressionTakesTimeInProportionToTheText() {
        waddle.done(regex("(x+x+)+y", "(x|x)*z", "(?:x?){50}(?:x){2}w"));
        String text = "x".repeat(4000);
        assertThatCode(() -> assertTimeoutPreemptively(Duration.ofSeconds(20), () -> posted(member, text)))
                .doesNotThrowAnyException();
        assertThat(post(member, text + "y")).isEqualTo(BLOCKED);
    }

    @Test
    void expressionsHaveLimits() {
        assertThat(waddle.invalid(regex())).isEqualTo("words");
        for (String pattern : List.of(
                "",
                " ",
                "(",
                "[a-",
                "a*",
                "(?:a|)",
                "(?=a)",
                "(a)\\1",
                "a".repeat(201),
                "a{101}",
                "((a{10}){10}){2}",
                "a{99999999999}",
                "(a{2,60}){2}")) {
            assertThat(waddle.invalid(regex(pattern))).as(pattern).isEqualTo("words");
        }
        assertThat(waddle.invalid(new CreateAutomodRule(
                        OWNER, "t", AutomodKind.REGEX, List.of("x"), 5, AutomodAction.BLOCK, null, true)))
                .isEqualTo("mentionLimit");
        AutomodRule rule = waddle.done(regex("[a-z]{100}", "[b-z]{100}", "[c-z]{100}"));
        waddle.done(regex("[d-z]{100}"));
        assertThat(waddle.refusal(regex("[e-z]{100}"))).isEqualTo(CommunityRefusal.AUTOMOD_TOO_COMPLEX);
        waddle.done(new UpdateAutomodRule(OWNER, rule.id(), null, List.of("[a-z]{100}"), null, null, null, null));
        waddle.done(regex("[e-z]{100}"));
        assertThat(waddle.invalid(new UpdateAutomodRule(OWNER, rule.id(), null, List.of("("), null, null, null, null)))
                .isEqualTo("words");
    }

    @Test
    void aBlockedMessageLeavesNothing() {
        waddle.done(words(AutomodAction.BLOCK, "spam"));
        long seq = waddle.shard.seq();
        long count = waddle.shard.messageCount();
        assertThat(post(member, "spam")).isEqualTo(BLOCKED);
        assertThat(waddle.shard.seq()).isEqualTo(seq);
        assertThat(waddle.shard.messageCount()).isEqualTo(count);
        assertThat(reports()).isEmpty();
    }

    @Test
    void anEditIsHeldAgainstTheRulesToo() {
        MessageId message = posted(member, "fine");
        waddle.done(words(AutomodAction.BLOCK, "spam"));
        assertThat(waddle.submit(new EditMessage(member, channel, message, "Spam!")))
                .isEqualTo(new ChangeOutcome.Refused(MessageRefusal.BLOCKED_BY_RULE));
        assertThat(waddle.submit(new EditMessage(member, channel, message, "fine too")))
                .isInstanceOf(ChangeOutcome.Done.class);
    }

    @Test
    void aFlaggedMessageStandsAndIsReportedOnce() {
        waddle.done(words(AutomodAction.FLAG, "odd"));
        MessageId message = posted(member, "how odd");
        waddle.submit(new EditMessage(member, channel, message, "very odd"));
        assertThat(reports()).hasSize(1);
        Report report = reports().getFirst();
        assertThat(report.message()).isEqualTo(message);
        assertThat(report.author()).isEqualTo(member);
        assertThat(report.reporter()).isEqualTo(Report.NOBODY);
        assertThat(report.reason()).isEqualTo(ReportReason.AUTOMOD);
        assertThat(report.text()).isEqualTo("Rule: no odd");
    }

    @Test
    void aMessageThatWasLookedAtIsReportedAgainWhenItsNewTextBreaksARule() {
        waddle.done(words(AutomodAction.FLAG, "odd"));
        MessageId message = posted(member, "how odd");
        ReportId report = reports().getFirst().id();
        waddle.done(new ReviewReport(OWNER, report, ReportStatus.DISMISSED, "a joke"));
        waddle.submit(new EditMessage(member, channel, message, "even"));
        assertThat(reports()).extracting(Report::status).containsExactly(ReportStatus.DISMISSED);
        waddle.submit(new EditMessage(member, channel, message, "odder and odd"));
        assertThat(reports()).hasSize(1);
        Report again = reports().getFirst();
        assertThat(again.id()).isEqualTo(report);
        assertThat(again.status()).isEqualTo(ReportStatus.OPEN);
        assertThat(again.note()).isEqualTo("a joke");
        assertThat(again.reviewedBy()).isNull();
        assertThat(again.reviewedAt()).isNull();
    }

    @Test
    void aTimeOutSilencesTheAuthorAtOnceAndForItsTime() {
        waddle.done(words(AutomodAction.TIMEOUT, "insult"));
        List<Object> both = waddle.together(
                ShardFixture.post(member, channel, "an insult"), ShardFixture.post(member, channel, "and more"));
        assertThat(both).containsExactly(BLOCKED, new PostMessage.Refused(MessageRefusal.IN_TIMEOUT));
        assertThat(waddle.shard.access(member).orElseThrow().inTimeout(waddle.shards.clock.millis()))
                .isTrue();
        AuditEntry entry = waddle.shard.read(reader -> reader.auditLog()
                .page(null, AuditAction.MEMBER_TIMEOUT, Long.MAX_VALUE, 1)
                .items()
                .getFirst());
        assertThat(entry.actor()).isEqualTo(new UserId(0));
        assertThat(entry.reason()).isEqualTo("Rule: no insult");
        waddle.shards.clock.advance(Duration.ofSeconds(599));
        assertThat(post(member, "sorry")).isEqualTo(new PostMessage.Refused(MessageRefusal.IN_TIMEOUT));
        waddle.shards.clock.advance(Duration.ofSeconds(1));
        posted(member, "sorry");
    }

    @Test
    void differentMentionsAreCounted() {
        waddle.done(mentions(2));
        posted(member, "<@1> <@2> <@1> <@1>");
        assertThat(post(member, "<@1> <@2> <@&3>")).isEqualTo(BLOCKED);
    }

    @Test
    void theStrictestRuleCountsAndModeratorsPass() {
        waddle.done(words(AutomodAction.FLAG, "spam"));
        waddle.done(words(AutomodAction.BLOCK, "spam", "ham"));
        assertThat(post(member, "spam")).isEqualTo(BLOCKED);
        UserId moderator = waddle.joined();
        waddle.done(new GrantRole(OWNER, moderator, waddle.presetId(RolePreset.MODERATOR)));
        posted(moderator, "about spam");
        posted(OWNER, "about spam");
        assertThat(reports()).isEmpty();
    }

    @Test
    void rulesAreChangedAtOnce() {
        AutomodRule rule = waddle.done(words(AutomodAction.BLOCK, "spam"));
        assertThat(post(member, "spam")).isEqualTo(BLOCKED);
        waddle.done(new UpdateAutomodRule(OWNER, rule.id(), null, null, null, null, null, false));
        posted(member, "spam");
        waddle.done(new UpdateAutomodRule(OWNER, rule.id(), null, List.of("ham"), null, null, null, true));
        posted(member, "spam");
        assertThat(post(member, "ham")).isEqualTo(BLOCKED);
        waddle.unchanged(new UpdateAutomodRule(OWNER, rule.id(), null, null, null, null, null, true));
        waddle.done(new DeleteAutomodRule(OWNER, rule.id()));
        posted(member, "ham");
        assertThat(waddle.refusal(new DeleteAutomodRule(OWNER, rule.id())))
                .isEqualTo(CommunityRefusal.NO_SUCH_AUTOMOD_RULE);
        List<AutomodRule> left = waddle.shard.read(reader -> reader.automodRules());
        assertThat(left).isEmpty();
    }

    @Test
    void onlyWhoManagesRulesChangesThem() {
        CreateAutomodRule foreign = new CreateAutomodRule(
                member, "x", AutomodKind.KEYWORDS, List.of("x"), null, AutomodAction.BLOCK, null, true);
        assertThat(waddle.refusal(foreign)).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(waddle.refusal(new DeleteAutomodRule(member, new AutomodRuleId(1))))
                .isEqualTo(CommunityRefusal.NOT_ALLOWED);
        UserId guard = waddle.holding(50, Permission.MANAGE_AUTOMOD);
        assertThat(waddle.refusal(new DeleteAutomodRule(guard, new AutomodRuleId(1))))
                .isEqualTo(CommunityRefusal.NO_SUCH_AUTOMOD_RULE);
        waddle.done(words(AutomodAction.BLOCK, "x"));
        List<AuditEntry> log = waddle.shard.read(reader -> reader.auditLog()
                .page(null, AuditAction.AUTOMOD_CREATE, Long.MAX_VALUE, 10)
                .items());
        assertThat(log).hasSize(1);
    }

    @Test
    void rulesHaveLimits() {
        assertThat(waddle.invalid(words(AutomodAction.BLOCK, "..."))).isEqualTo("words");
        assertThat(waddle.invalid(words(AutomodAction.BLOCK, "fine", "x".repeat(101))))
                .isEqualTo("words");
        assertThat(waddle.invalid(mentions(0))).isEqualTo("mentionLimit");
        assertThat(waddle.invalid(mentions(101))).isEqualTo("mentionLimit");
        assertThat(waddle.invalid(new CreateAutomodRule(
                        OWNER, "t", AutomodKind.MENTIONS, List.of(), 5, AutomodAction.TIMEOUT, 59, true)))
                .isEqualTo("timeoutSeconds");
        assertThat(waddle.invalid(new CreateAutomodRule(
                        OWNER, "t", AutomodKind.MENTIONS, List.of("x"), 5, AutomodAction.BLOCK, null, true)))
                .isEqualTo("words");
        assertThat(waddle.invalid(new CreateAutomodRule(
                        OWNER, "", AutomodKind.MENTIONS, List.of(), 5, AutomodAction.BLOCK, null, true)))
                .isEqualTo("name");
        for (int i = 0; i < AutomodRule.RULES_LIMIT; i++) {
            waddle.done(mentions(5));
        }
        assertThat(waddle.refusal(mentions(5))).isEqualTo(CommunityRefusal.AUTOMOD_LIMIT_REACHED);
    }
}
