package chat.waddle.server.cli.ops;

import chat.waddle.directory.Directory;
import chat.waddle.directory.shard.MigrationResult;
import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.directory.shard.ShardState;
import chat.waddle.directory.waddle.Route;
import chat.waddle.directory.waddle.WaddleState;
import chat.waddle.monitor.Monitor;
import chat.waddle.monitor.ShardReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Names every shard that does not serve, will not serve when it is opened, is nearly full or could not be migrated.
/// Files are not opened for that.
final class ShardExam {
    private static final int PAGE = 500;

    private final Directory directory;
    private final Monitor monitor;

    ShardExam(Directory directory, Monitor monitor) {
        this.directory = directory;
        this.monitor = monitor;
    }

    List<Diagnosis> run() {
        List<Diagnosis> found = new ArrayList<>();
        long shards = 0;
        List<ShardRecord> page = directory.shards().page("", PAGE);
        while (!page.isEmpty()) {
            shards += page.size();
            page.forEach(shard -> examine(shard).ifPresent(found::add));
            page = page.size() < PAGE
                    ? List.of()
                    : directory.shards().page(page.getLast().shard().value(), PAGE);
        }
        if (found.isEmpty()) {
            found.add(Diagnosis.fine("shards", shards + " shards, none out of service"));
        }
        return found;
    }

    private Optional<Diagnosis> examine(ShardRecord shard) {
        String who = "shard " + shard.shard() + " of waddle " + shard.waddle().value();
        if (shard.state() == ShardState.QUARANTINED) {
            return Optional.of(Diagnosis.bad(
                    "shard",
                    who + " is out of service: " + shard.reason(),
                    "Put a sound file in its place (without -wal and -shm), then" + " POST /api/v1/admin/shards/"
                            + shard.shard() + "/release"));
        }
        Optional<String> fault = hasFile(shard) ? monitor.outOfService().visibleFault(shard) : Optional.empty();
        if (fault.isPresent()) {
            return Optional.of(Diagnosis.bad(
                    "shard", who + ": " + fault.get(), "Put its file back before somebody uses it, or restore it"));
        }
        if (shard.migration() == MigrationResult.FAILED) {
            return Optional.of(Diagnosis.bad(
                    "shard", who + " was not migrated: " + shard.migrationDetail(), "Run ./waddle migrate again"));
        }
        ShardReport report = monitor.look(shard);
        return report.step().isOverAMark()
                ? Optional.of(Diagnosis.notice(
                        "shard",
                        who + " uses " + Math.round(report.percent()) + " % of its limit",
                        "Raise --shard-limit-bytes or delete history"))
                : Optional.empty();
    }

    private boolean hasFile(ShardRecord shard) {
        return directory
                .catalogue()
                .route(shard.waddle())
                .map(Route::state)
                .filter(state -> state == WaddleState.ACTIVE || state == WaddleState.SUSPENDED)
                .isPresent();
    }
}
