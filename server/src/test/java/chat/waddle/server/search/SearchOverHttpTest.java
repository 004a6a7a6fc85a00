package chat.waddle.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchOverHttpTest {
    private CommunityServer server;
    private Person owner;
    private Person member;
    private Person stranger;
    private String waddle;

    @BeforeAll
    void aWaddleWithAPublicAndAPrivateChannel(@TempDir Path folder) {
        server = new CommunityServer(folder);
        owner = server.person("olga");
        member = server.person("mike");
        stranger = server.person("sven");
        waddle = "/waddles/" + server.waddle(owner, "search-test", false);
        server.join(owner, waddle.substring("/waddles/".length()), member);
        channel("talk", false);
        channel("staff", true);
        post(owner, "talk", "The penguin likes fish");
        post(member, "talk", "A PENGUIN likes ice: https://example.org");
        post(owner, "staff", "The penguin must go on a diet");
    }

    @AfterAll
    void close() {
        server.close();
    }

    private void channel(String name, boolean isPrivate) {
        String json = "{\"name\": \"%s\", \"type\": \"text\", \"isPrivate\": %s}".formatted(name, isPrivate);
        server.post(owner, waddle + "/channels", json).expect(201);
    }

    private void post(Person who, String channel, String text) {
        server.post(who, waddle + "/channels/" + channel + "/messages", "{\"content\": \"" + text + "\"}")
                .expect(201);
    }

    private Answer search(Person who, String query) {
        return server.get(who, waddle + "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    private List<String> found(Person who, String query) {
        return search(who, query)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(hit -> hit.path("content").asText())
                .toList();
    }

    @Test
    void everybodyFindsWhatTheyMaySeeAndNothingElse() {
        assertThat(found(owner, "penguin")).hasSize(3);
        assertThat(found(member, "penguin"))
                .containsExactly("A PENGUIN likes ice: https://example.org", "The penguin likes fish");
        assertThat(found(member, "diet")).isEmpty();
        assertThat(found(member, "penguin in:staff")).isEmpty();
        search(stranger, "penguin").expect(404, "no_such_waddle");
    }

    @Test
    void operatorsNarrowTheSearch() {
        assertThat(found(owner, "penguin in:talk")).hasSize(2);
        assertThat(found(owner, "penguin in:#staff")).containsExactly("The penguin must go on a diet");
        assertThat(found(owner, "penguin from:" + member.id())).hasSize(1);
        assertThat(found(owner, "penguin from:me")).hasSize(2);
        assertThat(found(owner, "penguin from:nobody-of-this-name")).isEmpty();
        assertThat(found(owner, "has:link")).containsExactly("A PENGUIN likes ice: https://example.org");
        assertThat(found(owner, "penguin -fish in:talk")).hasSize(1);
        assertThat(found(owner, "penguin before:2000-01-01")).isEmpty();
    }

    @Test
    void theChannelParameterNarrowsAndNeverWidens() {
        String path = waddle + "/search?q=penguin";
        assertThat(server.get(owner, path + "&channel=talk").expect(200).body().path("items"))
                .hasSize(2);
        assertThat(server.get(owner, path + "+in:talk&channel=talk")
                        .expect(200)
                        .body()
                        .path("items"))
                .hasSize(2);
        assertThat(server.get(owner, path + "+in:staff&channel=talk")
                        .expect(200)
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void aHitShowsWhereTheWordsAre() {
        Answer answer = search(member, "fish").expect(200);

        assertThat(answer.body().path("items").path(0).path("snippet").toString())
                .isEqualTo("{\"text\":\"The penguin likes fish\",\"highlights\":[[18,22]]}");
        assertThat(answer.body().path("items").path(0).path("archived").asBoolean())
                .isFalse();
    }

    @Test
    void pagesOfHitsFitTogetherInBothOrders() {
        for (String sort : List.of("newest", "relevance")) {
            String path = waddle + "/search?q=penguin&limit=2&sort=" + sort;
            Answer first = server.get(owner, path).expect(200);
            Answer second =
                    server.get(owner, path + "&cursor=" + first.text("next")).expect(200);

            assertThat(first.body().path("items")).as(sort).hasSize(2);
            assertThat(second.body().path("items")).as(sort).hasSize(1);
            assertThat(second.body().path("next").isNull()).as(sort).isTrue();
        }
    }

    @Test
    void strangeQueriesAreAnsweredAndStrangeParametersRefused() {
        for (String query :
                List.of("", "\"", "AND OR NOT", "c++", "*", "(((", "a:b", "\0", "'; DROP TABLE messages; --")) {
            search(member, query).expect(200);
        }
        search(member, "x".repeat(513)).expect(422);
        server.get(member, waddle + "/search?q=a&sort=best").expect(400, "malformed_parameter");
        server.get(member, waddle + "/search?q=a&cursor=zzz").expect(400, "malformed_cursor");
        server.get(member, waddle + "/search?q=a&limit=1000").expect(400, "malformed_parameter");
    }
}
