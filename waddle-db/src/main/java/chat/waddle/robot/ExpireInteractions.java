package chat.waddle.robot;

import chat.waddle.sqlite.command.Command;

/// Gives back questions whose leases have ended, and fails those that were taken or have waited too often or too long.
///
/// @param limit how many of each at most
public record ExpireInteractions(int limit) implements Command<ExpireInteractions.Expired> {
    /// @param interactions how many were given back or failed
    public record Expired(int interactions) {}
}
