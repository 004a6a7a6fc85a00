package chat.waddle.server.http;

import java.time.Duration;
import java.util.Locale;

/// Every limiter of the server: what it counts per, and how much it allows unless the operator says otherwise.
public enum RateLimit {
    /// Not limited.
    NONE(Subject.ADDRESS, 1, Duration.ofSeconds(1)),
    REGISTER(Subject.ADDRESS, 10, Duration.ofHours(1)),
    LOGIN(Subject.ADDRESS, 20, Duration.ofMinutes(1)),
    /// Twice what one address may try, so that no single address can lock a person out.
    LOGIN_ACCOUNT(Subject.NAMED, 40, Duration.ofMinutes(1)),
    REFRESH(Subject.ADDRESS, 60, Duration.ofMinutes(1)),
    GUEST(Subject.ADDRESS, 10, Duration.ofHours(1)),
    BAD_TOKEN(Subject.ADDRESS, 120, Duration.ofMinutes(1)),
    PUBLIC_READS(Subject.ADDRESS, 120, Duration.ofSeconds(10)),
    ACCOUNT(Subject.USER, 30, Duration.ofMinutes(1)),
    READS(Subject.USER, 300, Duration.ofSeconds(10)),
    WRITES(Subject.USER, 100, Duration.ofSeconds(10)),
    SEARCH(Subject.USER, 50, Duration.ofSeconds(10)),
    /// Each may ask many files.
    SEARCH_EVERYWHERE(Subject.USER, 10, Duration.ofSeconds(10)),
    CREATE_WADDLE(Subject.USER, 20, Duration.ofHours(1)),
    JOIN(Subject.USER, 30, Duration.ofMinutes(1)),
    UPLOADS(Subject.USER, 30, Duration.ofMinutes(1)),
    EXPORTS(Subject.USER, 5, Duration.ofDays(1)),
    ADMIN(Subject.USER, 100, Duration.ofSeconds(10)),
    MESSAGES(Subject.USER_IN_WADDLE, 50, Duration.ofSeconds(10)),
    REACTIONS(Subject.USER_IN_WADDLE, 50, Duration.ofSeconds(10)),
    MODERATION(Subject.USER_IN_WADDLE, 60, Duration.ofSeconds(10));

    private final Subject subject;
    private final long capacity;
    private final Duration period;
    private final String label;

    RateLimit(Subject subject, long capacity, Duration period) {
        this.subject = subject;
        this.capacity = capacity;
        this.period = period;
        this.label = name().toLowerCase(Locale.ROOT);
    }

    public Subject subject() {
        return subject;
    }

    /// What is allowed by default.
    public RateRule rule() {
        return new RateRule(capacity, period);
    }

    /// The name on the wire (`X-RateLimit-Bucket`) and in the settings: lower-case, with underscores.
    public String label() {
        return label;
    }

    /// What a limiter counts per. A caller who is not signed in always counts by address.
    public enum Subject {
        ADDRESS,
        USER,
        USER_IN_WADDLE,
        /// What a handler names after it has read the body.
        NAMED
    }
}
