package chat.waddle.sqlite.command;

import chat.waddle.sqlite.WriteSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Takes what was written out of the encoded commands that a file still holds, when it is erased from the file.
///
/// The commands stay and can be replayed; their `content` becomes empty, what else they carry of it goes. Encoded
/// commands never outlive the slim
/// rows of the journal, which lead to them.
public final class RecordedTexts {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final String SEQS =
            "SELECT seq FROM journal WHERE entity IN (SELECT value FROM json_each(?)) ORDER BY seq";
    private static final String COMMIT = "SELECT last_seq, body FROM commits"
            + " WHERE last_seq >= ? AND first_seq <= ? AND body IS NOT NULL ORDER BY last_seq LIMIT 1";
    private static final String REWRITE = "UPDATE commits SET body = ? WHERE last_seq = ?";
    static final String TEXT = "content";
    private static final List<String> OPTIONAL = List.of("request", "observation", "response", "error");

    private RecordedTexts() {}

    /// Empties the texts of all recorded commands that made or changed these entities.
    public static void erase(WriteSession transaction, Collection<Long> entities) throws SQLException {
        for (long seq : seqs(transaction, entities)) {
            var select = transaction.kept(COMMIT);
            select.setLong(1, seq);
            select.setLong(2, seq);
            long commit;
            byte[] body;
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    continue; // dropped to keep the budget
                }
                commit = row.getLong(1);
                body = row.getBytes(2);
            }
            var rewrite = transaction.kept(REWRITE);
            rewrite.setBytes(1, without(body, seq));
            rewrite.setLong(2, commit);
            rewrite.executeUpdate();
        }
    }

    private static List<Long> seqs(WriteSession transaction, Collection<Long> entities) throws SQLException {
        var select = transaction.kept(SEQS);
        select.setString(1, entities.toString());
        List<Long> seqs = new ArrayList<>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                seqs.add(row.getLong(1));
            }
        }
        return seqs;
    }

    /// A body is pairs of lines: `seq type version actor requestId`, then the command as JSON.
    private static byte[] without(byte[] body, long seq) {
        String[] lines = new String(body, StandardCharsets.UTF_8).split("\n", -1);
        ByteArrayOutputStream rewritten = new ByteArrayOutputStream(body.length);
        for (int i = 0; i + 1 < lines.length; i += 2) {
            String command = lines[i].startsWith(seq + " ") ? emptied(lines[i + 1]) : lines[i + 1];
            rewritten.writeBytes((lines[i] + "\n" + command + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return rewritten.toByteArray();
    }

    private static String emptied(String json) {
        try {
            JsonNode command = MAPPER.readTree(json);
            if (command instanceof ObjectNode object) {
                if (object.has(TEXT)) {
                    object.put(TEXT, "");
                }
                object.remove(OPTIONAL);
            }
            return MAPPER.writeValueAsString(command);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a recorded command", e);
        }
    }
}
