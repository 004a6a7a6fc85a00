package chat.waddle.attachment;

import chat.waddle.community.Access;
import chat.waddle.community.Permission;
import chat.waddle.ids.AttachmentId;
import chat.waddle.ids.IdClock;
import chat.waddle.shard.WriterView;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.RecordedTexts;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Adds the rows of uploaded files, and removes those that no message carries.
public final class AttachmentApplier {
    /// How many files a member may have uploaded without posting them.
    public static final int UNATTACHED_LIMIT = 100;

    /// How long a file waits for its message.
    public static final Duration UNATTACHED_LIFE = Duration.ofDays(1);

    private static final String NAME_OF_ERASED = "erased";
    private static final String UNATTACHED = "SELECT count(*) FROM (SELECT 1 FROM message_attachments"
            + " WHERE message_id IS NULL AND owner = ? AND deleted_at_ms IS NULL LIMIT ?)";
    private static final String INSERT = "INSERT INTO message_attachments (id, owner, filename, size_bytes, mime_type,"
            + " width, height, object_key, thumbnail_key, preview_available) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String EXPIRED = "SELECT id FROM message_attachments"
            + " WHERE message_id IS NULL AND (deleted_at_ms IS NOT NULL OR id < ?) ORDER BY id LIMIT ?";

    private final WriterView view;

    public AttachmentApplier(WriterView view) {
        this.view = view;
    }

    public Applied<AttachmentOutcome> create(WriteSession transaction, Stamp stamp, CreateAttachment command)
            throws SQLException {
        Access owner = view.access(transaction, command.owner());
        if (owner == null) {
            return refused(AttachmentRefusal.NOT_A_MEMBER);
        }
        if (owner.inTimeout(stamp.timeMillis())) {
            return refused(AttachmentRefusal.IN_TIMEOUT);
        }
        // Which channel it is for, only its message will say: there it is asked again.
        if (!view.channels(transaction).permitsSomewhere(owner, Permission.ATTACH_FILES, stamp.timeMillis())) {
            return refused(AttachmentRefusal.NOT_ALLOWED);
        }
        if (unattached(transaction, owner.member()) >= UNATTACHED_LIMIT) {
            return refused(AttachmentRefusal.TOO_MANY_UNATTACHED);
        }
        Attachment attachment = new Attachment(
                new AttachmentId(stamp.newId()),
                command.filename().isEmpty() ? NAME_OF_ERASED : command.filename(),
                command.sizeBytes(),
                command.mimeType(),
                command.width(),
                command.height(),
                command.objectKey(),
                command.thumbnailKey());
        insert(transaction, attachment, owner.member());
        return Applied.changed(
                new AttachmentOutcome.Done(attachment), 0, attachment.id().value());
    }

    private static Applied<AttachmentOutcome> refused(AttachmentRefusal why) {
        return Applied.unchanged(new AttachmentOutcome.Refused(why));
    }

    private static int unattached(WriteSession transaction, int member) throws SQLException {
        var count = transaction.kept(UNATTACHED);
        count.setInt(1, member);
        count.setInt(2, UNATTACHED_LIMIT);
        try (var row = count.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static void insert(WriteSession transaction, Attachment attachment, int owner) throws SQLException {
        var insert = transaction.kept(INSERT);
        insert.setLong(1, attachment.id().value());
        insert.setInt(2, owner);
        insert.setString(3, attachment.filename());
        insert.setLong(4, attachment.sizeBytes());
        insert.setString(5, attachment.mimeType());
        insert.setInt(6, attachment.width());
        insert.setInt(7, attachment.height());
        insert.setString(8, attachment.objectKey());
        insert.setString(9, attachment.thumbnailKey());
        insert.setInt(10, attachment.thumbnailKey() == null ? 0 : 1);
        insert.executeUpdate();
    }

    public Applied<ExpireAttachments.Expired> expire(WriteSession transaction, Stamp stamp, ExpireAttachments command)
            throws SQLException {
        List<Long> expired = new ArrayList<>();
        var select = transaction.kept(EXPIRED);
        select.setLong(1, IdClock.firstAt(stamp.timeMillis() - UNATTACHED_LIFE.toMillis()));
        select.setInt(2, command.limit());
        try (var row = select.executeQuery()) {
            while (row.next()) {
                expired.add(row.getLong(1));
            }
        }
        ExpireAttachments.Expired result = new ExpireAttachments.Expired(expired.size());
        if (expired.isEmpty()) {
            return Applied.unchanged(result);
        }
        RecordedTexts.erase(transaction, expired);
        for (long id : expired) {
            AttachmentRows.remove(transaction, id);
        }
        return Applied.changed(result, 0, 0);
    }
}
