package chat.waddle.participant;

import chat.waddle.channel.ChannelType;
import chat.waddle.sqlite.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads rooms and who takes part in them now, as they are kept in memory with the channels.
public final class RoomRows {
    private static final String ROOMS = "SELECT channel, type, title, avatar_url, max_participants,"
            + " coalesce((SELECT guest_access FROM support_rooms s WHERE s.channel = rooms.channel), 1) FROM rooms";
    private static final String ROOM = ROOMS + " WHERE channel = ?";
    private static final String PRESENT =
            "SELECT p.channel, " + ParticipantSql.COLUMNS + " WHERE p.status IN ('active', 'muted')";
    private static final String PRESENT_IN = PRESENT + " AND p.channel = ?";

    private RoomRows() {}

    /// Every room by the small number of its channel.
    public static Map<Integer, Room> all(Session session) throws SQLException {
        Map<Integer, Room> rooms = new HashMap<>();
        try (var row = session.kept(ROOMS).executeQuery()) {
            while (row.next()) {
                rooms.put(row.getInt(1), room(row, new HashMap<>()));
            }
        }
        if (!rooms.isEmpty()) {
            addPresent(session, rooms);
        }
        rooms.replaceAll((_, room) -> finished(room));
        return rooms;
    }

    private static void addPresent(Session session, Map<Integer, Room> rooms) throws SQLException {
        try (var row = session.kept(PRESENT).executeQuery()) {
            while (row.next()) {
                Room room = rooms.get(row.getInt(1));
                if (room != null) {
                    Participant participant = ParticipantMapper.of(row);
                    room.participants().put(participant.member(), participant);
                }
            }
        }
    }

    /// @param channel the small number of the room's channel
    public static @Nullable Room one(Session session, int channel) throws SQLException {
        Map<Integer, Participant> participants = new HashMap<>();
        var present = session.kept(PRESENT_IN);
        present.setInt(1, channel);
        try (var row = present.executeQuery()) {
            while (row.next()) {
                Participant participant = ParticipantMapper.of(row);
                participants.put(participant.member(), participant);
            }
        }
        var room = session.kept(ROOM);
        room.setInt(1, channel);
        try (var row = room.executeQuery()) {
            return row.next() ? finished(room(row, participants)) : null;
        }
    }

    private static Room room(ResultSet row, Map<Integer, Participant> participants) throws SQLException {
        return new Room(
                ChannelType.of(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getBoolean(6),
                participants);
    }

    private static Room finished(Room room) {
        return new Room(
                room.type(),
                room.title(),
                room.avatarUrl(),
                room.maxParticipants(),
                room.admitsGuests(),
                Map.copyOf(room.participants()));
    }
}
