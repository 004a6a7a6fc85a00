package chat.waddle.server.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The limits that the requirement documents set, over HTTP: a history of 10,000 messages, participant look-ups, and
/// 1,000 connections at once, each of which asks once a second.
final class SeedLimitsDrill {
    private static final int MESSAGES = 10_000;
    private static final int CONNECTIONS = Integer.getInteger("drill.connections", 1000);
    private static final int PEOPLE = 50;
    private static final int ROUNDS = Integer.getInteger("drill.rounds", 20);
    private static final int ALONE = 2000;
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LATE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final String WORDS = "heron reed ripple feather nest otter pond willow";

    @TempDir
    private Path folder;

    /// What is asked, and within how long the documents want the answer.
    private enum Ask {
        NEWEST(100),
        PAGE(100),
        PARTICIPANT(50),
        SEARCH(100),
        POST(100);

        private final int targetMillis;

        Ask(int targetMillis) {
            this.targetMillis = targetMillis;
        }
    }

    /// A member and their token.
    private record Somebody(String id, String token) {}

    /// A channel with a history, and those who may read it.
    private record Scene(String waddle, String channel, List<Somebody> people, List<String> messages) {
        String path(Ask ask, Random random) {
            String messagesPath = waddle + "/channels/" + channel + "/messages";
            return switch (ask) {
                case NEWEST, POST -> messagesPath;
                case PAGE -> messagesPath + "?limit=50&before=" + messages.get(random.nextInt(messages.size()));
                case PARTICIPANT ->
                    waddle + "/members/" + people.get(random.nextInt(PEOPLE)).id();
                case SEARCH -> waddle + "/search?q=willow+number" + random.nextInt(MESSAGES);
            };
        }
    }

