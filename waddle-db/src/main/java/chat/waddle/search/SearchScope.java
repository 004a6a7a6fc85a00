package chat.waddle.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a search may look, and how its names were understood: numbers of the file, not names.
///
/// @param channels the channels to look in, or null for all
/// @param authors members, or null for all
/// @param mentions public ids of members that must be mentioned
/// @param thread the thread's small number, or null
/// @param historyFrom the least id of a message that may be found in `bounded`
/// @param bounded channels of which earlier messages may not be read, or null for none
public record SearchScope(
        @Nullable List<Integer> channels,
        @Nullable List<Integer> authors,
        List<Long> mentions,
        @Nullable Integer thread,
        long historyFrom,
        @Nullable List<Integer> bounded) {

    public SearchScope(
            @Nullable List<Integer> channels,
            @Nullable List<Integer> authors,
            List<Long> mentions,
            @Nullable Integer thread) {
        this(channels, authors, mentions, thread, Long.MIN_VALUE, null);
    }

    /// The same, but of these channels only what is not older than that id.
    public SearchScope bounded(long least, List<Integer> within) {
        return new SearchScope(channels, authors, mentions, thread, least, within.isEmpty() ? null : within);
    }

    /// True when nothing can be found, because a name means nobody or a channel may not be seen.
    boolean isEmpty() {
        return (channels != null && channels.isEmpty()) || (authors != null && authors.isEmpty());
    }
}
