package chat.waddle.monitor;

import chat.waddle.sqlite.FileOptions;

/// Which step of the ladder a shard's size asks for: 70, 80, 90, 95 % of the limit, and full where only the reserve is
/// left. Immutable; pure.
///
/// A step is taken as soon as its mark is reached and left only 2 points below it, so that a size which swings around a
/// mark does not swing the verdict. From 90 % on the shard has to come down under 70 %.
///
/// @param limitBytes the most the file may grow to
/// @param reserveBytes the part of it that new messages may not use
public record SizePolicy(long limitBytes, long reserveBytes) {
    public static final int NOTICE_PERCENT = 70;
    public static final int ARCHIVE_PERCENT = 80;
    public static final int PRESSING_PERCENT = 90;
    public static final int ALARM_PERCENT = 95;
    private static final int SLACK_PERCENT = 2;

    public SizePolicy {
        if (limitBytes <= 0 || reserveBytes < 0 || reserveBytes >= limitBytes) {
            throw new IllegalArgumentException(
                    "reserveBytes must be 0..limitBytes, got " + reserveBytes + " of " + limitBytes);
        }
    }

    public static SizePolicy of(FileOptions options) {
        return new SizePolicy(options.limitBytes(), options.reserveBytes());
    }

    /// The most that new messages may fill.
    public long roomBytes() {
        return limitBytes - reserveBytes;
    }

    /// The part of the limit in use, in percent.
    public double percent(long usedBytes) {
        return 100.0 * usedBytes / limitBytes;
    }

    /// The step for this size when the last one was `before`.
    ///
    /// @param usedBytes pages that hold something: free pages are room
    public Step judge(long usedBytes, Step before) {
        Step natural = natural(usedBytes);
        if (natural.rank() >= before.rank()) {
            return natural;
        }
        if (before.rank() >= pressing().rank()) {
            Step least = usedBytes < bytes(NOTICE_PERCENT) ? natural : pressing();
            Step held = holds(before, usedBytes) ? before : least;
            return held.rank() >= natural.rank() ? held : natural;
        }
        return holds(before, usedBytes) ? before : natural;
    }

    private Step natural(long used) {
        if (used >= roomBytes()) {
            return new Step.Full(NOTICE_PERCENT);
        }
        if (used >= bytes(ALARM_PERCENT)) {
            return new Step.Alarm(NOTICE_PERCENT);
        }
        if (used >= bytes(PRESSING_PERCENT)) {
            return pressing();
        }
        if (used >= bytes(ARCHIVE_PERCENT)) {
            return new Step.ArchiveOldMonths();
        }
        return used >= bytes(NOTICE_PERCENT) ? new Step.Notice() : Step.fine();
    }

    private static Step pressing() {
        return new Step.ArchiveUntilUnder(NOTICE_PERCENT);
    }

    /// Whether a step goes on because the size is hardly below its mark.
    private boolean holds(Step before, long used) {
        return used >= markBytes(before) - bytes(SLACK_PERCENT);
    }

    private long markBytes(Step step) {
        return switch (step) {
            case Step.Fine _ -> 0;
            case Step.Notice _ -> bytes(NOTICE_PERCENT);
            case Step.ArchiveOldMonths _ -> bytes(ARCHIVE_PERCENT);
            case Step.ArchiveUntilUnder _ -> bytes(PRESSING_PERCENT);
            case Step.Alarm _ -> bytes(ALARM_PERCENT);
            case Step.Full _ -> roomBytes();
        };
    }

    private long bytes(int percent) {
        return limitBytes / 100 * percent + limitBytes % 100 * percent / 100;
    }
}
