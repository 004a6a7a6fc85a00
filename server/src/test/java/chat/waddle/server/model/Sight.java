package chat.waddle.server.model;

import chat.waddle.community.Permission;
import chat.waddle.server.account.Answer;
import chat.waddle.server.model.Community.Said;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks at everything as everybody, and says where the server shows another community than the model's.
final class Sight {
    private final Life life;
    private final Community community;

    Sight(Life life) {
        this.life = life;
        this.community = life.community;
    }

    /// @return the first difference, or null
    @Nullable
    String difference() {
        for (int reader = 0; reader < Community.PEOPLE; reader++) {
            for (int channel = 0; channel < Community.CHANNELS; channel++) {
                String difference = channel(reader, channel);
                if (difference != null) {
                    return "p" + reader + " in c" + channel + ": " + difference;
                }
            }
            String difference = waddle(reader);
            if (difference != null) {
                return "p" + reader + ": " + difference;
            }
        }
        return null;
    }

    private @Nullable String channel(int reader, int channel) {
        String path = "/channels/" + life.channelId(channel);
        int expected = life.judge.list(reader, channel);
        Answer page = life.get(reader, path + "/messages?limit=100");
        if (page.status() != expected) {
            return "page " + page.status() + " instead of " + expected;
        }
        if (expected != 200) {
            return null;
        }
        List<Said> history = community.history(channel);
        List<String> wanted = lastHundred(history).stream().map(this::words).toList();
        List<String> found =
                page.body().path("items").valueStream().map(Sight::words).toList();
        if (!wanted.equals(found)) {
            return "page " + found + " instead of " + wanted;
        }
        return pins(reader, channel, path);
    }

    private @Nullable String pins(int reader, int channel, String path) {
        List<String> wanted = community.pins.reversed().stream()
                .filter(message -> message.channel == channel && message.there())
                .map(message -> message.id)
                .toList();
        List<String> found = life.get(reader, path + "/pins")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(pin -> pin.path("message").path("id").asText())
                .toList();
        if (!wanted.equals(found)) {
            return "pins " + found + " instead of " + wanted;
        }
        return threads(reader, channel, path);
    }

    private @Nullable String threads(int reader, int channel, String path) {
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < community.topics.size(); i++) {
            int number = i;
            long count = community.history(channel).stream()
                    .filter(message -> message.topic == number)
                    .count();
            if (community.topics.get(i).channel == channel) {
                wanted.add(community.topics.get(i).id + "=" + count);
            }
        }
        List<String> found = life.get(reader, path + "/threads?limit=100")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(thread -> thread.path("id").asText() + "="
                        + thread.path("messageCount").asInt())
                .sorted()
                .toList();
        return wanted.stream().sorted().toList().equals(found) ? null : "threads " + found + " instead of " + wanted;
    }

    private @Nullable String waddle(int reader) {
        boolean member = community.members.contains(reader);
        Answer unread = life.get(reader, "/unread");
        if (unread.status() != (member ? 200 : 404)) {
            return "unread " + unread.text();
        }
        if (!member) {
            return null;
        }
        for (int channel = 0; channel < Community.CHANNELS; channel++) {
            String id = life.channelId(channel);
            List<Integer> found = unread.body()
                    .path("items")
                    .valueStream()
                    .filter(entry -> entry.path("channelId").asText().equals(id))
                    .map(entry -> entry.path("unreadCount").asInt())
                    .toList();
            List<Integer> wanted =
                    community.sees(reader, channel) ? List.of((int) community.unread(reader, channel)) : List.of();
            if (!found.equals(wanted)) {
                return "unread of c" + channel + " " + found + " instead of " + wanted;
            }
        }
        return search(reader);
    }

    private @Nullable String search(int reader) {
        for (String word : Life.WORDS) {
            Answer answer = life.get(reader, "/search?limit=100&q=" + word);
            List<String> wanted = community.said.reversed().stream()
                    .filter(message -> message.there() && message.content.contains(word))
                    .filter(message -> finds(reader, message.channel))
                    .map(message -> message.id)
                    .limit(100)
                    .toList();
            List<String> found = answer.body()
                    .path("items")
                    .valueStream()
                    .map(hit -> hit.path("id").asText())
                    .toList();
            if (answer.status() != 200 || !found.equals(wanted)) {
                return "search for " + word + ": " + answer.status() + " " + found + " instead of " + wanted;
            }
        }
        return null;
    }

    private boolean finds(int reader, int channel) {
        return Set.of(Permission.VIEW_CHANNELS, Permission.READ_HISTORY, Permission.SEARCH).stream()
                .allMatch(permission -> community.may(reader, channel, permission));
    }

    private static <T> List<T> lastHundred(List<T> all) {
        return all.subList(Math.max(0, all.size() - 100), all.size());
    }

    private String words(Said message) {
        StringBuilder reactions = new StringBuilder();
        for (Map.Entry<String, Set<Integer>> each : message.reactions.entrySet()) {
            reactions.append(each.getKey()).append(each.getValue().size());
        }
        String topic = message.topic < 0 ? "null" : community.topics.get(message.topic).id;
        String replyTo = message.replyTo.isEmpty() ? "null" : message.replyTo;
        return String.join(
                "|",
                message.id,
                message.content,
                "" + message.edits,
                reactions,
                topic,
                replyTo,
                "" + community.pins.contains(message),
                life.person(message.author).id());
    }

    private static String words(JsonNode message) {
        StringBuilder reactions = new StringBuilder();
        message.path("reactions")
                .forEach(each -> reactions
                        .append(each.path("emoji").asText())
                        .append(each.path("count").asInt()));
        return String.join(
                "|",
                message.path("id").asText(),
                message.path("content").asText(),
                "" + message.path("editCount").asInt(),
                reactions,
                message.path("threadId").asText(),
                message.path("replyToId").asText(),
                "" + message.path("pinned").asBoolean(),
                message.path("authorId").asText());
    }
}
