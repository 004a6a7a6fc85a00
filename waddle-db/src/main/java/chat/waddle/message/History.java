package chat.waddle.message;

import chat.waddle.sqlite.Session;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// The pages of a channel's or thread's history, found by id: the newest, before, after and around a message.
///
/// Stateless over one connection; the statements are kept, because preparing one costs as much as a page.
public final class History {
    public static final int PAGE_LIMIT = 100;

    static final Query CHANNEL_BEFORE = Query.of("m.channel = ?1 AND m.id < ?2", "DESC");
    static final Query CHANNEL_FROM = Query.of("m.channel = ?1 AND m.id >= ?2", "ASC");
    static final Query THREAD_BEFORE = Query.of("m.thread = ?1 AND m.id < ?2", "DESC");
    static final Query THREAD_FROM = Query.of("m.thread = ?1 AND m.id >= ?2", "ASC");
    private static final MessageSql ONE = select("m.id = ?1");

    private final Session session;
    private final MessageRows rows;
    private final long filedTo;
    private final long from;
    private final boolean guest;

    /// @param filedTo an id up to which messages were filed before the read began; newer ones are looked for in both
    /// places, each time in one statement, so that none is missed or doubled while it is being filed
    public History(Session session, MessageRows rows, long filedTo) {
        this(session, rows, filedTo, Long.MIN_VALUE, false);
    }

    private History(Session session, MessageRows rows, long filedTo, long from, boolean guest) {
        this.session = session;
        this.rows = rows;
        this.filedTo = filedTo;
        this.from = from;
        this.guest = guest;
    }

    /// The same as if there were no message before this id; [Long#MIN_VALUE] for all.
    public History from(long id) {
        return new History(session, rows, filedTo, id, guest);
    }

    /// The same without what is hidden from guests.
    public History forGuests() {
        return new History(session, rows, filedTo, from, true);
    }

    /// A page's statements: over the filed messages alone, and over all; the same without what is hidden from guests.
    record Query(String filed, String all, String filedForGuests, String allForGuests) {
        private static final int HIDDEN = MessageFlag.DELETED.mask();

        static Query of(String condition, String order) {
            String end = " ORDER BY 1 " + order + " LIMIT ?3";
            MessageSql live = select(condition + without(HIDDEN));
            MessageSql open = select(condition + without(HIDDEN | MessageFlag.HIDDEN_FROM_GUESTS.mask()));
            return new Query(live.filed() + end, live.both() + end, open.filed() + end, open.both() + end);
        }

        private static String without(int flags) {
            return " AND (m.flags & " + flags + ") = 0";
        }

        String text(boolean allFiled, boolean guest) {
            if (guest) {
                return allFiled ? filedForGuests : allForGuests;
            }
            return allFiled ? filed : all;
        }
    }

    private static MessageSql select(String condition) {
        return MessageSql.of(table -> "SELECT " + MessageRows.COLUMNS + " FROM " + table + " m WHERE " + condition);
    }

    /// Whose history it is.
    public sealed interface Of {
        /// @param num the channel's small number
        record OfChannel(int num) implements Of {}

        /// @param num the thread's small number
        record OfThread(int num) implements Of {}

        private Query before() {
            return switch (this) {
                case OfChannel channel -> CHANNEL_BEFORE;
                case OfThread thread -> THREAD_BEFORE;
            };
        }

        private Query from() {
            return switch (this) {
                case OfChannel channel -> CHANNEL_FROM;
                case OfThread thread -> THREAD_FROM;
            };
        }

        private int key() {
            return switch (this) {
                case OfChannel(int num) -> num;
                case OfThread(int num) -> num;
            };
        }
    }

    public EncodedPage newest(Of of, int limit) throws SQLException {
        return page(older(of, Long.MAX_VALUE, limit + 1), limit, false);
    }

    /// The messages just before an id, which need not exist.
    public EncodedPage before(Of of, long id, int limit) throws SQLException {
        return page(older(of, id, limit + 1), limit, true);
    }

