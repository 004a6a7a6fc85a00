package chat.waddle.directory.shard;

import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.WaddleId;
import chat.waddle.migrations.FleetShard;
import chat.waddle.migrations.ShardOutcome;
import chat.waddle.sqlite.command.CommandTypes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The files of the communities: sizes, growth, health, schema. The files are the truth; they are told here every
/// minute or so. Thread-safe.
public final class Shards {
    /// Measures told at once.
    public static final int BATCH_LIMIT = 500;

    private static final int PAGE_LIMIT = 1000;
    private static final int REASON_LENGTH = 1000;
    private static final Duration GROWTH_KEPT = Duration.ofDays(400);

    private final DirectoryStore store;
    private final InstantSource clock;

    public Shards(DirectoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    public static void register(CommandTypes.Builder types) {
        types.add(70, "record_measures", RecordMeasures.class);
        types.add(71, "set_shard_state", SetShardState.class);
        types.add(72, "record_migration", RecordMigration.class);
        types.add(73, "record_check", RecordCheck.class);
    }

    /// Writes down what up to [#BATCH_LIMIT] shards hold, in one commit.
    ///
    /// @param keepHistory true to make it a point of their growth as well, which is kept for 400 days
    /// @return how many of them are known
    public int measured(List<ShardMeasure> measures, boolean keepHistory) {
        if (measures.size() > BATCH_LIMIT) {
            throw new IllegalArgumentException("at most " + BATCH_LIMIT + " measures at once, got " + measures.size());
        }
        if (measures.isEmpty()) {
            return 0;
        }
        long forgetBefore = clock.instant().minus(GROWTH_KEPT).toEpochMilli();
        return store.commit(new RecordMeasures(List.copyOf(measures), keepHistory, forgetBefore), Origin.system());
    }

    /// The points of a shard's growth since a time, oldest first, at most 1,000.
    public List<SizeAt> growth(ShardId shard, Instant since) {
        long from = since.toEpochMilli();
        return store.read(session -> session.sql(ShardSql.class).growth(shard.value(), from, PAGE_LIMIT));
    }

    public Optional<ShardRecord> find(ShardId shard) {
        return store.read(session -> session.sql(ShardSql.class).find(shard.value()));
    }

    public Optional<ShardStanding> standing(ShardId shard) {
        return store.read(session -> ShardStanding.find(session, shard));
    }

    public List<ShardRecord> ofWaddle(WaddleId waddle) {
        return store.read(session -> session.sql(ShardSql.class).ofWaddle(waddle));
    }

    /// All shards, page by page in order of their ids; fewer than asked for mean the end.
    ///
    /// @param after the last id of the page before, or empty text
    /// @param limit at most 1,000
    public List<ShardRecord> page(String after, int limit) {
        int rows = Math.clamp(limit, 1, PAGE_LIMIT);
        return store.read(session -> session.sql(ShardSql.class).page(after, rows));
    }

    /// The shards that are out of service, page by page in order of their ids.
    public List<ShardRecord> quarantined(String after, int limit) {
        int rows = Math.clamp(limit, 1, PAGE_LIMIT);
        return store.read(session -> session.sql(ShardSql.class).quarantined(after, rows));
    }

    /// Takes a shard out of service.
    ///
    /// @return false when there is none or it is out already
    public boolean quarantine(ShardId shard, String reason, Origin origin) {
        return store.commit(new SetShardState(shard, true, cut(reason), origin), origin);
    }

    /// Puts a shard back into service.
    ///
    /// @return false when there is none or it serves already
    public boolean release(ShardId shard, String reason, Origin origin) {
        return store.commit(new SetShardState(shard, false, cut(reason), origin), origin);
    }

    /// Writes down that the file was checked and found sound.
    public void checked(ShardId shard) {
        store.commit(new RecordCheck(shard), Origin.system());
    }

    /// The shards as the sweep of migrations wants them.
    public List<FleetShard> fleetPage(String after, int limit) {
        return page(after, limit).stream()
                .map(shard -> new FleetShard(
                        shard.shard().value(), shard.schemaVersion(), shard.migration() == MigrationResult.FAILED))
                .toList();
    }

    /// Writes down how the migration of a shard ended; asking again with the same costs no commit.
    public void migrated(ShardId shard, ShardOutcome outcome) {
        RecordMigration change = switch (outcome) {
            case ShardOutcome.Current current ->
                new RecordMigration(shard, MigrationResult.DONE, "", current.version());
            case ShardOutcome.Migrated migrated ->
                new RecordMigration(shard, MigrationResult.DONE, "", migrated.version());
            case ShardOutcome.Failed failed ->
                new RecordMigration(shard, MigrationResult.FAILED, cut(failed.reason()), RecordMigration.UNKNOWN);
        };
        store.commit(change, Origin.system());
    }

    private static String cut(String reason) {
        return reason.codePointCount(0, reason.length()) <= REASON_LENGTH
                ? reason
                : reason.substring(0, reason.offsetByCodePoints(0, REASON_LENGTH));
    }
}
