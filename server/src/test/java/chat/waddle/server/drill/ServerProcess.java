package chat.waddle.server.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The packaged server as another process with a small heap, on a port of its own choice.
///
/// What it logs is kept beside its data directory. Closing kills it.
final class ServerProcess implements AutoCloseable {
    private static final Path JAR = Path.of(System.getProperty("drill.jar", "target/waddle.jar"));
    private static final Duration START = Duration.ofSeconds(90);
    private static final String READY = "Waddle serves http://127.0.0.1:";

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// The command line of the program with the heap that the launcher gives it.
    static List<String> command(List<String> jvmOptions, String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xms64m", "-Xmx192m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"));
        line.addAll(List.of("-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED"));
        line.addAll(jvmOptions);
        line.addAll(List.of("-jar", JAR.toString()));
        line.addAll(Arrays.asList(arguments));
        return line;
    }

    /// Begins to start a server without waiting for it.
    static Process launch(Path data, List<String> jvmOptions, List<String> options) throws IOException {
        List<String> line =
                command(jvmOptions, "serve", "--data", data.toString(), "--port", "0", "--rate-limits", "off");
        line.addAll(options);
        File log = data.resolveSibling(data.getFileName() + ".log").toFile();
        return new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /// A server that answers.
    static ServerProcess start(Path data, List<String> jvmOptions, List<String> options) throws IOException {
        return ready(launch(data, jvmOptions, options));
    }

    static ServerProcess start(Path data, String... options) throws IOException {
        return start(data, List.of(), List.of(options));
    }

    private static ServerProcess ready(Process process) throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            assertThat(System.nanoTime()).as("started in time").isLessThan(deadline);
            if (line.startsWith(READY)) {
                String rest = line.substring(READY.length());
                return new ServerProcess(process, Integer.parseInt(rest.substring(0, rest.indexOf(' '))));
            }
        }
        throw new AssertionError("the server did not start");
    }

    WireClient client() throws IOException {
        return new WireClient(port);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Memory of the process that is in use, in bytes.
    long residentBytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
            }
        }
        throw new AssertionError("no resident size");
    }

    /// SIGKILL, and waits for the end.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// SIGTERM: the server finishes what it does and closes its files.
    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("stopped in time").isTrue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
