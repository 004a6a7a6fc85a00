package chat.waddle.server.message;

import chat.waddle.ids.UserId;
import chat.waddle.message.Reaction;
import java.time.Instant;

/// One member's reaction to a message, on the wire.
record ReactionJson(UserId userId, String emoji, Instant reactedAt) {
    static ReactionJson of(Reaction reaction) {
        return new ReactionJson(reaction.user(), reaction.emoji(), reaction.reactedAt());
    }
}
