package chat.waddle.server.export;

import chat.waddle.server.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A zip file that is being written: JSON documents, lists with a line of JSON for each row, and files as they are.
final class Archive implements AutoCloseable {
    private final ZipOutputStream zip;

    private Archive(OutputStream target) {
        this.zip = new ZipOutputStream(target);
    }

    static Archive at(Path file) throws IOException {
        return new Archive(Files.newOutputStream(file));
    }

    void document(String name, Object content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(Json.bytes(content));
        zip.closeEntry();
    }

    /// Gives the next rows of a list, an empty list at its end.
    @FunctionalInterface
    interface Rows {
        List<?> next();
    }

    void lines(String name, Rows rows) throws IOException {
        List<?> some = rows.next();
        if (some.isEmpty()) {
            return;
        }
        zip.putNextEntry(new ZipEntry(name));
        while (!some.isEmpty()) {
            for (Object row : some) {
                zip.write(Json.bytes(row));
                zip.write('\n');
            }
            some = rows.next();
        }
        zip.closeEntry();
    }

    void file(String name, InputStream content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.transferTo(zip);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
