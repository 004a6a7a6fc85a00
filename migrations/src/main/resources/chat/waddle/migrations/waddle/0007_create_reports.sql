-- Messages that somebody wants moderators to look at. An id is its own time; reporter is the public id of an account.
CREATE TABLE reports (
    id INTEGER PRIMARY KEY,
    message_id INTEGER NOT NULL,
    channel INTEGER NOT NULL REFERENCES channels (num),
    author INTEGER NOT NULL REFERENCES members (num),
    reporter INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('spam', 'harassment', 'hate', 'violence', 'sexual', 'illegal', 'other', 'automod')),
    text TEXT CHECK (length(text) BETWEEN 1 AND 1000),
    status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'resolved', 'dismissed')),
    note TEXT CHECK (length(note) <= 512),
    reviewed_by INTEGER,
    reviewed_at_ms INTEGER
) STRICT;
CREATE UNIQUE INDEX reports_by_message ON reports (message_id, reporter);
CREATE INDEX reports_by_status ON reports (status, id);
