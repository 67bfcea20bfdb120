-- Links of the chain are asked for by what declares or shows them. Older rows
-- have it in their doc only. It is not read as JSON, since PostgreSQL unescapes
-- a whole document and has no text for \u0000. No value can be taken for the key:
-- a quote within a value has a backslash before it.

-- +goose Up
ALTER TABLE citations ADD COLUMN kind TEXT NOT NULL DEFAULT '';
UPDATE citations SET kind = coalesce(substring(doc from '"kind":"([a-z_]*)"'), '');
CREATE INDEX citations_kind ON citations (kind, seq);
CREATE INDEX citations_detected ON citations (seq) WHERE basis = 'detected';

-- +goose Down
DROP INDEX citations_detected;
DROP INDEX citations_kind;
ALTER TABLE citations DROP COLUMN kind;
