package chat.waddle.sqlite.command;

import chat.waddle.sqlite.WriteSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Takes one person out of the encoded commands that a file still holds.
///
/// As in [RecordedTexts], `content` becomes empty. Other texts become `erased 1`, `erased 2` and so on, equal ones the
/// same, so that the commands can still be replayed; JSON texts become `{}`. With a pseudonym the person's id is
/// replaced too. One use is one pass over all commands; used by
/// the writer only.
public final class RecordedPerson {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final String ABOUT =
            "SELECT seq FROM journal WHERE actor = ?1 OR entity = ?1 OR entity IN (SELECT value FROM json_each(?2))";
    private static final String NEXT = "SELECT last_seq, first_seq, body FROM commits"
            + " WHERE last_seq > ? AND body IS NOT NULL ORDER BY last_seq LIMIT 1";
    private static final String REWRITE = "UPDATE commits SET body = ? WHERE last_seq = ?";
    private static final String RENAME_ACTOR = "UPDATE journal SET actor = ? WHERE actor = ?";
    private static final String RENAME_ENTITY = "UPDATE journal SET entity = ? WHERE entity = ?";
    private static final String AUTHOR = "author";
    private static final int HEADER_FIELDS = 5;
    private static final int ACTOR = 3;

    private final long person;
    private final long pseudonym;
    private final Texts texts;
    private final Map<String, String> replaced = new HashMap<>();

    /// Which texts of a command are the person's.
    @FunctionalInterface
    public interface Texts {
        /// @param field the name of the field it stands in
        /// @param beside the names of all fields of the same object
        boolean go(String field, String value, Set<String> beside);
    }

    /// @param pseudonym takes the person's place; the same id for none
    public RecordedPerson(long person, long pseudonym, Texts texts) {
        this.person = person;
        this.pseudonym = pseudonym;
        this.texts = texts;
    }

    /// Goes over all recorded commands by the person, about the person, or about these entities.
    ///
    /// @return how many commands were changed
    public int erase(WriteSession transaction, Collection<Long> entities) throws SQLException {
        Set<Long> about = about(transaction, entities);
        int changed = 0;
        long after = -1;
        while (true) {
            var select = transaction.kept(NEXT);
            select.setLong(1, after);
            byte[] body;
            boolean named;
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    break;
                }
                after = row.getLong(1);
                named = LongStream.rangeClosed(row.getLong(2), after).anyMatch(about::contains);
                body = row.getBytes(3);
            }
            String text = new String(body, StandardCharsets.UTF_8);
            if (!named && !text.contains(Long.toString(person))) {
                continue;
            }
            Rewritten rewritten = rewrite(text, about);
            if (rewritten.changed() > 0) {
                changed += rewritten.changed();
                var update = transaction.kept(REWRITE);
                update.setBytes(1, rewritten.body());
                update.setLong(2, after);
                update.executeUpdate();
            }
        }
        if (pseudonym != person) {
            rename(transaction, RENAME_ACTOR);
            rename(transaction, RENAME_ENTITY);
        }
        return changed;
    }

    private record Rewritten(byte[] body, int changed) {}

    private Set<Long> about(WriteSession transaction, Collection<Long> entities) throws SQLException {
        var select = transaction.kept(ABOUT);
        select.setLong(1, person);
        select.setString(2, entities.toString());
        Set<Long> seqs = new HashSet<>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                seqs.add(row.getLong(1));
            }
        }
        return seqs;
    }

    private void rename(WriteSession transaction, String sql) throws SQLException {
        var update = transaction.kept(sql);
        update.setLong(1, pseudonym);
        update.setLong(2, person);
        update.executeUpdate();
    }

    /// A body is pairs of lines: `seq type version actor requestId`, then the command as JSON.
    private Rewritten rewrite(String body, Set<Long> about) {
        String[] lines = body.split("\n", -1);
        ByteArrayOutputStream target = new ByteArrayOutputStream(body.length());
        int changed = 0;
        for (int i = 0; i + 1 < lines.length; i += 2) {
            String[] header = lines[i].split(" ", HEADER_FIELDS);
            JsonNode command = read(lines[i + 1]);
            boolean concerned = about.contains(Long.parseLong(header[0])) || names(command);
            if (concerned) {
                changed++;
                if (header[ACTOR].equals(Long.toString(person))) {
                    header[ACTOR] = Long.toString(pseudonym);
                }
                command = without(command);
            }
            String line = concerned ? write(command) : lines[i + 1];
            target.writeBytes((String.join(" ", header) + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return new Rewritten(target.toByteArray(), changed);
    }

    private boolean names(JsonNode node) {
        if (node.isContainerNode()) {
            for (JsonNode child : node) {
                if (names(child)) {
                    return true;
                }
            }
            return false;
        }
        return node.isIntegralNumber() && node.longValue() == person;
    }

    private JsonNode without(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> withoutTexts(object);
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, without(array.get(i)));
                }
                yield array;
            }
            default -> renamed(node);
        };
    }

    private JsonNode withoutTexts(ObjectNode object) {
        JsonNode author = object.get(AUTHOR);
        boolean ofAnother = author != null && author.isIntegralNumber() && author.longValue() != person;
        if (ofAnother) {
            return object;
        }
        Set<String> names = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode value = object.get(name);
            object.set(name, value.isTextual() ? text(name, value.textValue(), names) : without(value, name, names));
        }
        return object;
    }

    /// The elements of a list go by the name of the list.
    private JsonNode without(JsonNode node, String name, Set<String> beside) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode element = array.get(i);
                array.set(i, element.isTextual() ? text(name, element.textValue(), beside) : without(element));
            }
            return array;
        }
        return without(node);
    }

    private JsonNode text(String name, @Nullable String value, Set<String> beside) {
        if (value == null || value.isEmpty() || !texts.go(name, value, beside)) {
            return TextNode.valueOf(value);
        }
        if (name.equals(RecordedTexts.TEXT)) {
            return TextNode.valueOf("");
        }
        boolean json = value.startsWith("{") && value.endsWith("}");
        return TextNode.valueOf(json ? "{}" : replaced.computeIfAbsent(value, _ -> "erased " + (replaced.size() + 1)));
    }

    private JsonNode renamed(JsonNode node) {
        return node.isIntegralNumber() && node.longValue() == person ? LongNode.valueOf(pseudonym) : node;
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a recorded command", e);
        }
    }

    private static String write(JsonNode command) {
        try {
            return MAPPER.writeValueAsString(command);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a recorded command", e);
        }
    }
}
