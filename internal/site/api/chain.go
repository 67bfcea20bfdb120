package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"mime"
	"net/http"
	"reflect"
	"slices"
	"strings"

	"isnad"
	"isnad/internal/export"
	"isnad/internal/site/query"
	"isnad/internal/store"

	"github.com/danielgtaylor/huma/v2"
)

// Bounds of a chain.
const (
	usualChain = 60
	mostChain  = 500
)

// chain is who drew on whom around one report.
type chain struct {
	Reports []chainReport         `json:"reports" nullable:"false" doc:"The one asked for and all that its links lead to, without their texts, in the order in which they are held to have appeared"`
	Links   []export.CitationLine `json:"links" nullable:"false" doc:"Detected citations among them, of kind copy or quote"`
	More    bool                  `json:"more" doc:"There are more reports than were asked for"`
}

// chainReport is a report of a chain.
type chainReport struct {
	export.ReportHead
	Depth int `json:"depth" doc:"Links from the report asked for: below 0 what it draws on, above 0 what draws on it"`
}

func (a *api) chain(ctx context.Context, in *one) (*reply[chain], error) {
	q, err := query.Claims(in.values) // for the limit
	if q.Limit == 0 {
		q.Limit = usualChain
	}
	if q.Limit > mostChain {
		err = errors.Join(err, &query.Error{Param: "limit", Value: clip(in.values.Get("limit")), Want: fmt.Sprintf("at most %d in a chain", mostChain)})
	}
	if err := in.check(err, []string{"limit"}); err != nil {
		return nil, err
	}
	ch, err := a.st.Chain(ctx, in.ID, q.Limit)
	return detail(ctx, a, err, "report", in.ID, func() chain {
		reports := slices.Collect(maps.Values(ch.Reports))
		slices.SortFunc(reports, func(x, y store.ChainReport) int {
			order, _ := isnad.CompareOrder(&x.Report, &y.Report)
			return order
		})
		return chain{each(reports, func(r store.ChainReport) chainReport { return chainReport{export.HeadOf(r.Report), r.Depth} }),
			each(ch.Links, export.CitationOf), ch.More}
	})
}

// network is whom an outlet's reports draw on, and who draws on them.
type network struct {
	DrawsOn   []tie `json:"draws_on" nullable:"false" doc:"Outlets that its reports draw on, the most first"`
	DrawnOnBy []tie `json:"drawn_on_by" nullable:"false" doc:"Outlets whose reports draw on it, the most first"`
	More      bool  `json:"more" doc:"There are more outlets than are given"`
}

// tie is how often one outlet's reports draw on another's.
type tie struct {
	Source  string `json:"source" doc:"Source ID of the other outlet"`
	Name    string `json:"name"`
	Copies  int    `json:"copies" minimum:"0" doc:"Reports that hold text of the other side, each counted once"`
	Missing int    `json:"missing" minimum:"0" doc:"Of them, those with a copy of which no citation was found. Found by machine"`
	Quotes  int    `json:"quotes" minimum:"0" doc:"Pairs of reports with the same words of a speaker, which are no copies"`
}

func (a *api) network(ctx context.Context, in *one) (*reply[network], error) {
	if err := in.check(nil, nil); err != nil {
		return nil, err
	}
	if _, err := a.st.Source(ctx, in.ID); err != nil {
		return nil, a.failed(ctx, err, named("source", in.ID))
	}
	from, by, more, err := a.st.Network(ctx, in.ID)
	return detail(ctx, a, err, "source", in.ID, func() network {
		of := func(t store.Tie) tie { return tie{t.Source, t.Name, t.Copies, t.Missing, t.Quotes} }
		return network{each(from, of), each(by, of), more}
	})
}

func (a *api) citationFile(ctx context.Context, in *asking) (*file, error) {
	q, err := query.Citations(in.values)
	if err := in.check(errors.Join(err, page(&q.Page, export.CSV, 1000)), query.CitationParams()); err != nil {
		return nil, err
	}
	rows, next, err := a.st.Citations(ctx, q)
	if err != nil {
		return nil, a.failed(ctx, err, "list of citations")
	}
	return encode(ctx, a, in, export.CSV, next, rows, export.Citations, export.Options{})
}

// missingFile is the feed of copies in which no citation was found.
func (a *api) missingFile(f export.Format) func(context.Context, *asking) (*file, error) {
	return func(ctx context.Context, in *asking) (*file, error) {
		q, err := query.Claims(in.values) // for the page
		if err := in.check(errors.Join(err, page(&q.Page, f, 50)), []string{"limit", "after"}); err != nil {
			return nil, err
		}
		rows, next, err := a.st.Missing(ctx, q.Page)
		if err != nil {
			return nil, a.failed(ctx, err, "list of missing citations")
		}
		uncited := each(rows, func(m store.MissingRow) export.Uncited {
			return export.Uncited{Citation: m.Citation, Copy: m.Copy.Report, Original: m.Original.Report}
		})
		return encode(ctx, a, in, f, next, uncited, export.MissingCitations, a.options(ctx, in, "missing citations"))
	}
}

