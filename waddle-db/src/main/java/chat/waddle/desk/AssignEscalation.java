package chat.waddle.desk;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.EscalationId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Gives an escalation to a member who may work on it.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_ESCALATION, NO_SUCH_MEMBER, ILLEGAL_TRANSITION.
public record AssignEscalation(UserId actor, EscalationId escalation, UserId assignee)
        implements Command<CommunityOutcome<Escalation>> {}
