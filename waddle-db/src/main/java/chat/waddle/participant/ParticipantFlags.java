package chat.waddle.participant;

/// What is said of a participant beside the role.
public record ParticipantFlags(boolean canSend, boolean canInvite, boolean canSeeHistory) {
    /// What somebody may who is given nothing and denied nothing.
    public static final ParticipantFlags USUAL = new ParticipantFlags(true, false, true);
}
