package chat.waddle.server.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People who used every feature, and what is left of them after they went: nothing, or just what they wanted.
///
/// `-Derasure.users=100` makes it longer.
class ErasureOverHttpTest {
    private static final int USERS = Integer.getInteger("erasure.users", 4);
    private static final String PASSWORD = "Correct-horse-7";
    private static final byte[] SHARED_FILE = "bytes that two people have".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    /// A person and the word that stands in everything they do.
    record Somebody(Person person, String word, String email) {}

    /// Two communities of one owner, and an operator.
    record Place(Person owner, Person operator, String waddle, String channel, String second, String quiet) {
        static Place make(CommunityServer server) {
            Person owner = server.person("owner");
            String waddle = server.waddle(owner, "pond", true);
            String second = server.waddle(owner, "lake", true);
            String base = "/waddles/" + waddle;
            server.post(
                            owner,
                            base + "/automod/rules",
                            "{\"name\": \"r\", \"kind\": \"keywords\", \"words\": [\"forbidden\"], \"action\": \"timeout\","
                                    + " \"timeoutSeconds\": 60}")
                    .expect(201);
            return new Place(
                    owner,
                    server.operator("olga"),
                    waddle,
                    channel(server, owner, waddle),
                    second,
                    channel(server, owner, second));
        }

        private static String channel(CommunityServer server, Person owner, String waddle) {
            return server.post(owner, "/waddles/" + waddle + "/channels", "{\"name\": \"talk\"}")
                    .expect(201)
                    .text("id");
        }

        String messages() {
            return "/waddles/" + waddle + "/channels/" + channel + "/messages";
        }
    }

    static Somebody join(CommunityServer server, Place place, Random random) {
        StringBuilder letters = new StringBuilder("q");
        while (letters.length() < 14) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        String word = letters.toString();
        String email = word + "@example.org";
        Answer answer = server.post(
                        CommunityServer.NOBODY,
                        "/auth/register",
                        "{\"email\": \"" + email + "\", \"username\": \"" + word + "\", \"password\": \"" + PASSWORD
                                + "\", \"displayName\": \"" + word + "\"}")
                .expect(201);
        Person person = new Person(word, answer.body().path("user").path("id").asText(), answer.text("accessToken"));
        server.join(place.owner(), place.waddle(), person);
        server.join(place.owner(), place.second(), person);
        return new Somebody(person, word, email);
    }

    /// Leaves the word in every feature.
    static String live(CommunityServer server, Place place, Somebody who) {
        Person me = who.person();
        String word = who.word();
        server.patch(
                        me,
                        "/users/me",
                        "{\"firstName\": \"" + word + "\", \"lastName\": \"" + word + "\", \"bio\": \"" + word
                                + "\", \"chatPreferences\": {\"a\": \"" + word + "\"}}")
                .expect(200);
        server.patch(
                        me,
                        "/users/me/settings",
                        "{\"notificationSound\": \"" + word + "\", \"settings\": {\"k\": \"" + word + "\"}}")
                .expect(200);
        server.put(me, "/users/me/status", "{\"text\": \"" + word + "\"}").expect(200);
        server.post(me, "/users/me/tokens", "{\"name\": \"" + word + "\", \"scopes\": [\"read\"]}")
                .expect(201);
        String base = "/waddles/" + place.waddle();
        server.patch(me, base + "/members/me", "{\"nickname\": \"" + word + "\"}")
                .expect(200);
        String first = post(server, me, place.messages(), word + " one");
        server.patch(
                        me,
                        place.messages() + "/" + first,
                        "{\"content\": \"" + word.toUpperCase(Locale.ROOT) + " edited\"}")
                .expect(200);
        String deleted = post(server, me, place.messages(), word + " deleted");
        server.delete(me, place.messages() + "/" + deleted).expect(204);
        String reported = post(server, me, place.messages(), word + " reported");
        post(
                server,
                me,
                "/waddles/" + place.second() + "/channels/" + place.quiet() + "/messages",
                word + " elsewhere");
        String thread = server.post(
                        me, base + "/channels/" + place.channel() + "/threads", "{\"title\": \"" + word + "\"}")
                .expect(201)
                .text("id");
        server.post(
                        me,
                        place.messages(),
                        "{\"content\": \"" + word + "\", \"threadId\": \"" + thread + "\", \"clientMessageId\": \""
                                + word + "\"}")
                .expect(201);
        String foreign = post(server, place.owner(), place.messages(), "hello <@" + me.id() + ">");
        server.put(me, place.messages() + "/" + foreign + "/reactions/%F0%9F%91%8D/me", null);
        server.put(me, "/users/me/bookmarks/messages/" + foreign + "?waddle=" + place.waddle(), null);
        server.post(
                        me,
                        place.messages() + "/" + foreign + "/report",
                        "{\"reason\": \"other\", \"text\": \"" + word + "\"}")
                .expect(201);
        String report = server.post(
                        place.owner(),
                        place.messages() + "/" + reported + "/report",
                        "{\"reason\": \"hate\", \"text\": \"" + word + " wrote\"}")
                .expect(201)
                .text("id");
        server.patch(
                        place.owner(),
                        base + "/reports/" + report,
                        "{\"status\": \"resolved\", \"note\": \"" + word + " again\"}")
                .expect(200);
        upload(server, me, place, word + ".txt", ("content " + word).getBytes(StandardCharsets.UTF_8));
        upload(server, me, place, word + "2.txt", SHARED_FILE);
        server.upload(me, place.waddle(), word + "3.txt", ("never posted " + word).getBytes(StandardCharsets.UTF_8))
                .expect(201);
        server.post(me, place.messages(), "{\"content\": \"forbidden " + word + "\"}")
                .expect(403, "blocked_by_automod");
        return first;
    }

