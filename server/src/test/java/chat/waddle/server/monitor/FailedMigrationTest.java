package chat.waddle.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.shard.MigrationResult;
import chat.waddle.directory.shard.ShardPath;
import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.directory.shard.ShardState;
import chat.waddle.ids.WaddleId;
import chat.waddle.migrations.SweepListener;
import chat.waddle.migrations.SweepOptions;
import chat.waddle.migrations.SweepReport;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A shard that cannot be brought to the schema of this program.
@Timeout(60)
class FailedMigrationTest {
    private static final long USER_VERSION_AT = 60;

    @Test
    void itDoesNotServeIsNamedAndGetsAnotherChanceFromTheNextSweep(@TempDir Path folder) throws IOException {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person owner = server.person("owner");
            String waddle = server.waddle(owner, "home", true);
            String channels = "/waddles/" + waddle + "/channels";
            server.get(owner, channels).expect(200);
            Awaitility.await().until(() -> shard(server, waddle).migration() == MigrationResult.DONE);
            int version = shard(server, waddle).schemaVersion();

            putAway(server, waddle);
            setVersion(server, waddle, 0);
            server.get(owner, channels).expect(503, "shard_quarantined");
            Awaitility.await()
                    .until(() -> shard(server, waddle).migration() == MigrationResult.FAILED
                            && shard(server, waddle).state() == ShardState.QUARANTINED);
            assertThat(sweep(server).failed()).isEqualTo(1);
            server.get(owner, channels).expect(503, "shard_quarantined");

            setVersion(server, waddle, version);
            assertThat(sweep(server).failed()).isZero();
            server.get(owner, channels).expect(200);
            assertThat(shard(server, waddle).migration()).isEqualTo(MigrationResult.DONE);
        }
    }

    @Test
    void aShardTakenOutOfServiceByAnOperatorIsNotOpenedByASweep(@TempDir Path folder) {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person operator = server.operator("operator");
            Person owner = server.person("owner");
            String waddle = server.waddle(owner, "home", true);
            String shard = shard(server, waddle).shard().value();
            server.post(operator, "/admin/shards/" + shard + "/quarantine", "{\"reason\": \"by hand\"}")
                    .expect(200);
            for (int round = 0; round < 3; round++) {
                SweepReport report = server.application()
                        .monitoring()
                        .migrations()
                        .run(SweepOptions.DEFAULT.withVerify(true).withCanaries(0), SweepListener.SILENT)
                        .orElseThrow();
                assertThat(report.failures().getFirst().reason()).contains("by hand");
            }
            server.get(owner, "/waddles/" + waddle + "/channels").expect(503, "shard_quarantined");
        }
    }

    private static SweepReport sweep(CommunityServer server) {
        return server.application()
                .monitoring()
                .migrations()
                .run(SweepOptions.DEFAULT, SweepListener.SILENT)
                .orElseThrow();
    }

    private static void putAway(CommunityServer server, String waddle) {
        server.application().stores().shards().putAway(new WaddleId(Long.parseLong(waddle)));
    }

    private static ShardRecord shard(CommunityServer server, String waddle) {
        return server.application()
                .stores()
                .directory()
                .shards()
                .ofWaddle(new WaddleId(Long.parseLong(waddle)))
                .getFirst();
    }

    private static void setVersion(CommunityServer server, String waddle, int version) throws IOException {
        Path file = server.application()
                .dataDirectory()
                .resolve(ShardPath.of(shard(server, waddle).shard()));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            int _ = channel.write(ByteBuffer.allocate(4).putInt(version).flip(), USER_VERSION_AT);
        }
    }
}
