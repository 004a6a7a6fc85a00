package chat.waddle.objectstore;

import java.nio.file.Path;
import java.util.Optional;

/// The pure function from keys to paths below a root: `a/b/c` is the file `c` in the folders `a+` and `b+`.
///
/// The `+`, which no key contains, keeps the object `a` and the folder of `a/b` apart.
final class KeyPaths {
    private static final char FOLDER_MARK = '+';

    private KeyPaths() {}

    static Path path(Path root, ObjectKey key) {
        String[] segments = key.value().split("/", -1);
        Path folder = root;
        for (int i = 0; i < segments.length - 1; i++) {
            folder = folder.resolve(folderName(segments[i]));
        }
        return folder.resolve(segments[segments.length - 1]);
    }

    static String folderName(String segment) {
        return segment + FOLDER_MARK;
    }

    /// What a file name adds to a key: `name` for an object, `name/` for a folder, nothing for a stray file.
    static Optional<String> listingName(String fileName) {
        boolean folder = !fileName.isEmpty() && fileName.charAt(fileName.length() - 1) == FOLDER_MARK;
        String segment = folder ? fileName.substring(0, fileName.length() - 1) : fileName;
        if (!ObjectKey.isSegment(segment)) {
            return Optional.empty();
        }
        return Optional.of(folder ? segment + "/" : segment);
    }
}
