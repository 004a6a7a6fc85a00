package chat.waddle.objectstore;

import java.util.List;
import java.util.Optional;

/// One page of a listing in key order, and the query of the page behind it if there may be more.
public record ObjectPage(List<ListedObject> objects, Optional<ListQuery> next) {
    public ObjectPage {
        objects = List.copyOf(objects);
    }
}
