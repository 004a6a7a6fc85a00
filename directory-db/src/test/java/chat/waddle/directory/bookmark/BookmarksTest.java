package chat.waddle.directory.bookmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.directory.DirectoryFixture;
import chat.waddle.directory.erasure.ErasureMode;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BookmarksTest {
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

    private Bookmarks bookmarks() {
        return fixture.directory().bookmarks();
    }

    private static BookmarkTarget message(long id) {
        return new BookmarkTarget(BookmarkType.MESSAGE, POND, id);
    }

    private static BookmarkTarget file(long id) {
        return new BookmarkTarget(BookmarkType.FILE, POND, id);
    }

    private BookmarkOutcome add(BookmarkTarget target) {
        return bookmarks().add(ada, target, Origin.system());
    }

    private List<Long> targets(UserId user) {
        return bookmarks().list(user, null, null, 100).stream()
                .map(Bookmark::targetId)
                .toList();
    }

    @Test
    void aTargetIsKeptOnceHoweverOftenItIsAdded() {
        assertThat(add(message(1)))
                .isInstanceOfSatisfying(
                        BookmarkOutcome.Kept.class,
                        kept -> assertThat(kept.added()).isTrue());
        assertThat(add(message(1)))
                .isInstanceOfSatisfying(
                        BookmarkOutcome.Kept.class,
                        kept -> assertThat(kept.added()).isFalse());
        add(file(1));
        add(new BookmarkTarget(BookmarkType.MESSAGE, new WaddleId(78), 1));

        assertThat(bookmarks().list(ada, null, null, 100)).hasSize(3);
        assertThat(bookmarks().find(ada, message(1)).orElseThrow().createdAt()).isEqualTo(fixture.now());
        assertThat(bookmarks().find(ada, message(2))).isEmpty();
    }

    @Test
    void everyAccountHasItsOwn() {
        UserId eve = fixture.user("eve");
        add(message(1));

        bookmarks().remove(eve, message(1), Origin.system());
        assertThat(targets(eve)).isEmpty();
        assertThat(targets(ada)).containsExactly(1L);
    }

    @Test
    void removingTakesOneAwayAndNothingElse() {
        add(message(1));
        add(file(1));

        bookmarks().remove(ada, message(1), Origin.system());
        bookmarks().remove(ada, message(1), Origin.system());

        assertThat(bookmarks().list(ada, null, null, 100))
                .extracting(Bookmark::type)
                .containsExactly(BookmarkType.FILE);
    }

    @Test
    void pagesGoFromTheNewestToTheOldestAndMissNone() {
        LongStream.rangeClosed(1, 25).forEach(id -> add(id % 5 == 0 ? file(id) : message(id)));

        List<Long> seen = new ArrayList<>();
        Long before = null;
        for (List<Bookmark> page = bookmarks().list(ada, null, before, 10);
                !page.isEmpty();
                page = bookmarks().list(ada, null, before, 10)) {
            page.forEach(bookmark -> seen.add(bookmark.targetId()));
            before = page.getLast().id();
        }

        assertThat(seen)
                .isEqualTo(
                        LongStream.rangeClosed(1, 25).map(id -> 26 - id).boxed().toList());
        assertThat(bookmarks().list(ada, BookmarkType.FILE, null, 100))
                .extracting(Bookmark::targetId)
                .containsExactly(25L, 20L, 15L, 10L, 5L);
    }

    @Test
    void togglingAddsOnlyWhatMayBeSeenAndRemovesAnything() {
        assertThat(bookmarks().toggle(ada, message(1), false, Origin.system()))
                .isInstanceOf(BookmarkOutcome.NoTarget.class);
        assertThat(bookmarks().toggle(ada, message(1), true, Origin.system())).isInstanceOf(BookmarkOutcome.Kept.class);
        assertThat(bookmarks().toggle(ada, message(1), false, Origin.system()))
                .isInstanceOf(BookmarkOutcome.Removed.class);
        assertThat(targets(ada)).isEmpty();
    }

    @Test
    void manyWhoAddTheSameAtOnceKeepItOnce() throws Exception {
        List<Future<BookmarkOutcome>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 64; i++) {
                answers.add(threads.submit(() -> add(message(1))));
            }
        }
        int added = 0;
        for (Future<BookmarkOutcome> answer : answers) {
            added += answer.get() instanceof BookmarkOutcome.Kept kept && kept.added() ? 1 : 0;
        }
        assertThat(added).isEqualTo(1);
        assertThat(targets(ada)).containsExactly(1L);
    }

    @Test
    void anAccountKeepsTenThousandAndNoMore() {
        fixture.directory().engine().run(session -> session.handle().execute("""
                INSERT INTO bookmarks (id, user_id, type, waddle_id, message_id, created_at)
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)
                SELECT i, ?, 'message', 77, i, 0 FROM n
                """, ada.value()));

        assertThat(add(message(20_000))).isInstanceOf(BookmarkOutcome.Kept.class);
        assertThat(add(message(20_001))).isEqualTo(new BookmarkOutcome.Full(10_000));
        assertThat(bookmarks().toggle(ada, message(20_001), true, Origin.system()))
                .isInstanceOf(BookmarkOutcome.Full.class);
        assertThat(add(message(20_000))).isInstanceOf(BookmarkOutcome.Kept.class);

        bookmarks().remove(ada, message(1), Origin.system());
        assertThat(add(message(20_001))).isInstanceOf(BookmarkOutcome.Kept.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'message', 77, NULL, NULL",
                "'message', 77, 1, 1",
                "'message', 77, NULL, 1",
                "'file', 77, 1, NULL",
                "'link', 77, 1, NULL"
            })
    void theFileItselfRefusesABookmarkWithoutExactlyOneTargetOfItsType(String values) {
        String insert = "INSERT INTO bookmarks (id, user_id, created_at, type, waddle_id, message_id, attachment_id)"
                + " VALUES (1, " + ada.value() + ", 0, " + values + ")";
        assertThatThrownBy(() -> fixture.directory()
                        .engine()
                        .run(session -> session.handle().execute(insert)))
                .hasStackTraceContaining("CHECK constraint failed");
    }

    @Test
    void nothingIsLeftWhenTheAccountIsDeletedAndADeletedAccountKeepsNothing() {
        add(message(1));
        fixture.directory().accountRemoval().delete(ada, DirectoryFixture.PASSWORD, ErasureMode.KEEP, Origin.system());

        assertThat(targets(ada)).isEmpty();
        assertThat(add(message(1))).isInstanceOf(BookmarkOutcome.Missing.class);
    }
}
