package site

import (
	"context"
	"net/http"

	"isnad"
	"isnad/internal/store"
)

type deskPage struct {
	Me   isnad.Person
	Note string

	Waiting int // claims that wait for a decision
	Second  int // for another person
	Again   int // whose passage is gone

	Incidents int // that wait for a person

	Cases caseFigures
	Late  []caseRow // the cases that are overdue longest
}

// lateShown is how many cases that are overdue the first page of the desk names.
const lateShown = 5

// deskFront is who one is and what waits.
func (s *site) deskFront(w http.ResponseWriter, r *http.Request, me who) error {
	p := deskPage{Me: me.Person}
	if r.URL.Query().Get("note") == "password" {
		p.Note = "Your password is changed. You are signed out everywhere else."
	}
	for waits, n := range map[string]*int{store.WaitsDecision: &p.Waiting, store.WaitsSecond: &p.Second, store.WaitsAgain: &p.Again} {
		var err error
		if *n, err = s.store.CountQueue(r.Context(), store.QueueQuery{Waits: waits}); err != nil {
			return err
		}
	}
	var err error
	if p.Incidents, err = s.store.CountIncidents(r.Context(), store.IncidentQuery{Stand: store.StandOpen}); err != nil {
		return err
	}
	if err = s.frontCases(r.Context(), me, &p); err != nil {
		return err
	}
	return s.renderDesk(w, r, me, http.StatusOK, "desk", view{Title: "Desk", Body: p})
}

// frontCases counts the cases and names those that are late.
func (s *site) frontCases(ctx context.Context, me who, p *deskPage) (err error) {
	now := s.now()
	if p.Cases, err = s.caseFigures(ctx, me, now); err != nil || p.Cases.Overdue == 0 {
		return err
	}
	q := caseQueue{List: casesOverdue}
	ask := q.query(me, now)
	ask.Page = store.Page{Limit: lateShown}
	late, _, err := s.store.Cases(ctx, ask)
	if err != nil {
		return err
	}
	for _, c := range late {
		row := caseRow{Case: c, At: q.Case(c.ID, ""), Due: dueOf(&c, now), Mine: c.Handler == me.ID}
		if row.About, err = s.aboutOf(ctx, &c); err != nil {
			return err
		}
		p.Late = append(p.Late, row)
	}
	return nil
}

// roleWords tells what a role may do.
func roleWords(r isnad.Role) string {
	switch r {
	case isnad.RoleContributor:
		return "A contributor reads the queues, proposes other readings of a claim and leaves notes on cases; an editor decides."
	case isnad.RoleEditor:
		return "An editor accepts, edits, rejects and splits claims, divides, joins and links incidents, and decides on cases."
	case isnad.RoleReviewer:
		return "A reviewer does what editors do, confirms incidents, removes and restores reports, decides on appeals, and undoes what others did."
	case isnad.RoleAdmin:
		return "An admin does what reviewers do, and says who has an account."
	}
	return "This role may do nothing."
}
