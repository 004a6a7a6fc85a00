package chat.waddle.server.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import chat.waddle.directory.erasure.ErasureMode;
import chat.waddle.ids.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureLedgerTest {
    private static final ErasureLedger.Entry FIRST = entry(1);
    private static final ErasureLedger.Entry SECOND = entry(2);

    @TempDir
    Path folder;

    @Test
    void whatAFailedTryLeftIsNotBehindTheNextLine() throws IOException {
        ErasureLedger ledger = ErasureLedger.in(folder);
        ledger.append(FIRST);
        Files.writeString(file(), "2 11 del", StandardOpenOption.APPEND); // the disk was full
        ledger.append(SECOND);

        assertThat(ErasureLedger.in(folder).entries()).containsExactly(FIRST, SECOND);
    }

    @Test
    void aLineThatACrashCutOffIsTakenAwayAndTheLedgerGoesOn() throws IOException {
        ErasureLedger.in(folder).append(FIRST);
        Files.writeString(file(), "2 11 delete 5", StandardOpenOption.APPEND);

        ErasureLedger again = ErasureLedger.in(folder);
        assertThat(again.entries()).containsExactly(FIRST);
        again.append(SECOND);
        assertThat(ErasureLedger.in(folder).entries()).containsExactly(FIRST, SECOND);
    }

    @Test
    void aLineThatWasChangedIsFound() throws IOException {
        ErasureLedger.in(folder).append(FIRST);
        Files.writeString(file(), Files.readString(file()).replace("delete", "keep"));

        assertThatIllegalStateException()
                .isThrownBy(() -> ErasureLedger.in(folder))
                .withMessageContaining("line 1");
    }

    private Path file() {
        return folder.resolve("erasures.ledger");
    }

    private static ErasureLedger.Entry entry(long id) {
        return new ErasureLedger.Entry(id, new UserId(10 + id), ErasureMode.DELETE, Instant.ofEpochMilli(5));
    }
}
