package chat.waddle.message;

import chat.waddle.attachment.Attachment;
import chat.waddle.attachment.AttachmentRows;
import chat.waddle.automod.AutomodRule;
import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelType;
import chat.waddle.channel.ThreadMode;
import chat.waddle.community.Access;
import chat.waddle.community.Permission;
import chat.waddle.ids.AttachmentId;
import chat.waddle.ids.MessageId;
import chat.waddle.report.ReportApplier;
import chat.waddle.search.SearchText;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks and writes a new message; the hottest path of the system.
public final class PostMessageApplier {
    private static final String INSERT = "INSERT INTO arrivals"
            + " (channel, id, author, flags, content, content_type, thread, reply_to, metadata)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String THREAD =
            "SELECT num, channel, is_locked FROM threads WHERE id = ? AND deleted_at_ms IS NULL";
    static final String TOUCH_THREAD = "UPDATE threads SET message_count = message_count + 1,"
            + " last_message_id = max(last_message_id, ?), is_archived = 0 WHERE num = ?";
    private static final String FOLLOW_THREAD = "INSERT OR IGNORE INTO thread_followers (member, thread) VALUES (?, ?)";
    private static final MessageSql REPLY_TARGET =
            MessageSql.of(table -> "SELECT 1 FROM " + table + " WHERE channel = ? AND id = ? AND (flags & 2) = 0");
    private final MessageContext context;
    private final AutomodGate automod;
    private final MessageRow row = new MessageRow();
    private final ByteSink sink = new ByteSink(1024);

    public PostMessageApplier(MessageContext context) {
        this.context = context;
        this.automod = new AutomodGate(context);
    }

    /// A thread as far as posting needs it.
    private record Target(int num, boolean locked) {}

    public Applied<PostMessage.Outcome> apply(WriteSession transaction, Stamp stamp, PostMessage command)
            throws SQLException {
        Access author = context.view().access(transaction, command.author());
        if (author == null) {
            return refused(MessageRefusal.NOT_A_MEMBER);
        }
        Channel channel = context.view().channels(transaction).byId(command.channel());
        if (channel == null || !channel.visibleTo(author, stamp.timeMillis())) {
            return refused(MessageRefusal.NO_SUCH_CHANNEL);
        }
        byte @Nullable [] clientId = null;
        if (command.clientMessageId() != null) {
            clientId = ClientMessageIds.hash(channel.id(), command.clientMessageId());
            long earlier = ClientMessageIds.find(transaction, author.member(), clientId);
            if (earlier != ClientMessageIds.NONE) {
                return Applied.unchanged(new PostMessage.AlreadyPosted(new MessageId(earlier)));
            }
        }
        MessageRefusal refusal = refusal(author, channel, command, stamp.timeMillis());
        if (refusal != null) {
            return refused(refusal);
        }
        Target thread = null;
        if (command.thread() != null) {
            thread = thread(transaction, channel, command.thread().value());
            if (thread == null) {
                return refused(MessageRefusal.NO_SUCH_THREAD);
            }
            if (thread.locked() && !channel.permits(author, Permission.MANAGE_THREADS, stamp.timeMillis())) {
                return refused(MessageRefusal.THREAD_LOCKED);
            }
        }
        if (command.replyTo() != null && !exists(transaction, author, channel, command.replyTo())) {
            return refused(MessageRefusal.NO_SUCH_REPLY_TARGET);
        }
        List<Attachment> attachments = attachments(transaction, author, command);
        if (attachments == null) {
            return refused(MessageRefusal.NO_SUCH_ATTACHMENT);
        }
        long wait = SlowMode.waitMillis(transaction, author, channel, stamp.timeMillis());
        if (wait > 0) {
            return Applied.unchanged(new PostMessage.SlowedDown(wait));
        }
        AutomodRule broken = command.flag() != null
                ? null
                : automod.brokenBy(transaction, stamp, author, channel, command.content());
        if (broken != null && AutomodGate.refuses(broken)) {
            PostMessage.Outcome blocked = new PostMessage.Refused(MessageRefusal.BLOCKED_BY_RULE);
            return automod.refused(transaction, stamp, author, broken, blocked);
        }
        Applied<PostMessage.Outcome> posted =
                write(transaction, stamp, command, author, channel, thread, clientId, attachments);
        String flag = AutomodGate.flagOf(command.flag(), broken);
        if (flag == null || !(posted.result() instanceof PostMessage.Posted message)) {
            return posted;
        }
        ReportApplier.flag(
                transaction, stamp, channel, author.member(), message.id().value(), flag);
        return posted.recordedAs(command.flagged(flag));
    }

    private static Applied<PostMessage.Outcome> refused(MessageRefusal why) {
        return Applied.unchanged(new PostMessage.Refused(why));
    }

    private static @Nullable MessageRefusal refusal(Access author, Channel channel, PostMessage command, long now) {
        if (author.inTimeout(now)) {
            return MessageRefusal.IN_TIMEOUT;
        }
        Permission needed = command.thread() == null ? Permission.SEND_MESSAGES : Permission.SEND_IN_THREADS;
        if (!channel.permits(author, needed, now)) {
            return MessageRefusal.NOT_ALLOWED;
        }
        if (command.metadata() != null && !channel.permits(author, Permission.EMBED_METADATA, now)) {
            return MessageRefusal.NOT_ALLOWED;
        }
        if (command.attachments() != null && !channel.permits(author, Permission.ATTACH_FILES, now)) {
            return MessageRefusal.NOT_ALLOWED;
        }
        if (channel.isArchived()) {
            return MessageRefusal.CHANNEL_ARCHIVED;
        }
        if (channel.type() == ChannelType.VOICE) {
            return MessageRefusal.NOT_A_TEXT_CHANNEL;
        }
        if (channel.type() == ChannelType.ANNOUNCEMENT
                && !channel.permits(author, Permission.POST_ANNOUNCEMENTS, now)) {
            return MessageRefusal.NOT_ALLOWED;
        }
        if (channel.threadMode() == ThreadMode.REQUIRED && command.thread() == null) {
            return MessageRefusal.THREAD_REQUIRED;
        }
        if (channel.threadMode() == ThreadMode.DISABLED && command.thread() != null) {
            return MessageRefusal.THREADS_DISABLED;
        }
        return null;
    }

