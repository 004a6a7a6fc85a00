package chat.waddle.community;

import java.util.EnumSet;
import java.util.Set;

/// Everything a role can allow: one bit each, at most 62, so that a set fits a positive long.
///
/// Bits never change their meaning. On the wire a set is a decimal string, because JSON numbers lose bits past 2^53.
public enum Permission {
    ADMINISTRATOR(0, "chat:waddle:administer", "Everything, in every channel"),
    VIEW_CHANNELS(1, "chat:room:view", "See public channels"),
    VIEW_PRIVATE_CHANNELS(2, "chat:room:view-private", "See private channels without being added to them"),
    READ_HISTORY(3, "chat:message:read-history", "Read messages posted earlier"),
    SEND_MESSAGES(4, "chat:message:send", "Post messages"),
    SEND_IN_THREADS(5, "chat:message:send-in-threads", "Post messages in threads"),
    CREATE_THREADS(6, "chat:thread:create", "Start threads"),
    EMBED_METADATA(7, "chat:message:attach-metadata", "Attach structured metadata to messages"),
    ATTACH_FILES(8, "chat:file:upload", "Upload files"),
    ADD_REACTIONS(9, "chat:message:react", "Add reactions"),
    MENTION_EVERYONE(10, "chat:message:mention-everyone", "Mention everyone and all roles"),
    SEARCH(11, "chat:message:search", "Search messages"),
    CREATE_INVITES(12, "chat:invite:create", "Create invites"),
    CHANGE_NICKNAME(13, "chat:member:change-own-nickname", "Change one's own nickname"),
    CONNECT_VOICE(14, "chat:voice:connect", "Join voice sessions"),
    START_VOICE(15, "chat:voice:start", "Start and end voice sessions"),
    POST_ANNOUNCEMENTS(16, "chat:message:announce", "Post in announcement channels"),
    BYPASS_SLOW_MODE(17, "chat:message:bypass-slow-mode", "Post without waiting in slow mode"),
    PIN_MESSAGES(18, "chat:message:pin", "Pin and unpin messages"),
    MANAGE_MESSAGES(19, "chat:message:manage", "Delete and restore messages of others"),
    READ_EDIT_HISTORY(20, "chat:message:read-edits", "Read what edited messages said before"),
    MANAGE_THREADS(21, "chat:thread:manage", "Rename, lock, resolve and delete threads"),
    MANAGE_CHANNELS(22, "chat:room:manage", "Create, change and delete channels and categories"),
    MANAGE_ROLES(23, "chat:role:manage", "Create, change, grant and delete roles below one's own"),
    MANAGE_INVITES(24, "chat:invite:manage", "See and revoke invites of others"),
    MANAGE_NICKNAMES(25, "chat:member:manage-nicknames", "Change nicknames of others"),
    TIMEOUT_MEMBERS(26, "chat:member:timeout", "Silence members for a while"),
    KICK_MEMBERS(27, "chat:member:kick", "Remove members"),
    BAN_MEMBERS(28, "chat:member:ban", "Ban and unban members"),
    MANAGE_WADDLE(29, "chat:waddle:manage", "Change the waddle's name, description and settings"),
    VIEW_AUDIT_LOG(30, "chat:audit:view", "Read the audit log"),
    MANAGE_AUTOMOD(31, "chat:automod:manage", "Change the automatic moderation rules"),
    REVIEW_REPORTS(32, "chat:report:review", "Work on the report queue"),
    MANAGE_RETENTION(33, "chat:retention:manage", "Change retention and legal holds"),
    EXPORT_WADDLE(34, "chat:waddle:export", "Export the whole waddle"),
    MANAGE_FILES(35, "chat:file:manage", "Delete files of others"),
    USE_ROBOTS(36, "chat:robot:ask", "Ask robots"),
    MANAGE_ROBOTS(37, "chat:robot:manage", "Register and remove robots"),
    ANSWER_AS_ROBOT(38, "chat:robot:answer", "Answer as a robot"),
    CREATE_ROOMS(39, "chat:room:create-support", "Open support rooms"),
    MANAGE_ROOMS(40, "chat:room:manage-support", "Change, archive and close support rooms"),
    ESCALATE(41, "chat:escalation:create", "Escalate a support room"),
    VIEW_ESCALATIONS(42, "chat:escalation:view", "See the escalation queue"),
    ASSIGN_ESCALATIONS(43, "chat:escalation:assign", "Assign escalations"),
    RESOLVE_ESCALATIONS(44, "chat:escalation:resolve", "Start, resolve and cancel escalations"),
    SUPERVISE(45, "supervisor:chat:monitor", "Read support rooms without taking part; always audited"),
    SUPERVISE_TRANSCRIPTS(46, "supervisor:chat:transcript", "Read transcripts of all support rooms"),
    READ_EARLIER_HISTORY(47, "chat:message:read-before-joining", "Read messages posted before one's stay began");

