package chat.waddle.server.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Makes a list that fails as short as can be: takes away ever smaller parts of it as long as it still fails.
final class Shrinker {
    private Shrinker() {}

    /// @param all fails
    /// @return a part of it that fails, and does not any more when any one element is taken away
    static <T> List<T> shrink(List<T> all, Predicate<List<T>> fails) {
        List<T> left = List.copyOf(all);
        int part = Math.max(1, left.size() / 2);
        while (true) {
            boolean shorter = false;
            for (int from = 0; from < left.size(); ) {
                List<T> without = new ArrayList<>(left.subList(0, from));
                without.addAll(left.subList(Math.min(left.size(), from + part), left.size()));
                if (fails.test(without)) {
                    left = without;
                    shorter = true;
                } else {
                    from += part;
                }
            }
            if (part == 1 && !shorter) {
                return left;
            }
            part = Math.max(1, part / 2);
        }
    }
}
