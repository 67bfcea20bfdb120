-- What the queue of incidents sorts and filters by: review, open (1 where a person
-- is to look), paired (1 where an act waits for a second person), harm (people
-- claimed killed fourfold, and injured), apart (how far claimants are from each
-- other) and origins. See queue.go.

-- +goose Up
ALTER TABLE incidents
  ADD COLUMN review  TEXT NOT NULL DEFAULT '',
  ADD COLUMN open    INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN paired  INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN harm    BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN apart   BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN origins BIGINT NOT NULL DEFAULT 0;
-- PostgreSQL has no text for \u0000, so it is read as a space here.
UPDATE incidents i SET review = coalesce(d.j->>'review', ''),
  paired = CASE WHEN coalesce(json_array_length(d.j->'decision'->'waiting'), 0) > 0 THEN 1 ELSE 0 END,
  harm = 4 * killed_high + injured_high,
  apart = 4 * (killed_high - killed_low) + injured_high - injured_low + CASE WHEN status = 'contested' OR grading = 'contested' THEN 10000000000 ELSE 0 END,
  origins = coalesce((d.j->>'origins')::bigint, 0)
  FROM (SELECT seq, replace(doc, '\u0000', '\u0020')::json AS j FROM incidents) d
  WHERE d.seq = i.seq;
UPDATE incidents SET open = 0 WHERE review IN ('confirmed', 'rejected') AND paired = 0;
CREATE INDEX incidents_harm ON incidents (open, harm, seq);
CREATE INDEX incidents_apart ON incidents (open, apart, seq);
CREATE INDEX incidents_origins ON incidents (open, origins, seq);

-- +goose Down
DROP INDEX incidents_origins;
DROP INDEX incidents_apart;
DROP INDEX incidents_harm;
ALTER TABLE incidents DROP COLUMN review, DROP COLUMN open, DROP COLUMN paired, DROP COLUMN harm, DROP COLUMN apart, DROP COLUMN origins;
