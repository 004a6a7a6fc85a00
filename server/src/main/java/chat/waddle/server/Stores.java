package chat.waddle.server;

import chat.waddle.attachment.AttachmentObjects;
import chat.waddle.directory.Directory;
import chat.waddle.directory.DirectoryConfig;
import chat.waddle.directory.shard.Shards;
import chat.waddle.monitor.ChangedShards;
import chat.waddle.objectstore.FolderObjectStore;
import chat.waddle.objectstore.ObjectStore;
import chat.waddle.server.config.ServerConfig;
import chat.waddle.server.erasure.EraseOnOpening;
import chat.waddle.server.erasure.ErasureLedger;
import chat.waddle.server.message.MessageJson;
import chat.waddle.server.shard.DirectoryPlaces;
import chat.waddle.server.shard.EngineListeners;
import chat.waddle.server.shard.EngineMetrics;
import chat.waddle.server.shard.SchemaRecords;
import chat.waddle.server.shard.ShardEvents;
import chat.waddle.shard.ShardStore;
import chat.waddle.shard.ShardStoreOptions;
import chat.waddle.sqlite.DataDirectory;
import chat.waddle.sqlite.SqliteLibrary;
import chat.waddle.sqlite.SqliteThreads;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/// Everything that keeps data, opened in order: SQLite's threads, the directory, the shards.
///
/// @param threads the only threads that call SQLite
/// @param attachments the contents of uploaded files
/// @param changes which shards' files may have changed since they were measured
/// @param ledger which accounts were erased
public record Stores(
        SqliteThreads threads,
        Directory directory,
        ShardStore shards,
        AttachmentObjects attachments,
        ChangedShards changes,
        ErasureLedger ledger,
        InstantSource clock) {
    static Stores open(Closing closing, DataDirectory data, ServerConfig config, MeterRegistry metrics) {
        SqliteLibrary.load(data.resolve("native"));
        InstantSource clock = InstantSource.system();
        SqliteThreads threads = closing.add(SqliteThreads.start());
        EngineMetrics engines = new EngineMetrics(metrics);
        Directory directory = closing.add(
                Directory.open(DirectoryConfig.standard(data.resolve("directory.sqlite")), threads, clock, engines));
        Shards known = directory.shards();
        ChangedShards changes = new ChangedShards();
        ErasureLedger ledger = ErasureLedger.in(data.root());
        ShardStore shards = closing.add(new ShardStore(
                new DirectoryPlaces(directory.catalogue(), known, data),
                ShardStoreOptions.withLimit(config.shardLimitBytes()),
                threads,
                clock,
                new ShardEvents(new EngineListeners(engines, changes), known),
                new MessageJson(),
                new SchemaRecords(known, new EraseOnOpening(ledger, changes))));
        ObjectStore objects =
                closing.add(FolderObjectStore.open(config.storeFolder().orElseGet(() -> data.resolve("objects"))));
        gauges(metrics, threads, shards);
        return new Stores(threads, directory, shards, new AttachmentObjects(objects, clock), changes, ledger, clock);
    }

    private static void gauges(MeterRegistry metrics, SqliteThreads threads, ShardStore shards) {
        Gauge.builder("waddle.shards.open", shards, ShardStore::openCount)
                .description("Shards that are open")
                .register(metrics);
        Gauge.builder("waddle.reads.waiting", threads, SqliteThreads::waitingReads)
                .description("Reads that wait for a thread")
                .register(metrics);
    }
}
