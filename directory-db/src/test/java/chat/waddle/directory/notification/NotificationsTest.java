package chat.waddle.directory.notification;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.DirectoryFixture;
import chat.waddle.directory.erasure.ErasureMode;
import chat.waddle.directory.membership.MirroredMember;
import chat.waddle.directory.membership.NotificationLevel;
import chat.waddle.directory.settings.QuietHours;
import chat.waddle.directory.settings.QuietHoursChange;
import chat.waddle.directory.settings.SettingsPatch;
import chat.waddle.directory.status.StatusChange;
import chat.waddle.directory.store.Origin;
import chat.waddle.directory.waddle.Waddle;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NotificationsTest {
    private static final WaddleId POND = new WaddleId(77);

    @TempDir
    private Path folder;

    private DirectoryFixture fixture;
    private UserId ada;

    @BeforeEach
    void open() {
        fixture = new DirectoryFixture(folder);
        ada = fixture.user("ada");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Notifications notifications() {
        return fixture.directory().notifications();
    }

    private LevelOutcome set(long channel, @Nullable NotificationLevel level) {
        return notifications().setLevel(ada, POND, new ChannelId(channel), level, Origin.system());
    }

    @Test
    void aChannelsLevelIsSetChangedAndTakenBack() {
        set(3, NotificationLevel.NONE);
        set(1, NotificationLevel.ALL);
        set(3, NotificationLevel.MENTIONS);
        set(2, NotificationLevel.ALL);
        set(2, null);

        assertThat(notifications().levels(ada, POND, null, 100))
                .containsExactly(
                        new ChannelLevel(new ChannelId(1), NotificationLevel.ALL),
                        new ChannelLevel(new ChannelId(3), NotificationLevel.MENTIONS));
        assertThat(notifications().levels(ada, POND, new ChannelId(1), 100)).hasSize(1);
        assertThat(notifications().levels(ada, new WaddleId(78), null, 100)).isEmpty();
        assertThat(notifications().levels(fixture.user("eve"), POND, null, 100)).isEmpty();
    }

    @Test
    void aThousandChannelsOfOneCommunityAndNoMore() {
        fixture.directory().engine().run(session -> session.handle().execute("""
                INSERT INTO channel_levels (user_id, waddle_id, channel_id, notification_level)
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
                SELECT ?, 77, i, 'none' FROM n
                """, ada.value()));

        assertThat(set(1001, NotificationLevel.ALL)).isEqualTo(LevelOutcome.FULL);
        assertThat(set(1000, NotificationLevel.ALL)).isEqualTo(LevelOutcome.DONE);
        assertThat(set(1000, null)).isEqualTo(LevelOutcome.DONE);
        assertThat(set(1001, NotificationLevel.ALL)).isEqualTo(LevelOutcome.DONE);
    }

    @Test
    void everythingThatDecidesComesTogether() {
        Waddle penguins = fixture.waddle("penguins", ada);
        MirroredMember member = new MirroredMember(ada, null, fixture.now().toEpochMilli(), NotificationLevel.MENTIONS);
        fixture.directory().memberships().put(penguins.id(), member, 1, Origin.system());
        ChannelId talk = new ChannelId(5);
        Verdict mention = verdict(penguins, talk, Occasion.MENTION);
        Verdict message = verdict(penguins, talk, Occasion.MESSAGE);
        assertThat(mention).isEqualTo(Verdict.WANTED);
        assertThat(message).isEqualTo(Verdict.LEVEL);

        notifications().setLevel(ada, penguins.id(), talk, NotificationLevel.ALL, Origin.system());
        assertThat(verdict(penguins, talk, Occasion.MESSAGE)).isEqualTo(Verdict.WANTED);

        StatusChange busy = new StatusChange(null, "Busy", true, null, Duration.ofMinutes(1));
        fixture.directory().statuses().set(ada, busy, Origin.system());
        assertThat(verdict(penguins, talk, Occasion.MESSAGE)).isEqualTo(Verdict.DO_NOT_DISTURB);
        fixture.pass(Duration.ofMinutes(1));
        assertThat(verdict(penguins, talk, Occasion.MESSAGE)).isEqualTo(Verdict.WANTED);

        patch(new SettingsPatch(
                null, null, null, null, null, null, null, new QuietHoursChange(new QuietHours(0, 1439, "UTC"))));
        assertThat(verdict(penguins, talk, Occasion.MESSAGE)).isEqualTo(Verdict.QUIET_HOURS);
        patch(new SettingsPatch(null, null, null, null, null, null, null, new QuietHoursChange(null)));
        assertThat(verdict(penguins, talk, Occasion.MESSAGE)).isEqualTo(Verdict.WANTED);

        patch(new SettingsPatch(null, false, null, null, null, null, null, null));
        assertThat(verdict(penguins, talk, Occasion.MENTION)).isEqualTo(Verdict.SWITCHED_OFF);
    }

    private void patch(SettingsPatch patch) {
        fixture.directory().settings().patch(ada, patch, Origin.system());
    }

    private Verdict verdict(Waddle waddle, ChannelId channel, Occasion occasion) {
        return notifications().preferences(ada, waddle.id(), channel).verdict(occasion, fixture.now());
    }

    @Test
    void nothingIsLeftWhenTheAccountIsDeleted() {
        set(1, NotificationLevel.ALL);
        fixture.directory().accountRemoval().delete(ada, DirectoryFixture.PASSWORD, ErasureMode.KEEP, Origin.system());

        assertThat(notifications().levels(ada, POND, null, 100)).isEmpty();
        assertThat(set(1, NotificationLevel.ALL)).isEqualTo(LevelOutcome.MISSING);
    }
}
