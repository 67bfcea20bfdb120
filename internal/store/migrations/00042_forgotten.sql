-- When it was forgotten who opened a case, in microseconds of Unix time; 0 while it is known.

-- +goose Up
ALTER TABLE cases ADD COLUMN forgotten BIGINT NOT NULL DEFAULT 0;

-- +goose Down
ALTER TABLE cases DROP COLUMN forgotten;
