-- Which members follow which threads.
CREATE TABLE thread_followers (
    member INTEGER NOT NULL REFERENCES members (num),
    thread INTEGER NOT NULL REFERENCES threads (num),
    PRIMARY KEY (member, thread)
) STRICT, WITHOUT ROWID;
