package site

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/people"
	"isnad/internal/store"
)

// accountPage is one's own account: what one signs in with, where one is signed
// in, and what happened.
type accountPage struct {
	Me       isnad.Person
	Problem  string
	Note     string
	Least    int // characters of a password
	Factors  store.Factors
	Sessions []store.Session
	Here     isnad.Hash // the session of this browser
	Events   []store.PersonEvent

	Mail    bool   // letters are sent from here
	Letters string // where they wish letters about cases; empty for none

	Passkeys bool   // the site can have passkeys
	Provider string // its name; empty for none
	Needed   bool   // the role needs a second factor
	Enrol    bool   // and there is none yet
	Fresh    bool   // what one signs in with can be changed
	Again    string // where one signs in once more
}

// signInAgain leads over a sign-in back to the account.
const signInAgain = "/desk/sign-in?again=1&next=%2Fdesk%2Faccount"

var accountNotes = map[string]string{
	"passkey":         "The passkey is added. You can sign in with it from now on.",
	"passkey-removed": "The passkey is removed. Remove it from your device too.",
	"codes-removed":   "One-time codes are no longer asked for.",
	"login":           "The login is added. You can sign in with it from now on.",
	"login-removed":   "The login is removed.",
	"ended":           "Signed out there.",
	"letters":         "Letters about cases come to that address from now on.",
	"no-letters":      "No letters about cases are sent to you.",
}

func (s *site) account(w http.ResponseWriter, r *http.Request, me who) error {
	return s.showAccount(w, r, me, http.StatusOK, accountPage{Note: accountNotes[r.URL.Query().Get("note")]})
}

func (s *site) showAccount(w http.ResponseWriter, r *http.Request, me who, status int, p accountPage) error {
	ctx, all := r.Context(), s.o.Desk.People
	p.Me, p.Least, p.Here, p.Fresh, p.Enrol, p.Again = me.Person, people.MinPassword, me.seat.Session.Token, me.seat.Fresh, me.seat.Enrol, signInAgain
	p.Passkeys, p.Provider, p.Needed = all.Passkeys(), all.Provider(), all.Needs(me.Role)
	var err error
	wishes, err := s.store.MailWishes(ctx)
	if err != nil {
		return err
	}
	p.Mail = s.o.Cases.Mail
	for _, x := range wishes {
		if x.Person == me.ID {
			p.Letters = x.Address
		}
	}
	if p.Factors, err = all.Factors(ctx, me.Person); err != nil {
		return err
	}
	if p.Sessions, err = all.Sessions(ctx, me.Person); err != nil {
		return err
	}
	if p.Events, _, err = all.Events(ctx, store.PersonEventQuery{Person: me.ID, Limit: 10}); err != nil {
		return err
	}
	return s.renderDesk(w, r, me, status, "desk-account", view{Title: "Your account", Body: p})
}

// wishLetters says where a person is written to about what happens in cases.
func (s *site) wishLetters(w http.ResponseWriter, r *http.Request, me who) error {
	address, note := strings.TrimSpace(r.PostFormValue("address")), "letters"
	if r.PostFormValue("on") == "" {
		address, note = "", "no-letters"
	} else if !casework.IsEmail(address) {
		return s.showAccount(w, r, me, http.StatusUnprocessableEntity, accountPage{Problem: "This is not an e-mail address that letters can be sent to."})
	}
	if err := s.store.SetMailWish(r.Context(), me.ID, address, time.Now()); err != nil {
		return err
	}
	http.Redirect(w, r, "/desk/account?note="+note, http.StatusSeeOther)
	return nil
}

// own ends a change of one's own account: with its page and what went wrong, or
// anew with a note.
func (s *site) own(w http.ResponseWriter, r *http.Request, me who, err error, note string) error {
	if advice, ok := people.Advice(err); ok {
		if errors.Is(err, people.ErrPasskey) {
			s.o.Logger.DebugContext(r.Context(), "a passkey was refused", "error", err)
		}
		return s.showAccount(w, r, me, http.StatusUnprocessableEntity, accountPage{Problem: advice})
	}
	if err != nil {
		return err
	}
	http.Redirect(w, r, "/desk/account?note="+note, http.StatusSeeOther)
	return nil
}

// stale sends whoever proved long ago who they are to do so again, before what
// they sign in with is changed.
func (s *site) stale(w http.ResponseWriter, r *http.Request, me who) bool {
	if me.seat.Fresh {
		return false
	}
	http.Redirect(w, r, signInAgain, http.StatusSeeOther)
	return true
}

