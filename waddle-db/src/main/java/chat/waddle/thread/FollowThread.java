package chat.waddle.thread;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ThreadId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Follows a thread, or follows it no more. Who begins a thread or posts in it follows it without asking.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_THREAD, IN_TIMEOUT.
public record FollowThread(UserId member, ThreadId thread, boolean follows)
        implements Command<CommunityOutcome<ChatThread>> {}
