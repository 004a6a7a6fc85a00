package chat.waddle.server.waddle;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.ids.UserId;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.sqlite.StorageException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaveAllTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aDeletedAccountLeavesEveryWaddleAndNobodyElseDoes() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            Person eve = server.person("eve");
            String pond = server.waddle(ann, "pond", false);
            String lake = server.waddle(ann, "lake", false);
            server.join(ann, pond, bob);
            server.join(ann, lake, bob);
            server.join(ann, pond, eve);
            server.send(bob, "DELETE", "/users/me", "{}").expect(204);
            assertThat(isMember(server, pond, bob)).isFalse();
            assertThat(isMember(server, lake, bob)).isFalse();
            assertThat(isMember(server, pond, eve)).isTrue();
            assertThat(mirrored(server, bob)).isZero();
            assertThat(mirrored(server, eve)).isEqualTo(1);
        }
    }

    @Test
    void aWaddleThatDoesNotServeKeepsNobodyFromDeletingTheirAccount() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String pond = server.waddle(ann, "pond", false);
            String lake = server.waddle(ann, "lake", false);
            server.join(ann, pond, bob);
            server.join(ann, lake, bob);
            server.application()
                    .stores()
                    .shards()
                    .quarantine(
                            server.shard(pond).waddle(),
                            new StorageException(StorageException.Kind.DAMAGED, "for this test"));
            server.send(bob, "DELETE", "/users/me", "{}").expect(204);
            assertThat(isMember(server, lake, bob)).isFalse();
            assertThat(mirrored(server, bob)).isEqualTo(1);
        }
    }

    @Test
    void anOwnerLeavesNothing() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            String pond = server.waddle(ann, "pond", false);
            server.send(ann, "DELETE", "/users/me", "{}").expect(409, "owns_waddles");
            assertThat(isMember(server, pond, ann)).isTrue();
        }
    }

    private static boolean isMember(CommunityServer server, String waddle, Person person) {
        return server.shard(waddle).access(id(person)).isPresent();
    }

    private static int mirrored(CommunityServer server, Person person) {
        return server.application()
                .stores()
                .directory()
                .memberships()
                .ofMember(id(person), null, 100)
                .size();
    }

    private static UserId id(Person person) {
        return new UserId(Long.parseLong(person.id()));
    }
}
