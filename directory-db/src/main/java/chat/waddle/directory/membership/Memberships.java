package chat.waddle.directory.membership;

import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.sqlite.command.CommandTypes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A mirror of who belongs to which community. The shards are the truth; they tell the mirror with the sequence of
/// their change, so that late and repeated news do no harm. Thread-safe.
public final class Memberships {
    /// Members that may be told of at once.
    public static final int BATCH_LIMIT = 1000;

    private static final int PAGE_LIMIT = 100;
    private static final String MIRRORED_SEQ = "SELECT members_seq FROM waddles WHERE id = ?";

    private final DirectoryStore store;

    public Memberships(DirectoryStore store) {
        this.store = store;
    }

    public static void register(CommandTypes.Builder types) {
        types.add(36, "mirror_members", MirrorMembers.class);
        types.add(37, "reconcile_members", ReconcileMembers.class);
    }

    /// Tells that a member came or changed.
    ///
    /// @param shardSeq the shard's sequence of that change
    public void put(WaddleId waddle, MirroredMember member, long shardSeq, Origin origin) {
        putAll(waddle, List.of(member), shardSeq, origin);
    }

    /// Tells of up to [#BATCH_LIMIT] members at once, as an import does.
    public void putAll(WaddleId waddle, List<MirroredMember> members, long shardSeq, Origin origin) {
        requireBatch(members.size());
        store.commit(new MirrorMembers(waddle, shardSeq, List.copyOf(members), List.of()), origin);
    }

    /// Tells that a member left or was removed.
    public void remove(WaddleId waddle, UserId user, long shardSeq, Origin origin) {
        store.commit(new MirrorMembers(waddle, shardSeq, List.of(), List.of(user)), origin);
    }

    /// Makes one range of the mirror equal to the shard's list, so that whatever got lost is there again.
    ///
    /// @param from accounts after this one, or null for the first range
    /// @param to up to this one, or null for the last range
    /// @param members the shard's members of this range, at most [#BATCH_LIMIT]
    /// @param shardSeq the shard's sequence when it was asked for the list
    public void reconcile(
            WaddleId waddle,
            @Nullable UserId from,
            @Nullable UserId to,
            List<MirroredMember> members,
            long shardSeq,
            Origin origin) {
        requireBatch(members.size());
        ReconcileMembers change = new ReconcileMembers(
                waddle,
                shardSeq,
                from == null ? Long.MIN_VALUE : from.value(),
                to == null ? Long.MAX_VALUE : to.value(),
                List.copyOf(members));
        store.commit(change, origin);
    }

    private static void requireBatch(int size) {
        if (size > BATCH_LIMIT) {
            throw new IllegalArgumentException("at most " + BATCH_LIMIT + " members at once, got " + size);
        }
    }

    /// The newest shard sequence the mirror of a community has heard of.
    public OptionalLong mirroredSeq(WaddleId waddle) {
        return store.read(session -> {
            var select = session.kept(MIRRORED_SEQ); // asked for every shard that is opened
            select.setLong(1, waddle.value());
            try (var row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        });
    }

    /// A membership as the mirror has it; ask the shard where it matters.
    public Optional<Membership> find(WaddleId waddle, UserId user) {
        return store.read(session -> session.sql(MembershipSql.class).find(waddle, user));
    }

    /// The communities an account belongs to, last joined first, without deleted ones.
    ///
    /// @param after the last entry of the page before, or null
    public List<Membership> ofMember(UserId user, @Nullable MembershipCursor after, int limit) {
        MembershipCursor from =
                after == null ? new MembershipCursor(Instant.ofEpochMilli(Long.MAX_VALUE), new WaddleId(0)) : after;
        return store.read(session -> session.sql(MembershipSql.class)
                .ofMember(
                        user, from.joinedAt().toEpochMilli(), from.waddle().value(), Math.clamp(limit, 1, PAGE_LIMIT)));
    }
}
