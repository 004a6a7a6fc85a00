package chat.waddle.server.report;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.IdClock;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.ReportId;
import chat.waddle.ids.UserId;
import chat.waddle.report.Report;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message that moderators are asked to look at.
///
/// @param reporterId null where an automatic rule asks
record ReportJson(
        ReportId id,
        ChannelId channelId,
        MessageId messageId,
        UserId authorId,
        @Nullable UserId reporterId,
        Instant createdAt,
        String reason,
        @Nullable String text,
        String status,
        @Nullable String note,
        @Nullable UserId reviewedBy,
        @Nullable Instant reviewedAt) {
    static ReportJson of(Report report) {
        return new ReportJson(
                report.id(),
                report.channel(),
                report.message(),
                report.author(),
                report.reporter().equals(Report.NOBODY) ? null : report.reporter(),
                IdClock.timeOf(report.id()),
                report.reason().code(),
                report.text(),
                report.status().code(),
                report.note(),
                report.reviewedBy(),
                report.reviewedAt());
    }
}