    private static void upload(CommunityServer server, Person who, Place place, String name, byte[] content) {
        String id =
                server.upload(who, place.waddle(), name, content).expect(201).text("id");
        server.post(who, place.messages(), "{\"content\": \"" + name + "\", \"attachmentIds\": [\"" + id + "\"]}")
                .expect(201);
    }

    private static String post(CommunityServer server, Person who, String messages, String text) {
        return server.post(who, messages, "{\"content\": \"" + text + "\"}")
                .expect(201)
                .text("id");
    }

    static void leave(CommunityServer server, Somebody who, String messages) {
        server.send(
                        who.person(),
                        "DELETE",
                        "/users/me",
                        "{\"password\": \"" + PASSWORD + "\", \"messages\": \"" + messages + "\"}")
                .expect(204);
    }

    private static Answer newestErasure(CommunityServer server, Place place) {
        String id = server.get(place.operator(), "/admin/erasures")
                .expect(200)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        return server.get(place.operator(), "/admin/erasures/" + id).expect(200);
    }

    @Test
    void nothingIsLeftOfPeopleWhoDeleteEverything() throws IOException {
        try (CommunityServer server = new CommunityServer(folder)) {
            Place place = Place.make(server);
            Random random = new Random(20_261_120);
            List<Somebody> people = new ArrayList<>();
            Somebody stays = join(server, place, random);
            live(server, place, stays);
            for (int i = 0; i < USERS; i++) {
                Somebody who = join(server, place, random);
                live(server, place, who);
                people.add(who);
                assertThat(Traces.of(who.word(), folder)).hasSizeGreaterThan(2);
            }

            people.forEach(who -> leave(server, who, "delete"));
            assertThat(server.application().erasures().tick()).isEqualTo(USERS);

            for (Somebody who : people) {
                assertThat(Traces.of(who.word(), folder)).isEmpty();
            }
            assertThat(Traces.of(stays.word(), folder)).isNotEmpty();
            Answer receipt = newestErasure(server, place);
            assertThat(receipt.text("state")).isEqualTo("done");
            assertThat(receipt.body().path("receipt").path("erasedMessages").asInt())
                    .isEqualTo(7);
            assertThat(receipt.body().path("receipt").path("erasedFiles").asInt())
                    .isEqualTo(3);
            assertThat(receipt.body().path("receipt").path("shards").size()).isEqualTo(2);
            Answer chain =
                    server.get(place.operator(), "/admin/audit-log/verify").expect(200);
            assertThat(chain.body().path("intact").asBoolean()).isTrue();
            assertThat(chain.body().path("redacted").asInt()).isPositive();
            String page = server.get(stays.person(), place.messages() + "?limit=100")
                    .expect(200)
                    .text();
            assertThat(page).contains(stays.word());
        }
    }

    @Test
    void whoDeletesTheirWaddleAndThenThemselvesIsErasedThereToo() throws IOException {
        try (CommunityServer server = new CommunityServer(folder)) {
            Place place = Place.make(server);
            Person founder = server.person("founder");
            String own = server.waddle(founder, "shortlived", true);
            String channel = server.post(founder, "/waddles/" + own + "/channels", "{\"name\": \"talk\"}")
                    .expect(201)
                    .text("id");
            server.post(
                            founder,
                            "/waddles/" + own + "/channels/" + channel + "/messages",
                            "{\"content\": \"zephyrine\"}")
                    .expect(201);
            assertThat(Traces.of("zephyrine", folder)).isNotEmpty();
            server.delete(founder, "/waddles/" + own).expect(204);
            server.send(founder, "DELETE", "/users/me", "{\"messages\": \"delete\"}");

            assertThat(server.application().erasures().tick()).isEqualTo(1);
            assertThat(newestErasure(server, place).text("state")).isEqualTo("done");
            assertThat(Traces.of("zephyrine", folder)).isEmpty();
        }
    }

