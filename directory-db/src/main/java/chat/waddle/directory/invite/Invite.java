package chat.waddle.directory.invite;

import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A code that lets people join a community.
///
/// @param code 128 random bits; stored as it is, because whoever manages invites must be able to pass it on again
/// @param maxUses null for any number
/// @param expiresAt null for never
public record Invite(
        long id,
        String code,
        WaddleId waddle,
        UserId createdBy,
        @Nullable Integer maxUses,
        int uses,
        Instant createdAt,
        @Nullable Instant expiresAt) {}
