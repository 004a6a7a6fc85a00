package chat.waddle.attachment;

import chat.waddle.sqlite.command.Command;

/// Removes the rows of files that no message carries: of erased messages at once, never attached ones after a day.
///
/// @param limit how many at most
public record ExpireAttachments(int limit) implements Command<ExpireAttachments.Expired> {
    /// How many rows were removed; fewer than the limit means that none is left.
    public record Expired(int attachments) {}
}
