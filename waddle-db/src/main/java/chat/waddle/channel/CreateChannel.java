package chat.waddle.channel;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.CategoryId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Makes a channel and puts it after all others. The limits of the values stand in [ChannelRules].
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_CATEGORY, CHANNEL_NAME_TAKEN, CHANNEL_LIMIT_REACHED.
///
/// @param type text, voice or announcement
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreateChannel(
        UserId actor,
        String name,
        ChannelType type,
        @Nullable String description,
        @Nullable CategoryId category,
        boolean isPrivate,
        ThreadMode threadMode,
        int slowModeSeconds,
        int autoArchiveHours)
        implements Command<CommunityOutcome<Channel>> {

    /// A public channel with the usual settings.
    public static CreateChannel named(UserId actor, String name, ChannelType type) {
        return new CreateChannel(
                actor, name, type, null, null, false, ThreadMode.OPTIONAL, 0, ChannelRules.USUAL_ARCHIVE_HOURS);
    }
}
