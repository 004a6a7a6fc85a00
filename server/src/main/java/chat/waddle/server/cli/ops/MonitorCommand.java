package chat.waddle.server.cli.ops;

import chat.waddle.monitor.ShardReport;
import chat.waddle.monitor.TickReport;
import chat.waddle.server.cli.DataOption;
import chat.waddle.server.cli.ExitCode;
import chat.waddle.server.cli.Operation;
import chat.waddle.server.cli.OperationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `waddle monitor`: one round through all shards for cron, or one after another until Ctrl-C.
@Command(
        name = "monitor",
        description =
                "Look after all shards: sizes, forecasts, checks, clean-up. Exits with 1 if something is over a mark, with 3 if a part failed.")
public final class MonitorCommand implements Operation {
    private static final Duration USUAL_INTERVAL = Duration.ofMinutes(1);

    @Mixin
    final DataOption data = new DataOption();

    @Option(names = "--once", description = "One round, then exit: for cron.")
    private boolean once;

    @Option(names = "--json", description = "One JSON object per round, with all shards.")
    private boolean json;

    @Option(names = "--all", description = "Show also small shards that are fine.")
    private boolean all;

    @Override
    public int run(OperationContext context) throws InterruptedException {
        if (once) {
            return round(context);
        }
        Duration configured = context.application().config().monitor().interval();
        Duration interval = configured.isZero() ? USUAL_INTERVAL : configured;
        CountDownLatch never = new CountDownLatch(1);
        do {
            int _ = round(context);
        } while (!never.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        return ExitCode.OK;
    }

    private int round(OperationContext context) {
        List<ShardReport> shards = new ArrayList<>();
        TickReport tick = context.application().monitoring().monitor().tick(shards::add);
        MonitorView view = new MonitorView(
                context.application().stores().directory().catalogue(),
                context.application().monitoring().monitor().policy().limitBytes());
        if (json) {
            context.out().println(view.json(tick, shards));
        } else {
            view.table(tick, shards, all).forEach(context.out()::println);
        }
        context.out().flush();
        if (tick.failed() > 0) {
            return ExitCode.FAILED;
        }
        return tick.isFine() ? ExitCode.OK : ExitCode.FINDING;
    }
}
