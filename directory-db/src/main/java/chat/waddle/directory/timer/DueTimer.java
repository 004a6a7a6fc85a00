package chat.waddle.directory.timer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/// Does [DueWork] when its time has come: [#tick()] is called a few times a second and costs nothing in between.
///
/// Durable because the times stand in the directory: after a start the first tick asks the file, and what became due
/// meanwhile is done then. In memory there is only the time before which nothing can be due. A round that fails is
/// tried again after a second, then after twice as long each time, up to a minute, until it works. Thread-safe.
public final class DueTimer {
    private static final long FIRST_PAUSE_MILLIS = 1_000;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;
    /// The file is asked this often at least: a change whose fate was unknown may have been made all the same.
    private static final long RESCAN_MILLIS = Duration.ofMinutes(1).toMillis();

    private final DueWork work;
    private final InstantSource clock;
    private final ReentrantLock round = new ReentrantLock();
    private final AtomicLong nothingBefore = new AtomicLong(Long.MIN_VALUE);
    private long scannedAt;
    private long pause;
    private long pausedUntil = Long.MIN_VALUE;

    public DueTimer(DueWork work, InstantSource clock) {
        this.work = work;
        this.clock = clock;
    }

    /// Says that something was committed that becomes due then.
    public void scheduled(long atMillis) {
        nothingBefore.accumulateAndGet(atMillis, Math::min);
    }

    /// Does everything that is due.
    ///
    /// @return how many pieces were done
    public int tick() {
        round.lock();
        try {
            long now = clock.millis();
            boolean mayBeDue = now >= nothingBefore.get() || now - scannedAt >= RESCAN_MILLIS || now < scannedAt;
            return mayBeDue && now >= pausedUntil ? scan(now) : 0;
        } finally {
            round.unlock();
        }
    }

    private int scan(long now) {
        nothingBefore.set(Long.MAX_VALUE); // what is scheduled from here on lowers it again
        boolean worked = false;
        try {
            int done = 0;
            for (int some = work.doDue(); some > 0; some = work.doDue()) {
                done += some;
            }
            OptionalLong next = work.nextDueMillis();
            next.ifPresent(this::scheduled);
            worked = true;
            return done;
        } finally {
            concluded(now, worked);
        }
    }

    private void concluded(long now, boolean worked) {
        if (worked) {
            scannedAt = now;
            pause = 0;
            return;
        }
        scheduled(Long.MIN_VALUE);
        pause = Math.clamp(pause * 2, FIRST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
        pausedUntil = now + pause;
    }
}
