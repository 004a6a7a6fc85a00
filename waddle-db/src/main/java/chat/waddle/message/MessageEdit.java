package chat.waddle.message;

import chat.waddle.ids.UserId;
import java.time.Instant;

/// What a message said until an edit.
public record MessageEdit(int revision, String content, Instant editedAt, UserId editedBy) {}
