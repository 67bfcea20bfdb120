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
  number INTEGER PRIMARY KEY,
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

CREATE TABLE claims_new (
  seq        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL,
  report     TEXT NOT NULL,
  version    INTEGER NOT NULL,
  ordinal    INTEGER NOT NULL,
  present    INTEGER NOT NULL,
  incident   TEXT NOT NULL,
  claimant   TEXT NOT NULL,
  quote      TEXT NOT NULL,
  event      TEXT NOT NULL,
  country    TEXT NOT NULL,
  confidence INTEGER NOT NULL, -- in thousandths
  review     TEXT NOT NULL,
  open       INTEGER NOT NULL,
  urgency    BIGINT NOT NULL,
  reading    TEXT NOT NULL,
  doc        TEXT NOT NULL,
  sum        TEXT NOT NULL,
  UNIQUE (id, version)
);
INSERT INTO claims_new (seq, id, report, version, ordinal, present, incident, claimant, quote, event, country, confidence, review, open, urgency, reading, doc, sum)
  SELECT seq, id, report, version, ordinal, present, incident, claimant, quote,
    coalesce(json_extract(doc, '$.event'), ''), coalesce(json_extract(doc, '$.place.country'), ''),
    CAST(round(1000 * coalesce(json_extract(doc, '$.confidence'), 0)) AS INTEGER), coalesce(json_extract(doc, '$.review'), ''), 1,
    (1 + 4 * min(100000, coalesce(json_extract(doc, '$.killed.max'), json_extract(doc, '$.killed.min'), 0))
       + 2 * min(100000, coalesce(json_extract(doc, '$.casualties.max'), json_extract(doc, '$.casualties.min'), 0))
       + min(100000, coalesce(json_extract(doc, '$.injured.max'), json_extract(doc, '$.injured.min'), 0)))
      * (1050 - CAST(round(1000 * coalesce(json_extract(doc, '$.confidence'), 0)) AS INTEGER)),
    '', doc, sum FROM claims;
DROP TABLE claims;
ALTER TABLE claims_new RENAME TO claims;
CREATE INDEX claims_report ON claims (report, version, ordinal);
CREATE INDEX claims_incident ON claims (incident);
CREATE INDEX claims_claimant ON claims (claimant, present);
CREATE INDEX claims_open ON claims (urgency, seq) WHERE present = 1 AND open = 1;
CREATE INDEX claims_review ON claims (review, urgency, seq) WHERE present = 1;

-- +goose Down
DROP INDEX claims_review;
DROP INDEX claims_open;
DROP TABLE decided_incidents;
DROP TABLE pins;
DROP TABLE act_refs;
DROP TABLE act_claims;
DROP TABLE acts;
CREATE TABLE claims_old (
  seq      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  report   TEXT NOT NULL,
  version  INTEGER NOT NULL,
  ordinal  INTEGER NOT NULL,
  present  INTEGER NOT NULL,
  incident TEXT NOT NULL,
  claimant TEXT NOT NULL,
  quote    TEXT NOT NULL,
  doc      TEXT NOT NULL,
  sum      TEXT NOT NULL
);
INSERT OR IGNORE INTO claims_old SELECT seq, id, report, version, ordinal, present, incident, claimant, quote, doc, sum FROM claims ORDER BY present DESC;
DROP TABLE claims;
ALTER TABLE claims_old RENAME TO claims;
CREATE INDEX claims_report ON claims (report, version, ordinal);
CREATE INDEX claims_incident ON claims (incident);
CREATE INDEX claims_claimant ON claims (claimant, present);
