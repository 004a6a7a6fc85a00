package chat.waddle.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class InteractionStatusTest {
    private static final Set<String> LEGAL = Set.of(
            "pending processing",
            "pending failed",
            "processing pending",
            "processing processing",
            "processing completed",
            "processing failed");

    @Test
    void whatIsAnsweredOrFailedStaysSoAndNothingIsAnsweredUntaken() {
        for (InteractionStatus from : InteractionStatus.values()) {
            for (InteractionStatus next : InteractionStatus.values()) {
                assertThat(from.mayBecome(next))
                        .as(from + " to " + next)
                        .isEqualTo(LEGAL.contains(from.code() + " " + next.code()));
            }
        }
    }
}
