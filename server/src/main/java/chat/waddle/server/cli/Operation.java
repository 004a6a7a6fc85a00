package chat.waddle.server.cli;

/// A command that works on a data directory. Where a server owns the directory it is carried out inside that server,
/// else in a process that opens the directory itself: the same code, which cannot tell the two apart.
///
/// Implemented by picocli command classes with a [DataOption] mixin.
public interface Operation {
    /// Returns an [ExitCode]. Throws `CommandFailure` with one line that says what to do.
    int run(OperationContext context) throws Exception;
}
