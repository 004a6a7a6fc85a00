package chat.waddle.message;

import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.RecordedTexts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Removes what one member has written and how they reacted, a bounded part at a time.
public final class MemberTraces {
    private static final String MESSAGES =
            MessageSql.of(table -> "SELECT id, channel FROM " + table + " WHERE author = ?1")
                            .both()
                    + " ORDER BY 1 LIMIT ?2";
    private static final String REACTIONS =
            "SELECT message_id, emoji FROM reactions WHERE member = ? ORDER BY message_id, emoji LIMIT ?";
    private static final String REMOVE = "DELETE FROM reactions WHERE message_id = ? AND member = ? AND emoji = ?";
    private static final String COUNT_DOWN =
            "UPDATE reaction_counts SET members = members - 1 WHERE message_id = ? AND emoji = ? AND members > 1";
    private static final String COUNT_OUT = "DELETE FROM reaction_counts WHERE message_id = ? AND emoji = ?";
    private static final MessageSql UNFLAG =
            MessageSql.of(table -> "UPDATE " + table + " SET flags = flags & ~64 WHERE id = ?1"
                    + " AND NOT EXISTS (SELECT 1 FROM reaction_counts WHERE message_id = ?1)");

    private final MessageContext context;
    private final EraseMessageApplier erasing;

    public MemberTraces(MessageContext context) {
        this.context = context;
        this.erasing = new EraseMessageApplier(context);
    }

    /// Where a message stands.
    private record Place(long id, int channel) {}

    /// Erases the oldest messages of a member, deleted ones too, and what others have recorded about them.
    ///
    /// @param afterwards takes what is to be done in memory after the commit
    /// @return how many; fewer than the limit mean that none is left
    public int eraseMessages(WriteSession transaction, int member, int limit, List<Runnable> afterwards)
            throws SQLException {
        List<Place> places = new ArrayList<>();
        var select = transaction.kept(MESSAGES);
        select.setInt(1, member);
        select.setInt(2, limit);
        try (var row = select.executeQuery()) {
            while (row.next()) {
                places.add(new Place(row.getLong(1), row.getInt(2)));
            }
        }
        if (!places.isEmpty()) {
            RecordedTexts.erase(transaction, places.stream().map(Place::id).toList());
        }
        for (Place place : places) {
            boolean filed = context.index().isFiled(place.id());
            StoredMessage message = StoredMessage.find(transaction, filed, place.channel(), place.id());
            if (message == null) {
                throw new IllegalStateException("message " + place.id() + " stands on the wrong side of filed_to");
            }
            afterwards.add(erasing.erase(transaction, message));
        }
        return places.size();
    }

    /// Takes a member's reactions off the messages of others.
    ///
    /// @param afterwards takes what is to be done in memory after the commit
    /// @return how many; fewer than the limit mean that none is left
    public int eraseReactions(WriteSession transaction, int member, int limit, List<Runnable> afterwards)
            throws SQLException {
        List<Reacted> reactions = new ArrayList<>();
        var select = transaction.kept(REACTIONS);
        select.setInt(1, member);
        select.setInt(2, limit);
        try (var row = select.executeQuery()) {
            while (row.next()) {
                reactions.add(new Reacted(row.getLong(1), row.getString(2)));
            }
        }
        for (Reacted reaction : reactions) {
            remove(transaction, member, reaction);
        }
        if (!reactions.isEmpty()) {
            afterwards.add(() -> context.recent().forgetAll());
        }
        return reactions.size();
    }

    private record Reacted(long message, String emoji) {}

    private void remove(WriteSession transaction, int member, Reacted reaction) throws SQLException {
        var remove = transaction.kept(REMOVE);
        remove.setLong(1, reaction.message());
        remove.setInt(2, member);
        remove.setString(3, reaction.emoji());
        remove.executeUpdate();
        var down = transaction.kept(COUNT_DOWN);
        down.setLong(1, reaction.message());
        down.setString(2, reaction.emoji());
        if (down.executeUpdate() > 0) {
            return;
        }
        var out = transaction.kept(COUNT_OUT);
        out.setLong(1, reaction.message());
        out.setString(2, reaction.emoji());
        out.executeUpdate();
        var unflag = transaction.kept(UNFLAG.in(context.index().isFiled(reaction.message())));
        unflag.setLong(1, reaction.message());
        unflag.executeUpdate();
    }
}
