-- Letters that wait to be sent, and what became of them. A letter is written in
-- the transaction of what it tells of. Once it is sent, or given up, its address
-- and words are dropped (doc is empty): what is left says that, when, and about
-- what one was sent. due is in milliseconds of the database's clock.

-- +goose Up
CREATE TABLE mail (
  id      TEXT PRIMARY KEY,
  about   TEXT NOT NULL, -- ID of the case
  act     INTEGER NOT NULL, -- number of the act in it
  written BIGINT NOT NULL,
  state   TEXT NOT NULL, -- waiting, sent, failed, dropped
  tries   INTEGER NOT NULL,
  due     BIGINT NOT NULL,
  holder  TEXT NOT NULL,
  ended   BIGINT NOT NULL,
  error   TEXT NOT NULL,
  doc     TEXT NOT NULL
);
CREATE INDEX mail_due ON mail (due, id) WHERE state = 'waiting';
CREATE INDEX mail_about ON mail (about, act);

-- +goose Down
DROP TABLE mail;
