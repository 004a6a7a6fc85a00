package chat.waddle.message;

import chat.waddle.channel.Channel;
import chat.waddle.community.Access;
import chat.waddle.community.Permission;
import chat.waddle.sqlite.WriteSession;
import java.sql.SQLException;

/// The pause between two messages of one member in a channel with slow mode; costs other channels nothing.
///
/// When somebody posted last stands in the file, apart from the messages: it outlives a restart, and whoever erases
/// their message has to wait all the same.
final class SlowMode {
    private static final String LAST = "SELECT posted_at_ms FROM slow_mode_posts WHERE channel = ? AND member = ?";
    private static final String REMEMBER =
            "INSERT INTO slow_mode_posts (channel, member, posted_at_ms) VALUES (?, ?, ?)"
                    + " ON CONFLICT (channel, member) DO UPDATE SET posted_at_ms = excluded.posted_at_ms";

    private SlowMode() {}

    /// How long the author has to wait here; 0 for not at all. At most the pause, even if the clock was set back.
    static long waitMillis(WriteSession transaction, Access author, Channel channel, long nowMillis)
            throws SQLException {
        if (isFree(author, channel, nowMillis)) {
            return 0;
        }
        long pauseMillis = channel.slowModeSeconds() * 1000L;
        var select = transaction.kept(LAST);
        select.setInt(1, channel.num());
        select.setInt(2, author.member());
        try (var row = select.executeQuery()) {
            return row.next() ? Math.clamp(row.getLong(1) + pauseMillis - nowMillis, 0, pauseMillis) : 0;
        }
    }

    static void posted(WriteSession transaction, Access author, Channel channel, long nowMillis) throws SQLException {
        if (isFree(author, channel, nowMillis)) {
            return;
        }
        var remember = transaction.kept(REMEMBER);
        remember.setInt(1, channel.num());
        remember.setInt(2, author.member());
        remember.setLong(3, nowMillis);
        remember.executeUpdate();
    }

    /// Who looks after messages or the channel must be able to answer at once.
    private static boolean isFree(Access author, Channel channel, long nowMillis) {
        return channel.slowModeSeconds() == 0
                || channel.permits(author, Permission.BYPASS_SLOW_MODE, nowMillis)
                || channel.permits(author, Permission.MANAGE_MESSAGES, nowMillis)
                || channel.permits(author, Permission.MANAGE_CHANNELS, nowMillis);
    }
}
