package site

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/site/gate"
)

// CaseOptions say how cases come in. Without Open and Act there are no pages on
// which one is opened, followed or worked on; what was decided is shown all the
// same.
type CaseOptions struct {
	// Open opens a case and gives the secret token by which the person who opened it follows it. Its error is or
	// wraps a *casework.MissingError that names what the form lacks, or wraps isnad.ErrRefused, isnad.ErrNotFound
	// or isnad.ErrTooLarge.
	Open func(ctx context.Context, f isnad.CaseForm, files []isnad.Upload, by casework.By) (c isnad.Case, token string, err error)
	// Act adds what somebody does to a case. Its errors wrap isnad.ErrConflict, isnad.ErrRefused (saying why, in
	// words for the person) and isnad.ErrNotFound.
	Act func(ctx context.Context, id string, a isnad.CaseAct, files []isnad.Upload, by casework.By) (isnad.Case, error)
	// By fills in of who acts what the rules ask about a person of the desk: whether they wrote what the case is about,
	// and whether nobody else could decide. Act asks it again. It may be nil: then only what by says counts.
	By func(ctx context.Context, c *isnad.Case, by casework.By) (casework.By, error)
	// Rules say what is due when, and what may be done; casework.Default where they are empty.
	Rules casework.Rules
	// Now is the time that holds in cases; time.Now when nil. It is the pipeline's too.
	Now func() time.Time
	// Gate stands before the form that is open to all; the API shares it. One of usual width when nil.
	Gate *gate.Gate
	// Mail says that letters are sent to those who left an address.
	Mail bool
}

// now is the time that holds in cases.
func (s *site) now() time.Time {
	if s.o.Cases.Now == nil {
		return time.Now()
	}
	return s.o.Cases.Now()
}

// on tells whether cases can be opened and worked on.
func (o *CaseOptions) on() bool { return o.Open != nil && o.Act != nil }

// cases puts on mux the pages on which people open cases and follow their own.
// Nothing that is sent is taken from another site's page.
func (s *site) cases(mux *http.ServeMux) {
	if !s.o.Cases.on() {
		return
	}
	guard := http.NewCrossOriginProtection()
	if u, err := url.Parse(s.o.BaseURL); err == nil && u.Host != "" {
		_ = guard.AddTrustedOrigin(u.Scheme + "://" + u.Host) // New has looked at the address
	}
	guard.SetDenyHandler(s.page(func(http.ResponseWriter, *http.Request) error {
		return &told{Status: http.StatusForbidden, Head: "This came from another site", Text: "A form of this site is sent from its own page only. Nothing was done."}
	}))
	mux.Handle("GET /cases/new", s.page(s.newCase))
	mux.Handle("POST /cases", guard.Handler(s.page(s.openCase)))
	mux.Handle("GET /cases", http.RedirectHandler("/cases/new", http.StatusSeeOther))
	mux.Handle("GET /cases/{token}", s.page(s.followCase))
	mux.Handle("POST /cases/{token}/{act}", guard.Handler(s.page(s.caseStep)))
}
