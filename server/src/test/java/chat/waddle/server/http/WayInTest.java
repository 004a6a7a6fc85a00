package chat.waddle.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The tests on both paths would mean nothing if there were only one.
class WayInTest extends OnBothPaths {
    private static final Route WAY = Route.get("/way", "way", Access.PUBLIC, RateLimit.NONE, exchange -> {
        boolean javalin = StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().startsWith("io.javalin")));
        exchange.json(200, Map.of("javalin", javalin));
    });
    private static final Route FAULT = Route.get("/fault", "fault", Access.PUBLIC, RateLimit.NONE, exchange -> {
        throw new AssertionError("a fault that is no exception");
    });

    @Test
    void onlyTheColdPathGoesThroughJavalin() {
        try (ServerUnderTest server = new ServerUnderTest(WAY)) {
            assertThat(ServerUnderTest.json(server.get("/api/v1/way"))
                            .path("javalin")
                            .asBoolean())
                    .isEqualTo(!hot);
        }
    }

    @Test
    void aRequestThatEndsInAnErrorIsCountedOut() {
        ServerUnderTest server = new ServerUnderTest(WAY, FAULT);
        assertThat(server.get("/api/v1/fault").statusCode()).isEqualTo(500);
        long started = System.nanoTime();
        server.close();
        assertThat(System.nanoTime() - started)
                .as("a stop waits for requests in work")
                .isLessThan(HttpSettings.local().timeouts().stop().toNanos());
    }
}
