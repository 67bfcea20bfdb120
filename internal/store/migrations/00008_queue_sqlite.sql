-- What the queue of incidents sorts and filters by: review, open (1 where a person
-- is to look), paired (1 where an act waits for a second person), harm (people
-- claimed killed fourfold, and injured), apart (how far claimants are from each
-- other) and origins. See queue.go.

-- +goose Up
ALTER TABLE incidents ADD COLUMN review TEXT NOT NULL DEFAULT '';
ALTER TABLE incidents ADD COLUMN open INTEGER NOT NULL DEFAULT 1;
ALTER TABLE incidents ADD COLUMN paired INTEGER NOT NULL DEFAULT 0;
ALTER TABLE incidents ADD COLUMN harm BIGINT NOT NULL DEFAULT 0;
ALTER TABLE incidents ADD COLUMN apart BIGINT NOT NULL DEFAULT 0;
ALTER TABLE incidents ADD COLUMN origins BIGINT NOT NULL DEFAULT 0;
UPDATE incidents SET review = coalesce(json_extract(doc, '$.review'), ''),
  paired = coalesce(json_array_length(doc, '$.decision.waiting') > 0, 0),
  harm = 4 * killed_high + injured_high,
  apart = 4 * (killed_high - killed_low) + injured_high - injured_low + CASE WHEN status = 'contested' OR grading = 'contested' THEN 10000000000 ELSE 0 END,
  origins = coalesce(json_extract(doc, '$.origins'), 0);
UPDATE incidents SET open = 0 WHERE review IN ('confirmed', 'rejected') AND paired = 0;
CREATE INDEX incidents_harm ON incidents (open, harm, seq);
CREATE INDEX incidents_apart ON incidents (open, apart, seq);
CREATE INDEX incidents_origins ON incidents (open, origins, seq);

-- +goose Down
DROP INDEX incidents_origins;
DROP INDEX incidents_apart;
DROP INDEX incidents_harm;
ALTER TABLE incidents DROP COLUMN origins;
ALTER TABLE incidents DROP COLUMN apart;
ALTER TABLE incidents DROP COLUMN harm;
ALTER TABLE incidents DROP COLUMN paired;
ALTER TABLE incidents DROP COLUMN open;
ALTER TABLE incidents DROP COLUMN review;
