package chat.waddle.ids;

/// A public identity: a signed 64-bit number, ordered by time of creation, a decimal string on the wire.
///
/// The upper 56 bits are milliseconds since 2020-01-01 UTC (negative for imported history), the lower 8 a counter.
public sealed interface Id
        permits AttachmentId,
                AutomodRuleId,
                CategoryId,
                ChannelId,
                EscalationId,
                MessageId,
                ReportId,
                RobotId,
                RobotInteractionId,
                RoleId,
                SessionId,
                ThreadId,
                UserId,
                VoiceSessionId,
                WaddleId {
    long value();
}
