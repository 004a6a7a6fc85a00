package chat.waddle.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Scanner;

/// Asks the server of a data directory to carry out a command, and passes on what it says.
public final class ControlClient {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ControlClient() {}

    /// The command's exit code; empty if no server owns the directory (a left-over control file does not count).
    public static OptionalInt run(Path dataDirectory, CommandRequest command, CommandOutput output)
            throws IOException, InterruptedException {
        Optional<ControlFile> found = ControlFile.read(dataDirectory);
        if (found.isEmpty()) {
            return OptionalInt.empty();
        }
        ControlFile control = found.get();
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + host + ":" + control.port() + ControlServer.PATH))
                .header("Authorization", "Bearer " + control.token())
                .POST(HttpRequest.BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(command)))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            // Another process may have got the port of a server that is gone: it does not know the token.
            return response.statusCode() == 200 ? follow(response.body(), output) : OptionalInt.empty();
        } catch (ConnectException _) {
            return OptionalInt.empty();
        }
    }

    private static OptionalInt follow(InputStream body, CommandOutput output) throws IOException {
        try (Scanner lines = new Scanner(body, StandardCharsets.UTF_8)) {
            lines.useDelimiter("\n");
            while (lines.hasNext()) {
                JsonNode line = MAPPER.readTree(lines.next());
                if (line.has("exit")) {
                    return OptionalInt.of(line.path("exit").intValue());
                }
                show(line, output);
            }
        }
        throw new IOException("The server stopped before the command had ended");
    }

    private static void show(JsonNode line, CommandOutput output) {
        output.out().print(line.path("out").asText(""));
        output.out().flush();
        output.err().print(line.path("err").asText(""));
        output.err().flush();
        JsonNode progress = line.path("progress");
        if (progress.isObject()) {
            output.progress()
                    .report(
                            progress.path("task").asText(),
                            progress.path("done").asLong(),
                            progress.path("total").asLong());
        }
    }
}
