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
    kind     INTEGER NOT NULL, -- 0 a message, 1 an action (/me), 2 a topic, 3 a notice or nothing any more
    author   TEXT,             -- who said, did or set it; NULL for notices
    text     TEXT    NOT NULL, -- their words; of notices the event as JSON, or '' if only its place is kept
    mark     INTEGER NOT NULL DEFAULT 0 -- of the author's name and address, so that they can take it back; 0 for nobody's
) STRICT;

-- Who came and went, among all that was said.
CREATE INDEX notice ON entry (id) WHERE kind = 3;

-- The words of what was said, by the entry's id, as the class Words gives them: without case and accents, Chinese
-- characters apart, a space between two. The text itself is kept once, in entry.
CREATE VIRTUAL TABLE word USING fts5 (
    text, content = '', tokenize = 'unicode61 remove_diacritics 0'
);

-- What is deleted from the index is overwritten, too.
INSERT INTO word (word, rank) VALUES ('secure-delete', 1);
