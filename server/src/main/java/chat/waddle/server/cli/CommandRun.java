package chat.waddle.server.cli;

import chat.waddle.server.Application;
import chat.waddle.server.DataTakenException;
import chat.waddle.server.config.ConfigException;
import chat.waddle.server.config.LayeredDefaults;
import chat.waddle.server.config.ServerConfig;
import chat.waddle.server.config.ServerOptions;
import chat.waddle.server.config.SettingsFile;
import chat.waddle.server.control.CommandOutput;
import chat.waddle.server.control.CommandRequest;
import chat.waddle.server.control.ControlClient;
import chat.waddle.server.http.PortTakenException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Carries out one command line: finds its settings, parses it, and runs it here or in the server that owns the data
/// directory. Every error becomes one line; `--debug` shows where it comes from.
final class CommandRun {
    private final Map<String, String> environment;
    private final CommandOutput output;
    private final Path directory;
    private final Supplier<List<Operation>> operations;

    /// `operations` makes the commands anew each time; `directory` is the folder the user stands in.
    CommandRun(
            Map<String, String> environment,
            CommandOutput output,
            Path directory,
            Supplier<List<Operation>> operations) {
        this.environment = Map.copyOf(environment);
        this.output = output;
        this.directory = directory;
        this.operations = operations;
    }

    /// Returns the exit code.
    int run(List<String> arguments) {
        try {
            LayeredDefaults defaults = defaults(arguments);
            return execute(arguments, defaults, leaf -> operate(leaf, arguments, defaults));
        } catch (ConfigException problem) {
            return complain(problem.getMessage(), ExitCode.USAGE);
        } finally {
            output.out().flush();
            output.err().flush();
        }
    }

    /// Carries the line out on an application that is open already: inside its server.
    int runInside(Application application, List<String> arguments) {
        try {
            OperationContext context = new OperationContext(application, output, directory);
            return execute(arguments, defaults(arguments), operation -> operation.run(context));
        } catch (ConfigException problem) {
            return complain(problem.getMessage(), ExitCode.USAGE);
        }
    }

    private int execute(List<String> arguments, LayeredDefaults defaults, Runner runner) {
        CommandLine tree = CommandTree.build(defaults, this::inside, operations.get());
        tree.setOut(output.out()).setErr(output.err());
        tree.setParameterExceptionHandler((problem, _) -> misused(problem));
        tree.setExecutionExceptionHandler((problem, line, _) -> failed(problem, line));
        tree.setExecutionStrategy(parsed -> dispatch(parsed, runner));
        return tree.execute(arguments.toArray(String[]::new));
    }

    private int dispatch(ParseResult parsed, Runner runner) {
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        CommandLine line = parsed.asCommandLineList().getLast();
        Object command = line.getCommandSpec().userObject();
        try {
            return switch (command) {
                case Operation operation -> runner.run(operation);
                case Callable<?> callable -> callable.call() instanceof Integer code ? code : ExitCode.OK;
                default -> throw new ParameterException(line, "Say which command to run");
            };
        } catch (ParameterException problem) {
            throw problem;
        } catch (Exception problem) {
            throw new CommandLine.ExecutionException(line, "failed", problem);
        }
    }

    private int operate(Operation operation, List<String> arguments, LayeredDefaults defaults) throws Exception {
        Path data = directory.resolve(DataArgument.find(arguments, environment));
        CommandRequest request = new CommandRequest(arguments, directory.toString());
        OptionalInt elsewhere = ControlClient.run(data, request, output);
        if (elsewhere.isPresent()) {
            return elsewhere.getAsInt();
        }
        try (Application application = Application.open(config(data, defaults))) {
            return operation.run(new OperationContext(application, output, directory));
        }
    }

    private int inside(Application application, CommandRequest request, CommandOutput target) {
        return new CommandRun(environment, target, Path.of(request.directory()), operations)
                .runInside(application, request.arguments());
    }

    private LayeredDefaults defaults(List<String> arguments) {
        Path data = directory.resolve(DataArgument.find(arguments, environment));
        return new LayeredDefaults(environment, SettingsFile.read(data, LayeredDefaults.options()));
    }

    private static ServerConfig config(Path data, LayeredDefaults defaults) {
        ServerOptions options = new ServerOptions();
        new CommandLine(options).setDefaultValueProvider(defaults).parseArgs("--data", data.toString());
        return options.config(defaults);
    }

    private int misused(ParameterException problem) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        return complain(problem.getMessage() + " (see " + command + " --help)", ExitCode.USAGE);
    }

    private int failed(Exception problem, CommandLine line) {
        Throwable cause = problem instanceof CommandLine.ExecutionException && problem.getCause() != null
                ? problem.getCause()
                : problem;
        if (line.getCommandSpec().root().userObject() instanceof RootCommand root && root.isDebug()) {
            cause.printStackTrace(output.err());
        }
        return switch (cause) {
            case ConfigException wrong -> complain(wrong.getMessage(), ExitCode.USAGE);
            case UsageFailure wrong -> complain(wrong.getMessage(), ExitCode.USAGE);
            case DataTakenException taken -> complain(taken.getMessage(), ExitCode.FAILED);
            case CommandFailure failure -> complain(failure.getMessage(), ExitCode.FAILED);
            case PortTakenException taken -> complain(taken.getMessage(), ExitCode.FAILED);
            default -> complain(cause + " (run again with --debug for the place)", ExitCode.FAILED);
        };
    }

    private int complain(@Nullable String message, int exitCode) {
        output.err()
                .println(
                        "waddle: " + String.valueOf(message).lines().findFirst().orElse(""));
        return exitCode;
    }

    @FunctionalInterface
    private interface Runner {
        int run(Operation operation) throws Exception;
    }
}
