package chat.waddle.robot;

import static chat.waddle.community.CommunityFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.automod.AutomodAction;
import chat.waddle.automod.AutomodKind;
import chat.waddle.automod.CreateAutomodRule;
import chat.waddle.channel.UpdateChannel;
import chat.waddle.community.CommunityFixture;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.Permission;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.message.ChangeOutcome;
import chat.waddle.message.DeleteMessage;
import chat.waddle.message.DeliveryStatus;
import chat.waddle.message.EditMessage;
import chat.waddle.message.EraseMessage;
import chat.waddle.message.MessageRefusal;
import chat.waddle.message.OpenStream;
import chat.waddle.message.PostMessage;
import chat.waddle.message.RestoreMessage;
import chat.waddle.search.SearchQueryParser;
import chat.waddle.search.SearchScope;
import chat.waddle.shard.ShardCare;
import chat.waddle.shard.ShardFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsTest {
    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private ChannelId channel;
    private UserId worker;
    private Robot robot;

    @BeforeEach
    void open() {
        waddle = new CommunityFixture(folder);
        channel = waddle.channel("talk");
        worker = waddle.holding(20, Permission.ANSWER_AS_ROBOT);
        robot = waddle.done(new CreateRobot(OWNER, "Helper", null, worker));
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private StreamOutcome.Streamed streamed(StreamOutcome outcome) {
        assertThat(outcome).isInstanceOf(StreamOutcome.Streamed.class);
        return (StreamOutcome.Streamed) outcome;
    }

    /// Another message comes before it, so that there is something to file.
    private MessageId begun() {
        MessageId _ = ShardFixture.posted(waddle.shard, channel, "hello");
        BeginStream begin = new BeginStream(worker, channel, robot.id(), null, null, null, false, true);
        return streamed(waddle.submit(begin)).message();
    }

    private StreamOutcome append(MessageId message, int sequence, String piece) {
        return waddle.submit(new AppendToStream(worker, channel, message, sequence, piece));
    }

    private StreamOutcome finish(MessageId message, boolean delivered) {
        return waddle.submit(new FinishStream(worker, channel, message, delivered));
    }

    private MessageId written(String... pieces) {
        MessageId message = begun();
        int sequence = 0;
        for (String piece : pieces) {
            sequence++;
            StreamOutcome.Streamed now = streamed(append(message, sequence, piece));
            assertThat(now.sequence()).isEqualTo(sequence);
        }
        return message;
    }

    private CommunityRefusal refusal(StreamOutcome outcome) {
        assertThat(outcome).isInstanceOf(StreamOutcome.Refused.class);
        return ((StreamOutcome.Refused) outcome).why();
    }

    private String shown() {
        int num = Objects.requireNonNull(waddle.shard.channels().byId(channel)).num();
        List<byte[]> rows = waddle.shard.newest(num, 1).rows();
        return rows.isEmpty() ? "" : new String(rows.getFirst(), StandardCharsets.UTF_8);
    }

    private List<Long> found(String words) {
        SearchScope everywhere = new SearchScope(null, null, List.of(), null);
        return waddle.shard.read(reader ->
                reader.search().newest(SearchQueryParser.parse(words), everywhere, Long.MAX_VALUE, 10).hits().stream()
                        .map(hit -> hit.id())
                        .toList());
    }

    private long number(String sql) {
        return waddle.inFile(session -> session.number(sql));
    }

    private DeliveryStatus status(MessageId message) {
        long number = number("SELECT delivery_status FROM (SELECT id, delivery_status FROM messages UNION ALL"
                + " SELECT id, delivery_status FROM arrivals) WHERE id = " + message);
        return DeliveryStatus.of(Math.toIntExact(number));
    }

    private void file() {
        waddle.shard.catchUpIndex();
        assertThat(number("SELECT count(*) FROM arrivals")).isZero();
    }

    private long unfinished() {
        return number("SELECT count(*) FROM message_streams");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMessageGrowsInOrderAndIsFoundOnceItIsFinished(boolean filed) {
        MessageId message = written("a wal");
        assertThat(shown()).endsWith("a wal");
        if (filed) {
            file();
        }
        StreamOutcome.Streamed _ = streamed(append(message, 2, "rus <@" + OWNER.value() + ">"));
        assertThat(shown()).contains("a walrus");
        assertThat(found("walrus")).isEmpty();
        assertThat(found("from:" + worker.value())).isNotEmpty().doesNotContain(message.value());
        assertThat(status(message)).isEqualTo(DeliveryStatus.STREAMING);
        StreamOutcome.Streamed _ = streamed(finish(message, true));
        assertThat(found("walrus")).containsExactly(message.value());
        assertThat(status(message)).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(shown()).contains("501");
        waddle.shard.catchUpIndex();
        assertThat(found("walrus")).containsExactly(message.value());
        long seq = waddle.shard.seq();
        StreamOutcome.Streamed _ = streamed(finish(message, true));
        assertThat(waddle.shard.seq()).isEqualTo(seq);
        assertThat(refusal(finish(message, false))).isEqualTo(CommunityRefusal.STREAM_ENDED);
        assertThat(refusal(append(message, 3, "more"))).isEqualTo(CommunityRefusal.STREAM_ENDED);
    }

    @Test
    void aGapOrAnotherPieceInTheSamePlaceIsRefusedAndTheSamePieceChangesNothing() {
        MessageId message = written("one ", "two ");
        assertThat(append(message, 4, "four")).isEqualTo(new StreamOutcome.OutOfOrder(3));
        assertThat(append(message, 1, "one ")).isEqualTo(new StreamOutcome.OutOfOrder(3));
        assertThat(append(message, 2, "too ")).isEqualTo(new StreamOutcome.OutOfOrder(3));
        long seq = waddle.shard.seq();
        assertThat(streamed(append(message, 2, "two ")).sequence()).isEqualTo(2);
        assertThat(waddle.shard.seq()).isEqualTo(seq);
        assertThat(shown()).endsWith("one two ");
    }

    @Test
    void whatARobotLeavesAloneFails() {
        MessageId message = written("half a sen");
        ShardCare care = new ShardCare(waddle.shard);
        waddle.shards.clock.advance(OpenStream.SILENCE.minusMillis(1));
        assertThat(care.failSilentStreams(10)).isZero();
        StreamOutcome.Streamed _ = streamed(append(message, 2, "tence"));
        waddle.shards.clock.advance(OpenStream.SILENCE.minusMillis(1));
        assertThat(care.failSilentStreams(10)).isZero();
        waddle.shards.clock.advance(Duration.ofMillis(1));
        assertThat(refusal(append(message, 3, "!"))).isEqualTo(CommunityRefusal.STREAM_ENDED);
        assertThat(care.robotWork()).isEqualTo(1);
        assertThat(care.failSilentStreams(10)).isEqualTo(1);
        assertThat(care.robotWork()).isZero();
        assertThat(status(message)).isEqualTo(DeliveryStatus.FAILED);
        assertThat(found("half")).containsExactly(message.value());
        assertThat(found("sentence"))
                .as("the last word, which no rule has seen whole")
                .isEmpty();
        assertThat(refusal(finish(message, true))).isEqualTo(CommunityRefusal.STREAM_ENDED);
        StreamOutcome.Streamed _ = streamed(finish(message, false));
    }

    @Test
    void endingWhatNoRobotSaysShowsNothing() {
        MessageId ordinary = ((PostMessage.Posted) waddle.post(CommunityFixture.OWNER, channel)).id();
        assertThat(refusal(finish(ordinary, true))).isEqualTo(CommunityRefusal.STREAM_ENDED);
    }

    @Test
    void whileItIsWrittenNobodyEditsItAndNothingEmptyIsDelivered() {
        MessageId message = begun();
        assertThat(refusal(finish(message, true))).isEqualTo(CommunityRefusal.STREAM_EMPTY);
        assertThat(waddle.submit(new EditMessage(worker, channel, message, "mine")))
                .isEqualTo(new ChangeOutcome.Refused(MessageRefusal.STILL_STREAMING));
        assertThat(refusal(append(message, 1, "x".repeat(4001)))).isEqualTo(CommunityRefusal.STREAM_TOO_LONG);
        StreamOutcome.Streamed _ = streamed(append(message, 1, "x".repeat(4000)));
        assertThat(refusal(append(message, 2, "x"))).isEqualTo(CommunityRefusal.STREAM_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void deletingItEndsItAndRestoringItBringsWhatThereWas(boolean filed) {
        MessageId message = written("a walrus");
        if (filed) {
            file();
        }
        assertThat(waddle.submit(new DeleteMessage(OWNER, channel, message))).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(unfinished()).isZero();
        assertThat(refusal(append(message, 2, " swims"))).isEqualTo(CommunityRefusal.NO_SUCH_MESSAGE);
        assertThat(found("walrus")).isEmpty();
        assertThat(waddle.submit(new RestoreMessage(OWNER, channel, message))).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(found("walrus")).containsExactly(message.value());
        assertThat(status(message)).isEqualTo(DeliveryStatus.FAILED);
        assertThat(refusal(append(message, 2, " swims"))).isEqualTo(CommunityRefusal.STREAM_ENDED);
        waddle.shard.catchUpIndex();
        assertThat(found("walrus")).containsExactly(message.value());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void erasingItLeavesNothing(boolean filed) {
        MessageId message = written("a secret walrus");
        if (filed) {
            file();
        }
        assertThat(waddle.submit(new EraseMessage(OWNER, channel, message))).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(unfinished()).isZero();
        assertThat(refusal(finish(message, true))).isEqualTo(CommunityRefusal.NO_SUCH_MESSAGE);
        long recorded = waddle.inFile(session ->
                session.number("SELECT count(*) FROM commits WHERE CAST(body AS TEXT) LIKE '%secret walrus%'"));
        assertThat(recorded).isZero();
        assertThat(waddle.shard.engine().check(List.of("messages_fts")).findings())
                .isEmpty();
    }

    @Test
    void aStreamAnswersTheQuestionItWasBegunFor() {
        MessageId asked = ShardFixture.posted(waddle.shard, channel, "why?");
        waddle.done(new AskRobot(OWNER, channel, robot.id(), asked, null, null));
        RobotInteraction taken = Objects.requireNonNull(
                waddle.done(new LeaseInteraction(worker, robot.id(), 10)).interaction());
        long lease = Objects.requireNonNull(taken.lease());
        BeginStream begin = new BeginStream(worker, channel, robot.id(), taken.id(), lease, null, true, true);
        BeginStream wrong = new BeginStream(worker, channel, robot.id(), taken.id(), lease + 1, null, true, true);
        assertThat(refusal(waddle.submit(wrong))).isEqualTo(CommunityRefusal.LEASE_LOST);
        MessageId message = streamed(waddle.submit(begin)).message();
        assertThat(status(message)).isEqualTo(DeliveryStatus.BATCH_DELAY);
        assertThat(refusal(waddle.submit(begin))).isEqualTo(CommunityRefusal.ILLEGAL_TRANSITION);
        assertThat(waddle.refusal(new AnswerInteraction(worker, taken.id(), lease, "at once", null, true)))
                .isEqualTo(CommunityRefusal.ILLEGAL_TRANSITION);
        waddle.shards.clock.advance(Duration.ofSeconds(50));
        waddle.unchanged(new LeaseInteraction(worker, robot.id(), 10));
        StreamOutcome.Streamed _ = streamed(append(message, 1, "because"));
        StreamOutcome.Streamed _ = streamed(finish(message, true));
        RobotInteraction done = waddle.shard.read(
                reader -> reader.robots().interaction(taken.id()).orElseThrow());
        assertThat(done.status()).isEqualTo(InteractionStatus.COMPLETED);
        assertThat(done.reply()).isEqualTo(message);
    }

    @Test
    void aRobotThatStopsFailsTheQuestion() {
        MessageId asked = ShardFixture.posted(waddle.shard, channel, "why?");
        waddle.done(new AskRobot(OWNER, channel, robot.id(), asked, null, null));
        RobotInteraction taken = Objects.requireNonNull(
                waddle.done(new LeaseInteraction(worker, robot.id(), 10)).interaction());
        MessageId message = streamed(waddle.submit(
                        new BeginStream(worker, channel, robot.id(), taken.id(), taken.lease(), null, false, true)))
                .message();
        StreamOutcome.Streamed _ = streamed(finish(message, false));
        RobotInteraction failed = waddle.shard.read(
                reader -> reader.robots().interaction(taken.id()).orElseThrow());
        assertThat(failed.status()).isEqualTo(InteractionStatus.FAILED);
    }

    @Test
    void rulesLookAtCompleteWordsAndAtAllOfItInTheEnd() {
        waddle.done(new CreateAutomodRule(
                OWNER, "words", AutomodKind.KEYWORDS, List.of("her"), null, AutomodAction.BLOCK, null, true));
        MessageId good = written("red her", "ring");
        StreamOutcome.Streamed _ = streamed(finish(good, true));
        assertThat(status(good)).isEqualTo(DeliveryStatus.DELIVERED);
        MessageId bad = written("ask her");
        assertThat(refusal(append(bad, 2, " again"))).isEqualTo(CommunityRefusal.BLOCKED_BY_RULE);
        StreamOutcome.Streamed _ = streamed(finish(bad, true));
        assertThat(status(bad)).isEqualTo(DeliveryStatus.FAILED);
        assertThat(shown()).endsWith("ask ");
    }

    @Test
    void onlyWhoWorksForTheRobotWritesAndOnlyWhereOneMay() {
        UserId other = waddle.holding(21, Permission.ANSWER_AS_ROBOT);
        UserId member = waddle.joined();
        assertThat(refusal(waddle.submit(new BeginStream(other, channel, robot.id(), null, null, null, false, true))))
                .isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(refusal(waddle.submit(new BeginStream(member, channel, robot.id(), null, null, null, false, true))))
                .isEqualTo(CommunityRefusal.NOT_ALLOWED);
        MessageId message = written("x");
        assertThat(refusal(waddle.submit(new AppendToStream(other, channel, message, 2, "y"))))
                .isEqualTo(CommunityRefusal.NOT_ALLOWED);
        MessageId ordinary = ShardFixture.posted(waddle.shard, channel, "hello");
        assertThat(refusal(append(ordinary, 1, "y"))).isEqualTo(CommunityRefusal.STREAM_ENDED);
        assertThat(refusal(append(new MessageId(1), 1, "y"))).isEqualTo(CommunityRefusal.NO_SUCH_MESSAGE);
        waddle.done(new UpdateChannel(OWNER, channel, null, null, null, null, null, null, true, null, null, null));
        assertThat(refusal(append(message, 2, "y"))).isEqualTo(CommunityRefusal.CHANNEL_ARCHIVED);
        assertThat(refusal(waddle.submit(new BeginStream(worker, channel, robot.id(), null, null, null, false, true))))
                .isEqualTo(CommunityRefusal.CHANNEL_ARCHIVED);
    }
}
