package chat.waddle.migrations;

/// One way in which a file is not what its version says it is.
public sealed interface Drift {
    /// The finding as one line for people.
    String line();

    /// A recorded step has another script in this program.
    record StepChanged(int version, String name, String recordedSha256, String expectedSha256) implements Drift {
        @Override
        public String line() {
            return "step " + version + " " + name + " was applied with another script ("
                    + recordedSha256.substring(0, 8) + ", here " + expectedSha256.substring(0, 8) + ")";
        }
    }

    /// The file's version says that a step was applied, but no row says so.
    record StepUnrecorded(int version, String name) implements Drift {
        @Override
        public String line() {
            return "step " + version + " " + name + " is not recorded";
        }
    }

    /// A row stands for a step that the file's version does not include.
    record StepUnexpected(int version, String name) implements Drift {
        @Override
        public String line() {
            return "step " + version + " " + name + " is recorded, but the file's version is lower";
        }
    }

    /// A table, index, view or trigger is missing, was added or was changed by hand.
    record ObjectDiffers(String object, Difference difference) implements Drift {
        @Override
        public String line() {
            return switch (difference) {
                case MISSING -> object + " is missing";
                case ADDED -> object + " was added";
                case CHANGED -> object + " was changed";
            };
        }
    }

    /// How an object of a file differs from the one its migrations make.
    enum Difference {
        MISSING,
        ADDED,
        CHANGED
    }
}
