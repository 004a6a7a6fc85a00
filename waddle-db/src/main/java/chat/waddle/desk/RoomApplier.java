package chat.waddle.desk;

import chat.waddle.channel.ChannelType;
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
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.IdClock;
import chat.waddle.participant.ParticipantFlags;
import chat.waddle.participant.ParticipantRole;
import chat.waddle.participant.Rooms;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Opens rooms of the support desk, changes them, and writes down who reads in them without taking part.
public final class RoomApplier {
    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

    private final CommunityContext context;

    public RoomApplier(CommunityContext context) {
        this.context = context;
    }

    public Applied<CommunityOutcome<SupportRoom>> open(WriteSession transaction, Stamp stamp, OpenRoom command)
            throws SQLException {
        InvalidField invalid = fault(command.name(), command.issueDescription(), command.maxParticipants());
        if (invalid == null && command.issueId() != null) {
            invalid = TextRules.line("issueId", command.issueId(), SupportRoom.ISSUE_ID_LIMIT);
        }
        if (invalid != null) {
            return Answer.invalid(invalid);
        }
        Access actor = context.view().access(transaction, command.actor());
        if (actor == null) {
            return Answer.refused(CommunityRefusal.NOT_A_MEMBER);
        }
        CommunityRefusal lacking = Standing.lacking(actor, Permission.CREATE_ROOMS, stamp.timeMillis());
        if (lacking != null) {
            return Answer.refused(lacking);
        }
        if (command.parent() == null) {
            return open(transaction, stamp, command, actor, null);
        }
        return RoomEntry.enter(
                context,
                transaction,
                stamp,
                command.actor(),
                command.parent(),
                parent -> open(transaction, stamp, command, actor, parent.room().num()));
    }

    private static @Nullable InvalidField fault(
            @Nullable String name, @Nullable String description, @Nullable Integer maxParticipants) {
        InvalidField invalid = name == null ? null : TextRules.line("name", name, Rooms.TITLE_LIMIT);
        if (invalid == null) {
            invalid = text("issueDescription", description);
        }
        boolean counts =
                maxParticipants == null || (maxParticipants >= 1 && maxParticipants <= Rooms.PARTICIPANT_LIMIT);
        return invalid != null || counts
                ? invalid
                : new InvalidField(
                        "maxParticipants",
                        "out_of_range",
                        "Between 1 and " + Rooms.PARTICIPANT_LIMIT + " may take part.");
    }

    private static @Nullable InvalidField text(String field, @Nullable String text) {
        return text != null && text.isBlank()
                ? new InvalidField(field, "too_short", "It must not be empty.")
                : TextRules.prose(field, text, SupportRoom.TEXT_LIMIT);
    }

    private Applied<CommunityOutcome<SupportRoom>> open(
            WriteSession transaction, Stamp stamp, OpenRoom command, Access actor, @Nullable Integer parent)
            throws SQLException {
        SupportRoomSql sql = transaction.sql(SupportRoomSql.class);
        if (sql.unclosed() >= SupportRoom.OPEN_LIMIT) {
            return Answer.refused(CommunityRefusal.SUPPORT_ROOM_LIMIT_REACHED);
        }
        ChannelId id = new ChannelId(stamp.newId());
        int num = Rooms.open(
                transaction,
                id.value(),
                ChannelType.SUPPORT,
                command.name(),
                command.maxParticipants(),
                actor.member());
        sql.insert(
                num,
                command.issueId(),
                command.issueDescription(),
                command.isPrivate(),
                command.guestAccess(),
                parent,
                SupportLevel.T1.code());
        Rooms.join(
                transaction,
                num,
                actor.member(),
                ParticipantRole.OWNER,
                ParticipantFlags.USUAL,
                actor.member(),
                stamp.timeMillis());
        AuditTrail.write(transaction, stamp, actor.user(), AuditAction.ROOM_CREATE, id.value());
        return done(transaction, id, num);
    }

    private Applied<CommunityOutcome<SupportRoom>> done(WriteSession transaction, ChannelId id, int num)
            throws SQLException {
        SupportRoom now = transaction.sql(SupportRoomSql.class).find(id).orElseThrow();
        return Answer.done(now, num, id.value()).then(context.changes().room(transaction, num));
    }

    public Applied<CommunityOutcome<SupportRoom>> update(WriteSession transaction, Stamp stamp, UpdateRoom command)
            throws SQLException {
        InvalidField invalid = fault(command.name(), command.issueDescription(), command.maxParticipants());
        if (invalid == null) {
            invalid = text("closingNotes", command.closingNotes());
        }
        if (invalid == null && command.closingNotes() != null && command.status() != RoomStatus.CLOSED) {
            invalid = new InvalidField("closingNotes", "not_allowed", "Only what is closed has closing notes.");
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
                entry -> update(transaction, stamp, command, entry));
    }

