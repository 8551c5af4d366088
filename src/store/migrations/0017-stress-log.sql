-- What can be said of a check-in once its two numbers are kept, all of it optional. `workload` and
-- `feeling` are words of Lull's lists; `around` (what was going on) and `body` are some of a list, in its
-- order, with spaces between; `words` are the agent's own. `added_later`: entered later than it was. One
-- that is deleted leaves its id in `gone`, as a note does.
ALTER TABLE checkin ADD COLUMN workload TEXT;
ALTER TABLE checkin ADD COLUMN around TEXT NOT NULL DEFAULT '';
ALTER TABLE checkin ADD COLUMN body TEXT NOT NULL DEFAULT '';
ALTER TABLE checkin ADD COLUMN feeling TEXT;
ALTER TABLE checkin ADD COLUMN words TEXT NOT NULL DEFAULT '';
ALTER TABLE checkin ADD COLUMN added_later INTEGER NOT NULL DEFAULT 0 CHECK (added_later IN (0, 1));
CREATE INDEX checkin_by_time ON checkin (at, id);
-- Which check-ins have words at all; it holds none of them.
CREATE INDEX checkin_worded ON checkin (id) WHERE words <> '';

-- The self-check: one a month, `2026-11`. `answers` is an answer an item, `clock=3 twice=0`, from 0
-- (never) to 4 (always). One that was deleted stays as a row without answers, so that an older copy of
-- the journal can't bring it back.
CREATE TABLE selfcheck (
  id          TEXT PRIMARY KEY,
  month       TEXT NOT NULL,
  begun_at    INTEGER NOT NULL,
  zone        TEXT NOT NULL,
  finished_at INTEGER,
  answers     TEXT NOT NULL DEFAULT '',
  gone        INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
  rev         INTEGER NOT NULL DEFAULT 1,
  edited_at   INTEGER NOT NULL
) STRICT;

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
