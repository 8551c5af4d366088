-- Instants are milliseconds since 1970, UTC; `zone` is the IANA zone in force then, and `shift_date`
-- the local date on which the shift opened: written once, never worked out again.
CREATE TABLE shift (
  id         TEXT PRIMARY KEY,
  shift_date TEXT NOT NULL,
  zone       TEXT NOT NULL,
  opened_at  INTEGER NOT NULL,
  last_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX shift_by_time ON shift (opened_at);

-- When a call was, as far as a signal said so. Nothing about who called or how it went.
CREATE TABLE call (
  id         TEXT PRIMARY KEY,
  shift_id   TEXT NOT NULL REFERENCES shift (id),
  started_at INTEGER,
  ended_at   INTEGER,
  marked_at  INTEGER,
  zone       TEXT NOT NULL,
  source     TEXT NOT NULL CHECK (source IN ('shortcut', 'tray', 'command'))
) STRICT;
CREATE INDEX call_by_shift ON call (shift_id);
CREATE INDEX call_running ON call (id) WHERE ended_at IS NULL;

CREATE TABLE note (
  id         TEXT PRIMARY KEY,
  shift_id   TEXT NOT NULL REFERENCES shift (id),
  at         INTEGER NOT NULL,
  zone       TEXT NOT NULL,
  difficulty INTEGER NOT NULL CHECK (difficulty BETWEEN 1 AND 5),
  type       TEXT,
  words      TEXT NOT NULL DEFAULT '',
  rev        INTEGER NOT NULL DEFAULT 1,
  edited_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX note_by_shift ON note (shift_id);

-- The note that is being written: at most one.
CREATE TABLE draft (
  one        INTEGER PRIMARY KEY CHECK (one = 1),
  id         TEXT NOT NULL,
  step       TEXT NOT NULL CHECK (step IN ('difficulty', 'type', 'words')),
  difficulty INTEGER CHECK (difficulty BETWEEN 1 AND 5),
  type       TEXT,
  words      TEXT NOT NULL DEFAULT '',
  kept_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE checkin (
  id         TEXT PRIMARY KEY,
  shift_id   TEXT NOT NULL REFERENCES shift (id),
  at         INTEGER NOT NULL,
  zone       TEXT NOT NULL,
  stress     INTEGER NOT NULL CHECK (stress BETWEEN 0 AND 10),
  energy     INTEGER NOT NULL CHECK (energy BETWEEN 0 AND 10),
  rev        INTEGER NOT NULL DEFAULT 1,
  edited_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX checkin_by_shift ON checkin (shift_id);

CREATE TABLE pause (
  id         TEXT PRIMARY KEY,
  shift_id   TEXT NOT NULL REFERENCES shift (id),
  at         INTEGER NOT NULL,
  zone       TEXT NOT NULL,
  pattern    TEXT NOT NULL,
  elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms BETWEEN 0 AND planned_ms),
  planned_ms INTEGER NOT NULL,
  ended      TEXT NOT NULL CHECK (ended IN ('completed', 'stopped')),
  rev        INTEGER NOT NULL DEFAULT 1,
  edited_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX pause_by_shift ON pause (shift_id);

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- One row a shift, kept by the transaction that writes an entry: what Today and Trends read, so that
-- a page over ten years costs what a page over ten weeks costs. src/shifts/summary.ts can rebuild it.
CREATE TABLE shift_summary (
  shift_id   TEXT PRIMARY KEY REFERENCES shift (id),
  notes      INTEGER NOT NULL DEFAULT 0,
  pauses     INTEGER NOT NULL DEFAULT 0,
  checkins   INTEGER NOT NULL DEFAULT 0,
  stress_sum INTEGER NOT NULL DEFAULT 0,
  energy_sum INTEGER NOT NULL DEFAULT 0
) STRICT;
