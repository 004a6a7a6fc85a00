package chat.waddle.message;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Silences the author of a message that an automatic rule refused. Recorded in the place of that message, whose text
/// is
/// not kept.
public record TimeOutByRule(UserId user, String reason, long untilMillis) implements Command<Boolean> {}
