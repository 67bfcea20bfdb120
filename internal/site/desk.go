package site

import (
	"context"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"isnad"
	"isnad/internal/people"
)

// DeskOptions say how the desk works. Without People there is none.
type DeskOptions struct {
	People *people.People
	// Proxies are the web servers in front, whose word about the address of a visitor is taken.
	Proxies []netip.Prefix
	// Decide records what a person decided and puts it into force. Its errors wrap isnad.ErrConflict,
	// isnad.ErrRefused and isnad.ErrNotFound. Nil leaves out the pages where people decide.
	Decide func(ctx context.Context, a isnad.Act) (isnad.Act, error)
	// Second are the kinds of acts that hold only once another person has seconded them.
	Second map[isnad.ActKind]bool
	// Books answer what names mean where people set them; nil leaves suggestions out.
	Books Books
	// Gazetteer takes places that people add; nil leaves that out.
	Gazetteer Gazetteer
	// Similar gives for each of these incidents those that nearly joined it, the most alike first.
	// Nil leaves such suggestions out.
	Similar func(ctx context.Context, incidents []string) (map[string][]Similar, error)
}

// who is the person that a page of the desk is for: nobody on pages that are open to all.
type who struct {
	isnad.Person
	token string
	seat  people.Seat // of whoever is signed in; where it says Enrol, Person is empty but on pages where a second factor is added
}

// in tells whether somebody is signed in.
func (w who) in() bool { return w.ID != "" }

// May tells whether the person's role covers another.
func (w who) May(role string) bool { return w.in() && w.Person.May(isnad.Role(role)) }

// deskRoute is one address of the desk and who may use it: least is empty for
// everybody, signed in or not.
type deskRoute struct {
	method, pattern string
	least           isnad.Role
	handle          func(w http.ResponseWriter, r *http.Request, me who) error
}

