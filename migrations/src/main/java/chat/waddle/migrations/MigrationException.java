package chat.waddle.migrations;

import java.util.List;

/// A file was refused or a step failed; the file is as the last completed step left it. Each case says what to do.
public abstract sealed class MigrationException extends RuntimeException {
    private MigrationException(String message) {
        super(message);
    }

    /// The file was written by a newer program.
    public static final class NewerFile extends MigrationException {
        NewerFile(String schema, int found, int known) {
            super("The " + schema + " file has schema version " + found + ", this program knows versions up to " + known
                    + ". Start it with the program that wrote it or a newer one; there is no way back.");
        }
    }

    /// The file is no file of this schema.
    public static final class ForeignFile extends MigrationException {
        ForeignFile(String schema, String why) {
            super("This is no " + schema + " file: " + why
                    + ". Nothing was changed. Put the right file in its place or restore it from a backup.");
        }
    }

    /// Steps recorded in the file are not those of this program, so a further step could build on wrong ground.
    public static final class Drifted extends MigrationException {
        private final transient DriftReport report;

        Drifted(DriftReport report) {
            super("The recorded migrations of the " + report.schema() + " file are not those of this program: "
                    + String.join("; ", report.lines())
                    + ". No step was applied. Use the program that migrated it, or restore it from a backup.");
            this.report = report;
        }

        public DriftReport report() {
            return report;
        }
    }

    /// A step's script failed on this file; the whole step was rolled back.
    public static final class StepFailed extends MigrationException {
        StepFailed(String schema, Migration step, Exception cause) {
            super("Migration " + step.label() + " of the " + schema + " schema failed and was rolled back: "
                    + cause.getMessage()
                    + ". The file still serves a program of its own version; check it for damage.");
            initCause(cause);
        }
    }

    /// After a step rows would point to rows that do not exist; the whole step was rolled back.
    public static final class BrokenReferences extends MigrationException {
        BrokenReferences(String schema, Migration step, List<String> examples) {
            super("Migration " + step.label() + " of the " + schema + " schema was rolled back, it would leave "
                    + String.join("; ", examples) + ". Repair these rows, then migrate again.");
        }
    }
}
