package chat.waddle.participant;

import chat.waddle.ids.ChannelId;
import chat.waddle.sqlite.command.Stamp;

/// Ids of conversations: times like all ids, whose low bits say in which file the conversation stands.
///
/// So they are unique in the server, and the file is found without asking anything.
public final class ConversationIds {
    /// The most files.
    public static final int PLACES = 64;

    private ConversationIds() {}

    /// The number of the file of a conversation.
    public static int placeOf(ChannelId conversation) {
        return (int) (conversation.value() & (PLACES - 1));
    }

    /// The next id of the file that leads to that place.
    static ChannelId next(Stamp stamp, int place) {
        long id = stamp.newId();
        while ((id & (PLACES - 1)) != place) {
            id = stamp.newId();
        }
        return new ChannelId(id);
    }
}
