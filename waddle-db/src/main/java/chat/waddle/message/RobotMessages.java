package chat.waddle.message;

import chat.waddle.automod.AutomodRule;
import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelType;
import chat.waddle.channel.ThreadMode;
import chat.waddle.community.Access;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.Permission;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.RobotId;
import chat.waddle.ids.RobotInteractionId;
import chat.waddle.report.ReportApplier;
import chat.waddle.search.SearchText;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes what robots say. Its author is the member who works for the robot. Owned by the writer.
public final class RobotMessages {
    private static final String INSERT = "INSERT INTO arrivals (channel, id, author, flags, content, content_type,"
            + " thread, delivery_status, robot_id, robot_response_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String LOCKED = "SELECT is_locked FROM threads WHERE num = ? AND deleted_at_ms IS NULL";

    private final MessageContext context;
    private final MessageChange change;
    private final AutomodGate automod;

    public RobotMessages(MessageContext context) {
        this.context = context;
        this.change = new MessageChange(context);
        this.automod = new AutomodGate(context);
    }

    /// A message that a robot is asked about.
    ///
    /// @param thread the small number of its thread, or 0
    public record Question(MessageId message, int thread) {}

    /// What a robot is to say.
    ///
    /// @param responseTo the message it answers, if any
    /// @param thread the small number of a thread, or 0
    public record Draft(
            RobotId robot, @Nullable MessageId responseTo, int thread, String content, boolean visibleToGuests) {
        /// An answer, in the thread of the question.
        public static Draft answer(RobotId robot, Question question, String content, boolean visibleToGuests) {
            return new Draft(robot, question.message(), question.thread(), content, visibleToGuests);
        }
    }

    /// A message in the open transaction.
    ///
    /// @param flag why moderators are asked to look at it, or null
    /// @param afterCommit what to do in memory after the commit
    public record Written(MessageId id, @Nullable String flag, Runnable afterCommit) {}

    /// A message that this member may read, or null.
    public @Nullable Question question(WriteSession transaction, Access reader, Channel channel, MessageId id)
            throws SQLException {
        if (id.value() < channel.historyFrom(reader)) {
            return null;
        }
        boolean filed = context.index().isFiled(id.value());
        StoredMessage message = StoredMessage.find(transaction, filed, channel, id);
        return message == null || message.isDeleted() ? null : new Question(id, message.thread());
    }

    /// Why nothing can be said there now, or null.
    ///
    /// @param thread the small number of a thread, or 0
    public @Nullable CommunityRefusal closed(
            WriteSession transaction, Stamp stamp, Access author, Channel channel, int thread) throws SQLException {
        if (channel.isArchived()) {
            return CommunityRefusal.CHANNEL_ARCHIVED;
        }
        if (channel.type() == ChannelType.VOICE) {
            return CommunityRefusal.NOT_A_TEXT_CHANNEL;
        }
        if (channel.type() == ChannelType.ANNOUNCEMENT
                && !channel.permits(author, Permission.POST_ANNOUNCEMENTS, stamp.timeMillis())) {
            return CommunityRefusal.NOT_ALLOWED;
        }
        if (thread == 0) {
            return null;
        }
        if (channel.threadMode() == ThreadMode.DISABLED) {
            return CommunityRefusal.THREADS_DISABLED;
        }
        var select = transaction.kept(LOCKED);
        select.setInt(1, thread);
        try (var row = select.executeQuery()) {
            if (!row.next()) {
                return CommunityRefusal.NO_SUCH_THREAD;
            }
            boolean shut =
                    row.getInt(1) != 0 && !channel.permits(author, Permission.MANAGE_THREADS, stamp.timeMillis());
            return shut ? CommunityRefusal.THREAD_LOCKED : null;
        }
    }

