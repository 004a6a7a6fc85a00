package chat.waddle.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RoomStatusTest {
    private static final Set<String> LEGAL =
            Set.of("active archived", "active closed", "archived active", "archived closed");

    @Test
    void whatIsClosedStaysClosed() {
        for (RoomStatus from : RoomStatus.values()) {
            for (RoomStatus next : RoomStatus.values()) {
                assertThat(from.mayBecome(next))
                        .as(from + " to " + next)
                        .isEqualTo(LEGAL.contains(from.code() + " " + next.code()));
            }
        }
    }

    @Test
    void levelsGoUpFromTheFirstToTheManager() {
        assertThat(SupportLevel.values()).extracting(SupportLevel::code).containsExactly("T1", "T2", "T3", "manager");
        assertThat(SupportLevel.MANAGER.isAbove(SupportLevel.T3)).isTrue();
        assertThat(SupportLevel.T2.isAbove(SupportLevel.T2)).isFalse();
        assertThat(SupportLevel.T1.isAbove(SupportLevel.T2)).isFalse();
    }
}
