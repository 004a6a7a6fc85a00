package chat.waddle.server.role;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.Permission;
import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void rolesAreMadeChangedAndDeleted() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            String roles = "/waddles/" + server.waddle(ann, "pond", false) + "/roles";
            Answer made = server.post(
                            ann,
                            roles,
                            "{\"name\": \"helper\", \"permissions\": \"16\", \"color\": \"#00ff00\", \"position\": 7}")
                    .expect(201);
            String role = roles + "/" + made.text("id");
            String preset = roles + "/"
                    + server.get(ann, roles).body().at("/items/0/id").asText();
            Case.runAll(
                    server,
                    Case.of("listed", ann, "GET " + roles, null, 200, "helper"),
                    Case.of("change", ann, "PATCH " + role, "{\"permissions\": \"48\"}", 200, "\"48\""),
                    Case.of("clear", ann, "PATCH " + role, "{\"color\": null}", 200, "\"color\":null"),
                    Case.of("words", ann, "PATCH " + role, "{\"permissions\": \"all\"}", 422, "not_a_number"),
                    Case.of(
                            "unknown bit",
                            ann,
                            "PATCH " + role,
                            "{\"permissions\": \"-1\"}",
                            422,
                            "unknown_permission"),
                    Case.of("number", ann, "PATCH " + role, "{\"permissions\": 48}", 422, "permissions"),
                    Case.of("colour", ann, "PATCH " + role, "{\"color\": \"red\"}", 422, "not_a_color"),
                    Case.of("place", ann, "PATCH " + role, "{\"position\": 1000000}", 422, "out_of_range"),
                    Case.of("no name", ann, "POST " + roles, "{\"permissions\": \"0\"}", 422, "name"),
                    Case.of("preset", ann, "DELETE " + preset, null, 409, "preset_protected"),
                    Case.of("delete", ann, "DELETE " + role, null, 204, ""),
                    Case.of("gone", ann, "DELETE " + role, null, 404, "no_such_role"));
        }
    }

    @Test
    void nobodyRaisesThemselves() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String id = server.waddle(ann, "pond", false);
            server.join(ann, id, bob);
            String roles = "/waddles/" + id + "/roles";
            long manage = Permission.MANAGE_ROLES.mask();
            String low = server.post(
                            ann, roles, "{\"name\": \"low\", \"permissions\": \"" + manage + "\", \"position\": 10}")
                    .text("id");
            server.put(ann, "/waddles/" + id + "/members/" + bob.id() + "/roles/" + low, null)
                    .expect(200);
            String strong = "{\"name\": \"x\", \"permissions\": \"" + Permission.BAN_MEMBERS.mask() + "\"}";
            String high = "{\"name\": \"x\", \"permissions\": \"0\", \"position\": 10}";
            String fine = "{\"name\": \"x\", \"permissions\": \"0\", \"position\": 9}";
            Case.runAll(
                    server,
                    Case.of("not held", bob, "POST " + roles, strong, 403, "permission_not_held"),
                    Case.of("as high", bob, "POST " + roles, high, 403, "above_you"),
                    Case.of("own role", bob, "PATCH " + roles + "/" + low, "{\"name\": \"me\"}", 403, "above_you"),
                    Case.of("below", bob, "POST " + roles, fine, 201, ""));
        }
    }

    @Test
    void theCatalogueHoldsEveryPermission() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            String id = server.waddle(ann, "pond", false);
            Answer catalogue =
                    server.get(ann, "/waddles/" + id + "/permissions").expect(200);
            assertThat(catalogue.body().path("items")).hasSize(Permission.values().length);
            assertThat(catalogue.text()).contains("\"chat:member:ban\"");
        }
    }
}
