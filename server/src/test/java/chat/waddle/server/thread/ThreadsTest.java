package chat.waddle.server.thread;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import chat.waddle.server.http.Route;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void threadsAreListedByTheirLastActivity() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            String path = "/waddles/" + server.waddle(ann, "pond", false);
            server.post(ann, path + "/channels", "{\"name\": \"talk\"}").expect(201);
            List<String> ids = new ArrayList<>();
            for (String title : new String[] {"one", "two", "three"}) {
                ids.add(server.post(ann, path + "/channels/talk/threads", "{\"title\": \"" + title + "\"}")
                        .expect(201)
                        .text("id"));
            }
            post(server, ann, path, ids.get(0), "wake up");
            Answer first =
                    server.get(ann, path + "/channels/talk/threads?limit=2").expect(200);
            assertThat(titles(first)).containsExactly("one", "three");
            Answer rest = server.get(ann, path + "/channels/talk/threads?limit=2&cursor=" + first.text("next"));
            assertThat(titles(rest)).containsExactly("two");
            assertThat(rest.body().path("next").isNull()).isTrue();
        }
    }

    @Test
    void archivedAndResolvedThreadsAreListedApart() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            String path = "/waddles/" + server.waddle(ann, "pond", false);
            server.post(ann, path + "/channels", "{\"name\": \"talk\"}").expect(201);
            String threads = path + "/channels/talk/threads";
            for (String title : new String[] {"asleep", "answered", "open"}) {
                String id = server.post(ann, threads, "{\"title\": \"" + title + "\"}")
                        .expect(201)
                        .text("id");
                String change = title.equals("asleep") ? "archived" : "resolved";
                server.patch(ann, path + "/threads/" + id, "{\"" + change + "\": " + !title.equals("open") + "}")
                        .expect(200);
            }
            assertThat(titles(server.get(ann, threads + "?archived=true"))).containsExactly("asleep");
            assertThat(titles(server.get(ann, threads + "?archived=false"))).containsExactly("open", "answered");
            assertThat(titles(server.get(ann, threads + "?archived=false&resolved=true")))
                    .containsExactly("answered");
            assertThat(titles(server.get(ann, threads + "?resolved=false"))).containsExactly("open", "asleep");
            server.get(ann, threads + "?archived=maybe").expect(400, "malformed_parameter");
        }
    }

    @Test
    void threadsAreFollowedByWhoTakesPartOrAsks() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String id = server.waddle(ann, "pond", false);
            server.join(ann, id, bob);
            String path = "/waddles/" + id;
            server.post(ann, path + "/channels", "{\"name\": \"talk\"}").expect(201);
            String threads = path + "/channels/talk/threads";
            String one = server.post(ann, threads, "{\"title\": \"one\"}").text("id");
            server.post(ann, threads, "{\"title\": \"two\"}").expect(201);
            String own = path + "/threads/" + one + "/followers/me";
            Case.runAll(
                    server,
                    Case.of("who began it", ann, "GET " + own, null, 200, "{\"following\":true}"),
                    Case.of("not yet", bob, "GET " + own, null, 200, "{\"following\":false}"),
                    Case.of("follow", bob, "PUT " + own, null, 204, ""),
                    Case.of("again", bob, "PUT " + own, null, 204, ""),
                    Case.of("now", bob, "GET " + own, null, 200, "{\"following\":true}"),
                    Case.of("unknown", bob, "PUT " + path + "/threads/1/followers/me", null, 404, "no_such_thread"));
            assertThat(titles(server.get(bob, path + "/threads/followed"))).containsExactly("one");
            assertThat(titles(server.get(bob, threads + "?following=true"))).containsExactly("one");
            Answer first = server.get(ann, path + "/threads/followed?limit=1").expect(200);
            assertThat(titles(first)).containsExactly("two");
            assertThat(titles(server.get(ann, path + "/threads/followed?cursor=" + first.text("next"))))
                    .containsExactly("one");
            server.delete(bob, own).expect(204);
            assertThat(titles(server.get(bob, path + "/threads/followed"))).isEmpty();
            post(server, bob, path, one, "me too");
            assertThat(titles(server.get(bob, path + "/threads/followed"))).containsExactly("one");
        }
    }

    @Test
    void theMessagesOfAThreadArePagedBothWays() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            String path = "/waddles/" + server.waddle(ann, "pond", false);
            server.post(ann, path + "/channels", "{\"name\": \"talk\"}").expect(201);
            String thread = server.post(ann, path + "/channels/talk/threads", "{\"title\": \"t\"}")
                    .text("id");
            for (int number = 0; number < 7; number++) {
                post(server, ann, path, thread, "m" + number);
                post(server, ann, path, "", "elsewhere");
            }
            String messages = path + "/threads/" + thread + "/messages?limit=3";
            Answer newest = server.get(ann, messages).expect(200);
            assertThat(contents(newest)).containsExactly("m4", "m5", "m6");
            Answer older = server.get(ann, messages + "&before=" + newest.text("before"));
            assertThat(contents(older)).containsExactly("m1", "m2", "m3");
            Answer oldest = server.get(ann, messages + "&before=" + older.text("before"));
            assertThat(contents(oldest)).containsExactly("m0");
            assertThat(oldest.body().path("before").isNull()).isTrue();
            Answer newer = server.get(ann, messages + "&after=" + oldest.text("after"));
            assertThat(contents(newer)).containsExactly("m1", "m2", "m3");
            String middle = older.body().at("/items/1/id").asText();
            assertThat(contents(server.get(ann, messages + "&around=" + middle)))
                    .contains("m2");
            server.get(ann, messages + "&around=1&before=1").expect(400, "conflicting_parameters");
        }
    }

    @Test
    void threadsAreChangedByWhoMay() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            Person eve = server.person("eve");
            String id = server.waddle(ann, "pond", false);
            server.join(ann, id, bob);
            server.join(ann, id, eve);
            String path = "/waddles/" + id;
            server.post(ann, path + "/channels", "{\"name\": \"talk\"}").expect(201);
            server.post(ann, path + "/channels", "{\"name\": \"flat\", \"threadMode\": \"disabled\"}")
                    .expect(201);
            String threads = path + "/channels/talk/threads";
            String one = path + "/threads/"
                    + server.post(bob, threads, "{\"title\": \"mine\"}")
                            .expect(201)
                            .text("id");
            String long101 = "x".repeat(101);
            Case.runAll(
                    server,
                    Case.of("empty", bob, "POST " + threads, "{\"title\": \"\"}", 422, "title"),
                    Case.of("long", bob, "POST " + threads, "{\"title\": \"" + long101 + "\"}", 422, "too_long"),
                    Case.of(
                            "none there",
                            bob,
                            "POST " + path + "/channels/flat/threads",
                            "{\"title\": \"t\"}",
                            409,
                            "threads_dis"),
                    Case.of("see", eve, "GET " + one, null, 200, "\"mine\""),
                    Case.of("own title", bob, "PATCH " + one, "{\"title\": \"ours\"}", 200, "\"ours\""),
                    Case.of("resolve", bob, "PATCH " + one, "{\"resolved\": true}", 200, "\"resolvedAt\":\"2"),
                    Case.of("another's", eve, "PATCH " + one, "{\"title\": \"x\"}", 403, "not_allowed"),
                    Case.of("lock own", bob, "PATCH " + one, "{\"locked\": true}", 403, "not_allowed"),
                    Case.of("lock", ann, "PATCH " + one, "{\"locked\": true}", 200, "\"locked\":true"),
                    Case.of("locked", bob, "PATCH " + one, "{\"title\": \"y\"}", 409, "thread_locked"),
                    Case.of("delete", bob, "DELETE " + one, null, 403, "missing_permission"),
                    Case.of("by owner", ann, "DELETE " + one, null, 204, ""),
                    Case.of("gone", bob, "GET " + one, null, 404, "no_such_thread"),
                    Case.of("its messages", bob, "GET " + one + "/messages", null, 404, "no_such_thread"),
                    Case.of("list", bob, "GET " + threads, null, 200, "\"items\":[]"));
        }
    }

    @Test
    void aThreadOfAHiddenChannelIsNoThread() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String id = server.waddle(ann, "pond", false);
            server.join(ann, id, bob);
            String path = "/waddles/" + id;
            server.post(ann, path + "/channels", "{\"name\": \"secret\", \"isPrivate\": true}")
                    .expect(201);
            String thread = server.post(ann, path + "/channels/secret/threads", "{\"title\": \"t\"}")
                    .text("id");
            String one = path + "/threads/" + thread;
            Case.runAll(
                    server,
                    Case.of("see", ann, "GET " + one, null, 200, ""),
                    Case.of("hidden", bob, "GET " + one, null, 404, "no_such_thread"),
                    Case.of("messages", bob, "GET " + one + "/messages", null, 404, "no_such_thread"),
                    Case.of("change", bob, "PATCH " + one, "{\"title\": \"x\"}", 404, "no_such_thread"),
                    Case.of("list", bob, "GET " + path + "/channels/secret/threads", null, 404, "no_such_channel"));
        }
    }

    private static void post(CommunityServer server, Person who, String path, String thread, String text) {
        String in = thread.isEmpty() ? "" : ", \"threadId\": \"" + thread + "\"";
        var answer = server.raw(
                who, "POST", Route.API + path + "/channels/talk/messages", "{\"content\": \"" + text + "\"" + in + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static List<String> titles(Answer answer) {
        return texts(answer, "title");
    }

    private static List<String> contents(Answer answer) {
        return texts(answer, "content");
    }

    private static List<String> texts(Answer answer, String field) {
        return answer.body()
                .path("items")
                .valueStream()
                .map((JsonNode item) -> item.path(field).asText())
                .toList();
    }
}
