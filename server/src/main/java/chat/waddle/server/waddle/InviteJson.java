package chat.waddle.server.waddle;

import chat.waddle.directory.invite.Invite;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An invite, as those see it who may pass it on.
record InviteJson(
        String code,
        WaddleId waddleId,
        UserId createdBy,
        @Nullable Integer maxUses,
        int uses,
        Instant createdAt,
        @Nullable Instant expiresAt) {
    static InviteJson of(Invite invite) {
        return new InviteJson(
                invite.code(),
                invite.waddle(),
                invite.createdBy(),
                invite.maxUses(),
                invite.uses(),
                invite.createdAt(),
                invite.expiresAt());
    }
}
