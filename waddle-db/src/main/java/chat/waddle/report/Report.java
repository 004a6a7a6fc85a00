package chat.waddle.report;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.ReportId;
import chat.waddle.ids.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message that moderators are asked to look at. Immutable.
///
/// @param author who wrote the message
/// @param reporter who asks, or [#NOBODY] for an automatic rule
/// @param note what the moderator says of it
/// @param reviewedBy who gave it its status; null as long as nobody has
public record Report(
        ReportId id,
        MessageId message,
        ChannelId channel,
        UserId author,
        UserId reporter,
        ReportReason reason,
        @Nullable String text,
        ReportStatus status,
        @Nullable String note,
        @Nullable UserId reviewedBy,
        @Nullable Instant reviewedAt) {
    public static final UserId NOBODY = new UserId(0);
    public static final int TEXT_LIMIT = 1000;
}
