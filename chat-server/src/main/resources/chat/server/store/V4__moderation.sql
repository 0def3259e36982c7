-- Who is kept out, or from writing. A number is never given twice: people take sanctions back by it.
CREATE TABLE sanction (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    kind      TEXT    NOT NULL, -- ban, mute
    room      TEXT,             -- its name; NULL for the whole server
    name      TEXT,             -- whom it hits, with whatever looks like it; NULL if it is about addresses alone
    account   INTEGER NOT NULL DEFAULT 0,  -- of that name; 0 for none
    addresses TEXT    NOT NULL DEFAULT '', -- prefixes, with a blank between two
    by        TEXT    NOT NULL,
    because   TEXT    NOT NULL,
    since     INTEGER NOT NULL, -- milliseconds since the epoch
    until     INTEGER           -- the same; NULL if it is taken back only
) STRICT;

-- What was done to keep order.
CREATE TABLE audit (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    at         INTEGER NOT NULL, -- milliseconds since the epoch
    by         TEXT    NOT NULL,
    by_account INTEGER NOT NULL,
    by_from    TEXT    NOT NULL, -- the address that they came from
    action     TEXT    NOT NULL,
    whom       TEXT    NOT NULL, -- '' for everybody
    room       TEXT,             -- NULL for the whole server
    because    TEXT    NOT NULL,
    until      INTEGER           -- milliseconds since the epoch; NULL if it does not end by itself
) STRICT;

-- One line: the last number of audit that audit.log has for sure.
CREATE TABLE audit_log (
    written INTEGER NOT NULL
) STRICT;

INSERT INTO audit_log (written) VALUES (0);

-- Accounts, with a blank between two: who looks after a room, and who may come in without its key.
ALTER TABLE room ADD COLUMN owners TEXT NOT NULL DEFAULT '';
ALTER TABLE room ADD COLUMN invited TEXT NOT NULL DEFAULT '';