    private static final Set<Permission> MEMBER = EnumSet.of(
            VIEW_CHANNELS,
            READ_HISTORY,
            READ_EARLIER_HISTORY,
            SEND_MESSAGES,
            SEND_IN_THREADS,
            CREATE_THREADS,
            EMBED_METADATA,
            ATTACH_FILES,
            ADD_REACTIONS,
            SEARCH,
            CREATE_INVITES,
            CHANGE_NICKNAME,
            CONNECT_VOICE,
            START_VOICE,
            USE_ROBOTS,
            CREATE_ROOMS);
    private static final Set<Permission> MODERATOR = EnumSet.of(
            VIEW_PRIVATE_CHANNELS,
            MENTION_EVERYONE,
            POST_ANNOUNCEMENTS,
            BYPASS_SLOW_MODE,
            PIN_MESSAGES,
            MANAGE_MESSAGES,
            READ_EDIT_HISTORY,
            MANAGE_THREADS,
            MANAGE_INVITES,
            MANAGE_NICKNAMES,
            TIMEOUT_MEMBERS,
            KICK_MEMBERS,
            BAN_MEMBERS,
            VIEW_AUDIT_LOG,
            REVIEW_REPORTS,
            MANAGE_FILES,
            MANAGE_ROOMS,
            ESCALATE,
            VIEW_ESCALATIONS);

    private static final Set<Permission> IN_CHANNELS = EnumSet.of(
            VIEW_CHANNELS,
            READ_HISTORY,
            READ_EARLIER_HISTORY,
            SEND_MESSAGES,
            SEND_IN_THREADS,
            CREATE_THREADS,
            EMBED_METADATA,
            ATTACH_FILES,
            ADD_REACTIONS,
            MENTION_EVERYONE,
            SEARCH,
            CONNECT_VOICE,
            START_VOICE,
            POST_ANNOUNCEMENTS,
            BYPASS_SLOW_MODE,
            PIN_MESSAGES,
            MANAGE_MESSAGES,
            READ_EDIT_HISTORY,
            MANAGE_THREADS,
            MANAGE_CHANNELS,
            MANAGE_FILES,
            USE_ROBOTS,
            ANSWER_AS_ROBOT);

    private final int bit;
    private final String key;
    private final String text;

    Permission(int bit, String key, String text) {
        this.bit = bit;
        this.key = key;
        this.text = text;
    }

    public int bit() {
        return bit;
    }

    public long mask() {
        return 1L << bit;
    }

    /// Its name as `domain:function:action`.
    public String key() {
        return key;
    }

    public String text() {
        return text;
    }

    public static long all() {
        return mask(EnumSet.allOf(Permission.class));
    }

    /// Those that a channel or category can give or take: what is done in channels.
    public static long inChannels() {
        return mask(IN_CHANNELS);
    }

    static long mask(Set<Permission> permissions) {
        return permissions.stream().mapToLong(Permission::mask).sum();
    }

    static long memberPreset() {
        return mask(MEMBER);
    }

    static long moderatorPreset() {
        return mask(MEMBER) | mask(MODERATOR);
    }
}
