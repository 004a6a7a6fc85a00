package chat.waddle.server.waddle;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.ChangeNickname;
import chat.waddle.community.JoinMember;
import chat.waddle.community.LeaveMember;
import chat.waddle.community.TransferOwnership;
import chat.waddle.directory.account.ImportedUsers;
import chat.waddle.directory.membership.Memberships;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.sqlite.command.Command;
import chat.waddle.sqlite.command.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

    /// More than are told at once, so that the list goes over in parts.
    @Test
    void thousandsThatWereNotToldAreAllHeard() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            String id = server.waddle(ann, "pond", false);
            server.application().waddles().mirror().tick();
            List<UserId> people = accounts(server, 2300);
            people.forEach(person -> untold(server, id, new JoinMember(person)));
            server.application().waddles().mirror().tick();
            assertThat(count(server, ann, id)).isEqualTo(2301);
            assertThat(memberships(server, id, people)).isEqualTo(2300);

            people.subList(0, 1200).forEach(person -> untold(server, id, new LeaveMember(person)));
            server.application().waddles().mirror().tick();
            assertThat(count(server, ann, id)).isEqualTo(1101);
            assertThat(memberships(server, id, people)).isEqualTo(1100);
        }
    }

    private static int count(CommunityServer server, Person member, String id) {
        return server.get(member, "/waddles/" + id).body().path("memberCount").asInt();
    }

    private static long memberships(CommunityServer server, String id, List<UserId> people) {
        Memberships mirrored = server.application().stores().directory().memberships();
        WaddleId waddle = new WaddleId(Long.parseLong(id));
        return people.stream()
                .filter(person -> mirrored.find(waddle, person).isPresent())
                .count();
    }

    private static List<UserId> accounts(CommunityServer server, int count) {
        ImportedUsers users = server.application().stores().directory().importedUsers();
        List<UserId> made = new ArrayList<>();
        for (int from = 0; from < count; from += 100) {
            List<ImportedUsers.Author> authors = IntStream.range(from, from + 100)
                    .mapToObj(number -> new ImportedUsers.Author("k" + number, "Person " + number))
                    .toList();
            made.addAll(users.accountsOf("test", authors, Origin.system()).values());
        }
        return made;
    }

    private static <R> void untold(CommunityServer server, String waddle, Command<R> command) {
        server.shard(waddle).submit(command, new Request(Request.SYSTEM, 0));
    }

    private static UserId user(Person person) {
        return new UserId(Long.parseLong(person.id()));
    }
}
