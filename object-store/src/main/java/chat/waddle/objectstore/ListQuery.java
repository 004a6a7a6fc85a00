package chat.waddle.objectstore;

import java.util.regex.Pattern;

/// One page of a listing: keys that start with `prefix` and come after `after`, in key order, at most `limit` (1 to
/// 1,000).
///
/// `prefix` need not end at a `/`; the empty prefix lists everything. An empty `after` starts at the beginning.
public record ListQuery(String prefix, String after, int limit) {
    /// The largest page, the same as that of S3.
    public static final int MAX_LIMIT = 1_000;

    private static final Pattern ALPHABET = Pattern.compile("[a-z0-9._/-]{0," + ObjectKey.MAX_LENGTH + "}");

    public ListQuery {
        if (!ALPHABET.matcher(prefix).matches()) {
            throw new IllegalArgumentException("Not a prefix of object keys: '" + prefix + "'");
        }
        if (!ALPHABET.matcher(after).matches()) {
            throw new IllegalArgumentException("Not an object key to go on from: '" + after + "'");
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("A page has 1 to " + MAX_LIMIT + " objects, not " + limit);
        }
    }

    /// The first page of a prefix.
    public static ListQuery first(String prefix, int limit) {
        return new ListQuery(prefix, "", limit);
    }

    /// The page of the same listing that begins behind a key.
    public ListQuery after(ObjectKey key) {
        return new ListQuery(prefix, key.value(), limit);
    }

    boolean wants(String key) {
        return key.startsWith(prefix) && key.compareTo(after) > 0;
    }

    /// Whether a subtree (its keys all start with `folder`, which ends in `/`) can hold a wanted key.
    boolean wantsSomeUnder(String folder) {
        boolean underPrefix = folder.startsWith(prefix) || prefix.startsWith(folder);
        return underPrefix && (after.startsWith(folder) || folder.compareTo(after) > 0);
    }
}
