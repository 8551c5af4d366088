-- What can be said of a note later, all of it optional. `next_time` are words: what to try next time.
-- `feeling` is a word of a list; `pleasant` and `stirred` are 0 to 100, null until they were touched.
ALTER TABLE note ADD COLUMN added_later INTEGER NOT NULL DEFAULT 0 CHECK (added_later IN (0, 1));
ALTER TABLE note ADD COLUMN channel TEXT;
ALTER TABLE note ADD COLUMN minutes INTEGER CHECK (minutes BETWEEN 0 AND 999);
ALTER TABLE note ADD COLUMN outcome TEXT;
ALTER TABLE note ADD COLUMN reaction TEXT;
ALTER TABLE note ADD COLUMN feeling TEXT;
ALTER TABLE note ADD COLUMN pleasant INTEGER CHECK (pleasant BETWEEN 0 AND 100);
ALTER TABLE note ADD COLUMN stirred INTEGER CHECK (stirred BETWEEN 0 AND 100);
ALTER TABLE note ADD COLUMN next_time TEXT NOT NULL DEFAULT '';
CREATE INDEX note_by_channel ON note (channel) WHERE channel IS NOT NULL;
CREATE INDEX note_by_outcome ON note (outcome) WHERE outcome IS NOT NULL;

-- By `place`, which never changes: so a filter reads them in the order in which the journal shows them.
-- No cascade: whatever rebuilds `note` one day must say what becomes of these.
CREATE TABLE note_trigger (
  trigger_id TEXT NOT NULL,
  place      INTEGER NOT NULL REFERENCES note (place),
  PRIMARY KEY (trigger_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_trigger_by_note ON note_trigger (place);
CREATE TABLE note_technique (
  technique TEXT NOT NULL,
  place     INTEGER NOT NULL REFERENCES note (place),
  verdict   TEXT NOT NULL CHECK (verdict IN ('used', 'helped', 'didnt-help')),
  PRIMARY KEY (technique, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_technique_by_note ON note_technique (place);

-- A shift that only entries added later have made. Signals and entries of the moment look for others
-- first, and make it one of them when they fall into it.
ALTER TABLE shift ADD COLUMN made_later INTEGER NOT NULL DEFAULT 0 CHECK (made_later IN (0, 1));
CREATE INDEX shift_by_date ON shift (shift_date);

-- Both texts of a note are searched.
DROP TRIGGER note_words_in;
DROP TRIGGER note_words_changed;
DROP TRIGGER note_words_out;
DROP TABLE note_terms;
DROP TABLE note_words;
CREATE VIRTUAL TABLE note_words USING fts5 (
  words, next_time, content = 'note', content_rowid = 'place',
  tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO note_words (note_words, rank) VALUES ('secure-delete', 1);
INSERT INTO note_words (note_words) VALUES ('rebuild');
CREATE VIRTUAL TABLE note_terms USING fts5vocab (note_words, row);

CREATE TRIGGER note_words_in AFTER INSERT ON note BEGIN
  INSERT INTO note_words (rowid, words, next_time) VALUES (new.place, new.words, new.next_time);
END;
CREATE TRIGGER note_words_changed AFTER UPDATE OF words, next_time ON note
WHEN old.words <> new.words OR old.next_time <> new.next_time BEGIN
  INSERT INTO note_words (note_words, rowid, words, next_time)
  VALUES ('delete', old.place, old.words, old.next_time);
  INSERT INTO note_words (rowid, words, next_time) VALUES (new.place, new.words, new.next_time);
END;
CREATE TRIGGER note_words_out AFTER DELETE ON note BEGIN
  INSERT INTO note_words (note_words, rowid, words, next_time)
  VALUES ('delete', old.place, old.words, old.next_time);
END;

-- Which notes have words at all: either text counts.
DROP INDEX note_worded;
CREATE INDEX note_worded ON note (place) WHERE words <> '' OR next_time <> '';
