package chat.waddle.server.irc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The logs under a folder, at any depth: `YYYY-MM-DD….raw.txt`, each with its links in `….annotation.txt` beside it
/// where there are any.
/// Files of other names are passed over. Immutable; reads file names only.
public final class IrcLogFolder {
    /// The channel that all logs of the corpus come from; nothing in a log names its channel reliably.
    public static final String CHANNEL = "ubuntu";

    private static final String LOG_ENDING = ".raw.txt";
    private static final String ANNOTATION_ENDING = ".annotation.txt";
    private static final int MAX_DEPTH = 16;
    private static final int DATE_CHARS = "YYYY-MM-DD".length();

    private final List<IrcLog> logs;

    private IrcLogFolder(List<IrcLog> logs) {
        this.logs = logs;
    }

    /// Finds the logs.
    ///
    /// @throws IOException where the folder cannot be read, a log's name does not start with a date, or two logs
    ///     have the same name
    public static IrcLogFolder open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder, MAX_DEPTH)) {
            files = found.filter(file -> fileName(file).endsWith(LOG_ENDING))
                    .sorted(Comparator.comparing(IrcLogFolder::fileName).thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
        List<IrcLog> logs = new ArrayList<>(files.size());
        for (int i = 0; i < files.size(); i++) {
            if (i > 0 && fileName(files.get(i)).equals(fileName(files.get(i - 1)))) {
                throw new IOException("two logs have the same name: " + files.get(i - 1) + " and " + files.get(i));
            }
            logs.add(log(files.get(i)));
        }
        return new IrcLogFolder(List.copyOf(logs));
    }

    /// The logs, oldest first.
    public List<IrcLog> logs() {
        return logs;
    }

    static IrcLog log(String key, IrcText lines, IrcText annotation) throws IOException {
        try {
            LocalDate date = LocalDate.parse(key.substring(0, Math.min(DATE_CHARS, key.length())));
            return new IrcLog(key, date, CHANNEL, lines, annotation);
        } catch (DateTimeException e) {
            throw new IOException("the name of the log does not start with a date: " + key, e);
        }
    }

    private static IrcLog log(Path file) throws IOException {
        String name = fileName(file);
        String key = name.substring(0, name.length() - LOG_ENDING.length());
        Path annotation = file.resolveSibling(key + ANNOTATION_ENDING);
        return log(
                key,
                () -> Files.newInputStream(file),
                Files.exists(annotation) ? () -> Files.newInputStream(annotation) : InputStream::nullInputStream);
    }

    private static String fileName(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }
}
