package chat.waddle.robot;

import static java.util.stream.Collectors.joining;

import chat.waddle.channel.Channel;
import chat.waddle.community.Access;
import chat.waddle.community.Answer;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.InvalidField;
import chat.waddle.community.Permission;
import chat.waddle.community.TextRules;
import chat.waddle.ids.IdClock;
import chat.waddle.ids.RobotInteractionId;
import chat.waddle.ids.UserId;
import chat.waddle.message.MessageContext;
import chat.waddle.message.MessageStreams;
import chat.waddle.message.RobotMessages;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Takes questions to robots, hands them out one by one, and turns answers into messages.
///
/// The journal's rows about a question name the message that was asked about, and that of an answer the message that
/// answers: erasing these takes the words out of the recorded commands too.
public final class InteractionApplier {
    private static final String EMPTY = "{}";

    private final MessageContext context;
    private final RobotMessages messages;
    private final MessageStreams streams;

    public InteractionApplier(MessageContext context) {
        this.context = context;
        this.messages = new RobotMessages(context);
        this.streams = new MessageStreams(context);
    }

    public Applied<CommunityOutcome<RobotInteraction>> ask(WriteSession transaction, Stamp stamp, AskRobot command)
            throws SQLException {
        Access actor = context.view().access(transaction, command.actor());
        if (actor == null) {
            return Answer.refused(CommunityRefusal.NOT_A_MEMBER);
        }
        Channel channel = context.view().channels(transaction).byId(command.channel());
        if (channel == null || !channel.visibleTo(actor, stamp.timeMillis())) {
            return Answer.refused(CommunityRefusal.NO_SUCH_CHANNEL);
        }
        CommunityRefusal lacking = lackingToAsk(actor, channel, stamp.timeMillis());
        if (lacking != null) {
            return Answer.refused(lacking);
        }
        Robot robot = transaction.sql(RobotSql.class).find(command.robot()).orElse(null);
        if (robot == null) {
            return Answer.refused(CommunityRefusal.NO_SUCH_ROBOT);
        }
        if (messages.question(transaction, actor, channel, command.message()) == null) {
            return Answer.refused(CommunityRefusal.NO_SUCH_MESSAGE);
        }
        InteractionSql interactions = transaction.sql(InteractionSql.class);
        RobotInteraction open = interactions.open(command.message(), robot.id()).orElse(null);
        if (open != null) {
            return Answer.unchanged(open);
        }
        if (interactions.waiting(robot.id()) >= Robot.QUEUE_LIMIT) {
            return Answer.refused(CommunityRefusal.ROBOT_QUEUE_FULL);
        }
        RobotInteractionId id = new RobotInteractionId(stamp.newId());
        interactions.insert(
                id.value(),
                robot.id(),
                channel.num(),
                command.message(),
                actor.member(),
                Objects.requireNonNullElse(command.request(), EMPTY),
                command.observation());
        return Answer.done(
                interactions.find(id).orElseThrow(),
                channel.num(),
                command.message().value());
    }

    private static @Nullable CommunityRefusal lackingToAsk(Access actor, Channel channel, long nowMillis) {
        CommunityRefusal lacking = channel.lacking(actor, Permission.USE_ROBOTS, nowMillis);
        if (lacking == null) {
            lacking = channel.lacking(actor, Permission.READ_HISTORY, nowMillis);
        }
        return lacking == null && channel.isArchived() ? CommunityRefusal.CHANNEL_ARCHIVED : lacking;
    }

    public Applied<CommunityOutcome<LeaseInteraction.Taken>> lease(
            WriteSession transaction, Stamp stamp, LeaseInteraction command) throws SQLException {
        Access actor = context.view().access(transaction, command.actor());
        if (actor == null) {
            return Answer.refused(CommunityRefusal.NOT_A_MEMBER);
        }
        Robot robot = transaction.sql(RobotSql.class).find(command.robot()).orElse(null);
        if (robot == null) {
            return Answer.refused(CommunityRefusal.NO_SUCH_ROBOT);
        }
        if (actor.inTimeout(stamp.timeMillis())) {
            return Answer.refused(CommunityRefusal.IN_TIMEOUT);
        }
        if (!robot.isServedBy(actor, stamp.timeMillis())) {
            return Answer.refused(CommunityRefusal.NOT_ALLOWED);
        }
        InteractionSql interactions = transaction.sql(InteractionSql.class);
        RobotInteractionId next = interactions
                .next(
                        robot.id(),
                        answerable(transaction, actor, stamp.timeMillis()),
                        stamp.timeMillis(),
                        RobotInteraction.TRIES_LIMIT)
                .orElse(null);
        if (next == null) {
            return Answer.unchanged(new LeaseInteraction.Taken(null));
        }
        interactions.take(next, stamp.newId(), until(stamp, command.seconds()), stamp.timeMillis());
        RobotInteraction taken = interactions.find(next).orElseThrow();
        Channel channel = context.view().channels(transaction).byId(taken.channel());
        return Answer.done(
                new LeaseInteraction.Taken(taken),
                channel == null ? 0 : channel.num(),
                taken.message().value());
    }

