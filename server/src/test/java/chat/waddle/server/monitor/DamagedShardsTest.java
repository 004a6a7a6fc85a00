package chat.waddle.server.monitor;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Ten of some shards are ruined in ten ways.
class DamagedShardsTest {
    @Test
    @Timeout(120)
    void exactlyTheRuinedShardsAreOutOfServiceAndNamed(@TempDir Path folder) throws IOException {
        new TenRuined(folder).of(24);
    }
}
