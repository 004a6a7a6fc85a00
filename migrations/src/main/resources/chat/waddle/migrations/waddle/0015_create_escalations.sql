-- How rooms of the support desk go to higher levels; of each room one escalation is open at most.
CREATE TABLE escalations (
    id INTEGER NOT NULL PRIMARY KEY,
    room INTEGER NOT NULL REFERENCES support_rooms (channel),
    from_level TEXT NOT NULL CHECK (from_level IN ('T1', 'T2', 'T3')),
    to_level TEXT NOT NULL CHECK (to_level IN ('T2', 'T3', 'manager')),
    reason TEXT CHECK (length(reason) BETWEEN 1 AND 4000),
    priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 5),
    status TEXT NOT NULL DEFAULT 'created'
        CHECK (status IN ('created', 'assigned', 'in_progress', 'resolved', 'cancelled')),
    created_by INTEGER NOT NULL REFERENCES members (num),
    due_at_ms INTEGER NOT NULL,
    assignee INTEGER REFERENCES members (num),
    started_at_ms INTEGER,
    notes TEXT CHECK (length(notes) BETWEEN 1 AND 4000),
    ended_by INTEGER REFERENCES members (num),
    ended_at_ms INTEGER,
    CHECK ((from_level = 'T1') OR (from_level = 'T2' AND to_level <> 'T2') OR to_level = 'manager'),
    CHECK ((status IN ('resolved', 'cancelled')) = (ended_at_ms IS NOT NULL)),
    CHECK ((ended_by IS NULL) = (ended_at_ms IS NULL)),
    CHECK (status IN ('created', 'cancelled') OR assignee IS NOT NULL),
    CHECK (status NOT IN ('in_progress', 'resolved') OR started_at_ms IS NOT NULL),
    CHECK (notes IS NULL OR status = 'resolved')
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX escalations_open_by_room ON escalations (room)
    WHERE status IN ('created', 'assigned', 'in_progress');
CREATE INDEX escalations_queue ON escalations (priority, id) WHERE status IN ('created', 'assigned', 'in_progress');
CREATE INDEX escalations_by_status ON escalations (status, priority, id);
