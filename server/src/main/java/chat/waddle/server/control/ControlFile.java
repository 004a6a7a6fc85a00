package chat.waddle.server.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/// The file by which commands find the server of a data directory: its loopback port and a random token, readable by
/// the owner alone. Appears whole or not at all.
record ControlFile(int port, String token) {
    private static final String NAME = "control";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    void write(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve(NAME);
        Path fresh = dataDirectory.resolve(NAME + ".new");
        Files.deleteIfExists(fresh);
        if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(fresh, MAPPER.writeValueAsBytes(Map.of("port", port, "token", token)));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// What the file of a data directory says; empty if there is none, or none that can be understood.
    static Optional<ControlFile> read(Path dataDirectory) throws IOException {
        try {
            JsonNode tree = MAPPER.readTree(Files.readAllBytes(dataDirectory.resolve(NAME)));
            boolean whole = tree.path("port").isInt() && tree.path("token").isTextual();
            return whole
                    ? Optional.of(new ControlFile(
                            tree.path("port").intValue(), tree.path("token").textValue()))
                    : Optional.empty();
        } catch (NoSuchFileException | JsonProcessingException _) {
            return Optional.empty();
        }
    }

    static void delete(Path dataDirectory) throws IOException {
        Files.deleteIfExists(dataDirectory.resolve(NAME));
    }

    /// Never shows the token.
    @Override
    public String toString() {
        return "ControlFile[port=" + port + "]";
    }
}
