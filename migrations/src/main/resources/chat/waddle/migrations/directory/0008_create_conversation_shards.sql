-- Files of conversations are shards like those of communities, but belong to none: their waddle_id is below zero. So the
-- table is made anew without a reference to communities.
CREATE TABLE all_shards (
  shard_id TEXT PRIMARY KEY CHECK (length(shard_id) BETWEEN 8 AND 32 AND shard_id NOT GLOB '*[^0-9a-z]*'),
  waddle_id INTEGER NOT NULL,
  kind TEXT NOT NULL DEFAULT 'waddle' CHECK (kind IN ('waddle', 'conversation')),
  state TEXT NOT NULL CHECK (state IN ('active', 'quarantined')),
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
  used_bytes INTEGER NOT NULL DEFAULT 0 CHECK (used_bytes >= 0),
  free_bytes INTEGER NOT NULL DEFAULT 0 CHECK (free_bytes >= 0),
  wal_bytes INTEGER NOT NULL DEFAULT 0 CHECK (wal_bytes >= 0),
  file_bytes INTEGER NOT NULL DEFAULT 0 CHECK (file_bytes >= 0),
  attachment_bytes INTEGER NOT NULL DEFAULT 0 CHECK (attachment_bytes >= 0),
  message_count INTEGER NOT NULL DEFAULT 0 CHECK (message_count >= 0),
  last_seq INTEGER NOT NULL DEFAULT 0 CHECK (last_seq >= 0),
  schema_version INTEGER NOT NULL DEFAULT 0 CHECK (schema_version >= 0),
  migration_outcome TEXT NOT NULL DEFAULT 'none' CHECK (migration_outcome IN ('none', 'done', 'failed', 'drifted')),
  migration_detail TEXT NOT NULL DEFAULT '' CHECK (length(migration_detail) <= 1000),
  migrated_at INTEGER,
  measured_at INTEGER,
  checked_at INTEGER,
  created_at INTEGER NOT NULL,
  CHECK ((kind = 'conversation') = (waddle_id < 0))
) STRICT, WITHOUT ROWID;
INSERT INTO all_shards (shard_id, waddle_id, state, reason, used_bytes, free_bytes, wal_bytes, file_bytes,
    attachment_bytes, message_count, last_seq, schema_version, migration_outcome, migration_detail, migrated_at,
    measured_at, checked_at, created_at)
SELECT shard_id, waddle_id, state, reason, used_bytes, free_bytes, wal_bytes, file_bytes,
    attachment_bytes, message_count, last_seq, schema_version, migration_outcome, migration_detail, migrated_at,
    measured_at, checked_at, created_at
FROM shards;
DROP TABLE shards;
ALTER TABLE all_shards RENAME TO shards;
CREATE INDEX shards_waddle ON shards (waddle_id);
CREATE INDEX shards_quarantined ON shards (shard_id) WHERE state = 'quarantined';
CREATE INDEX shards_migration ON shards (migration_outcome, shard_id);

-- How many files of conversations there are to be, settled when the first is made: which one a pair of people belongs
-- to must never change.
CREATE TABLE conversation_layout (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  places INTEGER NOT NULL CHECK (places BETWEEN 1 AND 64)
) STRICT;

CREATE TABLE conversation_shards (
  place INTEGER PRIMARY KEY CHECK (place BETWEEN 0 AND 63),
  shard_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('creating', 'active'))
) STRICT;
CREATE UNIQUE INDEX conversation_shards_shard ON conversation_shards (shard_id);
