package chat.waddle.server.channel;

import chat.waddle.ids.CategoryId;
import chat.waddle.ids.ChannelId;
import chat.waddle.server.http.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What clients send about channels and categories.
final class ChannelRequests {
    private ChannelRequests() {}

    record NewChannel(
            String name,
            @Nullable String type,
            @Nullable String description,
            @Nullable CategoryId categoryId,
            @Nullable Boolean isPrivate,
            @Nullable String threadMode,
            @Nullable Integer slowModeSeconds,
            @Nullable Integer autoArchiveHours) {}

    record PatchChannel(
            @Nullable String name,
            @Nullable String type,
            Change<String> description,
            @Nullable Integer position,
            Change<CategoryId> categoryId,
            @Nullable Boolean isPrivate,
            @Nullable Boolean isArchived,
            @Nullable String threadMode,
            @Nullable Integer slowModeSeconds,
            @Nullable Integer autoArchiveHours) {}

    /// @param channelIds every channel, in the order wanted
    record Order(List<ChannelId> channelIds) {}

    /// @param allow a decimal string
    /// @param deny a decimal string
    record PutOverwrite(String allow, String deny) {}

    record NewCategory(String name, @Nullable Boolean collapsedByDefault) {}

    record PatchCategory(
            @Nullable String name,
            @Nullable Integer position,
            @Nullable Boolean collapsedByDefault) {}
}
