package chat.waddle.directory.erasure;

import chat.waddle.ids.UserId;
import java.time.Instant;

/// Keeps everything of one account, or in one community, from being erased.
///
/// @param subject the id of the account or the community
/// @param waddle whether it is a community
public record LegalHold(long subject, boolean waddle, String reason, UserId placedBy, Instant placedAt) {}
