-- What processes on one database must agree in (the address of the site, what signs
-- the tasks of forms); to whom a letter is; and who at the desk wishes to be written
-- to. told is up to when a person was told what happened, sent when they were last
-- written to, both in microseconds of Unix time.

-- +goose Up
CREATE TABLE settings (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

ALTER TABLE mail ADD COLUMN reader TEXT NOT NULL DEFAULT ''; -- empty: who opened the case

CREATE TABLE mail_wishes (
  person  TEXT PRIMARY KEY,
  address TEXT NOT NULL,
  told    BIGINT NOT NULL,
  sent    BIGINT NOT NULL
);

CREATE INDEX case_acts_time ON case_acts (time);

-- +goose Down
DROP INDEX case_acts_time;
DROP TABLE mail_wishes;
ALTER TABLE mail DROP COLUMN reader;
DROP TABLE settings;
