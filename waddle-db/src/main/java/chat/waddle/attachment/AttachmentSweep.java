package chat.waddle.attachment;

import chat.waddle.objectstore.ListQuery;
import chat.waddle.objectstore.ListedObject;
import chat.waddle.objectstore.ObjectKey;
import chat.waddle.objectstore.ObjectPage;
import chat.waddle.shard.Shard;
import chat.waddle.sqlite.command.Request;
import java.util.List;

/// Removes what nobody can reach any more: rows of files that no message carries, then objects that no row names.
///
/// Killed anywhere it loses nothing; the next sweep goes on. Thread-safe.
public final class AttachmentSweep {
    private static final Request SYSTEM = new Request(Request.SYSTEM, 0);
    private static final int ROWS_AT_ONCE = 500;
    private static final int PAGE = 500;

    private final AttachmentObjects objects;

    public AttachmentSweep(AttachmentObjects objects) {
        this.objects = objects;
    }

    /// What one sweep removed.
    public record Swept(int rows, int objects) {}

    public Swept sweep(Shard shard) {
        return new Swept(expireRows(shard), removeOrphans(shard));
    }

    private static int expireRows(Shard shard) {
        int rows = 0;
        int gone = ROWS_AT_ONCE;
        while (gone == ROWS_AT_ONCE) {
            gone = shard.submit(new ExpireAttachments(ROWS_AT_ONCE), SYSTEM)
                    .result()
                    .attachments();
            rows += gone;
        }
        return rows;
    }

    private int removeOrphans(Shard shard) {
        int removed = 0;
        ObjectPage page = objects.page(ListQuery.first(AttachmentObjects.prefix(shard.waddle()), PAGE));
        removed += removeOrphans(shard, page);
        while (page.next().isPresent()) {
            page = objects.page(page.next().get());
            removed += removeOrphans(shard, page);
        }
        return removed;
    }

    private int removeOrphans(Shard shard, ObjectPage page) {
        List<ObjectKey> old = page.objects().stream()
                .filter(object -> objects.isOld(object.lastModified()))
                .map(ListedObject::key)
                .toList();
        List<String> files = old.stream()
                .map(key -> AttachmentObjects.fileKey(key.value()))
                .distinct()
                .toList();
        List<String> orphans = files.isEmpty() ? List.of() : unreferenced(shard, files);
        int removed = 0;
        for (ObjectKey key : old) {
            String file = AttachmentObjects.fileKey(key.value());
            if (orphans.contains(file)
                    && objects.removeOrphan(
                            key, () -> !unreferenced(shard, List.of(file)).isEmpty())) {
                removed++;
            }
        }
        return removed;
    }

    private static List<String> unreferenced(Shard shard, List<String> files) {
        return shard.read(reader -> reader.attachments().unreferenced(files));
    }
}
