package chat.waddle.server.cli;

import chat.waddle.server.control.CommandOutput;
import chat.waddle.server.control.ProgressSink;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where the program begins.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try (TerminalProgress bar = new TerminalProgress()) {
            boolean watched = Optional.ofNullable(System.console())
                    .map(Console::isTerminal)
                    .orElse(false);
            CommandOutput output = new CommandOutput(
                    new PrintWriter(System.out, false, Charset.defaultCharset()),
                    new PrintWriter(System.err, true, Charset.defaultCharset()),
                    watched ? bar : ProgressSink.NONE);
            return new CommandRun(System.getenv(), output, Path.of("").toAbsolutePath(), Operations::all)
                    .run(arguments);
        }
    }
}
