package chat.waddle.server.cli;

/// What a command's exit code means.
public final class ExitCode {
    public static final int OK = 0;

    /// Carried out, and something was found that wants attention.
    public static final int FINDING = 1;

    /// The command line or a setting is wrong.
    public static final int USAGE = 2;

    /// Could not be carried out.
    public static final int FAILED = 3;

    private ExitCode() {}
}
