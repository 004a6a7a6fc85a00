-- The different emoji of a message in the order they were first used, and by how many members.
CREATE TABLE reaction_counts (
    message_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL CHECK (ordinal > 0),
    emoji TEXT NOT NULL CHECK (length(emoji) BETWEEN 1 AND 64),
    members INTEGER NOT NULL CHECK (members > 0),
    PRIMARY KEY (message_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX reactions_by_emoji ON reactions (message_id, emoji, member);

CREATE TABLE pins (
    channel INTEGER NOT NULL REFERENCES channels (num),
    message_id INTEGER NOT NULL,
    pinned_by INTEGER NOT NULL REFERENCES members (num),
    pinned_at_ms INTEGER NOT NULL,
    PRIMARY KEY (channel, message_id)
) STRICT, WITHOUT ROWID;

-- Up to which message a member has read a channel.
CREATE TABLE read_states (
    member INTEGER NOT NULL REFERENCES members (num),
    channel INTEGER NOT NULL REFERENCES channels (num),
    last_read_id INTEGER NOT NULL,
    PRIMARY KEY (member, channel)
) STRICT, WITHOUT ROWID;

-- Whom a message names: kind 0 everyone (target 0), 1 a role by its id, 2 an account by its id. Hidden while the
-- message is deleted; author is that of the message, whom nothing of their own calls.
CREATE TABLE mentions (
    kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
    target INTEGER NOT NULL,
    channel INTEGER NOT NULL REFERENCES channels (num),
    message_id INTEGER NOT NULL,
    author INTEGER NOT NULL REFERENCES members (num),
    is_hidden INTEGER NOT NULL DEFAULT 0 CHECK (is_hidden IN (0, 1)),
    PRIMARY KEY (kind, target, channel, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_by_message ON mentions (message_id);

-- When a member posted last in a channel with slow mode.
CREATE TABLE slow_mode_posts (
    channel INTEGER NOT NULL REFERENCES channels (num),
    member INTEGER NOT NULL REFERENCES members (num),
    posted_at_ms INTEGER NOT NULL,
    PRIMARY KEY (channel, member)
) STRICT, WITHOUT ROWID;
