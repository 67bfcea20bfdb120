package site

import (
	"errors"
	"net/http"
	"strconv"

	"isnad"
	"isnad/internal/people"
)

type signInPage struct {
	Name, Next string
	Problem    string
	First      bool // nobody has an account yet
}

func (s *site) signInForm(w http.ResponseWriter, r *http.Request, me who) error {
	next := local(r.URL.Query().Get("next"))
	if me.in() {
		http.Redirect(w, r, next, http.StatusSeeOther)
		return nil
	}
	all, err := s.o.Desk.People.All(r.Context())
	if err != nil {
		return err
	}
	return s.renderDesk(w, r, me, http.StatusOK, "desk-sign-in", view{Title: "Sign in", Body: signInPage{Next: next, First: len(all) == 0}})
}

// signIn proves who somebody is. The session before it, whose token another may
// have set in this browser, ends: the new one has a token of its own.
func (s *site) signIn(w http.ResponseWriter, r *http.Request, me who) error {
	p := signInPage{Name: r.PostFormValue("name"), Next: local(r.PostFormValue("next"))}
	fail := func(status int, problem string) error {
		p.Problem = problem
		p.Name = plainText(p.Name)
		return s.renderDesk(w, r, who{}, status, "desk-sign-in", view{Title: "Sign in", Body: p})
	}
	if !s.tries.take(s.visitor(r)) {
		w.Header().Set("Retry-After", "60")
		return fail(http.StatusTooManyRequests, "Too many sign-ins from your address. Try again in a minute.")
	}
	_, token, err := s.o.Desk.People.SignIn(r.Context(), p.Name, r.PostFormValue("password"))
	if advice, ok := people.Advice(err); ok {
		status := http.StatusUnauthorized
		var wait *people.WaitError
		if errors.As(err, &wait) {
			status = http.StatusTooManyRequests
			w.Header().Set("Retry-After", strconv.Itoa(int(wait.For.Seconds())+1))
		}
		return fail(status, advice)
	}
	if err != nil {
		return err
	}
	if err := s.o.Desk.People.SignOut(r.Context(), me.token); err != nil {
		return err
	}
	s.setSession(w, token)
	http.Redirect(w, r, p.Next, http.StatusSeeOther)
	return nil
}

func (s *site) signOut(w http.ResponseWriter, r *http.Request, me who) error {
	if err := s.o.Desk.People.SignOut(r.Context(), me.token); err != nil {
		return err
	}
	s.setSession(w, "")
	http.Redirect(w, r, "/desk/sign-in", http.StatusSeeOther)
	return nil
}

type joinPage struct {
	Role    isnad.Role
	Founder bool
	Name    string
	Problem string
	Least   int // characters of a password
}

// joinForm is the page behind a link that makes an account.
func (s *site) joinForm(w http.ResponseWriter, r *http.Request, me who) error {
	i, err := s.o.Desk.People.Invitation(r.Context(), r.PathValue("token"))
	if err != nil {
		return err
	}
	w.Header().Set("Referrer-Policy", "no-referrer") // the address is the key
	return s.renderDesk(w, r, who{}, http.StatusOK, "desk-join", view{Title: "Make your account", Body: joinPage{Role: i.Role, Founder: i.Founder, Least: people.MinPassword}})
}

func (s *site) join(w http.ResponseWriter, r *http.Request, me who) error {
	ctx := r.Context()
	w.Header().Set("Referrer-Policy", "no-referrer")
	token := r.PathValue("token")
	i, err := s.o.Desk.People.Invitation(ctx, token)
	if err != nil {
		return err
	}
	p := joinPage{Role: i.Role, Founder: i.Founder, Name: r.PostFormValue("name"), Least: people.MinPassword}
	fail := func(status int, problem string) error {
		p.Problem = problem
		p.Name = plainText(p.Name)
		return s.renderDesk(w, r, who{}, status, "desk-join", view{Title: "Make your account", Body: p})
	}
	if !s.tries.take(s.visitor(r)) {
		return fail(http.StatusTooManyRequests, "Too many tries from your address. Try again in a minute.")
	}
	password := r.PostFormValue("password")
	if password != r.PostFormValue("again") {
		return fail(http.StatusUnprocessableEntity, "The two passwords are not the same.")
	}
	_, session, err := s.o.Desk.People.Accept(ctx, token, p.Name, password)
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

type accountPage struct {
	Me      isnad.Person
	Problem string
	Least   int
}

func (s *site) account(w http.ResponseWriter, r *http.Request, me who) error {
	return s.renderDesk(w, r, me, http.StatusOK, "desk-account", view{Title: "Your account", Body: accountPage{Me: me.Person, Least: people.MinPassword}})
}

// changePassword ends every session of the person, this one too, and begins one
// anew in this browser.
func (s *site) changePassword(w http.ResponseWriter, r *http.Request, me who) error {
	ctx := r.Context()
	fail := func(status int, problem string) error {
		return s.renderDesk(w, r, me, status, "desk-account", view{Title: "Your account", Body: accountPage{me.Person, problem, people.MinPassword}})
	}
	if !s.tries.take(s.visitor(r)) {
		return fail(http.StatusTooManyRequests, "Too many tries from your address. Try again in a minute.")
	}
	password := r.PostFormValue("password")
	if password != r.PostFormValue("again") {
		return fail(http.StatusUnprocessableEntity, "The two new passwords are not the same.")
	}
	err := s.o.Desk.People.ChangePassword(ctx, me.Person, r.PostFormValue("present"), password)
	if errors.Is(err, people.ErrWrong) {
		return fail(http.StatusUnprocessableEntity, "That is not your present password.")
	}
	if advice, ok := people.Advice(err); ok {
		return fail(http.StatusUnprocessableEntity, advice)
	}
	if err != nil {
		return err
	}
	_, token, err := s.o.Desk.People.SignIn(ctx, me.Name, password)
	if err != nil {
		return err
	}
	s.setSession(w, token)
	http.Redirect(w, r, "/desk?note=password", http.StatusSeeOther)
	return nil
}
