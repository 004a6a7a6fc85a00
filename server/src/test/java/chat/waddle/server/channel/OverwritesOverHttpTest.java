package chat.waddle.server.channel;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.Permission;
import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverwritesOverHttpTest {
    private static final long VIEW = Permission.VIEW_CHANNELS.mask();
    private static final long SEND = Permission.SEND_MESSAGES.mask();
    private static final long SEARCH = Permission.SEARCH.mask();
    private static final long READ = Permission.READ_HISTORY.mask();

    @TempDir
    private Path folder = Path.of("");

    private static String bits(long allow, long deny) {
        return "{\"allow\": \"" + allow + "\", \"deny\": \"" + deny + "\"}";
    }

    @Test
    void aChangeTakesEffectOnTheNextRequest() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String id = server.waddle(ann, "pond", false);
            server.join(ann, id, bob);
            String pond = "/waddles/" + id;
            server.post(ann, pond + "/channels", "{\"name\": \"talk\"}").expect(201);
            String talk = pond + "/channels/talk";
            String messages = talk + "/messages";
            String post = "{\"content\": \"hello ducks\"}";
            String message = server.post(bob, messages, post).expect(201).text("id");
            String forBob = "PUT " + talk + "/overwrites/user/" + bob.id();
            Case.runAll(
                    server,
                    Case.of("seen", bob, "GET " + pond + "/search?q=ducks", null, 200, message),
                    Case.of("mute", ann, forBob, bits(0, SEND), 200, "\"deny\":\"16\""),
                    Case.of("muted", bob, "POST " + messages, post, 403, "not_allowed"),
                    Case.of("edit", bob, "PATCH " + messages + "/" + message, post, 403, "not_allowed"),
                    Case.of("reads", bob, "GET " + messages, null, 200, "ducks"),
                    Case.of("no search", ann, forBob, bits(0, SEARCH), 200, ""),
                    Case.of("not found", bob, "GET " + pond + "/search?q=ducks", null, 200, "\"items\":[]"),
                    Case.of("named", bob, "GET " + pond + "/search?q=ducks&channel=talk", null, 200, "\"items\":[]"),
                    Case.of("no reading", ann, forBob, bits(0, READ), 200, ""),
                    Case.of("unread", bob, "GET " + messages, null, 403, "chat:message:read-history"),
                    Case.of("one", bob, "GET " + messages + "/" + message, null, 403, "missing_permission"),
                    Case.of("unsearched", bob, "GET " + pond + "/search?q=ducks", null, 200, "\"items\":[]"),
                    Case.of("posts", bob, "POST " + messages, post, 201, ""),
                    Case.of("hide", ann, forBob, bits(0, VIEW), 200, ""),
                    Case.of("list", bob, "GET " + pond + "/channels", null, 200, "\"items\":[]"),
                    Case.of("hidden", bob, "GET " + messages, null, 404, "no_such_channel"),
                    Case.of("and post", bob, "POST " + messages, post, 404, "no_such_channel"),
                    Case.of("and search", bob, "GET " + pond + "/search?q=ducks", null, 200, "\"items\":[]"),
                    Case.of("lift", ann, forBob.replace("PUT", "DELETE"), null, 204, ""),
                    Case.of("again", bob, "GET " + messages, null, 200, "ducks"),
                    Case.of("found", bob, "GET " + pond + "/search?q=ducks", null, 200, message));
        }
    }

    @Test
    void aPrivateChannelIsForWhomAnOverwriteNames() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String id = server.waddle(ann, "pond", false);
            server.join(ann, id, bob);
            String pond = "/waddles/" + id;
            server.post(ann, pond + "/channels", "{\"name\": \"secret\", \"isPrivate\": true}")
                    .expect(201);
            String secret = pond + "/channels/secret";
            String post = "{\"content\": \"hello ducks\"}";
            server.post(ann, secret + "/messages", post).expect(201);
            String thread = server.post(ann, secret + "/threads", "{\"title\": \"t\"}")
                    .expect(201)
                    .text("id");
            Case.runAll(
                    server,
                    Case.of("no", bob, "GET " + secret + "/messages", null, 404, "no_such_channel"),
                    Case.of("thread", bob, "GET " + pond + "/threads/" + thread, null, 404, "no_such_thread"),
                    Case.of("search", bob, "GET " + pond + "/search?q=ducks", null, 200, "\"items\":[]"),
                    Case.of("let in", ann, "PUT " + secret + "/overwrites/user/" + bob.id(), bits(VIEW, 0), 200, ""),
                    Case.of("yes", bob, "GET " + secret + "/messages", null, 200, "ducks"),
                    Case.of("its thread", bob, "GET " + pond + "/threads/" + thread, null, 200, ""),
                    Case.of("searched", bob, "GET " + pond + "/search?q=ducks", null, 200, "ducks"),
                    Case.of("listed", bob, "GET " + pond + "/channels", null, 200, "secret"));
        }
    }

    @Test
    void overwritesAreListedWithWhatTheCategorySays() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            String id = server.waddle(ann, "pond", false);
            String pond = "/waddles/" + id;
            String everyone = server.presetRole(ann, id, "member");
            String group = server.post(ann, pond + "/categories", "{\"name\": \"group\"}")
                    .expect(201)
                    .text("id");
            server.post(ann, pond + "/channels", "{\"name\": \"talk\", \"categoryId\": \"" + group + "\"}")
                    .expect(201);
            String ofGroup = pond + "/categories/" + group + "/overwrites";
            String ofTalk = pond + "/channels/talk/overwrites";
            Case.runAll(
                    server,
                    Case.of("none", ann, "GET " + ofTalk, null, 200, "\"items\":[]"),
                    Case.of("group", ann, "PUT " + ofGroup + "/role/" + everyone, bits(0, SEND), 200, everyone),
                    Case.of("in group", ann, "GET " + ofGroup, null, 200, "\"inheritedFrom\":null"),
                    Case.of("inherited", ann, "GET " + ofTalk, null, 200, "\"inheritedFrom\":\"" + group + "\""),
                    Case.of("own", ann, "PUT " + ofTalk + "/role/" + everyone, bits(SEND, 0), 200, ""),
                    Case.of("own alone", ann, "GET " + ofTalk, null, 200, "\"inheritedFrom\":null")
                            .without(group),
                    Case.of("twice", ann, "DELETE " + ofTalk + "/role/" + everyone, null, 204, ""),
                    Case.of("is fine", ann, "DELETE " + ofTalk + "/role/" + everyone, null, 204, ""),
                    Case.of("audit", ann, "GET " + pond + "/audit-log", null, 200, "channel.overwrite"));
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String id = server.waddle(ann, "pond", false);
            server.join(ann, id, bob);
            server.post(ann, "/waddles/" + id + "/channels", "{\"name\": \"talk\"}")
                    .expect(201);
            String all = "/waddles/" + id + "/channels/talk/overwrites/";
            String everyone = "PUT " + all + "role/" + server.presetRole(ann, id, "member");
            String owner = "PUT " + all + "role/" + server.presetRole(ann, id, "owner");
            Case.runAll(
                    server,
                    Case.of("both", ann, everyone, bits(16, 16), 422, "contradiction"),
                    Case.of("ban", ann, everyone, bits(Permission.BAN_MEMBERS.mask(), 0), 422, "not_for_channels"),
                    Case.of("negative", ann, everyone, bits(0, -1), 422, "not_for_channels"),
                    Case.of("words", ann, everyone, "{\"allow\": \"x\", \"deny\": \"0\"}", 422, "not_a_number"),
                    Case.of("empty", ann, everyone, "{\"allow\": \"\", \"deny\": \"0\"}", 422, "not_a_number"),
                    Case.of("half", ann, everyone, "{\"allow\": \"0\"}", 422, "deny"),
                    Case.of("more", ann, everyone, "{\"allow\": \"0\", \"deny\": \"0\", \"x\": 1}", 400, "x"),
                    Case.of("owner", ann, owner, bits(0, 16), 409, "preset_protected"),
                    Case.of("no role", ann, "PUT " + all + "role/1", bits(0, 16), 404, "no_such_role"),
                    Case.of("no user", ann, "PUT " + all + "user/1", bits(0, 16), 404, "no_such_member"),
                    Case.of("not bob", bob, everyone, bits(0, 16), 403, "missing_permission"));
        }
    }

    @Test
    void whatAMemberMayDoIsExplainedStepByStep() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String id = server.waddle(ann, "pond", false);
            server.join(ann, id, bob);
            String everyone = server.presetRole(ann, id, "member");
            String talk = "/waddles/" + id + "/channels/talk";
            server.post(ann, "/waddles/" + id + "/channels", "{\"name\": \"talk\"}")
                    .expect(201);
            server.put(ann, talk + "/overwrites/role/" + everyone, bits(0, SEND | VIEW))
                    .expect(200);
            server.put(ann, talk + "/overwrites/user/" + bob.id(), bits(VIEW, 0))
                    .expect(200);
            Answer answer = server.get(ann, talk + "/permissions/" + bob.id()).expect(200);
            assertThat(answer.body().findValuesAsText("kind"))
                    .containsExactly("role", "role_overwrite", "user_overwrite");
            long result = Long.parseLong(answer.text("permissions"));
            assertThat(result & (VIEW | SEND)).isEqualTo(VIEW);
            assertThat(answer.body().at("/steps/2/result").asText()).isEqualTo(answer.text("permissions"));
            assertThat(answer.body().at("/steps/1/deny").asText()).isEqualTo(Long.toString(SEND | VIEW));
            Case.runAll(
                    server,
                    Case.of("own", bob, "GET " + talk + "/permissions/me", null, 200, "user_overwrite"),
                    Case.of("others'", bob, "GET " + talk + "/permissions/" + ann.id(), null, 403, "missing"),
                    Case.of("owner", ann, "GET " + talk + "/permissions/me", null, 200, "\"owner\""),
                    Case.of("nobody", ann, "GET " + talk + "/permissions/1", null, 404, "no_such_member"));
        }
    }
}
