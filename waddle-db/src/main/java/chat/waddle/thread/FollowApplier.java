package chat.waddle.thread;

import chat.waddle.community.Answer;
import chat.waddle.community.CommunityContext;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.ids.IdClock;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;

/// Keeps who follows which thread, and writes down which threads went to sleep.
public final class FollowApplier {
    private final ThreadChange change;

    public FollowApplier(CommunityContext context) {
        this.change = new ThreadChange(context);
    }

    public Applied<CommunityOutcome<ChatThread>> follow(WriteSession transaction, Stamp stamp, FollowThread command)
            throws SQLException {
        return change.find(transaction, stamp, command.member(), command.thread(), found -> {
            if (found.actor().inTimeout(stamp.timeMillis())) {
                return Answer.refused(CommunityRefusal.IN_TIMEOUT);
            }
            FollowerSql followers = transaction.sql(FollowerSql.class);
            int member = found.actor().member();
            int thread = found.thread().num();
            int changed = command.follows() ? followers.add(member, thread) : followers.remove(member, thread);
            return changed == 0
                    ? Answer.unchanged(found.thread())
                    : Answer.done(
                            found.thread(),
                            found.channel().num(),
                            command.thread().value());
        });
    }

    public static Applied<ArchiveQuietThreads.Archived> archive(
            WriteSession transaction, Stamp stamp, ArchiveQuietThreads command) {
        int threads =
                transaction.sql(ThreadSql.class).archiveQuiet(IdClock.firstAt(stamp.timeMillis() + 1), command.limit());
        ArchiveQuietThreads.Archived archived = new ArchiveQuietThreads.Archived(threads);
        return threads == 0 ? Applied.unchanged(archived) : Applied.changed(archived, 0, 0);
    }
}
