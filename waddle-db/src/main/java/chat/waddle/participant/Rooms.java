package chat.waddle.participant;

import chat.waddle.channel.ChannelType;
import chat.waddle.sqlite.WriteSession;
import org.jspecify.annotations.Nullable;

/// Writes rooms and stays in them, for the appliers of commands that have checked everything before.
public final class Rooms {
    public static final int TITLE_LIMIT = 100;

    /// The most people in one conversation.
    public static final int CONVERSATION_PARTICIPANTS = 100;

    /// The usual and the highest number of people in a room of the support desk.
    public static final int USUAL_PARTICIPANTS = 50;

    public static final int PARTICIPANT_LIMIT = 1000;

    /// The most conversations of one file that one account takes part in.
    public static final int CONVERSATIONS_OF_ONE = 1000;

    private Rooms() {}

    /// Makes a room in which nobody takes part yet.
    ///
    /// @param id the public id of the room and its channel
    /// @param createdBy the small number of a member
    /// @return the small number of its channel
    public static int open(
            WriteSession transaction,
            long id,
            ChannelType type,
            @Nullable String title,
            int maxParticipants,
            int createdBy) {
        return open(transaction, id, type, title, maxParticipants, createdBy, null, null);
    }

    static int open(
            WriteSession transaction,
            long id,
            ChannelType type,
            @Nullable String title,
            int maxParticipants,
            int createdBy,
            @Nullable Long pairLow,
            @Nullable Long pairHigh) {
        RoomSql sql = transaction.sql(RoomSql.class);
        sql.insertChannel(id, createdBy);
        sql.insert(id, type.code(), title, maxParticipants, pairLow, pairHigh);
        return sql.num(id);
    }

    /// Begins a stay of a member in a room; an earlier one is over.
    ///
    /// @param channel the small number of the room's channel
    /// @param addedBy the small number of who let them in
    public static void join(
            WriteSession transaction,
            int channel,
            int member,
            ParticipantRole role,
            ParticipantFlags flags,
            int addedBy,
            long nowMillis) {
        ParticipantSql sql = transaction.sql(ParticipantSql.class);
        sql.closeStay(channel, member, ParticipantStatus.LEFT.code(), nowMillis);
        sql.put(
                channel,
                member,
                role.code(),
                flags.canSend(),
                flags.canInvite(),
                flags.canSeeHistory(),
                nowMillis,
                addedBy);
        sql.openStay(channel, member, nowMillis);
    }

    /// Ends a stay.
    ///
    /// @param how left or removed
    public static void end(WriteSession transaction, int channel, int member, ParticipantStatus how, long nowMillis) {
        ParticipantSql sql = transaction.sql(ParticipantSql.class);
        sql.end(channel, member, how.code(), nowMillis);
        sql.closeStay(channel, member, how.code(), nowMillis);
    }

    /// How many take part now.
    ///
    /// @param channel the small number of the room's channel
    public static int present(WriteSession transaction, int channel) {
        return transaction.sql(ParticipantSql.class).countPresent(channel);
    }
}
