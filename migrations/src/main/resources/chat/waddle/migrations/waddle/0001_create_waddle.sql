-- One community. Times are milliseconds since 1970 (UTC); an id is its own time of creation.
-- num columns are small numbers for use inside this file; id columns are public.

CREATE TABLE shard_meta (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    file_id TEXT NOT NULL,
    owner_id INTEGER NOT NULL,
    epoch INTEGER NOT NULL DEFAULT 1,
    applied_term INTEGER NOT NULL DEFAULT 1,
    schema_fingerprint TEXT NOT NULL DEFAULT '',
    created_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    type INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    entity INTEGER NOT NULL,
    request_id INTEGER NOT NULL
) STRICT;

CREATE TABLE commits (
    last_seq INTEGER PRIMARY KEY,
    first_seq INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    term INTEGER NOT NULL,
    last_id INTEGER NOT NULL,
    item_count INTEGER NOT NULL,
    body BLOB
) STRICT;

CREATE TABLE waddle_settings (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    owner INTEGER NOT NULL REFERENCES members (num),
    undo_window_seconds INTEGER NOT NULL DEFAULT 2592000 CHECK (undo_window_seconds BETWEEN 0 AND 31536000),
    members_seq INTEGER NOT NULL DEFAULT 0,
    member_count INTEGER NOT NULL DEFAULT 0 CHECK (member_count >= 0),
    settings TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(settings))
) STRICT;

CREATE TABLE members (
    num INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'left', 'removed', 'banned', 'imported')),
    nickname TEXT CHECK (length(nickname) BETWEEN 1 AND 100),
    notification_level TEXT NOT NULL DEFAULT 'all' CHECK (notification_level IN ('all', 'mentions', 'none')),
    timeout_until_ms INTEGER,
    joined_at_ms INTEGER NOT NULL,
    left_at_ms INTEGER
) STRICT;
CREATE UNIQUE INDEX members_by_user ON members (user_id);
CREATE INDEX members_by_state ON members (state, num);

CREATE TABLE member_stays (
    member INTEGER NOT NULL REFERENCES members (num),
    joined_at_ms INTEGER NOT NULL,
    left_at_ms INTEGER,
    ended_by TEXT CHECK (ended_by IN ('left', 'removed', 'banned')),
    PRIMARY KEY (member, joined_at_ms)
) STRICT, WITHOUT ROWID;

