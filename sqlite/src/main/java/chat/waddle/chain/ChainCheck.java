package chat.waddle.chain;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Follows a log from its first line to its last and finds the first one that does not fit. Not thread-safe.
///
/// Lines that were written before the log was chained have no hash; they may only stand before all others.
public final class ChainCheck {
    private long lastId = Long.MIN_VALUE;
    private byte[] last = new byte[0];
    private long lines;
    private long unchained;
    private long redacted;
    private @Nullable Long brokenAt;

    /// What was found.
    ///
    /// @param lines how many there are
    /// @param unchained those of them that are older than the chain, which nothing is known of
    /// @param redacted those whose words were erased: their place in the chain is proven, their words are not
    /// @param brokenAt the first line that was changed, or that follows a missing one; null where there is none
    /// @param head the hash of the last line in hexadecimal digits: who keeps it can tell later that nothing
    /// before it was changed; empty for an empty log
    public record Report(
            long lines,
            long unchained,
            long redacted,
            @Nullable Long brokenAt,
            String head) {}

    /// Takes the next line.
    ///
    /// @param chain the hash that stands beside the line
    /// @param fields the line's fields as [HashChain#next] was given them; null for a line whose words were erased
    public void add(long id, byte[] chain, @Nullable List<? extends @Nullable Object> fields) {
        lines++;
        lastId = id;
        if (chain.length == 0 && last.length == 0) {
            unchained++;
            return;
        }
        if (fields == null) {
            redacted++;
        } else if (brokenAt == null && !MessageDigest.isEqual(HashChain.next(last, fields), chain)) {
            brokenAt = id;
        }
        last = chain;
    }

    /// The id of the line taken last; lines after it come next.
    public long lastId() {
        return lastId;
    }

    public Report report() {
        return new Report(lines, unchained, redacted, brokenAt, HexFormat.of().formatHex(last));
    }
}
