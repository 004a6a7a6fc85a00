package chat.waddle.server.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Finds the data directory before the command line is parsed, because the settings file stands in it.
final class DataArgument {
    private static final String OPTION = "--data";

    private DataArgument() {}

    static Path find(List<String> arguments, Map<String, String> environment) {
        for (int index = 0; index < arguments.size(); index++) {
            String argument = arguments.get(index);
            if (argument.startsWith(OPTION + "=")) {
                return Path.of(argument.substring(OPTION.length() + 1));
            }
            if (argument.equals(OPTION) && index + 1 < arguments.size()) {
                return Path.of(arguments.get(index + 1));
            }
        }
        return Path.of(environment.getOrDefault("WADDLE_DATA", "data"));
    }
}
