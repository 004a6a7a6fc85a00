package chat.waddle.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.account.OperatorOutcome;
import chat.waddle.directory.store.Origin;
import chat.waddle.directory.waddle.WaddleState;
import chat.waddle.server.WaddleServer;
import chat.waddle.server.config.LogFormat;
import chat.waddle.server.config.MonitorConfig;
import chat.waddle.server.config.ServerConfig;
import chat.waddle.server.control.CommandOutput;
import chat.waddle.server.control.ProgressSink;
import chat.waddle.server.http.HttpSettings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The operators' commands, by themselves and beside a running server.
@Timeout(60)
class OperatorCommandsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, String> NO_BALLAST = Map.of("WADDLE_BALLAST_BYTES", "0");

    @TempDir
    private Path data = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aRoundOverNothingIsFine() throws IOException {
        assertThat(run("monitor", "--once", "--json")).isEqualTo(ExitCode.OK);
        JsonNode round = MAPPER.readTree(out.toString());
        assertThat(round.path("fine").asBoolean()).isTrue();
        assertThat(round.path("shards")).isEmpty();
        assertThat(round.path("disk").path("freeBytes").asLong()).isPositive();
        clear();
        assertThat(run("monitor", "--once")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("growth/day").contains("0 shards in");
    }

    @Test
    void besideAServerTheRoundIsTheServersOwn() {
        try (WaddleServer server = serve()) {
            assertThat(run("monitor", "--once")).isEqualTo(ExitCode.OK);
            assertThat(out.toString()).contains("0 shards in");
            assertThat(server.uri()).isNotNull();
        }
    }

    @Test
    void checkAndMigrateOverNothingFindNothing() throws IOException {
        assertThat(run("check")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).isEqualTo("0 of 0 shards are sound\n");
        clear();
        assertThat(run("migrate", "--plan")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).startsWith("0 of 0 shards");
        clear();
        assertThat(run("migrate", "--json")).isEqualTo(ExitCode.OK);
        assertThat(MAPPER.readTree(out.toString())
                        .path("lastRun")
                        .path("ending")
                        .asText())
                .isEqualTo("completed");
    }

    @Test
    void anUnknownWaddleCannotBeChecked() {
        assertThat(run("check", "nowhere")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("There is no waddle 'nowhere'");
    }

    @Test
    void theDoctorLooksAtTheMachine() throws IOException {
        assertThat(run("doctor", "--json")).isIn(ExitCode.OK, ExitCode.FINDING);
        List<String> looked = MAPPER.readTree(out.toString())
                .valueStream()
                .map(diagnosis -> diagnosis.path("what").asText())
                .distinct()
                .toList();
        assertThat(looked)
                .contains(
                        "jdk",
                        "jvm",
                        "sqlite",
                        "lock",
                        "disk",
                        "sync",
                        "descriptors",
                        "clock",
                        "permissions",
                        "shards");
    }

    @Test
    void anOperatorIsMadeGetsALinkAndAToken() {
        assertThat(run("admin", "create", "--email", "ada@example.org", "--username", "ada"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("Set the password of ada").contains("/api/v1/auth/setup");
        clear();
        assertThat(run("admin", "create", "--email", "ada@example.org", "--username", "ada2"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("taken");
        clear();
        assertThat(run("admin", "reset-password", "ADA")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("\"token\":");
        clear();
        assertThat(run("admin", "token", "ada", "--scope", "read,admin", "--expires", "90d"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString().strip()).hasSizeGreaterThan(30).doesNotContain(" ");
        clear();
        assertThat(run("admin", "token", "ada", "--scope", "everything")).isEqualTo(ExitCode.USAGE);
        assertThat(run("admin", "token", "nobody")).isEqualTo(ExitCode.FAILED);
        assertThat(run("admin")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains("There is no scope 'everything'", "There is no account 'nobody'", "Say what");
    }

    @Test
    void aDeletedWaddleIsBroughtBackAndALivingOneIsNot() {
        try (WaddleServer server = serve()) {
            var directory = server.application().stores().directory();
            OperatorOutcome made = directory.operators().create("ada@example.org", "ada", "Ada", Origin.system());
            assertThat(made).isInstanceOfSatisfying(OperatorOutcome.Created.class, created -> {
                var owner = created.account().id();
                var pond = server.application()
                        .waddles()
                        .founding()
                        .found("pond", "Pond", "", false, owner, Origin.system());
                assertThat(run("admin", "restore-waddle", "pond")).isEqualTo(ExitCode.FAILED);
                directory.waddles().tombstone(pond.id(), "", Origin.system());
                assertThat(run("admin", "restore-waddle", "pond")).isEqualTo(ExitCode.OK);
                assertThat(directory.catalogue().route(pond.id()).orElseThrow().state())
                        .isEqualTo(WaddleState.ACTIVE);
            });
            assertThat(run("admin", "restore-waddle", "lake")).isEqualTo(ExitCode.FAILED);
            assertThat(err.toString()).contains("'pond' is not deleted", "There is no waddle 'lake'");
        }
    }

    @Test
    void aRoundOfWhichAPartFailsExitsWithThree() {
        try (WaddleServer server = serve()) {
            server.application().stores().directory().close();
            assertThat(run("monitor", "--once")).isEqualTo(ExitCode.FAILED);
        }
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!List.of(arguments).equals(List.of("admin"))) {
            all.addAll(List.of("--data", data.toString()));
        }
        return commands(new CommandOutput(new PrintWriter(out), new PrintWriter(err), ProgressSink.NONE))
                .run(all);
    }

    private CommandRun commands(CommandOutput output) {
        return new CommandRun(NO_BALLAST, output, data, Operations::all);
    }

    private void clear() {
        out.getBuffer().setLength(0);
    }

    private WaddleServer serve() {
        ServerConfig config = new ServerConfig(
                data,
                HttpSettings.local(),
                10_000_000_000L,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                LogFormat.TEXT,
                MonitorConfig.PLAIN);
        return WaddleServer.open(
                config, (application, request, output) -> commands(output).runInside(application, request.arguments()));
    }
}
