package chat.waddle.server.member;

import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody acts on somebody at or above their own place.
class HierarchyTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void moderatorsActOnMembersOnly() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person owner = server.person("owner");
            Person moderator = server.person("moderator");
            Person equal = server.person("equal");
            Person member = server.person("member");
            String id = server.waddle(owner, "pond", true);
            String path = "/waddles/" + id;
            String role = server.presetRole(owner, id, "moderator");
            for (Person each : new Person[] {moderator, equal, member}) {
                server.join(owner, id, each);
            }
            for (Person each : new Person[] {moderator, equal}) {
                server.put(owner, path + "/members/" + each.id() + "/roles/" + role, null)
                        .expect(200);
            }
            String soon = "{\"until\": \"" + Instant.now().plus(1, ChronoUnit.HOURS) + "\"}";
            String late = "{\"until\": \"" + Instant.now().plus(29, ChronoUnit.DAYS) + "\"}";
            Case.runAll(
                    server,
                    Case.of("equal", moderator, "PUT " + path + "/bans/" + equal.id(), "{}", 403, "above_you"),
                    Case.of("owner", moderator, "PUT " + path + "/bans/" + owner.id(), "{}", 403, "owner_protected"),
                    Case.of("self", moderator, "PUT " + path + "/bans/me", "{}", 403, "not_to_oneself"),
                    Case.of("nobody", moderator, "PUT " + path + "/bans/1", "{}", 404, "no_such_user"),
                    Case.of("kick", moderator, "DELETE " + path + "/members/" + equal.id(), null, 403, "above_you"),
                    Case.of("grant", moderator, "PUT " + path + "/members/me/roles/" + role, null, 403, "missing_perm"),
                    Case.of(
                            "late",
                            moderator,
                            "PUT " + path + "/members/" + member.id() + "/timeout",
                            late,
                            422,
                            "until"),
                    Case.of(
                            "unsaid",
                            moderator,
                            "PUT " + path + "/members/" + member.id() + "/timeout",
                            "{}",
                            422,
                            "until"),
                    Case.of("quiet", moderator, "PUT " + path + "/members/" + member.id() + "/timeout", soon, 200, ""),
                    Case.of("reads", member, "GET " + path + "/channels", null, 200, ""),
                    Case.of("no invites", member, "POST " + path + "/invites", "{}", 403, "in_timeout"),
                    Case.of(
                            "no name",
                            member,
                            "PATCH " + path + "/members/me",
                            "{\"nickname\": \"x\"}",
                            403,
                            "in_timeout"),
                    Case.of(
                            "end",
                            moderator,
                            "PUT " + path + "/members/" + member.id() + "/timeout",
                            "{\"until\": null}",
                            200,
                            "\"timeoutUntil\":null"),
                    Case.of("invites", member, "POST " + path + "/invites", "{}", 201, ""));
        }
    }

    @Test
    void aRoleIsFeltByTheNextRequest() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String id = server.waddle(ann, "pond", false);
            server.join(ann, id, bob);
            String path = "/waddles/" + id;
            String admin = path + "/members/" + bob.id() + "/roles/" + server.presetRole(ann, id, "admin");
            String owner = path + "/members/" + bob.id() + "/roles/" + server.presetRole(ann, id, "owner");
            Case.runAll(
                    server,
                    Case.of("before", bob, "GET " + path + "/bans", null, 403, "missing_permission"),
                    Case.of("owner's role", ann, "PUT " + owner, null, 409, "preset_protected"),
                    Case.of("grant", ann, "PUT " + admin, null, 200, ""),
                    Case.of("after", bob, "GET " + path + "/bans", null, 200, "items"),
                    Case.of("revoke", ann, "DELETE " + admin, null, 200, "\"roleIds\":[]"),
                    Case.of("again before", bob, "GET " + path + "/bans", null, 403, "missing_permission"),
                    Case.of(
                            "no role",
                            ann,
                            "PUT " + path + "/members/" + bob.id() + "/roles/1",
                            null,
                            404,
                            "no_such_role"),
                    Case.of("no member", ann, "PUT " + path + "/members/1/roles/1", null, 404, "no_such_member"));
        }
    }
}
