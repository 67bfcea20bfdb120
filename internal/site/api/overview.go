package api

import (
	"context"
	"fmt"
	"slices"

	"isnad"
	"isnad/internal/export"
	"isnad/internal/site/query"
	"isnad/internal/store"
)

// found is what a search finds of each.
type found struct {
	Incidents []export.IncidentLine `json:"incidents" nullable:"false"`
	Reports   []reportItem          `json:"reports" nullable:"false"`
	Places    []nameItem            `json:"places" nullable:"false"`
	Parties   []nameItem            `json:"parties" nullable:"false"`
	Sources   []nameItem            `json:"sources" nullable:"false"`
}

func (a *api) search(ctx context.Context, in *asking) (*reply[found], error) {
	words, page, err := query.Names(in.values)
	if err := in.check(err, []string{"q", "limit"}); err != nil {
		return nil, err
	}
	if words == "" {
		return nil, wrong(&query.Error{Param: "q", Want: "words to look for"})
	}
	if page.Limit == 0 {
		page.Limit = 10
	}
	if page.Limit > 100 {
		return nil, wrong(&query.Error{Param: "limit", Value: in.values.Get("limit"), Want: "at most 100 in a search"})
	}
	const what = "search"
	var f found
	incidents, _, err := a.st.Incidents(ctx, store.IncidentQuery{Words: words, Page: page})
	if err != nil {
		return nil, a.failed(ctx, err, what)
	}
	f.Incidents = each(incidents, export.IncidentOf)
	reports, _, err := a.st.Reports(ctx, store.ReportQuery{Words: words, Page: page})
	if err != nil {
		return nil, a.failed(ctx, err, what)
	}
	f.Reports = each(reports, itemOf)
	for _, part := range []struct {
		of  func(context.Context, string, store.Page) ([]store.NameRow, string, error)
		out *[]nameItem
	}{{a.st.Places, &f.Places}, {a.st.Parties, &f.Parties}, {a.st.Sources, &f.Sources}} {
		rows, _, err := part.of(ctx, words, page)
		if err != nil {
			return nil, a.failed(ctx, err, what)
		}
		*part.out = each(rows, nameOf)
	}
	return &reply[found]{Body: f}, nil
}

// notTotal stands beside every sum.
const notTotal = "Documented by the sources read here. Not the total, and no trend over time."

// timeline is incidents over time.
type timeline struct {
	Unit string `json:"unit" enum:"day,week,month,year"`
	Bins []bin  `json:"bins" nullable:"false"`
	Note string `json:"note"`
}

// bin is a stretch of time.
type bin struct {
	From      string          `json:"from" format:"date" doc:"First day of it"`
	Incidents int             `json:"incidents" minimum:"0"`
	Killed    *export.Figures `json:"killed" doc:"Sums of the lowest and of the highest figures claimed; null when there is none"`
	Injured   *export.Figures `json:"injured" doc:"Sums of the lowest and of the highest figures claimed; null when there is none"`
}

// mostBins is how many stretches of time one answer holds: a day each for some
// fourteen years.
const mostBins = 5000

func timelineParams() []string {
	return append(without(query.IncidentParams(), "order", "limit", "after"), "unit")
}

func (a *api) timeline(ctx context.Context, in *asking) (*reply[timeline], error) {
	q, err := query.Incidents(in.values)
	if err := in.check(err, timelineParams()); err != nil {
		return nil, err
	}
	unit := in.values.Get("unit")
	if unit == "" {
		unit = "month"
	}
	if !slices.Contains(units(), unit) || len(in.values["unit"]) > 1 {
		return nil, wrong(&query.Error{Param: "unit", Value: clip(unit), Want: "one of day, week, month, year"})
	}
	bins, err := a.st.Timeline(ctx, q, unit)
	if err != nil {
		return nil, a.failed(ctx, err, "timeline")
	}
	if len(bins) > mostBins {
		return nil, wrong(&query.Error{Param: "unit", Value: unit, Want: fmt.Sprintf("wide enough for at most %d stretches of time, here it gives %d; narrow from and to, or take a wider one", mostBins, len(bins))})
	}
	t := timeline{Unit: unit, Note: notTotal, Bins: each(bins, func(b store.Bin) bin {
		return bin{b.From.String(), b.Incidents, export.FiguresOf(b.Killed), export.FiguresOf(b.Injured)}
	})}
	return &reply[timeline]{Body: t}, nil
}

// totals is how much there is.
type totals struct {
	Captures  int     `json:"captures" minimum:"0"`
	Reports   int     `json:"reports" minimum:"0"`
	Versions  int     `json:"versions" minimum:"0"`
	Outlets   int     `json:"outlets" minimum:"0"`
	Claims    int     `json:"claims" minimum:"0"`
	Incidents int     `json:"incidents" minimum:"0"`
	Places    int     `json:"places" minimum:"0"`
	Parties   int     `json:"parties" minimum:"0"`
	First     *string `json:"first" format:"date" doc:"Day of the first incident"`
	Last      *string `json:"last" format:"date" doc:"Day of the last incident"`
	Note      string  `json:"note"`
}

func (a *api) totals(ctx context.Context, in *asking) (*reply[totals], error) {
	if err := in.check(nil, nil); err != nil {
		return nil, err
	}
	t, err := a.st.Totals(ctx)
	if err != nil {
		return nil, a.failed(ctx, err, "totals")
	}
	day := func(d isnad.Day) *string { return known(d.String()) }
	return &reply[totals]{Body: totals{t.Captures, t.Reports, t.Versions, t.Outlets, t.Claims, t.Incidents, t.Places, t.Parties,
		day(t.First), day(t.Last), notTotal}}, nil
}
