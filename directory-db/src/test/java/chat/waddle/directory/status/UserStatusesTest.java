package chat.waddle.directory.status;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.DirectoryFixture;
import chat.waddle.directory.erasure.ErasureMode;
import chat.waddle.directory.membership.MirroredMember;
import chat.waddle.directory.membership.NotificationLevel;
import chat.waddle.directory.store.Origin;
import chat.waddle.directory.waddle.Waddle;
import chat.waddle.ids.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UserStatusesTest {
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

    private UserStatuses statuses() {
        return fixture.directory().statuses();
    }

    private UserStatus set(@Nullable String emoji, String text, boolean doNotDisturb, @Nullable Duration expiresIn) {
        StatusChange change = new StatusChange(emoji, text, doNotDisturb, null, expiresIn);
        if (statuses().set(ada, change, Origin.system()) instanceof StatusOutcome.Done done) {
            return done.status();
        }
        throw new AssertionError("refused");
    }

    private void refused(StatusChange change, String problem) {
        if (!(statuses().set(ada, change, Origin.system()) instanceof StatusOutcome.Invalid invalid)) {
            throw new AssertionError("not refused: " + change);
        }
        assertThat(invalid.problems())
                .extracting(each -> each.field() + ":" + each.code())
                .containsExactly(problem);
    }

    @Test
    void aStatusReplacesTheWholeOfTheOneBeforeAndCountsUp() {
        assertThat(statuses().of(ada)).isEqualTo(UserStatus.none(ada));

        set("☕", "Coffee", true, Duration.ofMinutes(5));
        UserStatus second = set(null, "Writing", false, null);

        assertThat(second).isEqualTo(new UserStatus(ada, 2, null, "Writing", false, null, fixture.now()));
        assertThat(statuses().of(ada)).isEqualTo(second);
    }

    @Test
    void aStatusReadsAsClearedFromTheMomentItExpiresThoughNoTimerRan() {
        set("☕", "Coffee", true, Duration.ofMinutes(5));

        fixture.pass(Duration.ofMillis(299_999));
        assertThat(statuses().of(ada).text()).isEqualTo("Coffee");

        fixture.pass(Duration.ofMillis(1));
        UserStatus read = statuses().of(ada);
        assertThat(read).isEqualTo(new UserStatus(ada, 2, null, "", false, null, fixture.now()));

        assertThat(statuses().timer().tick()).isEqualTo(1);
        assertThat(statuses().of(ada)).isEqualTo(read);
        assertThat(statuses().timer().tick()).isZero();
    }

    @Test
    void aTimerOfAnEarlierStatusDoesNotClearTheOneThatReplacedIt() {
        set("☕", "Coffee", false, Duration.ofMinutes(1));
        set(null, "Travelling", false, Duration.ofHours(1));

        fixture.pass(Duration.ofMinutes(1));
        assertThat(statuses().timer().tick()).isZero();
        assertThat(statuses().of(ada).text()).isEqualTo("Travelling");

        set(null, "Here for good", false, null);
        fixture.pass(Duration.ofDays(2));
        assertThat(statuses().timer().tick()).isZero();
        assertThat(statuses().of(ada).text()).isEqualTo("Here for good");
    }

    @Test
    void versionsOnlyGrowAlsoWhereAnExpiredStatusIsReplacedBeforeItsTimerRan() {
        set("☕", "Coffee", false, Duration.ofMinutes(1));
        fixture.pass(Duration.ofMinutes(2));
        assertThat(statuses().of(ada).version()).isEqualTo(2);

        assertThat(set(null, "Back", false, null).version()).isEqualTo(3);
        assertThat(statuses().clear(ada, Origin.system()).version()).isEqualTo(4);
        assertThat(statuses().clear(ada, Origin.system()).version()).isEqualTo(4);
    }

    @Test
    void brokenRulesAreToldAndNothingChanges() {
        Instant now = fixture.now();
        refused(new StatusChange(null, "", false, null, null), "text:empty");
        refused(new StatusChange("", null, false, null, null), "text:empty");
        refused(new StatusChange("x".repeat(65), null, false, null, null), "emoji:too_long");
        refused(new StatusChange(null, "x".repeat(129), false, null, null), "text:too_long");
        refused(new StatusChange(null, "two\nlines", false, null, null), "text:invalid_text");
        refused(new StatusChange(null, "x", false, now, null), "expiresAt:in_the_past");
        refused(new StatusChange(null, "x", false, Instant.MIN, null), "expiresAt:in_the_past");
        refused(new StatusChange(null, "x", false, Instant.MAX, null), "expiresAt:out_of_range");
        refused(new StatusChange(null, "x", false, null, Duration.ZERO), "expiresInSeconds:out_of_range");
        refused(
                new StatusChange(null, "x", false, null, Duration.ofSeconds(Long.MAX_VALUE)),
                "expiresInSeconds:out_of_range");
        refused(
                new StatusChange(null, "x", false, now.plusSeconds(1), Duration.ofSeconds(1)),
                "expiresInSeconds:conflicting");

        assertThat(statuses().of(ada)).isEqualTo(UserStatus.none(ada));
        assertThat(statuses().set(new UserId(7), new StatusChange(null, "x", false, null, null), Origin.system()))
                .isInstanceOf(StatusOutcome.Missing.class);
    }

    @Test
    void onlyThoseWhoShareACommunitySeeIt() {
        UserId eve = fixture.user("eve");
        UserId bob = fixture.user("bob");
        set(null, "Hello", false, null);
        Waddle penguins = fixture.waddle("penguins", ada);
        join(penguins, ada, 1);
        join(penguins, eve, 2);

        assertThat(statuses().seenBy(ada, ada)).isPresent();
        assertThat(statuses().seenBy(eve, ada)).map(UserStatus::text).contains("Hello");
        assertThat(statuses().seenBy(bob, ada)).isEmpty();
        assertThat(statuses().seenBy(ada, new UserId(7))).isEmpty();

        fixture.directory().memberships().remove(penguins.id(), eve, 3, Origin.system());
        assertThat(statuses().seenBy(eve, ada)).isEmpty();
    }

    @Test
    void aCommunityThatIsClosedIsNotShared() {
        UserId eve = fixture.user("eve");
        Waddle penguins = fixture.waddle("penguins", ada);
        join(penguins, ada, 1);
        join(penguins, eve, 2);
        assertThat(statuses().seenBy(eve, ada)).isPresent();

        fixture.directory().waddles().tombstone(penguins.id(), "over", Origin.system());
        assertThat(statuses().seenBy(eve, ada)).isEmpty();
    }

    @Test
    void nothingOfItIsLeftWhenTheAccountIsDeleted() {
        set("☕", "Coffee", false, null);
        fixture.directory().accountRemoval().delete(ada, DirectoryFixture.PASSWORD, ErasureMode.KEEP, Origin.system());

        assertThat(statuses().of(ada)).isEqualTo(UserStatus.none(ada));
    }

    private void join(Waddle waddle, UserId user, long seq) {
        MirroredMember member = new MirroredMember(user, null, fixture.now().toEpochMilli(), NotificationLevel.ALL);
        fixture.directory().memberships().put(waddle.id(), member, seq, Origin.system());
    }
}
