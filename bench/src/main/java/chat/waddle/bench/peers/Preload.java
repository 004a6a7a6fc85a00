package chat.waddle.bench.peers;

import chat.waddle.bench.http.HttpConnection;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Fills a running Waddle with the messages that the other servers of the comparison get, through its own interface.
///
/// Arguments: port, the file of messages (id, channel, user, content, time, separated by tabs), the folder for
/// `token` and `cursors.txt` (channel and id of old messages, at random), and over how many communities the messages
/// are spread (1 where it is missing: `bench`; else `bench-0` and so on).
public final class Preload {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int CONNECTIONS = 64;
    private static final int CHANNELS = 20;
    private static final int CURSORS = 4000;
    private static final Message END = new Message("", "", "");

    private final int port;
    private final List<String> communities;
    private final BlockingQueue<Message> queue = new ArrayBlockingQueue<>(10_000);

    private record Message(String community, String channel, String content) {}

    private Preload(int port, int count) {
        this.port = port;
        this.communities = count == 1
                ? List.of("bench")
                : IntStream.range(0, count).mapToObj(i -> "bench-" + i).toList();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Preload preload =
                new Preload(Integer.parseInt(arguments[0]), arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1);
        Path folder = Path.of(arguments[2]);
        String token = preload.found();
        Files.writeString(folder.resolve("token"), token);
        List<String> ids = preload.post(Path.of(arguments[1]), token);
        List<String> old = new ArrayList<>(ids.subList(0, Math.max(1, ids.size() - 40_000)));
        Collections.shuffle(old, new Random(1));
        Files.write(folder.resolve("cursors.txt"), old.subList(0, Math.min(CURSORS, old.size())));
        System.out.println(ids.size() + " messages");
    }

    private String found() throws IOException {
        try (HttpConnection connection = new HttpConnection(port)) {
            String account = "{\"email\":\"bench@example.org\",\"username\":\"bench\",\"password\":\"Bench-2026\","
                    + "\"displayName\":\"Bench\"}";
            String access = create(connection, "/api/v1/auth/register", "", account)
                    .get("accessToken")
                    .asText();
            for (String community : communities) {
                create(connection, "/api/v1/waddles", access, "{\"name\":\"%s\"}".formatted(community));
                for (int i = 0; i < CHANNELS; i++) {
                    create(connection, channels(community), access, "{\"name\":\"c%02d\"}".formatted(i));
                }
            }
            String wanted = "{\"name\":\"bench\",\"scopes\":[\"read\",\"write\"]}";
            return create(connection, "/api/v1/users/me/tokens", access, wanted)
                    .get("token")
                    .asText();
        }
    }

    private static String channels(String community) {
        return "/api/v1/waddles/" + community + "/channels";
    }

    private static JsonNode create(HttpConnection connection, String path, String token, String json)
            throws IOException {
        int status = connection.exchange(HttpConnection.request("POST", path, token, json));
        if (status != 201) {
            throw new IOException(path + " answered " + status + ": " + connection.body());
        }
        return MAPPER.readTree(connection.body());
    }

    private List<String> post(Path file, String token) throws IOException, InterruptedException, ExecutionException {
        List<Future<List<String>>> clients = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
                BufferedReader lines = Files.newBufferedReader(file)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                clients.add(threads.submit(() -> client(token)));
            }
            int next = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t", -1);
                queue.put(new Message(communities.get(next++ % communities.size()), fields[1], fields[3]));
            }
            for (int i = 0; i < CONNECTIONS; i++) {
                queue.put(END);
            }
        }
        List<String> ids = new ArrayList<>();
        for (Future<List<String>> client : clients) {
            ids.addAll(client.get());
        }
        ids.sort((one, other) -> Long.compare(number(one), number(other)));
        return ids;
    }

    private static long number(String channelAndId) {
        return Long.parseLong(channelAndId.substring(channelAndId.indexOf(' ') + 1));
    }

    private List<String> client(String token) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        try (HttpConnection connection = new HttpConnection(port)) {
            for (Message message = queue.take(); !message.equals(END); message = queue.take()) {
                String json = MAPPER.writeValueAsString(java.util.Map.of("content", message.content()));
                String path = channels(message.community()) + "/" + message.channel() + "/messages";
                int status = connection.exchange(HttpConnection.request("POST", path, token, json));
                if (status != 201) {
                    throw new IOException(status + ": " + connection.body());
                }
                String body = connection.body();
                ids.add(message.channel() + " " + body.substring(7, body.indexOf('"', 7)));
            }
        }
        return ids;
    }
}
