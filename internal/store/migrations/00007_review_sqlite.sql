-- A claim that people decided about keeps its ID in later versions of its report,
-- so an ID is unique in one version only. reading is what the machine reads, '' where
-- that is doc, 'null' where it reads nothing. open is 1 where a person is to look,
-- urgency how much depends on it.

-- +goose Up
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
