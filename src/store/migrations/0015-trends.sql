-- What the shift's notes were: good calls, and hard ones (4 or 5, abuse, distress); the rest was ok.
ALTER TABLE shift_summary ADD COLUMN hard INTEGER NOT NULL DEFAULT 0;
ALTER TABLE shift_summary ADD COLUMN good INTEGER NOT NULL DEFAULT 0;
UPDATE shift_summary SET
  hard = (
    SELECT count(*) FROM note n WHERE n.shift_id = shift_summary.shift_id
    AND n.type IS NOT 'good' AND (n.difficulty >= 4 OR n.type IN ('abusive', 'distress'))
  ),
  good = (SELECT count(*) FROM note n WHERE n.shift_id = shift_summary.shift_id AND n.type = 'good');

-- The order in which the watch takes shifts: what is in it is never changed.
CREATE INDEX shift_in_order ON shift (shift_date, id);

-- What kind of shift it was, by the agent's own word; without a row it isn't told apart.
CREATE TABLE shift_kind (
  shift_id  TEXT PRIMARY KEY REFERENCES shift (id),
  kind      TEXT NOT NULL CHECK (kind IN ('any', 'early', 'late', 'night')),
  rev       INTEGER NOT NULL DEFAULT 1,
  edited_at INTEGER NOT NULL
) STRICT;

-- The watch after each logged shift, worked out from the rows above and below (src/trends/watching.ts
-- can rebuild it): the value and the kind it took, what it draws, and what it remembers, as JSON.
CREATE TABLE watch_row (
  shift_id   TEXT PRIMARY KEY REFERENCES shift (id),
  shift_date TEXT NOT NULL,
  value      REAL NOT NULL,
  kind       TEXT NOT NULL,
  line       REAL,
  state      TEXT NOT NULL
) STRICT;
CREATE INDEX watch_row_by_date ON watch_row (shift_date, shift_id);

-- What the agent answered about a spell, by the shift with which it began. `new-usual`, yes: the watch
-- begins anew there.
CREATE TABLE watch_answer (
  shift_id  TEXT NOT NULL REFERENCES shift (id),
  question  TEXT NOT NULL CHECK (question IN ('doors', 'new-usual')),
  answer    TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'open')),
  rev       INTEGER NOT NULL DEFAULT 1,
  edited_at INTEGER NOT NULL,
  PRIMARY KEY (shift_id, question)
) STRICT;

-- What went on around the work, from one date to another. One that was deleted stays as a row, so that
-- an older copy of the journal can't bring it back.
CREATE TABLE context_mark (
  id        TEXT PRIMARY KEY,
  kind      TEXT NOT NULL CHECK (kind IN ('peak', 'new-rota', 'holiday', 'unwell')),
  from_date TEXT NOT NULL,
  to_date   TEXT NOT NULL CHECK (to_date >= from_date),
  gone      INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
  rev       INTEGER NOT NULL DEFAULT 1,
  edited_at INTEGER NOT NULL
) STRICT;
