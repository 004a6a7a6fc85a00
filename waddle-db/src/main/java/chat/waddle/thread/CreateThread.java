package chat.waddle.thread;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Begins a thread.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_CHANNEL, IN_TIMEOUT, NOT_ALLOWED, CHANNEL_ARCHIVED, NOT_A_TEXT_CHANNEL,
/// THREADS_DISABLED.
///
/// @param title 1 to [Threads#TITLE_LIMIT] characters
public record CreateThread(UserId creator, ChannelId channel, String title)
        implements Command<CommunityOutcome<ChatThread>> {}
