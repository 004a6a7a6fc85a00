package chat.waddle.community;

import chat.waddle.ids.UserId;
import chat.waddle.participant.Rooms;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Begins and ends stays by the member's own wish, and hands the waddle over.
public final class MembershipApplier {
    private final CommunityContext context;

    public MembershipApplier(CommunityContext context) {
        this.context = context;
    }

    public Applied<CommunityOutcome<Member>> join(WriteSession transaction, Stamp stamp, JoinMember command)
            throws SQLException {
        MemberSql members = transaction.sql(MemberSql.class);
        if (context.view().access(transaction, command.user()) != null) {
            return Answer.unchanged(members.find(command.user()).orElseThrow());
        }
        if (members.isErased(command.user())) {
            return Answer.refused(CommunityRefusal.BANNED);
        }
        BanSql bans = transaction.sql(BanSql.class);
        Instant now = Instant.ofEpochMilli(stamp.timeMillis());
        if (bans.find(command.user()).filter(ban -> ban.holdsAt(now)).isPresent()) {
            return Answer.refused(CommunityRefusal.BANNED);
        }
        bans.remove(command.user());
        begin(transaction, stamp, command.user());
        Member joined = members.find(command.user()).orElseThrow();
        boolean given = members.dropAllowances(joined.num()) > 0;
        Runnable channels = given ? context.changes().channels(transaction) : () -> {};
        Runnable access = context.changes().accessOf(command.user());
        return Answer.done(joined, 0, command.user().value()).then(() -> {
            channels.run();
            access.run();
        });
    }

    /// True for an account whose traces were taken out of this file: it never comes back.
    public static boolean isErased(WriteSession transaction, UserId user) {
        return transaction.sql(MemberSql.class).isErased(user);
    }

    /// Begins a stay, for who has been let in; ask [#isErased] before the first write.
    public static void begin(WriteSession transaction, Stamp stamp, UserId user) {
        MemberSql members = transaction.sql(MemberSql.class);
        members.activate(user, stamp.timeMillis());
        members.openStay(user, stamp.timeMillis());
        members.membershipChanged(stamp.seq(), 1);
    }

    public Applied<CommunityOutcome<Member>> leave(WriteSession transaction, Stamp stamp, LeaveMember command)
            throws SQLException {
        Access leaving = context.view().access(transaction, command.user());
        if (leaving == null) {
            return Answer.refused(CommunityRefusal.NOT_A_MEMBER);
        }
        if (leaving.owner()) {
            return Answer.refused(CommunityRefusal.OWNER_MUST_TRANSFER);
        }
        boolean rooms = end(transaction, stamp, leaving.member(), MemberState.LEFT);
        Member left = transaction.sql(MemberSql.class).find(command.user()).orElseThrow();
        Runnable access = context.changes().accessOf(command.user());
        return Answer.done(left, 0, command.user().value()).then(ended(context, transaction, rooms, access));
    }

    /// What is to be done in the readers' view when stays have ended.
    ///
    /// @param rooms whether rooms have other owners now
    static Runnable ended(CommunityContext context, WriteSession transaction, boolean rooms, Runnable access)
            throws SQLException {
        Runnable channels = rooms ? context.changes().channels(transaction) : () -> {};
        return () -> {
            channels.run();
            access.run();
        };
    }

    /// Ends a stay; the roles end with it, so that nobody comes back as what they no longer are, and their rooms go to
    /// who stands next.
    ///
    /// @return whether they owned any
    static boolean end(WriteSession transaction, Stamp stamp, int member, MemberState how) {
        MemberSql members = transaction.sql(MemberSql.class);
        List<Integer> rooms = Rooms.ownedBy(transaction, member);
        members.deactivate(member, how.code(), stamp.timeMillis());
        members.closeStay(member, how.code(), stamp.timeMillis());
        members.dropRoles(member);
        members.membershipChanged(stamp.seq(), -1);
        for (int room : rooms) {
            Rooms.handOn(transaction, room, member);
        }
        return !rooms.isEmpty();
    }

    public Applied<CommunityOutcome<Member>> transfer(WriteSession transaction, Stamp stamp, TransferOwnership command)
            throws SQLException {
        Access owner = context.view().access(transaction, command.owner());
        if (owner == null) {
            return Answer.refused(CommunityRefusal.NOT_A_MEMBER);
        }
        if (!owner.owner()) {
            return Answer.refused(CommunityRefusal.NOT_THE_OWNER);
        }
        MemberSql members = transaction.sql(MemberSql.class);
        if (command.to().equals(command.owner())) {
            return Answer.unchanged(members.find(command.owner()).orElseThrow());
        }
        Access next = context.view().access(transaction, command.to());
        if (next == null) {
            return Answer.refused(CommunityRefusal.NO_SUCH_MEMBER);
        }
        members.owner(next.member());
        members.fileOwner(command.to());
        members.membershipChanged(stamp.seq(), 0);
        transaction.sql(RoleSql.class).moveOwnerRole(next.member(), command.owner(), stamp.timeMillis());
        AuditTrail.write(
                transaction,
                stamp,
                command.owner(),
                AuditAction.WADDLE_TRANSFER,
                command.to().value(),
                null,
                new AuditChanges().add("owner", command.owner(), command.to()));
        Member now = members.find(command.to()).orElseThrow();
        return Answer.done(now, 0, command.to().value()).then(context.changes().allAccesses());
    }
}
