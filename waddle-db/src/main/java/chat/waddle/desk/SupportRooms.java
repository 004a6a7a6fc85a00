package chat.waddle.desk;

import chat.waddle.community.Access;
import chat.waddle.community.Page;
import chat.waddle.community.Permission;
import chat.waddle.ids.ChannelId;
import chat.waddle.sqlite.Session;
import java.util.List;
import java.util.Optional;

/// The rooms of the support desk, newest first. Valid only inside the callback that got it.
public final class SupportRooms {
    private final SupportRoomSql sql;

    public SupportRooms(Session session) {
        sql = session.sql(SupportRoomSql.class);
    }

    public Optional<SupportRoom> find(ChannelId id) {
        return sql.find(id);
    }

    /// Those the member may know of; see [SupportRoom#isKnownTo].
    ///
    /// @param before the `next` of the page before; [Integer#MAX_VALUE] to begin
    public Page<SupportRoom, Integer> page(RoomStatus status, Access member, long nowMillis, int before, int limit) {
        return Page.of(rooms(status.code(), member, nowMillis, before, limit + 1), limit, SupportRoom::num);
    }

    private List<SupportRoom> rooms(String status, Access member, long nowMillis, int before, int limit) {
        boolean all = member.may(Permission.SUPERVISE, nowMillis)
                || member.may(Permission.SUPERVISE_TRANSCRIPTS, nowMillis)
                || member.holdsAll(Permission.ADMINISTRATOR.mask());
        if (all) {
            return sql.all(status, before, limit);
        }
        return member.may(Permission.MANAGE_ROOMS, nowMillis)
                ? sql.open(status, before, member.member(), limit)
                : sql.own(status, before, member.member(), limit);
    }
}
