package chat.waddle.server.export;

import chat.waddle.directory.export.Export;
import chat.waddle.ids.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the content of copies stands: a folder with one file each, named by account and copy. Thread-safe.
public final class ExportFiles {
    private final Path folder;

    private ExportFiles(Path folder) {
        this.folder = folder;
    }

    public static ExportFiles in(Path folder) {
        try {
            return new ExportFiles(Files.createDirectories(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder of exports", e);
        }
    }

    Path of(Export export) {
        return folder.resolve(export.user() + "-" + export.id() + ".zip");
    }

    /// Where a copy is being written; one that a crash left is written over.
    Path unfinished(Export export) {
        return folder.resolve(export.user() + "-" + export.id() + ".new");
    }

    void remove(Export export) {
        try {
            Files.deleteIfExists(of(export));
            Files.deleteIfExists(unfinished(export));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove an export", e);
        }
    }

    /// Removes all copies of an account that is erased.
    public void removeAll(UserId user) {
        try (var files = Files.newDirectoryStream(folder, user + "-*")) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the exports of an account", e);
        }
    }
}
