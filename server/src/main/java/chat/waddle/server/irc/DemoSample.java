package chat.waddle.server.irc;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The logs that ship inside the jar for `demo`: a part of the corpus under CC-BY-4.0 with every nick replaced (see
/// `demo/ATTRIBUTION.md`).
/// Stateless.
public final class DemoSample {
    /// One key per line, oldest first, for a class path cannot be listed.
    private static final String INDEX = "index.txt";

    private DemoSample() {}

    public static List<IrcLog> logs() throws IOException {
        List<IrcLog> logs = new ArrayList<>();
        for (String key : read(INDEX).lines().toList()) {
            logs.add(IrcLogFolder.log(key, () -> open(key + ".raw.txt"), () -> open(key + ".annotation.txt")));
        }
        return List.copyOf(logs);
    }

    /// Whom the sample comes from, under which licence and what was changed, in Markdown.
    public static String attribution() throws IOException {
        return read("ATTRIBUTION.md");
    }

    private static String read(String name) throws IOException {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = DemoSample.class.getResourceAsStream("/demo/" + name);
        if (in == null) {
            throw new FileNotFoundException("not in this jar: demo/" + name);
        }
        return in;
    }
}
