package chat.waddle.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.CommunityServer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random deeds of several people, one after another: the server answers each as the model says, and shows everybody
/// the community that the model knows, also after a restart. What fails is shrunk to the few deeds that show it.
class CommunityModelTest {
    private static final int DEEDS = 400;
    private static final int LOOK_EVERY = 50;

    @TempDir
    private Path folder = Path.of("");

    private int tries;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomDeedsAgreeWithTheModelAlsoAfterARestart(long seed) {
        List<Deed> deeds = Deed.random(seed, DEEDS);
        String difference = lived(deeds, true);
        if (difference != null) {
            List<Deed> few = Shrinker.shrink(deeds, some -> lived(some, true) != null);
            throw new AssertionError(
                    "seed " + seed + ": " + difference + "\nshrunk to " + few + "\n" + lived(few, true));
        }
    }

    @Test
    void aWrongModelIsFoundOutAndShrunkToTheDeedsThatShowIt() {
        List<Deed> deeds = Deed.random(1, DEEDS);
        assertThat(lived(deeds, false)).isNotNull();
        List<Deed> few = Shrinker.shrink(deeds, some -> lived(some, false) != null);
        assertThat(few).as("banned, then joining").hasSize(2);
    }

    /// @return the first difference, or null
    private @Nullable String lived(List<Deed> deeds, boolean bansHold) {
        Path data = folder.resolve("life" + tries++);
        Life life;
        try (CommunityServer server = new CommunityServer(data)) {
            life = new Life(server, "pond", bansHold);
            String difference = lived(life, deeds);
            if (difference != null) {
                return difference;
            }
        }
        try (CommunityServer server = new CommunityServer(data)) {
            life.moveTo(server);
            String difference = new Sight(life).difference();
            return difference == null ? null : "after the restart: " + difference;
        }
    }

    private static @Nullable String lived(Life life, List<Deed> deeds) {
        Sight sight = new Sight(life);
        for (int i = 0; i < deeds.size(); i++) {
            String difference = life.attempt(deeds.get(i));
            if (difference == null && (i % LOOK_EVERY == LOOK_EVERY - 1 || i == deeds.size() - 1)) {
                difference = sight.difference();
            }
            if (difference != null) {
                return "deed " + i + " " + deeds.get(i) + ": " + difference;
            }
        }
        return null;
    }
}
