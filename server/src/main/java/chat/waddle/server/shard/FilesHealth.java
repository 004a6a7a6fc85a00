package chat.waddle.server.shard;

import chat.waddle.server.health.HealthCheck;
import chat.waddle.sqlite.command.Engine;
import java.time.Duration;

/// The directory database answers.
public record FilesHealth(Engine directory) implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "database";
    }

    @Override
    public boolean isHealthy() {
        return Engine.await(directory.read(session -> session.number("SELECT 1"), PATIENCE), PATIENCE) == 1;
    }
}
