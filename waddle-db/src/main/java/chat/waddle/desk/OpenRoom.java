package chat.waddle.desk;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Opens a room of the support desk, which belongs to who opens it.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_ROOM (the parent), SUPPORT_ROOM_LIMIT_REACHED.
///
/// @param issueId what it is about, in another system's words
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpenRoom(
        UserId actor,
        @Nullable String name,
        @Nullable String issueId,
        @Nullable String issueDescription,
        boolean isPrivate,
        boolean guestAccess,
        int maxParticipants,
        @Nullable ChannelId parent)
        implements Command<CommunityOutcome<SupportRoom>> {}
