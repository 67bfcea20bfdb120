package site

import (
	"net/http"

	"isnad/internal/site/query"
	"isnad/internal/store"
)

type reportsPage struct {
	Q         store.ReportQuery
	Notes     []string
	Reports   []store.ReportRow
	Next      string
	Later     bool
	Sources   []choice
	Languages []choice
	About     string // what else the list is narrowed to
	Set       bool
}

// reports is the list of reports, newest first.
func (s *site) reports(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	q, err := query.Reports(r.URL.Query())
	p := reportsPage{Q: q, Later: q.After != ""}
	for _, m := range query.Mistakes(err) {
		p.Notes = append(p.Notes, plainText(m.Error())+". It was left out.")
	}
	p.Set = q.Words != "" || q.Source != "" || q.Language != "" || q.Place != "" || q.Party != "" || q.Incident != "" || q.Capture != "" || !q.From.IsZero() || !q.To.IsZero()
	ask := q
	if ask.Limit == 0 {
		ask.Limit = listLength
	}
	var next string
	if p.Reports, next, err = s.store.Reports(ctx, ask); err != nil {
		return err
	}
	if next != "" {
		p.Next = reportLink(q, next)
	}
	sources, _, err := s.store.Sources(ctx, "", store.Page{Limit: 1000})
	if err != nil {
		return err
	}
	seen := false
	for _, x := range sources {
		if x.Reports > 0 && len(p.Sources) < most || x.ID == q.Source {
			p.Sources = append(p.Sources, choice{x.ID, cut(60, plainText(x.Name)), x.ID == q.Source})
			seen = seen || x.ID == q.Source
		}
	}
	if q.Source != "" && !seen {
		p.Sources = append(p.Sources, choice{q.Source, s.nameOf(ctx, q.Source), true})
	}
	for _, l := range []choice{{Value: "en", Label: "English"}, {Value: "ar", Label: "Arabic"}} {
		l.On = l.Value == q.Language
		p.Languages = append(p.Languages, l)
	}
	if id := first(q.Place, q.Party); id != "" {
		p.About = s.nameOf(ctx, id)
	}
	return s.render(w, r, http.StatusOK, "reports", view{Title: "Reports", Feed: "reports", Body: p})
}

func reportLink(q store.ReportQuery, after string) string {
	q.After, q.Limit = after, 0
	if v := query.ReportValues(q).Encode(); v != "" {
		return "/reports?" + v
	}
	return "/reports"
}
