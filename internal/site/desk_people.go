package site

import (
	"net/http"

	"isnad"
	"isnad/internal/people"
	"isnad/internal/site/query"
	"isnad/internal/store"
)

type peoplePage struct {
	People  []personRow // with an account
	Gone    []isnad.Person
	Roles   []isnad.Role
	Link    string // of an invitation just made; shown once
	For     isnad.Role
	Problem string
}

// personRow is somebody with what they sign in with.
type personRow struct {
	isnad.Person
	Factors store.Factors
	Needed  bool // their role needs a second factor
}

func (s *site) peoplePage(w http.ResponseWriter, r *http.Request, me who) error {
	return s.showPeople(w, r, me, http.StatusOK, peoplePage{})
}

func (s *site) showPeople(w http.ResponseWriter, r *http.Request, me who, status int, p peoplePage) error {
	all, err := s.o.Desk.People.All(r.Context())
	if err != nil {
		return err
	}
	for _, x := range all {
		if x.Removed.IsZero() {
			f, err := s.o.Desk.People.Factors(r.Context(), x)
			if err != nil {
				return err
			}
			p.People = append(p.People, personRow{x, f, s.o.Desk.People.Needs(x.Role)})
		} else {
			p.Gone = append(p.Gone, x)
		}
	}
	p.Roles = isnad.Roles()
	return s.renderDesk(w, r, me, status, "desk-people", view{Title: "People", Body: p})
}

// invite makes a link. It is shown in the answer and nowhere else: only its
// digest is kept.
func (s *site) invite(w http.ResponseWriter, r *http.Request, me who) error {
	role, err := roleOf(r)
	if err != nil {
		return err
	}
	token, err := s.o.Desk.People.Invite(r.Context(), role, s.doer(r, me))
	if err != nil {
		return err
	}
	return s.showPeople(w, r, me, http.StatusOK, peoplePage{Link: s.joinAddress(r, token), For: role})
}

func (s *site) joinAddress(r *http.Request, token string) string {
	base := s.o.BaseURL
	if base == "" {
		base = "http://" + r.Host
	}
	return base + "/desk/join/" + token
}

// doer is who does something about an account, for the record.
func (s *site) doer(r *http.Request, me who) people.By {
	return people.By{Person: me.Person, Visit: s.visit(r)}
}

func (s *site) changeRole(w http.ResponseWriter, r *http.Request, me who) error {
	role, err := roleOf(r)
	if err != nil {
		return err
	}
	return s.changePerson(w, r, me, func(x isnad.Person) error { return s.o.Desk.People.SetRole(r.Context(), x, role, s.doer(r, me)) })
}

func (s *site) removePerson(w http.ResponseWriter, r *http.Request, me who) error {
	return s.changePerson(w, r, me, func(x isnad.Person) error { return s.o.Desk.People.Remove(r.Context(), x, s.doer(r, me)) })
}

func (s *site) changePerson(w http.ResponseWriter, r *http.Request, me who, change func(isnad.Person) error) error {
	err := change(isnad.Person{ID: r.PathValue("id")})
	if advice, ok := people.Advice(err); ok {
		return s.showPeople(w, r, me, http.StatusConflict, peoplePage{Problem: advice})
	}
	if err != nil {
		return err
	}
	http.Redirect(w, r, "/desk/people", http.StatusSeeOther)
	return nil
}

func roleOf(r *http.Request) (isnad.Role, error) {
	role := isnad.Role(r.PostFormValue("role"))
	if !role.Valid() {
		return "", &query.Error{Param: "role", Value: cut(100, string(role)), Want: "contributor, editor, reviewer or admin"}
	}
	return role, nil
}
