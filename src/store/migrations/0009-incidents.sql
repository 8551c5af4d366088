-- What an incident note lists, by time; and which notes have words at all. Neither holds a word.
CREATE INDEX note_abusive ON note (at) WHERE type = 'abusive';
CREATE INDEX note_worded ON note (place) WHERE words <> '';

-- Notes and drafts whose words went, and may still stand in an older copy or in the log: written with
-- the change itself, so that a kill in between leaves nothing behind.
CREATE TABLE leaving (
  id TEXT PRIMARY KEY
) STRICT;
