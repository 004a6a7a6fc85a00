package chat.waddle.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever reads the file learns no secret from it.
final class SecretsAtRestTest {
    @TempDir
    private Path folder;

    @Test
    void noTokenLinkOrPasswordStandsInAnyByteOfTheFiles() throws IOException {
        List<String> secrets;
        String open;
        try (DirectoryFixture fixture = new DirectoryFixture(folder)) {
            Scenario scenario = new Scenario(fixture);
            scenario.play();
            secrets = scenario.secrets();
            open = allBytes(); // closing drops the recorded commands whose time is over
        }
        String bytes = open + allBytes();

        assertThat(secrets).hasSizeGreaterThan(15);
        for (String secret : secrets) {
            assertThat(bytes.contains(secret)).as("a secret stands in the file").isFalse();
        }
        assertThat(bytes).contains("$argon2id$").contains("eve@example.org").contains("rotate_session");
    }

    private String allBytes() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
