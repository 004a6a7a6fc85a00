package chat.waddle.channel;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.CategoryId;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Changes parts of a channel: null leaves a part as it is.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_CHANNEL, NO_SUCH_CATEGORY, CHANNEL_NAME_TAKEN,
/// CHANNEL_TYPE_FIXED.
///
/// @param description empty text takes it away
/// @param category [#NO_CATEGORY] takes the channel out of its category
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpdateChannel(
        UserId actor,
        ChannelId channel,
        @Nullable String name,
        @Nullable ChannelType type,
        @Nullable String description,
        @Nullable Integer position,
        @Nullable CategoryId category,
        @Nullable Boolean isPrivate,
        @Nullable Boolean isArchived,
        @Nullable ThreadMode threadMode,
        @Nullable Integer slowModeSeconds,
        @Nullable Integer autoArchiveHours)
        implements Command<CommunityOutcome<Channel>> {
    /// No category has this id.
    public static final CategoryId NO_CATEGORY = new CategoryId(0);
}
