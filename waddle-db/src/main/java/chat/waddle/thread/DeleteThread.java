package chat.waddle.thread;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ThreadId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Hides a thread; takes MANAGE_THREADS. Its messages stay in the channel's history.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_THREAD, IN_TIMEOUT, NOT_ALLOWED.
public record DeleteThread(UserId actor, ThreadId thread) implements Command<CommunityOutcome<ChatThread>> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
