-- Registered names. A number is never given twice: what somebody wrote carries it.
CREATE TABLE account (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    name     TEXT    NOT NULL,           -- as its owner writes it
    folded   TEXT    NOT NULL UNIQUE,    -- without regard to case
    password TEXT    NOT NULL,           -- its hash, with all that is needed to check one: $argon2id$...
    operator INTEGER NOT NULL DEFAULT 0, -- 1 if it may do what operators may
    since    INTEGER NOT NULL,           -- when it was registered, in milliseconds since the epoch
    places   TEXT    NOT NULL DEFAULT '' -- from where its owner has logged in lately: marks of addresses, the latest last
) STRICT;

-- Whose an entry is, if its author had logged in; 0 for everybody else.
ALTER TABLE entry ADD COLUMN account INTEGER NOT NULL DEFAULT 0;
