package chat.waddle.robot;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.RobotInteractionId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Says that there will be no answer.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_INTERACTION, IN_TIMEOUT, NOT_ALLOWED, ILLEGAL_TRANSITION, LEASE_LOST.
///
/// @param lease null for a question that nobody works on
/// @param error at most [RobotInteraction#ERROR_LIMIT] characters
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FailInteraction(
        UserId actor,
        RobotInteractionId interaction,
        @Nullable Long lease,
        String error) implements Command<CommunityOutcome<RobotInteraction>> {}
