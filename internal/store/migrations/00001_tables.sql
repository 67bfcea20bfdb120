-- The tables, in the SQL that SQLite and PostgreSQL share. What differs (number
-- sequences and the search indexes) follows in 00002, one file for each.
--
-- seq numbers rows in the order they were written. doc is the JSON of the whole
-- thing as package isnad defines it; other columns repeat what is filtered or
-- sorted by. sum is a checksum over the row for Check. Days are counted from
-- 1970-01-01, -1000000 where none is known. Times are microseconds of Unix time
-- (jobs: milliseconds).

-- +goose Up
CREATE TABLE blobs (
  sha256 TEXT PRIMARY KEY,
  size   BIGINT NOT NULL
);

CREATE TABLE captures (
  seq        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  sha256     TEXT NOT NULL,
  place      TEXT NOT NULL,
  place_sum  TEXT NOT NULL, -- checksum of place, which may be too long for an index
  container  TEXT NOT NULL,
  received   BIGINT NOT NULL,
  first_step TEXT NOT NULL,
  doc        TEXT NOT NULL
);
CREATE INDEX captures_sha256 ON captures (sha256);
CREATE INDEX captures_place ON captures (place_sum, seq);
CREATE INDEX captures_container ON captures (container);

CREATE TABLE notes (
  seq     INTEGER PRIMARY KEY,
  capture TEXT NOT NULL,
  stage   TEXT NOT NULL,
  note    TEXT NOT NULL,
  UNIQUE (capture, stage, note)
);

CREATE TABLE jobs (
  seq      INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL,
  capture  TEXT NOT NULL,
  doc      TEXT NOT NULL,
  state    TEXT NOT NULL,
  starts   INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  due      BIGINT NOT NULL,
  holder   TEXT NOT NULL,
  error    TEXT NOT NULL
);
CREATE INDEX jobs_state ON jobs (state, seq);
CREATE INDEX jobs_capture ON jobs (capture);

-- Which version of a report each reading of a capture gave. It outlives Clear,
-- so that versions keep their numbers when reports are read again.
CREATE TABLE readings (
  report  TEXT NOT NULL,
  capture TEXT NOT NULL,
  place   BIGINT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (report, capture, place)
);
CREATE INDEX readings_capture ON readings (capture);

CREATE TABLE reports (
  seq       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  version   INTEGER NOT NULL,
  versions  INTEGER NOT NULL,
  source_id TEXT NOT NULL,
  source    TEXT NOT NULL,
  language  TEXT NOT NULL,
  published BIGINT NOT NULL,
  sorted    BIGINT NOT NULL
);
CREATE INDEX reports_sorted ON reports (sorted, seq);
CREATE INDEX reports_source ON reports (source_id, sorted, seq);
CREATE INDEX reports_language ON reports (language, sorted, seq);

CREATE TABLE versions (
  seq      INTEGER PRIMARY KEY,
  report   TEXT NOT NULL,
  version  INTEGER NOT NULL,
  capture  TEXT NOT NULL,
  place    BIGINT NOT NULL,
  received BIGINT NOT NULL,
  key      TEXT NOT NULL,
  wording  TEXT NOT NULL,
  title    TEXT NOT NULL,
  text     TEXT NOT NULL,
  doc      TEXT NOT NULL,
  sum      TEXT NOT NULL,
  UNIQUE (report, version)
);
CREATE INDEX versions_capture ON versions (capture);

CREATE TABLE claims (
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
CREATE INDEX claims_report ON claims (report, version, ordinal);
CREATE INDEX claims_incident ON claims (incident);
CREATE INDEX claims_claimant ON claims (claimant, present);

-- The places (with those they lie within) and parties of present claims.
CREATE TABLE claim_refs (
  class TEXT NOT NULL,
  ref   TEXT NOT NULL,
  claim BIGINT NOT NULL,
  PRIMARY KEY (class, ref, claim)
);
CREATE INDEX claim_refs_claim ON claim_refs (claim);

CREATE TABLE tolls (
  seq     INTEGER PRIMARY KEY,
  report  TEXT NOT NULL,
  version INTEGER NOT NULL,
  doc     TEXT NOT NULL
);
CREATE INDEX tolls_report ON tolls (report, version);

CREATE TABLE citations (
  seq     INTEGER PRIMARY KEY,
  report  TEXT NOT NULL,
  version INTEGER NOT NULL,
  cited   TEXT NOT NULL,
  doc     TEXT NOT NULL
);
CREATE INDEX citations_report ON citations (report, version);
CREATE INDEX citations_cited ON citations (cited, seq);

-- wide is 1 where the period is longer than two weeks: those few are looked for
-- apart, so that the many others are found by their first day alone.
CREATE TABLE incidents (
  seq          INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  event        TEXT NOT NULL,
  day_from     INTEGER NOT NULL,
  day_to       INTEGER NOT NULL,
  wide         INTEGER NOT NULL,
  country      TEXT NOT NULL,
  province     TEXT NOT NULL,
  lat          DOUBLE PRECISION,
  lon          DOUBLE PRECISION,
  status       TEXT NOT NULL,
  grading      TEXT NOT NULL,
  killed_known INTEGER NOT NULL,
  killed_low   BIGINT NOT NULL,
  killed_high  BIGINT NOT NULL,
  injured_low  BIGINT NOT NULL,
  injured_high BIGINT NOT NULL,
  injured_known INTEGER NOT NULL,
  doc          TEXT NOT NULL,
  sum          TEXT NOT NULL
);
CREATE INDEX incidents_around ON incidents (country, wide, day_from, day_to, lat, lon, province, event, id);
CREATE INDEX incidents_day ON incidents (wide, day_from, day_to, country, lat, lon, province, event, id);
CREATE INDEX incidents_date ON incidents (day_from, seq);
CREATE INDEX incidents_killed ON incidents (killed_high, seq);
CREATE INDEX incidents_timeline ON incidents (day_from, day_to, killed_known, killed_low, killed_high, injured_known, injured_low, injured_high);
CREATE INDEX incidents_lat ON incidents (lat, lon);

-- The places (with those they lie within), parties and sources of incidents.
CREATE TABLE incident_refs (
  class    TEXT NOT NULL,
  ref      TEXT NOT NULL,
  incident BIGINT NOT NULL,
  PRIMARY KEY (class, ref, incident)
);
CREATE INDEX incident_refs_incident ON incident_refs (incident);

-- Sources, places and parties. ref is what claim_refs and incident_refs call it.
CREATE TABLE names (
  seq     INTEGER PRIMARY KEY,
  class   TEXT NOT NULL,
  id      TEXT NOT NULL,
  ref     TEXT NOT NULL,
  name    TEXT NOT NULL,
  kind    TEXT NOT NULL,
  country TEXT NOT NULL,
  folded  TEXT NOT NULL,
  doc     TEXT NOT NULL,
  UNIQUE (class, id)
);
CREATE INDEX names_ref ON names (class, ref);

-- +goose Down
DROP TABLE names;
DROP TABLE incident_refs;
DROP TABLE incidents;
DROP TABLE citations;
DROP TABLE tolls;
DROP TABLE claim_refs;
DROP TABLE claims;
DROP TABLE versions;
DROP TABLE reports;
DROP TABLE readings;
DROP TABLE jobs;
DROP TABLE notes;
DROP TABLE captures;
DROP TABLE blobs;
