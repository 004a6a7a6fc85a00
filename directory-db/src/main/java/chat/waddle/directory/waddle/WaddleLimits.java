package chat.waddle.directory.waddle;

import java.time.Duration;

/// How many communities one account may own, and how long a deleted one can be brought back.
public record WaddleLimits(int ownedByOne, Duration undeleteWithin) {
    public static final WaddleLimits STANDARD = new WaddleLimits(100, Duration.ofDays(30));
}
