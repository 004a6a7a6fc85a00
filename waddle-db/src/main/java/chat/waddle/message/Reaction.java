package chat.waddle.message;

import chat.waddle.ids.UserId;
import java.time.Instant;

/// One member's reaction to a message.
///
/// @param member the member's small number
public record Reaction(int member, UserId user, String emoji, Instant reactedAt) {}