    private Applied<CommunityOutcome<SupportRoom>> update(
            WriteSession transaction, Stamp stamp, UpdateRoom command, RoomEntry entry) throws SQLException {
        SupportRoom before = entry.room();
        if (!before.isManagedBy(entry.actor(), entry.channel(), stamp.timeMillis())) {
            return Answer.refused(
                    entry.actor().inTimeout(stamp.timeMillis())
                            ? CommunityRefusal.IN_TIMEOUT
                            : CommunityRefusal.NOT_ALLOWED);
        }
        RoomStatus status = Objects.requireNonNullElse(command.status(), before.status());
        if (before.status() == RoomStatus.CLOSED
                || (status != before.status() && !before.status().mayBecome(status))) {
            return Answer.refused(CommunityRefusal.ILLEGAL_TRANSITION);
        }
        int most = Objects.requireNonNullElse(command.maxParticipants(), before.maxParticipants());
        if (most < before.participantCount()) {
            return Answer.refused(CommunityRefusal.ROOM_FULL);
        }
        boolean closes = status == RoomStatus.CLOSED;
        int num = before.num();
        SupportRoomSql sql = transaction.sql(SupportRoomSql.class);
        sql.update(
                num,
                status.code(),
                command.issueDescription() == null ? before.issueDescription() : command.issueDescription(),
                Objects.requireNonNullElse(command.isPrivate(), before.isPrivate()),
                Objects.requireNonNullElse(command.guestAccess(), before.guestAccess()),
                command.closingNotes(),
                closes ? entry.actor().member() : null,
                closes ? stamp.timeMillis() : null);
        sql.updateRoom(num, command.name() == null ? before.name() : command.name(), most);
        sql.archive(num, status != RoomStatus.ACTIVE);
        SupportRoom after = sql.find(before.id()).orElseThrow();
        if (after.equals(before)) {
            return Answer.unchanged(before);
        }
        AuditTrail.write(
                transaction,
                stamp,
                command.actor(),
                AuditAction.ROOM_UPDATE,
                before.id().value(),
                null,
                changes(before, after));
        return done(transaction, before.id(), num);
    }

    private static AuditChanges changes(SupportRoom before, SupportRoom after) {
        return new AuditChanges()
                .add("name", before.name(), after.name())
                .add("status", before.status().code(), after.status().code())
                .add("isPrivate", before.isPrivate(), after.isPrivate())
                .add("guestAccessAllowed", before.guestAccess(), after.guestAccess())
                .add("maxParticipants", before.maxParticipants(), after.maxParticipants());
    }

    public Applied<CommunityOutcome<SupportRoom>> join(WriteSession transaction, Stamp stamp, JoinRoom command)
            throws SQLException {
        return RoomEntry.enter(context, transaction, stamp, command.actor(), command.room(), entry -> {
            if (entry.channel().concerns(entry.actor())) {
                return Answer.unchanged(entry.room());
            }
            CommunityRefusal lacking = Standing.lacking(entry.actor(), Permission.MANAGE_ROOMS, stamp.timeMillis());
            if (lacking != null) {
                return Answer.refused(lacking);
            }
            boolean shut = entry.room().isPrivate() && !entry.actor().holdsAll(Permission.ADMINISTRATOR.mask());
            if (shut) {
                return Answer.refused(CommunityRefusal.NOT_ALLOWED);
            }
            if (entry.room().status() != RoomStatus.ACTIVE) {
                return Answer.refused(CommunityRefusal.CHANNEL_ARCHIVED);
            }
            if (entry.room().participantCount() >= entry.room().maxParticipants()) {
                return Answer.refused(CommunityRefusal.ROOM_FULL);
            }
            int member = entry.actor().member();
            int num = entry.room().num();
            Rooms.join(
                    transaction,
                    num,
                    member,
                    ParticipantRole.MODERATOR,
                    ParticipantFlags.USUAL,
                    member,
                    stamp.timeMillis());
            return done(transaction, entry.room().id(), num);
        });
    }

    public Applied<CommunityOutcome<ChannelId>> record(WriteSession transaction, Stamp stamp, RecordMonitoring command)
            throws SQLException {
        return RoomEntry.enter(context, transaction, stamp, command.actor(), command.room(), entry -> {
            long hour = stamp.timeMillis() - Math.floorMod(stamp.timeMillis(), HOUR_MILLIS);
            int recorded = transaction
                    .sql(SupportRoomSql.class)
                    .recorded(
                            command.actor().value(),
                            IdClock.firstAt(hour),
                            command.action().code(),
                            command.room().value());
            if (recorded > 0) {
                return Answer.unchanged(command.room());
            }
            AuditTrail.write(
                    transaction,
                    stamp,
                    command.actor(),
                    command.action(),
                    command.room().value());
            return Answer.done(
                    command.room(), entry.channel().num(), command.room().value());
        });
    }
}
