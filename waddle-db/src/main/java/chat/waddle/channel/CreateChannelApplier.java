package chat.waddle.channel;

import chat.waddle.community.Access;
import chat.waddle.community.Answer;
import chat.waddle.community.AuditAction;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Checks and makes a channel.
public final class CreateChannelApplier {
    private final CommunityContext context;

    public CreateChannelApplier(CommunityContext context) {
        this.context = context;
    }

    public Applied<CommunityOutcome<Channel>> apply(WriteSession transaction, Stamp stamp, CreateChannel command)
            throws SQLException {
        return ChannelDoor.enter(
                context, transaction, stamp, command.actor(), actor -> checked(transaction, stamp, command, actor));
    }

    private Applied<CommunityOutcome<Channel>> checked(
            WriteSession transaction, Stamp stamp, CreateChannel command, Access actor) throws SQLException {
        ChannelList channels = context.view().channels(transaction);
        Category category = category(transaction, command.category());
        Channel wanted = wanted(command, channels, channels.overwrites(0, category == null ? 0 : category.num()));
        InvalidField fault = ChannelRules.fault(wanted);
        if (fault != null) {
            return Answer.invalid(fault);
        }
        if (!wanted.visibleTo(actor, stamp.timeMillis())) {
            return Answer.refused(CommunityRefusal.NOT_ALLOWED); // a channel its maker could not find again
        }
        if (channels.liveCount() >= ChannelRules.CHANNEL_LIMIT) {
            return Answer.refused(CommunityRefusal.CHANNEL_LIMIT_REACHED);
        }
        if (channels.byName(wanted.name()) != null) {
            return Answer.refused(CommunityRefusal.CHANNEL_NAME_TAKEN);
        }
        if (wanted.category() != null && category == null) {
            return Answer.refused(CommunityRefusal.NO_SUCH_CATEGORY);
        }
        return write(transaction, stamp, actor, wanted, category == null ? null : category.num());
    }

    private static @Nullable Category category(WriteSession transaction, @Nullable CategoryId id) {
        return id == null ? null : transaction.sql(CategorySql.class).find(id).orElse(null);
    }

    private static Channel wanted(CreateChannel command, ChannelList channels, Overwrites overwrites) {
        return new Channel(
                0,
                new ChannelId(0),
                ChannelRules.normal(command.name()),
                command.type(),
                command.description(),
                channels.endPosition(),
                command.category(),
                command.isPrivate(),
                false,
                command.threadMode(),
                command.slowModeSeconds(),
                command.autoArchiveHours(),
                false,
                overwrites,
                null);
    }

    private Applied<CommunityOutcome<Channel>> write(
            WriteSession transaction, Stamp stamp, Access actor, Channel wanted, @Nullable Integer category)
            throws SQLException {
        ChannelId id = new ChannelId(stamp.newId());
        transaction
                .sql(ChannelSql.class)
                .insert(
                        id.value(),
                        wanted.name(),
                        ChannelList.key(wanted.name()),
                        wanted.type().code(),
                        wanted.description(),
                        wanted.position(),
                        category,
                        wanted.isPrivate(),
                        wanted.threadMode().code(),
                        wanted.slowModeSeconds(),
                        wanted.autoArchiveHours(),
                        actor.member());
        AuditTrail.write(transaction, stamp, actor.user(), AuditAction.CHANNEL_CREATE, id.value());
        Runnable shown = context.changes().channels(transaction);
        Channel made =
                Objects.requireNonNull(context.view().channels(transaction).byId(id));
        return Answer.done(made, made.num(), id.value()).then(shown);
    }
}
