-- Tension before and after a pause, 0 to 10, where it was asked; and who chose its kind: only draws by
-- chance are ever compared. `pattern` holds the kind: a pattern, `own:…` or an exercise.
ALTER TABLE pause ADD COLUMN before INTEGER CHECK (before BETWEEN 0 AND 10);
ALTER TABLE pause ADD COLUMN after INTEGER
  CHECK (after BETWEEN 0 AND 10 AND (after IS NULL OR before IS NOT NULL));
ALTER TABLE pause ADD COLUMN chosen TEXT NOT NULL DEFAULT 'me' CHECK (chosen IN ('me', 'chance'));
CREATE INDEX pause_by_time ON pause (at);
CREATE INDEX pause_rated ON pause (at) WHERE after IS NOT NULL;
