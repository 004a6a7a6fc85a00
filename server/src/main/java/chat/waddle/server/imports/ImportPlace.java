package chat.waddle.server.imports;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.WaddleId;

/// Where an import goes to.
///
/// @param waddleName unique name of the waddle
public record ImportPlace(WaddleId waddle, String waddleName, ChannelId channel, String channelName) {}
