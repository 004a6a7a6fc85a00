package chat.waddle.desk;

import chat.waddle.community.AuditAction;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Writes to the audit log that somebody reads in a room without taking part, or all of a room: once an hour.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_ROOM.
///
/// @param action ROOM_MONITOR or ROOM_TRANSCRIPT
public record RecordMonitoring(UserId actor, ChannelId room, AuditAction action)
        implements Command<CommunityOutcome<ChannelId>> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
