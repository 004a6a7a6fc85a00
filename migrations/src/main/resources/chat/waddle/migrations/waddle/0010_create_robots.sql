-- Names under which members answer. A robot that is gone keeps its row for what it has said.
CREATE TABLE robots (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
    name_key TEXT NOT NULL,
    description TEXT CHECK (length(description) <= 512),
    owner INTEGER NOT NULL REFERENCES members (num),
    deleted_at_ms INTEGER
) STRICT;
CREATE UNIQUE INDEX robots_by_name ON robots (name_key) WHERE deleted_at_ms IS NULL;

-- What robots are asked, each time about one message. An id is its own time. Who works on a question holds it by the
-- number of a lease until leased_until_ms.
CREATE TABLE robot_interactions (
    id INTEGER PRIMARY KEY,
    robot INTEGER NOT NULL REFERENCES robots (id),
    channel INTEGER NOT NULL REFERENCES channels (num),
    message_id INTEGER NOT NULL,
    asked_by INTEGER NOT NULL REFERENCES members (num),
    request TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(request)),
    observation TEXT CHECK (json_valid(observation)),
    response TEXT CHECK (json_valid(response)),
    status TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'processing', 'completed', 'failed')),
    error TEXT CHECK (length(error) <= 512),
    tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    lease INTEGER,
    leased_until_ms INTEGER,
    started_at_ms INTEGER,
    completed_at_ms INTEGER,
    reply_id INTEGER
) STRICT;
CREATE INDEX robot_interactions_by_status ON robot_interactions (robot, status, id);
CREATE INDEX robot_interactions_by_message ON robot_interactions (message_id);
CREATE INDEX robot_interactions_by_reply ON robot_interactions (reply_id) WHERE reply_id IS NOT NULL;
CREATE INDEX robot_interactions_leased ON robot_interactions (leased_until_ms) WHERE status = 'processing';
CREATE INDEX robot_interactions_waiting ON robot_interactions (id) WHERE status = 'pending';
