package chat.waddle.attachment;

import static chat.waddle.shard.ShardFixture.OWNER;
import static chat.waddle.shard.ShardFixture.WADDLE;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.ids.AttachmentId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.objectstore.FolderObjectStore;
import chat.waddle.objectstore.ListQuery;
import chat.waddle.objectstore.ObjectKey;
import chat.waddle.objectstore.ObjectSource;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardFixture;
import chat.waddle.sqlite.command.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The store's times are the disk's own, so the clock starts at the real time and only moves forward from there.
class AttachmentSweepTest {
    private static final String SHA = "ab".repeat(32);
    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private ShardFixture fixture;
    private Shard shard;
    private FolderObjectStore store;
    private AttachmentObjects objects;
    private AttachmentSweep sweep;

    @BeforeEach
    void open() {
        fixture = new ShardFixture(folder.resolve("files"));
        fixture.clock.set(Instant.now());
        shard = fixture.create(WADDLE);
        store = FolderObjectStore.open(folder.resolve("objects"));
        objects = new AttachmentObjects(store, fixture.clock);
        sweep = new AttachmentSweep(objects);
    }

    @AfterEach
    void close() {
        store.close();
        fixture.close();
    }

    private String kept(WaddleId waddle) {
        String key = AttachmentObjects.key(waddle, SHA);
        objects.keep(key, ObjectSource.ofBytes(CONTENT));
        return key;
    }

    private AttachmentId row(UserId owner, String key) {
        CreateAttachment command = new CreateAttachment(owner, "a.txt", 7, "text/plain", 0, 0, key, null);
        AttachmentOutcome outcome =
                shard.submit(command, new Request(owner.value(), 1)).result();
        return ((AttachmentOutcome.Done) outcome).attachment().id();
    }

    private int stored() {
        return store.list(ListQuery.first("", 100)).objects().size();
    }

    @Test
    void anObjectWithoutARowGoesAfterTheGraceTimeAndNotBefore() {
        kept(WADDLE);
        assertThat(sweep.sweep(shard).objects()).isZero();
        fixture.clock.advance(AttachmentObjects.GRACE.minusMinutes(1));
        assertThat(sweep.sweep(shard).objects()).isZero();
        fixture.clock.advance(Duration.ofMinutes(2));
        assertThat(sweep.sweep(shard).objects()).isEqualTo(1);
        assertThat(stored()).isZero();
    }

    @Test
    void anObjectStaysAsLongAsOneRowNamesIt() {
        String key = kept(WADDLE);
        objects.keep(AttachmentObjects.thumbnailKey(key), ObjectSource.ofBytes(CONTENT));
        AttachmentId one = row(OWNER, key);
        AttachmentId other = row(OWNER, kept(WADDLE));
        assertThat(stored()).isEqualTo(2);
        delete(one);
        fixture.clock.advance(AttachmentObjects.GRACE.plusMinutes(1));
        assertThat(sweep.sweep(shard).objects()).isZero();
        delete(other);
        assertThat(sweep.sweep(shard).objects()).isEqualTo(2);
        assertThat(stored()).isZero();
    }

    private void delete(AttachmentId id) {
        var outcome = shard.submit(new DeleteAttachment(OWNER, id), new Request(OWNER.value(), 1));
        assertThat(outcome.result()).isInstanceOf(AttachmentOutcome.Done.class);
    }

    @Test
    void whoUploadsTheSameBytesAgainHasTheWholeGraceTimeForTheRow() {
        String key = kept(WADDLE);
        fixture.clock.advance(AttachmentObjects.GRACE.minusMinutes(1));
        Instant before = store.head(new ObjectKey(key)).orElseThrow().lastModified();
        kept(WADDLE);
        assertThat(store.head(new ObjectKey(key)).orElseThrow().lastModified()).isAfter(before);
    }

    @Test
    void objectsOfOtherWaddlesAreNotTouched() {
        kept(new WaddleId(WADDLE.value() + 1));
        fixture.clock.advance(Duration.ofDays(2));
        assertThat(sweep.sweep(shard).objects()).isZero();
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void aFileNeverPostedGoesWithItsRow() {
        AttachmentId id = row(OWNER, kept(WADDLE));
        fixture.clock.advance(Duration.ofHours(25));
        assertThat(sweep.sweep(shard)).isEqualTo(new AttachmentSweep.Swept(1, 1));
        assertThat(exists(id)).isFalse();
        assertThat(stored()).isZero();
    }

    private boolean exists(AttachmentId id) {
        return shard.read(reader -> reader.attachments().find(id.value())).isPresent();
    }

    @Test
    void aDamagedObjectIsWrittenAnewWhenItsBytesComeAgain() throws Exception {
        String key = kept(WADDLE);
        Path file;
        try (var files = Files.walk(folder.resolve("objects/objects"))) {
            file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        Files.write(file, new byte[3]);
        kept(WADDLE);
        try (var content = objects.open(key).orElseThrow()) {
            assertThat(content.readAll()).isEqualTo(CONTENT);
        }
    }
}
