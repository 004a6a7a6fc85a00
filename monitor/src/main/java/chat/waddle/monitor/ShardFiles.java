package chat.waddle.monitor;

import chat.waddle.directory.shard.ShardPath;
import chat.waddle.directory.shard.ShardRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What can be seen of shards' files from outside; asking opens no descriptor, so it harms no live file. Thread-safe.
///
/// @param dataDirectory where the shards' folders stand
record ShardFiles(Path dataDirectory) {
    /// What is wrong with a shard's file, as far as one can see.
    Optional<String> fault(ShardRecord shard) {
        Path file = file(shard);
        if (!Files.exists(file)) {
            return Optional.of("its file is missing");
        }
        if (!Files.isRegularFile(file)) {
            return Optional.of("in place of its file stands something that is no file");
        }
        if (file.toFile().length() == 0) {
            return Optional.of("its file is empty");
        }
        if (!Files.isReadable(file) || !Files.isWritable(file)) {
            return Optional.of("its file cannot be read and written by this user");
        }
        return Optional.empty();
    }

    /// Whether somebody has written to the file since its last measure.
    boolean writtenSinceMeasure(ShardRecord shard) {
        if (shard.measuredAt() == null) {
            return true;
        }
        long measured = shard.measuredAt().toEpochMilli();
        Path file = file(shard);
        return List.of(file, file.resolveSibling(file.getFileName() + "-wal")).stream()
                .anyMatch(part -> writtenMillis(part) > measured);
    }

    private static long writtenMillis(Path file) {
        try {
            return Files.exists(file) ? Files.getLastModifiedTime(file).toMillis() : 0;
        } catch (IOException e) {
            return 0; // it went away between the two questions
        }
    }

    private Path file(ShardRecord shard) {
        return dataDirectory.resolve(ShardPath.of(shard.shard()));
    }
}