    @Test
    void whoKeepsTheirMessagesLeavesThemUnderAnAccountWithoutAName() throws IOException {
        try (CommunityServer server = new CommunityServer(folder)) {
            Place place = Place.make(server);
            Somebody who = join(server, place, new Random(1));
            String first = live(server, place, who);

            leave(server, who, "keep");
            server.application().erasures().tick();

            Answer message =
                    server.get(place.owner(), place.messages() + "/" + first).expect(200);
            assertThat(message.text("content")).contains(who.word().toUpperCase(Locale.ROOT));
            assertThat(message.text("authorId")).isEqualTo(who.person().id());
            assertThat(Traces.of(who.email(), folder)).isEmpty();
            server.get(place.owner(), "/users/" + who.person().id()).expect(404);
        }
    }

    @Test
    void whoGoesAnonymouslyLeavesMessagesThatNothingTiesToThem() throws IOException {
        try (CommunityServer server = new CommunityServer(folder)) {
            Place place = Place.make(server);
            Somebody who = join(server, place, new Random(2));
            String first = live(server, place, who);

            leave(server, who, "anonymise");
            server.application().erasures().tick();

            Answer message =
                    server.get(place.owner(), place.messages() + "/" + first).expect(200);
            assertThat(message.text("content")).contains(who.word().toUpperCase(Locale.ROOT));
            assertThat(message.text("authorId")).isNotEqualTo(who.person().id());
            assertThat(Traces.of(who.email(), folder)).isEmpty();
        }
    }

    @Test
    void anOperatorErasesAnybodyButOperatorsAndOwnersAndMayGoFurtherLater() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Place place = Place.make(server);
            Somebody who = join(server, place, new Random(3));
            live(server, place, who);
            String erase = "/admin/users/" + who.person().id() + "/erase";

            server.post(place.operator(), "/admin/users/77/erase", "{\"messages\": \"keep\"}")
                    .expect(404, "no_such_user");
            server.post(place.operator(), erase, "{\"messages\": \"burn\"}").expect(422);
            server.post(
                            place.operator(),
                            "/admin/users/" + place.operator().id() + "/erase",
                            "{\"messages\": \"keep\"}")
                    .expect(409, "is_operator");
            server.post(place.operator(), "/admin/users/" + place.owner().id() + "/erase", "{\"messages\": \"keep\"}")
                    .expect(409, "owns_waddles");
            server.post(who.person(), erase, "{\"messages\": \"keep\"}").expect(403);
            String kept = server.post(place.operator(), erase, "{\"messages\": \"keep\"}")
                    .expect(202)
                    .text("id");
            server.get(who.person(), "/users/me").expect(401);
            assertThat(server.application().erasures().tick()).isEqualTo(1);
            String again = server.post(place.operator(), erase, "{\"messages\": \"keep\"}")
                    .expect(202)
                    .text("id");
            assertThat(again).isEqualTo(kept);
            String further = server.post(place.operator(), erase, "{\"messages\": \"delete\"}")
                    .expect(202)
                    .text("id");
            assertThat(further).isNotEqualTo(kept);
            assertThat(server.application().erasures().tick()).isEqualTo(1);

