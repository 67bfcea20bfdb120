-- Links of the chain are asked for by what declares or shows them. Older rows
-- have it in their doc only. It is not read out as text: that would unescape
-- the whole document, and PostgreSQL has no text for \u0000.

-- +goose Up
ALTER TABLE citations ADD COLUMN kind TEXT NOT NULL DEFAULT '';
UPDATE citations SET kind = coalesce(trim(both '"' from (doc::json -> 'kind')::text), '');
CREATE INDEX citations_kind ON citations (kind, seq);
CREATE INDEX citations_detected ON citations (seq) WHERE basis = 'detected';

-- +goose Down
DROP INDEX citations_detected;
DROP INDEX citations_kind;
ALTER TABLE citations DROP COLUMN kind;
