-- ducks; a semicolon and a trigger, so that a naive splitter would fail
CREATE TABLE ducks (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ';')
) STRICT;
CREATE UNIQUE INDEX ducks_by_name ON ducks (name);
CREATE TABLE feathers (
    duck INTEGER NOT NULL REFERENCES ducks (id) ON DELETE CASCADE,
    colour TEXT NOT NULL,
    PRIMARY KEY (duck, colour)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ducks_named AFTER UPDATE OF name ON ducks BEGIN
    UPDATE ducks SET name = trim(new.name) WHERE id = new.id;
    SELECT 1;
END;
INSERT INTO ducks (id, name) VALUES (1, 'Ada');
INSERT INTO feathers (duck, colour) VALUES (1, 'white');
