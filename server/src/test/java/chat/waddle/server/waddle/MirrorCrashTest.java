package chat.waddle.server.waddle;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.ChangeNickname;
import chat.waddle.community.JoinMember;
import chat.waddle.community.LeaveMember;
import chat.waddle.community.TransferOwnership;
import chat.waddle.ids.UserId;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.sqlite.command.Command;
import chat.waddle.sqlite.command.Request;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process died between the shard's commit and the directory's: the shard knows, the directory does not.
class MirrorCrashTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whateverTheDirectoryWasNotToldItHearsByTheNextTick() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            Person eve = server.person("eve");
            String id = server.waddle(ann, "pond", false);
            server.join(ann, id, eve);
            server.application().waddles().mirror().tick();

            untold(server, id, new JoinMember(user(bob)));
            untold(server, id, new LeaveMember(user(eve)));
            untold(server, id, new ChangeNickname(user(bob), user(bob), "bobby"));
            untold(server, id, new TransferOwnership(user(ann), user(bob)));
            assertThat(server.get(bob, "/users/me/waddles").body().path("items"))
                    .isEmpty();
            assertThat(server.get(eve, "/users/me/waddles").body().path("items"))
                    .hasSize(1);

            server.application().waddles().mirror().tick();
            assertThat(server.get(bob, "/users/me/waddles").text()).contains("\"bobby\"", "\"ownerId\":\"" + bob.id());
            assertThat(server.get(eve, "/users/me/waddles").body().path("items"))
                    .isEmpty();
            assertThat(server.get(ann, "/waddles/" + id)
                            .body()
                            .path("memberCount")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void aChangeThatIsToldAfterARestartDoesNotHideOneThatWasNot() {
        Person bob;
        Person ann;
        String id;
        try (CommunityServer server = new CommunityServer(folder)) {
            ann = server.person("ann");
            bob = server.person("bob");
            id = server.waddle(ann, "pond", true);
            untold(server, id, new JoinMember(user(bob)));
        }
        try (CommunityServer server = new CommunityServer(folder)) {
            server.post(server.person("eve"), "/waddles/" + id + "/join", null).expect(200);
            server.application().waddles().mirror().tick();
            assertThat(server.get(bob, "/users/me/waddles").body().path("items"))
                    .hasSize(1);
            assertThat(server.get(ann, "/waddles/" + id)
                            .body()
                            .path("memberCount")
                            .asInt())
                    .isEqualTo(3);
        }
    }

    private static <R> void untold(CommunityServer server, String waddle, Command<R> command) {
        server.shard(waddle).submit(command, new Request(Request.SYSTEM, 0));
    }

    private static UserId user(Person person) {
        return new UserId(Long.parseLong(person.id()));
    }
}
