package chat.waddle.monitor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.SplittableRandom;

/// A file of no use that is thrown overboard when the disk gets full, so that deletes and commits go on until somebody
/// has made room.
///
/// It has real blocks: a sparse or compressible file would keep nothing in hand. Used by one thread at a time.
public final class Ballast {
    public static final String FILE = "ballast";
    private static final int CHUNK_BYTES = 1 << 20;
    private static final long LEAST_FLOOR_BYTES = 32L << 20;
    private static final long MOST_BYTES = 256_000_000;

    private final Path file;
    private final long bytes;
    private final long floorBytes;
    private final DiskSpace disk;
    private boolean low;

    /// @param bytes the size of the file; 0 keeps none
    /// @param floorBytes with less than this free the file goes
    public Ballast(Path file, long bytes, long floorBytes, DiskSpace disk) {
        this.file = file;
        this.bytes = bytes;
        this.floorBytes = floorBytes;
        this.disk = disk;
    }

    /// The ballast of a data directory, with a floor that fits its size.
    public static Ballast in(Path dataDirectory, long bytes) {
        long floor = Math.max(LEAST_FLOOR_BYTES, bytes / 4);
        return new Ballast(dataDirectory.resolve(FILE), bytes, floor, DiskSpace.of(dataDirectory));
    }

    /// 256 MB, or 1 % of a small disk.
    public static long usualBytes(Path dataDirectory) {
        long total = DiskSpace.of(dataDirectory).totalBytes();
        return total < 0 ? MOST_BYTES : Math.min(MOST_BYTES, total / 100);
    }

    /// Throws the file overboard or makes it again, as the disk asks for.
    ///
    /// @return what changed for an operator, if anything
    public Optional<Alert> trim() throws IOException {
        long free = disk.freeBytes();
        if (free < 0) {
            return Optional.empty();
        }
        if (free < floorBytes) {
            return sink(free);
        }
        if (keptBytes() != bytes && free - (bytes - keptBytes()) >= 2 * floorBytes) {
            fill();
        }
        if (low && free >= 2 * floorBytes) {
            low = false;
            return Optional.of(new Alert.DiskRecovered(disk.freeBytes(), keptBytes()));
        }
        return Optional.empty();
    }

    private Optional<Alert> sink(long free) throws IOException {
        long given = keptBytes();
        Files.deleteIfExists(file);
        if (low && given == 0) {
            return Optional.empty();
        }
        low = true;
        return Optional.of(new Alert.DiskLow(free, floorBytes, given));
    }

    /// Under another name first: a half-made ballast is not taken for a whole one.
    private void fill() throws IOException {
        Files.deleteIfExists(file);
        if (bytes == 0) {
            return;
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            write(unfinished);
            Files.move(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void write(Path target) throws IOException {
        byte[] noise = new byte[CHUNK_BYTES];
        SplittableRandom random = new SplittableRandom(bytes);
        try (FileChannel channel = FileChannel.open(
                target, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            long left = bytes;
            while (left > 0) {
                random.nextBytes(noise);
                ByteBuffer chunk = ByteBuffer.wrap(noise, 0, (int) Math.min(left, CHUNK_BYTES));
                while (chunk.hasRemaining()) {
                    left -= channel.write(chunk);
                }
            }
            channel.force(true);
        }
    }

    private long keptBytes() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    public DiskReport report() {
        return new DiskReport(disk.freeBytes(), disk.totalBytes(), floorBytes, keptBytes());
    }
}
