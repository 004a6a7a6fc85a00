package chat.waddle.server.waddle;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.InvalidField;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.ProblemException;

/// What the refusals of members', roles', channels' and threads' commands mean to a client.
public final class CommunityProblems {
    private CommunityProblems() {}

    /// What a command came to; a refusal ends the request.
    public static <T> T valueOf(CommunityOutcome<T> outcome) {
        return switch (outcome) {
            case CommunityOutcome.Done<T> done -> done.value();
            case CommunityOutcome.Unchanged<T> same -> same.value();
            case CommunityOutcome.Refused<T> refused -> throw of(refused.why());
            case CommunityOutcome.Invalid<T> invalid -> throw of(invalid.field());
        };
    }

    public static ProblemException of(InvalidField field) {
        return new Problem.Invalid(field.field(), field.code(), field.message()).asException();
    }

    public static ProblemException of(CommunityRefusal why) {
        return problem(why).asException();
    }

    /// Somebody who is no member cannot tell a waddle from one that does not exist.
    public static ProblemException noSuchWaddle() {
        return of(CommunityRefusal.NOT_A_MEMBER);
    }

    private static Problem problem(CommunityRefusal why) {
        return switch (why) {
            case NOT_A_MEMBER -> new Problem.NotFound("no_such_waddle", "There is no such waddle.");
            case NO_SUCH_MEMBER -> new Problem.NotFound("no_such_member", "There is no such member here.");
            case NO_SUCH_ROLE -> new Problem.NotFound("no_such_role", "There is no such role here.");
            case NO_SUCH_CHANNEL -> new Problem.NotFound("no_such_channel", "There is no such channel here.");
            case NO_SUCH_CATEGORY -> new Problem.NotFound("no_such_category", "There is no such category here.");
            case NO_SUCH_THREAD -> new Problem.NotFound("no_such_thread", "There is no such thread here.");
            case NO_SUCH_MESSAGE -> new Problem.NotFound("no_such_message", "There is no such message here.");
            case NO_SUCH_REPORT -> new Problem.NotFound("no_such_report", "There is no such report here.");
            case NO_SUCH_AUTOMOD_RULE -> new Problem.NotFound("no_such_rule", "There is no such rule here.");
            case NO_SUCH_VOICE_SESSION ->
                new Problem.NotFound("no_such_voice_session", "There is no such session in this channel.");
            case NO_SUCH_PARTICIPANT ->
                new Problem.NotFound("no_such_participant", "Nobody by this id takes part here.");
            case NO_SUCH_ROOM -> new Problem.NotFound("no_such_room", "There is no such room here.");
            case NO_SUCH_ESCALATION -> new Problem.NotFound("no_such_escalation", "There is no such escalation here.");
            case LEVEL_NOT_ABOVE -> conflict("level_not_above", "A room goes to a higher level only.");
            case ALREADY_ESCALATED -> conflict("already_escalated", "This room has an escalation that is open.");
            case GUESTS_NOT_ADMITTED ->
                new Problem.Forbidden("guests_not_admitted", "Guests do not come into this room.");
            case SUPPORT_ROOM_LIMIT_REACHED ->
                conflict("room_limit_reached", "This waddle has as many open rooms as it may have.");
            case NO_SUCH_ROBOT -> new Problem.NotFound("no_such_robot", "There is no such robot here.");
            case NO_SUCH_INTERACTION ->
                new Problem.NotFound("no_such_interaction", "There is no such question to a robot here.");
            case NOT_BANNED -> new Problem.NotFound("no_such_ban", "This account is not banned here.");
            case NOT_ALLOWED -> new Problem.Forbidden("not_allowed", "You may not do this here.");
            case IN_TIMEOUT -> inTimeout();
            case BANNED -> new Problem.Forbidden("banned", "You are banned from this waddle.");
            case ABOVE_ACTOR -> new Problem.Forbidden("above_you", "This stands at or above your own highest role.");
            case OWNER_PROTECTED -> new Problem.Forbidden("owner_protected", "Nobody does this to the owner.");
            case PERMISSION_NOT_HELD ->
                new Problem.Forbidden("permission_not_held", "You cannot give or take a permission you do not have.");
            case NOT_THE_OWNER -> new Problem.Forbidden("not_the_owner", "Only the owner may do this.");
            case NOT_TO_ONESELF -> new Problem.Forbidden("not_to_oneself", "Nobody does this to themselves.");
            case OWNER_MUST_TRANSFER ->
                conflict("owner_must_transfer", "Hand the waddle over before you leave, or delete it.");
            case PRESET_PROTECTED -> conflict("preset_protected", "What every waddle begins with stays as it is.");
            case ROLE_LIMIT_REACHED -> conflict("role_limit_reached", "This waddle has as many roles as it may have.");
            case CHANNEL_LIMIT_REACHED ->
                conflict("channel_limit_reached", "This waddle has as many channels as it may have.");
            case CATEGORY_LIMIT_REACHED ->
                conflict("category_limit_reached", "This waddle has as many categories as it may have.");
            case OVERWRITE_LIMIT_REACHED ->
                conflict("overwrite_limit_reached", "This place has as many overwrites as it may have.");
            case AUTOMOD_LIMIT_REACHED ->
                conflict("automod_limit_reached", "This waddle has as many rules as it may have.");
            case AUTOMOD_TOO_COMPLEX ->
                conflict("automod_too_complex", "The expressions of this waddle would take too long together.");
            case ROOM_FULL -> conflict("participant_limit_reached", "As many take part here as may.");
            case ROOM_LIMIT_REACHED ->
                conflict("conversation_limit_reached", "You have opened as many groups as you may.");
            case ROOM_FIXED -> conflict("direct_conversation", "In a conversation of two nobody comes or goes.");
            case ROBOT_LIMIT_REACHED ->
                conflict("robot_limit_reached", "This waddle has as many robots as it may have.");
            case ROBOT_QUEUE_FULL -> conflict("robot_queue_full", "Too many questions wait for this robot.");
            case ROBOT_NAME_TAKEN -> conflict("robot_name_taken", "There is a robot with this name.");
            case ILLEGAL_TRANSITION ->
                conflict("illegal_transition", "From the state it is in it cannot come to that.");
            case LEASE_LOST -> conflict("lease_lost", "Your lease has ended and somebody else works on this by now.");
            case STREAM_ENDED -> conflict("stream_ended", "This message is not being written any more.");
            case STREAM_EMPTY -> conflict("stream_empty", "Nothing has been said yet.");
            case STREAM_TOO_LONG -> conflict("stream_too_long", "A message has at most 4000 characters.");
            case STREAM_LIMIT_REACHED ->
                conflict("stream_limit_reached", "As many messages are being written here as may be.");
            case BLOCKED_BY_RULE ->
                new Problem.Forbidden("blocked_by_automod", "A rule of this waddle does not let this message pass.");
            case CHANNEL_NAME_TAKEN -> conflict("channel_name_taken", "There is a channel with this name.");
            case CHANNEL_TYPE_FIXED ->
                conflict("channel_type_fixed", "A voice channel stays one, and no other becomes one.");
            case CHANNELS_DIFFER -> conflict("channels_differ", "Name every channel there is, each of them once.");
            case CHANNEL_ARCHIVED -> conflict("channel_archived", "This channel is archived; it can only be read.");
            case NOT_A_TEXT_CHANNEL -> conflict("not_a_text_channel", "This channel takes no messages.");
            case NOT_A_VOICE_CHANNEL -> conflict("not_a_voice_channel", "Sessions are in voice channels only.");
            case VOICE_SESSION_RUNNING -> conflict("voice_session_running", "A session goes on in this channel.");
            case VOICE_SESSION_OVER -> conflict("voice_session_over", "This session is over.");
            case THREADS_DISABLED -> conflict("threads_disabled", "This channel has no threads.");
            case THREAD_LOCKED -> conflict("thread_locked", "This thread is locked.");
        };
    }

    static Problem inTimeout() {
        return new Problem.Forbidden("in_timeout", "You are in a time-out and may only read.");
    }

    private static Problem conflict(String code, String detail) {
        return new Problem.Conflict(code, detail);
    }
}
