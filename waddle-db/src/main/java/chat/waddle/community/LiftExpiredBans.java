package chat.waddle.community;

import chat.waddle.sqlite.command.Command;

/// Takes away bans that have run out.
///
/// @param limit how many at most
public record LiftExpiredBans(int limit) implements Command<LiftExpiredBans.Lifted> {
    /// @param bans how many were taken away; fewer than the limit means that none is left
    public record Lifted(int bans) {}

    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
