package chat.waddle.server.control;

import java.util.List;

/// A command line as somebody typed it, and the folder they stood in (relative paths mean that one).
public record CommandRequest(List<String> arguments, String directory) {
    public CommandRequest {
        arguments = List.copyOf(arguments);
    }
}
