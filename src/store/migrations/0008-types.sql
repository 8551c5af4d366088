-- Types of call as the agent wants them: renamed, hidden, in an order, added (`own-…`). A type without a
-- row is Lull's own. One that was taken out stays as a row without its name, so that an older copy of
-- the journal can't bring it back.
CREATE TABLE note_type (
  id        TEXT PRIMARY KEY,
  name      TEXT NOT NULL DEFAULT '',
  hidden    INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
  gone      INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
  position  INTEGER NOT NULL,
  rev       INTEGER NOT NULL DEFAULT 1,
  edited_at INTEGER NOT NULL
) STRICT;
