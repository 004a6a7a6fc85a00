package chat.waddle.server.cli.ops;

import chat.waddle.monitor.DiskSpace;
import chat.waddle.sqlite.SqliteLibrary;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Looks at what the server stands on: the JDK, SQLite, the disk, descriptors, the clock, permissions.
final class MachineExam {
    private static final int JDK = 25;
    private static final long FREE_BYTES = 1_000_000_000;
    private static final long DESCRIPTORS = 8_192;
    private static final int SYNCS = 16;
    private static final long SLOW_SYNC_MICROS = 20_000;
    private static final long UNREAL_SYNC_MICROS = 20;
    private static final Instant BUILT_AFTER = Instant.parse("2026-11-20T00:00:00Z");
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path data;

    MachineExam(Path data) {
        this.data = data;
    }

    List<Diagnosis> run(Instant now) {
        List<Diagnosis> found = new ArrayList<>();
        found.add(java());
        found.add(flags());
        found.add(Diagnosis.fine("sqlite", "SQLite " + SqliteLibrary.load(data.resolve("native"))));
        found.add(Diagnosis.fine(
                "lock",
                "the data directory is owned by this process, "
                        + ProcessHandle.current().pid()));
        found.add(space());
        found.add(syncs());
        found.add(descriptors());
        found.add(
                now.isBefore(BUILT_AFTER)
                        ? Diagnosis.bad("clock", "it says " + now, "Set the clock: tokens and bans depend on it")
                        : Diagnosis.fine("clock", now.toString()));
        for (String name : List.of("", "directory.sqlite", "control")) {
            permissions(found, data.resolve(name));
        }
        return found;
    }

    private static Diagnosis java() {
        String version = Runtime.version().toString();
        return Runtime.version().feature() == JDK
                ? Diagnosis.fine("jdk", version)
                : Diagnosis.notice("jdk", version, "Use a JDK " + JDK + "; the server is tested on that one");
    }

    private static Diagnosis flags() {
        List<String> flags = ManagementFactory.getRuntimeMXBean().getInputArguments();
        String heap = TextTable.bytes(Runtime.getRuntime().maxMemory()) + " heap";
        boolean compact = flags.contains("-XX:+UseCompactObjectHeaders");
        return compact
                ? Diagnosis.fine("jvm", heap + ", compact object headers")
                : Diagnosis.notice("jvm", heap, "Start with ./waddle, which sets the flags (compact object headers)");
    }

    private Diagnosis space() {
        long free = DiskSpace.of(data).freeBytes();
        String text = TextTable.bytes(free) + " free";
        return free >= 0 && free < FREE_BYTES
                ? Diagnosis.bad("disk", text, "Make room: below 1 GB a burst of messages or a migration may fill it")
                : Diagnosis.fine("disk", text);
    }

    private Diagnosis syncs() {
        Path probe = data.resolve("doctor.probe");
        try {
            long micros = medianSyncMicros(probe);
            String text = String.format(Locale.ROOT, "%.2f ms for one sync", micros / 1000.0);
            if (micros > SLOW_SYNC_MICROS) {
                return Diagnosis.notice("sync", text, "Each commit waits for it: put the data on a faster disk");
            }
            return micros < UNREAL_SYNC_MICROS
                    ? Diagnosis.notice("sync", text, "That is too fast for a disk: is the data in memory only?")
                    : Diagnosis.fine("sync", text);
        } catch (IOException failure) {
            return Diagnosis.bad("sync", "the data directory cannot be written: " + failure.getMessage(), "Look at it");
        }
    }

    private static long medianSyncMicros(Path probe) throws IOException {
        long[] micros = new long[SYNCS];
        try (FileChannel channel = FileChannel.open(probe, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < SYNCS; i++) {
                ByteBuffer page = ByteBuffer.allocate(4096);
                long started = System.nanoTime();
                int _ = channel.write(page, i * 4096L);
                channel.force(false);
                micros[i] = (System.nanoTime() - started) / 1000;
            }
        } finally {
            Files.deleteIfExists(probe);
        }
        Arrays.sort(micros);
        return micros[SYNCS / 2];
    }

    private static Diagnosis descriptors() {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)) {
            return Diagnosis.fine("descriptors", "not limited by this system");
        }
        long most = unix.getMaxFileDescriptorCount();
        String text = unix.getOpenFileDescriptorCount() + " of " + most + " in use";
        return most < DESCRIPTORS
                ? Diagnosis.notice(
                        "descriptors",
                        text,
                        "Allow " + DESCRIPTORS + " or more (ulimit -n, LimitNOFILE): an open shard takes several")
                : Diagnosis.fine("descriptors", text);
    }

    private static void permissions(List<Diagnosis> found, Path file) {
        if (!Files.exists(file)
                || !file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        String name = String.valueOf(file.getFileName());
        try {
            boolean open = Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
            found.add(
                    open
                            ? Diagnosis.notice(
                                    "permissions", name + " can be read or written by others", "chmod go-rwx " + file)
                            : Diagnosis.fine("permissions", name + " is private"));
        } catch (IOException failure) {
            found.add(Diagnosis.bad("permissions", name + ": " + failure.getMessage(), "Look at it"));
        }
    }
}
