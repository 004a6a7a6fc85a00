package chat.waddle.report;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ReportId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Says what came of a report; it can be opened again.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_REPORT.
///
/// @param note at most [chat.waddle.community.Moderation#REASON_LIMIT] characters; null leaves it as it is
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewReport(
        UserId actor,
        ReportId report,
        ReportStatus status,
        @Nullable String note) implements Command<CommunityOutcome<Report>> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
