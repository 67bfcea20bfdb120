-- What tracing copies needs. A sketch is the fingerprints of a report's present
-- version; n numbers them in the order in which they were indexed, so that a
-- process can catch up with the others. A sketch that is null says that the
-- report is no longer indexed. day is counted from 1970-01-01, at is
-- the report's place in time in microseconds; doc is the seq of
-- the report.

-- +goose Up
CREATE TABLE sketches (
  n       INTEGER PRIMARY KEY AUTOINCREMENT,
  doc     BIGINT NOT NULL,
  report  TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  source  TEXT NOT NULL,
  day     INTEGER NOT NULL,
  at      BIGINT NOT NULL,
  sketch  BLOB
);
ALTER TABLE citations ADD COLUMN basis TEXT NOT NULL DEFAULT 'declared';
ALTER TABLE citations ADD COLUMN missing INTEGER NOT NULL DEFAULT 0;
CREATE INDEX citations_missing ON citations (seq) WHERE missing = 1;

-- +goose Down
DROP INDEX citations_missing;
ALTER TABLE citations DROP COLUMN missing;
ALTER TABLE citations DROP COLUMN basis;
DROP TABLE sketches;
