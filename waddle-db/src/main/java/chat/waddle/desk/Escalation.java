package chat.waddle.desk;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.EscalationId;
import chat.waddle.ids.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a room of the support desk goes to a higher level. Its id is the time it began. Immutable.
///
/// @param roomNum the small number of the room's channel
/// @param reason why; null where it was erased with who wrote it
/// @param priority 1, the most urgent, to 5
/// @param dueAt by when it is to be at its end, as its priority says
/// @param notes what came of it; only of what is resolved
public record Escalation(
        EscalationId id,
        ChannelId room,
        int roomNum,
        SupportLevel fromLevel,
        SupportLevel toLevel,
        @Nullable String reason,
        int priority,
        EscalationStatus status,
        UserId createdBy,
        Instant dueAt,
        @Nullable UserId assignee,
        @Nullable Instant startedAt,
        @Nullable String notes,
        @Nullable UserId endedBy,
        @Nullable Instant endedAt) {
    public static final int USUAL_PRIORITY = 3;
    public static final int TEXT_LIMIT = 4000;

    private static final List<Duration> TIME = List.of(
            Duration.ofHours(1), Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7));

    static boolean isPriority(int priority) {
        return priority >= 1 && priority <= TIME.size();
    }

    /// How long an escalation of this priority may take.
    public static Duration timeFor(int priority) {
        return TIME.get(priority - 1);
    }

    public boolean isOverdue(long nowMillis) {
        return status.isOpen() && nowMillis > dueAt.toEpochMilli();
    }
}
