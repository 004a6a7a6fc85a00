package chat.waddle.participant;

import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface RoomSql {
    /// A room's name is its id, which no name of an ordinary channel can be: those have a letter.
    @SqlUpdate("""
            INSERT INTO channels (id, name, name_key, type, thread_mode, created_by)
            VALUES (:id, CAST(:id AS TEXT), CAST(:id AS TEXT), 'text', 'disabled', :createdBy)
            """)
    void insertChannel(long id, int createdBy);

    @SqlUpdate("""
            INSERT INTO rooms (channel, type, title, max_participants, pair_low, pair_high)
            SELECT num, :type, :title, :maxParticipants, :pairLow, :pairHigh FROM channels WHERE id = :id
            """)
    void insert(
            long id,
            String type,
            @Nullable String title,
            int maxParticipants,
            @Nullable Long pairLow,
            @Nullable Long pairHigh);

    @SqlQuery("SELECT num FROM channels WHERE id = :id")
    int num(long id);

    @SqlQuery("SELECT channel FROM rooms WHERE pair_low = :low AND pair_high = :high")
    Optional<Integer> ofPair(long low, long high);

    @SqlUpdate("UPDATE rooms SET title = :title, avatar_url = :avatarUrl WHERE channel = :channel")
    void update(int channel, @Nullable String title, @Nullable String avatarUrl);

    @SqlQuery("SELECT kind = 'conversation' FROM waddle_settings")
    boolean holdsConversations();
}
