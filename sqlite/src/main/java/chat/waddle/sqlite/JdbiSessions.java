package chat.waddle.sqlite;

import chat.waddle.ids.AutomodRuleId;
import chat.waddle.ids.CategoryId;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.EscalationId;
import chat.waddle.ids.Id;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.ReportId;
import chat.waddle.ids.RobotId;
import chat.waddle.ids.RobotInteractionId;
import chat.waddle.ids.RoleId;
import chat.waddle.ids.SessionId;
import chat.waddle.ids.ThreadId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.VoiceSessionId;
import chat.waddle.ids.WaddleId;
import java.sql.Connection;
import java.sql.Types;
import java.time.Instant;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/// The one Jdbi of the process: it knows ids and instants, and leaves connections and transactions to the sessions.
///
/// Thread-safe.
final class JdbiSessions {
    private static final ThreadLocal<Connection> OPENING = new ThreadLocal<>();
    private static final Jdbi JDBI = create();

    private JdbiSessions() {}

    static Handle open(Connection connection) {
        OPENING.set(connection);
        try {
            return JDBI.open();
        } finally {
            OPENING.remove();
        }
    }

    private static Jdbi create() {
        Jdbi jdbi = Jdbi.create(() -> Objects.requireNonNull(OPENING.get()));
        jdbi.installPlugin(new SqlObjectPlugin());
        jdbi.setTransactionHandler(new JoinedTransactions());
        jdbi.registerArgument(new IdArguments());
        jdbi.registerArgument(new InstantArguments());
        jdbi.registerColumnMapper(Instant.class, (rows, column, context) -> {
            long millis = rows.getLong(column);
            return rows.wasNull() ? null : Instant.ofEpochMilli(millis);
        });
        jdbi.registerColumnMapper(AutomodRuleId.class, id(AutomodRuleId::new));
        jdbi.registerColumnMapper(CategoryId.class, id(CategoryId::new));
        jdbi.registerColumnMapper(ChannelId.class, id(ChannelId::new));
        jdbi.registerColumnMapper(EscalationId.class, id(EscalationId::new));
        jdbi.registerColumnMapper(MessageId.class, id(MessageId::new));
        jdbi.registerColumnMapper(RobotId.class, id(RobotId::new));
        jdbi.registerColumnMapper(RobotInteractionId.class, id(RobotInteractionId::new));
        jdbi.registerColumnMapper(RoleId.class, id(RoleId::new));
        jdbi.registerColumnMapper(SessionId.class, id(SessionId::new));
        jdbi.registerColumnMapper(ReportId.class, id(ReportId::new));
        jdbi.registerColumnMapper(VoiceSessionId.class, id(VoiceSessionId::new));
        jdbi.registerColumnMapper(ThreadId.class, id(ThreadId::new));
        jdbi.registerColumnMapper(UserId.class, id(UserId::new));
        jdbi.registerColumnMapper(WaddleId.class, id(WaddleId::new));
        return jdbi;
    }

    private static <T extends Id> ColumnMapper<T> id(LongFunction<T> constructor) {
        return (rows, column, context) -> {
            long value = rows.getLong(column);
            return rows.wasNull() ? null : constructor.apply(value);
        };
    }

    private static final class IdArguments extends AbstractArgumentFactory<Id> {
        IdArguments() {
            super(Types.BIGINT);
        }

        @Override
        protected Argument build(Id value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setLong(position, value.value());
        }
    }

    private static final class InstantArguments extends AbstractArgumentFactory<Instant> {
        InstantArguments() {
            super(Types.BIGINT);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setLong(position, value.toEpochMilli());
        }
    }
}
