package chat.waddle.monitor;

/// Hears what the monitor finds; for logs, metrics and webhooks. Called by the thread that ticks; an exception is the
/// listener's own loss.
public interface MonitorListener {
    MonitorListener NONE = new MonitorListener() {};

    default void alert(Alert alert) {}

    default void ticked(TickReport report) {}
}
