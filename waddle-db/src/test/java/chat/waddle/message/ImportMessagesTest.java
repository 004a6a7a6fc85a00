package chat.waddle.message;

import static chat.waddle.shard.ShardFixture.WADDLE;
import static chat.waddle.shard.ShardFixture.posted;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.IdClock;
import chat.waddle.ids.UserId;
import chat.waddle.search.SearchQueryParser;
import chat.waddle.search.SearchScope;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardFixture;
import chat.waddle.sqlite.command.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportMessagesTest {
    private static final long OLD = Instant.parse("2004-11-15T10:35:00Z").toEpochMilli();
    private static final UserId SOMEONE = new UserId(9001);

    @TempDir
    Path folder;

    private ShardFixture fixture;
    private Shard shard;
    private ChannelId talk;

    @BeforeEach
    void aChannel() {
        fixture = new ShardFixture(folder);
        shard = fixture.create(WADDLE);
        talk = fixture.channel(shard, "talk");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static ImportMessages.Item item(long time, String text) {
        return new ImportMessages.Item(SOMEONE, time, text, null, null);
    }

    private ImportMessages.Outcome imported(int first, boolean last, ImportMessages.Item... items) {
        return shard.submit(new ImportMessages(talk, "log", first, last, List.of(items)), Request.bySystem())
                .result();
    }

    private EncodedPage all() {
        int num = Objects.requireNonNull(shard.channels().byId(talk)).num();
        return shard.read(reader -> reader.history().newest(new History.Of.OfChannel(num), 100));
    }

    private List<String> texts() {
        return all().rows().stream()
                .map(row -> new String(row, StandardCharsets.UTF_8))
                .map(row -> row.substring(row.indexOf(' ', row.indexOf(' ') + 1) + 1))
                .toList();
    }

    @Test
    void importedMessagesStandAtTheirOwnTimesBeforeWhatWasPosted() {
        posted(shard, talk, "now");
        imported(0, true, item(OLD, "then"), item(OLD, "a moment later"), item(OLD - 60_000, "before that"));

        assertThat(texts()).containsExactly("before that", "then", "a moment later", "now");
        long first = Long.parseLong(new String(all().rows().getFirst(), StandardCharsets.UTF_8).split(" ", 2)[0]);
        assertThat(IdClock.millisOf(first)).isEqualTo(OLD - 60_000);
        assertThat(shard.messageCount()).isEqualTo(4);
    }

    @Test
    void importingTheSameAgainChangesNothing() {
        imported(0, false, item(OLD, "one"), item(OLD, "two"));
        long seq = shard.seq();

        assertThat(imported(0, false, item(OLD, "one"), item(OLD, "two")))
                .isEqualTo(new ImportMessages.AlreadyImported(2));
        assertThat(shard.seq()).isEqualTo(seq);
        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void aRunThatLeavesAGapIsRefused() {
        imported(0, false, item(OLD, "one"));

        assertThat(imported(5, false, item(OLD, "six"))).isEqualTo(new ImportMessages.OutOfOrder(1));
        assertThat(texts()).containsExactly("one");
    }

    @Test
    void moreMessagesOfOneMillisecondThanItsIdsKeepTheirOrder() {
        ImportMessages.Item[] items = new ImportMessages.Item[90];
        for (int chunk = 0; chunk < 10; chunk++) {
            for (int i = 0; i < items.length; i++) {
                items[i] = item(OLD, "m" + (chunk * items.length + i));
            }
            assertThat(imported(chunk * items.length, chunk == 9, items)).isInstanceOf(ImportMessages.Imported.class);
        }
        assertThat(texts()).endsWith("m898", "m899").hasSize(100);
        assertThat(shard.messageCount()).isEqualTo(900);
    }

    @Test
    void importedAndPostedMessagesAreFoundAlike() {
        posted(shard, talk, "penguin today");
        imported(0, true, item(OLD, "penguin long ago"));
        posted(shard, talk, "penguin again");

        long hits = shard.read(reader -> reader.search()
                        .newest(
                                SearchQueryParser.parse("penguin"),
                                new SearchScope(null, null, List.of(), null),
                                Long.MAX_VALUE,
                                25)
                        .hits())
                .size();
        assertThat(hits).isEqualTo(3);
        assertThat(shard.engine().check(List.of("messages_fts")).findings()).isEmpty();
    }
}
