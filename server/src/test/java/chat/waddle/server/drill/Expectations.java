package chat.waddle.server.drill;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.drill.TrackedMessage.State;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a server must answer, given what is known of the messages.
final class Expectations {
    private static final int PAGE = 50;
    private static final String NEWEST_FROM_FILE = "?before=" + Long.MAX_VALUE + "&limit=" + PAGE;

    private Expectations() {}

    /// A search for the message's own word finds it alone, or nothing once it is deleted.
    ///
    /// @return what is odd, or null
    static @Nullable String search(WireClient client, DrillCommunity.Place place, TrackedMessage message)
            throws IOException {
        WireClient.Reply reply = client.get(place.path() + "/search?q=" + message.key());
        JsonNode items = reply.body().path("items");
        String live = liveText(message);
        boolean right = live == null
                ? items.isEmpty()
                : items.size() == 1 && items.get(0).path("content").asText().equals(live);
        return reply.status() == 200 && right
                ? null
                : "search for " + message.key() + " (" + live + "): " + reply.status() + " " + reply.body();
    }

    /// The message itself says what was last answered.
    ///
    /// @return what is odd, or null
    static @Nullable String read(WireClient client, DrillCommunity.Place place, TrackedMessage message)
            throws IOException {
        WireClient.Reply reply = client.get(place.messages() + "/" + message.id());
        String live = liveText(message);
        boolean right = live == null
                ? reply.status() == 404
                : reply.status() == 200 && reply.text("content").equals(live);
        return right ? null : message.key() + " (" + live + "): " + reply.status() + " " + reply.body();
    }

    private static @Nullable String liveText(TrackedMessage message) {
        return message.state() instanceof State.Present(String text, boolean deleted) && !deleted ? text : null;
    }

    /// The newest page, asked for twice (the second time it comes from memory), is what is known, and what the file
    /// says.
    static void newestPages(WireClient client, DrillCommunity.Place place, Collection<TrackedMessage> messages)
            throws IOException {
        List<String> expected = new ArrayList<>(messages.stream()
                .filter(message -> liveText(message) != null)
                .sorted(Comparator.comparingLong(TrackedMessage::id).reversed())
                .limit(PAGE)
                .map(message -> message.id() + " " + liveText(message))
                .toList()
                .reversed());
        for (String query : List.of("?limit=" + PAGE, "?limit=" + PAGE, NEWEST_FROM_FILE)) {
            JsonNode page = client.get(place.messages() + query).expect(200).body();
            assertThat(texts(page)).as(query).isEqualTo(expected);
        }
        JsonNode memory = client.get(place.messages() + "?limit=" + PAGE).body().path("items");
        assertThat(memory)
                .isEqualTo(
                        client.get(place.messages() + NEWEST_FROM_FILE).body().path("items"));
    }

    private static List<String> texts(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item ->
                        item.path("id").asText() + " " + item.path("content").asText())
                .toList();
    }
}
