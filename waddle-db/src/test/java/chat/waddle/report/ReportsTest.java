package chat.waddle.report;

import static chat.waddle.community.CommunityFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelType;
import chat.waddle.channel.CreateChannel;
import chat.waddle.channel.ThreadMode;
import chat.waddle.community.AuditAction;
import chat.waddle.community.AuditEntry;
import chat.waddle.community.CommunityFixture;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.GrantRole;
import chat.waddle.community.Page;
import chat.waddle.community.Permission;
import chat.waddle.community.Plans;
import chat.waddle.community.RolePreset;
import chat.waddle.community.SetTimeout;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.ReportId;
import chat.waddle.ids.UserId;
import chat.waddle.message.DeleteMessage;
import chat.waddle.message.PostMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private ChannelId channel;
    private UserId member;
    private UserId moderator;

    @BeforeEach
    void open() {
        waddle = new CommunityFixture(folder);
        channel = waddle.channel("talk");
        member = waddle.joined();
        moderator = waddle.joined();
        waddle.done(new GrantRole(OWNER, moderator, waddle.presetId(RolePreset.MODERATOR)));
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private MessageId posted(ChannelId where) {
        assertThat(waddle.post(OWNER, where)).isInstanceOf(PostMessage.Posted.class);
        return waddle.post(OWNER, where) instanceof PostMessage.Posted posted ? posted.id() : new MessageId(0);
    }

    private ReportMessage report(UserId reporter, MessageId message) {
        return new ReportMessage(reporter, channel, message, ReportReason.SPAM, "look at this");
    }

    @Test
    void eachMemberReportsAMessageOnce() {
        MessageId message = posted(channel);
        Report report = waddle.done(report(member, message));
        assertThat(report.status()).isEqualTo(ReportStatus.OPEN);
        assertThat(report.author()).isEqualTo(OWNER);
        assertThat(report.channel()).isEqualTo(channel);
        waddle.unchanged(report(member, message));
        Report other = waddle.done(report(moderator, message));
        assertThat(listed(moderator, null, 1)).containsExactly(other.id(), report.id());
    }

    @Test
    void onlyWhatOneMayReadIsReported() {
        MessageId message = posted(channel);
        Channel secret = waddle.done(
                new CreateChannel(OWNER, "secret", ChannelType.TEXT, null, null, true, ThreadMode.OPTIONAL, 0, 168));
        MessageId hidden = posted(secret.id());
        assertThat(waddle.refusal(new ReportMessage(member, secret.id(), hidden, ReportReason.OTHER, null)))
                .isEqualTo(CommunityRefusal.NO_SUCH_CHANNEL);
        assertThat(waddle.refusal(report(member, hidden))).isEqualTo(CommunityRefusal.NO_SUCH_MESSAGE);
        assertThat(waddle.refusal(report(waddle.stranger(), message))).isEqualTo(CommunityRefusal.NOT_A_MEMBER);
        waddle.submit(new DeleteMessage(OWNER, channel, message));
        assertThat(waddle.refusal(report(member, message))).isEqualTo(CommunityRefusal.NO_SUCH_MESSAGE);
        waddle.done(new SetTimeout(OWNER, member, waddle.shards.clock.millis() + 1000, null));
        assertThat(waddle.refusal(report(member, posted(channel)))).isEqualTo(CommunityRefusal.IN_TIMEOUT);
    }

    @Test
    void wordsHaveALimitAndNobodyPosesAsARule() {
        MessageId message = posted(channel);
        assertThat(waddle.invalid(new ReportMessage(member, channel, message, ReportReason.SPAM, "x".repeat(1001))))
                .isEqualTo("text");
        assertThat(waddle.invalid(new ReportMessage(member, channel, message, ReportReason.SPAM, "")))
                .isEqualTo("text");
        assertThat(waddle.invalid(new ReportMessage(member, channel, message, ReportReason.AUTOMOD, null)))
                .isEqualTo("reason");
    }

    @Test
    void moderatorsSayWhatCameOfItAndTheAuditLogKnows() {
        Report report = waddle.done(report(member, posted(channel)));
        assertThat(waddle.refusal(new ReviewReport(member, report.id(), ReportStatus.DISMISSED, null)))
                .isEqualTo(CommunityRefusal.NOT_ALLOWED);
        Report done = waddle.done(new ReviewReport(moderator, report.id(), ReportStatus.RESOLVED, "warned"));
        assertThat(done.note()).isEqualTo("warned");
        assertThat(done.reviewedBy()).isEqualTo(moderator);
        assertThat(done.reviewedAt()).isEqualTo(waddle.shards.clock.instant());
        waddle.unchanged(new ReviewReport(moderator, report.id(), ReportStatus.RESOLVED, null));
        assertThat(listed(moderator, ReportStatus.OPEN, 10)).isEmpty();
        assertThat(listed(moderator, ReportStatus.RESOLVED, 10)).containsExactly(report.id());
        waddle.done(new ReviewReport(OWNER, report.id(), ReportStatus.OPEN, null));
        assertThat(listed(moderator, ReportStatus.OPEN, 10)).containsExactly(report.id());
        List<AuditEntry> log = waddle.shard.read(reader -> reader.auditLog()
                .page(null, AuditAction.REPORT_REVIEW, Long.MAX_VALUE, 10)
                .items());
        assertThat(log).extracting(AuditEntry::actor).containsExactly(OWNER, moderator);
        assertThat(log.get(1).reason()).isEqualTo("warned");
        assertThat(log.get(1).resourceId()).isEqualTo(report.id().value());
        assertThat(waddle.refusal(new ReviewReport(moderator, new ReportId(1), ReportStatus.OPEN, null)))
                .isEqualTo(CommunityRefusal.NO_SUCH_REPORT);
    }

    @Test
    void aReviewerKnowsNothingOfWhatTheyMayNotSee() {
        UserId guard = waddle.holding(50, Permission.REVIEW_REPORTS);
        Channel secret = waddle.done(
                new CreateChannel(OWNER, "secret", ChannelType.TEXT, null, null, true, ThreadMode.OPTIONAL, 0, 168));
        Report report =
                waddle.done(new ReportMessage(OWNER, secret.id(), posted(secret.id()), ReportReason.HATE, null));
        assertThat(listed(guard, null, 10)).isEmpty();
        assertThat(listed(moderator, null, 10)).containsExactly(report.id());
        assertThat(waddle.refusal(new ReviewReport(guard, report.id(), ReportStatus.RESOLVED, null)))
                .isEqualTo(CommunityRefusal.NO_SUCH_REPORT);
    }

    @Test
    void theListRunsAlongItsIndex() {
        assertThat(Plans.of(waddle.shard, ReportSql.class, "before"))
                .contains("USING INDEX reports_by_status (status=? AND id<?)")
                .doesNotContain("TEMP B-TREE");
    }

    private List<ReportId> listed(UserId reviewer, @Nullable ReportStatus status, int pageSize) {
        List<Channel> channels = waddle.shard
                .channels()
                .visibleTo(waddle.shard.access(reviewer).orElseThrow(), waddle.shards.clock.millis());
        List<ReportId> ids = new ArrayList<>();
        Long place = Long.MAX_VALUE;
        while (place != null) {
            long from = place;
            Page<Report, Long> page =
                    waddle.shard.read(reader -> reader.reports().page(status, channels, from, pageSize));
            page.items().forEach(report -> ids.add(report.id()));
            place = page.next();
        }
        return ids;
    }
}
