-- What a role or a member may do otherwise in one channel, or in all channels of one category.
-- place is the num of a channel or a category, subject that of a role or a member. A bit stands on one side at most.
CREATE TABLE overwrites (
    place_type TEXT NOT NULL CHECK (place_type IN ('channel', 'category')),
    place INTEGER NOT NULL,
    subject_type TEXT NOT NULL CHECK (subject_type IN ('role', 'user')),
    subject INTEGER NOT NULL,
    allow INTEGER NOT NULL CHECK (allow >= 0),
    deny INTEGER NOT NULL CHECK (deny >= 0),
    PRIMARY KEY (place_type, place, subject_type, subject),
    CHECK ((allow & deny) = 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX overwrites_by_subject ON overwrites (subject_type, subject);

-- Who reads history (bit 3) has read all of it so far; from now on that is a permission of its own (bit 47).
UPDATE roles SET permissions = permissions | 140737488355328 WHERE (permissions & 8) <> 0;