    @Test
    void theLimitsOfTheDocumentsHoldForOneAndForAThousandConnections()
            throws IOException, InterruptedException, ExecutionException {
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"));
                ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            Scene scene = scene(server, crowd);
            Map<Ask, long[]> warm = alone(server, scene);
            assertThat(warm).hasSize(Ask.values().length);
            print("one connection", alone(server, scene));
            Map<Ask, long[]> together = together(server, crowd, scene);
            print(CONNECTIONS + " connections, each asking once a second", together);
            for (Map.Entry<Ask, long[]> each : together.entrySet()) {
                Ask ask = each.getKey();
                assertThat(within(ask, each.getValue())).as(ask + " in time").isGreaterThan(0.95);
            }
            server.stop();
        }
    }

    private static Scene scene(ServerProcess server, ExecutorService crowd)
            throws IOException, InterruptedException, ExecutionException {
        List<Somebody> people = new ArrayList<>();
        try (WireClient client = server.client()) {
            for (int i = 0; i < PEOPLE; i++) {
                WireClient.Reply guest = client.as("")
                        .post("/auth/guest", "{\"displayName\": \"p" + i + "\"}")
                        .expect(201);
                people.add(new Somebody(guest.body().path("user").path("id").asText(), guest.text("accessToken")));
            }
            client.as(people.getFirst().token());
            String waddle = "/waddles/"
                    + client.post("/waddles", "{\"name\": \"limits\", \"isPublic\": true}")
                            .expect(201)
                            .text("id");
            String channel = client.post(waddle + "/channels", "{\"name\": \"talk\"}")
                    .expect(201)
                    .text("id");
            for (Somebody person : people.subList(1, PEOPLE)) {
                client.as(person.token()).post(waddle + "/join", null).expect(200);
            }
            return new Scene(waddle, channel, people, messages(server, crowd, waddle, channel, people));
        }
    }

    private static List<String> messages(
            ServerProcess server, ExecutorService crowd, String waddle, String channel, List<Somebody> people)
            throws InterruptedException, ExecutionException {
        ConcurrentLinkedQueue<String> ids = new ConcurrentLinkedQueue<>();
        List<Future<?>> posters = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            int first = person;
            posters.add(crowd.submit(() -> {
                try (WireClient client = server.client()) {
                    client.as(people.get(first).token());
                    for (int i = first; i < MESSAGES; i += PEOPLE) {
                        String body = "{\"content\": \"" + WORDS + " number" + i + "\"}";
                        ids.add(client.post(waddle + "/channels/" + channel + "/messages", body)
                                .expect(201)
                                .text("id"));
                    }
                }
                return null;
            }));
        }
        for (Future<?> poster : posters) {
            poster.get();
        }
        return List.copyOf(ids);
    }

    private static Map<Ask, long[]> alone(ServerProcess server, Scene scene) throws IOException {
        Map<Ask, long[]> nanos = new EnumMap<>(Ask.class);
        Random random = new Random(1);
        try (WireClient client = server.client()) {
            client.as(scene.people().getFirst().token());
            for (Ask ask : Ask.values()) {
                long[] each = new long[ALONE];
                for (int i = 0; i < ALONE; i++) {
                    each[i] = timed(client, scene, ask, random);
                }
                Arrays.sort(each);
                nanos.put(ask, each);
            }
        }
        return nanos;
    }

    /// Everybody is connected before anybody asks, and stays connected until all have asked.
    private static Map<Ask, long[]> together(ServerProcess server, ExecutorService crowd, Scene scene)
            throws InterruptedException, ExecutionException {
        Map<Ask, ConcurrentLinkedQueue<Long>> nanos = new EnumMap<>(Ask.class);
        for (Ask ask : Ask.values()) {
            nanos.put(ask, new ConcurrentLinkedQueue<>());
        }
        CountDownLatch connected = new CountDownLatch(CONNECTIONS);
        CountDownLatch asked = new CountDownLatch(CONNECTIONS);
        List<Future<?>> clients = new ArrayList<>();
        for (int number = 0; number < CONNECTIONS; number++) {
            int seed = number;
            clients.add(crowd.submit(() -> {
                Random random = new Random(seed);
                try (WireClient client = server.client()) {
                    client.as(scene.people().get(seed % PEOPLE).token());
                    TimeUnit.NANOSECONDS.sleep(random.nextLong(PAUSE_NANOS));
                    client.get("/users/me").expect(200);
                    connected.countDown();
                    connected.await();
                    long next = System.nanoTime() + random.nextLong(PAUSE_NANOS);
                    for (int i = 0; i < ROUNDS; i++) {
                        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
                        Ask ask = Ask.values()[random.nextInt(Ask.values().length)];
                        Objects.requireNonNull(nanos.get(ask)).add(timed(client, scene, ask, random));
                        next += PAUSE_NANOS;
                    }
                    asked.countDown();
                    asked.await();
                } finally { // whoever fails lets the others finish
                    connected.countDown();
                    asked.countDown();
                }
                return null;
            }));
        }
        for (Future<?> client : clients) {
            client.get();
        }
        Map<Ask, long[]> sorted = new EnumMap<>(Ask.class);
        nanos.forEach((ask, each) -> sorted.put(
                ask, each.stream().mapToLong(Long::longValue).sorted().toArray()));
        return sorted;
    }

    /// How long the answer took; one who is told to come back later got none in time.
    private static long timed(WireClient client, Scene scene, Ask ask, Random random) throws IOException {
        String path = scene.path(ask, random);
        long started = System.nanoTime();
        WireClient.Reply answer =
                ask == Ask.POST ? client.post(path, "{\"content\": \"" + WORDS + "\"}") : client.get(path);
        long nanos = System.nanoTime() - started;
        if (answer.status() == 503) {
            return LATE_NANOS;
        }
        answer.expect(ask == Ask.POST ? 201 : 200);
        boolean listed = ask != Ask.POST && ask != Ask.PARTICIPANT;
        assertThat(answer.body().path("items").isEmpty()).as("nothing found").isEqualTo(!listed);
        return nanos;
    }

    private static double within(Ask ask, long[] sorted) {
        long target = TimeUnit.MILLISECONDS.toNanos(ask.targetMillis);
        return (double) Arrays.stream(sorted).filter(nanos -> nanos <= target).count() / sorted.length;
    }

    private static void print(String what, Map<Ask, long[]> nanos) {
        nanos.forEach((ask, sorted) -> {
            double p50 = sorted[sorted.length / 2] / 1e6;
            double p99 = sorted[sorted.length * 99 / 100] / 1e6;
            System.out.printf(
                    "limits drill: %s: %s n %d, p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, max %.1f ms;"
                            + " wanted %d ms: p50 %.0f times, p99 %.1f times faster, %.2f %% within%n",
                    what,
                    ask,
                    sorted.length,
                    p50,
                    sorted[sorted.length * 95 / 100] / 1e6,
                    p99,
                    sorted[sorted.length - 1] / 1e6,
                    ask.targetMillis,
                    ask.targetMillis / p50,
                    ask.targetMillis / p99,
                    100 * within(ask, sorted));
        });
    }
}
