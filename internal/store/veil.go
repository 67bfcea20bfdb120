package store

import (
	"context"
	"database/sql"
	"fmt"

	"isnad"
)

// Cases and notices are kept apart from reports, and speak of them. What may not
// be shown of a report may not be read in them either.

// VeilCases takes out of cases, as they are made for readers, what measures hide of
// the reports that they are about, and the words about a report that was removed or
// is held back. The decision and its reasons stay.
func (s *Store) VeilCases(ctx context.Context, cases []isnad.Case) error {
	var reports []string
	for i := range cases {
		if cases[i].Report != "" {
			reports = append(reports, safe(cases[i].Report))
		}
	}
	err := s.read(ctx, func(c *conn) error {
		gone, err := c.gone(reports)
		if err != nil {
			return err
		}
		held, err := c.held(reports)
		if err != nil {
			return err
		}
		on, err := c.measuresOn(reports)
		for i := range cases {
			x := &cases[i]
			if gone[x.Report] || held[x.Report] {
				speechless(x)
			}
			isnad.NewBlotter(on[x.Report]).Value(x)
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("looking for what is hidden of the reports of cases: %w", err)
	}
	return nil
}

// speechless takes out of a case what people said about its report and what it quotes.
func speechless(c *isnad.Case) {
	c.Quote = ""
	c.Form.Text, c.Form.Right, c.Form.Reply, c.Form.Work = "", "", "", ""
	bare := func(r *isnad.Ruling) *isnad.Ruling {
		if r == nil {
			return nil
		}
		x := *r
		x.Title, x.Body = nil, ""
		return &x
	}
	c.Ruling = bare(c.Ruling)
	acts := make([]isnad.CaseAct, len(c.Acts))
	for i, a := range c.Acts {
		a.Text, a.Ruling = "", bare(a.Ruling)
		acts[i] = a
	}
	c.Acts = acts
}

// veil takes out of notices what may not be shown of their reports.
func (c *conn) veil(notices []isnad.Notice) error {
	var reports []string
	for i := range notices {
		reports = append(reports, notices[i].Report)
	}
	gone, err := c.gone(reports)
	if err != nil {
		return err
	}
	held, err := c.held(reports)
	if err != nil {
		return err
	}
	on, err := c.measuresOn(reports)
	for i := range notices {
		n := &notices[i]
		if gone[n.Report] || held[n.Report] {
			n.Title = ""
		}
		isnad.NewBlotter(on[n.Report]).Value(n)
	}
	return err
}

// gone tells which of the reports were removed.
func (c *conn) gone(reports []string) (map[string]bool, error) {
	out := map[string]bool{}
	err := in(unique(reports), func(list string, args []any) error {
		return c.each(func(row *sql.Rows) error {
			var report string
			err := row.Scan(&report)
			out[report] = true
			return err
		}, "SELECT report FROM removed WHERE report IN "+list, args...)
	})
	return out, err
}
