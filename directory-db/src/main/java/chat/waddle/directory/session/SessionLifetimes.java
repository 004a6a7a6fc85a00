package chat.waddle.directory.session;

import java.time.Duration;

/// How long tokens live.
///
/// @param access from sign-in or refresh
/// @param refresh from sign-in or the last refresh
/// @param retry within this time the same refresh token gets the same answer again; later it counts as stolen
public record SessionLifetimes(Duration access, Duration refresh, Duration retry) {
    public static final SessionLifetimes STANDARD =
            new SessionLifetimes(Duration.ofMinutes(15), Duration.ofDays(30), Duration.ofSeconds(10));
}
