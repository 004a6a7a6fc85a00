package chat.waddle.robot;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.RobotInteractionId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Holds a question longer, counted from now.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_INTERACTION, IN_TIMEOUT, NOT_ALLOWED, ILLEGAL_TRANSITION, LEASE_LOST.
///
/// @param observation what was seen meanwhile, a JSON object; null leaves what is there
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RenewLease(
        UserId actor,
        RobotInteractionId interaction,
        long lease,
        int seconds,
        @Nullable String observation) implements Command<CommunityOutcome<RobotInteraction>> {}
