package chat.waddle.desk;

import static chat.waddle.community.CommunityFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.CommunityFixture;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.Permission;
import chat.waddle.ids.UserId;
import chat.waddle.participant.AddParticipant;
import chat.waddle.participant.ParticipantFlags;
import chat.waddle.participant.ParticipantRole;
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

/// More people want into a room than it has places, all at once.
class RoomRaceTest {
    private static final int ROUNDS = 200;

    @TempDir
    Path folder;

    @Test
    void theLastPlaceGoesToOne() throws Exception {
        try (CommunityFixture waddle = new CommunityFixture(folder);
                ExecutorService people = Executors.newFixedThreadPool(3)) {
            UserId one = waddle.holding(20, Permission.MANAGE_ROOMS);
            UserId other = waddle.holding(21, Permission.MANAGE_ROOMS);
            UserId member = waddle.joined();
            for (int round = 0; round < ROUNDS; round++) {
                SupportRoom room = waddle.done(new OpenRoom(OWNER, null, null, null, false, true, 2, null));
                Phaser start = new Phaser(3);
                List<Future<? extends CommunityOutcome<?>>> answers = List.of(
                        people.submit(() -> submit(waddle, start, new JoinRoom(one, room.id()))),
                        people.submit(() -> submit(waddle, start, new JoinRoom(other, room.id()))),
                        people.submit(() -> submit(
                                waddle,
                                start,
                                new AddParticipant(
                                        OWNER, room.id(), member, ParticipantRole.MEMBER, ParticipantFlags.USUAL))));
                List<CommunityRefusal> refused = new ArrayList<>();
                for (Future<? extends CommunityOutcome<?>> answer : answers) {
                    if (answer.get() instanceof CommunityOutcome.Refused<?>(CommunityRefusal why)) {
                        refused.add(why);
                    }
                }
                assertThat(refused).containsExactly(CommunityRefusal.ROOM_FULL, CommunityRefusal.ROOM_FULL);
            }
            long crowded = waddle.shard
                    .engine()
                    .run(
                            session -> session.number(
                                    "SELECT count(*) FROM (SELECT channel FROM participants GROUP BY channel HAVING count(*) <> 2)"));
            assertThat(crowded).isZero();
        }
    }

    private static <T> CommunityOutcome<T> submit(
            CommunityFixture waddle, Phaser start, Command<CommunityOutcome<T>> command) {
        start.arriveAndAwaitAdvance();
        return waddle.shard.submit(command, new Request(1, 1)).result();
    }
}
