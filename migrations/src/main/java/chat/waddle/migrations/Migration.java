package chat.waddle.migrations;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One step of a schema, loaded from `NNNN_verb_noun.sql`: its version, its name (`verb_noun`), its script and the hash
/// of that script (SHA-256, lower-case hex, over the text with `\n` line ends). A released step never changes.
public record Migration(int version, String name, String sql, String sha256) {
    private static final Pattern FILE_NAME = Pattern.compile("(\\d{4})_([a-z]+(?:_[a-z0-9]+)+)\\.sql");

    public Migration {
        if (version < 1) {
            throw new IllegalArgumentException("A migration's version begins at 1: " + version + " " + name);
        }
    }

    static Migration parse(String fileName, String script) {
        Matcher matcher = FILE_NAME.matcher(fileName);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A migration is named NNNN_verb_noun.sql, not '" + fileName + "'");
        }
        String sql = script.replace("\r\n", "\n");
        String sha256 = Sha256.hex(sql.getBytes(StandardCharsets.UTF_8));
        return new Migration(Integer.parseInt(matcher.group(1)), matcher.group(2), sql, sha256);
    }

    /// How people name it: `3 add_threads`.
    String label() {
        return version + " " + name;
    }
}
