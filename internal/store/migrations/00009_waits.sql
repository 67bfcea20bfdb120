-- open tells what a claim waits for (reviewed.go): 0 nothing, 1 a first decision,
-- 2 a second person, 3 people to look again. Quotes within texts are escaped in
-- doc, so what is looked for stands in no text.

-- +goose Up
DROP INDEX claims_open;
UPDATE claims SET open = 3 WHERE open = 1 AND doc LIKE '%"again":true%';
UPDATE claims SET open = 2 WHERE open > 0 AND doc LIKE '%"waiting":[%';
CREATE INDEX claims_open ON claims (open, urgency, seq) WHERE present = 1 AND open > 0;

-- +goose Down
DROP INDEX claims_open;
UPDATE claims SET open = 1 WHERE open > 0;
CREATE INDEX claims_open ON claims (urgency, seq) WHERE present = 1 AND open = 1;
