package chat.waddle.channel;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import java.util.List;

/// Puts all channels into this order at once.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, CHANNELS_DIFFER.
///
/// @param channels every channel that is not deleted, once
public record OrderChannels(UserId actor, List<ChannelId> channels) implements Command<CommunityOutcome<ChannelList>> {}
