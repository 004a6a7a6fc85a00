-- The directory: one file for the whole server. Times are milliseconds since 1970, ids 64-bit and time-ordered,
-- secrets only as hashes (SHA-256 in base64url without padding, or an Argon2id string for passwords).

CREATE TABLE shard_meta (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  file_id TEXT NOT NULL,
  owner_id INTEGER NOT NULL,
  epoch INTEGER NOT NULL DEFAULT 1,
  applied_term INTEGER NOT NULL DEFAULT 1,
  schema_fingerprint TEXT NOT NULL DEFAULT '',
  created_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  actor INTEGER NOT NULL,
  type INTEGER NOT NULL,
  channel INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  request_id INTEGER NOT NULL
) STRICT;

CREATE TABLE commits (
  last_seq INTEGER PRIMARY KEY,
  first_seq INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  term INTEGER NOT NULL,
  last_id INTEGER NOT NULL,
  item_count INTEGER NOT NULL,
  body BLOB
) STRICT;

-- Accounts. A key is the folded form that must be unique among the accounts that are not deleted.
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT CHECK (length(email) BETWEEN 3 AND 254),
  email_key TEXT,
  username TEXT CHECK (length(username) BETWEEN 3 AND 50),
  username_key TEXT,
  first_name TEXT CHECK (length(first_name) <= 100),
  last_name TEXT CHECK (length(last_name) <= 100),
  display_name TEXT NOT NULL CHECK (length(display_name) BETWEEN 1 AND 100),
  avatar_url TEXT CHECK (length(avatar_url) <= 2048),
  bio TEXT CHECK (length(bio) <= 1000),
  is_anonymous INTEGER NOT NULL DEFAULT 0 CHECK (is_anonymous IN (0, 1)),
  locale TEXT NOT NULL DEFAULT 'en' CHECK (length(locale) <= 35),
  timezone TEXT NOT NULL DEFAULT 'UTC' CHECK (length(timezone) <= 64),
  account_type TEXT NOT NULL CHECK (account_type IN ('guest', 'member', 'bot', 'imported', 'operator')),
  account_status TEXT NOT NULL
    CHECK (account_status IN ('pending-verification', 'active', 'suspended', 'deleted')),
  is_email_verified INTEGER NOT NULL DEFAULT 0 CHECK (is_email_verified IN (0, 1)),
  password_hash TEXT,
  chat_preferences TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(chat_preferences)),
  last_seen_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CHECK ((email IS NULL) = (email_key IS NULL)),
  CHECK ((username IS NULL) = (username_key IS NULL)),
  CHECK ((deleted_at IS NULL) = (account_status <> 'deleted'))
) STRICT;
CREATE UNIQUE INDEX users_email ON users (email_key) WHERE deleted_at IS NULL AND email_key IS NOT NULL;
CREATE UNIQUE INDEX users_username ON users (username_key) WHERE deleted_at IS NULL AND username_key IS NOT NULL;
CREATE INDEX users_operators ON users (id) WHERE account_type = 'operator';

