package site

import (
	"net/http"

	"isnad"
	"isnad/internal/people"
	"isnad/internal/store"
)

// personDeskPage is what an admin sees of one person.
type personDeskPage struct {
	Person   isnad.Person
	Factors  store.Factors
	Needed   bool
	Sessions []store.Session
	Events   []store.PersonEvent
	Link     string // to set a new password, just made; shown once
	Problem  string
}

func (s *site) personPage(w http.ResponseWriter, r *http.Request, me who) error {
	return s.showPerson(w, r, me, http.StatusOK, personDeskPage{})
}

func (s *site) showPerson(w http.ResponseWriter, r *http.Request, me who, status int, p personDeskPage) error {
	ctx, all := r.Context(), s.o.Desk.People
	var err error
	if p.Person, err = all.Known(ctx, r.PathValue("id")); err != nil {
		return err
	}
	if p.Factors, err = all.Factors(ctx, p.Person); err != nil {
		return err
	}
	if p.Sessions, err = all.Sessions(ctx, p.Person); err != nil {
		return err
	}
	if p.Events, _, err = all.Events(ctx, store.PersonEventQuery{Person: p.Person.ID, Limit: 50}); err != nil {
		return err
	}
	p.Needed = all.Needs(p.Person.Role)
	return s.renderDesk(w, r, me, status, "desk-person", view{Title: plainText(p.Person.Name), Body: p})
}

// resetPerson takes away what somebody signs in with and shows the link with
// which they set a new password.
func (s *site) resetPerson(w http.ResponseWriter, r *http.Request, me who) error {
	x, err := s.o.Desk.People.Known(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	if x.ID == me.ID {
		return s.showPerson(w, r, me, http.StatusConflict, personDeskPage{Problem: "This is your own account. Change what you sign in with under your name above."})
	}
	token, err := s.o.Desk.People.Reset(r.Context(), x, s.doer(r, me))
	if advice, ok := people.Advice(err); ok {
		return s.showPerson(w, r, me, http.StatusConflict, personDeskPage{Problem: advice})
	}
	if err != nil {
		return err
	}
	return s.showPerson(w, r, me, http.StatusOK, personDeskPage{Link: s.joinAddress(r, token)})
}

func (s *site) endTheirSessions(w http.ResponseWriter, r *http.Request, me who) error {
	x, err := s.o.Desk.People.Known(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	keep := isnad.Hash("")
	if x.ID == me.ID {
		keep = me.seat.Session.Token
	}
	if err := s.o.Desk.People.EndSessions(r.Context(), x, keep, s.doer(r, me)); err != nil {
		return err
	}
	http.Redirect(w, r, "/desk/people/"+x.ID, http.StatusSeeOther)
	return nil
}

// peopleRecord is what happened about all accounts.
func (s *site) peopleRecord(w http.ResponseWriter, r *http.Request, me who) error {
	return s.showRecord(w, r, me, recordPage{All: true}, store.PersonEventQuery{})
}
