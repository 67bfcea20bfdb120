package api

import (
	"context"
	"fmt"

	"isnad/internal/export"
	"isnad/internal/site/query"
)

// reportDetail is one version of a report with the tolls in it.
type reportDetail struct {
	export.ReportLine
	Tolls []export.TollLine `json:"tolls" nullable:"false" doc:"Numbers over a longer time or a wider area, which belong to no incident"`
}

func (a *api) incident(ctx context.Context, in *one) (*reply[export.IncidentLine], error) {
	if err := in.check(nil, nil); err != nil {
		return nil, err
	}
	id, err := a.st.Redirect(ctx, in.ID) // people may have merged it into another
	if err != nil {
		return nil, a.failed(ctx, err, named("incident", in.ID))
	}
	i, err := a.st.Incident(ctx, id)
	return detail(ctx, a, err, "incident", in.ID, func() export.IncidentLine { return export.IncidentOf(i) })
}

func (a *api) report(ctx context.Context, in *one) (*reply[reportDetail], error) {
	q, err := query.Claims(in.values) // for the version
	if err := in.check(err, []string{"version"}); err != nil {
		return nil, err
	}
	r, err := a.st.Report(ctx, in.ID, q.Version)
	if err != nil {
		return nil, a.failed(ctx, err, named("report or version", in.ID))
	}
	tolls, err := a.st.Tolls(ctx, r.ID, r.Version)
	return detail(ctx, a, err, "report", in.ID, func() reportDetail {
		return reportDetail{export.ReportOf(r), each(tolls, export.TollOf)}
	})
}

func (a *api) versions(ctx context.Context, in *one) (*reply[list[export.ReportLine]], error) {
	if err := in.check(nil, nil); err != nil {
		return nil, err
	}
	all, err := a.st.Versions(ctx, in.ID)
	if err != nil {
		return nil, a.failed(ctx, err, named("report", in.ID))
	}
	for n := range all {
		all[n].Text = beginning(all[n].Text)
	}
	return answerList(&in.asking, each(all, export.ReportOf), ""), nil
}

func (a *api) source(ctx context.Context, in *one) (*reply[export.SourceLine], error) {
	if err := in.check(nil, nil); err != nil {
		return nil, err
	}
	s, err := a.st.Source(ctx, in.ID)
	return detail(ctx, a, err, "source", in.ID, func() export.SourceLine { return export.SourceOf(s) })
}

func (a *api) place(ctx context.Context, in *one) (*reply[export.PlaceLine], error) {
	if err := in.check(nil, nil); err != nil {
		return nil, err
	}
	p, err := a.st.Place(ctx, in.ID)
	return detail(ctx, a, err, "place", in.ID, func() export.PlaceLine { return export.PlaceOf(p) })
}

func (a *api) party(ctx context.Context, in *one) (*reply[export.PartyLine], error) {
	if err := in.check(nil, nil); err != nil {
		return nil, err
	}
	p, err := a.st.Party(ctx, in.ID)
	return detail(ctx, a, err, "party", in.ID, func() export.PartyLine { return export.PartyOf(p) })
}

func detail[T any](ctx context.Context, a *api, err error, what, id string, of func() T) (*reply[T], error) {
	if err != nil {
		return nil, a.failed(ctx, err, named(what, id))
	}
	return &reply[T]{Body: of()}, nil
}

func named(what, id string) string { return fmt.Sprintf("%s %q", what, clip(id)) }

// beginning is the first 300 characters, as in lists of the store.
func beginning(text string) string {
	n := 0
	for i := range text {
		if n == 300 {
			return text[:i] + "…"
		}
		n++
	}
	return text
}
