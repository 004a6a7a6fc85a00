package chat.waddle.desk;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.EscalationId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Begins work on an escalation, or ends it; a resolved one takes its room to the higher level.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_ESCALATION, ILLEGAL_TRANSITION.
///
/// @param next IN_PROGRESS, RESOLVED or CANCELLED
/// @param notes what came of it; with RESOLVED, and only there
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdvanceEscalation(
        UserId actor,
        EscalationId escalation,
        EscalationStatus next,
        @Nullable String notes) implements Command<CommunityOutcome<Escalation>> {}
