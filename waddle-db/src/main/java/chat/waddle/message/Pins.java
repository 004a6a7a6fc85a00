package chat.waddle.message;

import chat.waddle.sqlite.Session;
import java.util.List;

/// The pinned messages of channels. Valid only inside the callback that got it; whether the channel may be seen is the
/// caller's to check.
public final class Pins {
    /// How many messages a channel may have pinned.
    public static final int LIMIT = 50;

    private final PinSql sql;

    public Pins(Session session) {
        sql = session.sql(PinSql.class);
    }

    /// The pins of a channel, the newest pin first; at most [#LIMIT].
    ///
    /// @param channel the channel's small number
    public List<Pin> of(int channel) {
        return sql.of(channel, LIMIT);
    }
}
