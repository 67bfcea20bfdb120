-- Reports that people hand in, as they stand. They outlive Clear.

-- +goose Up
CREATE TABLE offers (
  number  BIGINT PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  state   TEXT NOT NULL,
  person  TEXT NOT NULL,
  decided BIGINT NOT NULL, -- 0 while it waits
  blotted BIGINT NOT NULL, -- 0 while it is known who handed it in
  doc     TEXT NOT NULL,
  sum     TEXT NOT NULL
);
CREATE INDEX offers_state ON offers (state, number);
CREATE INDEX offers_person ON offers (person, number);
CREATE INDEX offers_decided ON offers (blotted, decided);

-- +goose Down
DROP TABLE offers;
