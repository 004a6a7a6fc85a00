package chat.waddle.robot;

import chat.waddle.community.Access;
import chat.waddle.community.Answer;
import chat.waddle.community.AuditAction;
import chat.waddle.community.AuditChanges;
import chat.waddle.community.AuditTrail;
import chat.waddle.community.CommunityContext;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.InvalidField;
import chat.waddle.community.Permission;
import chat.waddle.community.Standing;
import chat.waddle.community.TextRules;
import chat.waddle.ids.RobotId;
import chat.waddle.ids.RobotInteractionId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Registers robots and removes them.
public final class RobotApplier {
    private final CommunityContext context;

    public RobotApplier(CommunityContext context) {
        this.context = context;
    }

    public Applied<CommunityOutcome<Robot>> create(WriteSession transaction, Stamp stamp, CreateRobot command)
            throws SQLException {
        CommunityRefusal lacking = lacking(transaction, stamp, command.actor());
        if (lacking != null) {
            return Answer.refused(lacking);
        }
        InvalidField invalid = invalid(command);
        if (invalid != null) {
            return Answer.invalid(invalid);
        }
        UserId owner = command.owner() == null ? command.actor() : command.owner();
        Access works = context.view().access(transaction, owner);
        if (works == null) {
            return Answer.refused(CommunityRefusal.NO_SUCH_MEMBER);
        }
        RobotSql robots = transaction.sql(RobotSql.class);
        String key = command.name().toLowerCase(Locale.ROOT);
        if (robots.named(key) > 0) {
            return Answer.refused(CommunityRefusal.ROBOT_NAME_TAKEN);
        }
        if (robots.count() >= Robot.ROBOT_LIMIT) {
            return Answer.refused(CommunityRefusal.ROBOT_LIMIT_REACHED);
        }
        Robot robot = new Robot(new RobotId(stamp.newId()), command.name(), command.description(), owner);
        robots.insert(robot.id().value(), robot.name(), key, robot.description(), works.member());
        AuditTrail.write(
                transaction,
                stamp,
                command.actor(),
                AuditAction.ROBOT_CREATE,
                robot.id().value(),
                null,
                new AuditChanges().add("name", null, robot.name()).add("ownerId", null, owner.value()));
        return Answer.done(robot, 0, robot.id().value());
    }

    private @Nullable CommunityRefusal lacking(WriteSession transaction, Stamp stamp, UserId user) throws SQLException {
        Access actor = context.view().access(transaction, user);
        return actor == null
                ? CommunityRefusal.NOT_A_MEMBER
                : Standing.lacking(actor, Permission.MANAGE_ROBOTS, stamp.timeMillis());
    }

    private static @Nullable InvalidField invalid(CreateRobot command) {
        InvalidField name = TextRules.line("name", command.name(), Robot.NAME_LIMIT);
        return name != null ? name : TextRules.prose("description", command.description(), Robot.DESCRIPTION_LIMIT);
    }

    public Applied<CommunityOutcome<Robot>> delete(WriteSession transaction, Stamp stamp, DeleteRobot command)
            throws SQLException {
        CommunityRefusal lacking = lacking(transaction, stamp, command.actor());
        if (lacking != null) {
            return Answer.refused(lacking);
        }
        RobotSql robots = transaction.sql(RobotSql.class);
        Robot robot = robots.find(command.robot()).orElse(null);
        if (robot == null) {
            return Answer.refused(CommunityRefusal.NO_SUCH_ROBOT);
        }
        robots.delete(robot.id(), stamp.timeMillis());
        InteractionSql interactions = transaction.sql(InteractionSql.class);
        for (RobotInteractionId open : interactions.openOf(robot.id())) {
            interactions.fail(open, "The robot was removed.", stamp.timeMillis());
        }
        AuditTrail.write(
                transaction,
                stamp,
                command.actor(),
                AuditAction.ROBOT_DELETE,
                robot.id().value(),
                null,
                new AuditChanges().add("name", robot.name(), null));
        return Answer.done(robot, 0, robot.id().value());
    }
}