            assertThat(newestErasure(server, place)
                            .body()
                            .path("receipt")
                            .path("erasedMessages")
                            .asInt())
                    .isEqualTo(7);
            server.get(place.operator(), "/admin/erasures/1").expect(404, "no_such_erasure");
        }
    }

    @Test
    void aLegalHoldGoesBeforeAnErasureUntilItIsLifted() throws IOException {
        try (CommunityServer server = new CommunityServer(folder)) {
            Place place = Place.make(server);
            Somebody who = join(server, place, new Random(4));
            String first = live(server, place, who);
            String hold = "/admin/legal-holds/" + who.person().id();
            server.put(place.operator(), hold, "{\"reason\": \"a claim\"}").expect(200);
            server.put(place.operator(), "/admin/legal-holds/77", "{\"reason\": \"x\"}")
                    .expect(404, "no_such_subject");
            server.put(place.operator(), hold, "{\"reason\": \" \"}").expect(422);

            leave(server, who, "delete");
            assertThat(server.application().erasures().tick()).isZero();

            assertThat(newestErasure(server, place).text("state")).isEqualTo("held");
            server.get(who.person(), "/users/me").expect(401);
            server.get(place.owner(), place.messages() + "/" + first).expect(200);
            assertThat(Traces.of(who.email(), folder)).isNotEmpty();

            server.delete(place.operator(), hold).expect(204);
            server.delete(place.operator(), hold).expect(404, "no_such_hold");
            assertThat(server.application().erasures().tick()).isEqualTo(1);

            assertThat(newestErasure(server, place).text("state")).isEqualTo("done");
            assertThat(Traces.of(who.word(), folder)).isEmpty();
        }
    }

    @Test
    void aHoldOnAWaddleKeepsWhatIsInItAndNothingElse() throws IOException {
        try (CommunityServer server = new CommunityServer(folder)) {
            Place place = Place.make(server);
            Somebody who = join(server, place, new Random(5));
            String first = live(server, place, who);
            server.put(place.operator(), "/admin/legal-holds/" + place.waddle(), "{\"reason\": \"a claim\"}")
                    .expect(200);
            assertThat(server.get(place.operator(), "/admin/legal-holds")
                            .expect(200)
                            .body()
                            .path("items")
                            .path(0)
                            .path("subjectType")
                            .asText())
                    .isEqualTo("waddle");

            leave(server, who, "delete");
            assertThat(server.application().erasures().tick()).isZero();

            server.get(place.owner(), place.messages() + "/" + first).expect(200);
            assertThat(newestErasure(server, place)
                            .body()
                            .path("shards")
                            .valueStream()
                            .map(shard -> shard.path("waitingFor").asText())
                            .toList())
                    .containsExactlyInAnyOrder("legal hold", "null");
        }
    }

    @Test
    void whatIsHeldIsHiddenWhereItWouldBeErasedForGood() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Place place = Place.make(server);
            Somebody who = join(server, place, new Random(7));
            Somebody other = join(server, place, new Random(8));
            String held = post(server, who.person(), place.messages(), "held");
            String free = post(server, other.person(), place.messages(), "free");
            server.put(place.operator(), "/admin/legal-holds/" + who.person().id(), "{\"reason\": \"a claim\"}")
                    .expect(200);

            server.delete(who.person(), place.messages() + "/" + held + "?erase=true")
                    .expect(204);
            server.delete(other.person(), place.messages() + "/" + free + "?erase=true")
                    .expect(204);

            server.get(place.owner(), place.messages() + "/" + held).expect(404);
            assertThat(server.post(place.owner(), place.messages() + "/" + held + "/restore", null)
                            .expect(200)
                            .text("content"))
                    .isEqualTo("held");
            server.post(place.owner(), place.messages() + "/" + free + "/restore", null)
                    .expect(404);
        }
    }

    @Test
    void anOlderCopyThatIsPutBackForgetsThePersonBeforeItServes() throws IOException {
        Place place;
        Somebody who;
        String first;
        Path copy = folder.resolveSibling(folder.getFileName() + "-copy");
        try (CommunityServer server = new CommunityServer(folder)) {
            place = Place.make(server);
            who = join(server, place, new Random(6));
            first = live(server, place, who);
        }
        copy(folder, copy);
        try (CommunityServer server = new CommunityServer(folder)) {
            leave(server, who, "delete");
            assertThat(server.application().erasures().tick()).isEqualTo(1);
            assertThat(Traces.of(who.word(), folder)).isEmpty();
        }
        copy(copy.resolve("shards"), folder.resolve("shards"));
        assertThat(Traces.of(who.word(), folder)).as("the old shards are back").isNotEmpty();
        try (CommunityServer server = new CommunityServer(folder)) {
            server.get(place.owner(), place.messages() + "/" + first).expect(404);
        }

        copy(copy, folder);
        try (CommunityServer server = new CommunityServer(folder)) {
            server.get(who.person(), "/users/me").expect(401);
            server.get(place.owner(), place.messages() + "/" + first).expect(404);
            assertThat(server.application().erasures().tick()).isEqualTo(1);
            assertThat(newestErasure(server, place).text("state")).isEqualTo("done");
            assertThat(Traces.of(who.word(), folder)).allMatch(trace -> trace.startsWith("objects"));
        }
    }

    /// Files that are in both places are replaced; those of the write-ahead log go with the older file.
    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                for (String part : List.of("-wal", "-shm")) {
                    Files.deleteIfExists(target.resolveSibling(target.getFileName() + part));
                }
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
