package chat.waddle.server.erasure;

import chat.waddle.erasure.EraseMember;
import chat.waddle.erasure.ErasureMode;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.migrations.MigrationException;
import chat.waddle.migrations.MigrationOutcome;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardOpenings;
import chat.waddle.sqlite.command.Request;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Erases again, before a file serves, what it knows of accounts that were erased: the file is one that was put back
/// from before. Thread-safe.
public final class EraseOnOpening implements ShardOpenings {
    private static final Logger LOG = LoggerFactory.getLogger(EraseOnOpening.class);
    private static final Request SYSTEM = new Request(Request.SYSTEM, 0);

    private final ErasureLedger ledger;
    private final ShardOpenings next;

    /// @param next hears of every opening too
    public EraseOnOpening(ErasureLedger ledger, ShardOpenings next) {
        this.ledger = ledger;
        this.next = next;
    }

    @Override
    public void opened(WaddleId waddle, String fileId, MigrationOutcome outcome) {
        next.opened(waddle, fileId, outcome);
    }

    @Override
    public void notMigrated(WaddleId waddle, String fileId, MigrationException cause) {
        next.notMigrated(waddle, fileId, cause);
    }

    @Override
    public void ready(Shard shard) {
        List<ErasureLedger.Entry> entries = ledger.settled();
        if (entries.isEmpty()) {
            return;
        }
        Map<UserId, ErasureMode> erased = new TreeMap<>(Comparator.comparingLong(UserId::value));
        for (ErasureLedger.Entry entry : entries) {
            ErasureMode mode = ErasureMode.valueOf(entry.mode().name());
            erased.merge(entry.user(), mode, (one, other) -> one.compareTo(other) >= 0 ? one : other);
        }
        Map<UserId, ErasureMode> left =
                shard.read(reader -> reader.erasedMembers().left(erased));
        left.forEach((user, mode) -> erase(shard, user, mode));
    }

    private static void erase(Shard shard, UserId user, ErasureMode mode) {
        LOG.atWarn()
                .addKeyValue("waddle", shard.waddle())
                .addKeyValue("user", user)
                .log("A file from before an erasure; the account is erased again before it serves");
        EraseMember command = new EraseMember(user, mode, ErasureRuns.AT_ONCE, true, ErasureRuns.pseudonym());
        boolean more = true;
        while (more) {
            more = shard.submit(command, SYSTEM).result() instanceof EraseMember.Erased part && !part.finished();
        }
    }
}
