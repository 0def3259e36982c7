-- One line: what the ids of this file's entries begin with.
CREATE TABLE history (
    era TEXT NOT NULL
) STRICT;

CREATE TABLE room (
    id              INTEGER PRIMARY KEY,
    name            TEXT    NOT NULL UNIQUE,
    topic           TEXT    NOT NULL DEFAULT '',
    key             TEXT    NOT NULL DEFAULT '', -- opens the room; '' if it is open to all
    pruned          INTEGER NOT NULL DEFAULT 0,  -- sequence of the last entry that is gone, so that it never comes again
    pruned_messages INTEGER NOT NULL DEFAULT 0,  -- how many messages are gone with it
    indexed         INTEGER NOT NULL DEFAULT 0   -- sequence of the last entry whose words are in word
) STRICT;

-- A room's entries lie side by side: id is room * 2^40 + sequence, and no other index is needed.
CREATE TABLE entry (
    id       INTEGER PRIMARY KEY,
    at       INTEGER NOT NULL, -- milliseconds since the epoch, UTC
    messages INTEGER NOT NULL, -- how many messages the room has had with this entry
    kind     INTEGER NOT NULL, -- 0 a message, 1 an action (/me), 2 a topic, 3 a notice
    author   TEXT,             -- who said, did or set it; NULL for notices
    text     TEXT    NOT NULL  -- their words; of notices the event as JSON
) STRICT;

-- Who came and went, among all that was said.
CREATE INDEX notice ON entry (id) WHERE kind = 3;

-- The words of what was said, by the entry's id; the text itself is kept once, in entry.
CREATE VIRTUAL TABLE word USING fts5 (
    text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
