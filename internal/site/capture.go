package site

import (
	"fmt"
	"net/http"
	"slices"

	"isnad"
	"isnad/internal/store"
)

type capturePage struct {
	isnad.Capture
	Header  [][2]string
	Notes   []string
	Reports []store.ReportRow
	Removed []store.Removal // reports of it that were removed
}

// capture tells what is known of the bytes themselves. The bytes are not
// served: they are what others sent, and may hold anything.
func (s *site) capture(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	c, notes, err := s.store.Capture(ctx, r.PathValue("id"))
	if err != nil {
		return err
	}
	if c.Evidence() != "" { // its name and address are the person's who gave it
		return fmt.Errorf("capture %s is evidence: %w", c.ID, isnad.ErrNotFound)
	}
	removed, all, err := s.store.CaptureRemoved(ctx, c.ID)
	if err != nil {
		return err
	}
	if all {
		return s.gone(w, r, removed, true)
	}
	if err := s.store.VeilCapture(ctx, &c, notes); err != nil {
		return err
	}
	notes = slices.DeleteFunc(notes, func(n string) bool { return n == "" })
	p := capturePage{Capture: c, Removed: removed, Notes: notes[:min(len(notes), 100)]}
	for k, v := range c.Headers {
		p.Header = append(p.Header, [2]string{k, v})
	}
	slices.SortFunc(p.Header, func(a, b [2]string) int {
		if a[0] < b[0] {
			return -1
		}
		return 1
	})
	p.Header = p.Header[:min(len(p.Header), 100)]
	if p.Reports, _, err = s.store.Reports(ctx, store.ReportQuery{Capture: c.ID, Page: store.Page{Limit: maxReports}}); err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, "capture", view{Title: "Capture " + plainText(c.ID), Body: p})
}
