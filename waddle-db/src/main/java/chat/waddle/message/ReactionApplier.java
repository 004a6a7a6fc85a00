package chat.waddle.message;

import chat.waddle.channel.Channel;
import chat.waddle.community.Access;
import chat.waddle.community.AuditAction;
import chat.waddle.community.AuditChanges;
import chat.waddle.community.AuditTrail;
import chat.waddle.community.Permission;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts reactions on messages and takes them off, and keeps what is counted of them in step.
public final class ReactionApplier {
    private static final String EXISTS = "SELECT 1 FROM reactions WHERE message_id = ? AND member = ? AND emoji = ?";
    private static final String INSERT =
            "INSERT INTO reactions (message_id, member, emoji, reacted_at_ms) VALUES (?, ?, ?, ?)";
    private static final String DELETE = "DELETE FROM reactions WHERE message_id = ? AND member = ? AND emoji = ?";
    private static final String DELETE_ALL = "DELETE FROM reactions WHERE message_id = ? AND emoji = ?";
    private static final String MEMBER = "SELECT num FROM members WHERE user_id = ?";
    private static final String FIRST =
            "INSERT INTO reaction_counts (message_id, ordinal, emoji, members) VALUES (?, ?, ?, 1)";
    private static final String COUNT =
            "UPDATE reaction_counts SET members = members + ? WHERE message_id = ? AND ordinal = ?";
    private static final String LAST = "DELETE FROM reaction_counts WHERE message_id = ? AND ordinal = ?";

    private static final int EVERYBODY = 0;
    private static final int UNKNOWN = -1;

    private final MessageContext context;
    private final MessageChange change;

    public ReactionApplier(MessageContext context) {
        this.context = context;
        this.change = new MessageChange(context);
    }

    public Applied<ChangeOutcome> add(WriteSession transaction, Stamp stamp, AddReaction command) throws SQLException {
        return change.find(
                transaction,
                stamp,
                command.actor(),
                command.channel(),
                command.message(),
                (actor, channel, message) -> add(transaction, stamp, command.emoji(), actor, channel, message));
    }

    private Applied<ChangeOutcome> add(
            WriteSession transaction, Stamp stamp, String emoji, Access actor, Channel channel, StoredMessage message)
            throws SQLException {
        MessageRefusal refusal = refusal(stamp, actor, channel, message);
        if (refusal != null) {
            return MessageChange.refused(refusal);
        }
        if (!channel.permits(actor, Permission.ADD_REACTIONS, stamp.timeMillis())) {
            return MessageChange.refused(MessageRefusal.NOT_ALLOWED);
        }
        if (exists(transaction, message, actor, emoji)) {
            return unchanged();
        }
        List<ReactionCount> counts = ReactionCount.of(transaction, message.id());
        Optional<ReactionCount> count = find(counts, emoji);
        if (count.isEmpty() && counts.size() >= Reactions.EMOJI_LIMIT) {
            return MessageChange.refused(MessageRefusal.TOO_MANY_REACTIONS);
        }
        var insert = transaction.kept(INSERT);
        insert.setLong(1, message.id());
        insert.setInt(2, actor.member());
        insert.setString(3, emoji);
        insert.setLong(4, stamp.timeMillis());
        insert.executeUpdate();
        if (count.isPresent()) {
            count(transaction, message, count.get(), 1);
        } else {
            int ordinal = counts.isEmpty() ? 1 : counts.getLast().ordinal() + 1;
            first(transaction, message, ordinal, emoji);
        }
        return flagged(transaction, message, message.flags() | MessageFlag.HAS_REACTION.mask());
    }

    public Applied<ChangeOutcome> remove(WriteSession transaction, Stamp stamp, RemoveReaction command)
            throws SQLException {
        return change.find(
                transaction,
                stamp,
                command.actor(),
                command.channel(),
                command.message(),
                (actor, channel, message) -> remove(transaction, stamp, command.emoji(), actor, channel, message));
    }

    private Applied<ChangeOutcome> remove(
            WriteSession transaction, Stamp stamp, String emoji, Access actor, Channel channel, StoredMessage message)
            throws SQLException {
        MessageRefusal refusal = refusal(stamp, actor, channel, message);
        if (refusal != null) {
            return MessageChange.refused(refusal);
        }
        if (!exists(transaction, message, actor, emoji)) {
            return unchanged();
        }
        List<ReactionCount> counts = ReactionCount.of(transaction, message.id());
        ReactionCount count = find(counts, emoji).orElseThrow();
        int removed = delete(transaction, message, actor.member(), emoji);
        boolean lastOfAll = count.members() == 1 && counts.size() == 1;
        if (count.members() == 1) {
            last(transaction, message, count);
        } else {
            count(transaction, message, count, -removed);
        }
        int flag = MessageFlag.HAS_REACTION.mask();
        return flagged(transaction, message, lastOfAll ? message.flags() & ~flag : message.flags());
    }

