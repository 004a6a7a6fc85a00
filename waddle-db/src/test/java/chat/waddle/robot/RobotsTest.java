package chat.waddle.robot;

import static chat.waddle.community.CommunityFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.automod.AutomodAction;
import chat.waddle.automod.AutomodKind;
import chat.waddle.automod.CreateAutomodRule;
import chat.waddle.channel.UpdateChannel;
import chat.waddle.community.AuditAction;
import chat.waddle.community.AuditEntry;
import chat.waddle.community.CommunityFixture;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.Permission;
import chat.waddle.community.Plans;
import chat.waddle.community.SetTimeout;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.RobotId;
import chat.waddle.ids.RobotInteractionId;
import chat.waddle.ids.UserId;
import chat.waddle.message.DeleteMessage;
import chat.waddle.message.EraseMessage;
import chat.waddle.message.History;
import chat.waddle.message.MessageRows;
import chat.waddle.search.SearchQueryParser;
import chat.waddle.search.SearchScope;
import chat.waddle.shard.ShardCare;
import chat.waddle.shard.ShardFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RobotsTest {
    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private ChannelId channel;
    private UserId member;
    private UserId worker;
    private Robot robot;

    @BeforeEach
    void open() {
        waddle = new CommunityFixture(folder);
        channel = waddle.channel("talk");
        member = waddle.joined();
        worker = waddle.holding(20, Permission.ANSWER_AS_ROBOT);
        robot = waddle.done(new CreateRobot(OWNER, "Helper", "knows things", worker));
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private MessageId posted(String text) {
        return ShardFixture.posted(waddle.shard, channel, text);
    }

    private RobotInteraction asked() {
        return waddle.done(new AskRobot(member, channel, robot.id(), posted("why?"), "{\"a\":1}", null));
    }

    private @Nullable RobotInteraction leased() {
        return waddle.done(new LeaseInteraction(worker, robot.id(), 60)).interaction();
    }

    private static long lease(RobotInteraction taken) {
        return Objects.requireNonNull(taken.lease());
    }

    private RobotInteraction taken() {
        RobotInteraction _ = asked();
        return Objects.requireNonNull(leased());
    }

    private RobotInteraction now(RobotInteractionId id) {
        return waddle.shard.read(reader -> reader.robots().interaction(id).orElseThrow());
    }

    private AnswerInteraction answer(RobotInteraction taken, String text) {
        return new AnswerInteraction(worker, taken.id(), lease(taken), text, "{\"r\":1}", true);
    }

    @Test
    void robotsAreRegisteredByWhoManagesThemUnderNamesOfTheirOwn() {
        assertThat(waddle.refusal(new CreateRobot(member, "Mine", null, null))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(waddle.refusal(new CreateRobot(OWNER, "hELPER", null, null)))
                .isEqualTo(CommunityRefusal.ROBOT_NAME_TAKEN);
        assertThat(waddle.refusal(new CreateRobot(OWNER, "Other", null, waddle.stranger())))
                .isEqualTo(CommunityRefusal.NO_SUCH_MEMBER);
        assertThat(waddle.invalid(new CreateRobot(OWNER, " ", null, null))).isEqualTo("name");
        assertThat(waddle.invalid(new CreateRobot(OWNER, "x", "y".repeat(513), null)))
                .isEqualTo("description");
        for (int made = 1; made < Robot.ROBOT_LIMIT; made++) {
            waddle.done(new CreateRobot(OWNER, "robot " + made, null, null));
        }
        assertThat(waddle.refusal(new CreateRobot(OWNER, "one more", null, null)))
                .isEqualTo(CommunityRefusal.ROBOT_LIMIT_REACHED);
        waddle.done(new DeleteRobot(OWNER, robot.id()));
        assertThat(waddle.done(new CreateRobot(OWNER, "Helper", null, null)).owner())
                .isEqualTo(OWNER);
        assertThat(waddle.refusal(new DeleteRobot(OWNER, robot.id()))).isEqualTo(CommunityRefusal.NO_SUCH_ROBOT);
        List<AuditEntry> log = waddle.shard.read(reader -> reader.auditLog()
                .page(null, AuditAction.ROBOT_DELETE, Long.MAX_VALUE, 10)
                .items());
        assertThat(log)
                .extracting(AuditEntry::resourceId)
                .containsExactly(robot.id().value());
    }

    @Test
    void aQuestionIsTakenAndAnsweredInTheChannel() {
        RobotInteraction asked = asked();
        assertThat(asked.status()).isEqualTo(InteractionStatus.PENDING);
        assertThat(asked.askedBy()).isEqualTo(member);
        assertThat(asked.request()).isEqualTo("{\"a\":1}");
        waddle.unchanged(new AskRobot(member, channel, robot.id(), asked.message(), null, null));
        RobotInteraction taken = Objects.requireNonNull(leased());
        assertThat(taken.id()).isEqualTo(asked.id());
        assertThat(taken.leasedUntil()).isEqualTo(waddle.shards.clock.instant().plusSeconds(60));
        waddle.unchanged(new LeaseInteraction(worker, robot.id(), 60));
        RobotInteraction done = waddle.done(answer(taken, "because of penguins"));
        assertThat(done.status()).isEqualTo(InteractionStatus.COMPLETED);
        assertThat(done.response()).isEqualTo("{\"r\":1}");
        assertThat(done.completedAt()).isEqualTo(waddle.shards.clock.instant());
        assertThat(newest()).endsWith("because of penguins");
        assertThat(found("penguins"))
                .containsExactly(Objects.requireNonNull(done.reply()).value());
        waddle.unchanged(answer(taken, "once more"));
        assertThat(newest()).endsWith("because of penguins");
    }

    private String newest() {
        int num = Objects.requireNonNull(waddle.shard.channels().byId(channel)).num();
        return new String(waddle.shard.newest(num, 1).rows().getFirst(), StandardCharsets.UTF_8);
    }

    private List<Long> found(String words) {
        return waddle.shard.read(reader -> reader
                .search()
                .newest(
                        SearchQueryParser.parse(words),
                        new SearchScope(null, null, List.of(), null),
                        Long.MAX_VALUE,
                        10)
                .hits()
                .stream()
                .map(hit -> hit.id())
                .toList());
    }

    @Test
    void onlyWhatOneMayReadIsAsked() {
        MessageId message = posted("hello");
        UserId stranger = waddle.stranger();
        assertThat(waddle.refusal(new AskRobot(stranger, channel, robot.id(), message, null, null)))
                .isEqualTo(CommunityRefusal.NOT_A_MEMBER);
        assertThat(waddle.refusal(new AskRobot(member, new ChannelId(1), robot.id(), message, null, null)))
                .isEqualTo(CommunityRefusal.NO_SUCH_CHANNEL);
        assertThat(waddle.refusal(new AskRobot(member, channel, new RobotId(1), message, null, null)))
                .isEqualTo(CommunityRefusal.NO_SUCH_ROBOT);
        assertThat(waddle.refusal(new AskRobot(member, channel, robot.id(), new MessageId(1), null, null)))
                .isEqualTo(CommunityRefusal.NO_SUCH_MESSAGE);
        waddle.submit(new DeleteMessage(OWNER, channel, message));
        assertThat(waddle.refusal(new AskRobot(member, channel, robot.id(), message, null, null)))
                .isEqualTo(CommunityRefusal.NO_SUCH_MESSAGE);
        waddle.done(new SetTimeout(OWNER, member, waddle.shards.clock.millis() + 1000, null));
        assertThat(waddle.refusal(new AskRobot(member, channel, robot.id(), posted("x"), null, null)))
                .isEqualTo(CommunityRefusal.IN_TIMEOUT);
    }

    @Test
    void onlyWhoWorksForTheRobotTakesItsQuestions() {
        RobotInteraction asked = asked();
        UserId other = waddle.holding(21, Permission.ANSWER_AS_ROBOT);
        assertThat(waddle.refusal(new LeaseInteraction(other, robot.id(), 60))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(waddle.refusal(new LeaseInteraction(member, robot.id(), 60)))
                .isEqualTo(CommunityRefusal.NOT_ALLOWED);
        RobotInteraction taken = Objects.requireNonNull(leased());
        assertThat(waddle.refusal(new AnswerInteraction(other, taken.id(), lease(taken), "x", null, true)))
                .isEqualTo(CommunityRefusal.NO_SUCH_INTERACTION);
        assertThat(waddle.refusal(new AnswerInteraction(member, taken.id(), lease(taken), "x", null, true)))
                .as("who asked may see it, but not answer")
                .isEqualTo(CommunityRefusal.NOT_ALLOWED);
        waddle.done(new AnswerInteraction(OWNER, asked.id(), lease(taken), "by a manager", null, true));
    }

    @Test
    void whereOneMayNotAnswerThereAreNoQuestions() {
        UserId helper = waddle.joined();
        Robot silent = waddle.done(new CreateRobot(OWNER, "silent", null, helper));
        waddle.done(new AskRobot(member, channel, silent.id(), posted("hm?"), null, null));
        waddle.unchanged(new LeaseInteraction(helper, silent.id(), 60));
        RobotInteraction taken = Objects.requireNonNull(
                waddle.done(new LeaseInteraction(OWNER, silent.id(), 60)).interaction());
        assertThat(waddle.refusal(new AnswerInteraction(helper, taken.id(), lease(taken), "x", null, true)))
                .isEqualTo(CommunityRefusal.NOT_ALLOWED);
    }

    @Test
    void whoseLeaseHasEndedCannotAnswerForWhoHoldsItNow() {
        RobotInteraction first = taken();
        waddle.shards.clock.advance(Duration.ofSeconds(61));
        RobotInteraction second = Objects.requireNonNull(leased());
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(waddle.refusal(answer(first, "late"))).isEqualTo(CommunityRefusal.LEASE_LOST);
        assertThat(waddle.refusal(new RenewLease(worker, first.id(), lease(first), 60, null)))
                .isEqualTo(CommunityRefusal.LEASE_LOST);
        assertThat(waddle.refusal(new FailInteraction(worker, first.id(), lease(first), "x")))
                .isEqualTo(CommunityRefusal.LEASE_LOST);
        waddle.done(answer(second, "in time"));
        assertThat(waddle.refusal(answer(first, "late"))).isEqualTo(CommunityRefusal.ILLEGAL_TRANSITION);
        assertThat(waddle.refusal(new FailInteraction(worker, first.id(), lease(second), "x")))
                .isEqualTo(CommunityRefusal.ILLEGAL_TRANSITION);
    }

    @Test
    void aLeaseThatIsRenewedHolds() {
        RobotInteraction taken = taken();
        waddle.shards.clock.advance(Duration.ofSeconds(50));
        RobotInteraction renewed = waddle.done(new RenewLease(worker, taken.id(), lease(taken), 60, "{\"seen\":2}"));
        assertThat(renewed.observation()).isEqualTo("{\"seen\":2}");
        waddle.shards.clock.advance(Duration.ofSeconds(50));
        waddle.unchanged(new LeaseInteraction(worker, robot.id(), 60));
        waddle.done(answer(taken, "at last"));
    }

    @Test
    void afterThreeLeasesWithoutAWordThereIsNoAnswer() {
        RobotInteraction asked = asked();
        ShardCare care = new ShardCare(waddle.shard);
        for (int tried = 1; tried <= RobotInteraction.TRIES_LIMIT; tried++) {
            assertThat(Objects.requireNonNull(leased()).tries()).isEqualTo(tried);
            assertThat(care.expireInteractions(10)).isZero();
            waddle.shards.clock.advance(Duration.ofSeconds(61));
            if (tried == 1) {
                assertThat(care.expireInteractions(10)).isEqualTo(1);
                assertThat(now(asked.id()).status()).isEqualTo(InteractionStatus.PENDING);
            }
        }
        waddle.unchanged(new LeaseInteraction(worker, robot.id(), 60));
        assertThat(care.expireInteractions(10)).isEqualTo(1);
        assertThat(now(asked.id()).status()).isEqualTo(InteractionStatus.FAILED);
        assertThat(now(asked.id()).error()).contains("3 times");
    }

    @Test
    void whatNobodyTakesForADayFails() {
        RobotInteraction asked = asked();
        ShardCare care = new ShardCare(waddle.shard);
        waddle.shards.clock.advance(Duration.ofHours(23));
        assertThat(care.expireInteractions(10)).isZero();
        waddle.shards.clock.advance(Duration.ofHours(2));
        assertThat(care.expireInteractions(10)).isEqualTo(1);
        assertThat(now(asked.id()).status()).isEqualTo(InteractionStatus.FAILED);
    }

    @Test
    void aRobotThatIsRemovedAnswersNothingMore() {
        RobotInteraction asked = asked();
        waddle.done(new DeleteRobot(OWNER, robot.id()));
        assertThat(now(asked.id()).status()).isEqualTo(InteractionStatus.FAILED);
        assertThat(waddle.refusal(new LeaseInteraction(worker, robot.id(), 60)))
                .isEqualTo(CommunityRefusal.NO_SUCH_ROBOT);
    }

    @Test
    void robotsKeepToTheRulesOfTheChannel() {
        RobotInteraction taken = taken();
        waddle.done(new CreateAutomodRule(
                OWNER, "words", AutomodKind.KEYWORDS, List.of("herring"), null, AutomodAction.BLOCK, null, true));
        assertThat(waddle.refusal(answer(taken, "red herring"))).isEqualTo(CommunityRefusal.BLOCKED_BY_RULE);
        waddle.done(new UpdateChannel(OWNER, channel, null, null, null, null, null, null, true, null, null, null));
        assertThat(waddle.refusal(answer(taken, "fish"))).isEqualTo(CommunityRefusal.CHANNEL_ARCHIVED);
        waddle.done(new UpdateChannel(OWNER, channel, null, null, null, null, null, null, false, null, null, null));
        waddle.submit(new DeleteMessage(OWNER, channel, taken.message()));
        assertThat(waddle.refusal(answer(taken, "fish"))).isEqualTo(CommunityRefusal.NO_SUCH_MESSAGE);
    }

    @Test
    void aFullQueueTakesNoMore() {
        MessageId message = posted("first");
        waddle.done(new AskRobot(member, channel, robot.id(), message, null, null));
        String fill = "INSERT INTO robot_interactions (id, robot, channel, message_id, asked_by)"
                + " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 999)"
                + " SELECT i, robot, channel, message_id - i, asked_by FROM n, robot_interactions WHERE id > 1000";
        boolean _ = waddle.shard.engine().run(session -> session.kept(fill).executeUpdate() > 0);
        assertThat(waddle.refusal(new AskRobot(member, channel, robot.id(), posted("one more"), null, null)))
                .isEqualTo(CommunityRefusal.ROBOT_QUEUE_FULL);
    }

    @Test
    void erasingWhatWasAskedAndAnsweredErasesItEverywhere() {
        RobotInteraction done = waddle.done(answer(taken(), "secret words"));
        MessageId reply = Objects.requireNonNull(done.reply());
        waddle.submit(new EraseMessage(OWNER, channel, reply));
        assertThat(now(done.id()).response()).isNull();
        waddle.submit(new EraseMessage(OWNER, channel, done.message()));
        boolean gone = waddle.shard
                .read(reader -> reader.robots().interaction(done.id()))
                .isEmpty();
        assertThat(gone).isTrue();
        long recorded = waddle.inFile(session -> session.number("SELECT count(*) FROM commits"
                + " WHERE CAST(body AS TEXT) LIKE '%secret words%' OR CAST(body AS TEXT) LIKE '%\"a\\\":1%'"));
        assertThat(recorded).isZero();
    }

    @Test
    void theMessageTellsWhoseAnswerItIs() {
        RobotInteraction done = waddle.done(answer(taken(), "yes"));
        long reply = Objects.requireNonNull(done.reply()).value();
        waddle.shard.catchUpIndex();
        String row = waddle.inFile(session -> session.handle()
                .select(
                        "SELECT robot_id || ' ' || robot_response_to || ' ' || delivery_status || ' ' || content_type"
                                + " FROM messages WHERE id = ?",
                        reply)
                .mapTo(String.class)
                .one());
        assertThat(row).isEqualTo(robot.id() + " " + done.message() + " 2 4");
        MessageRows.Encoded one = waddle.shard
                .read(reader -> {
                    History history = reader.history();
                    return history.one(reply);
                })
                .orElseThrow();
        assertThat(new String(one.bytes(), StandardCharsets.UTF_8)).contains("" + worker.value());
    }

    @Test
    void theQueueRunsAlongItsIndex() {
        assertThat(Plans.of(waddle.shard, InteractionSql.class, "next"))
                .contains("USING INDEX robot_interactions_by_status (robot=? AND status=?");
        assertThat(Plans.of(waddle.shard, InteractionSql.class, "lapsed"))
                .contains("INDEX robot_interactions_leased")
                .doesNotContain("TEMP B-TREE");
        assertThat(Plans.of(waddle.shard, InteractionSql.class, "forgotten"))
                .contains("INDEX robot_interactions_waiting")
                .doesNotContain("TEMP B-TREE");
    }
}
