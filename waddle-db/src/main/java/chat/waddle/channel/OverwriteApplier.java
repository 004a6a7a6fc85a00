package chat.waddle.channel;

import chat.waddle.community.Access;
import chat.waddle.community.Answer;
import chat.waddle.community.AuditAction;
import chat.waddle.community.AuditChanges;
import chat.waddle.community.AuditTrail;
import chat.waddle.community.CommunityContext;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.InvalidField;
import chat.waddle.community.Member;
import chat.waddle.community.Members;
import chat.waddle.community.Permission;
import chat.waddle.community.Role;
import chat.waddle.community.RolePreset;
import chat.waddle.community.Roles;
import chat.waddle.community.Standing;
import chat.waddle.ids.CategoryId;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.RoleId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Sets overwrites and takes them away; nobody for a role or member at or above their own place, and nobody a
/// permission that they lack there.
public final class OverwriteApplier {
    private final CommunityContext context;

    public OverwriteApplier(CommunityContext context) {
        this.context = context;
    }

    public Applied<CommunityOutcome<Overwrite>> set(WriteSession transaction, Stamp stamp, SetOverwrite command)
            throws SQLException {
        InvalidField invalid = fault(command.allow(), command.deny());
        if (invalid != null) {
            return Answer.invalid(invalid);
        }
        Request request = new Request(
                command.actor(),
                new Place(command.place(), command.placeId()),
                new Subject(command.subject(), command.subjectId()));
        Overwrite wanted = new Overwrite(command.subject(), command.subjectId(), command.allow(), command.deny());
        return change(transaction, stamp, request, wanted);
    }

    public Applied<CommunityOutcome<Overwrite>> remove(WriteSession transaction, Stamp stamp, RemoveOverwrite command)
            throws SQLException {
        Request request = new Request(
                command.actor(),
                new Place(command.place(), command.placeId()),
                new Subject(command.subject(), command.subjectId()));
        return change(transaction, stamp, request, null);
    }

    private static @Nullable InvalidField fault(long allow, long deny) {
        if ((allow & ~Permission.inChannels()) != 0) {
            return new InvalidField("allow", "not_for_channels", "It has bits that no channel can give.");
        }
        if ((deny & ~Permission.inChannels()) != 0) {
            return new InvalidField("deny", "not_for_channels", "It has bits that no channel can take.");
        }
        return (allow & deny) == 0
                ? null
                : new InvalidField("deny", "contradiction", "A permission is allowed or denied, not both.");
    }

    private record Place(OverwritePlace type, long id) {}

    private record Subject(OverwriteSubject type, long id) {}

    private record Request(UserId actor, Place place, Subject subject) {}

    /// A place or subject in the file, or why it cannot be had.
    ///
    /// @param held for a place, what the one who asks holds there
    private record Found(int num, long held, @Nullable CommunityRefusal refusal) {
        static Found not(CommunityRefusal why) {
            return new Found(0, 0, why);
        }
    }

    /// @param wanted null for none
    private Applied<CommunityOutcome<Overwrite>> change(
            WriteSession transaction, Stamp stamp, Request request, @Nullable Overwrite wanted) throws SQLException {
        Access actor = context.view().access(transaction, request.actor());
        if (actor == null) {
            return Answer.refused(CommunityRefusal.NOT_A_MEMBER);
        }
        Found place = place(transaction, stamp, actor, request.place());
        if (place.refusal() != null) {
            return Answer.refused(place.refusal());
        }
        CommunityRefusal lacking = Standing.lacking(actor, Permission.MANAGE_ROLES, stamp.timeMillis());
        if (lacking != null) {
            return Answer.refused(lacking);
        }
        Found subject = subject(transaction, actor, request.subject(), wanted != null);
        if (subject.refusal() != null) {
            return Answer.refused(subject.refusal());
        }
        OverwriteSql sql = transaction.sql(OverwriteSql.class);
        String placeType = request.place().type().code();
        String subjectType = request.subject().type().code();
        Overwrite before =
                sql.find(placeType, place.num(), subjectType, subject.num()).orElse(null);
        if (differing(before, wanted, place.held()) != 0) {
            return Answer.refused(CommunityRefusal.PERMISSION_NOT_HELD);
        }
        if (wanted == null) {
            return before == null
                    ? Answer.unchanged(new Overwrite(
                            request.subject().type(), request.subject().id(), 0, 0))
                    : removed(transaction, stamp, request, place.num(), subject.num(), before);
        }
        if (wanted.equals(before)) {
            return Answer.unchanged(wanted);
        }
        if (before == null && sql.count(placeType, place.num()) >= Overwrites.LIMIT) {
            return Answer.refused(CommunityRefusal.OVERWRITE_LIMIT_REACHED);
        }
        sql.put(placeType, place.num(), subjectType, subject.num(), wanted.allow(), wanted.deny());
        audit(transaction, stamp, request, before, wanted);
        return done(transaction, request, place.num(), wanted);
    }

