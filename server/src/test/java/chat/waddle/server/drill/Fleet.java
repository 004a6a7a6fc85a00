package chat.waddle.server.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.sqlite.SQLiteConfig;

/// Many small communities, and what may be done to all of their files.
final class Fleet {
    /// One more step of the schema, with work on each file.
    static final String STEP = """
            CREATE TABLE drill_step (num INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT;
            INSERT INTO drill_step (note) SELECT name FROM channels;
            ALTER TABLE channels ADD COLUMN drill TEXT;
            CREATE INDEX channels_by_drill ON channels (drill);
            """;

    private static final int OWNED_BY_ONE = 100;
    private static final int AT_ONCE = 4;

    private Fleet() {}

    /// A community and the token of its owner.
    record Member(String token, String messages) {}

    static List<Member> make(ServerProcess server, int communities) {
        List<CompletableFuture<List<Member>>> made = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int from = 0; from < communities; from += OWNED_BY_ONE) {
                int first = from;
                int end = Math.min(communities, from + OWNED_BY_ONE);
                made.add(CompletableFuture.supplyAsync(() -> ofOneOwner(server, first, end), pool));
            }
        }
        List<Member> all = new ArrayList<>();
        made.forEach(some -> all.addAll(some.join()));
        return all;
    }

    private static List<Member> ofOneOwner(ServerProcess server, int first, int end) {
        List<Member> members = new ArrayList<>();
        try (WireClient client = server.client()) {
            String token = client.post("/auth/guest", "{\"displayName\": \"owner " + first + "\"}")
                    .expect(201)
                    .text("accessToken");
            client.as(token);
            for (int i = first; i < end; i++) {
                String waddle = client.post("/waddles", "{\"name\": \"fleet-" + i + "\", \"isPublic\": false}")
                        .expect(201)
                        .text("id");
                String channel = client.post("/waddles/" + waddle + "/channels", "{\"name\": \"talk\"}")
                        .expect(201)
                        .text("id");
                Member member = new Member(token, "/waddles/" + waddle + "/channels/" + channel + "/messages");
                client.post(member.messages(), "{\"content\": \"hello " + i + "\"}")
                        .expect(201);
                members.add(member);
            }
            return members;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Begins `waddle migrate`; folders given first on the class path win over the jar.
    static Process migrating(Path data, List<Path> before) throws IOException {
        List<String> line = ServerProcess.command(List.of(), "migrate", "--data", data.toString());
        if (!before.isEmpty()) {
            int jar = line.indexOf("-jar");
            String path = before.getFirst() + File.pathSeparator + line.get(jar + 1);
            line.set(jar, "-cp");
            line.set(jar + 1, path);
            line.add(jar + 2, "chat.waddle.server.cli.Main");
        }
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }

    /// Runs it to its end.
    ///
    /// @return what it said, and how long the whole process took
    static String migrate(Path data, List<Path> before) throws IOException, InterruptedException {
        long started = System.nanoTime();
        Process process = migrating(data, before);
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said.strip() + " (" + (System.nanoTime() - started) / 1_000_000 + " ms with the start of the JVM)";
    }

    /// Looks at every file: each has the step wholly or not at all.
    ///
    /// @return how many have it
    static int migrated(Path data, int expected) throws IOException, SQLException {
        List<Path> files;
        try (var walk = Files.walk(data.resolve("shards"))) {
            files = walk.filter(file -> file.toString().endsWith(".sqlite")).toList();
        }
        assertThat(files).hasSize(expected);
        int done = 0;
        for (Path file : files) {
            done += hasStep(file) ? 1 : 0;
        }
        return done;
    }

    private static boolean hasStep(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true); // a killed run's log stays as it is
        Properties properties = config.toProperties();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file, properties);
                var statement = connection.createStatement()) {
            int version;
            try (var row = statement.executeQuery("PRAGMA user_version")) {
                row.next();
                version = row.getInt(1);
            }
            try (var row = statement.executeQuery("SELECT (SELECT max(version) FROM schema_migrations),"
                    + " (SELECT count(*) FROM sqlite_master WHERE name IN ('drill_step', 'channels_by_drill')),"
                    + " (SELECT count(*) FROM pragma_table_info('channels') WHERE name = 'drill')")) {
                row.next();
                assertThat(version).isIn(1, 2);
                assertThat(row.getInt(1)).as("ledger of %s", file).isEqualTo(version);
                assertThat(row.getInt(2)).as("objects of %s", file).isEqualTo(version == 2 ? 2 : 0);
                assertThat(row.getInt(3)).as("column of %s", file).isEqualTo(version == 2 ? 1 : 0);
            }
            return version == 2;
        }
    }
}