CREATE TABLE roles (
    num INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    color TEXT CHECK (color GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    permissions INTEGER NOT NULL CHECK (permissions >= 0),
    position INTEGER NOT NULL DEFAULT 0,
    is_mentionable INTEGER NOT NULL DEFAULT 1 CHECK (is_mentionable IN (0, 1)),
    preset TEXT CHECK (preset IN ('owner', 'admin', 'moderator', 'member'))
) STRICT;
CREATE UNIQUE INDEX roles_by_id ON roles (id);
CREATE UNIQUE INDEX roles_by_preset ON roles (preset) WHERE preset IS NOT NULL;
CREATE INDEX roles_by_position ON roles (position, num);

CREATE TABLE member_roles (
    member INTEGER NOT NULL REFERENCES members (num),
    role INTEGER NOT NULL REFERENCES roles (num),
    granted_by INTEGER NOT NULL,
    granted_at_ms INTEGER NOT NULL,
    PRIMARY KEY (member, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_roles_by_role ON member_roles (role, member);

CREATE TABLE bans (
    user_id INTEGER PRIMARY KEY,
    reason TEXT CHECK (length(reason) <= 512),
    banned_by INTEGER NOT NULL,
    banned_at_ms INTEGER NOT NULL,
    expires_at_ms INTEGER
) STRICT;

CREATE TABLE categories (
    num INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    position INTEGER NOT NULL DEFAULT 0,
    collapsed_by_default INTEGER NOT NULL DEFAULT 0 CHECK (collapsed_by_default IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX categories_by_id ON categories (id);

CREATE TABLE channels (
    num INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
    name_key TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('text', 'voice', 'announcement', 'thread')),
    description TEXT CHECK (length(description) <= 1024),
    position INTEGER NOT NULL DEFAULT 0,
    category INTEGER REFERENCES categories (num),
    is_private INTEGER NOT NULL DEFAULT 0 CHECK (is_private IN (0, 1)),
    is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1)),
    thread_mode TEXT NOT NULL DEFAULT 'optional' CHECK (thread_mode IN ('required', 'optional', 'disabled')),
    slow_mode_seconds INTEGER NOT NULL DEFAULT 0 CHECK (slow_mode_seconds BETWEEN 0 AND 21600),
    auto_archive_hours INTEGER NOT NULL DEFAULT 168 CHECK (auto_archive_hours BETWEEN 1 AND 8760),
    created_by INTEGER NOT NULL REFERENCES members (num),
    deleted_at_ms INTEGER
) STRICT;
CREATE UNIQUE INDEX channels_by_id ON channels (id);
CREATE UNIQUE INDEX channels_by_name ON channels (name_key) WHERE deleted_at_ms IS NULL;
CREATE INDEX channels_by_category ON channels (category, position);

CREATE TABLE threads (
    num INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    channel INTEGER NOT NULL REFERENCES channels (num),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
    created_by INTEGER NOT NULL REFERENCES members (num),
    message_count INTEGER NOT NULL DEFAULT 0 CHECK (message_count >= 0),
    last_message_id INTEGER NOT NULL,
    is_locked INTEGER NOT NULL DEFAULT 0 CHECK (is_locked IN (0, 1)),
    is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1)),
    resolved_at_ms INTEGER,
    deleted_at_ms INTEGER
) STRICT;
CREATE UNIQUE INDEX threads_by_id ON threads (id);
CREATE INDEX threads_by_activity ON threads (channel, last_message_id DESC, id DESC) WHERE deleted_at_ms IS NULL;

