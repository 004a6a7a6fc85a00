package chat.waddle.server.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Something that somebody tries. Its numbers pick from whatever there is when it is done, so that any part of a list
/// of deeds can be done by itself.
///
/// @param actor who
record Deed(Kind kind, int actor, int a, int b, int c) {
    private static final int NUMBERS = 60;

    enum Kind {
        POST(12),
        POST_WITH_KEY(3),
        REPLY(2),
        EDIT(5),
        DELETE(4),
        RESTORE(3),
        ERASE(2),
        BULK_DELETE(1),
        REACT(5),
        TAKE_REACTION(3),
        PIN(4),
        UNPIN(2),
        READ(4),
        START_THREAD(2),
        POST_IN_THREAD(5),
        LOCK_THREAD(1),
        JOIN(3),
        LEAVE(1),
        KICK(1),
        BAN(1),
        UNBAN(1),
        TIME_OUT(1),
        END_TIME_OUT(1),
        GRANT(2),
        REVOKE(1),
        OVERWRITE(3),
        CLEAR_OVERWRITE(1),
        ARCHIVE_CHANNEL(1),
        REOPEN_CHANNEL(2);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    static List<Deed> random(long seed, int count) {
        Random random = new Random(seed);
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < kind.weight; i++) {
                kinds.add(kind);
            }
        }
        List<Deed> deeds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            deeds.add(new Deed(
                    kinds.get(random.nextInt(kinds.size())),
                    random.nextInt(3) == 0 ? Community.OWNER : random.nextInt(Community.PEOPLE),
                    random.nextInt(NUMBERS),
                    random.nextInt(NUMBERS),
                    random.nextInt(NUMBERS)));
        }
        return deeds;
    }
}
