// Package api is the read-only HTTP API over what a store holds, and its feeds.
//
//	/api/                         a plain page that lists all of this
//	/api/v1/...                   JSON, GeoJSON and CSV
//	/openapi.json, /openapi.yaml  the description of it, OpenAPI 3.1
//	/feeds/{reports,incidents,corrections,missing-citations}.{atom,rss,json}
//
// Every route stands in routes.go, every parameter in params.go. The parameters
// are those of the site's own pages (room query), the values those of the
// command's export (room export), so that a page, a feed, a download and a line
// of the API never disagree.
//
// Rules that hold for every answer:
//
//   - It is read only: GET and HEAD. Anything else is refused with 405. Two
//     addresses take a body: /api/v1/trace, which keeps nothing, and /api/v1/cases,
//     where a case is opened by anybody (cases.go).
//   - It is public: any other site may read it (CORS), and no cookie is looked at.
//   - It is bounded: at most 1000 rows a page, 20 seconds a request, some dozens
//     of requests at once. A Link header with rel="next" leads to the next page.
//   - It can be kept for a minute, and carries an ETag by which it need not be
//     sent again.
//   - A mistake is told as RFC 9457 problem details: 400 with every parameter
//     that is wrong, also one that is not known; 404 for what is absent; 500 and
//     503 for what failed, without telling strangers why. The log tells it.
//
// huma describes the operations and checks nothing by itself; a test checks
// every answer against the description. It is built at the first request, since
// building it takes longer than the command may take to start.
package api

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"

	"isnad/internal/site/copies"
	"isnad/internal/site/gate"
	"isnad/internal/store"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
)

// Options say how the API presents itself. The zero value works.
type Options struct {
	BaseURL string       // of the site, "https://reports.example.org"; the address asked for when empty
	Title   string       // of the feeds and the description; "isnad" when empty
	Logger  *slog.Logger // of failures; slog.Default() when nil
	AtOnce  int          // requests answered at once, the others wait; 32 when 0

	Cases Cases // how they are taken in

	Republish copies.Policy // which texts are handed out as copies; those whose terms allow it when empty

	// Trace tells what a text draws on that is not kept; where it is nil no texts are traced.
	Trace func(ctx context.Context, text string) ([]Traced, error)
	// Tracing holds an item for each text that is being traced, and its capacity bounds them; who shares it
	// shares the bound. Two at once when nil.
	Tracing chan struct{}
}

// api is what the handlers share.
type api struct {
	st      *store.Store
	o       Options
	wait    time.Duration // for a turn
	longest time.Duration // of one request
}

// New returns the handler of /api/, /openapi.json, /openapi.yaml and /feeds/.
func New(st *store.Store, o Options) http.Handler {
	if o.Title == "" {
		o.Title = "isnad"
	}
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	if o.AtOnce <= 0 {
		o.AtOnce = 32
	}
	if o.Cases.Gate == nil {
		o.Cases.Gate = gate.New(gate.Options{})
	}
	if o.Tracing == nil {
		o.Tracing = make(chan struct{}, atATime)
	}
	o.BaseURL = strings.TrimRight(o.BaseURL, "/")
	a := &api{st: st, o: o, wait: 5 * time.Second, longest: 20 * time.Second}
	build := sync.OnceValue(a.mux)
	return a.front(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { build().ServeHTTP(w, r) }))
}

// mux builds the operations, their description and the page that lists them.
func (a *api) mux() http.Handler {
	mux := http.NewServeMux()
	described := humago.New(mux, a.config())
	a.routes(described)

	doc := described.OpenAPI()
	fixed := func(pattern, mediaType string, write func() ([]byte, error)) {
		body := sync.OnceValues(write)
		mux.HandleFunc("GET "+pattern, func(w http.ResponseWriter, r *http.Request) {
			b, err := body()
			if err != nil {
				a.o.Logger.ErrorContext(r.Context(), "describing the API failed", "error", err)
				problem(w, http.StatusInternalServerError, "the API could not be described")
				return
			}
			w.Header().Set("Content-Type", mediaType)
			_, _ = w.Write(b) // into front's buffer
		})
	}
	fixed("/openapi.json", "application/openapi+json", func() ([]byte, error) { return json.Marshal(doc) })
	for _, pattern := range []string{"/openapi.yaml", "/api/openapi.yaml"} {
		fixed(pattern, "application/openapi+yaml", doc.YAML)
	}
	fixed("/api/{$}", "text/html; charset=utf-8", func() ([]byte, error) { return listing(a.o.Title, doc) })
	mux.Handle("GET /api/v1/{$}", http.RedirectHandler("/api/", http.StatusFound))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		problem(w, http.StatusNotFound, "nothing stands at "+clip(r.URL.Path)+"; /api/ lists what there is")
	})
	return mux
}

func (a *api) config() huma.Config {
	c := huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info: &huma.Info{
				Title:       a.o.Title + " API",
				Version:     "1",
				Description: about,
			},
			Components: &huma.Components{Schemas: huma.NewMapRegistry("#/components/schemas/", huma.DefaultSchemaNamer)},
			Tags: []*huma.Tag{
				{Name: "incidents", Description: "What several claims are about"},
				{Name: "claims", Description: "Who says what"},
				{Name: "reports", Description: "Published texts, their versions, what they draw on and what draws on them"},
				{Name: "names", Description: "Sources, places and parties"},
				{Name: "downloads", Description: "The same lists as CSV and GeoJSON"},
				{Name: "corrections", Description: "What was decided about complaints, requests and notices"},
				{Name: "feeds", Description: "Atom, RSS and JSON Feed"},
				{Name: "overview", Description: "Search, counts and time"},
			},
		},
		Formats:       map[string]huma.Format{"application/json": huma.DefaultJSONFormat, "json": huma.DefaultJSONFormat},
		DefaultFormat: "application/json",
	}
	if a.o.BaseURL != "" {
		c.Servers = []*huma.Server{{URL: a.o.BaseURL}}
	}
	return c
}

const about = "Access to reports of armed conflict, the claims in them and the incidents that the claims are about. " +
	"A claim is what a source says, never an established fact: every figure is a range per source, and what is documented is not the total. " +
	"A place of precision 4 or wider has no coordinates. null means not known. " +
	"Lists come in pages; the Link header with rel=\"next\", and next in the body, lead on. " +
	"Answers may be read from any other site, carry an ETag, and may be kept for a minute."

// base is the address of the site: the one set, else the one asked for.
func (a *api) base(ctx context.Context) string {
	if a.o.BaseURL != "" {
		return a.o.BaseURL
	}
	asked, _ := ctx.Value(askedKey{}).(string)
	return asked
}

// askedKey is where front leaves the address that a request was sent to.
type askedKey struct{}
