package chat.waddle.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a search may look, and how its names were understood: numbers of the file, not names.
///
/// @param channels the channels to look in, or null for all
/// @param authors members, or null for all
/// @param mentions public ids of members that must be mentioned
/// @param thread the thread's small number, or null
/// @param bounded channels of which not all may be read, each with the least id that may be found, or null for none
/// @param guest whether to leave out what is hidden from guests
public record SearchScope(
        @Nullable List<Integer> channels,
        @Nullable List<Integer> authors,
        List<Long> mentions,
        @Nullable Integer thread,
        @Nullable Map<Integer, Long> bounded,
        boolean guest) {

    public SearchScope(
            @Nullable List<Integer> channels,
            @Nullable List<Integer> authors,
            List<Long> mentions,
            @Nullable Integer thread) {
        this(channels, authors, mentions, thread, null, false);
    }

    /// The same, but of these channels only what is not older than their id.
    public SearchScope bounded(Map<Integer, Long> least) {
        return new SearchScope(channels, authors, mentions, thread, least.isEmpty() ? null : Map.copyOf(least), guest);
    }

    /// The same without what is hidden from guests.
    public SearchScope forGuests() {
        return new SearchScope(channels, authors, mentions, thread, bounded, true);
    }

    /// Nothing older than this can be found, so that what a newcomer may not read is not even looked at.
    long leastId() {
        if (bounded == null || channels == null) {
            return Long.MIN_VALUE;
        }
        Map<Integer, Long> least = bounded;
        return channels.stream()
                .mapToLong(channel -> least.getOrDefault(channel, Long.MIN_VALUE))
                .min()
                .orElse(Long.MIN_VALUE);
    }

    /// True when nothing can be found, because a name means nobody or a channel may not be seen.
    boolean isEmpty() {
        return (channels != null && channels.isEmpty()) || (authors != null && authors.isEmpty());
    }
}
