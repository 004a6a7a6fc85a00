package chat.waddle.monitor;

import chat.waddle.directory.shard.ShardId;
import chat.waddle.ids.WaddleId;

/// Something changed that an operator should know; told once, when it changes.
public sealed interface Alert {
    /// The name in logs, metrics and webhooks: lower-case, with underscores.
    String kind();

    /// Whether it got worse rather than better.
    boolean isBad();

    /// One sentence for people.
    String text();

    /// A shard's size went over or under a mark.
    record StepChanged(ShardId shard, WaddleId waddle, Step from, Step to, double percent) implements Alert {
        @Override
        public String kind() {
            return "shard_size";
        }

        @Override
        public boolean isBad() {
            return to.rank() > from.rank();
        }

        @Override
        public String text() {
            return "Shard %s of waddle %d uses %.1f %% of its limit: %s, was %s"
                    .formatted(shard, waddle.value(), percent, to.label(), from.label());
        }
    }

    /// A shard was taken out of service.
    record OutOfService(ShardId shard, WaddleId waddle, String reason) implements Alert {
        @Override
        public String kind() {
            return "shard_out_of_service";
        }

        @Override
        public boolean isBad() {
            return true;
        }

        @Override
        public String text() {
            return "Shard " + shard + " of waddle " + waddle.value() + " is out of service: " + reason;
        }
    }

    /// A shard serves again.
    record BackInService(ShardId shard, WaddleId waddle) implements Alert {
        @Override
        public String kind() {
            return "shard_back_in_service";
        }

        @Override
        public boolean isBad() {
            return false;
        }

        @Override
        public String text() {
            return "Shard " + shard + " of waddle " + waddle.value() + " serves again";
        }
    }

    /// The disk has less room than its floor.
    record DiskLow(long freeBytes, long floorBytes, long givenBackBytes) implements Alert {
        @Override
        public String kind() {
            return "disk_low";
        }

        @Override
        public boolean isBad() {
            return true;
        }

        @Override
        public String text() {
            return "The disk has " + freeBytes + " bytes left, less than " + floorBytes + "; the ballast gave "
                    + givenBackBytes + " back. Make room";
        }
    }

    /// The disk has room again.
    record DiskRecovered(long freeBytes, long ballastBytes) implements Alert {
        @Override
        public String kind() {
            return "disk_recovered";
        }

        @Override
        public boolean isBad() {
            return false;
        }

        @Override
        public String text() {
            return "The disk has " + freeBytes + " bytes left; the ballast keeps " + ballastBytes + " in hand";
        }
    }

    /// A part of a tick failed; the rest of it went on.
    record PartFailed(String part, String reason) implements Alert {
        @Override
        public String kind() {
            return "monitor_failed";
        }

        @Override
        public boolean isBad() {
            return true;
        }

        @Override
        public String text() {
            return "The monitor could not " + part + ": " + reason;
        }
    }
}
