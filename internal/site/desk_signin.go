package site

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"isnad"
	"isnad/internal/people"
)

type signInPage struct {
	Name, Next string
	Problem    string
	First      bool   // nobody has an account yet
	Again      bool   // somebody who is signed in shows once more who they are
	Passkeys   bool   // the site can have passkeys
	Provider   string // its name; empty for none
}

// secondCookie holds the token of a sign-in that waits for a second factor,
// journeyCookie that of somebody who went to the provider.
const (
	secondCookie  = "isnad-second"
	journeyCookie = "isnad-provider"
	shortCookie   = 10 * time.Minute
)

func (s *site) signInForm(w http.ResponseWriter, r *http.Request, me who) error {
	next, again := local(r.URL.Query().Get("next")), r.URL.Query().Get("again") == "1"
	if me.in() && !again {
		http.Redirect(w, r, next, http.StatusSeeOther)
		return nil
	}
	return s.showSignIn(w, r, me, http.StatusOK, signInPage{Next: next, Again: again && me.in()})
}

func (s *site) showSignIn(w http.ResponseWriter, r *http.Request, me who, status int, p signInPage) error {
	all, err := s.o.Desk.People.All(r.Context())
	if err != nil {
		return err
	}
	p.First, p.Passkeys, p.Provider = len(all) == 0, s.o.Desk.People.Passkeys(), s.o.Desk.People.Provider()
	p.Name = plainText(p.Name)
	if !p.Again {
		me = who{}
	}
	return s.renderDesk(w, r, me, status, "desk-sign-in", view{Title: "Sign in", Body: p})
}

// refusedSignIn gives the status and the words of an error that somebody who signs in can
// do something about.
func refusedSignIn(w http.ResponseWriter, err error) (status int, advice string, ok bool) {
	advice, ok = people.Advice(err)
	var wait *people.WaitError
	switch {
	case !ok:
		return 0, "", false
	case errors.As(err, &wait):
		w.Header().Set("Retry-After", strconv.Itoa(int(wait.For.Seconds())+1))
		return http.StatusTooManyRequests, advice, true
	case errors.Is(err, people.ErrProvider):
		return http.StatusBadGateway, advice, true
	}
	return http.StatusUnauthorized, advice, true
}

// tooManySignIns says that too much comes from one address.
const tooManySignIns = "Too many sign-ins from your address. Try again in a minute."

// may counts a try from the visitor's address.
func (s *site) may(w http.ResponseWriter, r *http.Request) bool {
	if s.tries.take(s.visitor(r)) {
		return true
	}
	w.Header().Set("Retry-After", "60")
	return false
}

// signIn proves who somebody is. The session before it, whose token another may
// have set in this browser, ends: the new one has a token of its own.
func (s *site) signIn(w http.ResponseWriter, r *http.Request, me who) error {
	p := signInPage{Name: r.PostFormValue("name"), Next: local(r.PostFormValue("next"))}
	fail := func(status int, problem string) error {
		p.Problem = problem
		return s.showSignIn(w, r, who{}, status, p)
	}
	if !s.may(w, r) {
		return fail(http.StatusTooManyRequests, tooManySignIns)
	}
	in, err := s.o.Desk.People.SignIn(r.Context(), p.Name, r.PostFormValue("password"), s.visit(r))
	if status, advice, ok := refusedSignIn(w, err); ok {
		return fail(status, advice)
	}
	if err != nil {
		return err
	}
	return s.entered(w, r, me, in, p.Next)
}

