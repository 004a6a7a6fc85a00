package chat.waddle.community;

import chat.waddle.shard.ViewChanges;
import chat.waddle.shard.WriterView;

/// What the appliers of members, roles, channels and threads share: all of it belongs to one file's writer.
///
/// @param view rights and channels, the open transaction included
/// @param changes keeps both views true after a change
public record CommunityContext(WriterView view, ViewChanges changes) {}
