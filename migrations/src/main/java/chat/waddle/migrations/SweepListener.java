package chat.waddle.migrations;

/// Hears of a sweep's progress. Calls come one at a time, from the sweep's threads; they should return quickly.
public interface SweepListener {
    /// A listener that hears nothing.
    SweepListener SILENT = new SweepListener() {};

    /// Another shard is done.
    default void onProgress(SweepProgress progress) {}

    /// A shard failed; its progress follows.
    default void onFailure(SweepFailure failure) {}
}
