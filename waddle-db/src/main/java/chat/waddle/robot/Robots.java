package chat.waddle.robot;

import chat.waddle.ids.RobotId;
import chat.waddle.ids.RobotInteractionId;
import chat.waddle.sqlite.Session;
import java.util.List;
import java.util.Optional;

/// The robots of a waddle and what they were asked. Valid only inside the callback that got it.
public final class Robots {
    private final RobotSql robots;
    private final InteractionSql interactions;

    public Robots(Session session) {
        robots = session.sql(RobotSql.class);
        interactions = session.sql(InteractionSql.class);
    }

    /// All of them, by name: at most [Robot#ROBOT_LIMIT].
    public List<Robot> all() {
        return robots.all();
    }

    public Optional<Robot> find(RobotId id) {
        return robots.find(id);
    }

    public Optional<RobotInteraction> interaction(RobotInteractionId id) {
        return interactions.find(id);
    }
}
