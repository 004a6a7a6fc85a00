package chat.waddle.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.WaddleServer;
import chat.waddle.server.config.LayeredDefaults;
import chat.waddle.server.config.ServerConfig;
import chat.waddle.server.config.ServerOptions;
import chat.waddle.server.config.SettingsFile;
import chat.waddle.server.control.CommandOutput;
import chat.waddle.server.control.ProgressSink;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `waddle import irc`, alone and beside a server.
@Timeout(120)
class ImportIrcCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeLogs() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(folder.resolve("logs"));
        Files.writeString(
                folder.resolve("logs/2010-05-01.raw.txt"), "[10:00] <otter> hi\n[10:01] <heron> hello\n=== a notice\n");
        Files.writeString(folder.resolve("logs/2010-05-01.annotation.txt"), "0 1 -\n1 2 -\n");
    }

    @Test
    void everythingIsCountedAndASecondRunInsideAServerChangesNothing() throws IOException {
        assertThat(run("import", "irc", "logs", "--data", "data", "--json")).isEqualTo(ExitCode.OK);
        JsonNode first = new ObjectMapper().readTree(out.toString());
        assertThat(first.get("imported").asLong()).isEqualTo(2);
        assertThat(first.get("authors").asLong()).isEqualTo(2);
        assertThat(first.get("repliesKept").asLong()).isEqualTo(1);
        assertThat(first.at("/read/droppedLinks").asLong()).isEqualTo(1);
        assertThat(first.at("/read/systemLines").asLong()).isEqualTo(1);
        assertThat(first.get("waddle").asText()).isEqualTo("ubuntu");
        out.getBuffer().setLength(0);
        try (WaddleServer server = serve()) {
            assertThat(run("import", "irc", "logs", "--data", "data")).isEqualTo(ExitCode.OK);
            assertThat(server.uri()).isNotNull();
        }
        assertThat(out.toString()).contains("0 imported, 2 already there").contains("1 reply links kept");
    }

    @Test
    void aFolderThatIsNotThereOrHoldsNoLogsIsSaidSo() {
        assertThat(run("import", "irc", "nowhere", "--data", "data")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("There is no folder");
        assertThat(run("import", "irc", "data", "--data", "data")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("No logs below");
    }

    @Test
    void theOriginMustBeNamed() {
        assertThat(run("import")).isEqualTo(ExitCode.USAGE);
        assertThat(run("import", "irc")).isEqualTo(ExitCode.USAGE);
    }

    private int run(String... arguments) {
        CommandOutput output = new CommandOutput(new PrintWriter(out), new PrintWriter(err), ProgressSink.NONE);
        return new CommandRun(Map.of(), output, folder, Operations::all).run(List.of(arguments));
    }

    private WaddleServer serve() {
        ServerOptions options = new ServerOptions();
        Path data = folder.resolve("data");
        new CommandLine(options).parseArgs("--data", data.toString(), "--port", "0");
        ServerConfig config =
                options.config(new LayeredDefaults(Map.of(), SettingsFile.read(data, LayeredDefaults.options())));
        return WaddleServer.open(
                config,
                (application, request, output) -> new CommandRun(
                                Map.of(), output, Path.of(request.directory()), Operations::all)
                        .runInside(application, request.arguments()));
    }
}
