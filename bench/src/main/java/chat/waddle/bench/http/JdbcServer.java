package chat.waddle.bench.http;

import chat.waddle.migrations.Migrator;
import chat.waddle.migrations.Schema;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one would write first: the same tables and statements, one transaction for each message under a lock, one
/// connection, Jackson databind. No batching, no accounts, no permissions.
public final class JdbcServer {
    private static final String INSERT =
            "INSERT INTO messages (channel, id, author, flags, content) VALUES (?, ?, 1, 0, ?)";
    private static final String INDEX = "INSERT INTO messages_fts (rowid, content) VALUES (?, ?)";
    private static final String JOURNAL =
            "INSERT INTO journal (seq, at_ms, actor, type, channel, entity, request_id) VALUES (?, ?, 1, 1, 1, ?, 0)";
    private static final String PAGE =
            "SELECT id, content FROM messages WHERE channel = 1 AND id < ? ORDER BY id DESC LIMIT 50";
    private static final String SEARCH = "SELECT m.id, m.content FROM messages_fts f JOIN messages m ON m.id = f.rowid"
            + " WHERE messages_fts MATCH ? ORDER BY f.rowid DESC LIMIT 25";

    private final ObjectMapper mapper = new ObjectMapper();
    private final Object lock = new Object();
    private final Connection connection;
    private long seq;
    private long lastId;

    private JdbcServer(String file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("PRAGMA application_id=" + Schema.WADDLE.applicationId());
            new Migrator(Schema.WADDLE.catalog(), InstantSource.system()).migrate(connection);
            statement.execute("INSERT INTO messages_fts (messages_fts, rank) VALUES ('automerge', 4)");
            statement.execute("INSERT INTO members (num, user_id, state, joined_at_ms) VALUES (1, 7, 'active', 0)");
            statement.execute("INSERT INTO channels (num, id, name, name_key, type, created_by)"
                    + " VALUES (1, 9, 'talk', 'talk', 'text', 1)");
        }
        connection.setAutoCommit(false);
    }

    public static void main(String[] arguments) throws SQLException {
        JdbcServer server = new JdbcServer(arguments[1]);
        Javalin.create(config -> {
                    config.concurrency.useVirtualThreads = true;
                    config.startup.showJavalinBanner = false;
                    config.routes.post("/channels/talk/messages", server::post);
                    config.routes.get("/channels/talk/messages", server::page);
                    config.routes.get("/search", server::search);
                })
                .start("127.0.0.1", Integer.parseInt(arguments[0]));
    }

    private void post(Context context) throws IOException, SQLException {
        String content = mapper.readTree(context.bodyAsBytes()).path("content").asText();
        long id;
        synchronized (lock) {
            id = Math.max(lastId + 1, System.currentTimeMillis() << 8);
            lastId = id;
            run(INSERT, 1, id, content);
            run(INDEX, id, content);
            run(JOURNAL, ++seq, id >> 8, id);
            connection.commit();
        }
        send(context.status(201), message(id, content));
    }

    /// Answers with the length known, as the raw client expects.
    private void send(Context context, Object answer) throws IOException {
        CeilingServer.send(context, mapper.writeValueAsBytes(answer));
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private void page(Context context) throws IOException, SQLException {
        String before = context.queryParam("before");
        List<Map<String, Object>> rows = rows(PAGE, before == null ? Long.MAX_VALUE : Long.parseLong(before));
        Collections.reverse(rows);
        send(context, Map.of("items", rows));
    }

    private void search(Context context) throws IOException, SQLException {
        send(context, Map.of("items", rows(SEARCH, "\"" + context.queryParam("q") + "\"")));
    }

    private List<Map<String, Object>> rows(String sql, Object value) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        synchronized (lock) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, value);
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        rows.add(message(row.getLong(1), row.getString(2)));
                    }
                }
            }
        }
        return rows;
    }

    private static Map<String, Object> message(long id, String content) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", Long.toString(id));
        message.put("channelId", "9");
        message.put("authorId", "7");
        message.put("content", content);
        message.put("contentType", "text");
        message.put("createdAt", Instant.ofEpochMilli(id >> 8).toString());
        return message;
    }
}
