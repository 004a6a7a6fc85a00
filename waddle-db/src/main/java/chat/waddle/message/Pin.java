package chat.waddle.message;

import chat.waddle.ids.UserId;
import java.time.Instant;

/// That a message is pinned, by whom and since when.
public record Pin(long message, UserId pinnedBy, Instant pinnedAt) {}
