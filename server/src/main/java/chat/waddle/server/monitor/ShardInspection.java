package chat.waddle.server.monitor;

import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.directory.shard.ShardState;
import chat.waddle.directory.shard.Shards;
import chat.waddle.directory.store.Origin;
import chat.waddle.monitor.OutOfService;
import chat.waddle.shard.NoSuchWaddleException;
import chat.waddle.shard.ShardCare;
import chat.waddle.shard.ShardStore;
import chat.waddle.sqlite.CheckReport;
import chat.waddle.sqlite.StorageException;
import java.time.Duration;
import java.util.List;

/// Checks one shard from end to end and takes it out of service where it is damaged. A schema that was changed by hand
/// is told, but serves on. Thread-safe.
public final class ShardInspection {
    private static final Duration DEADLINE = Duration.ofMinutes(30);

    private final Shards directory;
    private final ShardStore store;
    private final OutOfService outOfService;

    public ShardInspection(Shards directory, ShardStore store, OutOfService outOfService) {
        this.directory = directory;
        this.store = store;
        this.outOfService = outOfService;
    }

    /// What came of a check.
    ///
    /// @param findings one line each; none means sound
    /// @param serves whether the shard serves after it
    public record Result(List<String> findings, boolean serves) {
        public Result {
            findings = List.copyOf(findings);
        }

        public boolean sound() {
            return findings.isEmpty();
        }
    }

    public Result check(ShardRecord shard) {
        if (shard.state() == ShardState.QUARANTINED) {
            return new Result(List.of("out of service: " + shard.reason()), false);
        }
        try {
            CheckReport report = store.use(shard.waddle(), open -> new ShardCare(open).check(DEADLINE));
            if (report.sound()) {
                directory.checked(shard.shard());
                return new Result(store.use(shard.waddle(), open -> new ShardCare(open).drift(DEADLINE)), true);
            }
            String reason = "the check found: " + report.findings().getFirst();
            boolean _ = outOfService.quarantine(shard, reason, Origin.system());
            return new Result(report.findings(), false);
        } catch (StorageException failure) {
            boolean lost = outOfService.judge(shard, failure);
            return new Result(List.of(failure.kind() + ": " + failure.getMessage()), !lost);
        } catch (NoSuchWaddleException gone) {
            return new Result(List.of("its community is not in the directory"), false);
        }
    }
}
