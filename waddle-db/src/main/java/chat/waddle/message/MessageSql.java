package chat.waddle.message;

import java.util.function.UnaryOperator;

/// A statement about one message, for either of the two places where it may stand: `messages`, or `arrivals` as long as
/// it is not filed; both tables have the same columns (ADR 0008).
record MessageSql(String filed, String arrived) {
    /// @param sql makes the statement for the name of a table
    static MessageSql of(UnaryOperator<String> sql) {
        return new MessageSql(sql.apply("messages"), sql.apply("arrivals"));
    }

    String in(boolean messageIsFiled) {
        return messageIsFiled ? filed : arrived;
    }

    /// Of both places; parameters must be numbered.
    String both() {
        return filed + " UNION ALL " + arrived;
    }
}
