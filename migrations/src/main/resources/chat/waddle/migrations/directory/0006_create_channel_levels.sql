-- What of single channels reaches a member, where it differs from the level of the whole community. A channel stands in the
-- file of its community, so nothing here can refer to it.
CREATE TABLE channel_levels (
  user_id INTEGER NOT NULL REFERENCES users (id),
  waddle_id INTEGER NOT NULL,
  channel_id INTEGER NOT NULL,
  notification_level TEXT NOT NULL CHECK (notification_level IN ('all', 'mentions', 'none')),
  PRIMARY KEY (user_id, waddle_id, channel_id)
) STRICT, WITHOUT ROWID;
