-- "Why did or didn't Lull ask?": what the policy decided, kept for seven days. Times and reasons only.
CREATE TABLE prompt_decision (
  id      INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  times   INTEGER NOT NULL DEFAULT 1 CHECK (times >= 1),
  did     TEXT NOT NULL,
  what    TEXT,
  reason  TEXT NOT NULL
) STRICT;
CREATE INDEX prompt_decision_by_time ON prompt_decision (last_at);
