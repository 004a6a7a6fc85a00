package chat.waddle.participant;

import chat.waddle.community.Access;
import chat.waddle.community.Answer;
import chat.waddle.community.CommunityContext;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.MembershipApplier;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Lets people into rooms, changes what they are there, and puts them out. How many may take part is asked here, where
/// nobody else can come between.
public final class ParticipantApplier {
    private final CommunityContext context;
    private final RoomDoor door;

    public ParticipantApplier(CommunityContext context) {
        this.context = context;
        this.door = new RoomDoor(context);
    }

    public Applied<CommunityOutcome<Participant>> add(WriteSession transaction, Stamp stamp, AddParticipant command)
            throws SQLException {
        return door.enter(
                transaction,
                stamp,
                command.actor(),
                command.room(),
                entered -> add(transaction, stamp, command, entered));
    }

    private Applied<CommunityOutcome<Participant>> add(
            WriteSession transaction, Stamp stamp, AddParticipant command, RoomDoor.Entered entered)
            throws SQLException {
        CommunityRefusal refusal = inviting(entered, stamp, command.role());
        if (refusal != null) {
            return Answer.refused(refusal);
        }
        boolean open = transaction.sql(RoomSql.class).holdsConversations();
        Access target = context.view().access(transaction, command.user());
        if (target == null && !open) {
            return Answer.refused(CommunityRefusal.NO_SUCH_MEMBER);
        }
        Participant present = target == null ? null : entered.room().participant(target);
        if (present != null) {
            return Answer.unchanged(present);
        }
        int channel = entered.channel().num();
        ParticipantSql sql = transaction.sql(ParticipantSql.class);
        if (sql.countPresent(channel) >= entered.room().maxParticipants()) {
            return Answer.refused(CommunityRefusal.ROOM_FULL);
        }
        if (open && target != null && sql.conversationsOf(target.member()) >= Rooms.CONVERSATIONS_OF_ONE) {
            return Answer.refused(CommunityRefusal.ROOM_LIMIT_REACHED);
        }
        int member = target == null ? enrolled(transaction, stamp, command.user()) : target.member();
        int actor = entered.actor().member();
        Rooms.join(transaction, channel, member, command.role(), command.flags(), actor, stamp.timeMillis());
        return changed(transaction, channel, member);
    }

    private static @Nullable CommunityRefusal inviting(RoomDoor.Entered entered, Stamp stamp, ParticipantRole role) {
        CommunityRefusal idle = RoomDoor.idle(entered, stamp);
        if (idle != null) {
            return idle;
        }
        Participant self = entered.room().participant(entered.actor());
        boolean invited = self != null && self.canInvite();
        if (!entered.standing().isAtLeast(ParticipantRole.ADMIN) && !invited) {
            return CommunityRefusal.NOT_ALLOWED;
        }
        if (entered.channel().isArchived()) {
            return CommunityRefusal.CHANNEL_ARCHIVED;
        }
        boolean same = role == entered.standing() && !role.outranks(ParticipantRole.MEMBER);
        return entered.standing().outranks(role) || same ? null : CommunityRefusal.ABOVE_ACTOR;
    }

    /// Makes somebody a member of this file.
    int enrolled(WriteSession transaction, Stamp stamp, UserId user) throws SQLException {
        MembershipApplier.begin(transaction, stamp, user);
        return Objects.requireNonNull(context.view().access(transaction, user)).member();
    }

    private Applied<CommunityOutcome<Participant>> changed(WriteSession transaction, int channel, int member)
            throws SQLException {
        Participant now =
                transaction.sql(ParticipantSql.class).find(channel, member).orElseThrow();
        return Answer.done(now, channel, now.user().value())
                .then(context.changes().room(transaction, channel));
    }

    public Applied<CommunityOutcome<Participant>> update(
            WriteSession transaction, Stamp stamp, UpdateParticipant command) throws SQLException {
        return door.enter(
                transaction,
                stamp,
                command.actor(),
                command.room(),
                entered -> update(transaction, stamp, command, entered));
    }

