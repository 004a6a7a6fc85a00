package chat.waddle.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.Permission;
import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomsOverHttpTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRoomIsOpenedWorkedInAndConcluded() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.registered("ann");
            Person bob = server.registered("bob");
            Person eve = server.registered("eve");
            Person gus = server.person("gus");
            String waddle = server.waddle(ann, "pond", false);
            for (Person each : new Person[] {bob, eve, gus}) {
                server.join(ann, waddle, each);
            }
            String path = "/waddles/" + waddle;
            agent(server, ann, path, eve, Permission.MANAGE_ROOMS);
            Answer made = server.post(
                            bob,
                            path + "/rooms",
                            "{\"type\": \"support\", \"name\": \"printer\", \"issueId\": \"P-1\","
                                    + " \"issueDescription\": \"It is on fire.\", \"guestAccessAllowed\": false}")
                    .expect(201);
            String room = path + "/rooms/" + made.text("id");
            String people = room + "/participants";
            String messages = path + "/channels/" + made.text("id") + "/messages";
            String guest = "{\"userId\": \"" + gus.id() + "\"}";
            String asMember = "{\"userId\": \"" + gus.id() + "\", \"role\": \"member\"}";
            assertThat(made.body().path("maxParticipants").asInt()).isEqualTo(50);
            Case.runAll(
                    server,
                    Case.of("a group", bob, "POST " + path + "/rooms", "{\"type\": \"group\"}", 422, "unknown_type"),
                    Case.of("his", bob, "GET " + path + "/rooms", null, 200, "printer"),
                    Case.of("hers too", eve, "GET " + path + "/rooms", null, 200, "printer"),
                    Case.of("not his", gus, "GET " + path + "/rooms", null, 200, "\"items\":[]"),
                    Case.of("odd", bob, "GET " + path + "/rooms?status=odd", null, 400, "malformed_parameter"),
                    Case.of("hidden", gus, "GET " + room, null, 404, "no_such_room"),
                    Case.of("not read", eve, "GET " + messages, null, 404, "no_such_channel"),
                    Case.of("a guest", bob, "POST " + people, guest, 403, "guests_not_admitted"),
                    Case.of("admit", bob, "PATCH " + room, "{\"guestAccessAllowed\": true}", 200, "true"),
                    Case.of("as member", bob, "POST " + people, asMember, 422, "not_allowed"),
                    Case.of("a guest", bob, "POST " + people, guest, 201, "\"role\":\"guest\""),
                    Case.of("joins", eve, "POST " + room + "/join", null, 200, "\"participantCount\":3"),
                    Case.of("says", bob, "POST " + messages, "{\"content\": \"help\"}", 201, "help"),
                    Case.of("reads", gus, "GET " + messages, null, 200, "help"),
                    Case.of("who", eve, "GET " + people, null, 200, "\"role\":\"moderator\""),
                    Case.of(
                            "mute",
                            eve,
                            "PATCH " + people + "/" + gus.id(),
                            "{\"status\": \"muted\"}",
                            200,
                            "\"status\":\"muted\""),
                    Case.of("mute", gus, "POST " + messages, "{\"content\": \"x\"}", 403, "not_allowed"),
                    Case.of("leave", gus, "DELETE " + people + "/me", null, 204, ""),
                    Case.of("left", gus, "GET " + messages, null, 404, "no_such_channel"),
                    Case.of("rest", eve, "PATCH " + room, "{\"status\": \"archived\"}", 200, "archived"),
                    Case.of("at rest", bob, "POST " + messages, "{\"content\": \"x\"}", 409, "channel_archived"),
                    Case.of("notes", eve, "PATCH " + room, "{\"closingNotes\": \"x\"}", 422, "closingNotes"),
                    Case.of(
                            "close",
                            eve,
                            "PATCH " + room,
                            "{\"status\": \"closed\", \"closingNotes\": \"Put out.\"}",
                            200,
                            "Put out."),
                    Case.of("final", bob, "PATCH " + room, "{\"status\": \"active\"}", 409, "illegal_transition"),
                    Case.of("closed", bob, "GET " + path + "/rooms?status=closed", null, 200, "printer"));
        }
    }

    private static void agent(CommunityServer server, Person owner, String path, Person who, Permission permission) {
        String role = server.post(
                        owner,
                        path + "/roles",
                        "{\"name\": \"role of " + who.name() + "\", \"permissions\": \"" + permission.mask() + "\"}")
                .expect(201)
                .text("id");
        server.put(owner, path + "/members/" + who.id() + "/roles/" + role, null)
                .expect(200);
    }

    @Test
    void whoReadsWithoutTakingPartStandsInTheAuditLog() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.registered("ann");
            Person bob = server.registered("bob");
            Person sue = server.registered("sue");
            Person tom = server.registered("tom");
            String waddle = server.waddle(ann, "pond", false);
            String path = "/waddles/" + waddle;
            for (Person each : new Person[] {bob, sue, tom}) {
                server.join(ann, waddle, each);
            }
            agent(server, ann, path, sue, Permission.SUPERVISE);
            agent(server, ann, path, tom, Permission.SUPERVISE_TRANSCRIPTS);
            String id = server.post(bob, path + "/rooms", "{\"type\": \"support\", \"isPrivate\": true}")
                    .expect(201)
                    .text("id");
            String messages = path + "/channels/" + id + "/messages";
            for (String text : new String[] {"one walrus", "two walruses", "three walruses"}) {
                server.post(bob, messages, "{\"content\": \"" + text + "\"}").expect(201);
            }
            String transcript = path + "/rooms/" + id + "/transcript";
            String monitored = "GET " + path + "/audit-log?action=room.monitor";
            String read = "GET " + path + "/audit-log?action=room.transcript";
            Case.runAll(
                    server,
                    Case.of("none yet", ann, monitored, null, 200, "\"items\":[]"),
                    Case.of("his own", bob, "GET " + messages, null, 200, "walrus"),
                    Case.of("not that", ann, monitored, null, 200, "\"items\":[]"),
                    Case.of("reads", sue, "GET " + messages, null, 200, "one walrus"),
                    Case.of("only that", sue, "POST " + messages, "{\"content\": \"x\"}", 403, "not_allowed"),
                    Case.of("no search", sue, "GET " + path + "/search?q=walrus", null, 200, "\"items\":[]"),
                    Case.of("nor hers", ann, "GET " + path + "/search?q=walrus", null, 200, "\"items\":[]"),
                    Case.of("known", ann, monitored, null, 200, "\"" + sue.id() + "\""),
                    Case.of("not hers", sue, "GET " + transcript, null, 404, "no_such_room"),
                    Case.of("not for him", tom, "GET " + messages, null, 404, "no_such_channel"));
            assertThat(server.get(ann, path + "/audit-log?action=room.monitor")
                            .body()
                            .path("items")
                            .size())
                    .isEqualTo(1);
            JsonNode page = server.get(tom, transcript + "?limit=2").expect(200).body();
            assertThat(page.path("items").path(0).path("content").asText()).isEqualTo("one walrus");
            assertThat(page.path("room").path("id").asText()).isEqualTo(id);
            String next = page.path("next").asText();
            Case.runAll(
                    server,
                    Case.of("the rest", tom, "GET " + transcript + "?cursor=" + next, null, 200, "three walruses")
                            .without("two walruses"),
                    Case.of("known", ann, read, null, 200, "\"" + tom.id() + "\""),
                    Case.of("his own", bob, "GET " + transcript, null, 200, "two walruses"));
        }
    }
}
