package chat.waddle.robot;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.RobotInteractionId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Answers a question with a message of the robot. Answering twice by the same lease changes nothing.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_INTERACTION, IN_TIMEOUT, NOT_ALLOWED, ILLEGAL_TRANSITION, LEASE_LOST,
/// NO_SUCH_MESSAGE, CHANNEL_ARCHIVED, NOT_A_TEXT_CHANNEL, THREAD_LOCKED, BLOCKED_BY_RULE.
///
/// @param content has passed [chat.waddle.message.MessageText]
/// @param response a JSON object
/// @param flag why moderators are asked to look at the answer, once that is decided; null when it is submitted
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnswerInteraction(
        UserId actor,
        RobotInteractionId interaction,
        long lease,
        String content,
        @Nullable String response,
        boolean visibleToGuests,
        @Nullable String flag)
        implements Command<CommunityOutcome<RobotInteraction>> {

    public AnswerInteraction(
            UserId actor,
            RobotInteractionId interaction,
            long lease,
            String content,
            @Nullable String response,
            boolean visibleToGuests) {
        this(actor, interaction, lease, content, response, visibleToGuests, null);
    }

    /// The same as it stands in the journal once a rule has flagged it.
    AnswerInteraction flagged(String reason) {
        return new AnswerInteraction(actor, interaction, lease, content, response, visibleToGuests, reason);
    }
}
