package chat.waddle.migrations;

import java.time.Duration;

/// Lets time pass; in tests it moves the clock.
@FunctionalInterface
public interface Waiter {
    void pause(Duration duration) throws InterruptedException;
}
