package chat.waddle.directory.settings;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.DirectoryFixture;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UserSettingsTest {
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

    private SettingsOutcome patch(UserId user, @Nullable Long version, @Nullable Theme theme, @Nullable String more) {
        SettingsPatch patch = new SettingsPatch(version, null, null, theme, null, null, more, null);
        return fixture.directory().settings().patch(user, patch, Origin.system());
    }

    @Test
    void settingsBeginWithDefaultsAndGrowByVersions() {
        assertThat(fixture.directory().settings().of(ada)).isEqualTo(Settings.UNTOUCHED);

        patch(ada, 0L, Theme.DARK, null);
        patch(ada, null, null, "{\"font\":{\"size\":12}}");
        patch(ada, 2L, null, "{\"font\":{\"bold\":true}}");

        Settings settings = fixture.directory().settings().of(ada);
        assertThat(settings.version()).isEqualTo(3);
        assertThat(settings.theme()).isEqualTo(Theme.DARK);
        assertThat(settings.more()).isEqualTo("{\"font\":{\"size\":12,\"bold\":true}}");
    }

    @Test
    void aChangeOfAnOlderVersionIsAConflict() {
        patch(ada, null, Theme.DARK, null);

        assertThat(patch(ada, 0L, Theme.LIGHT, null)).isInstanceOf(SettingsOutcome.Conflict.class);
        assertThat(fixture.directory().settings().of(ada).theme()).isEqualTo(Theme.DARK);
    }

    private SettingsOutcome quiet(@Nullable QuietHours hours) {
        SettingsPatch patch = new SettingsPatch(null, null, null, null, null, null, null, new QuietHoursChange(hours));
        return fixture.directory().settings().patch(ada, patch, Origin.system());
    }

    @Test
    void quietHoursStayUntilTheyAreChangedOrTakenBack() {
        QuietHours night = new QuietHours(22 * 60, 7 * 60, "Europe/Berlin");
        quiet(night);
        patch(ada, null, Theme.DARK, null);
        assertThat(fixture.directory().settings().of(ada).quietHours()).isEqualTo(night);

        quiet(null);
        assertThat(fixture.directory().settings().of(ada).quietHours()).isNull();
        assertThat(fixture.directory().settings().of(ada).version()).isEqualTo(3);
    }

    @Test
    void quietHoursThatCannotBeAreRefused() {
        assertThat(quiet(new QuietHours(60, 60, "UTC"))).isInstanceOf(SettingsOutcome.Invalid.class);
        assertThat(quiet(new QuietHours(-1, 60, "UTC"))).isInstanceOf(SettingsOutcome.Invalid.class);
        assertThat(quiet(new QuietHours(0, 1440, "UTC"))).isInstanceOf(SettingsOutcome.Invalid.class);
        assertThat(quiet(new QuietHours(0, 60, "Mars/Olympus"))).isInstanceOf(SettingsOutcome.Invalid.class);
        assertThat(fixture.directory().settings().of(ada).version()).isZero();
    }

    @Test
    void nobodyHasNoSettingsToChange() {
        assertThat(patch(new UserId(1), null, Theme.DARK, null)).isEqualTo(new SettingsOutcome.Missing());
        assertThat(patch(ada, null, null, "[]")).isInstanceOf(SettingsOutcome.Invalid.class);
    }
}
