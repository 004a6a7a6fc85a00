package chat.waddle.thread;

import chat.waddle.channel.Channel;
import chat.waddle.community.Access;
import chat.waddle.community.Answer;
import chat.waddle.community.CommunityContext;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.ids.ThreadId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;

/// The frame of every command about one thread: find who asks, the thread and its channel, then go on.
final class ThreadChange {
    private final CommunityContext context;

    ThreadChange(CommunityContext context) {
        this.context = context;
    }

    /// A thread that the one who asks may see, as it is now.
    record Found(Access actor, Channel channel, ChatThread thread) {}

    /// What to do with the thread that was found.
    @FunctionalInterface
    interface Step {
        Applied<CommunityOutcome<ChatThread>> apply(Found found) throws SQLException;
    }

    Applied<CommunityOutcome<ChatThread>> find(
            WriteSession transaction, Stamp stamp, UserId user, ThreadId id, Step step) throws SQLException {
        Access actor = context.view().access(transaction, user);
        if (actor == null) {
            return Answer.refused(CommunityRefusal.NOT_A_MEMBER);
        }
        ChatThread thread = transaction.sql(ThreadSql.class).find(id).orElse(null);
        if (thread == null) {
            return Answer.refused(CommunityRefusal.NO_SUCH_THREAD);
        }
        Channel channel = context.view().channels(transaction).byId(thread.channel());
        if (channel == null || !channel.visibleTo(actor, stamp.timeMillis())) {
            return Answer.refused(CommunityRefusal.NO_SUCH_THREAD);
        }
        return step.apply(new Found(actor, channel, thread.asOf(channel, stamp.timeMillis())));
    }
}
