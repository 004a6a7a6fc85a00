-- What people say of themselves at the moment. A row stays when its status is cleared, so that the version only grows.
CREATE TABLE user_statuses (
  user_id INTEGER PRIMARY KEY REFERENCES users (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  emoji TEXT CHECK (length(emoji) BETWEEN 1 AND 64),
  text TEXT NOT NULL CHECK (length(text) <= 128),
  do_not_disturb INTEGER NOT NULL CHECK (do_not_disturb IN (0, 1)),
  expires_at INTEGER,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX user_statuses_due ON user_statuses (expires_at) WHERE expires_at IS NOT NULL;
