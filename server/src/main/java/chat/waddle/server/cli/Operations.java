package chat.waddle.server.cli;

import chat.waddle.server.cli.ops.AdminCommand;
import chat.waddle.server.cli.ops.CheckCommand;
import chat.waddle.server.cli.ops.DoctorCommand;
import chat.waddle.server.cli.ops.MigrateCommand;
import chat.waddle.server.cli.ops.MonitorCommand;
import java.util.List;

/// Every [Operation] of the command line, made anew for each line: picocli keeps in them what it parsed.
final class Operations {
    private Operations() {}

    static List<Operation> all() {
        return List.of(
                new MonitorCommand(),
                new CheckCommand(),
                new MigrateCommand(),
                new DoctorCommand(),
                new AdminCommand());
    }
}
