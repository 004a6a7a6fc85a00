package chat.waddle.server.cli;

import java.util.List;

/// Every [Operation] of the command line, made anew for each line: picocli keeps in them what it parsed.
final class Operations {
    private Operations() {}

    static List<Operation> all() {
        return List.of();
    }
}
