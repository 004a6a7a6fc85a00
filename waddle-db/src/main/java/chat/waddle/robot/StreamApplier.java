package chat.waddle.robot;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ThreadMode;
import chat.waddle.community.Access;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.Permission;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.RobotId;
import chat.waddle.ids.RobotInteractionId;
import chat.waddle.ids.UserId;
import chat.waddle.message.DeliveryStatus;
import chat.waddle.message.MessageContext;
import chat.waddle.message.MessageStreams;
import chat.waddle.message.MessageText;
import chat.waddle.message.OpenStream;
import chat.waddle.message.RobotMessages;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets robots write messages piece by piece; the pieces come in order, each once.
public final class StreamApplier {
    private final MessageContext context;
    private final RobotMessages messages;
    private final MessageStreams streams;

    public StreamApplier(MessageContext context) {
        this.context = context;
        this.messages = new RobotMessages(context);
        this.streams = new MessageStreams(context);
    }

    /// Who works for a robot, and where.
    private record Place(Access actor, Channel channel) {}

    /// What to do there.
    @FunctionalInterface
    private interface Step {
        Applied<StreamOutcome> apply(Place place) throws SQLException;
    }

    private Applied<StreamOutcome> enter(
            WriteSession transaction, Stamp stamp, UserId user, ChannelId channelId, Step step) throws SQLException {
        Access actor = context.view().access(transaction, user);
        if (actor == null) {
            return refused(CommunityRefusal.NOT_A_MEMBER);
        }
        Channel channel = context.view().channels(transaction).byId(channelId);
        if (channel == null || !channel.visibleTo(actor, stamp.timeMillis())) {
            return refused(CommunityRefusal.NO_SUCH_CHANNEL);
        }
        CommunityRefusal lacking = channel.lacking(actor, Permission.ANSWER_AS_ROBOT, stamp.timeMillis());
        return lacking != null ? refused(lacking) : step.apply(new Place(actor, channel));
    }

    private static Applied<StreamOutcome> refused(CommunityRefusal why) {
        return Applied.unchanged(new StreamOutcome.Refused(why));
    }

    /// Why the one who asks may not work for that robot, or null.
    private static @Nullable CommunityRefusal notServed(
            WriteSession transaction, Stamp stamp, RobotId id, Access actor) {
        Robot robot = transaction.sql(RobotSql.class).find(id).orElse(null);
        if (robot == null) {
            return CommunityRefusal.NO_SUCH_ROBOT;
        }
        return robot.isServedBy(actor, stamp.timeMillis()) ? null : CommunityRefusal.NOT_ALLOWED;
    }

    public Applied<StreamOutcome> begin(WriteSession transaction, Stamp stamp, BeginStream command)
            throws SQLException {
        return enter(transaction, stamp, command.actor(), command.channel(), place -> {
            CommunityRefusal notServed = notServed(transaction, stamp, command.robot(), place.actor());
            if (notServed != null) {
                return refused(notServed);
            }
            MessageId about = command.responseTo();
            if (command.interaction() != null) {
                RobotInteraction asked = transaction
                        .sql(InteractionSql.class)
                        .find(command.interaction())
                        .filter(found -> found.robot().equals(command.robot()))
                        .filter(found -> found.channel().equals(command.channel()))
                        .orElse(null);
                CommunityRefusal refusal = notHeld(transaction, asked, command.lease());
                if (asked == null || refusal != null) {
                    return refused(refusal == null ? CommunityRefusal.NO_SUCH_INTERACTION : refusal);
                }
                about = asked.message();
            }
            return begin(transaction, stamp, command, place, about);
        });
    }

    private @Nullable CommunityRefusal notHeld(
            WriteSession transaction, @Nullable RobotInteraction asked, @Nullable Long lease) throws SQLException {
        if (asked == null) {
            return CommunityRefusal.NO_SUCH_INTERACTION;
        }
        if (asked.status() != InteractionStatus.PROCESSING || streams.answers(transaction, asked.id())) {
            return CommunityRefusal.ILLEGAL_TRANSITION;
        }
        return lease != null && asked.isHeldBy(lease) ? null : CommunityRefusal.LEASE_LOST;
    }

