package chat.waddle.server.member;

/// What came of a pruning.
///
/// @param members how many were removed
/// @param dryRun nobody was removed: it says how many would be
record PruneJson(int members, boolean dryRun) {}
