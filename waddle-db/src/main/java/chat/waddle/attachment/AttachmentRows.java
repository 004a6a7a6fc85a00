package chat.waddle.attachment;

import chat.waddle.ids.AttachmentId;
import chat.waddle.sqlite.Session;
import chat.waddle.sqlite.WriteSession;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The statements about rows of files that posting and reading messages need. Stateless.
public final class AttachmentRows {
    static final String COLUMNS =
            "id, filename, size_bytes, mime_type, width, height, object_key, thumbnail_key, owner, message_id";

    private static final String OF_MESSAGE = "SELECT " + COLUMNS + " FROM message_attachments"
            + " WHERE message_id = ? AND deleted_at_ms IS NULL ORDER BY position, id";
    private static final String ATTACHABLE = "SELECT " + COLUMNS + " FROM message_attachments"
            + " WHERE id = ? AND owner = ? AND message_id IS NULL AND deleted_at_ms IS NULL";
    private static final String ATTACH = "UPDATE message_attachments SET message_id = ?, position = ? WHERE id = ?";
    private static final String REMOVE = "DELETE FROM message_attachments WHERE id = ?";

    private AttachmentRows() {}

    /// The files of a message, in the order its author gave them.
    public static List<Attachment> ofMessage(Session session, long message) throws SQLException {
        var select = session.kept(OF_MESSAGE);
        select.setLong(1, message);
        return all(select);
    }

    /// A member's own file that no message carries yet; null for none.
    public static @Nullable Attachment attachable(Session session, long id, int owner) throws SQLException {
        var select = session.kept(ATTACHABLE);
        select.setLong(1, id);
        select.setInt(2, owner);
        List<Attachment> found = all(select);
        return found.isEmpty() ? null : found.getFirst();
    }

    public static void attach(WriteSession transaction, Attachment attachment, long message, int position)
            throws SQLException {
        var update = transaction.kept(ATTACH);
        update.setLong(1, message);
        update.setInt(2, position);
        update.setLong(3, attachment.id().value());
        update.executeUpdate();
    }

    public static void remove(WriteSession transaction, long id) throws SQLException {
        var remove = transaction.kept(REMOVE);
        remove.setLong(1, id);
        remove.executeUpdate();
    }

    private static List<Attachment> all(PreparedStatement select) throws SQLException {
        List<Attachment> attachments = new ArrayList<>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                attachments.add(read(row));
            }
        }
        return attachments;
    }

    static Attachment read(ResultSet row) throws SQLException {
        return new Attachment(
                new AttachmentId(row.getLong(1)),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getInt(5),
                row.getInt(6),
                row.getString(7),
                row.getString(8));
    }
}
