package chat.waddle.message;

import static chat.waddle.shard.ShardFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.channel.UpdateChannel;
import chat.waddle.community.CommunityFixture;
import chat.waddle.community.Permission;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.search.SearchHits;
import chat.waddle.search.SearchQueryParser;
import chat.waddle.search.SearchScope;
import chat.waddle.shard.ShardFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinsTest {
    private static final SearchScope EVERYWHERE = new SearchScope(null, null, List.of(), null);

    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private ChannelId talk;
    private int talkNum;

    @BeforeEach
    void aWaddleWithAChannel() {
        waddle = new CommunityFixture(folder);
        talk = waddle.channel("talk");
        talkNum = Objects.requireNonNull(waddle.shard.channels().byId(talk)).num();
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private MessageId posted(String text) {
        return ShardFixture.posted(waddle.shard, talk, text);
    }

    private ChangeOutcome pin(UserId user, MessageId message) {
        return waddle.submit(new PinMessage(user, talk, message));
    }

    private ChangeOutcome unpin(UserId user, MessageId message) {
        return waddle.submit(new UnpinMessage(user, talk, message));
    }

    private List<Long> pins() {
        return waddle.shard.read(
                reader -> reader.pins().of(talkNum).stream().map(Pin::message).toList());
    }

    private List<String> found(String query) {
        SearchHits hits = waddle.shard.read(
                reader -> reader.search().newest(SearchQueryParser.parse(query), EVERYWHERE, Long.MAX_VALUE, 100));
        return hits.hits().stream().map(hit -> hit.snippet().text()).toList();
    }

    private String newest() {
        byte[] row = waddle.shard.newest(talkNum, 1).rows().getFirst();
        return new String(row, StandardCharsets.UTF_8).split(" ", 3)[2];
    }

    private static MessageRefusal refusal(ChangeOutcome outcome) {
        assertThat(outcome).isInstanceOf(ChangeOutcome.Refused.class);
        return ((ChangeOutcome.Refused) outcome).why();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPinnedMessageSaysSoWhereverItIsFound(boolean filed) {
        MessageId message = posted("hello penguins");
        assertThat(newest()).isEqualTo("hello penguins");
        if (filed) {
            waddle.shard.catchUpIndex();
        }

        pin(OWNER, message);
        assertThat(newest()).isEqualTo("hello penguins pinned");
        assertThat(found("is:pinned penguins")).hasSize(1);
        assertThat(pins()).containsExactly(message.value());

        unpin(OWNER, message);
        assertThat(newest()).isEqualTo("hello penguins");
        assertThat(found("is:pinned penguins")).isEmpty();
        assertThat(pins()).isEmpty();
    }

    @Test
    void theNewestPinComesFirstWhateverTheAgeOfTheMessages() {
        MessageId first = posted("first");
        MessageId second = posted("second");
        pin(OWNER, second);
        waddle.shards.clock.advance(Duration.ofSeconds(1));
        pin(OWNER, first);
        long seq = waddle.shard.seq();
        pin(OWNER, second);

        assertThat(pins()).containsExactly(first.value(), second.value());
        assertThat(waddle.shard.seq()).as("pinned already").isEqualTo(seq);
    }

    @Test
    void aChannelHasAtMostFiftyPins() {
        List<MessageId> messages = IntStream.rangeClosed(0, Pins.LIMIT)
                .mapToObj(i -> posted("m" + i))
                .toList();
        messages.subList(0, Pins.LIMIT).forEach(message -> pin(OWNER, message));
        MessageId last = messages.getLast();

        assertThat(refusal(pin(OWNER, last))).isEqualTo(MessageRefusal.TOO_MANY_PINS);
        waddle.submit(new DeleteMessage(OWNER, talk, messages.getFirst()));
        assertThat(pin(OWNER, last)).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(pins()).hasSize(Pins.LIMIT).contains(last.value());
    }

    @Test
    void aDeletedMessageComesBackWithoutItsPin() {
        MessageId message = posted("hello");
        pin(OWNER, message);
        waddle.submit(new DeleteMessage(OWNER, talk, message));
        assertThat(pins()).isEmpty();
        assertThat(refusal(pin(OWNER, message))).isEqualTo(MessageRefusal.NO_SUCH_MESSAGE);

        waddle.submit(new RestoreMessage(OWNER, talk, message));
        assertThat(newest()).isEqualTo("hello");
        pin(OWNER, message);
        waddle.submit(new EraseMessage(OWNER, talk, message));
        assertThat(pins()).isEmpty();
    }

    @Test
    void onlyWhoMayPinsAndNothingInAnArchivedChannel() {
        MessageId message = posted("hello");
        UserId member = waddle.joined();
        UserId pinner = waddle.holding(10, Permission.PIN_MESSAGES);

        assertThat(refusal(pin(member, message))).isEqualTo(MessageRefusal.NOT_ALLOWED);
        assertThat(refusal(unpin(member, message))).isEqualTo(MessageRefusal.NOT_ALLOWED);
        assertThat(pin(pinner, message)).isInstanceOf(ChangeOutcome.Done.class);
        waddle.done(new UpdateChannel(OWNER, talk, null, null, null, null, null, null, true, null, null, null));
        assertThat(refusal(unpin(pinner, message))).isEqualTo(MessageRefusal.CHANNEL_ARCHIVED);
        assertThat(pins()).hasSize(1);
    }
}
