-- What an archive added to the gazetteer: places of imported files and of people.
-- place_acts says who did what and is only ever added to. gazetteer counts the
-- changes of each origin, so that processes see when to read the places again.
-- All three outlive Clear.

-- +goose Up
CREATE TABLE added_places (
  id        TEXT PRIMARY KEY,
  seq       BIGINT NOT NULL,
  origin    TEXT NOT NULL,
  country   TEXT NOT NULL,
  withdrawn INTEGER NOT NULL,
  folded    TEXT NOT NULL,
  doc       TEXT NOT NULL,
  sum       TEXT NOT NULL
);
CREATE INDEX added_places_origin ON added_places (origin, seq);

CREATE TABLE place_acts (
  number BIGINT PRIMARY KEY,
  place  TEXT NOT NULL,
  doc    TEXT NOT NULL,
  sum    TEXT NOT NULL
);
CREATE INDEX place_acts_place ON place_acts (place, number);

CREATE TABLE gazetteer (
  origin  TEXT PRIMARY KEY,
  version BIGINT NOT NULL
);

-- Places as they are held in memory, so that not every process works them out.
CREATE TABLE compiled_places (
  origin  TEXT PRIMARY KEY,
  version BIGINT NOT NULL, -- of gazetteer
  maker   TEXT NOT NULL,
  data    TEXT NOT NULL, -- base64
  sum     TEXT NOT NULL
);

-- +goose Down
DROP TABLE compiled_places;
DROP TABLE gazetteer;
DROP TABLE place_acts;
DROP TABLE added_places;
