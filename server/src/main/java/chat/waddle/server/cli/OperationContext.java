package chat.waddle.server.cli;

import chat.waddle.server.Application;
import chat.waddle.server.control.CommandOutput;
import chat.waddle.server.control.ProgressSink;
import java.io.PrintWriter;
import java.nio.file.Path;

/// What an [Operation] works with: the opened application, where to write, and the folder its user stands in.
public record OperationContext(Application application, CommandOutput output, Path directory) {
    public PrintWriter out() {
        return output.out();
    }

    public PrintWriter err() {
        return output.err();
    }

    public ProgressSink progress() {
        return output.progress();
    }

    /// A path as the user meant it; the server that carries out the command may stand somewhere else.
    public Path resolve(Path path) {
        return directory.resolve(path).normalize();
    }
}
