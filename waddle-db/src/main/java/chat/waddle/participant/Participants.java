package chat.waddle.participant;

import chat.waddle.channel.Channel;
import chat.waddle.community.Page;
import chat.waddle.sqlite.Session;

/// Who takes part in rooms. Valid only inside the callback that got it.
public final class Participants {
    private final ParticipantSql sql;

    public Participants(Session session) {
        sql = session.sql(ParticipantSql.class);
    }

    /// Those who take part now, in the order in which they came into this file.
    ///
    /// @param after the `next` of the page before; 0 to begin
    public Page<Participant, Integer> page(Channel room, int after, int limit) {
        return Page.of(sql.presentAfter(room.num(), after, limit + 1), limit, Participant::member);
    }
}
