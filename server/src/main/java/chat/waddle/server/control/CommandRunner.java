package chat.waddle.server.control;

/// Carries out one command line inside the running server. Thread-safe.
@FunctionalInterface
public interface CommandRunner {
    /// Returns the exit code.
    int run(CommandRequest request, CommandOutput output);
}
