package chat.waddle.message;

import chat.waddle.channel.Channel;
import chat.waddle.community.Access;
import chat.waddle.community.Permission;
import chat.waddle.community.RolePreset;
import chat.waddle.participant.Room;
import chat.waddle.sqlite.Session;
import chat.waddle.sqlite.WriteSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Whom messages call, in the file. Only messages with [MessageFlag#HAS_MENTION] have rows here.
final class MentionRows {
    private static final int EVERYONE = 0;
    private static final int ROLE = 1;
    private static final int USER = 2;

    private static final String MEMBER = "SELECT 1 FROM members WHERE user_id = ? AND state = 'active'";
    private static final String ROLES = "SELECT is_mentionable, preset FROM roles WHERE id = ?";
    private static final String INSERT =
            "INSERT INTO mentions (kind, target, channel, message_id, author) VALUES (?, ?, ?, ?, ?)";
    private static final String DELETE = "DELETE FROM mentions WHERE message_id = ?";
    private static final String HIDE = "UPDATE mentions SET is_hidden = ? WHERE message_id = ?";
    private static final String OF_MESSAGE =
            "SELECT kind, target FROM mentions WHERE message_id = ?" + " ORDER BY kind, target";

    private MentionRows() {}

    /// Whom a text calls when this author writes it here: members, roles that may be mentioned, and everyone where the
    /// author may. Any other mention is text like any other.
    static Mentions called(Session session, Access author, Channel channel, String text, long nowMillis)
            throws SQLException {
        Mentions asked = MentionText.read(text);
        if (asked.isEmpty()) {
            return Mentions.NONE;
        }
        boolean all = channel.permits(author, Permission.MENTION_EVERYONE, nowMillis);
        boolean everyone = asked.everyone() && all;
        List<Long> roles = new ArrayList<>();
        for (long id : asked.roles()) {
            var select = session.kept(ROLES);
            select.setLong(1, id);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    continue;
                }
                boolean mentionable = row.getInt(1) != 0;
                boolean ofEverybody = RolePreset.MEMBER.name().equalsIgnoreCase(row.getString(2));
                if (ofEverybody) {
                    everyone |= all;
                } else if (mentionable || all) {
                    roles.add(id);
                }
            }
        }
        Room room = channel.room();
        List<Long> users = room == null ? members(session, asked.users()) : present(room, asked.users());
        return new Mentions(everyone, users, roles);
    }

    /// In a room only who takes part is called; of anybody else nothing is told, not even that they are here.
    private static List<Long> present(Room room, List<Long> users) {
        Set<Long> there = room.participants().values().stream()
                .map(participant -> participant.user().value())
                .collect(Collectors.toSet());
        return users.stream().filter(there::contains).toList();
    }

    private static List<Long> members(Session session, List<Long> users) throws SQLException {
        List<Long> members = new ArrayList<>();
        for (long user : users) {
            var select = session.kept(MEMBER);
            select.setLong(1, user);
            try (var row = select.executeQuery()) {
                if (row.next()) {
                    members.add(user);
                }
            }
        }
        return members;
    }

    /// @param author the small number of the message's author
    static void insert(WriteSession transaction, Mentions mentions, int channel, long message, int author)
            throws SQLException {
        if (mentions.everyone()) {
            insert(transaction, EVERYONE, 0, channel, message, author);
        }
        for (long role : mentions.roles()) {
            insert(transaction, ROLE, role, channel, message, author);
        }
        for (long user : mentions.users()) {
            insert(transaction, USER, user, channel, message, author);
        }
    }

    private static void insert(WriteSession transaction, int kind, long target, int channel, long message, int author)
            throws SQLException {
        var insert = transaction.kept(INSERT);
        insert.setInt(1, kind);
        insert.setLong(2, target);
        insert.setInt(3, channel);
        insert.setLong(4, message);
        insert.setInt(5, author);
        insert.executeUpdate();
    }

    /// Puts the mentions of an edited text in the place of those before.
    static void replace(WriteSession transaction, StoredMessage message, Mentions mentions) throws SQLException {
        if (MessageFlag.HAS_MENTION.in(message.flags())) {
            var delete = transaction.kept(DELETE);
            delete.setLong(1, message.id());
            delete.executeUpdate();
        }
        insert(transaction, mentions, message.channel(), message.id(), message.author());
    }

    /// Has the mentions of a message count, or not while it is deleted.
    static void hide(WriteSession transaction, StoredMessage message, boolean hidden) throws SQLException {
        if (MessageFlag.HAS_MENTION.in(message.flags())) {
            var hide = transaction.kept(HIDE);
            hide.setInt(1, hidden ? 1 : 0);
            hide.setLong(2, message.id());
            hide.executeUpdate();
        }
    }

    static Mentions of(Session session, long message) throws SQLException {
        boolean everyone = false;
        List<Long> users = new ArrayList<>();
        List<Long> roles = new ArrayList<>();
        var select = session.kept(OF_MESSAGE);
        select.setLong(1, message);
        try (var row = select.executeQuery()) {
            while (row.next()) {
                switch (row.getInt(1)) {
                    case ROLE -> roles.add(row.getLong(2));
                    case USER -> users.add(row.getLong(2));
                    default -> everyone = true;
                }
            }
        }
        return new Mentions(everyone, users, roles);
    }
}
