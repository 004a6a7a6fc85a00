package chat.waddle.participant;

import chat.waddle.channel.ChannelType;
import chat.waddle.sqlite.WriteSession;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes rooms and stays in them, for the appliers of commands that have checked everything before.
public final class Rooms {
    public static final int TITLE_LIMIT = 100;

    /// The most people in one conversation.
    public static final int CONVERSATION_PARTICIPANTS = 100;

    /// The usual and the highest number of people in a room of the support desk.
    public static final int USUAL_PARTICIPANTS = 50;

    public static final int PARTICIPANT_LIMIT = 1000;

    /// The most groups of one file that one account has opened and in which anybody takes part. What others open
    /// counts for them, so that nobody uses up what somebody else may open.
    public static final int GROUPS_OF_ONE = 1000;

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

    /// Ends a stay. Who leaves while muted may not send when they come back, unless somebody lets them.
    ///
    /// @param how left or removed
    public static void end(WriteSession transaction, int channel, int member, ParticipantStatus how, long nowMillis) {
        ParticipantSql sql = transaction.sql(ParticipantSql.class);
        sql.end(channel, member, how.code(), nowMillis);
        sql.closeStay(channel, member, how.code(), nowMillis);
    }

    /// The rooms that a member owns now, by the small numbers of their channels.
    public static List<Integer> ownedBy(WriteSession transaction, int member) {
        return transaction.sql(ParticipantSql.class).ownedBy(member);
    }

    /// Gives a room whose owner takes part no more to who stands next there, unless it has an owner.
    ///
    /// @param channel the small number of the room's channel
    /// @param gone the small number of the owner whose stay has ended
    public static void handOn(WriteSession transaction, int channel, int gone) {
        ParticipantSql sql = transaction.sql(ParticipantSql.class);
        sql.role(channel, gone, ParticipantRole.MEMBER.code());
        if (sql.owner(channel).isEmpty()) {
            sql.heir(channel).ifPresent(heir -> sql.promote(channel, heir.member()));
        }
    }

    /// How many take part now.
    ///
    /// @param channel the small number of the room's channel
    public static int present(WriteSession transaction, int channel) {
        return transaction.sql(ParticipantSql.class).countPresent(channel);
    }
}
