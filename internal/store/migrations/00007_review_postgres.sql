-- A claim that people decided about keeps its ID in later versions of its report,
-- so an ID is unique in one version only. reading is what the machine reads, '' where
-- that is doc, 'null' where it reads nothing. open is 1 where a person is to look,
-- urgency how much depends on it.

-- +goose Up
ALTER TABLE claims DROP CONSTRAINT claims_id_key;
ALTER TABLE claims ADD UNIQUE (id, version);
ALTER TABLE claims
  ADD COLUMN event      TEXT NOT NULL DEFAULT '',
  ADD COLUMN country    TEXT NOT NULL DEFAULT '',
  ADD COLUMN confidence INTEGER NOT NULL DEFAULT 0, -- in thousandths
  ADD COLUMN review     TEXT NOT NULL DEFAULT '',
  ADD COLUMN open       INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN urgency    BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN reading    TEXT NOT NULL DEFAULT '';
-- PostgreSQL has no text for \u0000, so it is read as a space here.
UPDATE claims c SET event = coalesce(d.j->>'event', ''), country = coalesce(d.j->'place'->>'country', ''),
  confidence = d.sure, review = coalesce(d.j->>'review', ''),
  urgency = (1 + 4 * least(100000, coalesce((d.j->'killed'->>'max')::bigint, (d.j->'killed'->>'min')::bigint, 0))
       + 2 * least(100000, coalesce((d.j->'casualties'->>'max')::bigint, (d.j->'casualties'->>'min')::bigint, 0))
       + least(100000, coalesce((d.j->'injured'->>'max')::bigint, (d.j->'injured'->>'min')::bigint, 0))) * (1050 - d.sure)
  FROM (SELECT x.seq, x.j, round(1000 * coalesce((x.j->>'confidence')::numeric, 0))::integer AS sure
    FROM (SELECT seq, replace(doc, '\u0000', '\u0020')::json AS j FROM claims) x) d
  WHERE d.seq = c.seq;
CREATE INDEX claims_open ON claims (urgency, seq) WHERE present = 1 AND open = 1;
CREATE INDEX claims_review ON claims (review, urgency, seq) WHERE present = 1;

-- +goose Down
DROP INDEX claims_review;
DROP INDEX claims_open;
ALTER TABLE claims DROP COLUMN event, DROP COLUMN country, DROP COLUMN confidence, DROP COLUMN review, DROP COLUMN open, DROP COLUMN urgency, DROP COLUMN reading;
DELETE FROM claims c USING claims d WHERE c.id = d.id AND c.present < d.present;
DELETE FROM claims c USING claims d WHERE c.id = d.id AND c.seq < d.seq;
ALTER TABLE claims DROP CONSTRAINT claims_id_version_key;
ALTER TABLE claims ADD UNIQUE (id);
