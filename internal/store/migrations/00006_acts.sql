-- What people decided. acts is only ever added to; act_claims are the claims as
-- they saw them; act_refs finds the acts that bear on a report, a claim or an
-- incident. pins and decided_incidents follow from acts and are kept so that
-- steps need not work them out: the incident that a claim belongs to, and what an
-- incident was merged into (goes_to, '' for none) or is said to be.

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

-- +goose Down
DROP TABLE decided_incidents;
DROP TABLE pins;
DROP TABLE act_refs;
DROP TABLE act_claims;
DROP TABLE acts;