// changePassword ends every session of the person, this one too, and begins one
// anew in this browser.
func (s *site) changePassword(w http.ResponseWriter, r *http.Request, me who) error {
	fail := func(status int, problem string) error {
		return s.showAccount(w, r, me, status, accountPage{Problem: problem})
	}
	if !s.may(w, r) {
		return fail(http.StatusTooManyRequests, "Too many tries from your address. Try again in a minute.")
	}
	password := r.PostFormValue("password")
	if password != r.PostFormValue("again") {
		return fail(http.StatusUnprocessableEntity, "The two new passwords are not the same.")
	}
	f, err := s.o.Desk.People.Factors(r.Context(), me.Person)
	if err != nil {
		return err
	}
	if !f.Password && s.stale(w, r, me) { // there is no present one to ask for
		return nil
	}
	token, err := s.o.Desk.People.ChangePassword(r.Context(), me.seat, r.PostFormValue("present"), password, s.visit(r))
	if errors.Is(err, people.ErrWrong) {
		return fail(http.StatusUnprocessableEntity, "That is not your present password.")
	}
	if advice, ok := people.Advice(err); ok {
		return fail(http.StatusUnprocessableEntity, advice)
	}
	if err != nil {
		return err
	}
	s.setSession(w, token)
	http.Redirect(w, r, "/desk?note=password", http.StatusSeeOther)
	return nil
}

func (s *site) offerPasskey(w http.ResponseWriter, r *http.Request, me who) error {
	if !me.seat.Fresh {
		return sayJSON(w, http.StatusForbidden, map[string]string{"problem": "Sign in once more first.", "go": signInAgain})
	}
	return s.challenge(w, r, func() (people.Challenge, error) { return s.o.Desk.People.OfferPasskey(r.Context(), me.Person) })
}

func (s *site) addPasskey(w http.ResponseWriter, r *http.Request, me who) error {
	if s.stale(w, r, me) {
		return nil
	}
	err := s.o.Desk.People.AddPasskey(r.Context(), me.seat, r.PostFormValue("challenge"), []byte(r.PostFormValue("answer")), r.PostFormValue("name"), s.visit(r))
	return s.own(w, r, me, err, "passkey")
}

func (s *site) removePasskey(w http.ResponseWriter, r *http.Request, me who) error {
	if s.stale(w, r, me) {
		return nil
	}
	return s.own(w, r, me, s.o.Desk.People.RemovePasskey(r.Context(), me.Person, r.PostFormValue("passkey"), s.visit(r)), "passkey-removed")
}

// addLogin leads to the provider to tie a login there to one's account. The way
// begins with a link on a page: browsers do not follow forms to other sites from
// here.
func (s *site) addLogin(w http.ResponseWriter, r *http.Request, me who) error {
	if s.stale(w, r, me) {
		return nil
	}
	address, token, err := s.o.Desk.People.GoToProvider(r.Context(), &me.seat, "/desk/account")
	if advice, ok := people.Advice(err); ok {
		s.o.Logger.WarnContext(r.Context(), "the provider of sign-ins failed", "error", err)
		return s.showAccount(w, r, me, http.StatusBadGateway, accountPage{Problem: advice})
	}
	if err != nil {
		return err
	}
	s.setCookie(w, journeyCookie, token, shortCookie)
	return s.renderDesk(w, r, me, http.StatusOK, "desk-login", view{Title: "Add a login", Body: struct{ Provider, Address, Host string }{s.o.Desk.People.Provider(), address, hostOf(address)}})
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Host
}

func (s *site) removeLogin(w http.ResponseWriter, r *http.Request, me who) error {
	if s.stale(w, r, me) {
		return nil
	}
	return s.own(w, r, me, s.o.Desk.People.RemoveLogin(r.Context(), me.Person, r.PostFormValue("login"), s.visit(r)), "login-removed")
}

// endSessions ends one of one's sessions, or all but this one.
func (s *site) endSessions(w http.ResponseWriter, r *http.Request, me who) error {
	by := s.doer(r, me)
	one := isnad.Hash(r.PostFormValue("session"))
	var err error
	if one == "others" {
		err = s.o.Desk.People.EndSessions(r.Context(), me.Person, me.seat.Session.Token, by)
	} else {
		err = s.o.Desk.People.EndSession(r.Context(), me.Person, one, by)
	}
	return s.own(w, r, me, err, "ended")
}

type recordPage struct {
	Mine   bool
	All    bool // about everybody
	SignIn bool // sign-ins only
	Events []store.PersonEvent
	Next   string // address of the next page
	Later  bool
	First  string
}

// myRecord is what happened about one's own account.
func (s *site) myRecord(w http.ResponseWriter, r *http.Request, me who) error {
	return s.showRecord(w, r, me, recordPage{Mine: true}, store.PersonEventQuery{Person: me.ID})
}

func (s *site) showRecord(w http.ResponseWriter, r *http.Request, me who, p recordPage, q store.PersonEventQuery) error {
	q.SignIn, q.After = r.URL.Query().Get("only") == "sign-ins", r.URL.Query().Get("after")
	var next string
	var err error
	if p.Events, next, err = s.o.Desk.People.Events(r.Context(), q); err != nil {
		return err
	}
	keep := url.Values{}
	if q.SignIn {
		keep.Set("only", "sign-ins")
	}
	p.SignIn, p.Later, p.First = q.SignIn, q.After != "", r.URL.Path+"?"+keep.Encode()
	if next != "" {
		keep.Set("after", next)
		p.Next = r.URL.Path + "?" + keep.Encode()
	}
	return s.renderDesk(w, r, me, http.StatusOK, "desk-record", view{Title: "Record of accounts", Body: p})
}
