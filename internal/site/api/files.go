package api

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"time"

	"isnad"
	"isnad/internal/export"
	"isnad/internal/site/query"
	"isnad/internal/store"
)

// featureCollection describes what room export writes as GeoJSON.
type featureCollection struct {
	Type     string           `json:"type" enum:"FeatureCollection"`
	Features []export.Feature `json:"features" nullable:"false"`
}

// mostEntries bounds a feed.
const mostEntries = 100

// page sets how many rows a file has when nobody said, and holds a feed to mostEntries.
func page(p *store.Page, f export.Format, usual int) error {
	if p.Limit == 0 {
		p.Limit = usual
	}
	if isFeed(f) && p.Limit > mostEntries {
		return &query.Error{Param: "limit", Value: "", Want: "at most 100 in a feed"}
	}
	return nil
}

func isFeed(f export.Format) bool {
	return f == export.Atom || f == export.RSS || f == export.JSONFeed
}

// options are those of the file that in asks for.
func (a *api) options(ctx context.Context, in *asking, title string) export.Options {
	o := export.Options{BaseURL: a.base(ctx), Title: a.o.Title + ": " + title}
	o.Self = o.BaseURL + in.path
	if len(in.values) > 0 {
		o.Self += "?" + in.values.Encode()
	}
	return o
}

func (a *api) incidentFile(f export.Format, usual int) func(context.Context, *asking) (*file, error) {
	return func(ctx context.Context, in *asking) (*file, error) {
		q, err := query.Incidents(in.values)
		if err := in.check(errors.Join(err, page(&q.Page, f, usual)), query.IncidentParams()); err != nil {
			return nil, err
		}
		if isFeed(f) && q.Order == "" {
			q.Order = "added" // what is new here, whenever it happened
		}
		rows, next, err := a.st.Incidents(ctx, q)
		if err != nil {
			return nil, a.failed(ctx, err, "list of incidents")
		}
		o := a.options(ctx, in, "incidents")
		if f == export.GeoJSON {
			o.Place, err = a.placesOf(ctx, rows)
		} else if isFeed(f) {
			o.Changed, o.Updated, err = a.changedOf(ctx, rows)
		}
		if err != nil {
			return nil, a.failed(ctx, err, "places and reports of incidents")
		}
		return encode(ctx, a, in, f, next, rows, export.Incidents, o)
	}
}

func (a *api) reportFile(f export.Format, usual int) func(context.Context, *asking) (*file, error) {
	return func(ctx context.Context, in *asking) (*file, error) {
		q, err := query.Reports(in.values)
		if err := in.check(errors.Join(err, page(&q.Page, f, usual)), query.ReportParams()); err != nil {
			return nil, err
		}
		rows, next, err := a.st.Reports(ctx, q)
		if err != nil {
			return nil, a.failed(ctx, err, "list of reports")
		}
		reports := each(rows, func(r store.ReportRow) isnad.Report { return r.Report })
		o := a.options(ctx, in, "reports")
		if f == export.Atom && q.After == "" {
			gone, err := a.st.LastRemoved(ctx, mostEntries)
			if err != nil {
				return nil, a.failed(ctx, err, "list of removed reports")
			}
			o.Removed = each(gone, func(m store.Removal) export.Tombstone {
				return export.Tombstone{Report: m.Report, When: m.Since, Words: "removed by notice " + m.Notice}
			})
		}
		return encode(ctx, a, in, f, next, reports, export.Reports, o)
	}
}

func (a *api) claimFile(ctx context.Context, in *asking) (*file, error) {
	q, err := query.Claims(in.values)
	if err := in.check(errors.Join(err, page(&q.Page, export.CSV, 1000)), query.ClaimParams()); err != nil {
		return nil, err
	}
	rows, next, err := a.st.Claims(ctx, q)
	if err != nil {
		return nil, a.failed(ctx, err, "list of claims")
	}
	return encode(ctx, a, in, export.CSV, next, rows, export.Claims, export.Options{})
}

// encode writes rows in a format.
func encode[T any](ctx context.Context, a *api, in *asking, f export.Format, next string, rows []T,
	open func(w io.Writer, f export.Format, o export.Options) (export.Encoder[T], error), o export.Options) (*file, error) {
	var b bytes.Buffer
	e, err := open(&b, f, o)
	if err != nil {
		return nil, a.failed(ctx, err, string(f))
	}
	for _, v := range rows {
		if err := e.Encode(v); err != nil {
			return nil, a.failed(ctx, err, string(f))
		}
	}
	if err := e.Close(); err != nil {
		return nil, a.failed(ctx, err, string(f))
	}
	out := &file{ContentType: f.MediaType(), Link: in.next(next), Body: b.Bytes()}
	if f == export.CSV {
		out.Disposition = `attachment; filename="` + in.path[strings.LastIndex(in.path, "/")+1:] + `"`
	}
	return out, nil
}

// placesOf looks the gazetteer entries of incidents up, each once.
func (a *api) placesOf(ctx context.Context, incidents []isnad.Incident) (func(string) (isnad.Place, bool), error) {
	all := map[string]isnad.Place{}
	for _, i := range incidents {
		id := i.Place.ID
		if _, seen := all[id]; id == "" || seen {
			continue
		}
		p, err := a.st.Place(ctx, id)
		if err != nil && !errors.Is(err, isnad.ErrNotFound) {
			return nil, err
		}
		all[id] = p // an empty one when absent: no radius, no area
	}
	return func(id string) (isnad.Place, bool) {
		p, ok := all[id]
		return p, ok && p.ID != ""
	}, nil
}

// mostLookups bounds how many reports one feed looks up for the times of its entries.
const mostLookups = 2000

// changedOf tells when each incident last had a report come in, and the latest of
// all. It goes from an incident's claims to their reports by name: a list of
// reports by incident reads far more of the database.
func (a *api) changedOf(ctx context.Context, incidents []isnad.Incident) (func(isnad.Incident) time.Time, time.Time, error) {
	type version struct {
		report string
		number int
	}
	received := map[version]time.Time{}
	changed, newest := map[string]time.Time{}, time.Time{}
	for _, i := range incidents {
		claims, _, err := a.st.Claims(ctx, store.ClaimQuery{Incident: i.ID, Page: store.Page{Limit: query.MaxLimit}})
		if err != nil {
			return nil, newest, err
		}
		for _, c := range claims {
			v := version{c.Report, c.Version}
			at, seen := received[v]
			if !seen && len(received) < mostLookups {
				r, err := a.st.Report(ctx, v.report, v.number)
				if err != nil && !errors.Is(err, isnad.ErrNotFound) { // it may just have been read anew
					return nil, newest, err
				}
				at = r.Received
				received[v] = at
			}
			if at.After(changed[i.ID]) {
				changed[i.ID] = at
			}
		}
		if changed[i.ID].After(newest) {
			newest = changed[i.ID]
		}
	}
	return func(i isnad.Incident) time.Time { return changed[i.ID] }, newest, nil
}
