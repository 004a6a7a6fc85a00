package chat.waddle.server.waddle;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.Directory;
import chat.waddle.directory.shard.ShardPath;
import chat.waddle.directory.store.Origin;
import chat.waddle.directory.waddle.ReserveOutcome;
import chat.waddle.directory.waddle.Waddle;
import chat.waddle.ids.UserId;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.http.Route;
import chat.waddle.shard.ShardPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process died while a waddle was being founded.
class InterruptedFoundingTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aReservationWithoutAFileIsForgottenAndTheNameIsFree() {
        Person ann;
        try (CommunityServer server = new CommunityServer(folder)) {
            ann = server.person("ann");
            reserve(server, ann);
            server.get(ann, "/waddles/pond").expect(404, "no_such_waddle");
            server.post(ann, "/waddles", "{\"name\": \"pond\"}").expect(409, "waddle_name_taken");
        }
        try (CommunityServer server = new CommunityServer(folder)) {
            server.post(ann, "/waddles", "{\"name\": \"pond\"}").expect(201);
        }
    }

    @Test
    void aFileThatWasMadeIsOpenedWithItsOwner() {
        Person ann;
        try (CommunityServer server = new CommunityServer(folder)) {
            ann = server.person("ann");
            Waddle reserved = reserve(server, ann);
            Path file = folder.resolve(ShardPath.of(reserved.shard()));
            server.application()
                    .stores()
                    .shards()
                    .create(
                            reserved.id(),
                            new ShardPlaces.Place(reserved.shard().value(), file, 0),
                            reserved.owner());
            server.get(ann, "/waddles/pond").expect(404, "no_such_waddle");
        }
        try (CommunityServer server = new CommunityServer(folder)) {
            assertThat(server.get(ann, "/waddles/pond/members/me").expect(200).text())
                    .contains("\"isOwner\":true");
            assertThat(server.get(ann, "/users/me/waddles").body().path("items"))
                    .hasSize(1);
        }
    }

    @Test
    void aFileThatCannotBeMadeLeavesNoReservation() throws IOException {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Files.writeString(folder.resolve("shards"), "a file where a folder must be");
            assertThat(server.raw(ann, "POST", Route.API + "/waddles", "{\"name\": \"pond\"}")
                            .statusCode())
                    .isGreaterThanOrEqualTo(500);
            Files.delete(folder.resolve("shards"));
            server.post(ann, "/waddles", "{\"name\": \"pond\"}").expect(201);
        }
    }

    private static Waddle reserve(CommunityServer server, Person owner) {
        Directory directory = server.application().stores().directory();
        ReserveOutcome outcome = directory
                .waddles()
                .reserve("pond", "Pond", "", false, new UserId(Long.parseLong(owner.id())), Origin.system());
        if (outcome instanceof ReserveOutcome.Reserved done) {
            return done.waddle();
        }
        throw new AssertionError("not reserved: " + outcome);
    }
}
