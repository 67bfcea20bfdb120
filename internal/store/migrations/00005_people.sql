-- People who work at the desk, and what proves that it is them. Times are
-- microseconds of Unix time, 0 for none. Tokens of sessions and links, and the
-- names that sign-ins were tried with, stand here as SHA-256 only.

-- +goose Up
CREATE TABLE people (
  id      TEXT PRIMARY KEY,
  name    TEXT NOT NULL,
  folded  TEXT NOT NULL UNIQUE, -- the name as it is compared
  role    TEXT NOT NULL,
  added   BIGINT NOT NULL,
  removed BIGINT NOT NULL,
  secret  TEXT NOT NULL -- hash of the password in PHC form, empty for none
);

CREATE TABLE sessions (
  token   TEXT PRIMARY KEY,
  person  TEXT NOT NULL,
  began   BIGINT NOT NULL,
  used    BIGINT NOT NULL,
  expires BIGINT NOT NULL
);
CREATE INDEX sessions_person ON sessions (person);
CREATE INDEX sessions_expires ON sessions (expires);

-- Links that let whoever has them make an account, once.
CREATE TABLE invitations (
  token   TEXT PRIMARY KEY,
  role    TEXT NOT NULL,
  founder INTEGER NOT NULL, -- works only while there is nobody
  inviter TEXT NOT NULL, -- ID of a person, empty for the program itself
  expires BIGINT NOT NULL
);

CREATE TABLE attempts (
  subject  TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  last     BIGINT NOT NULL
);
CREATE INDEX attempts_last ON attempts (last);

-- +goose Down
DROP TABLE attempts;
DROP TABLE invitations;
DROP TABLE sessions;
DROP TABLE people;
