package chat.waddle.channel;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Hides a channel with everything in it; its name is free again.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_CHANNEL.
public record DeleteChannel(UserId actor, ChannelId channel) implements Command<CommunityOutcome<Channel>> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
