package chat.waddle.server.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Makes an AOT cache, so that a cycle of a drill is mostly drill. `-Ddrill.aot=FILE` keeps it for the next drill.
final class FastStart {
    private static final int PATIENCE_SECONDS = 300;

    private FastStart() {}

    /// The options of the JVM that use the cache, or none where it could not be made.
    static List<String> options(Path folder) throws IOException, InterruptedException {
        Path cache = Path.of(
                System.getProperty("drill.aot", folder.resolve("server.aot").toString()));
        if (Files.exists(cache)) {
            return List.of("-XX:AOTCache=" + cache);
        }
        Process process = new ProcessBuilder(ServerProcess.command(List.of("-XX:AOTCacheOutput=" + cache), "warm-up"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        return ended && Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
    }
}
