package chat.waddle.directory.notification;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.membership.NotificationLevel;
import chat.waddle.directory.settings.QuietHours;
import chat.waddle.directory.status.UserStatus;
import chat.waddle.ids.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NotificationPreferencesTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final QuietHours NIGHT = new QuietHours(22 * 60, 7 * 60, "UTC");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-20T00:00:00Z");

    private static UserStatus status(boolean doNotDisturb, @Nullable Instant expiresAt) {
        return new UserStatus(new UserId(1), 1, null, "Busy", doNotDisturb, expiresAt, NOON);
    }

    private static NotificationPreferences levels(NotificationLevel waddle, @Nullable NotificationLevel channel) {
        return new NotificationPreferences(true, NIGHT, status(false, null), waddle, channel);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ALL, -, WANTED, WANTED",
                "MENTIONS, -, LEVEL, WANTED",
                "NONE, -, LEVEL, LEVEL",
                "ALL, MENTIONS, LEVEL, WANTED",
                "ALL, NONE, LEVEL, LEVEL",
                "NONE, ALL, WANTED, WANTED",
                "NONE, MENTIONS, LEVEL, WANTED"
            })
    void theChannelsLevelGoesBeforeTheCommunitys(
            NotificationLevel waddle, @Nullable NotificationLevel channel, Verdict message, Verdict mention) {
        NotificationPreferences preferences = levels(waddle, channel);

        assertThat(preferences.verdict(Occasion.MESSAGE, NOON)).isEqualTo(message);
        assertThat(preferences.verdict(Occasion.MENTION, NOON)).isEqualTo(mention);
    }

    @Test
    void quietHoursSilenceMentionsToo() {
        NotificationPreferences preferences = levels(NotificationLevel.ALL, null);

        assertThat(preferences.verdict(Occasion.MENTION, MIDNIGHT)).isEqualTo(Verdict.QUIET_HOURS);
        assertThat(preferences.verdict(Occasion.MENTION, NOON)).isEqualTo(Verdict.WANTED);
    }

    @Test
    void doNotDisturbEndsWithTheStatusThoughNoTimerRan() {
        NotificationPreferences preferences = new NotificationPreferences(
                true, null, status(true, NOON.plusSeconds(60)), NotificationLevel.ALL, null);

        assertThat(preferences.verdict(Occasion.MENTION, NOON.plusMillis(59_999)))
                .isEqualTo(Verdict.DO_NOT_DISTURB);
        assertThat(preferences.verdict(Occasion.MENTION, NOON.plusSeconds(60))).isEqualTo(Verdict.WANTED);
    }

    @Test
    void theSwitchGoesBeforeEverything() {
        NotificationPreferences off = new NotificationPreferences(
                false, NIGHT, status(true, null), NotificationLevel.NONE, NotificationLevel.ALL);

        assertThat(off.verdict(Occasion.MENTION, NOON)).isEqualTo(Verdict.SWITCHED_OFF);
        assertThat(off.verdict(Occasion.MENTION, MIDNIGHT)).isEqualTo(Verdict.SWITCHED_OFF);
    }
}
