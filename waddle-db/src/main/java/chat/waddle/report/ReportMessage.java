package chat.waddle.report;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Asks moderators to look at a message; a second report of the same message by the same member changes nothing.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_CHANNEL, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_MESSAGE.
///
/// @param text at most [Report#TEXT_LIMIT] characters
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportMessage(
        UserId reporter,
        ChannelId channel,
        MessageId message,
        ReportReason reason,
        @Nullable String text) implements Command<CommunityOutcome<Report>> {}
