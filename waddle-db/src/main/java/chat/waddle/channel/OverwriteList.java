package chat.waddle.channel;

import chat.waddle.ids.CategoryId;
import chat.waddle.sqlite.Session;
import java.util.List;
import java.util.Optional;

/// The overwrites of a channel or category, with public ids. Valid only inside the callback that got it.
public final class OverwriteList {
    private final OverwriteSql sql;
    private final Categories categories;

    public OverwriteList(Session session) {
        sql = session.sql(OverwriteSql.class);
        categories = new Categories(session);
    }

    /// The channel's own; at most [Overwrites#LIMIT].
    public List<Overwrite> ofChannel(Channel channel) {
        return sql.all(OverwritePlace.CHANNEL.code(), channel.num());
    }

    /// Empty where there is no such category.
    public Optional<List<Overwrite>> ofCategory(CategoryId category) {
        return categories.find(category).map(found -> sql.all(OverwritePlace.CATEGORY.code(), found.num()));
    }
}
