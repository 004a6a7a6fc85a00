package chat.waddle.robot;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Registers a robot.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_MEMBER, ROBOT_NAME_TAKEN, ROBOT_LIMIT_REACHED.
///
/// @param name unique whatever the case of its letters, at most [Robot#NAME_LIMIT] characters
/// @param owner who works for it; null for the one who registers it
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreateRobot(
        UserId actor,
        String name,
        @Nullable String description,
        @Nullable UserId owner) implements Command<CommunityOutcome<Robot>> {}
