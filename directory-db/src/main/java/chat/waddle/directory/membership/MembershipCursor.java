package chat.waddle.directory.membership;

import chat.waddle.ids.WaddleId;
import java.time.Instant;

/// The last entry of a page of somebody's communities.
public record MembershipCursor(Instant joinedAt, WaddleId waddle) {
    public static MembershipCursor after(Membership last) {
        return new MembershipCursor(last.joinedAt(), last.waddle());
    }
}
