package chat.waddle.server.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoSampleTest {
    @Test
    void theSampleIsReadWholeAndInOrder() throws IOException {
        IrcCounts counts = IrcCounts.NONE;
        Set<String> nicks = new HashSet<>();
        Instant last = Instant.MIN;
        for (IrcLog log : DemoSample.logs()) {
            try (IrcLogReader reader = log.reader()) {
                for (IrcMessage message = reader.next(); message != null; message = reader.next()) {
                    assertThat(message.time()).isAfterOrEqualTo(last);
                    last = message.time();
                    nicks.add(message.nick());
                }
                counts = counts.plus(reader.counts());
            }
        }
        assertThat(counts.messages()).isEqualTo(16_256);
        assertThat(counts.replies()).isEqualTo(3_824);
        assertThat(counts.droppedLinks()).isZero();
        assertThat(counts.repairedLines() + counts.cutTexts() + counts.otherLines() + counts.actions())
                .isZero();
        assertThat(nicks)
                .hasSize(1_670)
                .allMatch(nick -> nick.matches("[a-z]+"), "made-up names are lower-case letters");
    }

    @Test
    void theSampleSaysWhomItComesFrom() throws IOException {
        assertThat(DemoSample.attribution()).contains("Kummerfeld", "CC BY 4.0", "Nicknames replaced");
    }
}
