-- A further kind of rules. A check cannot be changed in place, so the table is made anew.
CREATE TABLE automod_rules_anew (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    kind TEXT NOT NULL CHECK (kind IN ('keywords', 'mentions', 'regex')),
    words TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(words)),
    mention_limit INTEGER CHECK (mention_limit BETWEEN 1 AND 100),
    action TEXT NOT NULL CHECK (action IN ('block', 'flag', 'timeout')),
    timeout_seconds INTEGER CHECK (timeout_seconds BETWEEN 60 AND 2419200),
    is_enabled INTEGER NOT NULL DEFAULT 1 CHECK (is_enabled IN (0, 1))
) STRICT;
INSERT INTO automod_rules_anew (id, name, kind, words, mention_limit, action, timeout_seconds, is_enabled)
SELECT id, name, kind, words, mention_limit, action, timeout_seconds, is_enabled FROM automod_rules;
DROP TABLE automod_rules;
ALTER TABLE automod_rules_anew RENAME TO automod_rules;
