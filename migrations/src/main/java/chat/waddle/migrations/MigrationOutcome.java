package chat.waddle.migrations;

/// How a migration of one file ended; either way the file is now at `version`.
public sealed interface MigrationOutcome {
    int version();

    /// The file already was at that version; nothing was written.
    record Current(int version) implements MigrationOutcome {}

    /// Steps were applied, the last of them `version`.
    record Migrated(int fromVersion, int version) implements MigrationOutcome {}
}
