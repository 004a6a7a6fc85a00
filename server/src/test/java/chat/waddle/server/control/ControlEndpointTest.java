package chat.waddle.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A command sent to the server comes back as if it had run at the terminal.
class ControlEndpointTest {
    @TempDir
    private Path data = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> progress = new ArrayList<>();
    private final CommandOutput output = new CommandOutput(
            new PrintWriter(out), new PrintWriter(err), (task, done, total) -> progress.add(task + done + "/" + total));

    @Test
    void aCommandComesBackWithItsOutputAndExitCode() throws Exception {
        CommandRunner runner = (request, target) -> {
            target.out().print("one");
            target.out().println(" two üñ🦆");
            target.err().println("careful with " + request.arguments() + " in " + request.directory());
            target.progress().report("copy", 5, 5);
            return 1;
        };
        try (ControlServer server = ControlServer.open(data, runner)) {
            assertThat(send()).hasValue(1);
            assertThat(server).isNotNull();
        }
        assertThat(out.toString()).isEqualTo("one two üñ🦆" + System.lineSeparator());
        assertThat(err.toString()).isEqualTo("careful with [check, --json] in /somewhere" + System.lineSeparator());
        assertThat(progress).containsExactly("copy5/5");
    }

    @Test
    void aCommandThatFailsUnexpectedlyExitsWithThree() throws Exception {
        CommandRunner runner = (_, _) -> {
            throw new IllegalStateException("secret of the inside");
        };
        try (ControlServer server = ControlServer.open(data, runner)) {
            assertThat(send()).hasValue(3);
            assertThat(server).isNotNull();
        }
        assertThat(err.toString()).contains("see its log").doesNotContain("secret");
    }

    @Test
    void theFileIsForItsOwnerOnlyAndGoesWithTheServer() throws IOException {
        Path file = data.resolve("control");
        try (ControlServer server = ControlServer.open(data, (_, _) -> 0)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(server).isNotNull();
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void withoutTheTokenNothingIsCarriedOut() throws Exception {
        List<CommandRequest> carriedOut = new ArrayList<>();
        CommandRunner runner = (request, _) -> {
            carriedOut.add(request);
            return 0;
        };
        try (ControlServer server = ControlServer.open(data, runner)) {
            int port = ControlFile.read(data).map(ControlFile::port).orElseThrow();
            assertThat(post(port, "Bearer wrong")).isEqualTo(403);
            assertThat(post(port, "Bearer ")).isEqualTo(403);
            assertThat(carriedOut).isEmpty();
            assertThat(send()).hasValue(0);
            assertThat(carriedOut).hasSize(1);
            assertThat(server).isNotNull();
        }
    }

    @Test
    void withoutAServerTheCommandRunsElsewhere() throws Exception {
        assertThat(send()).isEmpty();
    }

    @Test
    void aLeftOverFileDoesNotCount() throws Exception {
        new ControlFile(1, "token").write(data);
        assertThat(send()).isEmpty();
        Files.writeString(data.resolve("control"), "half a fi");
        assertThat(send()).isEmpty();
    }

    private OptionalInt send() throws IOException, InterruptedException {
        return ControlClient.run(data, new CommandRequest(List.of("check", "--json"), "/somewhere"), output);
    }

    private static int post(int port, String authorization) throws Exception {
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + "/run"))
                    .header("Authorization", authorization)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"arguments\":[\"check\"],\"directory\":\"/\"}"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
