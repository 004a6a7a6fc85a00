package chat.waddle.server.waddle;

import chat.waddle.directory.membership.Membership;
import chat.waddle.directory.waddle.Waddle;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A waddle one belongs to, and how.
record OwnWaddleJson(WaddleJson waddle, @Nullable String nickname, Instant joinedAt, String notificationLevel) {
    static OwnWaddleJson of(Membership membership, Waddle waddle) {
        return new OwnWaddleJson(
                WaddleJson.of(waddle),
                membership.nickname(),
                membership.joinedAt(),
                membership.notificationLevel().name().toLowerCase(Locale.ROOT));
    }
}
