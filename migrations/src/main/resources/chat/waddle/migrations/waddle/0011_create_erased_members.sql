-- Accounts whose traces were taken out of this file: they do not come back. How far it went: kept their messages, took
-- their name off them, or removed them.
CREATE TABLE erased_members (
    user_id INTEGER PRIMARY KEY,
    mode TEXT NOT NULL CHECK (mode IN ('keep', 'anonymise', 'delete')),
    erased_at_ms INTEGER NOT NULL,
    is_finished INTEGER NOT NULL CHECK (is_finished IN (0, 1))
) STRICT;

-- A line whose words were erased with a person: its hash stands, and is not made of what is left.
ALTER TABLE audit_log ADD COLUMN is_redacted INTEGER NOT NULL DEFAULT 0 CHECK (is_redacted IN (0, 1));
