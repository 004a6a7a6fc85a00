package chat.waddle.server.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/// The folder where uploads stand until they are whole; what a crash left there is removed at the next start.
///
/// Owned by one process, like the data directory it lies in. Thread-safe.
public final class Spool {
    private final Path folder;

    private Spool(Path folder) {
        this.folder = folder;
    }

    public static Spool in(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder)) {
                for (Path leftover : leftovers) {
                    Files.delete(leftover);
                }
            }
            return new Spool(folder);
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot prepare the folder for uploads " + folder, problem);
        }
    }

    /// A place for one upload, which does not exist yet.
    Path place() {
        return folder.resolve(UUID.randomUUID() + ".upload");
    }
}
