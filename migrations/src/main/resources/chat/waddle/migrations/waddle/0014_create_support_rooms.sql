-- What a room of the support desk has beside every room. Who takes part in it stands in participants.
CREATE TABLE support_rooms (
    channel INTEGER PRIMARY KEY REFERENCES rooms (channel),
    status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'archived', 'closed')),
    issue_id TEXT CHECK (length(issue_id) BETWEEN 1 AND 100),
    issue_description TEXT CHECK (length(issue_description) BETWEEN 1 AND 4000),
    is_private INTEGER NOT NULL DEFAULT 0 CHECK (is_private IN (0, 1)),
    guest_access INTEGER NOT NULL DEFAULT 1 CHECK (guest_access IN (0, 1)),
    parent INTEGER REFERENCES rooms (channel),
    level TEXT NOT NULL DEFAULT 'T1' CHECK (level IN ('T1', 'T2', 'T3', 'manager')),
    closing_notes TEXT CHECK (length(closing_notes) BETWEEN 1 AND 4000),
    closed_by INTEGER REFERENCES members (num),
    closed_at_ms INTEGER,
    CHECK ((status = 'closed') = (closed_at_ms IS NOT NULL)),
    CHECK ((closed_by IS NULL) = (closed_at_ms IS NULL))
) STRICT;
CREATE INDEX support_rooms_by_status ON support_rooms (status, channel);
