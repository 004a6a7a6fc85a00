package chat.waddle.server.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a list; `next` is the cursor of the following page, null on the last.
public record ItemList<T>(List<T> items, @Nullable String next) {
    public ItemList {
        items = List.copyOf(items);
    }
}