    /// The channels whose questions the member may read and answer, each with the least id of a message.
    private String answerable(WriteSession transaction, Access actor, long nowMillis) throws SQLException {
        return context.view().channels(transaction).all().stream()
                .filter(channel -> channel.permits(actor, Permission.ANSWER_AS_ROBOT, nowMillis))
                .filter(channel -> channel.permits(actor, Permission.READ_HISTORY, nowMillis))
                .map(channel -> "\"" + channel.num() + "\":" + channel.historyFrom(actor))
                .collect(joining(",", "{", "}"));
    }

    private static long until(Stamp stamp, int seconds) {
        return stamp.timeMillis() + seconds * 1000L;
    }

    /// A question as one who works on it finds it.
    private record Work(Access actor, Channel channel, Robot robot, RobotInteraction interaction) {}

    /// What to do with the question that was found.
    @FunctionalInterface
    private interface Step {
        Applied<CommunityOutcome<RobotInteraction>> apply(Work work) throws SQLException;
    }

    private Applied<CommunityOutcome<RobotInteraction>> find(
            WriteSession transaction, Stamp stamp, UserId user, RobotInteractionId id, Step step) throws SQLException {
        Access actor = context.view().access(transaction, user);
        if (actor == null) {
            return Answer.refused(CommunityRefusal.NOT_A_MEMBER);
        }
        RobotInteraction interaction =
                transaction.sql(InteractionSql.class).find(id).orElse(null);
        Channel channel = interaction == null
                ? null
                : context.view().channels(transaction).byId(interaction.channel());
        Robot robot = interaction == null
                ? null
                : transaction.sql(RobotSql.class).find(interaction.robot()).orElse(null);
        if (interaction == null
                || robot == null
                || channel == null
                || !channel.visibleTo(actor, stamp.timeMillis())
                || !(robot.isServedBy(actor, stamp.timeMillis())
                        || interaction.askedBy().equals(user))) {
            return Answer.refused(CommunityRefusal.NO_SUCH_INTERACTION);
        }
        if (actor.inTimeout(stamp.timeMillis())) {
            return Answer.refused(CommunityRefusal.IN_TIMEOUT);
        }
        boolean answers = channel.permits(actor, Permission.ANSWER_AS_ROBOT, stamp.timeMillis());
        return answers && robot.isServedBy(actor, stamp.timeMillis())
                ? step.apply(new Work(actor, channel, robot, interaction))
                : Answer.refused(CommunityRefusal.NOT_ALLOWED);
    }

    /// Why this cannot come to that state by this lease, or null.
    private static @Nullable CommunityRefusal held(
            RobotInteraction interaction, InteractionStatus next, @Nullable Long lease) {
        if (!interaction.status().mayBecome(next)) {
            return CommunityRefusal.ILLEGAL_TRANSITION;
        }
        boolean holds = interaction.status() == InteractionStatus.PENDING
                ? next == InteractionStatus.FAILED && lease == null
                : lease != null && interaction.isHeldBy(lease);
        return holds ? null : CommunityRefusal.LEASE_LOST;
    }

    /// The same for what ends it: while a message is being written that answers it, only that does.
    private @Nullable CommunityRefusal ending(
            WriteSession transaction, RobotInteraction interaction, InteractionStatus next, @Nullable Long lease)
            throws SQLException {
        CommunityRefusal refusal = held(interaction, next, lease);
        return refusal == null && streams.answers(transaction, interaction.id())
                ? CommunityRefusal.ILLEGAL_TRANSITION
                : refusal;
    }

    public Applied<CommunityOutcome<RobotInteraction>> renew(WriteSession transaction, Stamp stamp, RenewLease command)
            throws SQLException {
        return find(transaction, stamp, command.actor(), command.interaction(), work -> {
            CommunityRefusal refusal = held(work.interaction(), InteractionStatus.PROCESSING, command.lease());
            if (refusal != null) {
                return Answer.refused(refusal);
            }
            transaction
                    .sql(InteractionSql.class)
                    .renew(command.interaction(), until(stamp, command.seconds()), command.observation());
            return changed(transaction, work);
        });
    }

