package chat.waddle.desk;

import chat.waddle.community.Access;
import chat.waddle.community.Answer;
import chat.waddle.community.AuditAction;
import chat.waddle.community.AuditChanges;
import chat.waddle.community.AuditTrail;
import chat.waddle.community.CommunityContext;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.InvalidField;
import chat.waddle.community.Permission;
import chat.waddle.community.Standing;
import chat.waddle.community.TextRules;
import chat.waddle.ids.EscalationId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Takes rooms of the support desk to higher levels, step by step.
public final class EscalationApplier {
    private final CommunityContext context;

    public EscalationApplier(CommunityContext context) {
        this.context = context;
    }

    public Applied<CommunityOutcome<Escalation>> escalate(WriteSession transaction, Stamp stamp, EscalateRoom command)
            throws SQLException {
        InvalidField invalid = text("reason", command.reason());
        if (invalid == null && !Escalation.isPriority(command.priority())) {
            invalid = new InvalidField("priority", "out_of_range", "A priority is a number from 1 to 5.");
        }
        if (invalid != null) {
            return Answer.invalid(invalid);
        }
        return RoomEntry.enter(
                context,
                transaction,
                stamp,
                command.actor(),
                command.room(),
                entry -> escalate(transaction, stamp, command, entry));
    }

    private static @Nullable InvalidField text(String field, String text) {
        return text.isBlank()
                ? new InvalidField(field, "too_short", "It must not be empty.")
                : TextRules.prose(field, text, Escalation.TEXT_LIMIT);
    }

    private static Applied<CommunityOutcome<Escalation>> escalate(
            WriteSession transaction, Stamp stamp, EscalateRoom command, RoomEntry entry) {
        CommunityRefusal lacking = Standing.lacking(entry.actor(), Permission.ESCALATE, stamp.timeMillis());
        if (lacking != null) {
            return Answer.refused(lacking);
        }
        SupportRoom room = entry.room();
        if (room.status() != RoomStatus.ACTIVE) {
            return Answer.refused(CommunityRefusal.CHANNEL_ARCHIVED);
        }
        if (!command.toLevel().isAbove(room.level())) {
            return Answer.refused(CommunityRefusal.LEVEL_NOT_ABOVE);
        }
        EscalationSql sql = transaction.sql(EscalationSql.class);
        if (sql.isEscalated(room.num())) {
            return Answer.refused(CommunityRefusal.ALREADY_ESCALATED);
        }
        EscalationId id = new EscalationId(stamp.newId());
        sql.insert(
                id.value(),
                room.num(),
                room.level().code(),
                command.toLevel().code(),
                command.reason(),
                command.priority(),
                entry.actor().member(),
                stamp.timeMillis() + Escalation.timeFor(command.priority()).toMillis());
        AuditChanges changes = new AuditChanges()
                .add("level", room.level().code(), command.toLevel().code())
                .add("priority", null, command.priority());
        return done(transaction, stamp, command.actor(), AuditAction.ESCALATION_CREATE, id, changes);
    }

    /// The audit log has no words of an escalation: they go with who wrote them.
    private static Applied<CommunityOutcome<Escalation>> done(
            WriteSession transaction,
            Stamp stamp,
            UserId actor,
            AuditAction action,
            EscalationId id,
            AuditChanges changes) {
        AuditTrail.write(transaction, stamp, actor, action, id.value(), null, changes);
        Escalation now = transaction.sql(EscalationSql.class).find(id).orElseThrow();
        return Answer.done(now, now.roomNum(), id.value());
    }

    public Applied<CommunityOutcome<Escalation>> assign(WriteSession transaction, Stamp stamp, AssignEscalation command)
            throws SQLException {
        return enter(
                transaction,
                stamp,
                command.actor(),
                Permission.ASSIGN_ESCALATIONS,
                command.escalation(),
                (_, before) -> assign(transaction, stamp, command, before));
    }

