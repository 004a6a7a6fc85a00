package chat.waddle.attachment;

import chat.waddle.ids.WaddleId;
import chat.waddle.objectstore.ByteRange;
import chat.waddle.objectstore.ListQuery;
import chat.waddle.objectstore.ObjectContent;
import chat.waddle.objectstore.ObjectDamagedException;
import chat.waddle.objectstore.ObjectKey;
import chat.waddle.objectstore.ObjectPage;
import chat.waddle.objectstore.ObjectSource;
import chat.waddle.objectstore.ObjectStore;
import chat.waddle.objectstore.StoredObject;
import chat.waddle.shard.Shard;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The contents of uploaded files in the object store, one object for equal bytes of one waddle.
///
/// An object stands here before the first row that names it, and goes a while after the last one. Who is about to add
/// a row has [#GRACE] for it: keeping an object makes it young, and only old ones are removed. Thread-safe; calls
/// block. Trouble of the store comes as [chat.waddle.objectstore.ObjectStoreException].
public final class AttachmentObjects {
    /// How long an object may be there without a row.
    public static final Duration GRACE = Duration.ofHours(2);

    private static final String THUMBNAIL = ".thumbnail";

    private final ObjectStore store;
    private final InstantSource clock;
    private final Map<String, Integer> arriving = new ConcurrentHashMap<>();
    private final ReentrantLock[] locks =
            IntStream.range(0, 64).mapToObj(_ -> new ReentrantLock()).toArray(ReentrantLock[]::new);

    public AttachmentObjects(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// The key of a file's content.
    ///
    /// @param sha256 64 lower-case hex digits
    public static String key(WaddleId waddle, String sha256) {
        return prefix(waddle) + sha256.substring(0, 2) + "/" + sha256;
    }

    /// The key of a file's small picture.
    public static String thumbnailKey(String key) {
        return key + THUMBNAIL;
    }

    /// The key of the file that an object belongs to: itself, or the one it is a small picture of.
    static String fileKey(String key) {
        return key.endsWith(THUMBNAIL) ? key.substring(0, key.length() - THUMBNAIL.length()) : key;
    }

    static String prefix(WaddleId waddle) {
        if (waddle.value() < 0) { // a file of conversations; no part of a key begins with a sign
            return "conversations/" + (-1 - waddle.value()) + "/files/";
        }
        return String.format(Locale.ROOT, "waddles/%02x/%d/files/", waddle.value() >>> 8 & 0xff, waddle.value());
    }

    /// Makes sure that the object is there, durable, and young. Content that is there already is not written again.
    ///
    /// Until [#arrived] is called for the file's key, nothing of the file is removed at once.
    public void keep(String key, ObjectSource content) {
        ReentrantLock lock = lock(key);
        lock.lock();
        try {
            if (key.equals(fileKey(key))) {
                arriving.merge(key, 1, Integer::sum);
            }
            StoredObject present = head(new ObjectKey(key));
            boolean stays = present != null && isYoung(present.lastModified(), GRACE.dividedBy(2));
            if (!stays) {
                StoredObject _ = store.put(new ObjectKey(key), content);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Says that the row of a file which was kept is there, or will not come.
    public void arrived(String key) {
        arriving.computeIfPresent(key, (_, uploads) -> uploads > 1 ? uploads - 1 : null);
    }

    /// Removes those of some files, with their small pictures, that no row of the waddle names; others stay. A file
    /// that
    /// somebody is just uploading again is left to the sweep.
    public void removeUnnamed(Shard shard, Collection<String> keys) {
        for (String key : Set.copyOf(keys)) {
            ReentrantLock lock = lock(key);
            lock.lock();
            try {
                boolean named = shard.read(reader -> reader.attachments().unreferenced(List.of(key)))
                        .isEmpty();
                if (!named && !arriving.containsKey(key)) {
                    store.delete(new ObjectKey(thumbnailKey(key)));
                    store.delete(new ObjectKey(key));
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /// @return null for none, or for one whose bytes are not what they were
    private @Nullable StoredObject head(ObjectKey key) {
        try {
            return store.head(key).orElse(null);
        } catch (ObjectDamagedException damaged) {
            return null;
        }
    }

    private boolean isYoung(Instant lastModified, Duration age) {
        return lastModified.isAfter(clock.instant().minus(age));
    }

    /// The whole object.
    public Optional<ObjectContent> open(String key) {
        return store.get(new ObjectKey(key));
    }

    /// A part of an object.
    public Optional<ObjectContent> open(String key, ByteRange range) {
        return store.getRange(new ObjectKey(key), range);
    }

    ObjectPage page(ListQuery query) {
        return store.list(query);
    }

    boolean isOld(Instant lastModified) {
        return !isYoung(lastModified, GRACE);
    }

    /// Removes an object that is old and still an orphan.
    ///
    /// @return whether it was removed
    boolean removeOrphan(ObjectKey key, BooleanSupplier isOrphan) {
        ReentrantLock lock = lock(fileKey(key.value()));
        lock.lock();
        try {
            StoredObject present = head(key);
            if ((present != null && !isOld(present.lastModified())) || !isOrphan.getAsBoolean()) {
                return false;
            }
            store.delete(key);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private ReentrantLock lock(String key) {
        return locks[Math.floorMod(fileKey(key).hashCode(), locks.length)];
    }
}
