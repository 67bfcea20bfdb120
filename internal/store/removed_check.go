package store

import "database/sql"

// removals holds what was removed, corrected and cut against the rest.
func (k checker) removals() error {
	for _, q := range []struct{ what, query string }{
		{"report %s was removed and is still there", "SELECT m.report FROM removed m JOIN reports r ON r.id = m.report"},
		{"report %s was removed and a version of it is still there", "SELECT DISTINCT m.report FROM removed m JOIN versions v ON v.report = m.report"},
		{"report %s was removed and a claim of it is still there", "SELECT DISTINCT m.report FROM removed m JOIN claims c ON c.report = m.report"},
		{"report %s was removed and another one cites it", "SELECT DISTINCT m.report FROM removed m JOIN citations c ON c.cited = m.report"},
		{"report %s was erased and answers about it are still there", "SELECT DISTINCT m.report FROM removed m JOIN answers a ON a.report = m.report WHERE m.erased = 1"},
		{"report %s was erased and nothing says that its bytes are to be destroyed", "SELECT m.report FROM removed m WHERE m.erased = 1 AND EXISTS (SELECT 1 FROM readings x WHERE x.report = m.report) AND NOT EXISTS (SELECT 1 FROM cuts k WHERE k.report = m.report)"},
		{"report %s was removed by a notice that is not there", "SELECT m.report FROM removed m LEFT JOIN notices n ON n.id = m.notice WHERE n.id IS NULL"},
		{"report %s was corrected by a capture that is not there", "SELECT o.report FROM corrected o LEFT JOIN captures c ON c.id = o.capture WHERE c.id IS NULL"},
		{"bytes of report %s wait to be destroyed, and no step will", "SELECT DISTINCT k.report FROM cuts k WHERE k.done = 0 AND NOT EXISTS (SELECT 1 FROM jobs j WHERE j.kind = 'erase' AND j.state <> 'failed')"},
	} {
		err := k.each(func(row *sql.Rows) error {
			var id string
			err := row.Scan(&id)
			k.faultf(q.what, id)
			return err
		}, q.query)
		if err != nil {
			return err
		}
	}
	return nil
}