// deskRoutes is every address of the desk.
func (s *site) deskRoutes() []deskRoute {
	const all = isnad.Role("")
	return []deskRoute{
		{"GET", "/desk/sign-in", all, s.signInForm},
		{"POST", "/desk/sign-in", all, s.signIn},
		{"POST", "/desk/sign-in/passkey/begin", all, s.askPasskey},
		{"POST", "/desk/sign-in/passkey", all, s.signInWithPasskey},
		{"GET", "/desk/sign-in/second", all, s.secondForm},
		{"POST", "/desk/sign-in/second", all, s.second},
		{"POST", "/desk/sign-in/second/passkey/begin", all, s.askSecondPasskey},
		{"POST", "/desk/sign-in/second/passkey", all, s.secondPasskey},
		{"GET", "/desk/sign-in/provider", all, s.toProvider},
		{"GET", people.ProviderBack, all, s.fromProvider},
		{"POST", "/desk/sign-out", all, s.signOut},
		{"GET", "/desk/join/{token}", all, s.joinForm},
		{"POST", "/desk/join/{token}", all, s.join},

		{"GET", "/desk", isnad.RoleContributor, s.deskFront},
		{"GET", "/desk/account", isnad.RoleContributor, s.account},
		{"POST", "/desk/account", isnad.RoleContributor, s.changePassword},
		{"GET", "/desk/account/codes", isnad.RoleContributor, s.codesForm},
		{"POST", "/desk/account/letters", isnad.RoleContributor, s.wishLetters},
		{"POST", "/desk/account/codes", isnad.RoleContributor, s.setCodes},
		{"POST", "/desk/account/codes/remove", isnad.RoleContributor, s.removeCodes},
		{"POST", "/desk/account/recovery", isnad.RoleContributor, s.newRecovery},
		{"POST", "/desk/account/passkeys/begin", isnad.RoleContributor, s.offerPasskey},
		{"POST", "/desk/account/passkeys", isnad.RoleContributor, s.addPasskey},
		{"POST", "/desk/account/passkeys/remove", isnad.RoleContributor, s.removePasskey},
		{"POST", "/desk/account/logins", isnad.RoleContributor, s.addLogin},
		{"POST", "/desk/account/logins/remove", isnad.RoleContributor, s.removeLogin},
		{"POST", "/desk/account/sessions/end", isnad.RoleContributor, s.endSessions},
		{"GET", "/desk/account/record", isnad.RoleContributor, s.myRecord},

		{"GET", "/desk/claims", isnad.RoleContributor, s.claimQueue},
		{"GET", "/desk/claims/{id}", isnad.RoleContributor, s.claimPage},
		{"POST", "/desk/claims/{id}/accept", isnad.RoleContributor, s.acceptClaim}, // of contributors a proposal, as all acts about claims
		{"POST", "/desk/claims/{id}/reject", isnad.RoleContributor, s.rejectClaim},
		{"GET", "/desk/claims/{id}/edit", isnad.RoleContributor, s.editForm},
		{"POST", "/desk/claims/{id}/edit", isnad.RoleContributor, s.editClaim},
		{"GET", "/desk/claims/{id}/split", isnad.RoleContributor, s.splitForm},
		{"POST", "/desk/claims/{id}/split", isnad.RoleContributor, s.splitClaim},

		{"GET", "/desk/acts", isnad.RoleContributor, s.acts},
		{"POST", "/desk/acts/{id}/undo", isnad.RoleContributor, s.undoAct}, // of others: reviewers
		{"POST", "/desk/acts/{id}/second", isnad.RoleEditor, s.secondAct},

		{"GET", "/desk/incidents", isnad.RoleContributor, s.incidentQueue},
		{"GET", "/desk/incidents/{id}", isnad.RoleContributor, s.deskIncident},
		{"POST", "/desk/incidents/{id}/find", isnad.RoleEditor, s.findOther},
		{"POST", "/desk/incidents/{id}/confirm", isnad.RoleReviewer, s.incidentAct(askConfirm)},
		{"POST", "/desk/incidents/{id}/grade", isnad.RoleEditor, s.incidentAct(askGrade)},
		{"POST", "/desk/incidents/{id}/split", isnad.RoleEditor, s.incidentAct(askSplit)},
		{"POST", "/desk/incidents/{id}/merge", isnad.RoleEditor, s.incidentAct(askMerge)},
		{"POST", "/desk/incidents/{id}/take-in", isnad.RoleEditor, s.incidentAct(askTakeIn)},
		{"POST", "/desk/incidents/{id}/link", isnad.RoleEditor, s.incidentAct(askRelate)},
		{"POST", "/desk/incidents/{id}/move", isnad.RoleEditor, s.incidentAct(askMove)},

		{"GET", "/desk/incidents/{id}/dossier.zip", isnad.RoleContributor, s.dossier},

		{"GET", "/desk/cases", isnad.RoleContributor, s.caseQueuePage},
		{"GET", "/desk/cases/{id}", isnad.RoleContributor, s.caseDesk},
		{"POST", "/desk/cases/{id}/note", isnad.RoleContributor, s.caseDo(isnad.CaseNote)},
		{"POST", "/desk/cases/{id}/acknowledge", isnad.RoleEditor, s.caseDo(isnad.CaseAcknowledge)},
		{"POST", "/desk/cases/{id}/take-up", isnad.RoleEditor, s.caseDo(isnad.CaseTakeUp)},
		{"POST", "/desk/cases/{id}/assign", isnad.RoleEditor, s.caseDo(isnad.CaseAssign)},
		{"POST", "/desk/cases/{id}/ask", isnad.RoleEditor, s.caseDo(isnad.CaseAsk)},
		{"GET", "/desk/cases/{id}/decide", isnad.RoleEditor, s.decideCaseForm}, // what needs a reviewer casework says
		{"POST", "/desk/cases/{id}/decide", isnad.RoleEditor, s.decideCase},
		{"POST", "/desk/cases/{id}/carry-out", isnad.RoleEditor, s.caseDo(isnad.CaseCarryOut)},
		{"POST", "/desk/cases/{id}/write-down", isnad.RoleEditor, s.writeDown}, // what needs an admin casework says
		{"POST", "/desk/cases/{id}/close", isnad.RoleEditor, s.caseDo(isnad.CaseClose)},

		{"GET", "/desk/submissions", isnad.RoleContributor, s.submissions}, // of contributors their own
		{"GET", "/desk/submissions/{id}", isnad.RoleContributor, s.submission},
		{"POST", "/desk/submissions/{id}/accept", isnad.RoleEditor, s.decideSubmission(true)},
		{"POST", "/desk/submissions/{id}/refuse", isnad.RoleEditor, s.decideSubmission(false)},

		{"GET", "/desk/safety", isnad.RoleEditor, s.safetyDesk},
		{"POST", "/desk/safety", isnad.RoleEditor, s.protect},
		{"POST", "/desk/safety/{id}/lift", isnad.RoleEditor, s.lift},
		{"GET", "/desk/originals/{id}", isnad.RoleEditor, s.original},
		{"GET", "/desk/evidence/{id}", isnad.RoleEditor, s.evidenceFile},
		{"GET", "/desk/evidence/{id}/picture", isnad.RoleEditor, s.evidencePicture},
		{"GET", "/desk/accesses", isnad.RoleAdmin, s.accesses},

		{"GET", "/desk/places", isnad.RoleContributor, s.placesDesk},
		{"POST", "/desk/places", isnad.RoleEditor, s.addPlace},
		{"POST", "/desk/places/{id}/withdraw", isnad.RoleEditor, s.withdrawPlace},

		{"GET", "/desk/people", isnad.RoleAdmin, s.peoplePage},
		{"GET", "/desk/people/record", isnad.RoleAdmin, s.peopleRecord},
		{"GET", "/desk/people/{id}", isnad.RoleAdmin, s.personPage},
		{"POST", "/desk/people/invite", isnad.RoleAdmin, s.invite},
		{"POST", "/desk/people/{id}/role", isnad.RoleAdmin, s.changeRole},
		{"POST", "/desk/people/{id}/remove", isnad.RoleAdmin, s.removePerson},
		{"POST", "/desk/people/{id}/reset", isnad.RoleAdmin, s.resetPerson},
		{"POST", "/desk/people/{id}/sessions/end", isnad.RoleAdmin, s.endTheirSessions},
	}
}

