-- Channels in which the participants decide who may do what: conversations, and rooms of the support desk.
-- The pair is of public ids, the smaller one first: of two people there is one conversation.
CREATE TABLE rooms (
    channel INTEGER PRIMARY KEY REFERENCES channels (num),
    type TEXT NOT NULL CHECK (type IN ('direct', 'group', 'support', 'escalated')),
    title TEXT CHECK (length(title) BETWEEN 1 AND 100),
    avatar_url TEXT CHECK (length(avatar_url) BETWEEN 1 AND 2048),
    max_participants INTEGER NOT NULL CHECK (max_participants BETWEEN 1 AND 1000),
    pair_low INTEGER,
    pair_high INTEGER,
    CHECK ((type = 'direct') = (pair_low IS NOT NULL)),
    CHECK ((pair_low IS NULL) = (pair_high IS NULL)),
    CHECK (pair_low < pair_high),
    CHECK (type <> 'group' OR title IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX rooms_by_pair ON rooms (pair_low, pair_high) WHERE pair_low IS NOT NULL;

-- Who takes part in a room, or did. The times are those of the newest stay.
CREATE TABLE participants (
    channel INTEGER NOT NULL REFERENCES rooms (channel),
    member INTEGER NOT NULL REFERENCES members (num),
    role TEXT NOT NULL CHECK (role IN ('owner', 'admin', 'moderator', 'member', 'guest', 'observer')),
    status TEXT NOT NULL CHECK (status IN ('active', 'muted', 'removed', 'left')),
    can_send INTEGER NOT NULL DEFAULT 1 CHECK (can_send IN (0, 1)),
    can_invite INTEGER NOT NULL DEFAULT 0 CHECK (can_invite IN (0, 1)),
    can_see_history INTEGER NOT NULL DEFAULT 1 CHECK (can_see_history IN (0, 1)),
    joined_at_ms INTEGER NOT NULL,
    left_at_ms INTEGER,
    added_by INTEGER NOT NULL REFERENCES members (num),
    PRIMARY KEY (channel, member),
    CHECK ((left_at_ms IS NULL) = (status IN ('active', 'muted')))
) STRICT, WITHOUT ROWID;
CREATE INDEX participants_by_member ON participants (member, channel);

CREATE TABLE participant_stays (
    channel INTEGER NOT NULL REFERENCES rooms (channel),
    member INTEGER NOT NULL REFERENCES members (num),
    joined_at_ms INTEGER NOT NULL,
    left_at_ms INTEGER,
    ended_by TEXT CHECK (ended_by IN ('left', 'removed')),
    PRIMARY KEY (channel, member, joined_at_ms)
) STRICT, WITHOUT ROWID;

-- A file of conversations has no community: whoever takes part in one becomes a member with it.
ALTER TABLE waddle_settings ADD COLUMN kind TEXT NOT NULL DEFAULT 'waddle' CHECK (kind IN ('waddle', 'conversation'));
