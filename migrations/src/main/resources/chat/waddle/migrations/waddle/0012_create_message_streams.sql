-- Messages that robots are still writing: how far each has come. When one has been silent for too long it has failed.
CREATE TABLE message_streams (
    message_id INTEGER PRIMARY KEY,
    robot INTEGER NOT NULL REFERENCES robots (id),
    interaction INTEGER,
    sequence INTEGER NOT NULL DEFAULT 0 CHECK (sequence >= 0),
    length_before INTEGER NOT NULL DEFAULT 0 CHECK (length_before >= 0),
    active_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX message_streams_by_activity ON message_streams (active_at_ms);
CREATE INDEX message_streams_by_interaction ON message_streams (interaction) WHERE interaction IS NOT NULL;