    private Applied<StreamOutcome> begin(
            WriteSession transaction, Stamp stamp, BeginStream command, Place place, @Nullable MessageId about)
            throws SQLException {
        RobotMessages.Question question =
                about == null ? null : messages.question(transaction, place.actor(), place.channel(), about);
        if (about != null && question == null) {
            return refused(CommunityRefusal.NO_SUCH_MESSAGE);
        }
        int thread = question == null ? 0 : question.thread();
        CommunityRefusal closed = messages.closed(transaction, stamp, place.actor(), place.channel(), thread);
        if (closed != null) {
            return refused(closed);
        }
        if (question == null && place.channel().threadMode() == ThreadMode.REQUIRED) {
            return refused(CommunityRefusal.NOT_ALLOWED);
        }
        if (streams.isFull(transaction)) {
            return refused(CommunityRefusal.STREAM_LIMIT_REACHED);
        }
        RobotMessages.Draft draft =
                new RobotMessages.Draft(command.robot(), about, thread, "", command.visibleToGuests());
        DeliveryStatus status = command.inBatches() ? DeliveryStatus.BATCH_DELAY : DeliveryStatus.STREAMING;
        RobotMessages.Written written = messages.begin(
                transaction, stamp, place.actor(), place.channel(), draft, status, command.interaction());
        hold(transaction, stamp, command.interaction());
        byte[] encoded = streams.encoded(transaction, place.channel(), written.id());
        return Applied.<StreamOutcome>changed(
                        new StreamOutcome.Streamed(written.id(), 0, encoded),
                        place.channel().num(),
                        written.id().value())
                .then(written.afterCommit());
    }

    /// Whoever writes holds the question.
    private static void hold(WriteSession transaction, Stamp stamp, @Nullable RobotInteractionId interaction) {
        if (interaction != null) {
            transaction.sql(InteractionSql.class).hold(interaction, stamp.timeMillis() + OpenStream.SILENCE.toMillis());
        }
    }

    /// What to do with a message that is being written.
    @FunctionalInterface
    private interface OpenStep {
        Applied<StreamOutcome> apply(Place place, OpenStream stream) throws SQLException;
    }

    private Applied<StreamOutcome> find(
            WriteSession transaction,
            Stamp stamp,
            UserId user,
            ChannelId channelId,
            MessageId id,
            @Nullable DeliveryStatus wanted,
            OpenStep step)
            throws SQLException {
        return enter(transaction, stamp, user, channelId, place -> {
            boolean hidden = id.value() < place.channel().historyFrom(place.actor());
            DeliveryStatus status = hidden ? null : streams.status(transaction, place.channel(), id);
            if (status == null) {
                return refused(CommunityRefusal.NO_SUCH_MESSAGE);
            }
            RobotId robot = streams.robot(transaction, place.channel(), id);
            if (robot == null) {
                return refused(CommunityRefusal.STREAM_ENDED);
            }
            CommunityRefusal notServed = notServed(transaction, stamp, robot, place.actor());
            if (notServed != null) {
                return refused(notServed);
            }
            OpenStream stream = streams.find(transaction, place.channel(), id);
            if (stream == null || stream.isSilentAt(stamp.timeMillis())) {
                return stream == null && status == wanted
                        ? Applied.unchanged(
                                new StreamOutcome.Streamed(id, 0, streams.encoded(transaction, place.channel(), id)))
                        : refused(CommunityRefusal.STREAM_ENDED);
            }
            return place.channel().isArchived()
                    ? refused(CommunityRefusal.CHANNEL_ARCHIVED)
                    : step.apply(place, stream);
        });
    }

    public Applied<StreamOutcome> append(WriteSession transaction, Stamp stamp, AppendToStream command)
            throws SQLException {
        return find(
                transaction,
                stamp,
                command.actor(),
                command.channel(),
                command.message(),
                null,
                (place, stream) -> append(transaction, stamp, command, place, stream));
    }

