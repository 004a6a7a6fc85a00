package chat.waddle.directory.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.DirectoryFixture;
import chat.waddle.directory.erasure.ErasureMode;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RemindersTest {
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

    private Reminders reminders() {
        return fixture.directory().reminders();
    }

    private static NewReminder note(@Nullable String note, @Nullable Duration in) {
        return new NewReminder(null, null, note, null, in);
    }

    private Reminder create(NewReminder wanted) {
        if (reminders().create(ada, wanted, Origin.system()) instanceof ReminderOutcome.Created created) {
            return created.reminder();
        }
        throw new AssertionError("refused");
    }

    private void refused(NewReminder wanted, String problem) {
        if (!(reminders().create(ada, wanted, Origin.system()) instanceof ReminderOutcome.Invalid invalid)) {
            throw new AssertionError("not refused: " + wanted);
        }
        assertThat(invalid.problems())
                .extracting(each -> each.field() + ":" + each.code())
                .containsExactly(problem);
    }

    private @Nullable Instant firedAt(Reminder reminder) {
        return reminders().find(ada, reminder.id()).orElseThrow().firedAt();
    }

    @Test
    void aReminderIsMarkedOnceWhenItsTimeHasComeAndNotBefore() {
        Reminder soon = create(note("Tea", Duration.ofMinutes(5)));
        Reminder later = create(
                new NewReminder(POND, new MessageId(8), null, fixture.now().plusSeconds(3600), null));

        fixture.pass(Duration.ofMillis(299_999));
        assertThat(reminders().timer().tick()).isZero();
        assertThat(soon.isDue(fixture.now())).isFalse();

        fixture.pass(Duration.ofMillis(1));
        assertThat(soon.isDue(fixture.now())).isTrue();
        assertThat(reminders().timer().tick()).isEqualTo(1);
        assertThat(firedAt(soon)).isEqualTo(fixture.now());
        assertThat(firedAt(later)).isNull();
        assertThat(reminders().timer().tick()).isZero();
    }

    @Test
    void whatBecameDueWhileNothingRanIsMarkedAfterTheStart() {
        Reminder soon = create(note("Tea", Duration.ofMinutes(5)));
        fixture.pass(Duration.ofDays(1));
        fixture.reopen();

        assertThat(reminders().timer().tick()).isEqualTo(1);
        assertThat(firedAt(soon)).isEqualTo(fixture.now());
    }

    @Test
    void whatIsDeletedIsNeverMarkedAndOnlyItsOwnerDeletesIt() {
        UserId eve = fixture.user("eve");
        Reminder tea = create(note("Tea", Duration.ofMinutes(5)));

        assertThat(reminders().delete(eve, tea.id(), Origin.system())).isFalse();
        assertThat(reminders().find(eve, tea.id())).isEmpty();
        assertThat(reminders().list(eve, null, 100)).isEmpty();
        assertThat(reminders().delete(ada, tea.id(), Origin.system())).isTrue();
        assertThat(reminders().delete(ada, tea.id(), Origin.system())).isFalse();

        fixture.pass(Duration.ofMinutes(6));
        assertThat(reminders().timer().tick()).isZero();
    }

    @Test
    void pagesGoFromTheLastMadeBack() {
        Reminder first = create(note("1", Duration.ofMinutes(9)));
        Reminder second = create(note("2", Duration.ofMinutes(1)));
        Reminder third = create(note("3", Duration.ofMinutes(5)));

        assertThat(reminders().list(ada, null, 2)).containsExactly(third, second);
        assertThat(reminders().list(ada, second.id(), 2)).containsExactly(first);
    }

    @Test
    void brokenRulesAreTold() {
        Duration minute = Duration.ofMinutes(1);
        refused(note(null, minute), "note:empty");
        refused(note("x".repeat(501), minute), "note:too_long");
        refused(note("x", null), "dueAt:conflicting");
        refused(new NewReminder(null, null, "x", fixture.now().plusSeconds(1), minute), "dueAt:conflicting");
        refused(new NewReminder(null, null, "x", fixture.now(), null), "dueAt:in_the_past");
        refused(new NewReminder(null, null, "x", Instant.MIN, null), "dueAt:in_the_past");
        refused(new NewReminder(null, null, "x", Instant.MAX, null), "dueAt:out_of_range");
        refused(note("x", Duration.ZERO), "dueInSeconds:out_of_range");
        refused(note("x", Duration.ofSeconds(Long.MAX_VALUE)), "dueInSeconds:out_of_range");
        refused(new NewReminder(POND, null, "x", null, minute), "messageId:incomplete");
        refused(new NewReminder(null, new MessageId(8), null, null, minute), "messageId:incomplete");
        assertThat(reminders().list(ada, null, 100)).isEmpty();
    }

    @Test
    void anAccountHasAThousandAndNoMore() {
        fixture.directory().engine().run(session -> session.handle().execute("""
                INSERT INTO reminders (id, user_id, note, due_at, created_at)
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 999)
                SELECT i, ?, 'x', 9000000000000, 0 FROM n
                """, ada.value()));
        create(note("the last", Duration.ofMinutes(1)));

        assertThat(reminders().create(ada, note("one more", Duration.ofMinutes(1)), Origin.system()))
                .isEqualTo(new ReminderOutcome.Full(1_000));
        reminders().delete(ada, 1, Origin.system());
        create(note("one more", Duration.ofMinutes(1)));
    }

    @Test
    void nothingIsLeftWhenTheAccountIsDeleted() {
        create(note("Tea", Duration.ofMinutes(5)));
        fixture.directory().accountRemoval().delete(ada, DirectoryFixture.PASSWORD, ErasureMode.KEEP, Origin.system());

        assertThat(reminders().list(ada, null, 100)).isEmpty();
        assertThat(reminders().create(ada, note("Tea", Duration.ofMinutes(5)), Origin.system()))
                .isInstanceOf(ReminderOutcome.Missing.class);
    }
}
