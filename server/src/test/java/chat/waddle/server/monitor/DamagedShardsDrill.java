package chat.waddle.server.monitor;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Ten of a thousand shards are ruined in ten ways.
class DamagedShardsDrill {
    @Test
    @Timeout(900)
    void exactlyTheRuinedShardsAreOutOfServiceAndNamed(@TempDir Path folder) throws IOException {
        new TenRuined(folder).of(1_000);
    }
}
