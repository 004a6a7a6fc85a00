package chat.waddle.voice;

import chat.waddle.channel.Channel;
import chat.waddle.community.Page;
import chat.waddle.sqlite.Session;
import java.util.List;

/// The sessions of voice channels, newest first. Valid only inside the callback that got it; whether the channel may be
/// seen is the caller's to check.
public final class VoiceSessions {
    private final VoiceSql sql;

    public VoiceSessions(Session session) {
        sql = session.sql(VoiceSql.class);
    }

    /// @param before the `next` of the page before; [Long#MAX_VALUE] to begin
    /// @param from only those that did not begin before this id
    public Page<VoiceSession, Long> page(Channel channel, long before, long from, int limit) {
        List<VoiceSession> found = sql.before(channel.num(), before, from, limit + 1);
        return Page.of(found, limit, session -> session.id().value());
    }
}
