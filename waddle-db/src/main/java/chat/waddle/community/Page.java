package chat.waddle.community;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A run of a list. Immutable.
///
/// @param next where the next page begins, or null at the end
public record Page<T, C>(List<T> items, @Nullable C next) {

    /// Makes a page of what was found when one more than the limit was asked for.
    public static <T, C> Page<T, C> of(List<T> found, int limit, Function<T, C> cursor) {
        if (found.size() <= limit) {
            return new Page<>(List.copyOf(found), null);
        }
        List<T> items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, cursor.apply(items.getLast()));
    }
}
