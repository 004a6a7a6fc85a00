package chat.waddle.bench.http;

import chat.waddle.bench.engine.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The kinds of requests, as every subject understands them.
enum Workload {
    POST,
    LATEST,
    SEARCH,
    /// Ten posts, eighty newest pages and ten searches in a hundred.
    MIXED;

    private static final int VARIANTS = 2000;

    Load.Requests requests(Subject subject) {
        String messages = subject.base() + "/channels/talk/messages";
        Words words = new Words(11);
        List<byte[]> posts = new ArrayList<>();
        List<byte[]> searches = new ArrayList<>();
        for (int i = 0; i < VARIANTS; i++) {
            String body = "{\"content\":\"" + words.sentence() + "\"}";
            posts.add(HttpConnection.request("POST", messages, subject.token(), body));
            String query = subject.base() + "/search?limit=25&q=" + Words.word(50 + i * 10);
            searches.add(HttpConnection.request("GET", query, subject.token(), ""));
        }
        byte[] latest = HttpConnection.request("GET", messages + "?limit=50", subject.token(), "");
        return random -> switch (this) {
            case POST -> pick(posts, random);
            case LATEST -> latest;
            case SEARCH -> pick(searches, random);
            case MIXED -> mixed(random.nextInt(100), pick(posts, random), latest, pick(searches, random));
        };
    }

    private static byte[] mixed(int number, byte[] post, byte[] latest, byte[] search) {
        if (number < 10) {
            return post;
        }
        return number < 90 ? latest : search;
    }

    private static byte[] pick(List<byte[]> requests, Random random) {
        return requests.get(random.nextInt(requests.size()));
    }
}
