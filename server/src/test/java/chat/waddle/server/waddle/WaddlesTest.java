package chat.waddle.server.waddle;

import static chat.waddle.server.CommunityServer.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.store.Origin;
import chat.waddle.ids.WaddleId;
import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaddlesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whoFoundsAWaddleOwnsItAndIsItsFirstMember() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Answer made = server.post(
                            ann,
                            "/waddles",
                            "{\"name\": \"Pond\", \"displayName\": \"The Pond\", \"description\": \"d\"}")
                    .expect(201);
            assertThat(made.text("ownerId")).isEqualTo(ann.id());
            assertThat(made.body().path("memberCount").asInt()).isEqualTo(1);
            String id = made.text("id");
            Case.runAll(
                    server,
                    Case.of("by id", ann, "GET /waddles/" + id, null, 200, "\"The Pond\""),
                    Case.of("by name in another case", ann, "GET /waddles/pOnD", null, 200, "\"The Pond\""),
                    Case.of("a member", ann, "GET /waddles/pond/members/me", null, 200, "\"isOwner\":true"),
                    Case.of("in the list", ann, "GET /users/me/waddles", null, 200, "\"Pond\""));
        }
    }

    @Test
    void aWaddleThatCannotBeIsRefusedAndLeavesNothing() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            server.waddle(ann, "pond", false);
            Case.runAll(
                    server,
                    Case.of("taken", ann, "POST /waddles", "{\"name\": \"POND\"}", 409, "waddle_name_taken"),
                    Case.of("digits", ann, "POST /waddles", "{\"name\": \"12345\"}", 422, "invalid_name"),
                    Case.of("short", ann, "POST /waddles", "{\"name\": \"ab\"}", 422, "too_short"),
                    Case.of("no name", ann, "POST /waddles", "{}", 422, "name"),
                    Case.of("unknown", ann, "POST /waddles", "{\"name\": \"abc\", \"isVerified\": true}", 400, ""),
                    Case.of("nobody", NOBODY, "POST /waddles", "{\"name\": \"abc\"}", 401, "not_signed_in"),
                    Case.of("one", ann, "GET /users/me/waddles", null, 200, "pond")
                            .without("abc"));
        }
    }

    @Test
    void onlyMembersSeeAWaddleThatIsNotPublic() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person eve = server.person("eve");
            server.waddle(ann, "hidden", false);
            server.waddle(ann, "open", true);
            Case.runAll(
                    server,
                    Case.of("member", ann, "GET /waddles/hidden", null, 200, "hidden"),
                    Case.of("stranger", eve, "GET /waddles/hidden", null, 404, "no_such_waddle"),
                    Case.of("none", eve, "GET /waddles/nothing", null, 404, "no_such_waddle"),
                    Case.of("nobody", NOBODY, "GET /waddles/open", null, 401, "not_signed_in"),
                    Case.of("public", eve, "GET /waddles/open", null, 200, "open"),
                    Case.of("its members", eve, "GET /waddles/open/members", null, 404, "no_such_waddle"),
                    Case.of("list", eve, "GET /waddles", null, 200, "open").without("hidden"));
        }
    }

    @Test
    void thePublicListIsPagedFromTheLargest() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            server.waddle(ann, "small", true);
            String large = server.waddle(ann, "large", true);
            server.waddle(ann, "other", true);
            server.post(server.person("bob"), "/waddles/" + large + "/join", null)
                    .expect(200);
            Answer first = server.get(ann, "/waddles?limit=2").expect(200);
            assertThat(first.body().path("items").path(0).path("name").asText()).isEqualTo("large");
            assertThat(first.body().path("items")).hasSize(2);
            Answer second = server.get(ann, "/waddles?limit=2&cursor=" + first.text("next"))
                    .expect(200);
            assertThat(second.body().path("items")).hasSize(1);
            assertThat(second.body().path("next").isNull()).isTrue();
            assertThat(server.get(ann, "/waddles?query=SMA").body().path("items"))
                    .hasSize(1);
            server.get(ann, "/waddles?query=").expect(200);
            server.get(ann, "/waddles?query=" + "x".repeat(101)).expect(422, "invalid");
            server.get(ann, "/waddles?cursor=nonsense").expect(400, "malformed_cursor");
            server.get(ann, "/waddles?limit=101").expect(400, "malformed_parameter");
        }
    }

    @Test
    void aWaddleIsChangedAndRenamedAndKeepsItsOldName() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String id = server.waddle(ann, "before", false);
            server.waddle(ann, "taken", false);
            server.join(ann, id, bob);
            String path = "PATCH /waddles/" + id;
            Case.runAll(
                    server,
                    Case.of("member", bob, path, "{\"description\": \"x\"}", 403, "missing_permission"),
                    Case.of("both", ann, path, "{\"name\": \"after\", \"description\": \"new\"}", 200, "\"new\""),
                    Case.of("old name", bob, "GET /waddles/before", null, 200, "\"after\""),
                    Case.of("taken", ann, path, "{\"name\": \"taken\", \"description\": \"no\"}", 409, "name_taken"),
                    Case.of("invalid", ann, path, "{\"name\": \"third\", \"displayName\": \"\"}", 422, "displayName"),
                    Case.of("nothing", ann, path, "{}", 200, "\"new\"").without("third"),
                    Case.of("features", ann, path, "{\"features\": [\"voice\"]}", 200, "\"voice\""),
                    Case.of("no feature", ann, path, "{\"features\": [\"magic\"]}", 422, "unknown_feature"),
                    Case.of("null feature", ann, path, "{\"features\": [null]}", 422, "unknown_feature"),
                    Case.of("clear", ann, path, "{\"description\": null}", 200, "\"description\":\"\""));
        }
    }

    @Test
    void onlyTheOwnerDeletesAndThenNobodyFindsIt() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String id = server.waddle(ann, "doomed", true);
            server.join(ann, id, bob);
            String path = "/waddles/" + id;
            String code = server.post(ann, path + "/invites", "{}").text("code");
            Case.runAll(
                    server,
                    Case.of("member", bob, "DELETE " + path, null, 403, "not_the_owner"),
                    Case.of("owner", ann, "DELETE " + path, null, 204, ""),
                    Case.of("again", ann, "DELETE " + path, null, 404, "no_such_waddle"),
                    Case.of("see", ann, "GET " + path, null, 404, "no_such_waddle"),
                    Case.of("members", bob, "GET " + path + "/members", null, 404, "no_such_waddle"),
                    Case.of("join", server.person("eve"), "POST " + path + "/join", null, 404, "no_such_waddle"),
                    Case.of(
                            "invite",
                            server.person("eve"),
                            "POST /invites/" + code + "/join",
                            null,
                            404,
                            "no_such_inv"),
                    Case.of("list", ann, "GET /waddles", null, 200, "").without("doomed"),
                    Case.of("own list", bob, "GET /users/me/waddles", null, 200, "")
                            .without("doomed"));
        }
    }

    @Test
    void aSuspendedWaddleAnswersLikeNone() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            String id = server.waddle(ann, "closed", true);
            var registry = server.application().stores().directory().waddles();
            WaddleId waddle = new WaddleId(Long.parseLong(id));
            registry.suspend(waddle, "trouble", Origin.system());
            Case.runAll(
                    server,
                    Case.of("see", ann, "GET /waddles/closed", null, 404, "no_such_waddle"),
                    Case.of("channels", ann, "GET /waddles/closed/channels", null, 404, "no_such_waddle"),
                    Case.of("own list", ann, "GET /users/me/waddles", null, 200, "")
                            .without("closed"));
            registry.resume(waddle, "", Origin.system());
            server.get(ann, "/waddles/closed/channels").expect(200);
        }
    }

    @Test
    void theOwnerHandsAWaddleOverToAMember() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            Person eve = server.person("eve");
            String id = server.waddle(ann, "pond", false);
            server.join(ann, id, bob);
            String path = "POST /waddles/" + id + "/transfer";
            String toBob = "{\"userId\": \"" + bob.id() + "\"}";
            Case.runAll(
                    server,
                    Case.of("no member", ann, path, "{\"userId\": \"" + eve.id() + "\"}", 404, "no_such_member"),
                    Case.of("not hers", bob, path, toBob, 403, "not_the_owner"),
                    Case.of("done", ann, path, toBob, 200, "\"ownerId\":\"" + bob.id() + "\""),
                    Case.of("no more", ann, path, toBob, 403, "not_the_owner"),
                    Case.of("may leave", ann, "POST /waddles/" + id + "/leave", null, 204, ""),
                    Case.of("must stay", bob, "POST /waddles/" + id + "/leave", null, 409, "owner_must_transfer"));
        }
    }
}
