-- Accounts that are being erased or were: a job over all files, and afterwards its receipt. next_shard is how far it came.
CREATE TABLE erasures (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('keep', 'anonymise', 'delete')),
  state TEXT NOT NULL CHECK (state IN ('held', 'running', 'done')),
  requested_by INTEGER NOT NULL,
  requested_at INTEGER NOT NULL,
  next_shard TEXT NOT NULL DEFAULT '',
  shards_seen INTEGER NOT NULL DEFAULT 0 CHECK (shards_seen >= 0),
  finished_at INTEGER,
  receipt TEXT NOT NULL DEFAULT '{}' CHECK (json_type(receipt) = 'object'),
  CHECK ((finished_at IS NULL) = (state <> 'done'))
) STRICT;
CREATE INDEX erasures_state ON erasures (state, id);
CREATE INDEX erasures_user ON erasures (user_id, id);

-- The files that knew something of the account.
CREATE TABLE erasure_shards (
  erasure_id INTEGER NOT NULL REFERENCES erasures (id),
  shard_id TEXT NOT NULL,
  waddle_id INTEGER NOT NULL,
  is_done INTEGER NOT NULL CHECK (is_done IN (0, 1)),
  detail TEXT NOT NULL DEFAULT '' CHECK (length(detail) <= 200),
  messages INTEGER NOT NULL DEFAULT 0,
  reactions INTEGER NOT NULL DEFAULT 0,
  files INTEGER NOT NULL DEFAULT 0,
  audit_lines INTEGER NOT NULL DEFAULT 0,
  recorded_commands INTEGER NOT NULL DEFAULT 0,
  is_rewritten INTEGER NOT NULL DEFAULT 0 CHECK (is_rewritten IN (0, 1)),
  PRIMARY KEY (erasure_id, shard_id)
) STRICT, WITHOUT ROWID;

-- Accounts and communities of which nothing may be erased for now.
CREATE TABLE legal_holds (
  subject_id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL CHECK (subject IN ('user', 'waddle')),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  placed_by INTEGER NOT NULL,
  placed_at INTEGER NOT NULL
) STRICT;

-- A line whose words were erased with a person: its hash stands, and is not made of what is left.
ALTER TABLE audit_log ADD COLUMN is_redacted INTEGER NOT NULL DEFAULT 0 CHECK (is_redacted IN (0, 1));
