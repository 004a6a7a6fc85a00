-- Copies that accounts have asked for of everything that is theirs. The content is a file of its own beside the data.
CREATE TABLE exports (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id),
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'expired')),
  progress_percent INTEGER NOT NULL DEFAULT 0 CHECK (progress_percent BETWEEN 0 AND 100),
  size_bytes INTEGER NOT NULL DEFAULT 0 CHECK (size_bytes >= 0),
  requested_at INTEGER NOT NULL,
  finished_at INTEGER,
  expires_at INTEGER
) STRICT;
CREATE INDEX exports_state ON exports (state, id);
CREATE INDEX exports_user ON exports (user_id, id);
CREATE INDEX exports_expiry ON exports (expires_at) WHERE expires_at IS NOT NULL;
