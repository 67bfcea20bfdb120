package site

import (
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
}

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
	return s.renderDesk(w, r, me, http.StatusOK, "desk", view{Title: "Desk", Body: p})
}

// roleWords tells what a role may do.
func roleWords(r isnad.Role) string {
	switch r {
	case isnad.RoleContributor:
		return "A contributor reads the queues and proposes other readings of a claim; an editor decides."
	case isnad.RoleEditor:
		return "An editor accepts, edits, rejects and splits claims, and divides, joins and links incidents."
	case isnad.RoleReviewer:
		return "A reviewer does what editors do, confirms incidents, and undoes what others did."
	case isnad.RoleAdmin:
		return "An admin does what reviewers do, and says who has an account."
	}
	return "This role may do nothing."
}
