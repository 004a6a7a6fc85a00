package chat.waddle.server.member;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.JoinMember;
import chat.waddle.directory.Directory;
import chat.waddle.directory.account.ImportedUsers;
import chat.waddle.directory.store.Origin;
import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.shard.Shard;
import chat.waddle.sqlite.command.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruneOverHttpTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void howeverManyAreRemovedTheDirectoryIsToldOnce() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            String id = server.waddle(ann, "pond", true);
            Directory directory = server.application().stores().directory();
            List<ImportedUsers.Author> authors = IntStream.range(0, 1_100)
                    .mapToObj(i -> new ImportedUsers.Author("a" + i, "Idle " + i))
                    .toList();
            Shard shard = server.shard(id);
            directory
                    .importedUsers()
                    .accountsOf("test", authors, Origin.system())
                    .values()
                    .forEach(user -> shard.submit(new JoinMember(user), Request.bySystem()));
            server.application().waddles().mirror().tick();
            assertThat(told(directory)).as("the list before").isPositive();
            long changed = shard.engine().run(session -> {
                session.execute("UPDATE members SET joined_at_ms = 0 WHERE num > 1");
                return session.number("SELECT changes()");
            });
            assertThat(changed).isEqualTo(1_100);

            long before = told(directory);
            server.post(ann, "/waddles/" + id + "/members/prune", "{\"days\": 30}")
                    .expect(200);
            assertThat(told(directory) - before).isEqualTo(1);
            assertThat(server.get(ann, "/waddles/" + id)
                            .body()
                            .path("memberCount")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    private static long told(Directory directory) {
        return directory.engine().run(session -> session.number("SELECT count(*) FROM journal WHERE type = 37"));
    }

    @Test
    void aTrialCountsAndAPruningTellsTheDirectory() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person eve = server.person("eve");
            Person mia = server.person("mia");
            String id = server.waddle(ann, "pond", true);
            server.join(ann, id, eve);
            server.join(ann, id, mia);
            String prune = "/waddles/" + id + "/members/prune";
            long changed = server.shard(id).engine().run(session -> {
                session.execute("UPDATE members SET joined_at_ms = 0 WHERE user_id = " + eve.id());
                return session.number("SELECT changes()");
            });
            assertThat(changed).isEqualTo(1);
            String month = "{\"days\": 30, \"reason\": \"idle\"";
            Case.runAll(
                    server,
                    Case.of("no day", ann, "POST " + prune, "{\"days\": 0}", 422, "out_of_range"),
                    Case.of("which", ann, "POST " + prune, "{}", 422, "days"),
                    Case.of("member", mia, "POST " + prune, month + "}", 403, "missing_permission"),
                    Case.of("trial", ann, "POST " + prune, month + ", \"dryRun\": true}", 200, "{\"members\":1,"),
                    Case.of("still here", eve, "GET /waddles/" + id, null, 200, "pond"),
                    Case.of("prune", ann, "POST " + prune, month + "}", 200, "{\"members\":1,\"dryRun\":false}"),
                    Case.of("gone", eve, "GET /waddles/" + id + "/members", null, 404, "no_such_waddle"),
                    Case.of("not hers", eve, "GET /users/me/waddles", null, 200, "\"items\":[]"),
                    Case.of("stays", mia, "GET /users/me/waddles", null, 200, "pond"),
                    Case.of("none left", ann, "POST " + prune, month + "}", 200, "{\"members\":0,"));
        }
    }
}
