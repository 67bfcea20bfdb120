package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"isnad"
)

// Cases and notices are kept apart from reports, and speak of them. What may not
// be shown of a report may not be read in them either.

// VeilCases takes out of cases, as they are made for readers, what measures hide of
// the reports that they are about, and the words about a report that was removed.
// The decision and its reasons stay. Of a case about what is held back only stays
// that there is one, and what was decided: About is empty then.
func (s *Store) VeilCases(ctx context.Context, cases []isnad.Case) error {
	return s.veilCases(ctx, cases, true)
}

// BlotCases takes out of cases only the words that measures blot out of the reports
// that they are about, for those who may read the rest.
func (s *Store) BlotCases(ctx context.Context, cases []isnad.Case) error {
	return s.veilCases(ctx, cases, false)
}

func (s *Store) veilCases(ctx context.Context, cases []isnad.Case, all bool) error {
	var refs []string
	for i := range cases {
		for _, ref := range []string{cases[i].Report, cases[i].About} {
			if ref != "" {
				refs = append(refs, safe(ref))
			}
		}
	}
	err := s.read(ctx, func(c *conn) error {
		gone, err := c.gone(refs)
		if err != nil {
			return err
		}
		held, err := c.held(refs)
		if err != nil {
			return err
		}
		on, err := c.measuresOn(refs)
		for i := range cases {
			x := &cases[i]
			marks := isnad.NewBlotter(slices.Concat(on[x.Report], on[x.About])) // before it is not known any more what x is about
			if all && (gone[x.Report] || held[x.Report] || held[x.About]) {
				speechless(x)
			}
			if all && (held[x.Report] || held[x.About]) {
				pointless(x)
			}
			marks.Value(x)
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("looking for what is hidden of the reports of cases: %w", err)
	}
	return nil
}

// VeilCapture takes out of what is known of a capture, as it is told to readers,
// what measures hide of the reports that were read out of it. Where reports of it
// were removed, or are held back, addresses are cut to their host: they may hold
// the words of a title. One of which all reports are held back is an
// isnad.ErrNotFound.
func (s *Store) VeilCapture(ctx context.Context, x *isnad.Capture, notes []string) error {
	err := s.read(ctx, func(c *conn) error {
		var reports []string
		err := c.each(func(row *sql.Rows) error {
			var id string
			err := row.Scan(&id)
			reports = append(reports, id)
			return err
		}, "SELECT DISTINCT report FROM readings WHERE capture = ? ORDER BY report", safe(x.ID))
		if err != nil {
			return err
		}
		gone, err := c.gone(reports)
		if err != nil {
			return err
		}
		held, err := c.held(reports)
		if err != nil {
			return err
		}
		hidden := 0
		for _, id := range reports {
			if held[id] || gone[id] {
				hidden++
			}
		}
		if len(held) > 0 && hidden == len(reports) {
			return isnad.ErrNotFound
		}
		on, err := c.measuresOn(reports)
		var all []isnad.Measure
		for _, id := range reports {
			all = append(all, on[id]...)
		}
		if hidden > 0 {
			all = append(all, isnad.Measure{Kind: isnad.MeasureRedact, Addresses: true})
			clear(notes)
		}
		isnad.NewBlotter(all).Capture(x, notes)
		return err
	})
	if err != nil {
		return fmt.Errorf("looking for what is hidden of capture %q: %w", x.ID, err)
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

// pointless takes out of a case what it is about, the reasons, and all of the form
// but its kind: who is named, a court or a docket number may tell what it is about.
func pointless(c *isnad.Case) {
	c.About, c.Report, c.Version, c.Span, c.Notices, c.Reasons = "", "", 0, nil, []string{}, ""
	c.Form = isnad.CaseForm{Kind: c.Kind}
	bare := func(r *isnad.Ruling) *isnad.Ruling {
		if r == nil {
			return nil
		}
		return &isnad.Ruling{Decision: r.Decision}
	}
	c.Ruling = bare(c.Ruling)
	for i := range c.Acts { // speechless has made them anew
		c.Acts[i].Notices, c.Acts[i].Ruling = nil, bare(c.Acts[i].Ruling)
	}
}

// unheld is the condition under which a reference may be known of: no hold falls on it.
func unheld(column string) string {
	return "NOT EXISTS (SELECT 1 FROM measure_refs x JOIN measures m ON m.id = x.measure WHERE x.ref = " + column + " AND m.kind = 'hold' AND m.lifted = 0)"
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
