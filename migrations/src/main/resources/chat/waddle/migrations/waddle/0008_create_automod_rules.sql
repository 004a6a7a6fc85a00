-- Rules that look at each new and each edited message. words is a JSON array of text.
CREATE TABLE automod_rules (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    kind TEXT NOT NULL CHECK (kind IN ('keywords', 'mentions')),
    words TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(words)),
    mention_limit INTEGER CHECK (mention_limit BETWEEN 1 AND 100),
    action TEXT NOT NULL CHECK (action IN ('block', 'flag', 'timeout')),
    timeout_seconds INTEGER CHECK (timeout_seconds BETWEEN 60 AND 2419200),
    is_enabled INTEGER NOT NULL DEFAULT 1 CHECK (is_enabled IN (0, 1))
) STRICT;
