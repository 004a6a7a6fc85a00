package chat.waddle.community;

import chat.waddle.ids.UserId;

/// What a waddle tells of itself as a whole. Immutable.
///
/// @param members how many are active
/// @param membersSeq the sequence of the newest change of who is a member or owner, or of a member's own settings
/// @param undoWindowSeconds how long a deleted message can be restored
/// @param settings a JSON object
public record WaddleCounts(UserId owner, int members, long membersSeq, int undoWindowSeconds, String settings) {}
