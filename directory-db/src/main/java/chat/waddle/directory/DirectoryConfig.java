package chat.waddle.directory;

import chat.waddle.directory.secret.Argon2Cost;
import chat.waddle.directory.session.SessionLifetimes;
import chat.waddle.directory.waddle.WaddleLimits;
import chat.waddle.sqlite.FileOptions;
import java.nio.file.Path;

/// How the directory is opened.
///
/// @param file made where it is missing
/// @param hashesAtOnce passwords hashed at the same time; each takes a core and the cost's memory
/// @param hashesWaiting how many more may wait for that
/// @param highWaterMark the commit sequence the file is known to have reached; 0 where nothing is known
public record DirectoryConfig(
        Path file,
        FileOptions options,
        SessionLifetimes lifetimes,
        Argon2Cost passwordCost,
        int hashesAtOnce,
        int hashesWaiting,
        WaddleLimits waddleLimits,
        long highWaterMark) {
    private static final long LIMIT_BYTES = 10_000_000_000L;

    /// The defaults for a server with this many cores to itself.
    public static DirectoryConfig standard(Path file) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new DirectoryConfig(
                file,
                FileOptions.withLimit(LIMIT_BYTES),
                SessionLifetimes.STANDARD,
                Argon2Cost.STANDARD,
                Math.max(1, cores / 2),
                200,
                WaddleLimits.STANDARD,
                0);
    }
}
