-- What is done for the safety of people, and who looked at what is not shown to
-- all. measures outlive Clear; measure_refs are the reports and incidents that a
-- measure falls on: what it is about, and of an incident its reports.

-- +goose Up
CREATE TABLE measures (
  number BIGINT PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  kind   TEXT NOT NULL,
  about  TEXT NOT NULL,
  until  BIGINT NOT NULL, -- 0 for none
  lifted BIGINT NOT NULL, -- 0 while it holds
  doc    TEXT NOT NULL,
  sum    TEXT NOT NULL
);
CREATE INDEX measures_about ON measures (about, number);
CREATE INDEX measures_until ON measures (lifted, until);

CREATE TABLE measure_refs (
  ref     TEXT NOT NULL,
  measure TEXT NOT NULL,
  PRIMARY KEY (ref, measure)
);
CREATE INDEX measure_refs_measure ON measure_refs (measure);

CREATE TABLE accesses (
  number BIGINT PRIMARY KEY,
  time   BIGINT NOT NULL,
  person TEXT NOT NULL,
  about  TEXT NOT NULL,
  doc    TEXT NOT NULL
);
CREATE INDEX accesses_time ON accesses (time);
CREATE INDEX accesses_person ON accesses (person, number);
CREATE INDEX accesses_about ON accesses (about, number);

-- +goose Down
DROP TABLE accesses;
DROP TABLE measure_refs;
DROP TABLE measures;
