package chat.waddle.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a search may look, and how its names were understood: numbers of the file, not names.
///
/// @param channels the channels to look in, or null for all
/// @param authors members, or null for all
/// @param mentions public ids of members that must be mentioned
/// @param thread the thread's small number, or null
public record SearchScope(
        @Nullable List<Integer> channels,
        @Nullable List<Integer> authors,
        List<Long> mentions,
        @Nullable Integer thread) {

    /// True when nothing can be found, because a name means nobody or a channel may not be seen.
    boolean isEmpty() {
        return (channels != null && channels.isEmpty()) || (authors != null && authors.isEmpty());
    }
}