// Errors of the desk.
var (
	errSignedOut = errors.New("not signed in")
	errForbidden = errors.New("not allowed")
)

// maxDeskForm bounds what is sent to the desk.
const maxDeskForm = 1 << 20

// most bounds what is sent to the route, in bytes.
func (route *deskRoute) most() int64 {
	if route.pattern == "/desk/cases/{id}/decide" { // it takes a whole text
		return maxDecideForm
	}
	return maxDeskForm
}

// desk puts the routes of the desk on mux. Nothing of it is kept by browsers or
// proxies or shown by search engines, and nothing that changes anything is taken
// from another site's page.
func (s *site) desk(mux *http.ServeMux) {
	if s.o.Desk.People == nil {
		return
	}
	guard := http.NewCrossOriginProtection()
	if s.o.BaseURL != "" {
		// A proxy may hide the host that the visitor asked for; the configured address says it.
		if u, err := url.Parse(s.o.BaseURL); err == nil {
			_ = guard.AddTrustedOrigin(u.Scheme + "://" + u.Host) // New has looked at the address
		}
	}
	guard.SetDenyHandler(s.page(func(w http.ResponseWriter, _ *http.Request) error {
		private(w)
		return fmt.Errorf("%w: sent from another site", errForbidden)
	}))
	for _, route := range s.deskRoutes() {
		mux.Handle(route.method+" "+route.pattern, guard.Handler(s.page(func(w http.ResponseWriter, r *http.Request) error {
			private(w)
			r.Body = http.MaxBytesReader(w, r.Body, route.most())
			me, err := s.whoIs(r)
			if err != nil {
				return err
			}
			if me.seat.Enrol && strings.HasPrefix(route.pattern, "/desk/account") {
				me.Person = me.seat.Person
			}
			switch {
			case route.least == "" || me.Person.May(route.least):
				if err := readDeskForm(r); err != nil {
					return err
				}
				return route.handle(w, r, me)
			case me.seat.Enrol && route.method == http.MethodGet:
				http.Redirect(w, r, "/desk/account", http.StatusSeeOther)
				return nil
			case me.seat.Enrol:
				return &told{http.StatusForbidden, "A second factor is missing", "Your role needs one. Add it under Your account; until then nothing else can be done."}
			case me.in():
				return errForbidden
			case route.method == http.MethodGet:
				http.Redirect(w, r, signInAddress(r.URL.RequestURI()), http.StatusSeeOther)
				return nil
			}
			return errSignedOut
		})))
	}
}

