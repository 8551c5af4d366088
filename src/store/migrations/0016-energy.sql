-- Energy as a second watched series, on request: the same as watch_row and watch_answer, of energy.
CREATE TABLE energy_row (
  shift_id   TEXT PRIMARY KEY REFERENCES shift (id),
  shift_date TEXT NOT NULL,
  value      REAL NOT NULL,
  kind       TEXT NOT NULL,
  line       REAL,
  state      TEXT NOT NULL
) STRICT;
CREATE INDEX energy_row_by_date ON energy_row (shift_date, shift_id);
CREATE TABLE energy_answer (
  shift_id  TEXT NOT NULL REFERENCES shift (id),
  question  TEXT NOT NULL CHECK (question IN ('doors', 'new-usual')),
  answer    TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'open')),
  rev       INTEGER NOT NULL DEFAULT 1,
  edited_at INTEGER NOT NULL,
  PRIMARY KEY (shift_id, question)
) STRICT;
