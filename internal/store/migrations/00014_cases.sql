-- Cases, what happened in them, and what was told to the world after them. All of
-- it outlives Clear. cases holds how a case stands; case_acts are only ever added
-- to, but the words of a person may be blotted out. case_tokens are the hashes of
-- the secret addresses of a case: a form that was handed in twice gets one for
-- each time. once is a hash of the form and what it was shown with; secret is the
-- token itself, kept only where there is an e-mail address to write links to.
-- Of a notice two things become known later: undone is the restoration that
-- ended it, to_version the version that a correction made.

-- +goose Up
CREATE TABLE cases (
  number   BIGINT PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  kind     TEXT NOT NULL,
  state    TEXT NOT NULL,
  opened   BIGINT NOT NULL,
  due      BIGINT NOT NULL, -- 0 where nobody must act
  about    TEXT NOT NULL,
  report   TEXT NOT NULL,
  handler  TEXT NOT NULL,
  decision TEXT NOT NULL,
  decided  BIGINT NOT NULL,
  once     TEXT NOT NULL,
  secret   TEXT NOT NULL,
  folded   TEXT NOT NULL, -- the words it is found by
  doc      TEXT NOT NULL,
  sum      TEXT NOT NULL
);
CREATE INDEX cases_state ON cases (state, number);
CREATE INDEX cases_due ON cases (due, number);
CREATE INDEX cases_report ON cases (report, number);
CREATE INDEX cases_about ON cases (about, number);
CREATE INDEX cases_handler ON cases (handler, number);
CREATE INDEX cases_decided ON cases (decided, number);
CREATE INDEX cases_once ON cases (once);

CREATE TABLE case_acts (
  case_id TEXT NOT NULL,
  number  INTEGER NOT NULL,
  time    BIGINT NOT NULL,
  kind    TEXT NOT NULL,
  person  TEXT NOT NULL,
  doc     TEXT NOT NULL,
  sum     TEXT NOT NULL,
  PRIMARY KEY (case_id, number)
);
CREATE INDEX case_acts_person ON case_acts (person, time);

CREATE TABLE case_tokens (
  token   TEXT PRIMARY KEY,
  case_id TEXT NOT NULL
);
CREATE INDEX case_tokens_case ON case_tokens (case_id);

CREATE TABLE notices (
  number     BIGINT PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  kind       TEXT NOT NULL,
  report     TEXT NOT NULL,
  case_id    TEXT NOT NULL,
  act        INTEGER NOT NULL,
  issued     BIGINT NOT NULL,
  undone     TEXT NOT NULL,
  to_version INTEGER NOT NULL,
  doc        TEXT NOT NULL,
  sum        TEXT NOT NULL
);
CREATE INDEX notices_report ON notices (report, number);
CREATE INDEX notices_case ON notices (case_id, number);
CREATE INDEX notices_kind ON notices (kind, number);

-- +goose Down
DROP TABLE notices;
DROP TABLE case_tokens;
DROP TABLE case_acts;
DROP TABLE cases;