// readDeskForm reads what was sent to the desk before anything is done with it: of a
// form that is too large, or that did not arrive whole, nothing is done. What is no
// form is left to who asked for it.
func readDeskForm(r *http.Request) error {
	if r.Method != http.MethodPost {
		return nil
	}
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch {
	case err == nil && kind == "multipart/form-data":
		err = r.ParseMultipartForm(maxDecideForm)
	case err == nil && kind == "application/x-www-form-urlencoded":
		err = r.ParseForm()
	default:
		return nil
	}
	if err == nil {
		cleanForm(r.Form)
		cleanForm(r.PostForm)
		return nil
	}
	if large := (*http.MaxBytesError)(nil); errors.As(err, &large) {
		return err
	}
	return &told{http.StatusBadRequest, "That was no form", "Only a part of it arrived, so nothing was done. Go back and send it again."}
}

// private keeps an answer out of caches and search engines.
func private(w http.ResponseWriter) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Robots-Tag", "noindex, nofollow")
}

func signInAddress(next string) string {
	if next = local(next); next == "/desk" {
		return "/desk/sign-in"
	}
	return "/desk/sign-in?next=" + url.QueryEscape(next)
}

// local is an address of the desk to go on to, /desk for whatever is none: nobody
// is sent to another site, or to a page that does something.
func local(next string) string {
	u, err := url.Parse(next)
	if err != nil || len(next) > 2000 || u.Scheme != "" || u.Host != "" || u.User != nil || strings.ContainsAny(next, "\\\r\n\t") ||
		u.Path != "/desk" && !strings.HasPrefix(u.Path, "/desk/") || strings.HasPrefix(u.Path, "/desk/sign-") || strings.Contains(u.Path, "/..") {
		return "/desk"
	}
	return u.RequestURI()
}

// cookieCalled binds the name of a cookie to the host, and to TLS where the site has it.
func (s *site) cookieCalled(name string) string {
	if s.secure() {
		return "__Host-" + name
	}
	return name
}

func (s *site) secure() bool { return strings.HasPrefix(s.o.BaseURL, "https://") }

// setSession hands a token to the browser; an empty one takes it away.
func (s *site) setSession(w http.ResponseWriter, token string) {
	s.setCookie(w, "isnad-desk", token, 7*24*time.Hour)
}

func (s *site) setCookie(w http.ResponseWriter, name, value string, long time.Duration) {
	c := http.Cookie{Name: s.cookieCalled(name), Value: value, Path: "/", HttpOnly: true, Secure: s.secure(), SameSite: http.SameSiteLaxMode, MaxAge: int(long / time.Second)}
	if value == "" {
		c.MaxAge = -1
	}
	http.SetCookie(w, &c)
}

// cookie is what the browser holds under a name, empty for nothing.
func (s *site) cookie(r *http.Request, name string) string {
	c, err := r.Cookie(s.cookieCalled(name))
	if err != nil {
		return "" // no cookie
	}
	return c.Value
}

// whoIs is who the request comes from.
func (s *site) whoIs(r *http.Request) (who, error) {
	token := s.cookie(r, "isnad-desk")
	if token == "" {
		return who{}, nil
	}
	seat, err := s.o.Desk.People.Seat(r.Context(), token)
	if errors.Is(err, isnad.ErrNotFound) {
		return who{token: token}, nil
	}
	if err != nil {
		return who{}, err
	}
	me := who{token: token, seat: seat}
	if !seat.Enrol {
		me.Person = seat.Person
	}
	return me, nil
}

// visit is where a request comes from, for the record of sign-ins.
func (s *site) visit(r *http.Request) people.Visit {
	v := people.Visit{Browser: plainText(r.UserAgent())}
	if a := s.visitor(r); a.IsValid() {
		v.Address = a.String()
	}
	return v
}

// atDesk tells whether a page that is open to all is read by somebody who is signed
// in. Such an answer is theirs alone.
func (s *site) atDesk(w http.ResponseWriter, r *http.Request) (bool, error) {
	if s.o.Desk.People == nil {
		return false, nil
	}
	w.Header().Set("Vary", "Cookie")
	me, err := s.whoIs(r)
	if err == nil && me.in() {
		private(w)
	}
	return me.in(), err
}

// deskView is what pages of the desk hand to the layout besides their view.
type deskView struct {
	Me   who
	Path string
}

// renderDesk renders a page of the desk.
func (s *site) renderDesk(w http.ResponseWriter, r *http.Request, me who, status int, name string, v view) error {
	v.Desk = &deskView{Me: me, Path: r.URL.Path}
	return s.render(w, r, status, name, v)
}
