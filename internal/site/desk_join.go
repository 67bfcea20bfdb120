package site

import (
	"net/http"

	"isnad"
	"isnad/internal/people"
)

type joinPage struct {
	Role    isnad.Role
	Founder bool
	Person  string // name of who sets a new password; empty where an account is made
	Name    string
	Problem string
	Least   int // characters of a password
}

// joining is what a link makes.
func (s *site) joining(r *http.Request) (p joinPage, err error) {
	i, err := s.o.Desk.People.Invitation(r.Context(), r.PathValue("token"))
	if err != nil {
		return p, err
	}
	p = joinPage{Role: i.Role, Founder: i.Founder, Least: people.MinPassword}
	if i.Person != "" {
		x, err := s.o.Desk.People.Known(r.Context(), i.Person)
		if err != nil {
			return p, err
		}
		p.Person = x.Name
	}
	return p, nil
}

func (s *site) showJoin(w http.ResponseWriter, r *http.Request, status int, p joinPage) error {
	title := "Make your account"
	if p.Person != "" {
		title = "Set a new password"
	}
	return s.renderDesk(w, r, who{}, status, "desk-join", view{Title: title, Body: p})
}

// joinForm is the page behind a link that makes an account, or sets a password.
func (s *site) joinForm(w http.ResponseWriter, r *http.Request, _ who) error {
	p, err := s.joining(r)
	if err != nil {
		return err
	}
	w.Header().Set("Referrer-Policy", "no-referrer") // the address is the key
	return s.showJoin(w, r, http.StatusOK, p)
}

func (s *site) join(w http.ResponseWriter, r *http.Request, me who) error {
	ctx := r.Context()
	w.Header().Set("Referrer-Policy", "no-referrer")
	p, err := s.joining(r)
	if err != nil {
		return err
	}
	p.Name = r.PostFormValue("name")
	fail := func(status int, problem string) error {
		p.Problem = problem
		p.Name = plainText(p.Name)
		return s.showJoin(w, r, status, p)
	}
	if !s.may(w, r) {
		return fail(http.StatusTooManyRequests, "Too many tries from your address. Try again in a minute.")
	}
	password := r.PostFormValue("password")
	if password != r.PostFormValue("again") {
		return fail(http.StatusUnprocessableEntity, "The two passwords are not the same.")
	}
	_, session, err := s.o.Desk.People.Accept(ctx, r.PathValue("token"), p.Name, password, s.visit(r))
	if advice, ok := people.Advice(err); ok {
		return fail(http.StatusUnprocessableEntity, advice)
	}
	if err != nil {
		return err
	}
	if err := s.o.Desk.People.SignOut(ctx, me.token); err != nil {
		return err
	}
	s.setSession(w, session)
	http.Redirect(w, r, "/desk", http.StatusSeeOther)
	return nil
}
