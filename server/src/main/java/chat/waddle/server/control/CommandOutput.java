package chat.waddle.server.control;

import java.io.PrintWriter;

/// Where a command writes: results, complaints, progress.
public record CommandOutput(PrintWriter out, PrintWriter err, ProgressSink progress) {}