    /// The messages just after an id, which need not exist.
    public EncodedPage after(Of of, long id, int limit) throws SQLException {
        List<MessageRows.Encoded> found = newer(of, id == Long.MAX_VALUE ? id : id + 1, limit + 1);
        boolean more = found.size() > limit;
        List<MessageRows.Encoded> page = more ? found.subList(0, limit) : found;
        return encoded(page, true, more);
    }

    /// The message with half a page on each side of it; where it is gone, of the place where it was.
    public EncodedPage around(Of of, long id, int limit) throws SQLException {
        int half = Math.max(1, limit / 2);
        List<MessageRows.Encoded> newer = newer(of, id, limit - half + 1);
        List<MessageRows.Encoded> older = older(of, id, half + 1);
        boolean moreOlder = older.size() > half;
        boolean moreNewer = newer.size() > limit - half;
        List<MessageRows.Encoded> page = new ArrayList<>(limit);
        page.addAll((moreOlder ? older.subList(0, half) : older).reversed());
        page.addAll(moreNewer ? newer.subList(0, limit - half) : newer);
        return encoded(page, moreOlder, moreNewer);
    }

    /// One message, deleted ones too; [MessageRows#last()] tells which.
    public Optional<MessageRows.Encoded> one(long id) throws SQLException {
        if (id < from) {
            return Optional.empty();
        }
        var select = session.kept(id <= filedTo ? ONE.filed() : ONE.both());
        select.setLong(1, id);
        return Optional.ofNullable(rows.one(select))
                .filter(_ -> !(guest && rows.last().is(MessageFlag.HIDDEN_FROM_GUESTS)));
    }

    /// Whether the message that [#one] found is deleted.
    public boolean isDeleted() {
        return rows.last().is(MessageFlag.DELETED);
    }

    /// The public id of the author of the message that [#one] found.
    public long authorOfLast() {
        return rows.last().authorId();
    }

    private List<MessageRows.Encoded> older(Of of, long id, int limit) throws SQLException {
        List<MessageRows.Encoded> found = found(of.before().text(id <= filedTo, guest), of, id, limit);
        if (from != Long.MIN_VALUE) {
            found.removeIf(message -> message.id() < from);
        }
        return found;
    }

    /// Whatever arrived is newer than all that is filed: it is looked at only where that does not fill the page.
    private List<MessageRows.Encoded> newer(Of of, long least, int limit) throws SQLException {
        long id = Math.max(least, from);
        if (id <= filedTo) {
            List<MessageRows.Encoded> filed = found(of.from().text(true, guest), of, id, limit);
            if (filed.size() == limit) {
                return filed;
            }
        }
        return found(of.from().text(false, guest), of, id, limit);
    }

    private List<MessageRows.Encoded> found(String sql, Of of, long id, int limit) throws SQLException {
        PreparedStatement statement = session.kept(sql);
        statement.setInt(1, of.key());
        statement.setLong(2, id);
        statement.setInt(3, limit);
        return switch (of) {
            case Of.OfChannel(int num) -> rows.all(statement, num);
            case Of.OfThread _ -> rows.all(statement);
        };
    }

    private static EncodedPage page(List<MessageRows.Encoded> newestFirst, int limit, boolean newer) {
        boolean older = newestFirst.size() > limit;
        List<MessageRows.Encoded> page = older ? newestFirst.subList(0, limit) : newestFirst;
        Collections.reverse(page);
        return encoded(page, older, newer);
    }

    private static EncodedPage encoded(List<MessageRows.Encoded> page, boolean older, boolean newer) {
        List<byte[]> bytes = new ArrayList<>(page.size());
        for (MessageRows.Encoded row : page) {
            bytes.add(row.bytes());
        }
        long before = older && !page.isEmpty() ? page.getFirst().id() : EncodedPage.NONE;
        long after = newer && !page.isEmpty() ? page.getLast().id() : EncodedPage.NONE;
        return new EncodedPage(bytes, before, after);
    }
}
