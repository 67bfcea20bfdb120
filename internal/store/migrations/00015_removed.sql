-- What decisions did to reports. All of it outlives Clear.
--
-- removed names the reports of which nothing is shown, with the notice that says
-- so. corrected are the captures that hold a corrected report: they are ours, and
-- the version read out of one stands before whatever is read elsewhere until the
-- correction is undone.
--
-- cuts are runs of bytes that an erasure destroys; cut_blobs says what is kept of
-- such bytes instead: form is how it is read, now its SHA-256 ('' where nothing is
-- kept), stale what is still to be taken away.

-- +goose Up
CREATE TABLE removed (
  report TEXT PRIMARY KEY,
  notice TEXT NOT NULL,
  since  BIGINT NOT NULL,
  legal  INTEGER NOT NULL,
  erased INTEGER NOT NULL,
  source TEXT NOT NULL -- the outlet, as it was called
);
CREATE INDEX removed_since ON removed (since, report);

CREATE TABLE corrected (
  capture TEXT PRIMARY KEY,
  report  TEXT NOT NULL,
  notice  TEXT NOT NULL,
  undone  INTEGER NOT NULL
);
CREATE INDEX corrected_report ON corrected (report);

CREATE TABLE cuts (
  sha256  TEXT NOT NULL, -- of the bytes as they were received
  payload TEXT NOT NULL, -- of a WARC: SHA-256 of what the record held
  start   BIGINT NOT NULL,
  length  BIGINT NOT NULL, -- -1 until the bytes are destroyed
  report  TEXT NOT NULL,
  notice  TEXT NOT NULL,
  made    BIGINT NOT NULL,
  done    BIGINT NOT NULL, -- 0 while the bytes wait to be destroyed
  digest  TEXT NOT NULL, -- of the bytes with a salt that nobody keeps
  PRIMARY KEY (sha256, payload, start, report)
);
CREATE INDEX cuts_report ON cuts (report);
CREATE INDEX cuts_done ON cuts (done);

CREATE TABLE cut_blobs (
  sha256 TEXT PRIMARY KEY,
  form   TEXT NOT NULL, -- lines, readings, records, none
  now    TEXT NOT NULL,
  stale  TEXT NOT NULL
);

-- +goose Down
DROP TABLE cut_blobs;
DROP TABLE cuts;
DROP TABLE corrected;
DROP TABLE removed;
