-- What people decided. acts is only ever added to; act_claims are the claims as
-- they saw them; act_refs finds the acts that bear on a report, a claim or an
-- incident. pins and decided_incidents follow from acts and are kept so that
-- steps need not work them out: the incident that a claim belongs to, and what an
-- incident was merged into (goes_to, '' for none) or is said to be.
--
-- A claim that people decided about keeps its ID in later versions of its report,
-- so an ID is unique in one version only. reading is what the machine reads, '' where
-- that is doc, 'null' where it reads nothing. open is 1 where a person is to look,
-- urgency how much depends on it.

-- +goose Up
CREATE TABLE acts (
  number BIGINT PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  time   BIGINT NOT NULL,
  person TEXT NOT NULL,
  kind   TEXT NOT NULL,
  about  TEXT NOT NULL,
  doc    TEXT NOT NULL,
  sum    TEXT NOT NULL
);
CREATE INDEX acts_person ON acts (person, number);
CREATE INDEX acts_kind ON acts (kind, number);

CREATE TABLE act_claims (
  act     BIGINT NOT NULL,
  ordinal INTEGER NOT NULL,
  claim   TEXT NOT NULL,
  report  TEXT NOT NULL,
  doc     TEXT NOT NULL,
  PRIMARY KEY (act, ordinal)
);

CREATE TABLE act_refs (
  ref TEXT NOT NULL,
  act BIGINT NOT NULL,
  PRIMARY KEY (ref, act)
);

CREATE TABLE pins (
  claim    TEXT PRIMARY KEY,
  incident TEXT NOT NULL
);
CREATE INDEX pins_incident ON pins (incident);

CREATE TABLE decided_incidents (
  id      TEXT PRIMARY KEY,
  goes_to TEXT NOT NULL,
  doc     TEXT NOT NULL
);

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
DROP TABLE decided_incidents;
DROP TABLE pins;
DROP TABLE act_refs;
DROP TABLE act_claims;
DROP TABLE acts;
