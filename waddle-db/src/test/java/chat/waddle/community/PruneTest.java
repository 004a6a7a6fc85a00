package chat.waddle.community;

import static chat.waddle.community.CommunityFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruneTest {
    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private ChannelId channel;

    @BeforeEach
    void open() {
        waddle = new CommunityFixture(folder);
        channel = waddle.channel("talk");
    }

    @AfterEach
    void close() {
        assertThat(waddle.counts().members()).as("the kept count").isEqualTo((int) waddle.activeRows());
        waddle.close();
    }

    private PruneMembers prune(UserId actor, int days, int limit) {
        return new PruneMembers(actor, days, 0, limit, "idle");
    }

    private int prunable(int days) {
        return waddle.shard.read(
                reader -> reader.members().prunable(days, waddle.member(OWNER).num(), waddle.shards.clock.instant()));
    }

    private @Nullable Access access(UserId user) {
        return waddle.shard.access(user).orElse(null);
    }

    @Test
    void whoIsSilentForLongGoesAndEverybodyElseStays() {
        UserId silent = waddle.joined();
        UserId wroteLongAgo = waddle.joined();
        waddle.post(wroteLongAgo, channel);
        UserId writer = waddle.joined();
        UserId withRole = waddle.holding(5, Permission.PIN_MESSAGES);
        waddle.shards.clock.advance(Duration.ofDays(7));
        waddle.post(writer, channel);
        UserId newcomer = waddle.joined();
        waddle.shards.clock.advance(Duration.ofDays(23));
        assertThat(prunable(31)).isZero();
        waddle.unchanged(prune(OWNER, 31, 10));
        waddle.shards.clock.advance(Duration.ofSeconds(1));

        assertThat(prunable(30)).isEqualTo(2);
        assertThat(waddle.done(prune(OWNER, 30, 10)).members()).isEqualTo(2);

        assertThat(access(silent)).isNull();
        assertThat(access(wroteLongAgo)).isNull();
        assertThat(access(writer)).isNotNull();
        assertThat(access(withRole)).isNotNull();
        assertThat(access(newcomer)).isNotNull();
        assertThat(waddle.member(silent).state()).isEqualTo(MemberState.REMOVED);
        assertThat(prunable(30)).isZero();
        waddle.done(new JoinMember(silent));
    }

    @Test
    void manyGoInChunks() {
        for (int i = 0; i < 5; i++) {
            waddle.joined();
        }
        waddle.shards.clock.advance(Duration.ofDays(3));
        PruneMembers.Pruned first = waddle.done(prune(OWNER, 2, 3));
        assertThat(first.members()).isEqualTo(3);
        PruneMembers.Pruned rest = waddle.done(new PruneMembers(OWNER, 2, first.last(), 3, null));
        assertThat(rest.members()).isEqualTo(2);
    }

    @Test
    void onlyWhoMayKickPrunesAndTheLogSaysWhy() {
        UserId member = waddle.joined();
        UserId guard = waddle.holding(50, Permission.KICK_MEMBERS);
        waddle.shards.clock.advance(Duration.ofDays(3));
        assertThat(waddle.refusal(prune(member, 2, 10))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(waddle.refusal(prune(waddle.stranger(), 2, 10))).isEqualTo(CommunityRefusal.NOT_A_MEMBER);
        assertThat(waddle.invalid(prune(guard, 0, 10))).isEqualTo("days");
        assertThat(waddle.invalid(prune(guard, 3651, 10))).isEqualTo("days");
        waddle.done(prune(guard, 2, 10));
        AuditEntry entry = waddle.shard.read(reader -> reader.auditLog()
                .page(guard, AuditAction.MEMBER_PRUNE, Long.MAX_VALUE, 1)
                .items()
                .getFirst());
        assertThat(entry.reason()).isEqualTo("idle");
        assertThat(entry.changes()).contains("\"field\":\"members\",\"before\":null,\"after\":\"1\"");
        assertThat(access(guard)).as("who asks").isNotNull();
    }
}
