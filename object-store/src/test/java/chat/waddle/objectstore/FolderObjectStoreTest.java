package chat.waddle.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderObjectStoreTest extends ObjectStoreContract {
    private static final ObjectKey KEY = new ObjectKey("folder/object");
    private static final int LENGTH = 200_000;

    @TempDir
    private Path root;

    private FolderObjectStore store;

    @BeforeEach
    void open() {
        store = FolderObjectStore.open(root);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    private Path file() {
        return root.resolve("objects/folder+/object");
    }

    private void putNoise() {
        store.put(KEY, ObjectSource.ofBytes(noise(LENGTH)));
        assertThat(file()).exists();
    }

    private void overwrite(long position, byte... bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), position);
        }
    }

    @Test
    void whatACrashLeftHalfWrittenIsNeverVisibleAndIsSweptAtOpen() throws IOException {
        putNoise();
        Path torn = root.resolve("incoming/5b1c.tmp");
        Files.write(torn, noise(1_000));
        assertThat(store.list(ListQuery.first("", 10)).objects()).hasSize(1);
        store.close();
        open();
        assertThat(torn).doesNotExist();
        assertThat(store.list(ListQuery.first("", 10)).objects()).hasSize(1);
        assertThat(contentOf(KEY)).isEqualTo(noise(LENGTH));
    }

    @Test
    void aFailedPutLeavesNoFileBehind() {
        ObjectSource failing = new ObjectSource() {
            @Override
            public long sizeBytes() {
                return 10;
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> store.put(KEY, failing)).hasRootCauseMessage("gone");
        assertThat(root.resolve("incoming")).isEmptyDirectory();
        assertThat(store.head(KEY)).isEmpty();
    }

    @Test
    void aFlippedBitIsFoundAndNoByteOfItsBlockIsHandedOut() throws IOException {
        putNoise();
        long position = 70_000;
        overwrite(position, (byte) (noise(LENGTH)[(int) position] ^ 1));
        try (ObjectContent content = store.get(KEY).orElseThrow()) {
            assertThat(content.stream().readNBytes(65_536)).isEqualTo(Arrays.copyOf(noise(LENGTH), 65_536));
            assertThatThrownBy(() -> content.stream().read()).isInstanceOf(ObjectDamagedException.class);
        }
    }

    @Test
    void aDamagedRangeIsFoundAndAnUndamagedOneStillServed() throws IOException {
        putNoise();
        overwrite(199_999, (byte) (noise(LENGTH)[199_999] ^ 0x80));
        try (ObjectContent damaged =
                        store.getRange(KEY, new ByteRange(199_000, 10)).orElseThrow();
                ObjectContent sound = store.getRange(KEY, new ByteRange(0, 10)).orElseThrow()) {
            assertThatThrownBy(damaged::readAll).isInstanceOf(ObjectDamagedException.class);
            assertThat(sound.readAll()).hasSize(10);
        }
    }

    @Test
    void aTruncatedZeroByteOrOverlongFileIsDamagedNotMissing() throws IOException {
        for (long length : new long[] {0, 10, 67, 1_000, LENGTH, LENGTH + 10}) {
            putNoise();
            try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
                channel.truncate(length);
            }
            assertThatThrownBy(() -> store.get(KEY)).isInstanceOf(ObjectDamagedException.class);
            assertThatThrownBy(() -> store.head(KEY)).isInstanceOf(ObjectDamagedException.class);
            assertThat(store.list(ListQuery.first("", 10)).objects()).hasSize(1);
        }
        putNoise();
        Files.write(file(), new byte[] {0}, StandardOpenOption.APPEND);
        assertThatThrownBy(() -> store.get(KEY)).isInstanceOf(ObjectDamagedException.class);
        putNoise();
        assertThat(contentOf(KEY)).hasSize(LENGTH);
    }

    @Test
    void everyChangedByteOfTheSealIsFound() throws IOException {
        putNoise();
        byte[] whole = Files.readAllBytes(file());
        int frameHeaderBytes = 8;
        for (int at = LENGTH + frameHeaderBytes; at < whole.length; at++) {
            overwrite(at, (byte) (whole[at] ^ 0x10));
            assertThatThrownBy(() -> contentOf(KEY)).isInstanceOf(ObjectDamagedException.class);
            overwrite(at, whole[at]);
        }
        assertThat(contentOf(KEY)).hasSize(LENGTH);
    }

    @Test
    void anotherObjectsBlocksUnderThisSealAreFound() throws IOException {
        putNoise();
        byte[] other = noise(LENGTH + 1);
        overwrite(0, other);
        assertThatThrownBy(() -> contentOf(KEY)).isInstanceOf(ObjectDamagedException.class);
    }

    @Test
    void theFileBeginsWithThePlainContent() throws IOException {
        putNoise();
        assertThat(Arrays.copyOf(Files.readAllBytes(file()), LENGTH)).isEqualTo(noise(LENGTH));
    }

    @Test
    void otherUsersOfTheMachineAreShutOut() throws IOException {
        for (String folder : List.of("objects", "incoming")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(folder))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void strayFilesAreNotListed() throws IOException {
        putNoise();
        Files.writeString(root.resolve("objects/README.txt"), "stray");
        Files.writeString(root.resolve("objects/x+"), "a file named like a folder");
        Files.createDirectory(root.resolve("objects/plainfolder"));
        Files.createSymbolicLink(root.resolve("objects/link"), Path.of("/etc/hostname"));
        assertThat(store.list(ListQuery.first("", 10)).objects())
                .extracting(listed -> listed.key().value())
                .containsExactly("folder/object");
    }

    @Test
    void aSymbolicLinkIsNotFollowed() throws IOException {
        Files.createSymbolicLink(root.resolve("objects/link"), Path.of("/etc/hostname"));
        assertThatThrownBy(() -> store.get(new ObjectKey("link"))).isInstanceOf(ObjectStoreException.class);
    }

    @Test
    void aSecondOwnerIsRefusedUntilTheFirstCloses() {
        putNoise();
        assertThatThrownBy(() -> FolderObjectStore.open(root))
                .isInstanceOf(ObjectStoreException.class)
                .hasMessageContaining("already open");
        store.close();
        assertThatThrownBy(() -> store.head(KEY)).isInstanceOf(IllegalStateException.class);
        open();
        assertThat(store.head(KEY)).isPresent();
    }

    @Test
    void aRefusedAttemptInThisProcessDoesNotLetAnotherProcessIn() throws Exception {
        assertThatThrownBy(() -> FolderObjectStore.open(root)).isInstanceOf(ObjectStoreException.class);
        assertThat(openInAnotherProcess()).isEqualTo(OtherProcess.REFUSED);
        store.close();
        assertThat(openInAnotherProcess()).isEqualTo(OtherProcess.OPENED);
    }

    private int openInAnotherProcess() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        root.toString())
                .inheritIO()
                .start();
        try {
            assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return other.exitValue();
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    static final class OtherProcess {
        static final int OPENED = 10;
        static final int REFUSED = 11;

        private OtherProcess() {}

        public static void main(String[] args) {
            try (FolderObjectStore _ = FolderObjectStore.open(Path.of(args[0]))) {
                System.exit(OPENED);
            } catch (ObjectStoreException _) {
                System.exit(REFUSED);
            }
        }
    }

    @Test
    void contentWhoseBlocksFitButWhoseHashDoesNotIsFoundBeforeItsEnd() throws IOException {
        byte[] bytes = noise(LENGTH);
        putNoise();
        byte[] sealed = Files.readAllBytes(file());
        int frameHeaderBytes = 8;
        byte[] table = Arrays.copyOfRange(sealed, LENGTH + frameHeaderBytes, LENGTH + frameHeaderBytes + 4 * 4);
        Files.write(file(), bytes);
        Files.write(file(), new Seal(LENGTH, new byte[32], table).encode().array(), StandardOpenOption.APPEND);
        try (ObjectContent content = store.get(KEY).orElseThrow()) {
            int beforeLastBlock = 3 * Seal.BLOCK_BYTES;
            assertThat(content.stream().readNBytes(beforeLastBlock)).hasSize(beforeLastBlock);
            assertThatThrownBy(() -> content.stream().read())
                    .isInstanceOf(ObjectDamagedException.class)
                    .hasMessageContaining("SHA-256");
        }
    }
}
