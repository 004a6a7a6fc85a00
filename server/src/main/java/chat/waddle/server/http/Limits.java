package chat.waddle.server.http;

/// Every limit on what a client may send. Text limits count Unicode code points, sizes count bytes, lists items.
public enum Limits {
    NO_BODY(0, 0),
    JSON_BODY_BYTES(0, 65_536),
    LARGE_JSON_BODY_BYTES(0, 1_048_576),
    HEADER_BYTES(0, 16_384),
    JSON_DEPTH(0, 64),
    JSON_STRING_CHARS(0, 1_048_576),
    QUERY_PARAMETER(0, 4_096),
    PAGE_ITEMS(1, 100),
    EMAIL(3, 254),
    USERNAME(3, 50),
    DISPLAY_NAME(1, 100),
    PASSWORD(8, 100),
    /// What may be tried at signing in; a decomposed form of a password is longer than the one that is counted.
    PASSWORD_ATTEMPT(1, 400),
    TOKEN_NAME(1, 100),
    TOKEN_SCOPES(1, 3),
    SOUND_NAME(1, 50),
    WADDLE_NAME(3, 50),
    WADDLE_DISPLAY_NAME(1, 100),
    WADDLE_DESCRIPTION(0, 2_000),
    NICKNAME(1, 100),
    CHANNEL_NAME(1, 64),
    CATEGORY_NAME(1, 100),
    CHANNEL_TOPIC(0, 1_024),
    THREAD_TITLE(1, 100),
    ROLE_NAME(1, 100),
    MESSAGE_CONTENT(1, 4_000),
    CLIENT_MESSAGE_ID(1, 64),
    MESSAGE_METADATA_BYTES(0, 4_096),
    ATTACHMENTS_PER_MESSAGE(0, 10),
    ROBOT_JSON_BYTES(2, 16_384),
    LEASE_SECONDS(5, 900),
    STREAM_SEQUENCE(1, 100_000),
    STREAM_PIECE(1, 4_000),
    BULK_IDS(1, 100),
    REASON(0, 512),
    /// Ten years.
    BAN_SECONDS(1, 315_360_000),
    BAN_DELETE_SECONDS(0, 604_800),
    PRUNE_DAYS(1, 3_650),
    AUTOMOD_WORDS(0, 200),
    AUDIT_ACTION(1, 100),
    SEARCH_QUERY(0, 512),
    CONVERSATION_PARTICIPANTS(1, 100),
    CONVERSATION_TITLE(1, 100),
    INVITE_USES(1, 100_000),
    STATUS_TEXT(0, 128),
    EMOJI(1, 64);

    private final long min;
    private final long max;

    Limits(long min, long max) {
        this.min = min;
        this.max = max;
    }

    public long min() {
        return min;
    }

    public long max() {
        return max;
    }

    /// Whether a size lies within the limit, both ends included.
    public boolean allows(long size) {
        return size >= min && size <= max;
    }
}
