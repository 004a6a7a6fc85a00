package chat.waddle.objectstore;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// Walks the folder tree in key order and collects one page. Names that are no part of a key are not seen.
///
/// It reads the names of every folder on the way, so keys should fan out rather than put millions into one folder.
final class KeyWalk {
    private final ListQuery query;
    private final List<ListedObject> found = new ArrayList<>();

    private KeyWalk(ListQuery query) {
        this.query = query;
    }

    static ObjectPage page(Path root, ListQuery query) throws IOException {
        KeyWalk walk = new KeyWalk(query);
        walk.visit(root, "");
        return new ObjectPage(walk.found, walk.next());
    }

    private Optional<ListQuery> next() {
        return found.size() < query.limit()
                ? Optional.empty()
                : Optional.of(query.after(found.getLast().key()));
    }

    /// Sorting folders with their `/` gives the order of the full keys: `a-b` before `a/b` before `a0`.
    private void visit(Path folder, String keyPrefix) throws IOException {
        for (String name : names(folder)) {
            if (found.size() == query.limit()) {
                return;
            }
            String key = keyPrefix + name;
            if (!name.endsWith("/")) {
                collect(folder.resolve(name), key);
            } else if (query.wantsSomeUnder(key)) {
                visit(folder.resolve(KeyPaths.folderName(name.substring(0, name.length() - 1))), key);
            }
        }
    }

    private void collect(Path file, String key) throws IOException {
        if (!query.wants(key)) {
            return;
        }
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isRegularFile() && key.length() <= ObjectKey.MAX_LENGTH) {
                found.add(new ListedObject(
                        new ObjectKey(key),
                        Seal.contentBytes(attributes.size()),
                        attributes.lastModifiedTime().toInstant()));
            }
        } catch (NoSuchFileException _) {
            return; // deleted since its folder was read
        }
    }

    private static NavigableSet<String> names(Path folder) throws IOException {
        NavigableSet<String> names = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                KeyPaths.listingName(String.valueOf(entry.getFileName())).ifPresent(names::add);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } catch (NotDirectoryException _) {
            return names; // a stray file with the name of a folder
        }
        return names;
    }
}
