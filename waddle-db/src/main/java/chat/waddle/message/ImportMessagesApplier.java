package chat.waddle.message;

import static java.util.stream.Collectors.joining;

import chat.waddle.channel.Channel;
import chat.waddle.community.MembershipApplier;
import chat.waddle.ids.IdClock;
import chat.waddle.ids.UserId;
import chat.waddle.search.SearchText;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes imported messages and their index rows in one go, with ids minted from their original times.
public final class ImportMessagesApplier {
    private static final String NEXT = "SELECT next_ordinal FROM import_sources WHERE source = ?";
    private static final String ADVANCE = "INSERT INTO import_sources (source, next_ordinal, finished) VALUES (?, ?, ?)"
            + " ON CONFLICT (source) DO UPDATE SET next_ordinal = excluded.next_ordinal, finished = excluded.finished";
    private static final String PLACE = "INSERT INTO import_messages (source, ordinal, message_id) VALUES (?, ?, ?)";
    private static final String PLACE_OF = "SELECT message_id FROM import_messages WHERE source = ? AND ordinal = ?";
    private static final String FORGET_PLACES = "DELETE FROM import_messages WHERE source = ?";
    private static final String TAKEN = "SELECT max(id) FROM ("
            + MessageSql.of(table -> "SELECT max(id) AS id FROM " + table + " WHERE id BETWEEN ?1 AND ?2")
                    .both()
            + ")";
    private static final String MEMBER = "SELECT num FROM members WHERE user_id = ?";
    private static final String NEW_MEMBER =
            "INSERT INTO members (user_id, state, joined_at_ms) VALUES (?, 'imported', ?) RETURNING num";
    private static final String INSERT = "INSERT INTO messages"
            + " (channel, id, author, flags, content, content_type, reply_to, metadata) VALUES (?, ?, ?, ?, ?, 0, ?, ?)";

    private final MessageContext context;

    public ImportMessagesApplier(MessageContext context) {
        this.context = context;
    }

    public Applied<ImportMessages.Outcome> apply(WriteSession transaction, Stamp stamp, ImportMessages command)
            throws SQLException {
        Channel channel = context.view().channels(transaction).byId(command.channel());
        if (channel == null || channel.isDeleted()) {
            return Applied.unchanged(new ImportMessages.NoSuchChannel());
        }
        int next = next(transaction, command.source());
        if (command.firstOrdinal() + command.messages().size() <= next) {
            return Applied.unchanged(new ImportMessages.AlreadyImported(next));
        }
        if (command.firstOrdinal() != next) {
            return Applied.unchanged(new ImportMessages.OutOfOrder(next));
        }
        for (UserId author : command.authors()) {
            if (MembershipApplier.isErased(transaction, author)) {
                return Applied.unchanged(new ImportMessages.NoSuchMember(author));
            }
        }
        return write(transaction, stamp, command, channel);
    }