// entered goes on with somebody who has signed in, or to where the second factor
// is asked for.
func (s *site) entered(w http.ResponseWriter, r *http.Request, me who, in people.Entered, next string) error {
	if in.Session == "" {
		s.setCookie(w, secondCookie, in.Second, shortCookie)
		http.Redirect(w, r, "/desk/sign-in/second?next="+url.QueryEscape(next), http.StatusSeeOther)
		return nil
	}
	if err := s.o.Desk.People.SignOut(r.Context(), me.token); err != nil {
		return err
	}
	s.setSession(w, in.Session)
	if s.cookie(r, secondCookie) != "" {
		s.setCookie(w, secondCookie, "", 0)
	}
	http.Redirect(w, r, next, http.StatusSeeOther)
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

// sayJSON answers a script.
func sayJSON(w http.ResponseWriter, status int, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, err = w.Write(b)
	return err
}

// challenge answers the script of a form with what a device is to answer.
func (s *site) challenge(w http.ResponseWriter, r *http.Request, ask func() (people.Challenge, error)) error {
	problem := func(status int, words string) error {
		return sayJSON(w, status, map[string]string{"problem": words})
	}
	if !s.may(w, r) {
		return problem(http.StatusTooManyRequests, tooManySignIns)
	}
	c, err := ask()
	if status, advice, ok := refusedSignIn(w, err); ok {
		return problem(status, advice)
	}
	if errors.Is(err, isnad.ErrNotFound) {
		return problem(http.StatusNotFound, "There are no passkeys on this site.")
	}
	if err != nil {
		return err
	}
	return sayJSON(w, http.StatusOK, c)
}

func (s *site) askPasskey(w http.ResponseWriter, r *http.Request, _ who) error {
	return s.challenge(w, r, func() (people.Challenge, error) { return s.o.Desk.People.AskPasskey(r.Context()) })
}

func (s *site) signInWithPasskey(w http.ResponseWriter, r *http.Request, me who) error {
	p := signInPage{Next: local(r.PostFormValue("next"))}
	in, err := s.o.Desk.People.SignInWithPasskey(r.Context(), r.PostFormValue("challenge"), []byte(r.PostFormValue("answer")), s.visit(r))
	if status, advice, ok := refusedSignIn(w, err); ok {
		s.o.Logger.DebugContext(r.Context(), "a passkey was refused", "error", err)
		p.Problem = advice
		return s.showSignIn(w, r, who{}, status, p)
	}
	if err != nil {
		return err
	}
	return s.entered(w, r, me, in, p.Next)
}

type secondPage struct {
	Person   isnad.Person
	Next     string
	Problem  string
	Codes    bool // an app shows codes
	Recovery bool // there are recovery codes
	Passkeys bool
}

// secondForm asks for the second factor.
func (s *site) secondForm(w http.ResponseWriter, r *http.Request, _ who) error {
	return s.showSecond(w, r, http.StatusOK, local(r.URL.Query().Get("next")), "")
}

func (s *site) showSecond(w http.ResponseWriter, r *http.Request, status int, next, problem string) error {
	x, f, err := s.o.Desk.People.Awaited(r.Context(), s.cookie(r, secondCookie))
	if errors.Is(err, people.ErrLate) {
		if problem == "" && s.cookie(r, secondCookie) == "" {
			http.Redirect(w, r, signInAddress(next), http.StatusSeeOther)
			return nil
		}
		advice, _ := people.Advice(people.ErrLate)
		return s.showSignIn(w, r, who{}, http.StatusUnauthorized, signInPage{Next: next, Problem: advice})
	}
	if err != nil {
		return err
	}
	return s.renderDesk(w, r, who{}, status, "desk-second", view{Title: "Second factor", Body: secondPage{Person: x, Next: next, Problem: problem,
		Codes: f.Codes != nil, Recovery: f.Recovery > 0, Passkeys: len(f.Passkeys) > 0 && s.o.Desk.People.Passkeys()}})
}

func (s *site) second(w http.ResponseWriter, r *http.Request, me who) error {
	next := local(r.PostFormValue("next"))
	if !s.may(w, r) {
		return s.showSecond(w, r, http.StatusTooManyRequests, next, tooManySignIns)
	}
	in, err := s.o.Desk.People.Second(r.Context(), s.cookie(r, secondCookie), r.PostFormValue("code"), s.visit(r))
	if status, advice, ok := refusedSignIn(w, err); ok {
		return s.showSecond(w, r, status, next, advice)
	}
	if err != nil {
		return err
	}
	return s.entered(w, r, me, in, next)
}

func (s *site) askSecondPasskey(w http.ResponseWriter, r *http.Request, _ who) error {
	return s.challenge(w, r, func() (people.Challenge, error) {
		return s.o.Desk.People.AskSecondPasskey(r.Context(), s.cookie(r, secondCookie))
	})
}

func (s *site) secondPasskey(w http.ResponseWriter, r *http.Request, me who) error {
	next := local(r.PostFormValue("next"))
	in, err := s.o.Desk.People.SecondPasskey(r.Context(), s.cookie(r, secondCookie), r.PostFormValue("challenge"), []byte(r.PostFormValue("answer")), s.visit(r))
	if status, advice, ok := refusedSignIn(w, err); ok {
		s.o.Logger.DebugContext(r.Context(), "a passkey was refused", "error", err)
		return s.showSecond(w, r, status, next, advice)
	}
	if err != nil {
		return err
	}
	return s.entered(w, r, me, in, next)
}

// toProvider sends somebody who wants to sign in to the provider.
func (s *site) toProvider(w http.ResponseWriter, r *http.Request, _ who) error {
	next := local(r.URL.Query().Get("next"))
	if !s.may(w, r) {
		return s.showSignIn(w, r, who{}, http.StatusTooManyRequests, signInPage{Next: next, Problem: tooManySignIns})
	}
	address, token, err := s.o.Desk.People.GoToProvider(r.Context(), nil, next)
	if status, advice, ok := refusedSignIn(w, err); ok {
		s.o.Logger.WarnContext(r.Context(), "the provider of sign-ins failed", "error", err)
		return s.showSignIn(w, r, who{}, status, signInPage{Next: next, Problem: advice})
	}
	if err != nil {
		return err
	}
	s.setCookie(w, journeyCookie, token, shortCookie)
	w.Header().Set("Referrer-Policy", "no-referrer")
	http.Redirect(w, r, address, http.StatusSeeOther)
	return nil
}

// fromProvider is where the provider sends people back to.
func (s *site) fromProvider(w http.ResponseWriter, r *http.Request, me who) error {
	if s.o.Desk.People.Provider() == "" {
		return isnad.ErrNotFound
	}
	q := r.URL.Query()
	s.setCookie(w, journeyCookie, "", 0)
	w.Header().Set("Referrer-Policy", "no-referrer") // the address holds a code
	in, tied, next, err := s.o.Desk.People.BackFromProvider(r.Context(), s.cookie(r, journeyCookie), q.Get("state"), q.Get("code"), me.seat.Session.Token, s.visit(r))
	next = local(next)
	if status, advice, ok := refusedSignIn(w, err); ok {
		if errors.Is(err, people.ErrProvider) {
			s.o.Logger.WarnContext(r.Context(), "a sign-in through the provider failed", "error", err)
		}
		if tied {
			return s.showAccount(w, r, me, status, accountPage{Problem: advice})
		}
		return s.showSignIn(w, r, who{}, status, signInPage{Next: next, Problem: advice})
	}
	if err != nil {
		return err
	}
	if tied {
		http.Redirect(w, r, "/desk/account?note=login", http.StatusSeeOther)
		return nil
	}
	return s.entered(w, r, me, in, next)
}