    /// Writes a message that is complete.
    ///
    /// @param recorded why moderators were asked to look at it, where a journal is applied again
    /// @return null where an automatic rule does not let it pass
    public @Nullable Written write(
            WriteSession transaction,
            Stamp stamp,
            Access author,
            Channel channel,
            Draft draft,
            @Nullable String recorded)
            throws SQLException {
        AutomodRule broken =
                recorded != null ? null : automod.brokenBy(transaction, stamp, author, channel, draft.content());
        if (AutomodGate.refuses(broken)) {
            return null;
        }
        long id = stamp.newId();
        Mentions mentions = MentionRows.called(transaction, author, channel, draft.content(), stamp.timeMillis());
        insert(transaction, author, channel, draft, id, flags(draft, mentions), DeliveryStatus.DELIVERED);
        MentionRows.insert(transaction, mentions, channel.num(), id, author.member());
        String flag = AutomodGate.flagOf(recorded, broken);
        if (flag != null) {
            ReportApplier.flag(transaction, stamp, channel, author.member(), id, flag);
        }
        byte[] encoded = encoded(transaction, channel, id);
        String prepared = SearchText.prepare(draft.content());
        return new Written(new MessageId(id), flag, () -> {
            shown(channel, draft, id, encoded);
            context.index().committed(channel.num(), id, prepared);
        });
    }

    /// Writes the beginning of a message, of which nothing is said yet.
    ///
    /// @param interaction the question it is to answer, if any
    public Written begin(
            WriteSession transaction,
            Stamp stamp,
            Access author,
            Channel channel,
            Draft draft,
            DeliveryStatus status,
            @Nullable RobotInteractionId interaction)
            throws SQLException {
        long id = stamp.newId();
        int flags = flags(draft, Mentions.NONE) | MessageFlag.STREAMING.mask();
        insert(transaction, author, channel, draft, id, flags, status);
        MessageStreams.begin(transaction, stamp, new MessageId(id), draft.robot(), interaction);
        byte[] encoded = encoded(transaction, channel, id);
        return new Written(new MessageId(id), null, () -> {
            shown(channel, draft, id, encoded);
            context.index().committedUnsearchable(id);
        });
    }

    private void shown(Channel channel, Draft draft, long id, byte[] encoded) {
        if (!draft.visibleToGuests()) {
            context.recent().hideFromGuests(channel.num());
        }
        context.recent().posted(channel.num(), id, encoded);
    }

    private static int flags(Draft draft, Mentions mentions) {
        int flags = MessageFlag.OF_ROBOT.mask() | PostMessageApplier.flags(draft.content(), mentions);
        return draft.visibleToGuests() ? flags : flags | MessageFlag.HIDDEN_FROM_GUESTS.mask();
    }

    private void insert(
            WriteSession transaction,
            Access author,
            Channel channel,
            Draft draft,
            long id,
            int flags,
            DeliveryStatus status)
            throws SQLException {
        var insert = transaction.kept(INSERT);
        insert.setInt(1, channel.num());
        insert.setLong(2, id);
        insert.setInt(3, author.member());
        insert.setInt(4, flags);
        insert.setString(5, draft.content());
        insert.setInt(6, ContentType.ROBOT.number());
        if (draft.thread() == 0) {
            insert.setNull(7, Types.INTEGER);
        } else {
            insert.setInt(7, draft.thread());
        }
        insert.setInt(8, status.number());
        insert.setString(9, draft.robot().toString());
        if (draft.responseTo() == null) {
            insert.setNull(10, Types.INTEGER);
        } else {
            insert.setLong(10, draft.responseTo().value());
        }
        insert.executeUpdate();
        if (draft.thread() != 0) {
            var touch = transaction.kept(PostMessageApplier.TOUCH_THREAD);
            touch.setLong(1, id);
            touch.setInt(2, draft.thread());
            touch.executeUpdate();
        }
        context.counter().add(1);
    }

    private byte[] encoded(WriteSession transaction, Channel channel, long id) throws SQLException {
        StoredMessage message = StoredMessage.find(transaction, false, channel, new MessageId(id));
        return change.encoded(transaction, Objects.requireNonNull(message));
    }
}
