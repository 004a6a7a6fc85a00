package chat.waddle.message;

import static chat.waddle.shard.ShardFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.CommunityFixture;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.shard.ShardFixture;
import chat.waddle.sqlite.command.Command;
import chat.waddle.sqlite.command.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reactions against deletions and erasures of the same messages, all at once.
class ReactionRaceTest {
    private static final int ROUNDS = 200;

    @TempDir
    Path folder;

    @Test
    void noReactionSurvivesOnAnErasedMessage() throws Exception {
        try (CommunityFixture waddle = new CommunityFixture(folder);
                ExecutorService people = Executors.newFixedThreadPool(4)) {
            ChannelId talk = waddle.channel("talk");
            UserId member = waddle.joined();
            int reacted = 0;
            int tooLate = 0;
            for (int round = 0; round < ROUNDS; round++) {
                MessageId message = ShardFixture.posted(waddle.shard, talk, "message " + round);
                if (round % 3 == 0) {
                    waddle.shard.catchUpIndex();
                }
                Phaser start = new Phaser(4);
                Command<ChangeOutcome> end = round % 2 == 0
                        ? new EraseMessage(OWNER, talk, message)
                        : new DeleteMessage(OWNER, talk, message);
                List<Future<ChangeOutcome>> answers = new ArrayList<>();
                for (Command<ChangeOutcome> command : List.of(
                        new AddReaction(OWNER, talk, message, "👍"),
                        end,
                        new AddReaction(member, talk, message, "👍"),
                        new RemoveReaction(member, talk, message, "👍"))) {
                    answers.add(people.submit(() -> {
                        start.arriveAndAwaitAdvance();
                        return waddle.shard.submit(command, new Request(1, 1)).result();
                    }));
                }
                for (Future<ChangeOutcome> answer : answers) {
                    switch (answer.get()) {
                        case ChangeOutcome.Done _ -> reacted++;
                        case ChangeOutcome.Refused(MessageRefusal why) -> {
                            assertThat(why).isEqualTo(MessageRefusal.NO_SUCH_MESSAGE);
                            tooLate++;
                        }
                    }
                }
            }
            assertThat(reacted + tooLate).isEqualTo(4 * ROUNDS);
            assertThat(reacted).isGreaterThan(ROUNDS);
            assertThat(number(
                            waddle,
                            "SELECT count(*) FROM reactions WHERE message_id NOT IN"
                                    + " (SELECT id FROM messages UNION SELECT id FROM arrivals)"))
                    .isZero();
            assertThat(number(
                            waddle,
                            "SELECT count(*) FROM reaction_counts WHERE message_id NOT IN"
                                    + " (SELECT message_id FROM reactions)"))
                    .isZero();
            assertThat(number(
                            waddle,
                            "SELECT count(*) FROM reaction_counts c WHERE members <> (SELECT count(*)"
                                    + " FROM reactions r WHERE r.message_id = c.message_id AND r.emoji = c.emoji)"))
                    .isZero();
        }
    }

    private static long number(CommunityFixture waddle, String sql) {
        return waddle.shard.engine().run(session -> session.number(sql));
    }
}
