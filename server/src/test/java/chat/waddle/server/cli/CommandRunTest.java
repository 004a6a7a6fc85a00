package chat.waddle.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.WaddleServer;
import chat.waddle.server.config.LogFormat;
import chat.waddle.server.config.ServerConfig;
import chat.waddle.server.control.CommandOutput;
import chat.waddle.server.control.ProgressSink;
import chat.waddle.server.http.HttpSettings;
import chat.waddle.sqlite.DataDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command line as its user meets it, and where commands are carried out.
@Timeout(60)
class CommandRunTest {
    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<OperationContext> contexts = new ArrayList<>();

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectory(folder.resolve("data"));
        Files.createDirectory(folder.resolve("home"));
    }

    @Command(name = "look", description = "Look at a file.")
    private static final class Look implements Operation {
        private final List<OperationContext> contexts;

        @Mixin
        private DataOption data = new DataOption();

        @Option(names = "--fail")
        private boolean fail;

        @Parameters(arity = "0..1")
        private Path file = Path.of("notes.txt");

        Look(List<OperationContext> contexts) {
            this.contexts = contexts;
        }

        @Override
        public int run(OperationContext context) {
            if (fail) {
                throw new CommandFailure("The moon is not up; wait for the night");
            }
            contexts.add(context);
            context.out()
                    .println("looked at " + context.resolve(file).getFileName() + " of "
                            + context.application().dataDirectory().getFileName() + data.data());
            return ExitCode.FINDING;
        }
    }

    @Test
    void withoutAServerTheCommandOpensTheDirectoryItself() {
        assertThat(run("look", "--data", "../data", "a.txt")).isEqualTo(ExitCode.FINDING);
        assertThat(out.toString()).startsWith("looked at a.txt of data");
        assertThat(contexts).hasSize(1);
    }

    @Test
    void besideAServerTheCommandRunsInsideIt() {
        try (WaddleServer server = serve()) {
            assertThat(run("look", "--data", "../data", "a.txt")).isEqualTo(ExitCode.FINDING);
            assertThat(out.toString()).startsWith("looked at a.txt of data");
            assertThat(contexts.getFirst().resolve(Path.of("b")))
                    .isEqualTo(folder.resolve("home").resolve("b"));
            assertThat(server.uri()).isNotNull();
        }
    }

    @Test
    void aFailureIsOneLineThatSaysWhatToDoOnBothWays() {
        assertThat(run("look", "--data", "../data", "--fail")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).isEqualTo("waddle: The moon is not up; wait for the night\n");
        err.getBuffer().setLength(0);
        try (WaddleServer server = serve()) {
            assertThat(run("look", "--data", "../data", "--fail")).isEqualTo(ExitCode.FAILED);
            assertThat(err.toString()).isEqualTo("waddle: The moon is not up; wait for the night\n");
            assertThat(server.uri()).isNotNull();
        }
    }

    @Test
    void withDebugThePlaceIsShown() {
        assertThat(run("--debug", "look", "--data", "../data", "--fail")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("at chat.waddle.server.cli");
    }

    @Test
    void aDirectoryOwnedByAnotherProcessIsSaidSo() {
        try (DataDirectory owner = DataDirectory.own(folder.resolve("data")).orElseThrow()) {
            assertThat(run("look", "--data", "../data")).isEqualTo(ExitCode.FAILED);
            assertThat(err.toString()).contains("Another process owns the data directory");
            assertThat(owner.root()).exists();
        }
    }

    @Test
    void aSecondServerOnTheSameDirectoryIsRefused() {
        try (WaddleServer server = serve()) {
            String data = folder.resolve("data").toString();
            assertThat(run("serve", "--data", data, "--port", "0")).isEqualTo(ExitCode.FAILED);
            assertThat(err.toString()).contains("Another process owns the data directory");
            assertThat(server.uri()).isNotNull();
        }
    }

    @Test
    void wrongUsageExitsWithTwoAndLeadsToTheHelp() {
        assertThat(run("look", "--colour")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains("--colour")
                .contains("waddle look --help")
                .hasLineCount(1);
        assertThat(run()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void anUnknownKeyInTheSettingsStopsEveryCommand() throws IOException {
        Files.writeString(folder.resolve("data").resolve("waddle.yaml"), "prot: 1\n");
        assertThat(run("look", "--data", "../data")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("did you mean 'port'");
        assertThat(contexts).isEmpty();
    }

    @Test
    void helpVersionAndCompletionArePrinted() {
        assertThat(run("--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("serve").contains("look").contains("Exit codes");
        assertThat(run("serve", "--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("--shard-limit-bytes").contains("--rate-limit");
        assertThat(run("--version")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("waddle ");
        assertThat(run("completion")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("complete ").contains("--shard-limit-bytes");
    }

    private int run(String... arguments) {
        return commands(new CommandOutput(new PrintWriter(out), new PrintWriter(err), ProgressSink.NONE))
                .run(List.of(arguments));
    }

    private CommandRun commands(CommandOutput output) {
        return new CommandRun(Map.of(), output, folder.resolve("home"), () -> List.of(new Look(contexts)));
    }

    private WaddleServer serve() {
        ServerConfig config = new ServerConfig(
                folder.resolve("data"),
                HttpSettings.local(),
                10_000_000_000L,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                LogFormat.TEXT);
        return WaddleServer.open(
                config,
                (application, request, output) -> new CommandRun(
                                Map.of(), output, Path.of(request.directory()), () -> List.of(new Look(contexts)))
                        .runInside(application, request.arguments()));
    }
}
