package chat.waddle.server.member;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MembersTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void membersArePagedWithTheirProfiles() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String id = server.waddle(ann, "pond", false);
            server.join(ann, id, bob);
            server.join(ann, id, server.person("cleo"));
            Answer first =
                    server.get(bob, "/waddles/" + id + "/members?limit=2").expect(200);
            assertThat(first.body().at("/items/0/user/displayName").asText()).isEqualTo("ann");
            assertThat(first.body().at("/items/0/permissions").isNull()).isTrue();
            assertThat(first.body().at("/items/1/permissions").isTextual()).isTrue();
            Answer rest = server.get(bob, "/waddles/" + id + "/members?limit=2&cursor=" + first.text("next"));
            assertThat(rest.body().path("items")).hasSize(1);
            assertThat(rest.body().path("next").isNull()).isTrue();
        }
    }

    @Test
    void everybodyNamesThemselvesAndOnlyThoseBelowThemOthers() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            Person eve = server.person("eve");
            String id = server.waddle(ann, "pond", false);
            server.join(ann, id, bob);
            server.join(ann, id, eve);
            String members = "/waddles/" + id + "/members/";
            String name = "{\"nickname\": \"robin\"}";
            Case.runAll(
                    server,
                    Case.of("own", bob, "PATCH " + members + "me", name, 200, "\"robin\""),
                    Case.of("own list", bob, "GET /users/me/waddles", null, 200, "\"robin\""),
                    Case.of("others", bob, "PATCH " + members + eve.id(), name, 403, "not_allowed"),
                    Case.of("below", ann, "PATCH " + members + eve.id(), name, 200, "\"robin\""),
                    Case.of("blank", bob, "PATCH " + members + "me", "{\"nickname\": \" \"}", 422, "nickname"),
                    Case.of("none", bob, "PATCH " + members + "me", "{\"nickname\": null}", 200, "\"nickname\":null"),
                    Case.of(
                            "level",
                            bob,
                            "PATCH " + members + "me",
                            "{\"notificationLevel\": \"none\"}",
                            200,
                            "\"none\""),
                    Case.of("mirrored", bob, "GET /users/me/waddles", null, 200, "\"none\""),
                    Case.of(
                            "no level",
                            bob,
                            "PATCH " + members + "me",
                            "{\"notificationLevel\": \"x\"}",
                            422,
                            "unknown"),
                    Case.of(
                            "other's level",
                            ann,
                            "PATCH " + members + bob.id(),
                            "{\"notificationLevel\": \"all\"}",
                            403,
                            ""),
                    Case.of("no member", ann, "GET " + members + "1", null, 404, "no_such_member"),
                    Case.of("no id", ann, "GET " + members + "x", null, 400, "malformed_id"));
        }
    }

    @Test
    void whoIsKickedIsOutAtOnceAndMayComeBack() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String id = server.waddle(ann, "pond", true);
            server.join(ann, id, bob);
            String members = "/waddles/" + id + "/members/";
            String long513 = "x".repeat(513);
            Case.runAll(
                    server,
                    Case.of("may not", bob, "DELETE " + members + ann.id(), null, 403, "not_allowed"),
                    Case.of("reason", ann, "DELETE " + members + bob.id() + "?reason=" + long513, null, 422, "reason"),
                    Case.of("kick", ann, "DELETE " + members + bob.id() + "?reason=rude", null, 204, ""),
                    Case.of("next request", bob, "GET " + members + "me", null, 404, "no_such_waddle"),
                    Case.of("gone", ann, "GET " + members + bob.id(), null, 404, "no_such_member"),
                    Case.of("again", ann, "DELETE " + members + bob.id(), null, 404, "no_such_member"),
                    Case.of("counted", ann, "GET /waddles/" + id, null, 200, "\"memberCount\":1"),
                    Case.of("back", bob, "POST /waddles/" + id + "/join", null, 200, "\"memberCount\":2"),
                    Case.of("leave", bob, "DELETE " + members + "me", null, 204, ""),
                    Case.of("owner", ann, "DELETE " + members + "me", null, 409, "owner_must_transfer"));
        }
    }
}
