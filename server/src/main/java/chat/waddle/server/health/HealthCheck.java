package chat.waddle.server.health;

/// One thing that must work for the server to be ready, such as the directory database. Quick, and thread-safe.
public interface HealthCheck {
    /// Short and stable, such as `database`.
    String name();

    /// True if it works now; false, or any exception, if not.
    boolean isHealthy() throws Exception;
}
