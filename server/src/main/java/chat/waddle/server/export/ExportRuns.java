package chat.waddle.server.export;

import chat.waddle.attachment.AttachmentObjects;
import chat.waddle.directory.Directory;
import chat.waddle.directory.export.Export;
import chat.waddle.directory.export.Exports;
import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.shard.NoSuchWaddleException;
import chat.waddle.shard.ShardStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the copies that people have asked for, one after the other, and removes them after their time.
///
/// A copy is a row of the directory: after a restart it is written anew from its beginning. Call [#tick()] now and
/// then; not
/// thread-safe.
public final class ExportRuns {
    private static final Logger LOG = LoggerFactory.getLogger(ExportRuns.class);
    private static final int PAGE = 100;

    private final Directory directory;
    private final Exports exports;
    private final ShardStore shards;
    private final AttachmentObjects objects;
    private final ExportFiles files;
    private final InstantSource clock;

    public ExportRuns(
            Directory directory, ShardStore shards, AttachmentObjects objects, ExportFiles files, InstantSource clock) {
        this.directory = directory;
        this.exports = directory.exports();
        this.shards = shards;
        this.objects = objects;
        this.files = files;
        this.clock = clock;
    }

    /// Does what there is to do.
    ///
    /// @return how many copies were finished
    public int tick() {
        for (Export export : exports.expired(clock.instant())) {
            files.remove(export);
            exports.contentGone(export);
        }
        int finished = 0;
        for (Export export : exports.running()) {
            finished += carryOut(export) ? 1 : 0;
        }
        return finished;
    }

    private boolean carryOut(Export export) {
        try {
            Path written = write(export);
            Files.move(written, files.of(export), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (!exports.done(export, Files.size(files.of(export)))) {
                files.remove(export);
                return false;
            }
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("export", export.id()).log("An export failed");
            files.remove(export);
            exports.failed(export);
            return false;
        }
    }

    private Path write(Export export) throws IOException {
        Path target = files.unfinished(export);
        try (Archive archive = Archive.at(target)) {
            OwnArchive own = new OwnArchive(directory, objects, export.user(), archive);
            own.addDirectory();
            int all = countShards();
            List<ShardRecord> page = directory.shards().page("", PAGE);
            int done = 0;
            while (!page.isEmpty()) {
                for (ShardRecord shard : page) {
                    add(own, shard);
                }
                done += page.size();
                if (!exports.progress(export, Math.min(99, done * 100 / Math.max(1, all)))) {
                    throw new IOException("the account has gone");
                }
                page = directory.shards().page(page.getLast().shard().value(), PAGE);
            }
        }
        return target;
    }

    private int countShards() {
        int all = 0;
        List<ShardRecord> page = directory.shards().page("", PAGE);
        while (!page.isEmpty()) {
            all += page.size();
            page = directory.shards().page(page.getLast().shard().value(), PAGE);
        }
        return all;
    }

    private void add(OwnArchive own, ShardRecord shard) throws IOException {
        try {
            boolean _ = shards.useBriefly(shard.waddle(), open -> {
                try {
                    own.add(open);
                    return true;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (NoSuchWaddleException gone) {
            LOG.atDebug().addKeyValue("waddle", shard.waddle()).log("Nothing to copy");
        }
    }
}