    private Applied<CommunityOutcome<Overwrite>> removed(
            WriteSession transaction, Stamp stamp, Request request, int place, int subject, Overwrite before)
            throws SQLException {
        transaction
                .sql(OverwriteSql.class)
                .remove(
                        request.place().type().code(),
                        place,
                        request.subject().type().code(),
                        subject);
        audit(transaction, stamp, request, before, null);
        return done(transaction, request, place, before);
    }

    private Applied<CommunityOutcome<Overwrite>> done(
            WriteSession transaction, Request request, int place, Overwrite value) throws SQLException {
        boolean ofChannel = request.place().type() == OverwritePlace.CHANNEL;
        return Answer.done(value, ofChannel ? place : 0, request.place().id())
                .then(context.changes().channels(transaction));
    }

    /// Bits that would change though they are not held.
    private static long differing(@Nullable Overwrite before, @Nullable Overwrite after, long held) {
        long allow = (before == null ? 0 : before.allow()) ^ (after == null ? 0 : after.allow());
        long deny = (before == null ? 0 : before.deny()) ^ (after == null ? 0 : after.deny());
        return (allow | deny) & ~held;
    }

    private Found place(WriteSession transaction, Stamp stamp, Access actor, Place place) throws SQLException {
        ChannelList channels = context.view().channels(transaction);
        return switch (place.type()) {
            case CHANNEL -> {
                Channel channel = channels.byId(new ChannelId(place.id()));
                yield channel == null || channel.isRoom() || !channel.visibleTo(actor, stamp.timeMillis())
                        ? Found.not(CommunityRefusal.NO_SUCH_CHANNEL)
                        : new Found(channel.num(), channel.effective(actor), null);
            }
            case CATEGORY ->
                transaction
                        .sql(CategorySql.class)
                        .find(new CategoryId(place.id()))
                        .map(category -> new Found(category.num(), channels.heldIn(category.id(), actor), null))
                        .orElseGet(() -> Found.not(CommunityRefusal.NO_SUCH_CATEGORY));
        };
    }

    /// @param active whether an account must be a member now
    private Found subject(WriteSession transaction, Access actor, Subject subject, boolean active) throws SQLException {
        return switch (subject.type()) {
            case ROLE -> {
                Role role =
                        new Roles(transaction).find(new RoleId(subject.id())).orElse(null);
                yield role == null ? Found.not(CommunityRefusal.NO_SUCH_ROLE) : role(actor, role);
            }
            case USER -> user(transaction, actor, new UserId(subject.id()), active);
        };
    }

    private static Found role(Access actor, Role role) {
        return role.preset() == RolePreset.OWNER
                ? Found.not(CommunityRefusal.PRESET_PROTECTED)
                : new Found(role.num(), 0, Standing.beneath(actor, role.position()));
    }

    private Found user(WriteSession transaction, Access actor, UserId user, boolean active) throws SQLException {
        Access target = context.view().access(transaction, user);
        if (target != null) {
            return new Found(target.member(), 0, Standing.beneath(actor, target));
        }
        Member former = active ? null : new Members(transaction).find(user).orElse(null);
        return former == null ? Found.not(CommunityRefusal.NO_SUCH_MEMBER) : new Found(former.num(), 0, null);
    }

    private static void audit(
            WriteSession transaction,
            Stamp stamp,
            Request request,
            @Nullable Overwrite before,
            @Nullable Overwrite after) {
        AuditAction action = request.place().type() == OverwritePlace.CHANNEL
                ? AuditAction.CHANNEL_OVERWRITE
                : AuditAction.CATEGORY_OVERWRITE;
        AuditChanges changes = new AuditChanges()
                .add(request.subject().type().code(), null, request.subject().id())
                .add("allow", before == null ? null : before.allow(), after == null ? null : after.allow())
                .add("deny", before == null ? null : before.deny(), after == null ? null : after.deny());
        AuditTrail.write(
                transaction, stamp, request.actor(), action, request.place().id(), null, changes);
    }
}