    public Applied<ChangeOutcome> removeOthers(WriteSession transaction, Stamp stamp, RemoveReactions command)
            throws SQLException {
        return change.find(
                transaction,
                stamp,
                command.actor(),
                command.channel(),
                command.message(),
                (actor, channel, message) -> removeOthers(transaction, stamp, command, actor, channel, message));
    }

    private Applied<ChangeOutcome> removeOthers(
            WriteSession transaction,
            Stamp stamp,
            RemoveReactions command,
            Access actor,
            Channel channel,
            StoredMessage message)
            throws SQLException {
        MessageRefusal refusal = refusal(stamp, actor, channel, message);
        if (refusal != null) {
            return MessageChange.refused(refusal);
        }
        if (!channel.permits(actor, Permission.MANAGE_MESSAGES, stamp.timeMillis())) {
            return MessageChange.refused(MessageRefusal.NOT_ALLOWED);
        }
        int member = command.user() == null ? EVERYBODY : member(transaction, command.user());
        if (member == UNKNOWN) {
            return MessageChange.refused(MessageRefusal.NO_SUCH_MEMBER);
        }
        List<ReactionCount> counts = ReactionCount.of(transaction, message.id());
        ReactionCount count = find(counts, command.emoji()).orElse(null);
        int removed = count == null ? 0 : delete(transaction, message, member, command.emoji());
        if (count == null || removed == 0) {
            return unchanged();
        }
        boolean none = count.members() == removed;
        if (none) {
            last(transaction, message, count);
        } else {
            count(transaction, message, count, -removed);
        }
        AuditTrail.write(
                transaction,
                stamp,
                actor.user(),
                AuditAction.CHANNEL_REMOVE_REACTIONS,
                channel.id().value(),
                null,
                new AuditChanges().add("message", null, message.id()).add("removedReactions", null, removed));
        int flag = MessageFlag.HAS_REACTION.mask();
        return flagged(transaction, message, none && counts.size() == 1 ? message.flags() & ~flag : message.flags());
    }

    private static int member(WriteSession transaction, UserId user) throws SQLException {
        var select = transaction.kept(MEMBER);
        select.setLong(1, user.value());
        try (var row = select.executeQuery()) {
            return row.next() ? row.getInt(1) : UNKNOWN;
        }
    }

    /// @return how many there were
    private static int delete(WriteSession transaction, StoredMessage message, int member, String emoji)
            throws SQLException {
        var delete = transaction.kept(member == EVERYBODY ? DELETE_ALL : DELETE);
        delete.setLong(1, message.id());
        if (member == EVERYBODY) {
            delete.setString(2, emoji);
        } else {
            delete.setInt(2, member);
            delete.setString(3, emoji);
        }
        return delete.executeUpdate();
    }

    private static @Nullable MessageRefusal refusal(Stamp stamp, Access actor, Channel channel, StoredMessage message) {
        if (message.isDeleted()) {
            return MessageRefusal.NO_SUCH_MESSAGE;
        }
        if (actor.inTimeout(stamp.timeMillis())) {
            return MessageRefusal.IN_TIMEOUT;
        }
        return channel.isArchived() ? MessageRefusal.CHANNEL_ARCHIVED : null;
    }

    /// There was nothing to do. Nobody is shown the message for it.
    private static Applied<ChangeOutcome> unchanged() {
        return Applied.unchanged(new ChangeOutcome.Done(new byte[0]));
    }

    private static Optional<ReactionCount> find(List<ReactionCount> counts, String emoji) {
        return counts.stream().filter(count -> count.emoji().equals(emoji)).findFirst();
    }

    private static boolean exists(WriteSession transaction, StoredMessage message, Access actor, String emoji)
            throws SQLException {
        var select = transaction.kept(EXISTS);
        select.setLong(1, message.id());
        select.setInt(2, actor.member());
        select.setString(3, emoji);
        try (var row = select.executeQuery()) {
            return row.next();
        }
    }

    private static void first(WriteSession transaction, StoredMessage message, int ordinal, String emoji)
            throws SQLException {
        var first = transaction.kept(FIRST);
        first.setLong(1, message.id());
        first.setInt(2, ordinal);
        first.setString(3, emoji);
        first.executeUpdate();
    }

    private static void count(WriteSession transaction, StoredMessage message, ReactionCount count, int more)
            throws SQLException {
        var update = transaction.kept(COUNT);
        update.setInt(1, more);
        update.setLong(2, message.id());
        update.setInt(3, count.ordinal());
        update.executeUpdate();
    }

    private static void last(WriteSession transaction, StoredMessage message, ReactionCount count) throws SQLException {
        var last = transaction.kept(LAST);
        last.setLong(1, message.id());
        last.setInt(2, count.ordinal());
        last.executeUpdate();
    }

    private Applied<ChangeOutcome> flagged(WriteSession transaction, StoredMessage message, int flags)
            throws SQLException {
        if (flags != message.flags()) {
            change.flag(transaction, message, flags);
        }
        byte[] encoded = change.encoded(transaction, message);
        return MessageChange.done(message, encoded)
                .then(() -> context.recent().changed(message.channel(), message.id(), encoded));
    }
}
