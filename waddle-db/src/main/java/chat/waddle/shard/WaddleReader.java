package chat.waddle.shard;

import chat.waddle.attachment.Attachments;
import chat.waddle.automod.AutomodRule;
import chat.waddle.automod.AutomodRules;
import chat.waddle.channel.Categories;
import chat.waddle.channel.ChannelList;
import chat.waddle.channel.OverwriteList;
import chat.waddle.community.AuditLog;
import chat.waddle.community.Members;
import chat.waddle.community.Roles;
import chat.waddle.desk.Escalations;
import chat.waddle.desk.SupportRooms;
import chat.waddle.erasure.ErasedMembers;
import chat.waddle.erasure.OwnData;
import chat.waddle.ids.ThreadId;
import chat.waddle.ids.UserId;
import chat.waddle.message.AuthorMessages;
import chat.waddle.message.History;
import chat.waddle.message.MessageEdit;
import chat.waddle.message.MessageEdits;
import chat.waddle.message.MessageRows;
import chat.waddle.message.Pins;
import chat.waddle.message.Reactions;
import chat.waddle.message.UnreadCounts;
import chat.waddle.participant.Conversations;
import chat.waddle.participant.Participants;
import chat.waddle.report.Reports;
import chat.waddle.robot.Robots;
import chat.waddle.search.MessageSearch;
import chat.waddle.search.SearchTail;
import chat.waddle.sqlite.ReadSession;
import chat.waddle.thread.Threads;
import chat.waddle.voice.VoiceSessions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What may be read of a waddle; valid only inside the callback that got it.
public final class WaddleReader {
    private final ReadSession session;
    private final ChannelList channels;
    private final MessageRows rows;
    private final SearchTail tail;
    private final long filedTo;

    WaddleReader(ReadSession session, ChannelList channels, MessageRows rows, SearchTail tail, long filedTo) {
        this.session = session;
        this.channels = channels;
        this.rows = rows;
        this.tail = tail;
        this.filedTo = filedTo;
    }

    public ChannelList channels() {
        return channels;
    }

    public History history() {
        return new History(session, rows, filedTo);
    }

    /// What a message said before each of its edits, oldest first.
    public List<MessageEdit> edits(long message) {
        return new MessageEdits(session).of(message);
    }

    /// What single members have written.
    public AuthorMessages authorMessages() {
        return new AuthorMessages(session);
    }

    public Pins pins() {
        return new Pins(session);
    }

    public UnreadCounts unread() {
        return new UnreadCounts(session);
    }

    public Reactions reactions() {
        return new Reactions(session);
    }

    /// The small numbers of those accounts that have written here.
    public List<Integer> memberNumbers(List<UserId> users) throws SQLException {
        var select = session.kept("SELECT num FROM members WHERE user_id = ?");
        List<Integer> numbers = new ArrayList<>();
        for (UserId user : users) {
            select.setLong(1, user.value());
            try (var row = select.executeQuery()) {
                if (row.next()) {
                    numbers.add(row.getInt(1));
                }
            }
        }
        return numbers;
    }

    /// The small number of a thread, or 0 for none.
    public int threadNumber(ThreadId thread) throws SQLException {
        var select = session.kept("SELECT num FROM threads WHERE id = ? AND deleted_at_ms IS NULL");
        select.setLong(1, thread.value());
        try (var row = select.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /// Uploaded files.
    public Attachments attachments() {
        return new Attachments(session);
    }

    public MessageSearch search() {
        return new MessageSearch(session, rows, tail);
    }

    /// Members, bans and counts.
    public Members members() {
        return new Members(session);
    }

    public Roles roles() {
        return new Roles(session);
    }

    public AuditLog auditLog() {
        return new AuditLog(session);
    }

    public Categories categories() {
        return new Categories(session);
    }

    public OverwriteList overwrites() {
        return new OverwriteList(session);
    }

    /// The conversations that somebody takes part in.
    public Conversations conversations() {
        return new Conversations(session);
    }

    /// Who takes part in rooms.
    public Participants participants() {
        return new Participants(session);
    }

    /// What is one account's own.
    public OwnData ownData() {
        return new OwnData(session);
    }

    public ErasedMembers erasedMembers() {
        return new ErasedMembers(session);
    }

    public VoiceSessions voiceSessions() {
        return new VoiceSessions(session);
    }

    public Reports reports() {
        return new Reports(session);
    }

    /// The automatic moderation rules, oldest first.
    public List<AutomodRule> automodRules() {
        return AutomodRules.load(session).all();
    }

    /// The rooms of the support desk.
    public SupportRooms supportRooms() {
        return new SupportRooms(session);
    }

    /// The queue of escalations.
    public Escalations escalations() {
        return new Escalations(session);
    }

    /// Robots and what they were asked.
    public Robots robots() {
        return new Robots(session);
    }

    public Threads threads() {
        return new Threads(session);
    }
}
