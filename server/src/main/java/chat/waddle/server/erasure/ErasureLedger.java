package chat.waddle.server.erasure;

import chat.waddle.directory.erasure.ErasureMode;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.SqliteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Which accounts were erased, in a file of its own beside all data: a database that is put back from before knows
/// nothing of an erasure, so it is held against this ledger before it serves.
///
/// One line each, ids only: `erasure user mode milliseconds hash`, where the hash covers the line and the hash before.
/// Lines are synced before the erasure begins and are never taken out. Thread-safe.
public final class ErasureLedger {
    private static final String NAME = "erasures.ledger";
    private static final String BEGIN = "waddle erasures 1";
    private static final int FIELDS = 5;

    private final Path file;
    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final Set<Long> settled = ConcurrentHashMap.newKeySet();
    private String lastHash = BEGIN;
    /// Of the lines that are known to be on disk.
    private long lengthBytes;

    /// An account to be erased.
    public record Entry(long erasure, UserId user, ErasureMode mode, Instant requestedAt) {
        private String line() {
            return erasure + " " + user + " " + mode.code() + " " + requestedAt.toEpochMilli();
        }
    }

    private ErasureLedger(Path file) {
        this.file = file;
    }

    /// Reads the ledger of a data directory; a last line that was cut off by a crash is taken away.
    ///
    /// @throws IllegalStateException when a line in it was changed
    public static ErasureLedger in(Path folder) {
        ErasureLedger ledger = new ErasureLedger(folder.resolve(NAME));
        try {
            if (Files.exists(ledger.file)) {
                ledger.read();
            }
            return ledger;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the ledger of erasures", e);
        }
    }

    private void read() throws IOException {
        byte[] content = Files.readAllBytes(file);
        int whole = content.length;
        while (whole > 0 && content[whole - 1] != '\n') {
            whole--;
        }
        String text = new String(content, 0, whole, StandardCharsets.US_ASCII);
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            entries.add(parsed(line, number));
        }
        lengthBytes = whole;
        if (whole < content.length) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                FileChannel _ = channel.truncate(whole);
                channel.force(true);
            }
        }
    }

    private Entry parsed(String line, int number) {
        String[] fields = line.split(" ", FIELDS);
        try {
            Entry entry = new Entry(
                    Long.parseLong(fields[0]),
                    new UserId(Long.parseLong(fields[1])),
                    ErasureMode.ofCode(fields[2]).orElseThrow(),
                    Instant.ofEpochMilli(Long.parseLong(fields[3])));
            String hash = hash(lastHash, entry.line());
            if (hash.equals(fields[4])) {
                lastHash = hash;
                return entry;
            }
        } catch (RuntimeException e) {
            throw new IllegalStateException("line " + number + " of " + file.getFileName() + " is damaged", e);
        }
        throw new IllegalStateException("line " + number + " of " + file.getFileName() + " was changed");
    }

    /// Oldest first.
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    public boolean has(long erasure) {
        return entries.stream().anyMatch(entry -> entry.erasure() == erasure);
    }

    /// Adds an erasure; on disk when this returns. Where it fails, nothing of it is kept.
    public synchronized void append(Entry entry) {
        String hash = hash(lastHash, entry.line());
        ByteBuffer line = ByteBuffer.wrap((entry.line() + " " + hash + "\n").getBytes(StandardCharsets.US_ASCII));
        boolean isNew = !Files.exists(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileChannel _ = channel.truncate(lengthBytes).position(lengthBytes); // what a failed try may have left
            while (line.hasRemaining()) {
                int _ = channel.write(line);
            }
            channel.force(true);
            if (isNew) {
                SqliteFile.syncFolder(
                        Objects.requireNonNull(file.toAbsolutePath().getParent()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the ledger of erasures", e);
        }
        lengthBytes += line.limit();
        lastHash = hash;
        entries.add(entry);
    }

    /// Says that an erasure has gone through all files: a file that still knows the account is an older one.
    void settled(long erasure) {
        settled.add(erasure);
    }

    /// The erasures that have gone through all files.
    List<Entry> settled() {
        List<Entry> found = new ArrayList<>(entries);
        found.removeIf(entry -> !settled.contains(entry.erasure()));
        return found;
    }

    private static String hash(String before, String line) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((before + "\n" + line).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
