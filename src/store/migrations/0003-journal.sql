-- A note's words in a full-text index, kept by triggers inside the transaction that writes the note.
-- The index has no copy of the words: it reads them from `note` by `place`, a rowid that stays what it
-- is when the file is copied (an unnamed one may not), and that sorts notes by their time. `place` is
-- the second since 1970 times 100, and the next free number after it where that is taken.
CREATE TABLE note_placed (
  place      INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  shift_id   TEXT NOT NULL REFERENCES shift (id),
  at         INTEGER NOT NULL,
  zone       TEXT NOT NULL,
  difficulty INTEGER NOT NULL CHECK (difficulty BETWEEN 1 AND 5),
  type       TEXT,
  words      TEXT NOT NULL DEFAULT '',
  rev        INTEGER NOT NULL DEFAULT 1,
  edited_at  INTEGER NOT NULL
) STRICT;
INSERT INTO note_placed
SELECT nth + max(at / 1000 * 100 - nth) OVER (ORDER BY nth), id, shift_id, at, zone, difficulty, type,
  words, rev, edited_at
FROM (SELECT *, row_number() OVER (ORDER BY at, id) AS nth FROM note);
DROP TABLE note;
ALTER TABLE note_placed RENAME TO note;
CREATE INDEX note_by_shift ON note (shift_id);
CREATE INDEX note_by_type ON note (type);

CREATE VIRTUAL TABLE note_words USING fts5 (
  words, content = 'note', content_rowid = 'place', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO note_words (note_words, rank) VALUES ('secure-delete', 1);
INSERT INTO note_words (note_words) VALUES ('rebuild');
-- Its terms, to look up; nothing is stored in it.
CREATE VIRTUAL TABLE note_terms USING fts5vocab (note_words, row);

CREATE TRIGGER note_words_in AFTER INSERT ON note BEGIN
  INSERT INTO note_words (rowid, words) VALUES (new.place, new.words);
END;
CREATE TRIGGER note_words_changed AFTER UPDATE OF words ON note WHEN old.words <> new.words BEGIN
  INSERT INTO note_words (note_words, rowid, words) VALUES ('delete', old.place, old.words);
  INSERT INTO note_words (rowid, words) VALUES (new.place, new.words);
END;
CREATE TRIGGER note_words_out AFTER DELETE ON note BEGIN
  INSERT INTO note_words (note_words, rowid, words) VALUES ('delete', old.place, old.words);
END;

-- What must not come back with an older copy: a note's words, or the whole note.
CREATE TABLE gone (
  id   TEXT PRIMARY KEY,
  what TEXT NOT NULL CHECK (what IN ('words', 'note')),
  at   INTEGER NOT NULL
) STRICT;
