package chat.waddle.bench.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A server under load, in a process of its own.
///
/// @param name as it stands in the table
/// @param token what requests are signed in with; empty where nobody asks
/// @param base where the waddle's paths begin
record Subject(String name, Process process, int port, String token, String base) {
    private static final double TICKS_PER_SECOND = 100;

    /// Starts a class of this program in a new JVM with the memory a server gets.
    static Process start(Path log, List<String> command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        line.addAll(command);
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /// Seconds of CPU the process has used; Linux only, 0 elsewhere.
    double cpuSeconds() throws IOException {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    void stop() {
        process.destroy();
        process.onExit().join();
    }
}
