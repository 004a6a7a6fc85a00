package chat.waddle.server.demo;

import chat.waddle.server.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// `demo.json` in the demo's folder. Replaced as a whole; mode 0600.
public final class DemoFile {
    private static final String NAME = "demo.json";

    private final Path file;

    public DemoFile(Path data) {
        this.file = data.resolve(NAME);
    }

    /// The access of a demo whose content is there.
    public Optional<DemoAccess> ready() throws IOException {
        return read().filter(access -> access.token() != null);
    }

    Optional<DemoAccess> read() throws IOException {
        return Files.exists(file)
                ? Optional.of(Json.read(Files.readAllBytes(file), DemoAccess.class))
                : Optional.empty();
    }

    void write(DemoAccess access) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(folder, NAME, ".new", privately(file));
        Files.write(fresh, Json.bytes(access));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] privately(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
