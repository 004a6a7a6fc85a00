package chat.waddle.migrations;

/// Why a sweep ended.
public sealed interface SweepEnding {
    /// Every shard was visited; some may have failed.
    record Completed() implements SweepEnding {}

    /// A canary failed, so the others were left alone. The next sweep chooses another canary.
    record CanaryFailed(SweepFailure failure) implements SweepEnding {}

    /// Someone stopped it; the next sweep goes on.
    record Stopped() implements SweepEnding {}
}
