package chat.waddle.server.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `waddle completion`: a script that lets bash and zsh complete commands and options.
@Command(name = "completion", description = "Print a completion script for bash and zsh: source <(waddle completion)")
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        root.getOut().print(AutoComplete.bash("waddle", root));
        root.getOut().flush();
        return ExitCode.OK;
    }
}
