package chat.waddle.bench.http;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What HTTP alone allows: Javalin on virtual threads with canned answers of the usual size and no database.
public final class CeilingServer {
    private static final String MESSAGE = "{\"id\":\"55612345678901\",\"channelId\":\"55612345678000\",\"authorId\":"
            + "\"55612345670000\",\"content\":\"" + "word and word ".repeat(6) + "\",\"contentType\":\"text\","
            + "\"threadId\":null,\"replyToId\":null,\"createdAt\":\"2026-11-20T03:52:00.123Z\",\"editedAt\":null,"
            + "\"editCount\":0,\"pinned\":false}";
    private static final byte[] ONE = MESSAGE.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PAGE = ("{\"items\":[" + (MESSAGE + ",").repeat(49) + MESSAGE + "],\"before\":null,"
                    + "\"after\":null}")
            .getBytes(StandardCharsets.US_ASCII);

    private CeilingServer() {}

    public static void main(String[] arguments) {
        Javalin.create(config -> {
                    config.concurrency.useVirtualThreads = true;
                    config.startup.showJavalinBanner = false;
                    config.routes.post("/*", context -> {
                        context.bodyAsBytes();
                        send(context.status(201), ONE);
                    });
                    config.routes.get("/*", context -> send(context, PAGE));
                })
                .start("127.0.0.1", Integer.parseInt(arguments[0]));
    }

    static void send(Context context, byte[] body) throws IOException {
        context.contentType("application/json");
        context.res().setContentLength(body.length);
        context.res().getOutputStream().write(body);
    }
}
