package chat.waddle.channel;

import chat.waddle.sqlite.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// The overwrites of all channels and categories as of one moment, each found by the small number of its place.
record PlacedOverwrites(Map<Integer, Overwrites> channels, Map<Integer, Overwrites> categories) {
    private static final String EVERYONE = "SELECT coalesce(max(num), 0) FROM roles WHERE preset = 'member'";
    private static final String SELECT = "SELECT place_type, place, subject_type, subject, allow, deny FROM overwrites";

    static PlacedOverwrites load(Session session) throws SQLException {
        Map<Integer, Draft> channels = new HashMap<>();
        Map<Integer, Draft> categories = new HashMap<>();
        try (var row = session.kept(SELECT).executeQuery()) {
            while (row.next()) {
                boolean ofChannel = row.getString(1).equals(OverwritePlace.CHANNEL.code());
                (ofChannel ? channels : categories)
                        .computeIfAbsent(row.getInt(2), place -> new Draft())
                        .add(row);
            }
        }
        if (channels.isEmpty() && categories.isEmpty()) {
            return new PlacedOverwrites(Map.of(), Map.of());
        }
        int everyone = Math.toIntExact(session.number(EVERYONE));
        return new PlacedOverwrites(finished(channels, everyone), finished(categories, everyone));
    }

    private record Draft(Map<Integer, OverwriteBits> roles, Map<Integer, OverwriteBits> members) {
        Draft() {
            this(new HashMap<>(), new HashMap<>());
        }

        void add(ResultSet row) throws SQLException {
            boolean ofRole = OverwriteSubject.of(row.getString(3)) == OverwriteSubject.ROLE;
            (ofRole ? roles : members).put(row.getInt(4), new OverwriteBits(row.getLong(5), row.getLong(6), false));
        }
    }

    private static Map<Integer, Overwrites> finished(Map<Integer, Draft> drafts, int everyone) {
        Map<Integer, Overwrites> finished = new HashMap<>();
        drafts.forEach((place, draft) -> finished.put(place, new Overwrites(everyone, draft.roles(), draft.members())));
        return finished;
    }

    /// What holds in a channel.
    ///
    /// @param category the category's small number, or 0
    Overwrites in(int channel, int category) {
        Overwrites own = channels.getOrDefault(channel, Overwrites.NONE);
        return own.over(categories.getOrDefault(category, Overwrites.NONE));
    }
}
