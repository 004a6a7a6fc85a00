package chat.waddle.server.robot;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.RobotInteractionId;
import chat.waddle.ids.UserId;
import chat.waddle.robot.AnswerInteraction;
import chat.waddle.robot.FailInteraction;
import chat.waddle.robot.InteractionStatus;
import chat.waddle.robot.RenewLease;
import chat.waddle.robot.RobotInteraction;
import chat.waddle.server.http.FieldChecks;
import chat.waddle.server.http.Ids;
import chat.waddle.server.http.Json;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.ProblemException;
import chat.waddle.server.message.MessageRules;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What may be said of a question to a robot.
final class RobotRules {
    private RobotRules() {}

    /// A JSON object within its limit, as text; null for none.
    static @Nullable String object(String field, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        byte[] json = Json.bytes(node);
        new FieldChecks()
                .that(node.isObject(), field, "wrong_type", "It must be a JSON object.")
                .that(
                        json.length <= Limits.ROBOT_JSON_BYTES.max(),
                        field,
                        "too_long",
                        "At most " + Limits.ROBOT_JSON_BYTES.max() + " bytes are allowed.")
                .orThrow();
        return new String(json, StandardCharsets.UTF_8);
    }

    static int leaseSeconds(@Nullable Integer wanted) {
        new FieldChecks().number("leaseSeconds", wanted, Limits.LEASE_SECONDS).orThrow();
        return wanted == null ? RobotInteraction.USUAL_LEASE_SECONDS : wanted;
    }

    /// What the status that a client wants means. Nobody sets it back: that is what the end of a lease does.
    static Command<CommunityOutcome<RobotInteraction>> command(
            UserId user, RobotInteractionId id, RobotRequests.Progress body) {
        InteractionStatus status = InteractionStatus.ofCode(body.status())
                .orElseThrow(() -> invalid("status", "unknown_status", "There is no such status."));
        return switch (status) {
            case PENDING ->
                throw invalid("status", "not_allowed", "A question waits again when its lease ends, by itself.");
            case PROCESSING ->
                new RenewLease(
                        user,
                        id,
                        needed(lease(body.leaseId())),
                        leaseSeconds(body.leaseSeconds()),
                        object("observation", body.observation()));
            case COMPLETED ->
                new AnswerInteraction(
                        user,
                        id,
                        needed(lease(body.leaseId())),
                        text(body.content()),
                        object("response", body.response()),
                        Boolean.TRUE.equals(body.visibleToGuests()));
            case FAILED -> new FailInteraction(user, id, lease(body.leaseId()), error(body.error()));
        };
    }

    private static String text(@Nullable String content) {
        if (content == null) {
            throw invalid("content", "required", "An answer must say something.");
        }
        MessageRules.checkText(content);
        return content;
    }

    private static String error(@Nullable String error) {
        return error == null ? "It failed." : error;
    }

    private static long needed(@Nullable Long lease) {
        if (lease == null) {
            throw invalid("leaseId", "required", "Say by which lease you hold the question.");
        }
        return lease;
    }

    static @Nullable Long lease(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Ids.parse(text);
        } catch (NumberFormatException _) {
            throw invalid("leaseId", "malformed_id", "It must be an id, a decimal number.");
        }
    }

    private static ProblemException invalid(String field, String code, String message) {
        return new Problem.Invalid(field, code, message).asException();
    }
}
