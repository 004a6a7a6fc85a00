package chat.waddle.community;

/// Why a change of members, roles, channels or threads was refused.
public enum CommunityRefusal {
    /// The one who asks is no active member.
    NOT_A_MEMBER,
    NO_SUCH_MEMBER,
    NO_SUCH_ROLE,
    /// There is no such channel, or none that the one who asks may see.
    NO_SUCH_CHANNEL,
    NO_SUCH_CATEGORY,
    NO_SUCH_THREAD,
    NO_SUCH_MESSAGE,
    NO_SUCH_REPORT,
    NO_SUCH_AUTOMOD_RULE,
    NO_SUCH_VOICE_SESSION,
    /// There is nobody by that id who takes part in the room.
    NO_SUCH_PARTICIPANT,
    NO_SUCH_ROBOT,
    /// There is no such room of the support desk, or none that the one who asks may know of.
    NO_SUCH_ROOM,
    NO_SUCH_ESCALATION,
    /// There is no such question to a robot, or none that the one who asks may see.
    NO_SUCH_INTERACTION,
    /// There is no ban to take back.
    NOT_BANNED,

    /// The one who asks may see the thing but lacks the permission.
    NOT_ALLOWED,
    IN_TIMEOUT,
    /// A ban keeps the user out.
    BANNED,
    /// The member or role stands at or above the position of the one who asks.
    ABOVE_ACTOR,
    /// Nobody acts on the owner.
    OWNER_PROTECTED,
    /// A permission that the one who asks does not hold would be given or taken.
    PERMISSION_NOT_HELD,
    /// Only the owner may do this.
    NOT_THE_OWNER,
    /// Nobody does this to themselves.
    NOT_TO_ONESELF,

    /// The owner hands the waddle over before leaving.
    OWNER_MUST_TRANSFER,
    /// What every waddle begins with stays as it is.
    PRESET_PROTECTED,
    ROLE_LIMIT_REACHED,
    CHANNEL_LIMIT_REACHED,
    CATEGORY_LIMIT_REACHED,
    OVERWRITE_LIMIT_REACHED,
    AUTOMOD_LIMIT_REACHED,
    /// The expressions of the waddle would take too long together.
    AUTOMOD_TOO_COMPLEX,
    /// As many take part in the room as may.
    ROOM_FULL,
    /// Somebody takes part in as many rooms as they may.
    ROOM_LIMIT_REACHED,
    /// In a conversation of two nobody comes or goes.
    ROOM_FIXED,
    ROBOT_LIMIT_REACHED,
    SUPPORT_ROOM_LIMIT_REACHED,
    GUESTS_NOT_ADMITTED,
    /// A room of the support desk goes to a higher level only.
    LEVEL_NOT_ABOVE,
    /// The room has an escalation that is open.
    ALREADY_ESCALATED,
    /// As many questions wait for the robot as may wait.
    ROBOT_QUEUE_FULL,
    ROBOT_NAME_TAKEN,
    /// From the state it is in it cannot come into that one.
    ILLEGAL_TRANSITION,
    /// Somebody else works on it by now.
    LEASE_LOST,
    /// The robot does not write this message any more, or has been silent for too long.
    STREAM_ENDED,
    /// The robot has said nothing yet.
    STREAM_EMPTY,
    STREAM_TOO_LONG,
    /// As many messages are being written as may be.
    STREAM_LIMIT_REACHED,
    /// An automatic rule does not let it pass.
    BLOCKED_BY_RULE,
    CHANNEL_NAME_TAKEN,
    /// A voice channel stays one, and no other channel becomes one.
    CHANNEL_TYPE_FIXED,
    /// The list does not hold exactly the channels there are.
    CHANNELS_DIFFER,
    CHANNEL_ARCHIVED,
    NOT_A_TEXT_CHANNEL,
    NOT_A_VOICE_CHANNEL,
    /// One goes on in this channel.
    VOICE_SESSION_RUNNING,
    VOICE_SESSION_OVER,
    THREADS_DISABLED,
    THREAD_LOCKED
}
