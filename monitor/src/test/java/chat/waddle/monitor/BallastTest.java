package chat.waddle.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file that is thrown overboard.
class BallastTest {
    private static final long BYTES = 3_000_000;
    private static final long FLOOR = 1_000_000;

    @TempDir
    private Path folder = Path.of("");

    /// A disk whose free space the test says.
    private static final class SaidSpace implements DiskSpace {
        private long free = 100_000_000;

        @Override
        public long freeBytes() {
            return free;
        }

        @Override
        public long totalBytes() {
            return 200_000_000;
        }
    }

    private final SaidSpace disk = new SaidSpace();

    @Test
    void itIsMadeOfRealBlocksThatDoNotCompress() throws IOException {
        assertThat(ballast().trim()).isEmpty();
        assertThat(file()).hasSize(BYTES);
        long blocks = (long) Files.getAttribute(file(), "unix:size");
        assertThat(blocks).isEqualTo(BYTES);
        byte[] content = Files.readAllBytes(file());
        long zeros = 0;
        for (byte b : content) {
            zeros += b == 0 ? 1 : 0;
        }
        assertThat(zeros).isLessThan(BYTES / 100);
    }

    @Test
    void itGoesWhenTheDiskGetsFullAndSaysSoOnce() throws IOException {
        Ballast ballast = ballast();
        assertThat(ballast.trim()).isEmpty();
        disk.free = FLOOR - 1;
        assertThat(ballast.trim()).contains(new Alert.DiskLow(FLOOR - 1, FLOOR, BYTES));
        assertThat(file()).doesNotExist();
        assertThat(ballast.trim()).isEmpty();
        assertThat(ballast.report().isLow()).isTrue();
    }

    @Test
    void itComesBackOnlyWhenThereIsRoomForItAndTwiceTheFloor() throws IOException {
        Ballast ballast = ballast();
        disk.free = FLOOR - 1;
        assertThat(ballast.trim()).isPresent();
        disk.free = BYTES + 2 * FLOOR - 1;
        assertThat(ballast.trim()).contains(new Alert.DiskRecovered(disk.free, 0));
        assertThat(file()).doesNotExist();
        disk.free = BYTES + 2 * FLOOR;
        Optional<Alert> again = ballast.trim();
        assertThat(again).isEmpty();
        assertThat(file()).hasSize(BYTES);
    }

    @Test
    void aFileOfAnotherSizeIsReplacedAndZeroKeepsNone() throws IOException {
        Files.write(file(), new byte[10]);
        assertThat(ballast().trim()).isEmpty();
        assertThat(file()).hasSize(BYTES);
        assertThat(new Ballast(file(), 0, FLOOR, disk).trim()).isEmpty();
        assertThat(file()).doesNotExist();
    }

    @Test
    void aDiskThatDoesNotSayLeavesEverythingAsItIs() throws IOException {
        disk.free = -1;
        assertThat(ballast().trim()).isEmpty();
        assertThat(file()).doesNotExist();
        assertThat(ballast().report().isLow()).isFalse();
    }

    private Ballast ballast() {
        return new Ballast(file(), BYTES, FLOOR, disk);
    }

    private Path file() {
        return folder.resolve(Ballast.FILE);
    }
}
