-- replaces a table that others refer to: with foreign keys on, this would pluck all feathers
CREATE TABLE ducks_new (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    seen_at_ms INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO ducks_new (id, name) SELECT id, name FROM ducks;
DROP TABLE ducks;
ALTER TABLE ducks_new RENAME TO ducks;
CREATE UNIQUE INDEX ducks_by_name ON ducks (name);
