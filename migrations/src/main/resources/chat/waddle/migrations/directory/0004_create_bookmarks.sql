-- What people keep for themselves. The target stands in the file of its community, so nothing here can refer to it, nor to
-- the community, which a bookmark may outlive: whether it is there and may be seen is asked at each reading.
CREATE TABLE bookmarks (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id),
  type TEXT NOT NULL CHECK (type IN ('message', 'file')),
  waddle_id INTEGER NOT NULL,
  message_id INTEGER,
  attachment_id INTEGER,
  created_at INTEGER NOT NULL,
  CHECK ((type = 'message') = (message_id IS NOT NULL)),
  CHECK ((type = 'file') = (attachment_id IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX bookmarks_target ON bookmarks (user_id, waddle_id, type, coalesce(message_id, attachment_id));
CREATE INDEX bookmarks_user ON bookmarks (user_id, id);
CREATE INDEX bookmarks_type ON bookmarks (user_id, type, id);
