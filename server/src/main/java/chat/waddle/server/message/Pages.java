package chat.waddle.server.message;

import chat.waddle.message.ByteSink;
import chat.waddle.message.EncodedPage;
import chat.waddle.server.http.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Sends pages of messages that are encoded already.
public final class Pages {
    private static final byte[] BEGIN = "{\"items\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BEFORE = "],\"before\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AFTER = ",\"after\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final int FRAME_BYTES = 96;

    private Pages() {}

    public static void send(Exchange exchange, EncodedPage page) throws IOException {
        ByteSink body = new ByteSink(size(page.rows()));
        body.put(BEGIN);
        boolean first = true;
        for (byte[] row : page.rows()) {
            if (!first) {
                body.put((byte) ',');
            }
            body.put(row);
            first = false;
        }
        id(body.put(BEFORE), page.before());
        id(body.put(AFTER), page.after());
        body.put((byte) '}');
        exchange.bytes(200, body.array(), 0, body.length());
    }

    private static int size(List<byte[]> rows) {
        int size = FRAME_BYTES + rows.size();
        for (byte[] row : rows) {
            size += row.length;
        }
        return size;
    }

    private static void id(ByteSink body, long id) {
        if (id == EncodedPage.NONE) {
            body.put(NULL);
            return;
        }
        body.put((byte) '"').number(id).put((byte) '"');
    }
}
