package chat.waddle.thread;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ThreadId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Changes parts of a thread: null leaves a part as it is. Its creator may rename it while it is not locked, and say
/// whether it is resolved; the rest takes MANAGE_THREADS.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_THREAD, IN_TIMEOUT, NOT_ALLOWED, THREAD_LOCKED.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpdateThread(
        UserId actor,
        ThreadId thread,
        @Nullable String title,
        @Nullable Boolean locked,
        @Nullable Boolean archived,
        @Nullable Boolean resolved)
        implements Command<CommunityOutcome<ChatThread>> {}
