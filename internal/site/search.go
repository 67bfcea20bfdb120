package site

import (
	"net/http"
	"net/url"

	"isnad"
	"isnad/internal/site/query"
	"isnad/internal/store"
)

type searchPage struct {
	Words         string
	Notes         []string
	Reports       []store.ReportRow
	Incidents     []isnad.Incident
	MoreReports   string
	MoreIncidents string
}

// search looks through reports and incidents at once.
func (s *site) search(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	v := url.Values{}
	if q := r.URL.Query()["q"]; len(q) > 0 {
		v["q"] = q
	}
	words, _, err := query.Names(v)
	p := searchPage{Words: words}
	for _, m := range query.Mistakes(err) {
		p.Notes = append(p.Notes, plainText(m.Error())+".")
	}
	if words != "" {
		rq := store.ReportQuery{Words: words, Page: store.Page{Limit: 20}}
		iq := store.IncidentQuery{Words: words, Page: store.Page{Limit: 12}}
		var next string
		if p.Reports, next, err = s.store.Reports(ctx, rq); err != nil {
			return err
		}
		if next != "" {
			p.MoreReports = reportLink(rq, next)
		}
		if p.Incidents, next, err = s.store.Incidents(ctx, iq); err != nil {
			return err
		}
		if next != "" {
			p.MoreIncidents = link("/incidents", iq, "")
		}
	}
	title := "Search"
	if words != "" {
		title = "Search: " + plainText(words)
	}
	return s.render(w, r, http.StatusOK, "search", view{Title: title, Body: p})
}
