package chat.waddle.voice;

import chat.waddle.ids.VoiceSessionId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(VoiceSession.class)
interface VoiceSql {
    String SELECT = """
            SELECT v.id, (SELECT id FROM channels WHERE num = v.channel) AS channel, v.rtk_session_id AS rtk_session,
                   v.ended_at_ms AS ended_at, v.max_participants, v.recording_url
              FROM voice_sessions v
            """;

    @SqlQuery(SELECT + "WHERE v.id = :id AND v.channel = :channel")
    Optional<VoiceSession> find(VoiceSessionId id, int channel);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM voice_sessions WHERE channel = :channel AND ended_at_ms IS NULL)")
    boolean isRunning(int channel);

    @SqlQuery(
            SELECT + "WHERE v.channel = :channel AND v.id < :before AND v.id >= :from ORDER BY v.id DESC LIMIT :limit")
    List<VoiceSession> before(int channel, long before, long from, int limit);

    @SqlUpdate("INSERT INTO voice_sessions (id, channel, rtk_session_id) VALUES (:id, :channel, :rtkSession)")
    void insert(long id, int channel, @Nullable String rtkSession);

    @SqlUpdate("""
            UPDATE voice_sessions
               SET ended_at_ms = :endedAt, max_participants = :maxParticipants, recording_url = :recordingUrl
             WHERE id = :id
            """)
    void update(VoiceSessionId id, @Nullable Long endedAt, int maxParticipants, @Nullable String recordingUrl);
}
