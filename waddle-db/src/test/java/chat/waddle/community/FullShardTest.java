package chat.waddle.community;

import static chat.waddle.shard.ShardFixture.OWNER;
import static chat.waddle.shard.ShardFixture.WADDLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.ids.UserId;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardFixture;
import chat.waddle.shard.ShardStoreOptions;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.command.Command;
import chat.waddle.sqlite.command.Request;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A shard that has reached its limit takes nothing new but still keeps order.
class FullShardTest {
    private static final UserId MEMBER = new UserId(700);

    @TempDir
    Path folder;

    @Test
    void aFullShardRefusesOrdinaryChangesButTakesKicksAndBans() {
        try (ShardFixture fixture = new ShardFixture(folder, ShardStoreOptions.withLimit(1_000_000))) {
            Shard shard = fixture.create(WADDLE);
            UserId other = new UserId(701);
            submit(shard, new JoinMember(MEMBER));
            submit(shard, new JoinMember(other));
            fill(shard);

            assertThatThrownBy(() -> submit(shard, longNickname(nextDigit(shard))))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            full -> assertThat(full.kind()).isEqualTo(StorageException.Kind.LIMIT_REACHED));
            assertThat(submit(shard, new KickMember(OWNER, other, "x".repeat(500))))
                    .isInstanceOf(CommunityOutcome.Done.class);
            assertThat(submit(shard, new BanMember(OWNER, MEMBER, "x".repeat(500), null)))
                    .isInstanceOf(CommunityOutcome.Done.class);
            assertThat(shard.access(MEMBER)).isEmpty();
        }
    }

    private static <R> R submit(Shard shard, Command<R> command) {
        return shard.submit(command, new Request(1, 1)).result();
    }

    private static void fill(Shard shard) {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        submit(shard, longNickname(i));
                    }
                })
                .isInstanceOf(StorageException.class);
    }

    /// One that differs from the nickname there is.
    private static int nextDigit(Shard shard) {
        Member member = shard.read(reader -> reader.members().find(MEMBER).orElseThrow());
        return Character.digit(String.valueOf(member.nickname()).charAt(0), 10) + 1;
    }

    private static ChangeNickname longNickname(int i) {
        return new ChangeNickname(OWNER, MEMBER, (i % 10 + "x").repeat(50));
    }
}