// Traced is one report that a text draws on.
type Traced struct {
	isnad.Citation
	Original isnad.Report
}

// Bounds of a text that is traced.
const (
	tracePath = "/api/v1/trace"
	maxText   = 300_000          // bytes of UTF-8
	maxPosted = 6*maxText + 4096 // in JSON a byte may be written as \u00xx
	atATime   = 2                // texts traced at once, where Options do not say: each holds the index of sketches
)

// pasted is the body of a request to trace a text.
type pasted struct {
	Text string `json:"text" maxLength:"300000" doc:"Text of a report, paragraphs parted by an empty line; at most 300,000 bytes of UTF-8. Positions in the answer count its Unicode code points"`
}

// posting is asking with a body. It is read here and not by huma, so that a
// mistake in it is told as every other.
type posting struct {
	asking
	kind    string
	RawBody []byte `contentType:"application/json"`
}

// Resolve takes the parameters and the type of the body.
func (p *posting) Resolve(ctx huma.Context) []error {
	p.kind = ctx.Header("Content-Type")
	return p.asking.Resolve(ctx)
}

// traced is what a text draws on.
type traced struct {
	Found []tracedItem `json:"found" nullable:"false" doc:"Reports kept here that the text draws on; empty when none shares its words"`
}

type tracedItem struct {
	Citation export.CitationLine `json:"citation" doc:"Its from is empty: the text has no ID, for it is not kept"`
	Original export.ReportHead   `json:"original" doc:"The report that it draws on, without its text"`
}

func (a *api) trace(ctx context.Context, in *posting) (*reply[traced], error) {
	if err := in.check(nil, nil); err != nil {
		return nil, err
	}
	if a.o.Trace == nil {
		return nil, huma.Error404NotFound("no texts are traced here")
	}
	text, err := in.text()
	if err != nil {
		return nil, err
	}
	select { // nobody waits inside: who does would hold a turn that others need
	case a.o.Tracing <- struct{}{}:
		defer func() { <-a.o.Tracing }()
	default:
		return nil, huma.ErrorWithHeaders(huma.Error503ServiceUnavailable("other texts are being traced; try again in some seconds"), http.Header{"Retry-After": {"5"}})
	}
	found, err := a.o.Trace(ctx, text)
	if err != nil {
		return nil, a.failed(ctx, err, "text traced")
	}
	return &reply[traced]{Body: traced{each(found, func(t Traced) tracedItem {
		t.Basis = isnad.CitationDetected // the store says so of those that are kept
		return tracedItem{export.CitationOf(t.Citation), export.HeadOf(t.Original)}
	})}}, nil
}

// text is the text in the body.
func (p *posting) text() (string, error) {
	if kind, _, err := mime.ParseMediaType(p.kind); p.kind != "" && (err != nil || kind != "application/json") {
		return "", huma.Error415UnsupportedMediaType("the body must be application/json: {\"text\": \"…\"}")
	}
	refuse := func(location, want string) (string, error) {
		return "", huma.Error400BadRequest(location+" must be "+want, &huma.ErrorDetail{Message: "must be " + want, Location: location})
	}
	var body struct{ Text *string }
	d := json.NewDecoder(bytes.NewReader(p.RawBody))
	d.DisallowUnknownFields()
	if err := d.Decode(&body); err != nil {
		return refuse("body", `a JSON object {"text": "…"} and nothing else`)
	}
	if _, err := d.Token(); err != io.EOF {
		return refuse("body", "one JSON object")
	}
	switch {
	case body.Text == nil || strings.TrimSpace(*body.Text) == "":
		return refuse("body.text", "the text of a report")
	case len(*body.Text) > maxText:
		return "", huma.NewError(http.StatusRequestEntityTooLarge, fmt.Sprintf("body.text must be at most %d bytes of UTF-8; the command isnad trace takes more", maxText))
	}
	return *body.Text, nil
}

// tracing registers the one operation that takes a body. Nothing of it is kept.
func tracing(h huma.API, handler func(context.Context, *posting) (*reply[traced], error)) {
	op := operation(h, tracePath, "reports", "Trace a text",
		"Which reports kept here a text draws on, with passages and changes. Nothing of the text is kept. 404 where the site traces no texts.", nil)
	op.Method, op.MaxBodyBytes, op.SkipValidateBody = http.MethodPost, maxPosted, true
	problems := op.Responses["404"].Content
	op.Responses["413"] = &huma.Response{Description: "The text is too long", Content: problems}
	op.Responses["415"] = &huma.Response{Description: "The body is not JSON", Content: problems}
	huma.Register(h, op, handler)
	registered := h.OpenAPI().Paths[tracePath].Post
	registered.RequestBody.Required = true
	registered.RequestBody.Content["application/json"].Schema = h.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[pasted](), true, "")
}
