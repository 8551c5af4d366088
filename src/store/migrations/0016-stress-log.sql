-- What can be said of a check-in once its two numbers are kept, all of it optional. `workload` and
-- `feeling` are words of Lull's lists, `words` are the agent's own. `added_later`: entered later than
-- it was. One that is deleted leaves its id in `gone`, as a note does.
ALTER TABLE checkin ADD COLUMN workload TEXT;
ALTER TABLE checkin ADD COLUMN feeling TEXT;
ALTER TABLE checkin ADD COLUMN words TEXT NOT NULL DEFAULT '';
ALTER TABLE checkin ADD COLUMN added_later INTEGER NOT NULL DEFAULT 0 CHECK (added_later IN (0, 1));
CREATE INDEX checkin_by_time ON checkin (at, id);
-- Which check-ins have words at all; it holds none of them.
CREATE INDEX checkin_worded ON checkin (id) WHERE words <> '';

-- What the body said, and what was going on, by Lull's lists.
CREATE TABLE checkin_said (
  checkin_id TEXT NOT NULL REFERENCES checkin (id),
  about      TEXT NOT NULL CHECK (about IN ('body', 'around')),
  said       TEXT NOT NULL,
  PRIMARY KEY (checkin_id, about, said)
) STRICT, WITHOUT ROWID;

-- The self-check: one a month, `2026-11`, and in it an answer an item, 0 (never) to 4 (always). One
-- that was deleted stays as a row without answers, so that an older copy can't bring it back.
CREATE TABLE selfcheck (
  id          TEXT PRIMARY KEY,
  month       TEXT NOT NULL,
  begun_at    INTEGER NOT NULL,
  zone        TEXT NOT NULL,
  finished_at INTEGER,
  gone        INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
  rev         INTEGER NOT NULL DEFAULT 1,
  edited_at   INTEGER NOT NULL
) STRICT;
CREATE TABLE selfcheck_answer (
  selfcheck_id TEXT NOT NULL REFERENCES selfcheck (id),
  item         TEXT NOT NULL,
  value        INTEGER NOT NULL CHECK (value BETWEEN 0 AND 4),
  PRIMARY KEY (selfcheck_id, item)
) STRICT, WITHOUT ROWID;

-- The one question of a week, by the date on which it was answered: 0 is the lightest, 4 the hardest.
-- Taken back, it stays as a row without a value.
CREATE TABLE selfcheck_week (
  on_date   TEXT PRIMARY KEY,
  value     INTEGER CHECK (value BETWEEN 0 AND 4),
  at        INTEGER NOT NULL,
  zone      TEXT NOT NULL,
  rev       INTEGER NOT NULL DEFAULT 1,
  edited_at INTEGER NOT NULL
) STRICT;
