package chat.waddle.participant;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelType;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Opens a conversation of the one who asks with others. Of two people there is one only: where it exists, nothing
/// changes and it is the answer.
///
/// In a file of conversations everybody named becomes a member; elsewhere all must be members already. That they may
/// write to each other has been checked.
///
/// Who went out of the file and came back is let into their conversation of two again.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_MEMBER, ROOM_LIMIT_REACHED (groups only).
///
/// @param type direct or group
/// @param title 1 to [Rooms#TITLE_LIMIT] characters for a group, null for a direct one
/// @param others everybody else; the one who asks may be among them, and the same one twice
/// @param place stands in the low bits of the id, see [ConversationIds]
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpenConversation(
        UserId actor, ChannelType type, @Nullable String title, List<UserId> others, int place)
        implements Command<CommunityOutcome<Channel>> {
    public OpenConversation {
        if (place < 0 || place >= ConversationIds.PLACES) {
            throw new IllegalArgumentException(
                    "place must be from 0 to " + (ConversationIds.PLACES - 1) + ", not " + place);
        }
        others = List.copyOf(others);
    }
}
