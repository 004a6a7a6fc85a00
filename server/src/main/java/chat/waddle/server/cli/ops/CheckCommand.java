package chat.waddle.server.cli.ops;

import chat.waddle.directory.Directory;
import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.directory.waddle.Waddle;
import chat.waddle.server.cli.CommandFailure;
import chat.waddle.server.cli.DataOption;
import chat.waddle.server.cli.ExitCode;
import chat.waddle.server.cli.Operation;
import chat.waddle.server.cli.OperationContext;
import chat.waddle.server.http.Json;
import chat.waddle.server.monitor.ShardInspection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `waddle check`: everything that can be checked of some or all shards; damaged ones are taken out of service.
@Command(
        name = "check",
        description =
                "Check pages, references, search index, journal, counts and schema of shards. Exits with 1 on findings.")
public final class CheckCommand implements Operation {
    private static final int PAGE = 500;

    @Mixin
    final DataOption data = new DataOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Parameters(paramLabel = "WADDLE", description = "Names or ids of communities (default: all).")
    private List<String> waddles = new ArrayList<>();

    /// One shard that is not sound.
    record Finding(String shardId, String waddleId, List<String> findings) {}

    /// What all came to.
    record Result(long checked, long sound, List<Finding> damaged) {}

    @Override
    public int run(OperationContext context) {
        Directory directory = context.application().stores().directory();
        List<ShardRecord> shards = waddles.isEmpty() ? all(directory) : named(directory);
        ShardInspection inspection = context.application().monitoring().inspection();
        List<Finding> damaged = new ArrayList<>();
        long done = 0;
        for (ShardRecord shard : shards) {
            ShardInspection.Result result = inspection.check(shard);
            if (!result.sound()) {
                Finding finding = new Finding(
                        shard.shard().value(), Long.toString(shard.waddle().value()), result.findings());
                damaged.add(finding);
                tell(context, finding);
            }
            context.progress().report("check", ++done, shards.size());
        }
        Result result = new Result(done, done - damaged.size(), damaged);
        context.out()
                .println(
                        json
                                ? new String(Json.bytes(result), StandardCharsets.UTF_8)
                                : result.sound() + " of " + done + " shards are sound");
        return damaged.isEmpty() ? ExitCode.OK : ExitCode.FINDING;
    }

    private void tell(OperationContext context, Finding finding) {
        if (!json) {
            finding.findings()
                    .forEach(line -> context.out()
                            .println("shard " + finding.shardId() + " of waddle " + finding.waddleId() + ": " + line));
        }
    }

    private List<ShardRecord> named(Directory directory) {
        List<ShardRecord> shards = new ArrayList<>();
        for (String name : waddles) {
            Waddle waddle = directory
                    .catalogue()
                    .find(name)
                    .orElseThrow(() -> new CommandFailure("There is no waddle '" + name + "'; give a name or an id"));
            shards.addAll(directory.shards().ofWaddle(waddle.id()));
        }
        return shards;
    }

    private static List<ShardRecord> all(Directory directory) {
        List<ShardRecord> shards = new ArrayList<>();
        List<ShardRecord> page = directory.shards().page("", PAGE);
        while (!page.isEmpty()) {
            shards.addAll(page);
            page = page.size() < PAGE
                    ? List.of()
                    : directory.shards().page(page.getLast().shard().value(), PAGE);
        }
        return shards;
    }
}
