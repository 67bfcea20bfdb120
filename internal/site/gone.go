package site

import (
	"errors"
	"fmt"
	"net/http"

	"isnad"
	"isnad/internal/store"
)

// gonePage stands where a removed report stood. It says nothing of what the report said.
type gonePage struct {
	Status  int
	Reports []goneReport
	Capture bool // the page of a capture was asked for
	Cases   bool // cases can be opened here
	Legal   bool
	Erased  bool
}

// goneReport is one removed report with the decision.
type goneReport struct {
	store.Removal
	Said isnad.Notice
}

// gone answers in place of a report, or of a capture that holds nothing else, that
// was removed: 410, or 451 where law or an order removed it.
func (s *site) gone(w http.ResponseWriter, r *http.Request, list []store.Removal, capture bool) error {
	p := gonePage{Status: http.StatusGone, Capture: capture, Cases: s.o.Cases.on()}
	for _, m := range list[:min(len(list), 100)] {
		n, err := s.store.Notice(r.Context(), m.Notice)
		if err != nil && !errors.Is(err, isnad.ErrNotFound) {
			return err
		}
		p.Reports = append(p.Reports, goneReport{m, n})
		p.Legal, p.Erased = p.Legal || m.Legal, p.Erased || m.Erased
	}
	if p.Legal {
		p.Status = http.StatusUnavailableForLegalReasons
	}
	w.Header().Set("X-Robots-Tag", "noindex, noarchive")
	return s.render(w, r, p.Status, "gone", view{Title: "Removed", Body: p})
}

// removedAmong is the error of what is absent because one of the reports was
// removed; isnad.ErrNotFound where none was.
func (s *site) removedAmong(r *http.Request, reports ...string) error {
	removed, err := s.store.Removed(r.Context(), reports)
	if err != nil {
		return err
	}
	for _, id := range reports {
		if m, ok := removed[id]; ok {
			return &store.RemovedError{Removal: m}
		}
	}
	return fmt.Errorf("report %q: %w", reports[0], isnad.ErrNotFound)
}
