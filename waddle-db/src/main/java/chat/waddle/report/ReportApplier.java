package chat.waddle.report;

import chat.waddle.channel.Channel;
import chat.waddle.community.Access;
import chat.waddle.community.Answer;
import chat.waddle.community.AuditAction;
import chat.waddle.community.AuditChanges;
import chat.waddle.community.AuditTrail;
import chat.waddle.community.CommunityContext;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.InvalidField;
import chat.waddle.community.Moderation;
import chat.waddle.community.Permission;
import chat.waddle.community.Standing;
import chat.waddle.community.TextRules;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Takes reports of messages and what moderators say of them.
public final class ReportApplier {
    private final CommunityContext context;

    public ReportApplier(CommunityContext context) {
        this.context = context;
    }

    public Applied<CommunityOutcome<Report>> report(WriteSession transaction, Stamp stamp, ReportMessage command)
            throws SQLException {
        InvalidField invalid = invalid(command);
        if (invalid != null) {
            return Answer.invalid(invalid);
        }
        Access reporter = context.view().access(transaction, command.reporter());
        if (reporter == null) {
            return Answer.refused(CommunityRefusal.NOT_A_MEMBER);
        }
        Channel channel = context.view().channels(transaction).byId(command.channel());
        if (channel == null || !channel.visibleTo(reporter, stamp.timeMillis())) {
            return Answer.refused(CommunityRefusal.NO_SUCH_CHANNEL);
        }
        if (reporter.inTimeout(stamp.timeMillis())) {
            return Answer.refused(CommunityRefusal.IN_TIMEOUT);
        }
        CommunityRefusal lacking = channel.lacking(reporter, Permission.READ_HISTORY, stamp.timeMillis());
        if (lacking != null) {
            return Answer.refused(lacking);
        }
        ReportSql reports = transaction.sql(ReportSql.class);
        Integer author =
                reports.author(channel.num(), command.message().value()).orElse(null);
        if (author == null || command.message().value() < channel.historyFrom(reporter)) {
            return Answer.refused(CommunityRefusal.NO_SUCH_MESSAGE);
        }
        Report earlier =
                reports.of(command.message().value(), command.reporter()).orElse(null);
        if (earlier != null) {
            return Answer.unchanged(earlier);
        }
        long id = stamp.newId();
        reports.insert(
                id,
                command.message().value(),
                channel.num(),
                author,
                command.reporter(),
                command.reason().code(),
                command.text());
        Report report =
                reports.of(command.message().value(), command.reporter()).orElseThrow();
        return Answer.done(report, channel.num(), id);
    }

    private static @Nullable InvalidField invalid(ReportMessage command) {
        if (command.reason() == ReportReason.AUTOMOD) {
            return new InvalidField("reason", "unknown_reason", "Only automatic rules give this reason.");
        }
        return command.text() == null ? null : text(command.text());
    }

    private static @Nullable InvalidField text(String text) {
        return text.isEmpty()
                ? new InvalidField("text", "too_short", "It must not be empty.")
                : TextRules.prose("text", text, Report.TEXT_LIMIT);
    }

    /// Puts a message that broke an automatic rule into the queue; one that was looked at before is opened again.
    ///
    /// @param author the small number of a member
    public static void flag(
            WriteSession transaction, Stamp stamp, Channel channel, int author, long message, String text) {
        transaction
                .sql(ReportSql.class)
                .flag(stamp.newId(), message, channel.num(), author, Report.NOBODY, ReportReason.AUTOMOD.code(), text);
    }

    public Applied<CommunityOutcome<Report>> review(WriteSession transaction, Stamp stamp, ReviewReport command)
            throws SQLException {
        InvalidField invalid = TextRules.prose("note", command.note(), Moderation.REASON_LIMIT);
        if (invalid != null) {
            return Answer.invalid(invalid);
        }
        Access actor = context.view().access(transaction, command.actor());
        if (actor == null) {
            return Answer.refused(CommunityRefusal.NOT_A_MEMBER);
        }
        CommunityRefusal lacking = Standing.lacking(actor, Permission.REVIEW_REPORTS, stamp.timeMillis());
        if (lacking != null) {
            return Answer.refused(lacking);
        }
        ReportSql reports = transaction.sql(ReportSql.class);
        Report before = reports.find(command.report()).orElse(null);
        Channel channel =
                before == null ? null : context.view().channels(transaction).byId(before.channel());
        if (before == null || channel == null || !channel.visibleTo(actor, stamp.timeMillis())) {
            return Answer.refused(CommunityRefusal.NO_SUCH_REPORT);
        }
        String note = command.note() == null ? before.note() : command.note();
        if (before.status() == command.status() && Objects.equals(before.note(), note)) {
            return Answer.unchanged(before);
        }
        reports.review(command.report(), command.status().code(), note, command.actor(), stamp.timeMillis());
        AuditTrail.write(
                transaction,
                stamp,
                command.actor(),
                AuditAction.REPORT_REVIEW,
                command.report().value(),
                command.note(),
                new AuditChanges()
                        .add("status", before.status().code(), command.status().code())
                        .add("note", before.note(), note));
        Report after = reports.find(command.report()).orElseThrow();
        return Answer.done(after, channel.num(), command.report().value());
    }
}
