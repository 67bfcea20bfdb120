-- What is to stand in the log, and what stands there. A row is written in the
-- transaction of the thing that it vouches for and waits (place is null) until the
-- writer of the log numbers it: then place is its index in the log for ever. salt
-- and statement are emptied by an erasure; everything else is never changed.

-- +goose Up
CREATE TABLE entries (
  seq       INTEGER PRIMARY KEY AUTOINCREMENT,
  place     BIGINT UNIQUE,
  kind      TEXT NOT NULL,
  about     TEXT NOT NULL,
  time      BIGINT NOT NULL,
  digest    TEXT NOT NULL,
  salt      TEXT NOT NULL, -- hexadecimal
  statement TEXT NOT NULL
);
CREATE INDEX entries_about ON entries (about, seq);
CREATE INDEX entries_waiting ON entries (seq) WHERE place IS NULL;

-- The one log that this database is written to, once there is one.
CREATE TABLE logs (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  verifier TEXT NOT NULL -- name and public key, as package note writes them
);

-- +goose Down
DROP TABLE logs;
DROP TABLE entries;
