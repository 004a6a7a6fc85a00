package chat.waddle.robot;

import static chat.waddle.community.CommunityFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.CommunityFixture;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.shard.ShardFixture;
import chat.waddle.sqlite.command.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several workers at the same question, all at once.
class AnswerRaceTest {
    private static final int ROUNDS = 200;

    @TempDir
    Path folder;

    @Test
    void aQuestionIsTakenByOneAndAnsweredOnce() throws Exception {
        try (CommunityFixture waddle = new CommunityFixture(folder);
                ExecutorService workers = Executors.newFixedThreadPool(3)) {
            ChannelId talk = waddle.channel("talk");
            Robot robot = waddle.done(new CreateRobot(OWNER, "helper", null, null));
            int unchanged = 0;
            int lost = 0;
            for (int round = 0; round < ROUNDS; round++) {
                MessageId message = ShardFixture.posted(waddle.shard, talk, "question " + round);
                waddle.done(new AskRobot(OWNER, talk, robot.id(), message, null, null));
                RobotInteraction first = one(together(workers, 2, () -> lease(waddle, robot)));
                waddle.shards.clock.advance(Duration.ofSeconds(61));
                RobotInteraction second = one(together(workers, 2, () -> lease(waddle, robot)));
                long early = Objects.requireNonNull(first.lease());
                long late = Objects.requireNonNull(second.lease());
                Phaser start = new Phaser(3);
                List<Future<CommunityOutcome<RobotInteraction>>> answers = new ArrayList<>();
                for (long lease : new long[] {early, late, late}) {
                    answers.add(workers.submit(() -> {
                        start.arriveAndAwaitAdvance();
                        return answer(waddle, second, lease);
                    }));
                }
                for (Future<CommunityOutcome<RobotInteraction>> answer : answers) {
                    switch (answer.get()) {
                        case CommunityOutcome.Unchanged<RobotInteraction> _ -> unchanged++;
                        case CommunityOutcome.Refused<RobotInteraction>(CommunityRefusal why) -> {
                            assertThat(why).isIn(CommunityRefusal.LEASE_LOST, CommunityRefusal.ILLEGAL_TRANSITION);
                            lost++;
                        }
                        default -> {}
                    }
                }
            }
            assertThat(unchanged).isEqualTo(ROUNDS);
            assertThat(lost).isEqualTo(ROUNDS);
            assertThat(number(waddle, "SELECT count(*) FROM robot_interactions WHERE status = 'completed'"))
                    .isEqualTo(ROUNDS);
            assertThat(number(waddle, replies("messages") + " + " + replies("arrivals")))
                    .isEqualTo(ROUNDS);
        }
    }

    private static String replies(String table) {
        String select = "(SELECT count(*) FROM " + table + " WHERE robot_response_to IS NOT NULL)";
        return table.equals("messages") ? "SELECT " + select : select;
    }

    private static CommunityOutcome<LeaseInteraction.Taken> lease(CommunityFixture waddle, Robot robot) {
        return waddle.shard
                .submit(new LeaseInteraction(OWNER, robot.id(), 60), new Request(1, 1))
                .result();
    }

    private static CommunityOutcome<RobotInteraction> answer(
            CommunityFixture waddle, RobotInteraction taken, long lease) {
        AnswerInteraction command = new AnswerInteraction(OWNER, taken.id(), lease, "an answer", null, true);
        return waddle.shard.submit(command, new Request(1, 1)).result();
    }

    /// The question, which exactly one got.
    private static RobotInteraction one(List<CommunityOutcome<LeaseInteraction.Taken>> outcomes) {
        List<RobotInteraction> taken = new ArrayList<>();
        for (CommunityOutcome<LeaseInteraction.Taken> outcome : outcomes) {
            if (outcome instanceof CommunityOutcome.Done<LeaseInteraction.Taken> done) {
                taken.add(Objects.requireNonNull(done.value().interaction()));
            }
        }
        assertThat(taken).hasSize(1);
        return taken.getFirst();
    }

    private static <T> List<T> together(ExecutorService workers, int count, Callable<T> work) throws Exception {
        Phaser start = new Phaser(count);
        List<Future<T>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(workers.submit(() -> {
                start.arriveAndAwaitAdvance();
                return work.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> answer : answers) {
            results.add(answer.get());
        }
        return results;
    }

    private static long number(CommunityFixture waddle, String sql) {
        return waddle.shard.engine().run(session -> session.number(sql));
    }
}
