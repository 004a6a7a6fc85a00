package chat.waddle.message;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.IdClock;
import chat.waddle.sqlite.WriteSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;

/// The clients' own names of their messages, remembered by hash for a while, each author's apart from the others'.
final class ClientMessageIds {
    static final long NONE = Long.MIN_VALUE;
    static final Duration LIFE = Duration.ofDays(31);

    private static final int HASH_BYTES = 16;
    private static final String FIND = "SELECT message_id FROM client_message_ids WHERE author = ? AND hash = ?";
    private static final String INSERT = "INSERT INTO client_message_ids (author, hash, message_id) VALUES (?, ?, ?)";
    private static final String PRUNE = "DELETE FROM client_message_ids WHERE (author, hash) IN"
            + " (SELECT author, hash FROM client_message_ids WHERE message_id < ? ORDER BY message_id LIMIT ?)";

    private ClientMessageIds() {}

    /// The same name in another channel is another message.
    static byte[] hash(ChannelId channel, String clientMessageId) {
        String named = channel.value() + " " + clientMessageId;
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(named.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(whole, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static long find(WriteSession transaction, int author, byte[] hash) throws SQLException {
        var find = transaction.kept(FIND);
        find.setInt(1, author);
        find.setBytes(2, hash);
        try (var row = find.executeQuery()) {
            return row.next() ? row.getLong(1) : NONE;
        }
    }

    static void remember(WriteSession transaction, int author, byte[] hash, long message) throws SQLException {
        var insert = transaction.kept(INSERT);
        insert.setInt(1, author);
        insert.setBytes(2, hash);
        insert.setLong(3, message);
        insert.executeUpdate();
    }

    /// Forgets the oldest ones whose time is over.
    ///
    /// @return how many, at most `limit`
    static int prune(WriteSession transaction, long nowMillis, int limit) throws SQLException {
        var prune = transaction.kept(PRUNE);
        prune.setLong(1, IdClock.firstAt(nowMillis - LIFE.toMillis()));
        prune.setInt(2, limit);
        return prune.executeUpdate();
    }
}
