-- If-then plans: when, by a type or in own words; and what then, one of Lull's or own words. One that
-- was deleted stays as a row without words, so that an older copy of the journal can't bring it back.
CREATE TABLE plan (
  id        TEXT PRIMARY KEY,
  type      TEXT,
  situation TEXT NOT NULL DEFAULT '',
  action    TEXT,
  will      TEXT NOT NULL DEFAULT '',
  state     TEXT NOT NULL CHECK (state IN ('active', 'resting', 'gone')),
  made_at   INTEGER NOT NULL,
  rev       INTEGER NOT NULL DEFAULT 1,
  edited_at INTEGER NOT NULL
) STRICT;

-- A plan in a shift: when its rehearsal was offered, and what became of it, by the agent's own mark.
CREATE TABLE plan_use (
  plan_id    TEXT NOT NULL REFERENCES plan (id),
  shift_id   TEXT NOT NULL REFERENCES shift (id),
  offered_at INTEGER,
  mark       TEXT CHECK (mark IN ('used', 'not-used', 'no-occasion')),
  rev        INTEGER NOT NULL DEFAULT 1,
  edited_at  INTEGER NOT NULL,
  PRIMARY KEY (plan_id, shift_id)
) STRICT;
CREATE INDEX plan_use_by_shift ON plan_use (shift_id);
