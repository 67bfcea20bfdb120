-- What a model answered to questions about claims, so that nothing is asked twice.
-- It outlives Clear: a rebuild reads the same claims without asking again.

-- +goose Up
CREATE TABLE answers (
  question TEXT PRIMARY KEY,
  report   TEXT NOT NULL,
  model    TEXT NOT NULL,
  time     BIGINT NOT NULL,
  answer   TEXT NOT NULL,
  sum      TEXT NOT NULL
);
CREATE INDEX answers_report ON answers (report);

-- +goose Down
DROP TABLE answers;
