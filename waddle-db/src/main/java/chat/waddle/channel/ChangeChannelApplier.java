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
import chat.waddle.ids.CategoryId;
import chat.waddle.ids.ChannelId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Changes, orders and deletes channels.
public final class ChangeChannelApplier {
    private final CommunityContext context;

    public ChangeChannelApplier(CommunityContext context) {
        this.context = context;
    }

    public Applied<CommunityOutcome<Channel>> update(WriteSession transaction, Stamp stamp, UpdateChannel command)
            throws SQLException {
        return ChannelDoor.enter(
                context,
                transaction,
                stamp,
                command.actor(),
                command.channel(),
                (actor, channel) -> patch(transaction, stamp, command, actor, channel));
    }

    private Applied<CommunityOutcome<Channel>> patch(
            WriteSession transaction, Stamp stamp, UpdateChannel command, Access actor, Channel before)
            throws SQLException {
        CategoryId wanted = command.category() == null ? before.category() : command.category();
        Category category = category(transaction, wanted);
        Channel after = patched(
                before,
                command,
                context.view().channels(transaction).overwrites(before.num(), category == null ? 0 : category.num()));
        InvalidField fault = ChannelRules.fault(after);
        if (fault != null) {
            return Answer.invalid(fault);
        }
        if (!after.visibleTo(actor, stamp.timeMillis())) {
            return Answer.refused(CommunityRefusal.NOT_ALLOWED); // nobody shuts themselves out
        }
        if ((after.effective(actor) & ~before.effective(actor)) != 0) {
            return Answer.refused(CommunityRefusal.PERMISSION_NOT_HELD); // nor lets themselves in
        }
        CommunityRefusal clash = clash(transaction, before, after, category);
        if (clash != null) {
            return Answer.refused(clash);
        }
        if (after.equals(before)) {
            return Answer.unchanged(before);
        }
        write(transaction, after, category);
        AuditTrail.write(
                transaction,
                stamp,
                actor.user(),
                AuditAction.CHANNEL_UPDATE,
                after.id().value(),
                null,
                changes(before, after));
        return Answer.done(after, after.num(), after.id().value())
                .then(context.changes().channels(transaction));
    }

    /// What of the waddle stands against the channel as it would be, or null.
    private @Nullable CommunityRefusal clash(
            WriteSession transaction, Channel before, Channel after, @Nullable Category category) throws SQLException {
        boolean voice = before.type() == ChannelType.VOICE || after.type() == ChannelType.VOICE;
        if (before.type() != after.type() && voice) {
            return CommunityRefusal.CHANNEL_TYPE_FIXED;
        }
        Channel namesake = context.view().channels(transaction).byName(after.name());
        if (namesake != null && namesake.num() != before.num()) {
            return CommunityRefusal.CHANNEL_NAME_TAKEN;
        }
        return after.category() != null && category == null ? CommunityRefusal.NO_SUCH_CATEGORY : null;
    }

    private static @Nullable Category category(WriteSession transaction, @Nullable CategoryId id) {
        return id == null ? null : transaction.sql(CategorySql.class).find(id).orElse(null);
    }

    private static Channel patched(Channel channel, UpdateChannel patch, Overwrites overwrites) {
        String description =
                Objects.requireNonNullElse(patch.description(), Objects.requireNonNullElse(channel.description(), ""));
        CategoryId category = patch.category() == null ? channel.category() : patch.category();
        return new Channel(
                channel.num(),
                channel.id(),
                patch.name() == null ? channel.name() : ChannelRules.normal(patch.name()),
                Objects.requireNonNullElse(patch.type(), channel.type()),
                description.isEmpty() ? null : description,
                Objects.requireNonNullElse(patch.position(), channel.position()),
                UpdateChannel.NO_CATEGORY.equals(category) ? null : category,
                Objects.requireNonNullElse(patch.isPrivate(), channel.isPrivate()),
                Objects.requireNonNullElse(patch.isArchived(), channel.isArchived()),
                Objects.requireNonNullElse(patch.threadMode(), channel.threadMode()),
                Objects.requireNonNullElse(patch.slowModeSeconds(), channel.slowModeSeconds()),
                Objects.requireNonNullElse(patch.autoArchiveHours(), channel.autoArchiveHours()),
                channel.isDeleted(),
                overwrites,
                channel.room());
    }

