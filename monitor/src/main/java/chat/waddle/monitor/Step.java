package chat.waddle.monitor;

/// What a shard's size asks for; the higher, the more urgent.
///
/// A verdict only: what it asks for is done by whoever reads it.
public sealed interface Step {
    static Step fine() {
        return new Fine();
    }

    /// The place on the ladder, from 0.
    int rank();

    /// The name in tables, logs and JSON: lower-case, with underscores.
    String label();

    default boolean isOverAMark() {
        return rank() > 0;
    }

    /// Enough room.
    record Fine() implements Step {
        @Override
        public int rank() {
            return 0;
        }

        @Override
        public String label() {
            return "fine";
        }
    }

    /// Worth knowing.
    record Notice() implements Step {
        @Override
        public int rank() {
            return 1;
        }

        @Override
        public String label() {
            return "notice";
        }
    }

    /// The oldest months beyond the hot window belong into the archive.
    record ArchiveOldMonths() implements Step {
        @Override
        public int rank() {
            return 2;
        }

        @Override
        public String label() {
            return "archive_old_months";
        }
    }

    /// The oldest ranges, whatever their month, belong into the archive until the shard is under this mark.
    record ArchiveUntilUnder(int percent) implements Step {
        @Override
        public int rank() {
            return 3;
        }

        @Override
        public String label() {
            return "archive_until_under_" + percent;
        }
    }

    /// The same, and an operator should look now.
    record Alarm(int percent) implements Step {
        @Override
        public int rank() {
            return 4;
        }

        @Override
        public String label() {
            return "alarm";
        }
    }

    /// Only the reserve is left: new messages are refused.
    record Full(int percent) implements Step {
        @Override
        public int rank() {
            return 5;
        }

        @Override
        public String label() {
            return "full";
        }
    }
}
