package chat.waddle.search;

/// The row number of a message in the full-text index: its id with its channel's small number behind it.
///
/// Rows are ordered by id, as messages are; and a hit is one look-up in the clustered table, because the channel is
/// known (ADR 0006). Channels beyond [#CHANNELS] are written as 0 and looked up by the message's id.
final class IndexKey {
    private static final int CHANNEL_BITS = 12;
    private static final int CHANNELS = 1 << CHANNEL_BITS;
    private static final long HIGHEST_ID = Long.MAX_VALUE >> CHANNEL_BITS;

    private IndexKey() {}

    /// @param channel the channel's small number
    static long of(int channel, long messageId) {
        return messageId << CHANNEL_BITS | (channel < CHANNELS ? channel : 0);
    }

    static long messageId(long key) {
        return key >> CHANNEL_BITS;
    }

    /// The smallest key of a message with this id or a later one; ids no clock reaches count as the end of time.
    static long firstOf(long messageId) {
        if (messageId > HIGHEST_ID) {
            return Long.MAX_VALUE;
        }
        return Math.max(messageId, -HIGHEST_ID) << CHANNEL_BITS;
    }

    /// SQL that joins the messages `m` to an expression that yields keys.
    ///
    /// The clustered table itself is named as the index to use; SQLite would take `messages_by_id` and then it.
    static String joined(String key) {
        String id = "(" + key + " >> " + CHANNEL_BITS + ")";
        String channel = key + " & " + (CHANNELS - 1);
        return "CROSS JOIN messages m INDEXED BY sqlite_autoindex_messages_1 ON m.id = " + id + " AND m.channel = CASE "
                + channel
                + " WHEN 0 THEN (SELECT n.channel FROM messages n INDEXED BY messages_by_id WHERE n.id = " + id
                + ") ELSE " + channel + " END";
    }

    /// SQL for the message id in an expression that yields keys.
    static String idOf(String key) {
        return key + " >> " + CHANNEL_BITS;
    }
}