    private static void write(WriteSession transaction, Channel channel, @Nullable Category category) {
        transaction
                .sql(ChannelSql.class)
                .update(
                        channel.num(),
                        channel.name(),
                        ChannelList.key(channel.name()),
                        channel.type().code(),
                        channel.description(),
                        channel.position(),
                        category == null ? null : category.num(),
                        channel.isPrivate(),
                        channel.isArchived(),
                        channel.threadMode().code(),
                        channel.slowModeSeconds(),
                        channel.autoArchiveHours());
    }

    private static AuditChanges changes(Channel before, Channel after) {
        return new AuditChanges()
                .add("name", before.name(), after.name())
                .add("type", before.type().code(), after.type().code())
                .add("description", before.description(), after.description())
                .add("position", before.position(), after.position())
                .add("categoryId", before.category(), after.category())
                .add("isPrivate", before.isPrivate(), after.isPrivate())
                .add("isArchived", before.isArchived(), after.isArchived())
                .add(
                        "threadMode",
                        before.threadMode().code(),
                        after.threadMode().code())
                .add("slowModeSeconds", before.slowModeSeconds(), after.slowModeSeconds())
                .add("autoArchiveHours", before.autoArchiveHours(), after.autoArchiveHours());
    }

    public Applied<CommunityOutcome<Channel>> delete(WriteSession transaction, Stamp stamp, DeleteChannel command)
            throws SQLException {
        return ChannelDoor.enter(context, transaction, stamp, command.actor(), command.channel(), (actor, channel) -> {
            transaction.sql(ChannelSql.class).delete(channel.num(), stamp.timeMillis());
            AuditTrail.write(
                    transaction,
                    stamp,
                    actor.user(),
                    AuditAction.CHANNEL_DELETE,
                    channel.id().value(),
                    null,
                    new AuditChanges().add("name", channel.name(), null));
            return Answer.done(channel, channel.num(), channel.id().value())
                    .then(context.changes().channels(transaction));
        });
    }

    public Applied<CommunityOutcome<ChannelList>> order(WriteSession transaction, Stamp stamp, OrderChannels command)
            throws SQLException {
        return ChannelDoor.enter(
                context, transaction, stamp, command.actor(), actor -> reorder(transaction, stamp, command, actor));
    }

    private Applied<CommunityOutcome<ChannelList>> reorder(
            WriteSession transaction, Stamp stamp, OrderChannels command, Access actor) throws SQLException {
        ChannelList channels = context.view().channels(transaction);
        List<ChannelId> wanted = command.channels();
        List<ChannelId> live = channels.live().stream().map(Channel::id).toList();
        if (wanted.size() != live.size() || !new HashSet<>(wanted).equals(new HashSet<>(live))) {
            return Answer.refused(CommunityRefusal.CHANNELS_DIFFER);
        }
        if (wanted.equals(live)) {
            return Answer.unchanged(channels);
        }
        ChannelSql sql = transaction.sql(ChannelSql.class);
        for (int i = 0; i < wanted.size(); i++) {
            Channel channel = Objects.requireNonNull(channels.byId(wanted.get(i)));
            if (channel.position() != i) {
                sql.position(channel.num(), i);
            }
        }
        AuditTrail.write(transaction, stamp, actor.user(), AuditAction.CHANNEL_ORDER, 0);
        Runnable shown = context.changes().channels(transaction);
        return Answer.done(context.view().channels(transaction), 0, 0).then(shown);
    }
}
