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
        CommunityRefusal refusal = inviting(entered, stamp, command);
        if (refusal != null) {
            return Answer.refused(refusal);
        }
        if (command.role() == ParticipantRole.GUEST && !entered.room().admitsGuests()) {
            return Answer.refused(CommunityRefusal.GUESTS_NOT_ADMITTED);
        }
        boolean open = transaction.sql(RoomSql.class).holdsConversations();
        Access target = context.view().access(transaction, command.user());
        if (target == null && (!open || MembershipApplier.isErased(transaction, command.user()))) {
            return Answer.refused(CommunityRefusal.NO_SUCH_MEMBER);
        }
        Participant present = target == null ? null : entered.room().participant(target);
        if (present != null) {
            return Answer.unchanged(present);
        }
        int channel = entered.channel().num();
        ParticipantSql sql = transaction.sql(ParticipantSql.class);
        Participant earlier = sql.ofUser(channel, command.user()).orElse(null);
        boolean putOut = earlier != null && earlier.status() == ParticipantStatus.REMOVED;
        if (putOut && !entered.standing().isAtLeast(ParticipantRole.MODERATOR)) {
            return Answer.refused(CommunityRefusal.NOT_ALLOWED);
        }
        if (sql.countPresent(channel) >= entered.room().maxParticipants()) {
            return Answer.refused(CommunityRefusal.ROOM_FULL);
        }
        Restrictions restrictions = new Restrictions(entered.standing(), earlier);
        int member = target == null ? enrolled(transaction, stamp, command.user()) : target.member();
        Rooms.join(
                transaction,
                channel,
                member,
                restrictions.on(command.role()),
                restrictions.on(command.flags()),
                entered.actor().member(),
                stamp.timeMillis());
        return changed(transaction, channel, member);
    }

    /// What of an earlier stay goes on for who comes back: whatever the one who lets them in could not end.
    ///
    /// @param by how the one who lets them in stands
    private record Restrictions(
            ParticipantRole by, @Nullable Participant earlier) {
        ParticipantFlags on(ParticipantFlags wanted) {
            if (earlier == null) {
                return wanted;
            }
            boolean heard = earlier.canSend() && earlier.status() != ParticipantStatus.MUTED;
            return new ParticipantFlags(
                    wanted.canSend() && (heard || by.isAtLeast(ParticipantRole.MODERATOR)),
                    wanted.canInvite(),
                    wanted.canSeeHistory() && (earlier.canSeeHistory() || by.isAtLeast(ParticipantRole.ADMIN)));
        }

        ParticipantRole on(ParticipantRole wanted) {
            if (earlier == null || by.isAtLeast(ParticipantRole.ADMIN)) {
                return wanted;
            }
            boolean less = wanted.outranks(earlier.role()) || earlier.role() == ParticipantRole.OBSERVER;
            return less ? earlier.role() : wanted;
        }
    }

    private static @Nullable CommunityRefusal inviting(RoomDoor.Entered entered, Stamp stamp, AddParticipant command) {
        ParticipantRole role = command.role();
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
        if (!entered.standing().outranks(role) && !same) {
            return CommunityRefusal.ABOVE_ACTOR;
        }
        boolean gives = entered.standing().isAtLeast(ParticipantRole.ADMIN) || (self != null && holds(self, command));
        return gives ? null : CommunityRefusal.PERMISSION_NOT_HELD;
    }

    /// True where nothing is given that the one who invites has not; inviting itself is nobody's to give.
    private static boolean holds(Participant self, AddParticipant command) {
        ParticipantFlags given = command.flags();
        return (self.canSend() || !given.canSend())
                && (self.canSeeHistory() || !given.canSeeHistory())
                && !given.canInvite();
    }

    /// Makes somebody a member of this file, who must not have been erased from it.
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
        CommunityRefusal refusal = refusal(transaction, entered, stamp, command.user(), before);
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

    /// The new owner is muted no more: nobody could end it.
    private static Participant patched(Participant before, UpdateParticipant patch) {
        boolean owner = patch.role() == ParticipantRole.OWNER;
        ParticipantStatus status = Objects.requireNonNullElse(patch.status(), before.status());
        return new Participant(
                before.member(),
                before.user(),
                Objects.requireNonNullElse(patch.role(), before.role()),
                owner && status.isPresent() ? ParticipantStatus.ACTIVE : status,
                owner || Objects.requireNonNullElse(patch.canSend(), before.canSend()),
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
            CommunityRefusal refusal = refusal(transaction, entered, stamp, command.user(), target);
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
    private @Nullable CommunityRefusal refusal(
            WriteSession transaction, RoomDoor.Entered entered, Stamp stamp, UserId user, @Nullable Participant target)
            throws SQLException {
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
        Access theirs = context.view().access(transaction, user);
        boolean administers = theirs != null && RoomDoor.administers(entered.room(), theirs);
        boolean above = entered.standing().outranks(administers ? ParticipantRole.ADMIN : target.role());
        return above && entered.standing().outranks(target.role()) ? null : CommunityRefusal.ABOVE_ACTOR;
    }
}
