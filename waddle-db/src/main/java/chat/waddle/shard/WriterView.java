package chat.waddle.shard;

import chat.waddle.automod.AutomodRules;
import chat.waddle.channel.ChannelList;
import chat.waddle.community.Access;
import chat.waddle.community.Accesses;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.Session;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What the writer knows of its file without asking: members' rights, channels and rules, the open transaction
/// included.
///
/// Whatever a command changes it must forget here; a rollback forgets everything. Owned by the writer.
public final class WriterView {
    private final Accesses accesses = new Accesses();
    private @Nullable ChannelList channels;
    private @Nullable AutomodRules automod;

    /// @return null for someone who is not an active member
    public @Nullable Access access(Session session, UserId user) throws SQLException {
        return accesses.load(session, user);
    }

    public ChannelList channels(Session session) throws SQLException {
        ChannelList known = channels;
        if (known == null) {
            known = ChannelList.load(session);
            channels = known;
        }
        return known;
    }

    /// Reads one room anew.
    ChannelList channelsWithRoom(Session session, int num) throws SQLException {
        ChannelList known = channels;
        ChannelList newest = known == null ? ChannelList.load(session) : known.withRoom(session, num);
        channels = newest;
        return newest;
    }

    public AutomodRules automod(Session session) {
        AutomodRules known = automod;
        if (known == null) {
            known = AutomodRules.load(session);
            automod = known;
        }
        return known;
    }

    public void forgetAutomod() {
        automod = null;
    }

    public void forgetAccess(UserId user) {
        accesses.forget(user);
    }

    public void forgetAccesses() {
        accesses.forgetAll();
    }

    public void forgetChannels() {
        channels = null;
    }

    void forgetAll() {
        forgetAccesses();
        forgetChannels();
        forgetAutomod();
    }
}
