package chat.waddle.objectstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every `ObjectStore` must do. An implementation extends it and hands in an empty, open store per test.
public abstract class ObjectStoreContract {
    private static final ObjectKey KEY = new ObjectKey("waddles/7f/segment-2026-01.zst");
    private static final int SEVERAL_BLOCKS = 3 * 64 * 1024 + 17;

    /// The same empty store throughout one test.
    protected abstract ObjectStore store();

    protected static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    protected static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    protected final byte[] contentOf(ObjectKey key) {
        try (ObjectContent content = store().get(key).orElseThrow()) {
            return content.readAll();
        }
    }

    private byte[] rangeOf(ObjectKey key, long offsetBytes, long lengthBytes) {
        try (ObjectContent content =
                store().getRange(key, new ByteRange(offsetBytes, lengthBytes)).orElseThrow()) {
            return content.readAll();
        }
    }

    @Test
    void whatWasPutIsReadBack() {
        for (int length : new int[] {0, 1, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, SEVERAL_BLOCKS}) {
            ObjectKey key = new ObjectKey("sizes/" + length);
            store().put(key, ObjectSource.ofBytes(noise(length)));
            assertThat(contentOf(key)).as("%d bytes", length).isEqualTo(noise(length));
        }
    }

    @Test
    void putDescribesTheContentAndHeadAgrees() throws Exception {
        byte[] bytes = noise(SEVERAL_BLOCKS);
        StoredObject stored = store().put(KEY, ObjectSource.ofBytes(bytes));
        assertThat(stored.key()).isEqualTo(KEY);
        assertThat(stored.sizeBytes()).isEqualTo(bytes.length);
        assertThat(stored.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertThat(store().head(KEY)).contains(stored);
        try (ObjectContent content = store().get(KEY).orElseThrow()) {
            assertThat(content.object()).isEqualTo(stored);
        }
    }

    @Test
    void aMissingKeyIsEmptyEverywhere() {
        assertThat(store().head(KEY)).isEmpty();
        assertThat(store().get(KEY)).isEmpty();
        assertThat(store().getRange(KEY, new ByteRange(0, 1))).isEmpty();
        assertThat(store().list(ListQuery.first("", 10)).objects()).isEmpty();
    }

    @Test
    void putReplacesTheOldContent() {
        store().put(KEY, ObjectSource.ofBytes(text("old and longer")));
        store().put(KEY, ObjectSource.ofBytes(text("new")));
        assertThat(contentOf(KEY)).isEqualTo(text("new"));
        assertThat(store().list(ListQuery.first("", 10)).objects()).hasSize(1);
    }

    @Test
    void putIfAbsentStoresUnderAFreeKey() {
        PutOutcome outcome = store().putIfAbsent(KEY, ObjectSource.ofBytes(text("first")));
        assertThat(outcome).isInstanceOf(PutOutcome.Stored.class);
        assertThat(store().head(KEY)).contains(outcome.object());
    }

    @Test
    void putIfAbsentLeavesATakenKeyAlone() {
        StoredObject first = store().put(KEY, ObjectSource.ofBytes(text("first")));
        PutOutcome outcome = store().putIfAbsent(KEY, ObjectSource.ofBytes(text("second")));
        assertThat(outcome).isEqualTo(new PutOutcome.AlreadyPresent(first));
        assertThat(contentOf(KEY)).isEqualTo(text("first"));
    }

    @Test
    void ofManyPutsIfAbsentAtOnceExactlyOneStores() throws Exception {
        int writers = 8;
        try (var pool = Executors.newFixedThreadPool(writers)) {
            for (int round = 0; round < 20; round++) {
                ObjectKey key = new ObjectKey("race/" + round);
                CountDownLatch start = new CountDownLatch(1);
                List<Future<PutOutcome>> outcomes = IntStream.range(0, writers)
                        .mapToObj(writer -> pool.submit(() -> {
                            start.await();
                            return store().putIfAbsent(key, ObjectSource.ofBytes(text("writer " + writer)));
                        }))
                        .toList();
                start.countDown();
                List<StoredObject> winners = new ArrayList<>();
                for (Future<PutOutcome> outcome : outcomes) {
                    if (outcome.get() instanceof PutOutcome.Stored(StoredObject object)) {
                        winners.add(object);
                    }
                }
                assertThat(winners).hasSize(1);
                assertThat(store().head(key)).contains(winners.getFirst());
                assertThat(contentOf(key)).hasSizeGreaterThan(7);
            }
        }
    }

    @Test
    void contentShorterOrLongerThanAnnouncedIsRefusedAndNothingChanges() {
        store().put(KEY, ObjectSource.ofBytes(text("kept")));
        for (long announced : new long[] {2, 4}) {
            assertThatThrownBy(() -> store().put(KEY, lying(announced, text("abc"))))
                    .isInstanceOf(ObjectStoreException.class);
        }
        assertThat(contentOf(KEY)).isEqualTo(text("kept"));
        store().put(KEY, lying(3, text("abc")));
        assertThat(contentOf(KEY)).isEqualTo(text("abc"));
    }

    private static ObjectSource lying(long announced, byte[] actual) {
        return new ObjectSource() {
            @Override
            public long sizeBytes() {
                return announced;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(actual);
            }
        };
    }

    @Test
    void aRangeIsThatPartOfTheContent() {
        byte[] bytes = noise(SEVERAL_BLOCKS);
        store().put(KEY, ObjectSource.ofBytes(bytes));
        assertThat(rangeOf(KEY, 0, 10)).isEqualTo(Arrays.copyOf(bytes, 10));
        assertThat(rangeOf(KEY, 65_530, 12)).isEqualTo(Arrays.copyOfRange(bytes, 65_530, 65_542));
        assertThat(rangeOf(KEY, 100, 150_000)).isEqualTo(Arrays.copyOfRange(bytes, 100, 150_100));
    }

    @Test
    void aRangeEndsWithTheObjectAndIsEmptyBehindIt() {
        store().put(KEY, ObjectSource.ofBytes(text("0123456789")));
        assertThat(rangeOf(KEY, 7, 100)).isEqualTo(text("789"));
        assertThat(rangeOf(KEY, 9, Long.MAX_VALUE)).isEqualTo(text("9"));
        assertThat(rangeOf(KEY, 10, 1)).isEmpty();
        assertThat(rangeOf(KEY, Long.MAX_VALUE, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void anOpenStreamGoesOnWithWhatItBeganWith() {
        store().put(KEY, ObjectSource.ofBytes(text("old")));
        try (ObjectContent content = store().get(KEY).orElseThrow()) {
            store().put(KEY, ObjectSource.ofBytes(text("new")));
            assertThat(content.readAll()).isEqualTo(text("old"));
        }
        assertThat(contentOf(KEY)).isEqualTo(text("new"));
    }

    @Test
    void deleteRemovesTheObjectAndMayBeRepeated() {
        ObjectKey neighbour = new ObjectKey(KEY.value() + ".json");
        store().put(KEY, ObjectSource.ofBytes(text("x")));
        store().put(neighbour, ObjectSource.ofBytes(text("y")));
        store().delete(KEY);
        store().delete(KEY);
        assertThat(store().head(KEY)).isEmpty();
        assertThat(contentOf(neighbour)).isEqualTo(text("y"));
    }

    @Test
    void aKeyAndALongerKeyBeneathItAreTwoObjects() {
        ObjectKey above = new ObjectKey("a");
        ObjectKey below = new ObjectKey("a/b");
        store().put(above, ObjectSource.ofBytes(text("above")));
        store().put(below, ObjectSource.ofBytes(text("below")));
        assertThat(contentOf(above)).isEqualTo(text("above"));
        assertThat(contentOf(below)).isEqualTo(text("below"));
        store().delete(above);
        assertThat(contentOf(below)).isEqualTo(text("below"));
    }

    @Test
    void listingPagesReachEveryKeyOnceInKeyOrder() {
        List<String> keys = List.of(
                "a", "a-b", "a.b", "a/b", "a/c/d", "a0", "a_b", "ab", "b/1", "b/10", "b/2", "c/a-/x", "c/a/x",
                "c/a0/x");
        List<String> shuffled = new ArrayList<>(keys);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.forEach(key -> store().put(new ObjectKey(key), ObjectSource.ofBytes(text(key))));
        for (int limit : new int[] {1, 3, keys.size(), 1000}) {
            assertThat(listAll("", limit)).as("pages of %d", limit).isEqualTo(keys);
        }
    }

    @Test
    void aPrefixListsOnlyItsKeysAndNeedNotEndAtASlash() {
        for (String key : List.of("b/1", "b/10", "b/2", "bb", "c/1", "b", "b/1/x")) {
            store().put(new ObjectKey(key), ObjectSource.ofBytes(text(key)));
        }
        assertThat(listAll("b/", 2)).containsExactly("b/1", "b/1/x", "b/10", "b/2");
        assertThat(listAll("b/1", 2)).containsExactly("b/1", "b/1/x", "b/10");
        assertThat(listAll("b", 2)).containsExactly("b", "b/1", "b/1/x", "b/10", "b/2", "bb");
        assertThat(listAll("d", 2)).isEmpty();
        assertThat(listAll("../", 2)).isEmpty();
    }

    @Test
    void aListingTellsTheSizeOfTheContent() {
        for (int length : new int[] {0, 1, 65_535, 65_536, 65_537, SEVERAL_BLOCKS}) {
            store().put(new ObjectKey("n/" + length), ObjectSource.ofBytes(noise(length)));
        }
        for (ListedObject listed : store().list(ListQuery.first("n/", 100)).objects()) {
            assertThat("n/" + listed.sizeBytes()).isEqualTo(listed.key().value());
            assertThat(listed.lastModified())
                    .isEqualTo(store().head(listed.key()).orElseThrow().lastModified());
        }
    }

    @Test
    void theLongestKeyWorks() {
        String segment = "s".repeat(200);
        ObjectKey longest = new ObjectKey(segment + "/" + segment + "/" + "t".repeat(110));
        assertThat(longest.value()).hasSize(512);
        store().put(longest, ObjectSource.ofBytes(text("far")));
        assertThat(contentOf(longest)).isEqualTo(text("far"));
        assertThat(listAll("s", 1)).containsExactly(longest.value());
    }

    private List<String> listAll(String prefix, int limit) {
        List<String> keys = new ArrayList<>();
        Optional<ListQuery> query = Optional.of(ListQuery.first(prefix, limit));
        while (query.isPresent()) {
            ObjectPage page = store().list(query.get());
            assertThat(page.objects()).hasSizeLessThanOrEqualTo(limit);
            page.objects().forEach(object -> keys.add(object.key().value()));
            query = page.next();
        }
        return keys;
    }
}