    private static @Nullable Target thread(WriteSession transaction, Channel channel, long id) throws SQLException {
        var select = transaction.kept(THREAD);
        select.setLong(1, id);
        try (var found = select.executeQuery()) {
            boolean here = found.next() && found.getInt(2) == channel.num();
            return here ? new Target(found.getInt(1), found.getInt(3) != 0) : null;
        }
    }

    private boolean exists(WriteSession transaction, Access author, Channel channel, MessageId id) throws SQLException {
        if (id.value() < channel.historyFrom(author)) {
            return false;
        }
        var select = transaction.kept(REPLY_TARGET.in(context.index().isFiled(id.value())));
        select.setInt(1, channel.num());
        select.setLong(2, id.value());
        try (var found = select.executeQuery()) {
            return found.next();
        }
    }

    /// @return null where one of them cannot be attached
    private static @Nullable List<Attachment> attachments(WriteSession transaction, Access author, PostMessage command)
            throws SQLException {
        if (command.attachments() == null) {
            return List.of();
        }
        List<Attachment> attachments = new ArrayList<>();
        for (AttachmentId id : command.attachments()) {
            Attachment attachment = AttachmentRows.attachable(transaction, id.value(), author.member());
            if (attachment == null || attachments.contains(attachment)) {
                return null;
            }
            attachments.add(attachment);
        }
        return attachments;
    }

    private Applied<PostMessage.Outcome> write(
            WriteSession transaction,
            Stamp stamp,
            PostMessage command,
            Access author,
            Channel channel,
            @Nullable Target thread,
            byte @Nullable [] clientId,
            List<Attachment> attachments)
            throws SQLException {
        long id = stamp.newId();
        Mentions mentions = MentionRows.called(transaction, author, channel, command.content(), stamp.timeMillis());
        int flags = flags(command, mentions) | MessageFlag.ofAttachments(attachments);
        insert(transaction, command, author, channel, thread, id, flags);
        MentionRows.insert(transaction, mentions, channel.num(), id, author.member());
        for (int position = 0; position < attachments.size(); position++) {
            AttachmentRows.attach(transaction, attachments.get(position), id, position);
        }
        if (thread != null) {
            var touch = transaction.kept(TOUCH_THREAD);
            touch.setLong(1, id);
            touch.setInt(2, thread.num());
            touch.executeUpdate();
            var follow = transaction.kept(FOLLOW_THREAD);
            follow.setInt(1, author.member());
            follow.setInt(2, thread.num());
            follow.executeUpdate();
        }
        if (clientId != null) {
            ClientMessageIds.remember(transaction, author.member(), clientId, id);
        }
        SlowMode.posted(transaction, author, channel, stamp.timeMillis());
        context.counter().add(1);
        row.mentions = mentions;
        row.attachments = attachments;
        byte[] encoded = encode(command, channel, id, flags);
        String prepared = SearchText.prepare(command.content());
        return Applied.<PostMessage.Outcome>changed(
                        new PostMessage.Posted(new MessageId(id), encoded), channel.num(), id)
                .then(() -> {
                    context.recent().posted(channel.num(), id, encoded);
                    context.index().committed(channel.num(), id, prepared);
                });
    }

    /// What a text says of itself.
    static int flags(String content, Mentions mentions) {
        int flags = MessageText.hasLink(content) ? MessageFlag.HAS_LINK.mask() : 0;
        return mentions.isEmpty() ? flags : flags | MessageFlag.HAS_MENTION.mask();
    }

    private static int flags(PostMessage command, Mentions mentions) {
        int flags = flags(command.content(), mentions);
        return command.metadata() == null ? flags : flags | MessageFlag.HAS_METADATA.mask();
    }

    private static void insert(
            WriteSession transaction,
            PostMessage command,
            Access author,
            Channel channel,
            @Nullable Target thread,
            long id,
            int flags)
            throws SQLException {
        var insert = transaction.kept(INSERT);
        insert.setInt(1, channel.num());
        insert.setLong(2, id);
        insert.setInt(3, author.member());
        insert.setInt(4, flags);
        insert.setString(5, command.content());
        insert.setInt(6, command.type().number());
        if (thread == null) {
            insert.setNull(7, Types.INTEGER);
        } else {
            insert.setInt(7, thread.num());
        }
        if (command.replyTo() == null) {
            insert.setNull(8, Types.INTEGER);
        } else {
            insert.setLong(8, command.replyTo().value());
        }
        insert.setString(9, command.metadata());
        insert.executeUpdate();
    }

    private byte[] encode(PostMessage command, Channel channel, long id, int flags) {
        row.id = id;
        row.channelId = channel.id().value();
        row.authorId = command.author().value();
        row.flags = flags;
        row.content = command.content().getBytes(StandardCharsets.UTF_8);
        row.contentType = command.type().number();
        row.hasThread = command.thread() != null;
        row.threadId = command.thread() == null ? 0 : command.thread().value();
        row.hasReply = command.replyTo() != null;
        row.replyToId = command.replyTo() == null ? 0 : command.replyTo().value();
        row.metadata = command.metadata();
        sink.clear();
        context.encoder().encode(row, sink);
        return sink.copy();
    }
}
