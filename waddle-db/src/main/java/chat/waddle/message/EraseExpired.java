package chat.waddle.message;

import chat.waddle.sqlite.command.Command;

/// Erases deleted messages whose undo window is over, oldest first, and forgets outdated client message ids.
///
/// @param limit how many messages at most
public record EraseExpired(int limit) implements Command<EraseExpired.Erased> {
    /// @param messages how many were erased; fewer than the limit means that none is left
    public record Erased(int messages) {}

    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
