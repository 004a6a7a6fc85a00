package chat.waddle.directory;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.secret.Argon2Cost;
import chat.waddle.directory.store.DirectoryProgram;
import chat.waddle.sqlite.SqliteThreads;
import chat.waddle.sqlite.command.Command;
import chat.waddle.sqlite.command.CommandTypes;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.EngineListener;
import chat.waddle.sqlite.command.Journal;
import chat.waddle.sqlite.command.RecordedCommand;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same commands on an empty file give the same file.
final class ReplayTest {

    @TempDir
    private Path folder;

    @Test
    void aSecondFileFedWithTheJournalOfTheFirstIsEqualInEveryTable() {
        try (DirectoryFixture fixture = new DirectoryFixture(folder)) {
            Instant made = fixture.now();
            new Scenario(fixture).play();
            Engine engine = fixture.directory().engine();
            List<RecordedCommand> recorded = Engine.await(
                    engine.read(session -> Journal.commandsAfter(session, DirectoryFile.types(), 0, 10_000)),
                    Duration.ofSeconds(10));

            Map<String, List<String>> again = replay(fixture.threads(), made, recorded);

            assertThat(recorded).hasSizeGreaterThan(40);
            assertThat(again).isEqualTo(engine.run(session -> dump(session.handle())));
            assertThat(again).containsKeys("users", "sessions", "waddles", "audit_log", "journal");
            assertThat(again.get("audit_log")).hasSizeGreaterThan(15);
        }
    }

    @Test
    void everyKindOfChangeIsPlayedByTheScenario() {
        try (DirectoryFixture fixture = new DirectoryFixture(folder)) {
            new Scenario(fixture).play();
            List<Integer> played = fixture.directory()
                    .engine()
                    .run(session -> session.handle()
                            .createQuery("SELECT DISTINCT type FROM journal")
                            .mapTo(Integer.class)
                            .list());
            List<String> missing = IntStream.range(1, 200)
                    .filter(number -> !played.contains(number))
                    .mapToObj(DirectoryFile.types()::nameOf)
                    .filter(name -> !name.startsWith("type_"))
                    .toList();

            assertThat(missing).isEmpty();
            assertThat(played).hasSizeGreaterThan(35);
        }
    }

    private Map<String, List<String>> replay(SqliteThreads threads, Instant made, List<RecordedCommand> recorded) {
        AtomicReference<Instant> clock = new AtomicReference<>(made);
        DirectoryConfig config = DirectoryFixture.config(folder.resolve("second.sqlite"), new Argon2Cost(64, 1, 1));
        DirectoryProgram program = new DirectoryProgram(new DirectoryCaches());
        try (Engine engine = DirectoryFile.open(config, threads, clock::get, EngineListener.NONE, program)) {
            for (RecordedCommand change : recorded) {
                clock.set(Instant.ofEpochMilli(change.timeMillis()));
                apply(engine, change.command(), change);
            }
            return engine.run(session -> dump(session.handle()));
        }
    }

    private static <R> void apply(Engine engine, Command<R> command, RecordedCommand recorded) {
        var committed = Engine.await(engine.submit(command, recorded.request()), Duration.ofSeconds(10));
        assertThat(committed.seq()).isEqualTo(recorded.seq());
    }

    private static Map<String, List<String>> dump(Handle handle) {
        List<String> tables = handle.createQuery("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
                .mapTo(String.class)
                .list();
        Map<String, List<String>> dump = new TreeMap<>();
        for (String table : tables) {
            List<String> rows = handle.createQuery("SELECT * FROM " + table).mapToMap().list().stream()
                    .map(ReplayTest::text)
                    .sorted()
                    .toList();
            dump.put(table, rows);
        }
        return dump;
    }

    private static String text(Map<String, Object> row) {
        return row.entrySet().stream()
                .map(column -> column.getKey() + "=" + text(column.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : Objects.toString(value);
    }

    @Test
    void numbersOfCommandsNeverChange() {
        CommandTypes types = DirectoryFile.types();

        assertThat(types.nameOf(1)).isEqualTo("register_account");
        assertThat(types.nameOf(20)).isEqualTo("rotate_session");
        assertThat(types.nameOf(30)).isEqualTo("reserve_waddle");
        assertThat(types.nameOf(60)).isEqualTo("record_audit");
        assertThat(types.nameOf(73)).isEqualTo("record_check");
    }
}
