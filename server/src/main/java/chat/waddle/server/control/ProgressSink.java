package chat.waddle.server.control;

/// Hears how far a long operation is. May be called often; implementations thin the reports out themselves.
@FunctionalInterface
public interface ProgressSink {
    ProgressSink NONE = (_, _, _) -> {};

    /// `total` is negative while it is not known; `done == total` ends the task.
    void report(String task, long done, long total);
}
