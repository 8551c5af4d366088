-- Whom the agent can turn to, in the agent's own words: at most one row a kind. What was cleared stays
-- as an empty row, so that an older copy of the journal can't bring it back.
CREATE TABLE support_contact (
  kind      TEXT PRIMARY KEY,
  name      TEXT NOT NULL,
  reach     TEXT NOT NULL,
  rev       INTEGER NOT NULL DEFAULT 1,
  edited_at INTEGER NOT NULL
) STRICT;
