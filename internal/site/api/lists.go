package api

import (
	"context"
	"fmt"
	"net/url"
	"strings"

	"isnad"
	"isnad/internal/export"
	"isnad/internal/site/query"
	"isnad/internal/store"
)

// list is a page of things.
type list[T any] struct {
	Items []T     `json:"items" nullable:"false"`
	Next  *string `json:"next" doc:"The after of the next page; null at the end"`
}

// incidentList also tells how many there are in all.
type incidentList struct {
	Items []export.IncidentLine `json:"items" nullable:"false"`
	Total int                   `json:"total" minimum:"0" doc:"How many the filters select, on all pages"`
	Next  *string               `json:"next" doc:"The after of the next page; null at the end"`
}

// reportItem is a report in a list; its text is cut to the beginning.
type reportItem struct {
	export.ReportLine
	Versions  int      `json:"versions" minimum:"1" doc:"How many there are"`
	Claims    int      `json:"claims" minimum:"0" doc:"How many stand in it"`
	Incidents []string `json:"incidents" nullable:"false" doc:"IDs of the incidents that its claims are about"`
	Snippet   []run    `json:"snippet" nullable:"false" doc:"Where the words were found"`
}

// run is a run of text.
type run struct {
	Text  string `json:"text"`
	Match bool   `json:"match" doc:"Whether it is one of the words looked for"`
}

// nameItem is a source, place or party in a list.
type nameItem struct {
	ID        string       `json:"id"`
	Name      string       `json:"name"`
	Kind      string       `json:"kind"`
	Names     []isnad.Name `json:"names" nullable:"false" doc:"Other names and scripts"`
	Country   *string      `json:"country" doc:"ISO 3166-1 alpha-2"`
	Reports   int          `json:"reports" minimum:"0" doc:"Published by it, or speaking of it"`
	Claims    int          `json:"claims" minimum:"0"`
	Incidents int          `json:"incidents" minimum:"0"`
}

func (a *api) incidents(ctx context.Context, in *asking) (*reply[incidentList], error) {
	q, err := query.Incidents(in.values)
	if err := in.check(err, query.IncidentParams()); err != nil {
		return nil, err
	}
	rows, next, err := a.st.Incidents(ctx, q)
	if err != nil {
		return nil, a.failed(ctx, err, "list of incidents")
	}
	total, err := a.st.CountIncidents(ctx, q)
	if err != nil {
		return nil, a.failed(ctx, err, "list of incidents")
	}
	return &reply[incidentList]{in.next(next), incidentList{each(rows, export.IncidentOf), total, known(next)}}, nil
}

func (a *api) reports(ctx context.Context, in *asking) (*reply[list[reportItem]], error) {
	q, err := query.Reports(in.values)
	if err := in.check(err, query.ReportParams()); err != nil {
		return nil, err
	}
	rows, next, err := a.st.Reports(ctx, q)
	if err != nil {
		return nil, a.failed(ctx, err, "list of reports")
	}
	return answerList(in, each(rows, itemOf), next), nil
}

func itemOf(r store.ReportRow) reportItem {
	i := reportItem{ReportLine: export.ReportOf(r.Report), Versions: r.Versions, Claims: r.Claims, Incidents: []string{}, Snippet: []run{}}
	i.Incidents = append(i.Incidents, r.Incidents...)
	for _, s := range r.Snippet {
		i.Snippet = append(i.Snippet, run{s.Text, s.Match})
	}
	return i
}

func (a *api) claims(ctx context.Context, in *asking) (*reply[list[export.ClaimLine]], error) {
	q, err := query.Claims(in.values)
	if err := in.check(err, query.ClaimParams()); err != nil {
		return nil, err
	}
	rows, next, err := a.st.Claims(ctx, q)
	if err != nil {
		return nil, a.failed(ctx, err, "list of claims")
	}
	return answerList(in, each(rows, export.ClaimOf), next), nil
}

func (a *api) citations(ctx context.Context, in *asking) (*reply[list[export.CitationLine]], error) {
	q, err := query.Citations(in.values)
	if err := in.check(err, query.CitationParams()); err != nil {
		return nil, err
	}
	rows, next, err := a.st.Citations(ctx, q)
	if err != nil {
		return nil, a.failed(ctx, err, "list of citations")
	}
	return answerList(in, each(rows, export.CitationOf), next), nil
}

func (a *api) sources(ctx context.Context, in *asking) (*reply[list[nameItem]], error) {
	return a.names(ctx, in, a.st.Sources, "list of sources")
}

func (a *api) places(ctx context.Context, in *asking) (*reply[list[nameItem]], error) {
	return a.names(ctx, in, a.st.Places, "list of places")
}

func (a *api) parties(ctx context.Context, in *asking) (*reply[list[nameItem]], error) {
	return a.names(ctx, in, a.st.Parties, "list of parties")
}

func (a *api) names(ctx context.Context, in *asking, of func(context.Context, string, store.Page) ([]store.NameRow, string, error), what string) (*reply[list[nameItem]], error) {
	q, page, err := query.Names(in.values)
	if err := in.check(err, query.NameParams()); err != nil {
		return nil, err
	}
	rows, next, err := of(ctx, q, page)
	if err != nil {
		return nil, a.failed(ctx, err, what)
	}
	return answerList(in, each(rows, nameOf), next), nil
}

func nameOf(r store.NameRow) nameItem {
	return nameItem{r.ID, r.Name, r.Kind, append([]isnad.Name{}, r.Names...), known(r.Country), r.Reports, r.Claims, r.Incidents}
}

// check joins what is wrong with the parameters with those that are not known.
func (q *asking) check(err error, names []string) error {
	if unknown := q.known(names...); unknown != nil || err != nil {
		return wrong(err, unknown)
	}
	return nil
}

// next is the Link header that leads to the page after.
func (q *asking) next(after string) string {
	if after == "" {
		return ""
	}
	v := url.Values{}
	for name, all := range q.values {
		v[name] = all
	}
	v.Set("after", after)
	return fmt.Sprintf(`<%s?%s>; rel="next"`, q.path, v.Encode())
}

func answerList[T any](in *asking, items []T, next string) *reply[list[T]] {
	return &reply[list[T]]{in.next(next), list[T]{items, known(next)}}
}

func each[A, B any](rows []A, of func(A) B) []B {
	items := make([]B, len(rows))
	for n, row := range rows {
		items[n] = of(row)
	}
	return items
}

func known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// operationID is the path in words: "/api/v1/reports/{id}/versions" is
// "reports-id-versions", "/feeds/reports.atom" is "feeds-reports-atom".
func operationID(path string) string {
	path = strings.TrimPrefix(strings.TrimPrefix(path, "/api/v1"), "/")
	return strings.NewReplacer("/", "-", ".", "-", "{", "", "}", "").Replace(path)
}

// plain is a media type without its parameters.
func plain(mediaType string) string {
	name, _, _ := strings.Cut(mediaType, ";")
	return name
}