    private Applied<CommunityOutcome<Escalation>> assign(
            WriteSession transaction, Stamp stamp, AssignEscalation command, Escalation before) throws SQLException {
        Access assignee = context.view().access(transaction, command.assignee());
        if (assignee == null) {
            return Answer.refused(CommunityRefusal.NO_SUCH_MEMBER);
        }
        if (!assignee.holdsAll(Permission.RESOLVE_ESCALATIONS.mask())) {
            return Answer.invalid(new InvalidField("userId", "not_allowed", "They may not work on escalations."));
        }
        if (!before.status().mayBecome(EscalationStatus.ASSIGNED)) {
            return Answer.refused(CommunityRefusal.ILLEGAL_TRANSITION);
        }
        transaction.sql(EscalationSql.class).assign(before.id(), assignee.member());
        return done(
                transaction,
                stamp,
                command.actor(),
                AuditAction.ESCALATION_ASSIGN,
                before.id(),
                changes(before, EscalationStatus.ASSIGNED));
    }

    private static AuditChanges changes(Escalation before, EscalationStatus next) {
        return new AuditChanges().add("status", before.status().code(), next.code());
    }

    public Applied<CommunityOutcome<Escalation>> advance(
            WriteSession transaction, Stamp stamp, AdvanceEscalation command) throws SQLException {
        InvalidField invalid = notesFault(command);
        if (invalid != null) {
            return Answer.invalid(invalid);
        }
        return enter(
                transaction,
                stamp,
                command.actor(),
                Permission.RESOLVE_ESCALATIONS,
                command.escalation(),
                (actor, before) -> advance(transaction, stamp, command, actor, before));
    }

    private static @Nullable InvalidField notesFault(AdvanceEscalation command) {
        String notes = command.notes();
        if (command.next() == EscalationStatus.RESOLVED) {
            return text("notes", notes == null ? "" : notes);
        }
        return notes == null ? null : new InvalidField("notes", "not_allowed", "Only what is resolved has notes.");
    }

    private static Applied<CommunityOutcome<Escalation>> advance(
            WriteSession transaction, Stamp stamp, AdvanceEscalation command, Access actor, Escalation before) {
        EscalationStatus next = command.next();
        if (next == EscalationStatus.ASSIGNED || !before.status().mayBecome(next)) {
            return Answer.refused(CommunityRefusal.ILLEGAL_TRANSITION);
        }
        EscalationSql sql = transaction.sql(EscalationSql.class);
        AuditChanges changes = changes(before, next);
        if (next == EscalationStatus.IN_PROGRESS) {
            sql.start(before.id(), stamp.timeMillis());
            return done(transaction, stamp, command.actor(), AuditAction.ESCALATION_START, before.id(), changes);
        }
        sql.end(before.id(), next.code(), command.notes(), actor.member(), stamp.timeMillis());
        if (next == EscalationStatus.CANCELLED) {
            return done(transaction, stamp, command.actor(), AuditAction.ESCALATION_CANCEL, before.id(), changes);
        }
        transaction
                .sql(SupportRoomSql.class)
                .level(before.roomNum(), before.toLevel().code());
        return done(transaction, stamp, command.actor(), AuditAction.ESCALATION_RESOLVE, before.id(), changes);
    }

    /// What to do for a member with the permission.
    @FunctionalInterface
    private interface Step {
        Applied<CommunityOutcome<Escalation>> apply(Access actor, Escalation before) throws SQLException;
    }

    private Applied<CommunityOutcome<Escalation>> enter(
            WriteSession transaction, Stamp stamp, UserId user, Permission needed, EscalationId id, Step step)
            throws SQLException {
        Access actor = context.view().access(transaction, user);
        if (actor == null) {
            return Answer.refused(CommunityRefusal.NOT_A_MEMBER);
        }
        CommunityRefusal lacking = Standing.lacking(actor, needed, stamp.timeMillis());
        if (lacking != null) {
            return Answer.refused(lacking);
        }
        Escalation before = transaction.sql(EscalationSql.class).find(id).orElse(null);
        return before == null ? Answer.refused(CommunityRefusal.NO_SUCH_ESCALATION) : step.apply(actor, before);
    }
}