    private Applied<CommunityOutcome<Participant>> update(
            WriteSession transaction, Stamp stamp, UpdateParticipant command, RoomDoor.Entered entered)
            throws SQLException {
        Participant before = find(transaction, entered, command.user());
        CommunityRefusal refusal = refusal(entered, stamp, command.user(), before);
        if (refusal != null || before == null) {
            return Answer.refused(Objects.requireNonNullElse(refusal, CommunityRefusal.NO_SUCH_PARTICIPANT));
        }
        Participant after = patched(before, command);
        if (after.equals(before)) {
            return Answer.unchanged(before);
        }
        CommunityRefusal beyond = beyond(entered, before, after);
        if (beyond != null) {
            return Answer.refused(beyond);
        }
        int channel = entered.channel().num();
        ParticipantSql sql = transaction.sql(ParticipantSql.class);
        if (after.role() == ParticipantRole.OWNER) {
            sql.owner(channel).ifPresent(owner -> sql.role(channel, owner.member(), ParticipantRole.ADMIN.code()));
        }
        sql.update(
                channel,
                after.member(),
                after.role().code(),
                after.status().code(),
                after.canSend(),
                after.canInvite(),
                after.canSeeHistory());
        return changed(transaction, channel, after.member());
    }

    private static Participant patched(Participant before, UpdateParticipant patch) {
        return new Participant(
                before.member(),
                before.user(),
                Objects.requireNonNullElse(patch.role(), before.role()),
                Objects.requireNonNullElse(patch.status(), before.status()),
                Objects.requireNonNullElse(patch.canSend(), before.canSend()),
                Objects.requireNonNullElse(patch.canInvite(), before.canInvite()),
                Objects.requireNonNullElse(patch.canSeeHistory(), before.canSeeHistory()),
                before.joinedAt(),
                before.leftAt());
    }

    /// Why this change goes further than the one who asks may go, or null: moderators silence, admins do the rest, and
    /// the owner alone hands the room over.
    private static @Nullable CommunityRefusal beyond(RoomDoor.Entered entered, Participant before, Participant after) {
        if (!after.status().isPresent()) {
            return CommunityRefusal.NOT_ALLOWED;
        }
        if (after.role() == ParticipantRole.OWNER) {
            return entered.standing() == ParticipantRole.OWNER ? null : CommunityRefusal.NOT_THE_OWNER;
        }
        boolean more = before.role() != after.role()
                || before.canInvite() != after.canInvite()
                || before.canSeeHistory() != after.canSeeHistory();
        if (more && !entered.standing().isAtLeast(ParticipantRole.ADMIN)) {
            return CommunityRefusal.NOT_ALLOWED;
        }
        return entered.standing().outranks(after.role()) ? null : CommunityRefusal.ABOVE_ACTOR;
    }

    public Applied<CommunityOutcome<Participant>> remove(
            WriteSession transaction, Stamp stamp, RemoveParticipant command) throws SQLException {
        return door.enter(transaction, stamp, command.actor(), command.room(), entered -> {
            Participant target = find(transaction, entered, command.user());
            CommunityRefusal refusal = refusal(entered, stamp, command.user(), target);
            if (refusal != null || target == null) {
                return Answer.refused(Objects.requireNonNullElse(refusal, CommunityRefusal.NO_SUCH_PARTICIPANT));
            }
            int channel = entered.channel().num();
            Rooms.end(transaction, channel, target.member(), ParticipantStatus.REMOVED, stamp.timeMillis());
            return changed(transaction, channel, target.member());
        });
    }

    private @Nullable Participant find(WriteSession transaction, RoomDoor.Entered entered, UserId user)
            throws SQLException {
        Access target = context.view().access(transaction, user);
        return target == null ? null : entered.room().participant(target);
    }

    /// Why the one who asks may do nothing to that participant, or null.
    private static @Nullable CommunityRefusal refusal(
            RoomDoor.Entered entered, Stamp stamp, UserId user, @Nullable Participant target) {
        CommunityRefusal idle = RoomDoor.idle(entered, stamp);
        if (idle != null) {
            return idle;
        }
        if (!entered.standing().isAtLeast(ParticipantRole.MODERATOR)) {
            return CommunityRefusal.NOT_ALLOWED;
        }
        if (target == null) {
            return CommunityRefusal.NO_SUCH_PARTICIPANT;
        }
        if (entered.actor().user().equals(user)) {
            return CommunityRefusal.NOT_TO_ONESELF;
        }
        if (target.role() == ParticipantRole.OWNER) {
            return CommunityRefusal.OWNER_PROTECTED;
        }
        return entered.standing().outranks(target.role()) ? null : CommunityRefusal.ABOVE_ACTOR;
    }
}
