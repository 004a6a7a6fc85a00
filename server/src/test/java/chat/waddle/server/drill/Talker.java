package chat.waddle.server.drill;

import chat.waddle.server.drill.TrackedMessage.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// One connection that posts, edits, deletes, restores, searches and reads until the server is gone or told to stop,
/// and keeps book of what must be so and what may be so. Owned by one thread; read by others once that has ended.
final class Talker implements Runnable {
    private final DrillCommunity.Place place;
    private final String name;
    private final Random random;
    private final WireClient client;
    private final List<TrackedMessage> messages = new ArrayList<>();
    private final List<String> oddities = new ArrayList<>();
    private volatile boolean stopping;
    private int answers;

    Talker(DrillCommunity.Place place, String name, Random random, WireClient client) {
        this.place = place;
        this.name = name;
        this.random = random;
        this.client = client;
    }

    @Override
    public void run() {
        try (client) {
            while (!stopping) {
                one(random.nextInt(100));
                answers++;
            }
        } catch (IOException gone) {
            // what was on its way is uncertain now
        } catch (RuntimeException | AssertionError odd) {
            oddities.add(name + ": " + odd);
        }
    }

    void stop() {
        stopping = true;
    }

    DrillCommunity.Place place() {
        return place;
    }

    List<TrackedMessage> messages() {
        return messages;
    }

    /// Answers that no server should give.
    List<String> oddities() {
        return oddities;
    }

    int answers() {
        return answers;
    }

    private void one(int dice) throws IOException {
        TrackedMessage some = some();
        if (some == null || dice < 35) {
            post(dice % 2 == 0);
        } else if (dice < 55) {
            edit(some);
        } else if (dice < 65) {
            delete(some);
        } else if (dice < 72) {
            restore(some);
        } else if (dice < 82) {
            search(some);
        } else if (dice < 92) {
            read(some);
        } else {
            expect(client.get(place.messages() + "?limit=50"), 200);
        }
    }

    private @Nullable TrackedMessage some() {
        return messages.isEmpty() ? null : messages.get(random.nextInt(messages.size()));
    }

    private void post(boolean withClientId) throws IOException {
        String key = name + "x" + messages.size();
        TrackedMessage message =
                new TrackedMessage(key, withClientId ? "client-" + key : null, key + " first " + words());
        messages.add(message);
        message.mayBecome(new State.Present(message.firstText(), false));
        WireClient.Reply reply = client.post(place.messages(), body(message));
        expect(reply, 201);
        message.hasId(reply.id());
        message.is(new State.Present(message.firstText(), false));
    }

    static String body(TrackedMessage message) {
        String id = message.clientId();
        return id == null
                ? "{\"content\": \"" + message.firstText() + "\"}"
                : "{\"content\": \"" + message.firstText() + "\", \"clientMessageId\": \"" + id + "\"}";
    }

    private void edit(TrackedMessage message) throws IOException {
        if (!(message.state() instanceof State.Present(var _, boolean deleted))) {
            return;
        }
        String text = message.key() + " edited " + words();
        State after = new State.Present(text, false);
        if (!deleted) {
            message.mayBecome(after);
        }
        expect(client.send("PATCH", path(message), "{\"content\": \"" + text + "\"}"), deleted ? 404 : 200);
        if (!deleted) {
            message.is(after);
        }
    }

    private void delete(TrackedMessage message) throws IOException {
        if (message.state() instanceof State.Present(String text, boolean deleted) && !deleted) {
            State after = new State.Present(text, true);
            message.mayBecome(after);
            expect(client.send("DELETE", path(message), null), 204);
            message.is(after);
        }
    }

    private void restore(TrackedMessage message) throws IOException {
        if (message.state() instanceof State.Present(String text, boolean deleted) && deleted) {
            State after = new State.Present(text, false);
            message.mayBecome(after);
            expect(client.post(path(message) + "/restore", null), 200);
            message.is(after);
        }
    }

    private void search(TrackedMessage message) throws IOException {
        odd(Expectations.search(client, place, message));
    }

    private void read(TrackedMessage message) throws IOException {
        odd(Expectations.read(client, place, message));
    }

    private void odd(@Nullable String oddity) {
        if (oddity != null) {
            oddities.add(oddity);
        }
    }

    private void expect(WireClient.Reply reply, int status) {
        if (reply.status() != status) {
            throw new IllegalStateException(reply.status() + " instead of " + status + ": " + reply.body());
        }
    }

    private String path(TrackedMessage message) {
        return place.messages() + "/" + message.id();
    }

    private String words() {
        return "river stone " + Integer.toString(random.nextInt(1000), 36) + " light ".repeat(random.nextInt(40));
    }
}
