package chat.waddle.server.drill;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.server.message.MessageJson;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardCare;
import chat.waddle.shard.ShardPlaces;
import chat.waddle.shard.ShardStore;
import chat.waddle.shard.ShardStoreOptions;
import chat.waddle.sqlite.ReadSession;
import chat.waddle.sqlite.Session;
import chat.waddle.sqlite.SqliteThreads;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.EngineListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A shard's file as a killed server left it, copied and opened by this process; the original stays untouched.
final class ShardCopy implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String MESSAGES = "SELECT id, content, (flags & 2) <> 0 FROM messages UNION ALL"
            + " SELECT id, content, (flags & 2) <> 0 FROM arrivals ORDER BY 1";
    private static final String COUNT = "(SELECT count(*) FROM messages WHERE (flags & 2) = 0)"
            + " + (SELECT count(*) FROM arrivals WHERE (flags & 2) = 0)";

    private final SqliteThreads threads = SqliteThreads.start(1, 1);
    private final ShardStore store;
    private final Shard shard;

    private ShardCopy(WaddleId waddle, ShardPlaces.Place place, InstantSource clock) {
        store = new ShardStore(
                asked -> asked.equals(waddle) ? Optional.of(place) : Optional.empty(),
                ShardStoreOptions.withLimit(10_000_000_000L),
                threads,
                clock,
                EngineListener.NONE,
                new MessageJson());
        shard = store.shard(waddle);
    }

    /// Copies the file of a server that does not run.
    static ShardCopy of(DrillCommunity.Place place, Path data, Path folder) throws IOException {
        Path target = folder.resolve("copy-" + place.shard() + ".sqlite");
        Files.deleteIfExists(target.resolveSibling(target.getFileName() + "-shm"));
        for (String suffix : List.of("", "-wal")) {
            Path copy = target.resolveSibling(target.getFileName() + suffix);
            Files.deleteIfExists(copy);
            Path original = Path.of(place.file(data) + suffix);
            if (Files.exists(original)) {
                Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return at(place, target, InstantSource.system());
    }

    /// Opens a file that stands ready.
    static ShardCopy at(DrillCommunity.Place place, Path file, InstantSource clock) {
        return new ShardCopy(
                new WaddleId(Long.parseLong(place.waddle())), new ShardPlaces.Place(place.shard(), file, 0), clock);
    }

    /// A message as the file has it.
    record Row(long id, String content, boolean deleted) {
        /// The first word of a text says which message it is, whatever revision.
        String key() {
            return content.substring(0, content.indexOf(' '));
        }
    }

    Shard shard() {
        return shard;
    }

    <T> T read(ReadSession.Reading<T> reading) {
        return Engine.await(shard.engine().read(reading, PATIENCE), PATIENCE);
    }

    /// All messages by their first word, which must be unique.
    Map<String, Row> messages() {
        return read(session -> {
            Map<String, Row> found = new HashMap<>();
            try (var row = session.kept(MESSAGES).executeQuery()) {
                while (row.next()) {
                    Row message = new Row(row.getLong(1), row.getString(2), row.getBoolean(3));
                    assertThat(found.put(message.key(), message))
                            .as("twice: %s", message)
                            .isNull();
                }
            }
            return found;
        });
    }

    /// The server's own checks (pages, references, search index, counts), and those of the journal once more.
    void judge() {
        assertThat(new ShardCare(shard).check(PATIENCE).findings()).isEmpty();
        for (String dense : List.of(
                "SELECT count(*) = max(seq) AND min(seq) = 1 FROM journal",
                "SELECT sum(last_seq - first_seq + 1) = max(last_seq) - min(first_seq) + 1 FROM commits",
                "SELECT (SELECT max(seq) FROM journal) = (SELECT max(last_seq) FROM commits)",
                "SELECT " + COUNT + " = (SELECT item_count FROM commits ORDER BY last_seq DESC LIMIT 1)")) {
            long holds = read(session -> session.number(dense));
            assertThat(holds).as(dense).isEqualTo(1);
        }
        long counted = read(session -> session.number("SELECT " + COUNT));
        assertThat(shard.messageCount()).isEqualTo(counted);
    }

    /// Every row of every table, but for what depends on how commands met in transactions and on when it was made; so
    /// messages that are not filed yet count as filed.
    List<String> dump() {
        return read(session -> {
            List<String> rows = new ArrayList<>();
            for (String table : strings(
                    session,
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                            + " AND name NOT LIKE 'messages_fts%'"
                            + " AND name NOT IN ('commits', 'search_state', 'schema_migrations') ORDER BY name")) {
                List<String> columns = strings(session, "SELECT name FROM pragma_table_info('" + table + "')");
                String values = "quote(" + String.join(") || ' ' || quote(", columns) + ")";
                String name = table.equals("arrivals") ? "messages" : table;
                rows.addAll(strings(session, "SELECT '" + name + " ' || " + values + " FROM " + table));
            }
            rows.sort(null);
            return rows;
        });
    }

    private static List<String> strings(Session session, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (var row = session.kept(sql).executeQuery()) {
            while (row.next()) {
                strings.add(row.getString(1));
            }
        }
        return strings;
    }

    /// Who founded the waddle, and when its file was made.
    Birth birth() {
        return read(session -> {
            try (var row = session.kept("SELECT owner_id, created_at_ms FROM shard_meta")
                    .executeQuery()) {
                row.next();
                return new Birth(new UserId(row.getLong(1)), row.getLong(2));
            }
        });
    }

    record Birth(UserId owner, long createdAtMillis) {}

    @Override
    public void close() {
        store.close();
        threads.close();
    }
}
