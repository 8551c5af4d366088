-- A shift's summary counts its notes by type and difficulty at each save, without reading the notes themselves.
DROP INDEX note_by_shift;
CREATE INDEX note_by_shift ON note (shift_id, type, difficulty);
