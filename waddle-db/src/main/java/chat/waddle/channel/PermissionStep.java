package chat.waddle.channel;

/// One step on the way to what a member may do in a channel. Immutable.
///
/// @param subjectId the public id of the role or account it is about; 0 where it is about none
/// @param inherited whether it is an overwrite of the channel's category
/// @param allow bits the step gives
/// @param deny bits the step takes
/// @param result what is held after it
public record PermissionStep(Kind kind, long subjectId, boolean inherited, long allow, long deny, long result) {
    /// Why a step is taken.
    public enum Kind {
        /// The owner holds everything, everywhere.
        OWNER,
        /// A role of the member, the base role first.
        ROLE,
        /// A role is an administrator's: it holds everything, everywhere.
        ADMINISTRATOR,
        /// A private channel is seen by who may see private channels.
        PRIVATE_CHANNEL,
        ROLE_OVERWRITE,
        USER_OVERWRITE,
        /// Who may not see the channel has no permission in it.
        HIDDEN,
        /// In a room only what one is there counts; roles and overwrites do not.
        PARTICIPANT,
        /// A time-out leaves only reading.
        TIMEOUT
    }
}
