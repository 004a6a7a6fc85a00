package chat.waddle.server.bookmark;

import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import java.util.Collection;
import java.util.Map;

/// Looks up what bookmarks of one type point to, as one person may see it at this moment.
interface BookmarkTargets {
    /// @param ids targets of one waddle
    /// @return the JSON of each target that is there and may be seen; the others are missing
    /// @throws chat.waddle.sqlite.StorageException where the waddle cannot be read now, for members only
    Map<Long, String> visible(UserId user, WaddleId waddle, Collection<Long> ids);
}