    public Applied<CommunityOutcome<RobotInteraction>> fail(
            WriteSession transaction, Stamp stamp, FailInteraction command) throws SQLException {
        InvalidField invalid = TextRules.prose("error", command.error(), RobotInteraction.ERROR_LIMIT);
        if (invalid != null) {
            return Answer.invalid(invalid);
        }
        return find(transaction, stamp, command.actor(), command.interaction(), work -> {
            CommunityRefusal refusal =
                    ending(transaction, work.interaction(), InteractionStatus.FAILED, command.lease());
            if (refusal != null) {
                return Answer.refused(refusal);
            }
            transaction.sql(InteractionSql.class).fail(command.interaction(), command.error(), stamp.timeMillis());
            return changed(transaction, work);
        });
    }

    private static Applied<CommunityOutcome<RobotInteraction>> changed(WriteSession transaction, Work work) {
        RobotInteraction after = transaction
                .sql(InteractionSql.class)
                .find(work.interaction().id())
                .orElseThrow();
        return Answer.done(after, work.channel().num(), after.message().value());
    }

    public Applied<CommunityOutcome<RobotInteraction>> answer(
            WriteSession transaction, Stamp stamp, AnswerInteraction command) throws SQLException {
        return find(transaction, stamp, command.actor(), command.interaction(), work -> {
            RobotInteraction asked = work.interaction();
            if (asked.status() == InteractionStatus.COMPLETED && asked.isHeldBy(command.lease())) {
                return Answer.unchanged(asked);
            }
            CommunityRefusal refusal = ending(transaction, asked, InteractionStatus.COMPLETED, command.lease());
            return refusal != null ? Answer.refused(refusal) : post(transaction, stamp, command, work);
        });
    }

    private Applied<CommunityOutcome<RobotInteraction>> post(
            WriteSession transaction, Stamp stamp, AnswerInteraction command, Work work) throws SQLException {
        RobotMessages.Question question = messages.question(
                transaction, work.actor(), work.channel(), work.interaction().message());
        if (question == null) {
            return Answer.refused(CommunityRefusal.NO_SUCH_MESSAGE);
        }
        CommunityRefusal closed = messages.closed(transaction, stamp, work.actor(), work.channel(), question.thread());
        if (closed != null) {
            return Answer.refused(closed);
        }
        RobotMessages.Draft draft =
                RobotMessages.Draft.answer(work.robot().id(), question, command.content(), command.visibleToGuests());
        RobotMessages.Written written =
                messages.write(transaction, stamp, work.actor(), work.channel(), draft, command.flag());
        if (written == null) {
            return Answer.refused(CommunityRefusal.BLOCKED_BY_RULE);
        }
        InteractionSql interactions = transaction.sql(InteractionSql.class);
        interactions.complete(command.interaction(), command.response(), written.id(), stamp.timeMillis());
        RobotInteraction after = interactions.find(command.interaction()).orElseThrow();
        Applied<CommunityOutcome<RobotInteraction>> answered = Answer.<RobotInteraction>done(
                        after, work.channel().num(), written.id().value())
                .then(written.afterCommit());
        return written.flag() == null ? answered : answered.recordedAs(command.flagged(written.flag()));
    }

    public Applied<ExpireInteractions.Expired> expire(
            WriteSession transaction, Stamp stamp, ExpireInteractions command) {
        InteractionSql interactions = transaction.sql(InteractionSql.class);
        int expired = 0;
        for (RobotInteractionId id : interactions.lapsed(stamp.timeMillis(), command.limit())) {
            expired++;
            int tries = interactions.find(id).orElseThrow().tries();
            if (tries < RobotInteraction.TRIES_LIMIT) {
                interactions.giveBack(id);
            } else {
                interactions.fail(id, "It was taken " + tries + " times and never answered.", stamp.timeMillis());
            }
        }
        long patience = stamp.timeMillis() - RobotInteraction.PATIENCE.toMillis();
        List<RobotInteractionId> forgotten = interactions.forgotten(IdClock.firstAt(patience), command.limit());
        for (RobotInteractionId id : forgotten) {
            expired++;
            interactions.fail(id, "Nobody took it.", stamp.timeMillis());
        }
        ExpireInteractions.Expired result = new ExpireInteractions.Expired(expired);
        return expired == 0 ? Applied.unchanged(result) : Applied.changed(result, 0, 0);
    }
}