    private static int next(WriteSession transaction, String source) throws SQLException {
        var select = transaction.kept(NEXT);
        select.setString(1, source);
        try (var row = select.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private Applied<ImportMessages.Outcome> write(
            WriteSession transaction, Stamp stamp, ImportMessages command, Channel channel) throws SQLException {
        Map<UserId, Integer> members = new HashMap<>();
        long[] ids = new long[command.messages().size()];
        long highest = Long.MIN_VALUE;
        long characters = 0;
        int lostReplies = 0;
        IdMint mint = new IdMint(transaction, stamp.timeMillis());
        for (int i = 0; i < ids.length; i++) {
            ImportMessages.Item item = command.messages().get(i);
            ids[i] = mint.at(item.timeMillis());
            highest = Math.max(highest, ids[i]);
            characters += item.content().length();
            int author = member(transaction, members, item, stamp.timeMillis());
            lostReplies += insert(transaction, command, channel, author, ids, i);
        }
        Runnable filed = context.index().fileForImport(transaction, highest, ids.length, characters);
        for (int i = 0; i < ids.length; i++) {
            context.index()
                    .insert(
                            transaction,
                            channel.num(),
                            ids[i],
                            SearchText.prepare(command.messages().get(i).content()));
        }
        finish(transaction, command, ids.length);
        stamp.ids().skipTo(highest);
        context.counter().add(ids.length);
        return Applied.<ImportMessages.Outcome>changed(
                        new ImportMessages.Imported(ids.length, lostReplies),
                        channel.num(),
                        channel.id().value())
                .then(() -> {
                    filed.run();
                    context.recent().forget(channel.num());
                });
    }

    private static int member(
            WriteSession transaction, Map<UserId, Integer> known, ImportMessages.Item item, long nowMillis)
            throws SQLException {
        Integer member = known.get(item.author());
        if (member == null) {
            member = findOrAdd(transaction, item, nowMillis);
            known.put(item.author(), member);
        }
        return member;
    }

    private static int findOrAdd(WriteSession transaction, ImportMessages.Item item, long nowMillis)
            throws SQLException {
        var find = transaction.kept(MEMBER);
        find.setLong(1, item.author().value());
        try (var row = find.executeQuery()) {
            if (row.next()) {
                return row.getInt(1);
            }
        }
        var add = transaction.kept(NEW_MEMBER);
        add.setLong(1, item.author().value());
        add.setLong(2, Math.clamp(item.timeMillis(), 0, nowMillis));
        try (var row = add.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /// @return how many of its replies were left out
    private static int insert(
            WriteSession transaction, ImportMessages command, Channel channel, int author, long[] ids, int index)
            throws SQLException {
        ImportMessages.Item item = command.messages().get(index);
        int ordinal = command.firstOrdinal() + index;
        Long replyTo = item.replyTo() == null ? null : replyTarget(transaction, command, ids, item.replyTo());
        List<Long> further = furtherReplies(transaction, command, ids, item);
        String metadata = further.isEmpty() ? item.metadata() : furtherAsJson(further);
        int flags = MessageFlag.IMPORTED.mask();
        flags |= MessageText.hasLink(item.content()) ? MessageFlag.HAS_LINK.mask() : 0;
        flags |= metadata == null ? 0 : MessageFlag.HAS_METADATA.mask();
        var insert = transaction.kept(INSERT);
        insert.setInt(1, channel.num());
        insert.setLong(2, ids[index]);
        insert.setInt(3, author);
        insert.setInt(4, flags);
        insert.setString(5, item.content());
        if (replyTo == null) {
            insert.setNull(6, Types.INTEGER);
        } else {
            insert.setLong(6, replyTo);
        }
        insert.setString(7, metadata);
        insert.executeUpdate();
        var place = transaction.kept(PLACE);
        place.setString(1, command.source());
        place.setInt(2, ordinal);
        place.setLong(3, ids[index]);
        place.executeUpdate();
        int asked = item.alsoRepliesTo() == null ? 0 : item.alsoRepliesTo().size();
        return asked - further.size() + (item.replyTo() != null && replyTo == null ? 1 : 0);
    }

    private static List<Long> furtherReplies(
            WriteSession transaction, ImportMessages command, long[] ids, ImportMessages.Item item)
            throws SQLException {
        if (item.alsoRepliesTo() == null) {
            return List.of();
        }
        List<Long> found = new ArrayList<>(item.alsoRepliesTo().size());
        for (int ordinal : item.alsoRepliesTo()) {
            Long id = replyTarget(transaction, command, ids, ordinal);
            if (id != null) {
                found.add(id);
            }
        }
        return found;
    }

    /// Ids are strings on the wire, and metadata goes there as it is.
    private static String furtherAsJson(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(joining("\",\"", "{\"alsoRepliesTo\":[\"", "\"]}"));
    }

    private static @Nullable Long replyTarget(WriteSession transaction, ImportMessages command, long[] ids, int ordinal)
            throws SQLException {
        int here = ordinal - command.firstOrdinal();
        if (here >= 0) {
            return here < ids.length && ids[here] != 0 ? ids[here] : null; // only what came before can be answered
        }
        var select = transaction.kept(PLACE_OF);
        select.setString(1, command.source());
        select.setInt(2, ordinal);
        try (var row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : null;
        }
    }

    private static void finish(WriteSession transaction, ImportMessages command, int count) throws SQLException {
        var advance = transaction.kept(ADVANCE);
        advance.setString(1, command.source());
        advance.setInt(2, command.firstOrdinal() + count);
        advance.setInt(3, command.last() ? 1 : 0);
        advance.executeUpdate();
        if (command.last()) {
            var forget = transaction.kept(FORGET_PLACES);
            forget.setString(1, command.source());
            forget.executeUpdate();
        }
    }

    /// Finds for each time the first id of that millisecond that no message has.
    private static final class IdMint {
        private final WriteSession transaction;
        private final long nowMillis;
        private long last = Long.MIN_VALUE;

        IdMint(WriteSession transaction, long nowMillis) {
            this.transaction = transaction;
            this.nowMillis = nowMillis;
        }

        long at(long timeMillis) throws SQLException {
            long first = IdClock.firstAt(Math.clamp(timeMillis, 0, nowMillis));
            long id = last >= first && last < first + 255 ? last + 1 : free(first);
            last = id;
            return id;
        }

        private long free(long first) throws SQLException {
            long from = first;
            while (true) {
                var taken = transaction.kept(TAKEN);
                taken.setLong(1, from);
                taken.setLong(2, from + 255);
                try (var row = taken.executeQuery()) {
                    row.next();
                    long highest = row.getLong(1);
                    if (row.wasNull()) {
                        return from;
                    }
                    if (highest < from + 255) {
                        return highest + 1;
                    }
                }
                from += 256;
            }
        }
    }
}
