package chat.waddle.participant;

import chat.waddle.channel.Channel;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Changes the title and picture of a group; null leaves a value as it is, an empty picture takes it away.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_CHANNEL, ROOM_FIXED, IN_TIMEOUT, NOT_ALLOWED.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpdateConversation(
        UserId actor,
        ChannelId room,
        @Nullable String title,
        @Nullable String avatarUrl) implements Command<CommunityOutcome<Channel>> {}
