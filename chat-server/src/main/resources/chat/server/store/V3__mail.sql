-- Private messages to registered people who are away. A number is never given twice.
CREATE TABLE mail (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,           -- milliseconds since the epoch, UTC
    owner   INTEGER NOT NULL,           -- the account for which it is kept
    author  TEXT    NOT NULL,           -- what its author was called
    account INTEGER NOT NULL,           -- its author's account; 0 for a guest
    mark    INTEGER NOT NULL,           -- by which its author takes it back
    handed  INTEGER NOT NULL DEFAULT 0, -- 1 from before it is written to a connection; found so later, it was perhaps read
    text    TEXT    NOT NULL
) STRICT;

CREATE INDEX mail_owner ON mail (owner, id);
CREATE INDEX mail_mark ON mail (mark);
CREATE INDEX mail_at ON mail (at);

-- Whom registered people do not want to read, and for whom they wait.
CREATE TABLE contact (
    owner   INTEGER NOT NULL, -- the account whose list it is
    kind    INTEGER NOT NULL, -- 0: they are not read; 1: their coming is told
    subject TEXT    NOT NULL, -- tells them apart from others on the list
    name    TEXT    NOT NULL, -- what they were called when they were entered
    account INTEGER NOT NULL, -- theirs; 0 for a guest
    mark    INTEGER NOT NULL  -- of a guest's words; 0 if they have an account, or it does not matter
) STRICT;

CREATE UNIQUE INDEX contact_owner ON contact (owner, kind, subject);
