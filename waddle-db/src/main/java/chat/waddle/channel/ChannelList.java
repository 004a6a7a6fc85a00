package chat.waddle.channel;

import chat.waddle.community.Access;
import chat.waddle.community.Permission;
import chat.waddle.ids.CategoryId;
import chat.waddle.ids.ChannelId;
import chat.waddle.participant.Room;
import chat.waddle.participant.RoomRows;
import chat.waddle.sqlite.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// All channels of a waddle as of one moment, found by id, name or small number. Immutable; thread-safe.
///
/// Rooms are channels too, but have no name and no position, and are in none of the lists of ordinary channels.
public final class ChannelList {
    private static final String SELECT = """
            SELECT c.num, c.id, c.name, c.type, c.description, c.position, g.id, c.is_private, c.is_archived,
                   c.thread_mode, c.slow_mode_seconds, c.auto_archive_hours, c.deleted_at_ms IS NOT NULL, c.category
              FROM channels c LEFT JOIN categories g ON g.num = c.category
            """;
    private static final String ALL = SELECT + " ORDER BY c.position, c.id";
    private static final String ONE = SELECT + " WHERE c.num = ?";

    private final List<Channel> ordered;
    private final List<Channel> rooms;
    private final PlacedOverwrites overwrites;
    private final Map<Long, Channel> byId = new HashMap<>();
    private final Map<String, Channel> byName = new HashMap<>();
    private final Map<Integer, Channel> byNum = new HashMap<>();

    private ChannelList(List<Channel> channels, PlacedOverwrites overwrites) {
        this.overwrites = overwrites;
        List<Channel> ordinary = new ArrayList<>(channels.size());
        List<Channel> others = new ArrayList<>();
        for (Channel channel : channels) {
            byId.put(channel.id().value(), channel);
            byNum.put(channel.num(), channel);
            (channel.isRoom() ? others : ordinary).add(channel);
            if (!channel.isDeleted() && !channel.isRoom()) {
                byName.put(key(channel.name()), channel);
            }
        }
        ordered = List.copyOf(ordinary);
        rooms = List.copyOf(others);
    }

    public static ChannelList load(Session session) throws SQLException {
        PlacedOverwrites overwrites = PlacedOverwrites.load(session);
        Map<Integer, Room> rooms = RoomRows.all(session);
        List<Channel> channels = new ArrayList<>();
        try (var row = session.kept(ALL).executeQuery()) {
            while (row.next()) {
                channels.add(channel(row, overwrites, rooms.get(row.getInt(1))));
            }
        }
        return new ChannelList(channels, overwrites);
    }

    /// The same list with one room as it is in the file now; cheaper than all of it.
    ///
    /// @param num the room's small number
    public ChannelList withRoom(Session session, int num) throws SQLException {
        Channel changed = null;
        var select = session.kept(ONE);
        select.setInt(1, num);
        try (var row = select.executeQuery()) {
            if (row.next()) {
                changed = channel(row, overwrites, RoomRows.one(session, num));
            }
        }
        List<Channel> channels = new ArrayList<>(ordered.size() + rooms.size() + 1);
        channels.addAll(ordered);
        for (Channel room : rooms) {
            if (room.num() != num) {
                channels.add(room);
            }
        }
        channels.add(Objects.requireNonNull(changed));
        return new ChannelList(channels, overwrites);
    }

    private static Channel channel(ResultSet row, PlacedOverwrites overwrites, @Nullable Room room)
            throws SQLException {
        long category = row.getLong(7);
        CategoryId categoryId = row.wasNull() ? null : new CategoryId(category);
        return new Channel(
                row.getInt(1),
                new ChannelId(row.getLong(2)),
                row.getString(3),
                room == null ? ChannelType.of(row.getString(4)) : room.type(),
                row.getString(5),
                row.getInt(6),
                categoryId,
                row.getInt(8) != 0,
                row.getInt(9) != 0,
                ThreadMode.of(row.getString(10)),
                row.getInt(11),
                row.getInt(12),
                row.getInt(13) != 0,
                overwrites.in(row.getInt(1), row.getInt(14)),
                room);
    }

    /// The form of a name in which two names are the same.
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    public @Nullable Channel byId(ChannelId id) {
        return byId.get(id.value());
    }

    public @Nullable Channel byName(String name) {
        return byName.get(key(name));
    }

    public @Nullable Channel byNum(int num) {
        return byNum.get(num);
    }

    /// Every channel, deleted ones too: by position, then all rooms.
    public List<Channel> all() {
        if (rooms.isEmpty()) {
            return ordered;
        }
        List<Channel> all = new ArrayList<>(ordered.size() + rooms.size());
        all.addAll(ordered);
        all.addAll(rooms);
        return all;
    }

    /// The rooms, deleted ones too.
    public List<Channel> rooms() {
        return rooms;
    }

    /// Every channel that is not deleted, by position; no rooms.
    public List<Channel> live() {
        return ordered.stream().filter(channel -> !channel.isDeleted()).toList();
    }

    /// True when the role gives something in a channel that the one who asks does not hold there: who could hand it
    /// out, to themselves too, would give what they lack.
    ///
    /// @param role the role's small number
    public boolean givesMoreThan(Access actor, int role) {
        return live().stream()
                .anyMatch(channel -> (channel.overwrites().ofRole(role).allow() & ~channel.effective(actor)) != 0);
    }

    /// True when the role takes away something in a channel that the one who asks does not hold there either: who could
    /// end it would give what they lack.
    ///
    /// @param role the role's small number
    public boolean deniesMoreThan(Access actor, int role) {
        return live().stream()
                .anyMatch(channel -> (channel.overwrites().ofRole(role).deny() & ~channel.effective(actor)) != 0);
    }

    /// What would hold in a channel if it were in that category.
    ///
    /// @param channel the channel's small number, or 0 for one that there is not yet
    /// @param category the category's small number, or 0 for none
    Overwrites overwrites(int channel, int category) {
        return overwrites.in(channel, category);
    }

    /// What the member holds in the whole waddle and in every channel of that category.
    long heldIn(CategoryId category, Access access) {
        long held = access.permissions();
        for (Channel channel : ordered) {
            if (!channel.isDeleted() && category.equals(channel.category())) {
                held &= channel.effective(access);
            }
        }
        return held;
    }

    /// True when the member may do this in some channel; where there is none yet, in the waddle as a whole.
    public boolean permitsSomewhere(Access access, Permission permission, long nowMillis) {
        if (byName.isEmpty() && access.may(permission, nowMillis)) {
            return true;
        }
        return byId.values().stream().anyMatch(channel -> channel.permits(access, permission, nowMillis));
    }

    int liveCount() {
        return byName.size();
    }

    /// A position after every channel that is not deleted.
    int endPosition() {
        return live().stream().mapToInt(Channel::position).max().orElse(-1) + 1;
    }

    /// The channels the member may see, by position, then the rooms.
    public List<Channel> visibleTo(Access access, long nowMillis) {
        return all().stream()
                .filter(channel -> channel.visibleTo(access, nowMillis))
                .toList();
    }

    /// The ordinary channels the member may see, by position.
    public List<Channel> ordinaryVisibleTo(Access access, long nowMillis) {
        return ordered.stream()
                .filter(channel -> channel.visibleTo(access, nowMillis))
                .toList();
    }
}
