-- Search indexes of SQLite. Words are cut and stemmed in Go, so the tokenizer
-- has only to part them at spaces. The rowid is the seq of the report or
-- incident. The indexes keep no text of their own.

-- +goose Up
CREATE VIRTUAL TABLE report_words USING fts5 (title, body, exact, content='', contentless_delete=1, tokenize='ascii');
CREATE VIRTUAL TABLE incident_words USING fts5 (title, body, exact, content='', contentless_delete=1, tokenize='ascii');

-- +goose Down
DROP TABLE incident_words;
DROP TABLE report_words;
