package chat.waddle.message;

import chat.waddle.sqlite.Session;
import java.util.List;

/// What messages said before they were edited. Valid inside one read.
public final class MessageEdits {
    private final Session session;

    public MessageEdits(Session session) {
        this.session = session;
    }

    /// Every text of a message before its present one, oldest first; the first thousand of them.
    public List<MessageEdit> of(long message) {
        return session.sql(MessageEditSql.class).of(message);
    }
}
