package chat.waddle.sqlite.drill;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.sqlite.SqliteThreads;
import chat.waddle.sqlite.notes.NotesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lets the N-th call of one kind on one file fail, for every N, by `strace`; a second file is open beside it.
final class DiskErrorDrill {
    private static final int LAST = Integer.getInteger("drill.calls", 50);
    private static final int NOTES = 60;

    @TempDir
    private Path folder;

    private record Run(WriterLog log, long unanswered, List<String> calls) {
        long injected() {
            return calls.stream().filter(call -> call.contains("INJECTED")).count();
        }
    }

    private Run run(String name, String inject, SqliteThreads threads) throws IOException, InterruptedException {
        Path file = folder.resolve(name + "-f1.db");
        Path second = folder.resolve(name + "-f2.db");
        Path log = folder.resolve(name + ".log");
        Path calls = folder.resolve(name + ".calls");
        NotesFile.create(file, "f1");
        NotesFile.create(second, "f2");
        List<String> line = new ArrayList<>(List.of("strace", "-f", "-qq", "--seccomp-bpf", "-o", calls.toString()));
        line.addAll(List.of("-e", "trace=fdatasync,fsync,pwrite64"));
        line.addAll(inject.isEmpty() ? List.of() : List.of("-e", "inject=" + inject));
        line.addAll(List.of("-P", file.toString(), "-P", file + "-wal"));
        line.addAll(Child.java(
                Writer.class,
                List.of(),
                List.of(file.toString(), log.toString(), "0", NOTES + "", "1", second.toString())));
        Process process = new ProcessBuilder(line).inheritIO().start();
        assertThat(process.waitFor()).as("the process lives through " + inject).isZero();
        WriterLog written = WriterLog.read(log);
        assertThat(written.ended()).isTrue();
        assertThat(written.count("B")).as("the other file never notices").isEqualTo(NOTES);
        assertThat(written.count("X")).isZero();
        assertThat(written.answered().size() + written.failed().size()).isEqualTo(NOTES);
        return new Run(written, written.judge(file, "f1", threads), Files.readAllLines(calls));
    }

    private void everyCall(String kind, String calls, String error) throws IOException, InterruptedException {
        int injected = 0;
        int failed = 0;
        int unanswered = 0;
        try (SqliteThreads threads = SqliteThreads.start(1, 1)) {
            for (int n = 1; n <= LAST; n++) {
                Run run = run(kind + n, calls + ":error=" + error + ":when=" + n, threads);
                injected += run.injected() > 0 ? 1 : 0;
                failed += run.log().failed().size();
                unanswered += (int) run.unanswered();
                assertThat(run.log().failed().size()).as("one fault fails few").isLessThanOrEqualTo(2);
            }
        }
        System.out.printf(
                "disk error drill: %s %s at call 1..%d: %d met it, %d commands failed, %d of them in the file, 0 lost%n",
                calls, error, LAST, injected, failed, unanswered);
        assertThat(injected).isGreaterThan(LAST / 2);
        assertThat(failed).isPositive();
    }

    @Test
    void aFailedSyncNeverLeadsToAFalseAnswer() throws IOException, InterruptedException {
        everyCall("sync", "fdatasync,fsync", "EIO");
    }

    @Test
    void aFullDiskInAWriteNeverLeadsToAFalseAnswer() throws IOException, InterruptedException {
        everyCall("full", "pwrite64", "ENOSPC");
    }

    @Test
    void aFailedWriteNeverLeadsToAFalseAnswer() throws IOException, InterruptedException {
        everyCall("write", "pwrite64", "EIO");
    }

    @Test
    void aDiskThatFailsAgainAndAgainAnswersOnlyWhatItKept() throws IOException, InterruptedException {
        try (SqliteThreads threads = SqliteThreads.start(1, 1)) {
            for (String pattern : List.of("3+2", "5+3", "4+7", "10..20")) {
                Run run = run("again" + pattern, "fdatasync,fsync:error=EIO:when=" + pattern, threads);
                System.out.printf(
                        "disk error drill: syncs %s fail: %d answered, %d failed, %d of them in the file, 0 lost%n",
                        pattern, run.log().answered().size(), run.log().failed().size(), run.unanswered());
                assertThat(run.log().failed()).isNotEmpty();
            }
        }
    }

    @Test
    void everyCommitIsSynced() throws IOException, InterruptedException {
        try (SqliteThreads threads = SqliteThreads.start(1, 1)) {
            Run run = run("count", "", threads);
            long syncs =
                    run.calls().stream().filter(call -> call.contains("sync(")).count();
            System.out.printf("sync drill: %d commits, %d syncs of the file and its log%n", NOTES, syncs);
            assertThat(run.log().answered()).hasSize(NOTES);
            assertThat(syncs).isGreaterThanOrEqualTo(NOTES);
        }
    }
}
