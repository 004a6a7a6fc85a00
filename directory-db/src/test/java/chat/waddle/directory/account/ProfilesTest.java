package chat.waddle.directory.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.directory.DirectoryFixture;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProfilesTest {
    private static final Origin SYSTEM = Origin.system();

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

    private ProfileOutcome patch(
            @Nullable String name, @Nullable String avatar, @Nullable String bio, @Nullable String preferences) {
        ProfilePatch patch = new ProfilePatch(null, null, name, avatar, bio, null, null, preferences);
        return fixture.directory().profiles().patch(ada, patch, SYSTEM);
    }

    private Account account() {
        return fixture.directory().profiles().account(ada).orElseThrow();
    }

    @Test
    void aPatchChangesOnlyWhatItNamesAndEmptyTextTakesAway() {
        fixture.pass(Duration.ofMinutes(1));
        patch("Ada L.", "https://example.org/ada.png", "First\nsecond", "{\"a\":1,\"b\":2}");
        patch(null, null, "", "{\"a\":null}");

        assertThat(account().displayName()).isEqualTo("Ada L.");
        assertThat(account().avatarUrl()).isEqualTo("https://example.org/ada.png");
        assertThat(account().bio()).isNull();
        assertThat(account().chatPreferences()).isEqualTo("{\"b\":2}");
        assertThat(account().updatedAt())
                .isEqualTo(fixture.now())
                .isAfter(account().createdAt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "http://example.org/a.png",
                "//evil.example",
                "https://a@b/",
                "x",
                "https:///x"
            })
    void aPictureIsShownOnlyFromASafeAddress(String url) {
        assertThat(patch(null, url, null, null)).isInstanceOf(ProfileOutcome.Invalid.class);
        assertThat(account().avatarUrl()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "{", "{\"a\":1}{}", "{\"a\":1,\"a\":2}"})
    void preferencesAreOneJsonObject(String json) {
        assertThat(patch(null, null, null, json)).isInstanceOf(ProfileOutcome.Invalid.class);
    }

    @Test
    void preferencesDoNotGrowWithoutEnd() {
        assertThat(patch(null, null, null, "{\"a\":\"" + "x".repeat(15_000) + "\"}"))
                .isInstanceOf(ProfileOutcome.Changed.class);
        assertThat(patch(null, null, null, "{\"b\":\"" + "x".repeat(15_000) + "\"}"))
                .isInstanceOf(ProfileOutcome.Invalid.class);
        assertThat(patch(null, null, null, "[".repeat(10_000))).isInstanceOf(ProfileOutcome.Invalid.class);
    }

    @Test
    void whatEverybodySeesIsAFixedListOfFields() {
        assertThat(Arrays.stream(PublicProfile.class.getRecordComponents()).map(part -> part.getName()))
                .containsExactly("id", "username", "displayName", "avatarUrl", "bio", "accountType", "lastSeenAt");
    }

    @Test
    void aLostAccountHasNoProfileToChange() {
        ProfilePatch patch = new ProfilePatch(null, null, "Name", null, null, null, null, null);

        assertThat(fixture.directory().profiles().patch(new UserId(1), patch, SYSTEM))
                .isEqualTo(new ProfileOutcome.Missing());
    }

    @Test
    void authorsOfAnImportGetTheSameAccountsAtEveryRun() {
        List<ImportedUsers.Author> authors = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            authors.add(new ImportedUsers.Author("nick" + i, "nick" + i));
        }
        authors.add(new ImportedUsers.Author("strange", "\u0003\u200b"));
        var imported = fixture.directory().importedUsers();
        Map<String, UserId> first = imported.accountsOf("irc:ubuntu", authors, SYSTEM);
        long seq = fixture.directory().engine().seq();

        assertThat(imported.accountsOf("irc:ubuntu", authors, SYSTEM)).isEqualTo(first);
        assertThat(fixture.directory().engine().seq()).isEqualTo(seq);
        assertThat(first).hasSize(451);
        assertThat(first.values()).doesNotHaveDuplicates();
        assertThat(imported.accountsOf("irc:other", authors.subList(0, 1), SYSTEM)
                        .get("nick0"))
                .isNotEqualTo(first.get("nick0"));
        Map<UserId, PublicProfile> profiles = fixture.directory().profiles().profiles(first.values());
        assertThat(profiles)
                .hasSize(451)
                .allSatisfy((id, profile) -> assertThat(profile.accountType()).isEqualTo(AccountType.IMPORTED));
        assertThat(fixture.directory()
                        .passwords()
                        .resetLink(first.values().iterator().next(), SYSTEM))
                .isEmpty();
    }

    @Test
    void anAuthorNeedsAKey() {
        assertThatThrownBy(() -> new ImportedUsers.Author("", "name")).isInstanceOf(IllegalArgumentException.class);
    }
}
