package site

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strings"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/ledger"
	"isnad/internal/site/basemap"
	"isnad/internal/site/copies"
	"isnad/internal/site/gate"
	"isnad/internal/store"
)

// Options say how a site presents itself. The zero value works.
type Options struct {
	Title   string       // name of the site in its masthead; "isnad" when empty
	BaseURL string       // absolute address of the front page, for canonical links and JSON-LD; left out when empty
	API     http.Handler // mounted at /api/, /openapi.json and /feeds/; nil leaves them out
	Logger  *slog.Logger // gets every failed request; slog.Default() when nil

	Republish copies.Policy // which texts are handed out as copies; those whose terms allow it when empty
	// Trace tells what a text draws on that is not kept; nil leaves the page out where one can be pasted.
	Trace func(ctx context.Context, text string) ([]Traced, error)
	// Tracing holds an item for each text that is being traced, and its capacity bounds them; who shares it
	// shares the bound. Two at once when nil.
	Tracing chan struct{}

	Desk  DeskOptions // pages for people who are signed in
	Cases CaseOptions // complaints, corrections, notices

	Safety SafetyOptions // measures for the safety of people, and reports handed in

	// Log opens the append-only log; isnad.ErrNotFound, wrapped, where it is not kept here. Nil leaves its files out.
	Log func() (*ledger.Log, error)

	// Dossier makes everything about an incident ready to be written as one file; its error says in words for
	// people why that cannot be done. Nil leaves dossiers out.
	Dossier func(ctx context.Context, incident string) (Dossier, error)
}

// Traced is one report that a text draws on.
type Traced struct {
	isnad.Citation
	Original isnad.Report
}

// New returns the handler of all pages over st. It fails when a template or an
// asset that is built in is broken, or when o makes no sense. Timeouts and
// limits of connections are the server's.
func New(st *store.Store, o Options) (http.Handler, error) {
	if st == nil {
		return nil, errors.New("making the site: no store")
	}
	if o.Title == "" {
		o.Title = "isnad"
	}
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	if o.Tracing == nil {
		o.Tracing = make(chan struct{}, atATime)
	}
	if o.Cases.Gate == nil {
		o.Cases.Gate = gate.New(gate.Options{})
	}
	if o.Cases.Rules.Terms == nil {
		o.Cases.Rules = casework.Default()
	}
	if !o.Republish.Valid() {
		return nil, fmt.Errorf("making the site: %q is no policy of republishing; allowed and silent are", o.Republish)
	}
	if o.BaseURL != "" {
		u, err := url.Parse(o.BaseURL)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
			return nil, fmt.Errorf("making the site: %q is not an absolute http(s) address", o.BaseURL)
		}
		o.BaseURL = strings.TrimSuffix(o.BaseURL, "/")
	}
	s := &site{store: st, o: o, base: basemap.New(), hash: baseHash(), tries: newTries(), dossiers: make(chan struct{}, atATime),
		uploads: make(chan struct{}, uploadsAtOnce), pictures: make(chan struct{}, 1), counted: yearsCounted{years: map[int]countedYear{}}}
	var err error
	if s.assets, err = loadAssets(); err != nil {
		return nil, fmt.Errorf("making the site: %w", err)
	}
	if s.pages, err = s.loadTemplates(); err != nil {
		return nil, fmt.Errorf("making the site: %w", err)
	}
	return secure(compress(s.routes())), nil
}

type site struct {
	store  *store.Store
	o      Options
	base   *basemap.Map
	assets *assets
	pages  pages
	hash   string // of the base map
	tries  *tries // sign-ins by address

	dossiers chan struct{} // those being written
	uploads  chan struct{} // forms with files being received
	pictures chan struct{} // copies being made
	counted  yearsCounted
}
