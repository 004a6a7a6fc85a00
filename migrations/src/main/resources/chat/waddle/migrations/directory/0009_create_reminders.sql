-- What people want to be reminded of. The message stands in the file of its community, so nothing here can refer to it.
CREATE TABLE reminders (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id),
  waddle_id INTEGER,
  message_id INTEGER,
  note TEXT NOT NULL CHECK (length(note) <= 500),
  due_at INTEGER NOT NULL,
  fired_at INTEGER,
  created_at INTEGER NOT NULL,
  CHECK ((waddle_id IS NULL) = (message_id IS NULL))
) STRICT;
CREATE INDEX reminders_user ON reminders (user_id, id);
CREATE INDEX reminders_due ON reminders (due_at) WHERE fired_at IS NULL;
