-- The week as the agent looked back at it, by its first date; a week has seven days. What was picked is
-- a key (src/review/kinds.ts), what was written are words. A row comes with the first answer.
CREATE TABLE review (
  week_from    TEXT PRIMARY KEY,
  step         TEXT NOT NULL,
  helped       TEXT,
  helped_words TEXT NOT NULL DEFAULT '',
  good         TEXT,
  good_words   TEXT NOT NULL DEFAULT '',
  mine         TEXT,
  mine_words   TEXT NOT NULL DEFAULT '',
  theirs       TEXT,
  theirs_words TEXT NOT NULL DEFAULT '',
  plan         TEXT,
  rev          INTEGER NOT NULL DEFAULT 1,
  edited_at    INTEGER NOT NULL
) STRICT;
