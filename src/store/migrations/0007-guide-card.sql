-- Which technique's card was shown after which note: the one that is shown next is the one that wasn't
-- seen for longest. No words of anybody's.
CREATE TABLE guide_card (
  note_id   TEXT PRIMARY KEY,
  shift_id  TEXT NOT NULL REFERENCES shift (id),
  technique TEXT NOT NULL,
  at        INTEGER NOT NULL
) STRICT;
CREATE INDEX guide_card_by_technique ON guide_card (technique, at);
CREATE INDEX guide_card_by_shift ON guide_card (shift_id);
