package chat.waddle.server.cli;

import chat.waddle.server.WaddleServer;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Waits until the process is told to stop, then closes the server. Made after the log's form is chosen.
final class UntilStopped {
    private static final Logger LOG = LoggerFactory.getLogger(UntilStopped.class);

    private UntilStopped() {}

    static void await(WaddleServer server) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, stopped), "stop"));
        stopped.await();
    }

    private static void stop(WaddleServer server, CountDownLatch stopped) {
        LOG.info("Stopping: requests in work are finished first");
        server.close();
        LOG.info("Stopped");
        stopped.countDown();
    }
}