CREATE TABLE user_settings (
  user_id INTEGER PRIMARY KEY REFERENCES users (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  notifications_enabled INTEGER NOT NULL DEFAULT 1 CHECK (notifications_enabled IN (0, 1)),
  notification_sound TEXT NOT NULL DEFAULT 'default' CHECK (length(notification_sound) BETWEEN 1 AND 50),
  theme TEXT NOT NULL DEFAULT 'auto' CHECK (theme IN ('auto', 'light', 'dark')),
  compact_mode INTEGER NOT NULL DEFAULT 0 CHECK (compact_mode IN (0, 1)),
  developer_mode INTEGER NOT NULL DEFAULT 0 CHECK (developer_mode IN (0, 1)),
  settings_json TEXT NOT NULL DEFAULT '{}' CHECK (json_type(settings_json) = 'object'),
  updated_at INTEGER NOT NULL
) STRICT;

-- Who an author of an imported history became here.
CREATE TABLE import_users (
  source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 200),
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  user_id INTEGER NOT NULL REFERENCES users (id),
  PRIMARY KEY (source, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_users_user ON import_users (user_id);

-- One row is one sign-in, a family of refresh tokens that follow each other; family_hash stays the same in all of them.
CREATE TABLE sessions (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id),
  family_hash TEXT NOT NULL CHECK (length(family_hash) = 43),
  refresh_hash TEXT NOT NULL CHECK (length(refresh_hash) = 43),
  previous_refresh_hash TEXT CHECK (length(previous_refresh_hash) = 43),
  access_hash TEXT NOT NULL CHECK (length(access_hash) = 43),
  access_expires_at INTEGER NOT NULL,
  refresh_expires_at INTEGER NOT NULL,
  user_agent TEXT NOT NULL DEFAULT '' CHECK (length(user_agent) <= 200),
  ip_prefix_hash TEXT NOT NULL DEFAULT '' CHECK (length(ip_prefix_hash) <= 64),
  created_at INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL,
  revoked_at INTEGER,
  revoked_because TEXT CHECK (revoked_because IN
    ('logout', 'revoked', 'reuse', 'password', 'banned', 'suspended', 'deleted', 'limit')),
  CHECK ((revoked_at IS NULL) = (revoked_because IS NULL))
) STRICT;
CREATE UNIQUE INDEX sessions_family ON sessions (family_hash);
CREATE UNIQUE INDEX sessions_access ON sessions (access_hash);
CREATE INDEX sessions_user ON sessions (user_id, id) WHERE revoked_at IS NULL;
CREATE INDEX sessions_expiry ON sessions (refresh_expires_at);

-- API tokens, for programs.
CREATE TABLE tokens (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id),
  token_hash TEXT NOT NULL CHECK (length(token_hash) = 43),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  scopes TEXT NOT NULL CHECK (json_type(scopes) = 'array'),
  expires_at INTEGER,
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
CREATE UNIQUE INDEX tokens_hash ON tokens (token_hash);
CREATE INDEX tokens_user ON tokens (user_id, id) WHERE revoked_at IS NULL;

-- Links that work once: the first operator's set-up, a password reset, the proof of an e-mail address.
CREATE TABLE setup_tokens (
  token_hash TEXT PRIMARY KEY CHECK (length(token_hash) = 43),
  user_id INTEGER NOT NULL REFERENCES users (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('operator-setup', 'password-reset', 'email-verification')),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX setup_tokens_user ON setup_tokens (user_id);

-- Communities. Their content stands in the file of the shard; the counts here are told by it.
CREATE TABLE waddles (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 3 AND 50),
  name_key TEXT NOT NULL,
  display_name TEXT NOT NULL CHECK (length(display_name) BETWEEN 1 AND 100),
  description TEXT NOT NULL DEFAULT '' CHECK (length(description) <= 2000),
  icon_url TEXT CHECK (length(icon_url) <= 2048),
  banner_url TEXT CHECK (length(banner_url) <= 2048),
  search_key TEXT NOT NULL,
  owner_id INTEGER NOT NULL REFERENCES users (id),
  is_public INTEGER NOT NULL DEFAULT 0 CHECK (is_public IN (0, 1)),
  is_verified INTEGER NOT NULL DEFAULT 0 CHECK (is_verified IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('creating', 'active', 'suspended', 'deleted')),
  state_reason TEXT NOT NULL DEFAULT '' CHECK (length(state_reason) <= 1000),
  member_count INTEGER NOT NULL DEFAULT 0 CHECK (member_count >= 0),
  members_seq INTEGER NOT NULL DEFAULT 0,
  message_count INTEGER NOT NULL DEFAULT 0 CHECK (message_count >= 0),
  shard_count INTEGER NOT NULL DEFAULT 1 CHECK (shard_count >= 1),
  shard_id TEXT NOT NULL,
  features TEXT NOT NULL DEFAULT '[]' CHECK (json_type(features) = 'array'),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CHECK ((deleted_at IS NULL) = (state <> 'deleted'))
) STRICT;
CREATE UNIQUE INDEX waddles_name ON waddles (name_key) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX waddles_shard ON waddles (shard_id);
CREATE INDEX waddles_public ON waddles (member_count DESC, id) WHERE is_public = 1 AND state = 'active';
CREATE INDEX waddles_owner ON waddles (owner_id, id) WHERE deleted_at IS NULL;
CREATE INDEX waddles_unfinished ON waddles (created_at) WHERE state = 'creating';
CREATE INDEX waddles_tombstones ON waddles (deleted_at) WHERE state = 'deleted';

-- Every name a community has or had; an old one leads to it.
CREATE TABLE waddle_names (
  name_key TEXT PRIMARY KEY,
  waddle_id INTEGER NOT NULL REFERENCES waddles (id),
  since INTEGER NOT NULL,
  until INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX waddle_names_waddle ON waddle_names (waddle_id, since);

-- Files of communities: where they stand, how large they are, what their last migration came to.
CREATE TABLE shards (
  shard_id TEXT PRIMARY KEY CHECK (length(shard_id) BETWEEN 8 AND 32 AND shard_id NOT GLOB '*[^0-9a-z]*'),
  waddle_id INTEGER NOT NULL REFERENCES waddles (id),
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
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX shards_waddle ON shards (waddle_id);
CREATE INDEX shards_quarantined ON shards (shard_id) WHERE state = 'quarantined';
CREATE INDEX shards_migration ON shards (migration_outcome, shard_id);

CREATE TABLE shard_sizes (
  shard_id TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  used_bytes INTEGER NOT NULL,
  file_bytes INTEGER NOT NULL,
  attachment_bytes INTEGER NOT NULL,
  message_count INTEGER NOT NULL,
  PRIMARY KEY (shard_id, at_ms)
) STRICT, WITHOUT ROWID;

-- A mirror of the shards' member lists; shard_seq tells which change of the shard a row comes from.
CREATE TABLE waddle_members (
  waddle_id INTEGER NOT NULL REFERENCES waddles (id),
  user_id INTEGER NOT NULL REFERENCES users (id),
  nickname TEXT CHECK (length(nickname) <= 100),
  joined_at INTEGER NOT NULL,
  notification_level TEXT NOT NULL DEFAULT 'all' CHECK (notification_level IN ('all', 'mentions', 'none')),
  shard_seq INTEGER NOT NULL,
  left_at INTEGER,
  PRIMARY KEY (waddle_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX waddle_members_user ON waddle_members (user_id, joined_at DESC, waddle_id) WHERE left_at IS NULL;

CREATE TABLE invites (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length(code) >= 22),
  waddle_id INTEGER NOT NULL REFERENCES waddles (id),
  created_by INTEGER NOT NULL REFERENCES users (id),
  max_uses INTEGER CHECK (max_uses >= 1),
  uses INTEGER NOT NULL DEFAULT 0 CHECK (uses >= 0),
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  revoked_at INTEGER,
  CHECK (max_uses IS NULL OR uses <= max_uses)
) STRICT;
CREATE UNIQUE INDEX invites_code ON invites (code);
CREATE INDEX invites_waddle ON invites (waddle_id, id);

CREATE TABLE global_bans (
  user_id INTEGER PRIMARY KEY REFERENCES users (id),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  banned_by INTEGER NOT NULL,
  banned_at INTEGER NOT NULL,
  expires_at INTEGER
) STRICT;

-- Actor 0 is the system itself. An address stands here only as a pseudonym.
CREATE TABLE audit_log (
  id INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  actor_id INTEGER NOT NULL,
  action TEXT NOT NULL CHECK (length(action) BETWEEN 1 AND 100),
  resource_type TEXT NOT NULL CHECK (length(resource_type) BETWEEN 1 AND 50),
  resource_id TEXT NOT NULL CHECK (length(resource_id) <= 100),
  waddle_id INTEGER,
  changes TEXT NOT NULL DEFAULT '{}' CHECK (json_type(changes) = 'object'),
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
  ip_pseudonym TEXT NOT NULL DEFAULT '' CHECK (length(ip_pseudonym) <= 64),
  user_agent TEXT NOT NULL DEFAULT '' CHECK (length(user_agent) <= 200),
  request_id INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX audit_log_actor ON audit_log (actor_id, id);
CREATE INDEX audit_log_action ON audit_log (action, id);
CREATE INDEX audit_log_resource ON audit_log (resource_type, resource_id, id);
CREATE INDEX audit_log_waddle ON audit_log (waddle_id, id) WHERE waddle_id IS NOT NULL;
