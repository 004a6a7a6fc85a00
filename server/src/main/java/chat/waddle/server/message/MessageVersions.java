package chat.waddle.server.message;

import chat.waddle.ids.UserId;
import chat.waddle.message.MessageEdit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a message said before each of its edits, oldest first, on the wire.
record MessageVersions(List<Version> items, @Nullable String next) {
    /// @param content the text until `editedAt`
    record Version(int revision, String content, Instant editedAt, UserId editedBy) {}

    static MessageVersions of(List<MessageEdit> edits) {
        return new MessageVersions(
                edits.stream()
                        .map(edit -> new Version(edit.revision(), edit.content(), edit.editedAt(), edit.editedBy()))
                        .toList(),
                null);
    }
}
