package chat.waddle.server.channel;

import chat.waddle.channel.Category;
import chat.waddle.ids.CategoryId;

/// A heading under which channels stand.
record CategoryJson(CategoryId id, String name, int position, boolean collapsedByDefault) {
    static CategoryJson of(Category category) {
        return new CategoryJson(category.id(), category.name(), category.position(), category.collapsedByDefault());
    }
}
