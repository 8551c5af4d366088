-- Two more doors that a call can be told by, what it was spent on and how long it was, where the door
-- says so. The column is made anew, not the table: what other steps added to it stays.
ALTER TABLE call RENAME COLUMN source TO source_before;
ALTER TABLE call ADD COLUMN source TEXT NOT NULL DEFAULT 'shortcut'
  CHECK (source IN ('shortcut', 'tray', 'command', 'link', 'microphone'));
UPDATE call SET source = source_before;
ALTER TABLE call DROP COLUMN source_before;
ALTER TABLE call ADD COLUMN channel TEXT CHECK (channel IN ('call', 'chat', 'message', 'visit'));
ALTER TABLE call ADD COLUMN seconds INTEGER CHECK (seconds BETWEEN 0 AND 86400);
CREATE INDEX call_ended ON call (ended_at);