-- Clustered by channel: a page of history is one run of pages. id is unique and orders everything.
-- No triggers, ever: one would make FTS5 flush at every row.
CREATE TABLE messages (
    channel INTEGER NOT NULL REFERENCES channels (num),
    id INTEGER NOT NULL,
    author INTEGER NOT NULL REFERENCES members (num),
    flags INTEGER NOT NULL DEFAULT 0,
    content TEXT NOT NULL,
    content_type INTEGER NOT NULL DEFAULT 0 CHECK (content_type BETWEEN 0 AND 5), -- text image file system robot graph
    thread INTEGER REFERENCES threads (num),
    reply_to INTEGER,
    edit_count INTEGER NOT NULL DEFAULT 0 CHECK (edit_count >= 0),
    edited_at_ms INTEGER,
    deleted_at_ms INTEGER,
    deleted_by INTEGER,
    metadata TEXT CHECK (json_valid(metadata)),
    delivery_status INTEGER NOT NULL DEFAULT 2 CHECK (delivery_status BETWEEN 0 AND 3), -- streaming batch-delay delivered failed
    robot_id TEXT,
    robot_response_to INTEGER,
    PRIMARY KEY (channel, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX messages_by_id ON messages (id);
CREATE INDEX messages_by_author ON messages (author, id);
CREATE INDEX messages_by_thread ON messages (thread, id) WHERE thread IS NOT NULL;
CREATE INDEX messages_deleted ON messages (deleted_at_ms) WHERE deleted_at_ms IS NOT NULL;

-- The newest messages, in the order they came. A moment later the writer files them all: into messages and into the
-- index. Same columns in the same order. Filed when the file is closed; who reads a copy of an open file looks into both.
CREATE TABLE arrivals (
    channel INTEGER NOT NULL REFERENCES channels (num),
    id INTEGER PRIMARY KEY,
    author INTEGER NOT NULL REFERENCES members (num),
    flags INTEGER NOT NULL DEFAULT 0,
    content TEXT NOT NULL,
    content_type INTEGER NOT NULL DEFAULT 0 CHECK (content_type BETWEEN 0 AND 5),
    thread INTEGER REFERENCES threads (num),
    reply_to INTEGER,
    edit_count INTEGER NOT NULL DEFAULT 0 CHECK (edit_count >= 0),
    edited_at_ms INTEGER,
    deleted_at_ms INTEGER,
    deleted_by INTEGER,
    metadata TEXT CHECK (json_valid(metadata)),
    delivery_status INTEGER NOT NULL DEFAULT 2 CHECK (delivery_status BETWEEN 0 AND 3),
    robot_id TEXT,
    robot_response_to INTEGER
) STRICT;

CREATE TABLE message_edits (
    message_id INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    content TEXT NOT NULL,
    edited_at_ms INTEGER NOT NULL,
    edited_by INTEGER NOT NULL,
    PRIMARY KEY (message_id, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE reactions (
    message_id INTEGER NOT NULL,
    member INTEGER NOT NULL REFERENCES members (num),
    emoji TEXT NOT NULL CHECK (length(emoji) BETWEEN 1 AND 64),
    reacted_at_ms INTEGER NOT NULL,
    PRIMARY KEY (message_id, member, emoji)
) STRICT, WITHOUT ROWID;

CREATE TABLE message_attachments (
    id INTEGER PRIMARY KEY,
    message_id INTEGER,
    owner INTEGER NOT NULL REFERENCES members (num),
    filename TEXT NOT NULL CHECK (length(filename) BETWEEN 1 AND 255),
    size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
    mime_type TEXT,
    object_key TEXT NOT NULL,
    thumbnail_key TEXT,
    preview_available INTEGER NOT NULL DEFAULT 0 CHECK (preview_available IN (0, 1)),
    deleted_at_ms INTEGER
) STRICT;
CREATE INDEX message_attachments_by_message ON message_attachments (message_id);
CREATE INDEX message_attachments_by_owner ON message_attachments (owner, id);

CREATE TABLE voice_sessions (
    num INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    channel INTEGER NOT NULL REFERENCES channels (num),
    rtk_session_id TEXT,
    ended_at_ms INTEGER,
    max_participants INTEGER NOT NULL DEFAULT 0 CHECK (max_participants >= 0),
    recording_url TEXT
) STRICT;
CREATE UNIQUE INDEX voice_sessions_by_id ON voice_sessions (id);
CREATE INDEX voice_sessions_by_channel ON voice_sessions (channel, id DESC);

-- A client's own id of a message, hashed, for 30 days: a retried create finds its first result.
CREATE TABLE client_message_ids (
    author INTEGER NOT NULL,
    hash BLOB NOT NULL,
    message_id INTEGER NOT NULL,
    PRIMARY KEY (author, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX client_message_ids_by_age ON client_message_ids (message_id);

-- How far each imported source has come; a chunk that is behind it was imported before.
CREATE TABLE import_sources (
    source TEXT PRIMARY KEY,
    next_ordinal INTEGER NOT NULL,
    finished INTEGER NOT NULL DEFAULT 0 CHECK (finished IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE import_messages (
    source TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    PRIMARY KEY (source, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_log (
    id INTEGER PRIMARY KEY,
    actor INTEGER NOT NULL,
    action TEXT NOT NULL,
    resource_type TEXT NOT NULL,
    resource_id INTEGER NOT NULL,
    reason TEXT CHECK (length(reason) <= 512),
    changes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(changes))
) STRICT;
CREATE INDEX audit_log_by_actor ON audit_log (actor, id);
CREATE INDEX audit_log_by_action ON audit_log (action, id);

-- Messages up to the id filed_to stand in messages and in the index, newer ones in arrivals.
CREATE TABLE search_state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    filed_to INTEGER NOT NULL,
    unmerged_rows INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A row number is a message's id with its channel's number in the low 12 bits. The texts are those of messages, prepared
-- by the server; so FTS5 could not read them there.
CREATE VIRTUAL TABLE messages_fts USING fts5 (
    content,
    content = '',
    columnsize = 0,
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
INSERT INTO messages_fts (messages_fts, rank) VALUES ('secure-delete', 1);
-- The server merges segments itself, a little after each batch and to the end when a file is idle.
INSERT INTO messages_fts (messages_fts, rank) VALUES ('automerge', 0);
INSERT INTO messages_fts (messages_fts, rank) VALUES ('crisismerge', 256);
