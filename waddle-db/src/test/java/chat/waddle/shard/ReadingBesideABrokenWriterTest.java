package chat.waddle.shard;

import static chat.waddle.shard.ShardFixture.OWNER;
import static chat.waddle.shard.ShardFixture.WADDLE;
import static chat.waddle.shard.ShardFixture.post;
import static chat.waddle.shard.ShardFixture.posted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.ids.ChannelId;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.command.Request;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The newest page of a channel comes through the writer once; a writer whose disk fails must not keep it back.
class ReadingBesideABrokenWriterTest {
    @TempDir
    Path folder;

    @Test
    void theNewestPageIsReadFromTheFileWhileTheWriterCannotWork() throws SQLException {
        try (ShardFixture fixture = new ShardFixture(folder)) {
            Shard shard = fixture.create(WADDLE);
            ChannelId talk = fixture.channel(shard, "talk");
            int num = Objects.requireNonNull(shard.channels().byId(talk)).num();
            posted(shard, talk, "before the fault");
            try (Connection other = DriverManager.getConnection(
                            "jdbc:sqlite:" + fixture.place(WADDLE).path());
                    var statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                // after a fault the log must be folded in before anything else, which another writer prevents
                assertThatThrownBy(() -> shard.engine().run(session -> {
                            throw new StorageException(StorageException.Kind.DISK_FULL, "the disk is full");
                        }))
                        .isInstanceOf(StorageException.class);
                assertThatThrownBy(() -> shard.submit(post(OWNER, talk, "refused"), new Request(OWNER.value(), 1)))
                        .as("the writer cannot work")
                        .isInstanceOf(StorageException.class);

                assertThat(shard.newest(num, 10).rows()).hasSize(1);
                statement.execute("COMMIT");
            }
            posted(shard, talk, "after the fault");
            assertThat(shard.newest(num, 10).rows()).hasSize(2);
        }
    }
}
