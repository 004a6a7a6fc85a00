package chat.waddle.server.waddle;

import static chat.waddle.server.CommunityServer.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoiningTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void anInviteLetsInAsOftenAsItSays() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String path = "/waddles/" + server.waddle(ann, "pond", false);
            String code = server.post(ann, path + "/invites", "{\"maxUses\": 1}")
                    .expect(201)
                    .text("code");
            String join = "POST /invites/" + code + "/join";
            Case.runAll(
                    server,
                    Case.of("nobody", NOBODY, join, null, 401, "not_signed_in"),
                    Case.of("a member uses nothing up", ann, join, null, 200, "pond"),
                    Case.of("in", bob, join, null, 200, "\"memberCount\":2"),
                    Case.of("seen at once", bob, "GET " + path + "/members/me", null, 200, "\"isOwner\":false"),
                    Case.of("used up", server.person("eve"), join, null, 404, "no_such_invite"),
                    Case.of("unknown", bob, "POST /invites/AAAAAAAAAAAAAAAAAAAAAA/join", null, 404, "no_such_invite"),
                    Case.of("nonsense", bob, "POST /invites/..x/join", null, 404, "no_such_invite"));
        }
    }

    @Test
    void invitesAreMadeListedAndRevokedByWhoMay() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            Person eve = server.person("eve");
            String id = server.waddle(ann, "pond", false);
            server.join(ann, id, bob);
            server.join(ann, id, eve);
            String path = "/waddles/" + id + "/invites";
            String code = server.post(bob, path, "{}").expect(201).text("code");
            Case.runAll(
                    server,
                    Case.of("no uses", bob, "POST " + path, "{\"maxUses\": 0}", 422, "maxUses"),
                    Case.of("many", bob, "POST " + path, "{\"maxUses\": 100001}", 422, "maxUses"),
                    Case.of(
                            "past",
                            bob,
                            "POST " + path,
                            "{\"expiresAt\": \"2020-01-01T00:00:00Z\"}",
                            422,
                            "in_the_past"),
                    Case.of("member's list", bob, "GET " + path, null, 403, "missing_permission"),
                    Case.of("owner's list", ann, "GET " + path, null, 200, code),
                    Case.of("another's", eve, "DELETE " + path + "/" + code, null, 404, "no_such_invite"),
                    Case.of("one's own", bob, "DELETE " + path + "/" + code, null, 204, ""),
                    Case.of("gone", ann, "DELETE " + path + "/" + code, null, 404, "no_such_invite"),
                    Case.of("not listed", ann, "GET " + path, null, 200, "").without(code));
            Answer page = server.get(ann, path + "?limit=1").expect(200);
            assertThat(page.body().path("items")).hasSize(1);
            Answer rest = server.get(ann, path + "?limit=1&cursor=" + page.text("next"));
            assertThat(rest.body().path("items")).hasSize(1);
            assertThat(rest.body().path("next").isNull()).isTrue();
        }
    }

    @Test
    void everybodyJoinsAPublicWaddleAndNobodyAHiddenOne() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            server.waddle(ann, "open", true);
            server.waddle(ann, "hidden", false);
            Case.runAll(
                    server,
                    Case.of("nobody", NOBODY, "POST /waddles/open/join", null, 401, "not_signed_in"),
                    Case.of("in", bob, "POST /waddles/open/join", null, 200, "\"memberCount\":2"),
                    Case.of("twice", bob, "POST /waddles/open/join", null, 200, "\"memberCount\":2"),
                    Case.of("hidden", bob, "POST /waddles/hidden/join", null, 404, "no_such_waddle"),
                    Case.of("already in", ann, "POST /waddles/hidden/join", null, 200, "hidden"),
                    Case.of("out", bob, "POST /waddles/open/leave", null, 204, ""),
                    Case.of("out is out", bob, "POST /waddles/open/leave", null, 404, "no_such_waddle"),
                    Case.of("list", bob, "GET /users/me/waddles", null, 200, "").without("open"),
                    Case.of("one again", ann, "GET /waddles/open", null, 200, "\"memberCount\":1"));
        }
    }

    @Test
    void whoIsBannedComesBackByNoWayAndUsesNoInviteUp() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person eve = server.person("eve");
            String id = server.waddle(ann, "pond", true);
            String path = "/waddles/" + id;
            server.join(ann, id, eve);
            String code =
                    server.post(ann, path + "/invites", "{\"maxUses\": 1}").text("code");
            Case.runAll(
                    server,
                    Case.of("inside", eve, "GET " + path + "/channels", null, 200, ""),
                    Case.of("ban", ann, "PUT " + path + "/bans/" + eve.id(), "{\"reason\": \"spam\"}", 200, "spam"),
                    Case.of("the next request", eve, "GET " + path + "/channels", null, 404, "no_such_waddle"),
                    Case.of("by invite", eve, "POST /invites/" + code + "/join", null, 403, "banned"),
                    Case.of("publicly", eve, "POST " + path + "/join", null, 403, "banned"),
                    Case.of("own list", eve, "GET /users/me/waddles", null, 200, "")
                            .without("pond"),
                    Case.of("still good", server.person("bob"), "POST /invites/" + code + "/join", null, 200, ""),
                    Case.of("unban", ann, "DELETE " + path + "/bans/" + eve.id(), null, 204, ""),
                    Case.of("not in by that", eve, "GET " + path + "/channels", null, 404, "no_such_waddle"),
                    Case.of("in again", eve, "POST " + path + "/join", null, 200, ""));
        }
    }

    @Test
    void leavingAndComingBackEndsNoTimeOut() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person eve = server.person("eve");
            String id = server.waddle(ann, "pond", true);
            String path = "/waddles/" + id;
            server.join(ann, id, eve);
            String until = "{\"until\": \"" + Instant.now().plus(1, ChronoUnit.HOURS) + "\"}";
            Case.runAll(
                    server,
                    Case.of("quiet", ann, "PUT " + path + "/members/" + eve.id() + "/timeout", until, 200, ""),
                    Case.of("out", eve, "POST " + path + "/leave", null, 204, ""),
                    Case.of("back", eve, "POST " + path + "/join", null, 200, ""),
                    Case.of("still quiet", eve, "POST " + path + "/invites", "{}", 403, "in_timeout"));
        }
    }

    @Test
    void rolesDoNotSurviveLeaving() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String id = server.waddle(ann, "pond", true);
            String path = "/waddles/" + id;
            server.join(ann, id, bob);
            String role = path + "/members/" + bob.id() + "/roles/" + server.presetRole(ann, id, "admin");
            Case.runAll(
                    server,
                    Case.of("admin", ann, "PUT " + role, null, 200, ""),
                    Case.of("may", bob, "GET " + path + "/bans", null, 200, ""),
                    Case.of("out", bob, "POST " + path + "/leave", null, 204, ""),
                    Case.of("back", bob, "POST " + path + "/join", null, 200, ""),
                    Case.of("may not", bob, "GET " + path + "/bans", null, 403, "missing_permission"));
        }
    }
}
