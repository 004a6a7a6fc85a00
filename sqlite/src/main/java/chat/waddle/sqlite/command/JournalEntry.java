package chat.waddle.sqlite.command;

/// One committed change, in brief.
///
/// @param seq dense: every change has the next number
/// @param type the number of the command's type
/// @param channel the small number of the channel, or 0
/// @param entity the public id of what was changed, or 0
public record JournalEntry(
        long seq, long timeMillis, long actor, int type, long channel, long entity, long requestId) {}
