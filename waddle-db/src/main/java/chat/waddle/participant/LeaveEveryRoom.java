package chat.waddle.participant;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Ends all stays of an account that is gone, but for its conversations of two: those stay as they are for the other.
///
/// @param limit how many at most
public record LeaveEveryRoom(UserId user, int limit) implements Command<LeaveEveryRoom.LeftRooms> {
    /// How many rooms were left; fewer than the limit means that none is left.
    public record LeftRooms(int rooms) {}

    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
