package chat.waddle.sqlite.drill;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.sqlite.SqliteThreads;
import chat.waddle.sqlite.notes.NotesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the writing process at random moments, again and again on the same file.
final class KillDrill {
    private static final int CYCLES = Integer.getInteger("drill.cycles", 100);
    private static final long SEED = Long.getLong("drill.seed", System.nanoTime());

    @TempDir
    private Path folder;

    @Test
    void whatWasAnsweredSurvivesEveryKill() throws IOException, InterruptedException {
        Random random = new Random(SEED);
        Path file = folder.resolve("f1.db");
        Path log = folder.resolve("writer.log");
        NotesFile.create(file, "f1");
        int killedWhileWriting = 0;
        long unanswered = 0;
        try (SqliteThreads threads = SqliteThreads.start(1, 1)) {
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                long before = Files.exists(log) ? Files.size(log) : 0;
                killed(file, log, cycle, random);
                killedWhileWriting += Files.exists(log) && Files.size(log) > before ? 1 : 0;
                unanswered = WriterLog.read(log).judge(file, "f1", threads);
            }
        }
        WriterLog end = WriterLog.read(log);
        System.out.printf(
                "kill drill: seed %d, %d cycles, %d killed while writing, %d sent, %d answered, 0 lost, %d unanswered"
                        + " but there%n",
                SEED,
                CYCLES,
                killedWhileWriting,
                end.sent().size(),
                end.answered().size(),
                unanswered);
        assertThat(killedWhileWriting).isGreaterThan(CYCLES / 2);
        assertThat(end.sent().size()).isGreaterThan(end.answered().size());
    }

    /// Three in four are killed a while after the first answer, the rest anywhere, while starting too.
    private static void killed(Path file, Path log, int cycle, Random random) throws IOException, InterruptedException {
        long size = Files.exists(log) ? Files.size(log) : 0;
        Process process = new ProcessBuilder(Child.java(
                        Writer.class,
                        List.of(),
                        List.of(file.toString(), log.toString(), cycle * 1_000_000L + "", "1000000", "16")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (random.nextInt(4) > 0) {
            while ((Files.exists(log) ? Files.size(log) : 0) == size && process.isAlive()) {
                boolean _ = process.waitFor(5, TimeUnit.MILLISECONDS);
            }
            boolean _ = process.waitFor(random.nextInt(250), TimeUnit.MILLISECONDS);
        } else {
            boolean _ = process.waitFor(200 + random.nextInt(1000), TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly();
        process.waitFor();
    }
}
