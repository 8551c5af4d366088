-- What a check-in was: taken up by the agent, asked by a reminder, or the rating at a shift's end. One
-- kind gives a shift its value: the shift-end rating, else the reminders, else the agent's own; so
-- `stress_sum` and `energy_sum` are sums over those `rated` ones alone from now on.
ALTER TABLE checkin ADD COLUMN kind TEXT NOT NULL DEFAULT 'own'
  CHECK (kind IN ('own', 'reminder', 'shift-end'));
ALTER TABLE shift_summary ADD COLUMN rated INTEGER NOT NULL DEFAULT 0;
ALTER TABLE shift_summary ADD COLUMN rated_by TEXT;
UPDATE shift_summary SET rated = checkins, rated_by = 'own' WHERE checkins > 0;

-- How a marked call was settled: by a note, or left without one. Marks of earlier versions are left.
ALTER TABLE call ADD COLUMN note_id TEXT;
ALTER TABLE call ADD COLUMN left_at INTEGER;
UPDATE call SET left_at = marked_at WHERE marked_at IS NOT NULL;

-- Calls that nobody noted, as counts a shift, once they are older than 30 days. `hooked` were told of
-- by a hook; `timed` have a length, and `talk_ms` is the sum of those.
CREATE TABLE call_count (
  shift_id TEXT PRIMARY KEY REFERENCES shift (id),
  calls    INTEGER NOT NULL,
  marked   INTEGER NOT NULL,
  hooked   INTEGER NOT NULL,
  timed    INTEGER NOT NULL,
  talk_ms  INTEGER NOT NULL
) STRICT;

-- What was said at a shift's start and end: a row comes with the first answer. The steps say where the
-- agent is; `came` is whether something that went right came to mind, `words` what it was.
CREATE TABLE shift_card (
  shift_id   TEXT PRIMARY KEY REFERENCES shift (id),
  start_step TEXT,
  rested     INTEGER CHECK (rested BETWEEN 1 AND 5),
  moment     TEXT,
  end_step   TEXT,
  ended_at   INTEGER,
  came       INTEGER CHECK (came IN (0, 1)),
  words      TEXT NOT NULL DEFAULT '',
  recharge   TEXT,
  rev        INTEGER NOT NULL DEFAULT 1,
  edited_at  INTEGER NOT NULL
) STRICT;

-- Things that do the agent good: Lull's own by name, without words, and the agent's. What was taken
-- out stays as an empty row, so that an older copy of the journal can't bring it back.
CREATE TABLE recharge (
  id        TEXT PRIMARY KEY,
  words     TEXT NOT NULL,
  picked    INTEGER NOT NULL CHECK (picked IN (0, 1)),
  rev       INTEGER NOT NULL DEFAULT 1,
  edited_at INTEGER NOT NULL
) STRICT;
