package chat.waddle.server.cli.ops;

import chat.waddle.server.Application;
import chat.waddle.server.cli.DataOption;
import chat.waddle.server.cli.ExitCode;
import chat.waddle.server.cli.Operation;
import chat.waddle.server.cli.OperationContext;
import chat.waddle.server.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `waddle doctor`: looks at the machine and at all shards, and says what to do.
@Command(
        name = "doctor",
        description = "Examine the machine and the data, and say what to do. Exits with 1 if something is wrong.")
public final class DoctorCommand implements Operation {
    @Mixin
    final DataOption data = new DataOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /// One diagnosis on the wire.
    record DiagnosisJson(String what, String level, String text, String advice) {
        static DiagnosisJson of(Diagnosis diagnosis) {
            return new DiagnosisJson(diagnosis.what(), diagnosis.level().label(), diagnosis.text(), diagnosis.advice());
        }
    }

    @Override
    public int run(OperationContext context) {
        Application application = context.application();
        List<Diagnosis> found = new ArrayList<>(new MachineExam(application.dataDirectory())
                .run(application.stores().clock().instant()));
        found.addAll(new ShardExam(
                        application.stores().directory(),
                        application.monitoring().monitor())
                .run());
        if (json) {
            List<DiagnosisJson> all = found.stream().map(DiagnosisJson::of).toList();
            context.out().println(new String(Json.bytes(all), StandardCharsets.UTF_8));
        } else {
            found.forEach(diagnosis -> tell(context, diagnosis));
        }
        return found.stream().anyMatch(diagnosis -> diagnosis.level() == Diagnosis.Level.BAD)
                ? ExitCode.FINDING
                : ExitCode.OK;
    }

    private static void tell(OperationContext context, Diagnosis diagnosis) {
        context.out().println("%-7s %-12s %s".formatted(diagnosis.level().label(), diagnosis.what(), diagnosis.text()));
        if (!diagnosis.isFine()) {
            context.out().println(" ".repeat(21) + "→ " + diagnosis.advice());
        }
    }
}
