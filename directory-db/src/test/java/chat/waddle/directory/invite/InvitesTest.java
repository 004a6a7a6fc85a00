package chat.waddle.directory.invite;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.DirectoryFixture;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InvitesTest {
    @TempDir
    private Path folder;

    private DirectoryFixture fixture;
    private WaddleId penguins;
    private Origin ada;

    @BeforeEach
    void open() {
        fixture = new DirectoryFixture(folder);
        UserId user = fixture.user("ada");
        ada = Origin.system().by(user);
        penguins = fixture.waddle("penguins", user).id();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Invites invites() {
        return fixture.directory().invites();
    }

    private Invite created(@Nullable Integer maxUses, @Nullable Instant expiresAt) {
        return ((InviteOutcome.Created) invites().create(penguins, maxUses, expiresAt, ada)).invite();
    }

    @Test
    void anInviteLeadsToItsCommunityUntilItIsRevoked() {
        Invite invite = created(null, null);
        assertThat(invites().find(invite.code())).contains(invite);
        assertThat(invites().list(penguins, null, 10)).containsExactly(invite);

        assertThat(invites().revoke(new WaddleId(1), invite.code(), ada)).isFalse();
        assertThat(invites().find(invite.code())).isPresent();
        assertThat(invites().revoke(penguins, invite.code(), ada)).isTrue();

        assertThat(invites().find(invite.code())).isEmpty();
        assertThat(invites().consume(invite.code(), ada)).isEmpty();
        assertThat(invites().list(penguins, null, 10)).isEmpty();
    }

    @Test
    void ofManyWhoRaceForTheLastUsesOnlyAsManyGetThem() throws Exception {
        Invite invite = created(3, null);
        List<Callable<Optional<Invite>>> racers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            racers.add(() -> invites().consume(invite.code(), ada));
        }
        int joined = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Optional<Invite>> outcome : threads.invokeAll(racers)) {
                joined += outcome.get().isPresent() ? 1 : 0;
            }
        }

        assertThat(joined).isEqualTo(3);
        assertThat(invites().find(invite.code())).isEmpty();
        invites().giveBack(invite.code(), ada);
        assertThat(invites().find(invite.code())).isPresent();
    }

    @Test
    void anInviteEndsToTheMillisecond() {
        Invite invite = created(null, fixture.now().plus(Duration.ofHours(1)));
        fixture.pass(Duration.ofHours(1).minusMillis(1));
        assertThat(invites().consume(invite.code(), ada)).isPresent();
        fixture.pass(Duration.ofMillis(1));
        assertThat(invites().consume(invite.code(), ada)).isEmpty();
    }

    @Test
    void anInviteToAClosedCommunityLeadsNowhere() {
        Invite invite = created(null, null);
        fixture.directory().waddles().suspend(penguins, "", ada);

        assertThat(invites().consume(invite.code(), ada)).isEmpty();
        assertThat(invites().create(penguins, null, null, ada)).isEqualTo(new InviteOutcome.NoSuchWaddle());
        fixture.directory().waddles().resume(penguins, "", ada);
        assertThat(invites().consume(invite.code(), ada)).isPresent();
    }

    @Test
    void nonsenseIsRefused() {
        assertThat(invites().find("' OR 1=1")).isEmpty();
        assertThat(invites().consume("", ada)).isEmpty();
        assertThat(invites().create(penguins, 0, null, ada)).isInstanceOf(InviteOutcome.Invalid.class);
        assertThat(invites().create(penguins, null, fixture.now(), ada)).isInstanceOf(InviteOutcome.Invalid.class);
    }
}