    private Applied<StreamOutcome> append(
            WriteSession transaction, Stamp stamp, AppendToStream command, Place place, OpenStream stream)
            throws SQLException {
        boolean again = stream.sequence() > 0
                && command.sequence() == stream.sequence()
                && command.content().equals(stream.last());
        if (again) {
            byte[] same = streams.encoded(transaction, place.channel(), stream.message());
            return Applied.unchanged(new StreamOutcome.Streamed(stream.message(), stream.sequence(), same));
        }
        int expected = stream.sequence() + 1;
        if (command.sequence() != expected) {
            return Applied.unchanged(new StreamOutcome.OutOfOrder(expected));
        }
        String text = stream.text() + command.content();
        if (text.length() > MessageText.LENGTH_LIMIT) {
            return refused(CommunityRefusal.STREAM_TOO_LONG);
        }
        if (streams.isBlocked(transaction, stamp, place.actor(), place.channel(), text)) {
            return refused(CommunityRefusal.BLOCKED_BY_RULE);
        }
        MessageStreams.Written written = streams.append(transaction, stamp, place.channel(), stream, command.content());
        hold(transaction, stamp, stream.interaction());
        return done(place, stream, expected, written);
    }

    private static Applied<StreamOutcome> done(
            Place place, OpenStream stream, int sequence, MessageStreams.Written written) {
        return Applied.<StreamOutcome>changed(
                        new StreamOutcome.Streamed(stream.message(), sequence, written.encoded()),
                        place.channel().num(),
                        stream.message().value())
                .then(written.afterCommit());
    }

    public Applied<StreamOutcome> finish(WriteSession transaction, Stamp stamp, FinishStream command)
            throws SQLException {
        DeliveryStatus wanted = command.delivered() ? DeliveryStatus.DELIVERED : DeliveryStatus.FAILED;
        return find(
                transaction,
                stamp,
                command.actor(),
                command.channel(),
                command.message(),
                wanted,
                (place, stream) -> finish(transaction, stamp, command, place, stream));
    }

    private Applied<StreamOutcome> finish(
            WriteSession transaction, Stamp stamp, FinishStream command, Place place, OpenStream stream)
            throws SQLException {
        if (!command.delivered()) {
            MessageStreams.Written failed = streams.fail(transaction, place.channel(), stream);
            answered(transaction, stamp, place, stream);
            return done(place, stream, stream.sequence(), failed);
        }
        boolean blank = !stream.text().isEmpty() && stream.text().isBlank(); // erased pieces are empty when replayed
        if (stream.sequence() == 0 || blank) {
            return refused(CommunityRefusal.STREAM_EMPTY);
        }
        MessageStreams.Ended ended = streams.deliver(
                transaction,
                stamp,
                place.actor(),
                place.channel(),
                stream,
                command.flag(),
                Boolean.TRUE.equals(command.blocked()));
        answered(transaction, stamp, place, stream);
        return done(place, stream, stream.sequence(), ended.written())
                .recordedAs(command.decided(ended.flag(), ended.blocked()));
    }

    /// What becomes of the question, if it still waits for this.
    private void answered(WriteSession transaction, Stamp stamp, Place place, OpenStream stream) throws SQLException {
        if (stream.interaction() == null) {
            return;
        }
        InteractionSql interactions = transaction.sql(InteractionSql.class);
        boolean waits = interactions
                .find(stream.interaction())
                .filter(asked -> asked.status() == InteractionStatus.PROCESSING)
                .isPresent();
        if (!waits) {
            return;
        }
        if (streams.status(transaction, place.channel(), stream.message()) == DeliveryStatus.DELIVERED) {
            interactions.complete(stream.interaction(), null, stream.message(), stamp.timeMillis());
        } else {
            interactions.fail(stream.interaction(), "The robot stopped.", stamp.timeMillis());
        }
    }

    public Applied<FailSilentStreams.Failed> failSilent(
            WriteSession transaction, Stamp stamp, FailSilentStreams command) throws SQLException {
        List<Runnable> afterwards = streams.failSilent(transaction, stamp, command.limit());
        FailSilentStreams.Failed result = new FailSilentStreams.Failed(afterwards.size());
        return afterwards.isEmpty()
                ? Applied.unchanged(result)
                : Applied.changed(result, 0, 0).then(() -> afterwards.forEach(Runnable::run));
    }
}
