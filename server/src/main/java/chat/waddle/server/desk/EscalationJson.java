package chat.waddle.server.desk;

import chat.waddle.desk.Escalation;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.EscalationId;
import chat.waddle.ids.IdClock;
import chat.waddle.ids.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An escalation.
record EscalationJson(
        EscalationId id,
        ChannelId roomId,
        String fromLevel,
        String toLevel,
        @Nullable String reason,
        int priority,
        String status,
        UserId createdBy,
        Instant createdAt,
        Instant dueAt,
        boolean overdue,
        @Nullable UserId assignee,
        @Nullable Instant startedAt,
        @Nullable String notes,
        @Nullable UserId endedBy,
        @Nullable Instant endedAt) {
    static EscalationJson of(Escalation escalation, long nowMillis) {
        return new EscalationJson(
                escalation.id(),
                escalation.room(),
                escalation.fromLevel().code(),
                escalation.toLevel().code(),
                escalation.reason(),
                escalation.priority(),
                escalation.status().code(),
                escalation.createdBy(),
                IdClock.timeOf(escalation.id()),
                escalation.dueAt(),
                escalation.isOverdue(nowMillis),
                escalation.assignee(),
                escalation.startedAt(),
                escalation.notes(),
                escalation.endedBy(),
                escalation.endedAt());
    }
}
