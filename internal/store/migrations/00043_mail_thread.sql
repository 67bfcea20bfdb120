-- What a letter stands together with, kept once its words are forgotten: of a letter to
-- who gave a notice the case of that notice. Empty in letters from before.

-- +goose Up
ALTER TABLE mail ADD COLUMN thread TEXT NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE mail DROP COLUMN thread;
