package chat.waddle.message;

import chat.waddle.community.Page;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who has reacted to messages. Valid only inside the callback that got it, which reads one snapshot; whether the
/// message may be seen is the caller's to check.
public final class Reactions {
    /// How many different emoji a message may have.
    public static final int EMOJI_LIMIT = 20;

    private final Session session;
    private final ReactionSql sql;

    public Reactions(Session session) {
        this.session = session;
        this.sql = session.sql(ReactionSql.class);
    }

    /// A place in the list of a message's reactions: a member within one of its emoji.
    public record Place(int ordinal, int member) {
        /// Before the first.
        public static final Place TOP = new Place(0, 0);
    }

    /// The reactions of a message: emoji by emoji, each by the members' numbers.
    ///
    /// @param emoji the only one, or null for all
    /// @param after the `next` of the page before; [Place#TOP] to begin
    public Page<Reaction, Place> page(long message, @Nullable String emoji, Place after, int limit)
            throws SQLException {
        List<Reaction> found = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (ReactionCount each : ReactionCount.of(session, message)) {
            boolean wanted = emoji == null || emoji.equals(each.emoji());
            if (!wanted || each.ordinal() < after.ordinal() || found.size() > limit) {
                continue;
            }
            int member = each.ordinal() == after.ordinal() ? after.member() : 0;
            for (Reaction reaction : sql.after(message, each.emoji(), member, limit + 1 - found.size())) {
                found.add(reaction);
                places.add(new Place(each.ordinal(), reaction.member()));
            }
        }
        boolean more = found.size() > limit;
        return new Page<>(List.copyOf(more ? found.subList(0, limit) : found), more ? places.get(limit - 1) : null);
    }

    /// The reactions of one account to a message; at most [#EMOJI_LIMIT].
    public List<Reaction> by(long message, UserId user) {
        return sql.by(message, user);
    }
}
