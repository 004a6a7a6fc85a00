package chat.waddle.thread;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelType;
import chat.waddle.channel.ThreadMode;
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
import chat.waddle.community.TextRules;
import chat.waddle.ids.ThreadId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Begins, changes and deletes threads.
public final class ThreadApplier {
    private final CommunityContext context;
    private final ThreadChange change;

    public ThreadApplier(CommunityContext context) {
        this.context = context;
        this.change = new ThreadChange(context);
    }

    public Applied<CommunityOutcome<ChatThread>> create(WriteSession transaction, Stamp stamp, CreateThread command)
            throws SQLException {
        InvalidField invalid = TextRules.line("title", command.title(), Threads.TITLE_LIMIT);
        if (invalid != null) {
            return Answer.invalid(invalid);
        }
        Access creator = context.view().access(transaction, command.creator());
        if (creator == null) {
            return Answer.refused(CommunityRefusal.NOT_A_MEMBER);
        }
        Channel channel = context.view().channels(transaction).byId(command.channel());
        if (channel == null || !channel.visibleTo(creator, stamp.timeMillis())) {
            return Answer.refused(CommunityRefusal.NO_SUCH_CHANNEL);
        }
        CommunityRefusal lacking = channel.lacking(creator, Permission.CREATE_THREADS, stamp.timeMillis());
        CommunityRefusal refusal = lacking != null ? lacking : unfit(channel);
        if (refusal != null) {
            return Answer.refused(refusal);
        }
        ThreadId id = new ThreadId(stamp.newId());
        ThreadSql threads = transaction.sql(ThreadSql.class);
        threads.insert(id.value(), channel.num(), command.title(), creator.member());
        ChatThread thread = threads.find(id).orElseThrow();
        transaction.sql(FollowerSql.class).add(creator.member(), thread.num());
        return Answer.done(thread, channel.num(), id.value());
    }

    private static @Nullable CommunityRefusal unfit(Channel channel) {
        if (channel.isArchived()) {
            return CommunityRefusal.CHANNEL_ARCHIVED;
        }
        if (channel.type() == ChannelType.VOICE) {
            return CommunityRefusal.NOT_A_TEXT_CHANNEL;
        }
        return channel.threadMode() == ThreadMode.DISABLED ? CommunityRefusal.THREADS_DISABLED : null;
    }

    public Applied<CommunityOutcome<ChatThread>> update(WriteSession transaction, Stamp stamp, UpdateThread command)
            throws SQLException {
        InvalidField invalid =
                command.title() == null ? null : TextRules.line("title", command.title(), Threads.TITLE_LIMIT);
        if (invalid != null) {
            return Answer.invalid(invalid);
        }
        return change.find(
                transaction,
                stamp,
                command.actor(),
                command.thread(),
                found -> patch(transaction, stamp, command, found));
    }

    private static Applied<CommunityOutcome<ChatThread>> patch(
            WriteSession transaction, Stamp stamp, UpdateThread command, ThreadChange.Found found) {
        CommunityRefusal refusal = refusal(found, command, stamp.timeMillis());
        if (refusal != null) {
            return Answer.refused(refusal);
        }
        ChatThread before = found.thread();
        ChatThread after = patched(before, command, stamp);
        if (after.equals(before)) {
            return Answer.unchanged(before);
        }
        Instant resolvedAt = after.resolvedAt();
        transaction
                .sql(ThreadSql.class)
                .update(
                        after.num(),
                        after.title(),
                        after.lastActivityId(),
                        after.locked(),
                        after.archived(),
                        resolvedAt == null ? null : resolvedAt.toEpochMilli());
        if (!found.actor().user().equals(before.createdBy())) {
            AuditTrail.write(
                    transaction,
                    stamp,
                    command.actor(),
                    AuditAction.THREAD_UPDATE,
                    after.id().value(),
                    null,
                    changes(before, after));
        }
        return Answer.done(after, found.channel().num(), after.id().value());
    }

    /// Why the one who asks may not change these parts, or null.
    private static @Nullable CommunityRefusal refusal(ThreadChange.Found found, UpdateThread command, long nowMillis) {
        Access actor = found.actor();
        if (found.channel().permits(actor, Permission.MANAGE_THREADS, nowMillis)) {
            return null;
        }
        if (actor.inTimeout(nowMillis)) {
            return CommunityRefusal.IN_TIMEOUT;
        }
        boolean own = found.thread().createdBy().equals(actor.user());
        if (!own || command.locked() != null || command.archived() != null) {
            return CommunityRefusal.NOT_ALLOWED;
        }
        return command.title() != null && found.thread().locked() ? CommunityRefusal.THREAD_LOCKED : null;
    }

    /// Taking a thread out of the archive is an activity: otherwise it would be archived again at once.
    private static ChatThread patched(ChatThread thread, UpdateThread patch, Stamp stamp) {
        Instant resolvedAt = thread.resolvedAt();
        if (patch.resolved() != null && patch.resolved() != (resolvedAt != null)) {
            resolvedAt = patch.resolved() ? Instant.ofEpochMilli(stamp.timeMillis()) : null;
        }
        boolean archived = Objects.requireNonNullElse(patch.archived(), thread.archived());
        return thread.with(
                Objects.requireNonNullElse(patch.title(), thread.title()),
                thread.archived() && !archived ? stamp.newId() : thread.lastActivityId(),
                Objects.requireNonNullElse(patch.locked(), thread.locked()),
                archived,
                resolvedAt);
    }

    private static AuditChanges changes(ChatThread before, ChatThread after) {
        return new AuditChanges()
                .add("title", before.title(), after.title())
                .add("locked", before.locked(), after.locked())
                .add("archived", before.archived(), after.archived())
                .add("resolvedAt", before.resolvedAt(), after.resolvedAt());
    }

    public Applied<CommunityOutcome<ChatThread>> delete(WriteSession transaction, Stamp stamp, DeleteThread command)
            throws SQLException {
        return change.find(transaction, stamp, command.actor(), command.thread(), found -> {
            CommunityRefusal lacking =
                    found.channel().lacking(found.actor(), Permission.MANAGE_THREADS, stamp.timeMillis());
            if (lacking != null) {
                return Answer.refused(lacking);
            }
            ChatThread thread = found.thread();
            transaction.sql(ThreadSql.class).delete(thread.num(), stamp.timeMillis());
            AuditTrail.write(
                    transaction,
                    stamp,
                    command.actor(),
                    AuditAction.THREAD_DELETE,
                    thread.id().value(),
                    null,
                    new AuditChanges().add("title", thread.title(), null));
            return Answer.done(thread, found.channel().num(), thread.id().value());
        });
    }
}
