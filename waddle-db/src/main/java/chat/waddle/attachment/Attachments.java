package chat.waddle.attachment;

import chat.waddle.sqlite.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files of a waddle, read one by one. Valid inside the callback that got it.
public final class Attachments {
    private static final String ONE =
            "SELECT " + AttachmentRows.COLUMNS + " FROM message_attachments WHERE id = ? AND deleted_at_ms IS NULL";
    private static final String PLACE = "SELECT channel, deleted_at_ms IS NOT NULL FROM messages WHERE id = ?1"
            + " UNION ALL SELECT channel, deleted_at_ms IS NOT NULL FROM arrivals WHERE id = ?1";
    private static final String REFERENCED = "SELECT 1 FROM message_attachments WHERE object_key = ? LIMIT 1";

    private final Session session;

    public Attachments(Session session) {
        this.session = session;
    }

    /// A file by its id, whoever may see it.
    public Optional<StoredAttachment> find(long id) throws SQLException {
        Attachment attachment;
        int owner;
        long message;
        var select = session.kept(ONE);
        select.setLong(1, id);
        try (var row = select.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            attachment = AttachmentRows.read(row);
            owner = row.getInt(9);
            message = row.getLong(10);
        }
        return message == 0
                ? Optional.of(new StoredAttachment(attachment, owner, 0, 0, false))
                : attached(attachment, owner, message);
    }

    private Optional<StoredAttachment> attached(Attachment attachment, int owner, long message) throws SQLException {
        var select = session.kept(PLACE);
        select.setLong(1, message);
        try (var row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new StoredAttachment(attachment, owner, message, row.getInt(1), row.getInt(2) != 0))
                    : Optional.empty();
        }
    }

    /// Those of some object keys that no row names.
    public List<String> unreferenced(List<String> keys) throws SQLException {
        List<String> orphans = new ArrayList<>();
        var select = session.kept(REFERENCED);
        for (String key : keys) {
            select.setString(1, key);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    orphans.add(key);
                }
            }
        }
        return orphans;
    }
}
