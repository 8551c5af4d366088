-- Which of its few questions a hard note was asked (src/notes/brooding.ts), or that a pause was offered
-- instead: the heading of the words that answered it. None of it is the agent's words.
ALTER TABLE note ADD COLUMN asked TEXT CHECK (asked IN ('teammate', 'right', 'pause'));
ALTER TABLE draft ADD COLUMN asked TEXT CHECK (asked IN ('teammate', 'right', 'pause'));
CREATE INDEX note_asked ON note (at) WHERE asked IS NOT NULL;
