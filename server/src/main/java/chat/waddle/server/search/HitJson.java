package chat.waddle.server.search;

import chat.waddle.ids.WaddleId;
import chat.waddle.message.ByteSink;
import chat.waddle.search.SearchHits;
import chat.waddle.search.Snippet;
import chat.waddle.server.http.JsonText;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One hit of a search on the wire: the message's own object, with the snippet put in before its end.
final class HitJson {
    private static final byte[] SNIPPET = ascii(",\"archived\":false,\"snippet\":{\"text\":");
    private static final byte[] HIGHLIGHTS = ascii(",\"highlights\":[");
    private static final byte[] WADDLE = ascii(",\"waddleId\":\"");

    private HitJson() {}

    /// @param waddle told where hits of several are mixed; null else
    static void write(SearchHits.Hit hit, @Nullable WaddleId waddle, ByteSink body) {
        body.put(hit.message(), 0, hit.message().length - 1);
        if (waddle != null) {
            body.put(WADDLE).number(waddle.value()).put((byte) '"');
        }
        body.put(SNIPPET);
        Snippet snippet = hit.snippet();
        JsonText.write(snippet.text(), body);
        body.put(HIGHLIGHTS);
        boolean first = true;
        for (int[] place : snippet.highlights()) {
            if (!first) {
                body.put((byte) ',');
            }
            body.put((byte) '[')
                    .number(place[0])
                    .put((byte) ',')
                    .number(place[1])
                    .put((byte) ']');
            first = false;
        }
        body.ascii("]}}");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
