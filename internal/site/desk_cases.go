package site

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"isnad"
	"isnad/internal/site/query"
	"isnad/internal/store"
)

// The lists of the queue of cases, as they stand in addresses.
const (
	casesOpen    = ""        // somebody is still to act, due first
	casesOverdue = "overdue" // what is due is late
	casesMine    = "mine"    // open, and given to who looks
	casesAll     = "all"     // the newest first
)

// caseQueue is which cases somebody goes through. It stands in the address of
// every page on the way, so that there is always a next one.
type caseQueue struct {
	List    string
	Kind    isnad.CaseKind
	State   isnad.CaseState
	Handler string // Person ID, nobody, or "" for any
	Words   string
}

// caseQueueFrom reads a queue out of an address. What is not understood is left
// out and named in notes.
func caseQueueFrom(v url.Values) (q caseQueue, notes []string) {
	q = caseQueue{v.Get("list"), isnad.CaseKind(v.Get("kind")), isnad.CaseState(v.Get("state")), v.Get("handler"), cut(query.MaxWords, oneLine(strings.ToValidUTF8(v.Get("q"), " ")))}
	if !slices.Contains([]string{casesOpen, casesOverdue, casesMine, casesAll}, q.List) {
		q.List, notes = "", append(notes, "There is no such list. These are the open cases.")
	}
	if q.Kind != "" && !slices.Contains(isnad.CaseKinds(), q.Kind) {
		q.Kind, notes = "", append(notes, "There is no such kind of case. It was left out.")
	}
	if q.State != "" && !slices.Contains(isnad.CaseStates(), q.State) {
		q.State, notes = "", append(notes, "There is no such state of a case. It was left out.")
	}
	if len(q.Handler) > query.MaxID || q.Handler != plainText(q.Handler) {
		q.Handler, notes = "", append(notes, "There is nobody of that name. It was left out.")
	}
	return q, notes
}

// query is the queue as a question of the store, for the person me.
func (q caseQueue) query(me who, now time.Time) store.CaseQuery {
	out := store.CaseQuery{Kind: q.Kind, State: q.State, Handler: q.Handler, Text: q.Words, Order: store.CasesDue}
	switch q.List {
	case casesOpen:
		out.Open = true
	case casesOverdue:
		out.Open, out.DueBefore = true, now
	case casesMine:
		out.Open, out.Handler = true, me.ID
	case casesAll:
		out.Order = store.CasesNewest
	}
	return out
}

func (q caseQueue) values() url.Values {
	v := url.Values{}
	for name, value := range map[string]string{"list": q.List, "kind": string(q.Kind), "state": string(q.State), "handler": q.Handler, "q": q.Words} {
		if value != "" {
			v.Set(name, value)
		}
	}
	return v
}

// At is an address with the queue in it.
func (q caseQueue) At(path string) string {
	if v := q.values(); len(v) > 0 {
		return path + "?" + v.Encode()
	}
	return path
}

// Case is the address of a case in the queue, or of what is done on it.
func (q caseQueue) Case(id, do string) string {
	path := "/desk/cases/" + url.PathEscape(id)
	if do != "" {
		path += "/" + do
	}
	return q.At(path)
}

// Narrowed tells whether anything but the list narrows the queue.
func (q caseQueue) Narrowed() bool {
	return q.Kind != "" || q.State != "" || q.Handler != "" || q.Words != ""
}

// casesPage is the queue of cases.
type casesPage struct {
	caseQueue
	Tabs   []tab
	Rows   []caseRow
	Notes  []string
	Kinds  []isnad.CaseKind
	States []isnad.CaseState
	People []isnad.Person
	Clear  string
	Next   string
	First  string
	Later  bool
}

// caseRow is one case of the queue.
type caseRow struct {
	isnad.Case
	At      string
	About   aboutCase
	Said    string // the beginning of what the person says
	Handler string // their name
	Mine    bool
	Due     dueView
}

// dueView tells when what is due is due.
type dueView struct {
	At   time.Time
	For  isnad.CaseActKind
	Left string // "in 3 days", "2 days late"
	Late bool
	Soon bool // within two days
}

// IsZero tells whether nothing is due.
func (d dueView) IsZero() bool { return d.At.IsZero() }

const casesShown = 40

// caseQueuePage is the queue of cases: what is due first comes first.
func (s *site) caseQueuePage(w http.ResponseWriter, r *http.Request, me who) error {
	ctx, now := r.Context(), s.now()
	q, notes := caseQueueFrom(r.URL.Query())
	after := r.URL.Query().Get("after")
	p := casesPage{caseQueue: q, Notes: notes, Kinds: isnad.CaseKinds(), States: isnad.CaseStates(),
		Clear: caseQueue{List: q.List}.At("/desk/cases"), First: q.At("/desk/cases"), Later: after != ""}
	var err error
	if p.People, err = s.atTheDesk(ctx); err != nil {
		return err
	}
	if p.Tabs, err = s.caseTabs(ctx, q, me, now); err != nil {
		return err
	}
	ask := q.query(me, now)
	ask.Page = store.Page{Limit: casesShown, After: after}
	cases, next, err := s.store.Cases(ctx, ask)
	if err == nil && !me.Person.May(isnad.RoleEditor) {
		err = s.store.BlotCases(ctx, cases)
	}
	if err != nil {
		return err
	}
	if next != "" {
		v := q.values()
		v.Set("after", next)
		p.Next = "/desk/cases?" + v.Encode()
	}
	names := map[string]string{}
	for _, x := range p.People {
		names[x.ID] = x.Name
	}
	for _, c := range cases {
		row := caseRow{Case: c, At: q.Case(c.ID, ""), Said: first(c.Form.Text, c.Form.Reply, c.Form.Work), Handler: names[c.Handler],
			Mine: c.Handler == me.ID, Due: dueOf(&c, now)}
		if c.Handler != "" && row.Handler == "" {
			row.Handler = "somebody who is no longer here"
		}
		if row.About, err = s.aboutOf(ctx, &c); err != nil {
			return err
		}
		p.Rows = append(p.Rows, row)
	}
	return s.renderDesk(w, r, me, http.StatusOK, "desk-cases", view{Title: "Cases", Body: p})
}

// caseTabs counts what the lists hold.
func (s *site) caseTabs(ctx context.Context, q caseQueue, me who, now time.Time) ([]tab, error) {
	n, err := s.caseFigures(ctx, me, now)
	if err != nil {
		return nil, err
	}
	tabs := []tab{{Name: "Open", At: casesOpen, N: n.Open}, {Name: "Overdue", At: casesOverdue, N: n.Overdue}, {Name: "Mine", At: casesMine, N: n.Mine}, {Name: "All", At: casesAll, N: n.All}}
	for i := range tabs {
		tabs[i].Here = tabs[i].At == q.List
		tabs[i].At = caseQueue{tabs[i].At, q.Kind, q.State, q.Handler, q.Words}.At("/desk/cases")
	}
	return tabs, nil
}

// caseFigures is how many cases there are.
type caseFigures struct{ All, Open, Overdue, Mine, Unseen int }

func (s *site) caseFigures(ctx context.Context, me who, now time.Time) (n caseFigures, err error) {
	counts, err := s.store.CaseCounts(ctx, now)
	if err != nil {
		return n, err
	}
	for _, x := range counts {
		n.All += x.Cases
		if x.State != isnad.CaseCarriedOut && x.State != isnad.CaseClosed { // what is left to do there is the clock's
			n.Open += x.Cases
			n.Overdue += x.Overdue
		}
		if x.State == isnad.CaseReceived {
			n.Unseen += x.Cases
		}
	}
	mine, _, err := s.store.Cases(ctx, store.CaseQuery{Open: true, Handler: me.ID, Page: store.Page{Limit: 100}})
	n.Mine = len(mine)
	return n, err
}

// atTheDesk is who has an account now.
func (s *site) atTheDesk(ctx context.Context) ([]isnad.Person, error) {
	all, err := s.o.Desk.People.All(ctx)
	return slices.DeleteFunc(all, func(p isnad.Person) bool { return !p.Removed.IsZero() }), err
}

// aboutCase is what a case is about, as a link.
type aboutCase struct {
	What  string // "report", "claim in a report", …
	Name  string
	Lang  string
	Href  string
	Where string // name of the outlet
	Gone  bool   // it is not there any more, or not shown
}

// aboutOf finds out what a case is about. What is not there any more is told, not an error.
func (s *site) aboutOf(ctx context.Context, c *isnad.Case) (aboutCase, error) {
	id := c.About
	a := aboutCase{Name: id}
	var err error
	switch {
	case c.Report != "":
		a.What, a.Href = "report", "/reports/"+url.PathEscape(c.Report)
		if strings.HasPrefix(id, "k") {
			a.What = "claim in a report"
			a.Href = "/desk/claims/" + url.PathEscape(id)
		}
		if c.Version > 0 && a.What == "report" {
			a.Href += "/v/" + strconv.Itoa(c.Version)
		}
		var x isnad.Report
		if x, err = s.store.Report(ctx, c.Report, 0); err == nil {
			a.Name, a.Lang, a.Where = first(x.Title, "(no headline)"), x.Language, x.Source
		}
	case strings.HasPrefix(id, "i"):
		a.What, a.Href = "incident", "/desk/incidents/"+url.PathEscape(id)
		var x isnad.Incident
		if x, err = s.store.Incident(ctx, id); err == nil {
			a.Name = x.Title
		}
	case strings.HasPrefix(id, "s"):
		a.What, a.Href = "source", "/sources/"+url.PathEscape(id)
		var x isnad.Source
		if x, err = s.store.Source(ctx, id); err == nil {
			a.Name = x.Name
		}
	case strings.HasPrefix(id, "d"):
		a.What, a.Href = "case", "/desk/cases/"+url.PathEscape(id)
		var x isnad.Case
		if x, err = s.store.Case(ctx, id); err == nil {
			a.Name = caseHead(&x)
		}
	default:
		a.What, a.Gone = "something unknown", true
	}
	if errors.Is(err, isnad.ErrNotFound) {
		a.Gone, a.Name, err = true, "a "+a.What+" that is no longer shown", nil
	}
	return a, err
}

// caseHead names a case in a few words.
func caseHead(c *isnad.Case) string {
	return caseKindWords(c.Kind) + ", case " + number(int(c.Number))
}

// dueOf tells when the case is due, seen from now.
func dueOf(c *isnad.Case, now time.Time) dueView {
	d := dueView{At: c.Due, For: c.DueFor}
	if c.Due.IsZero() {
		return d
	}
	left := c.Due.Sub(now)
	d.Late, d.Soon = left < 0, left >= 0 && left < 48*time.Hour
	d.Left = "in " + lengthWords(left)
	if d.Late {
		d.Left = lengthWords(-left) + " late"
	}
	return d
}

// spanWords writes a length of time roughly, the way a person would say it.
func lengthWords(d time.Duration) string {
	switch {
	case d < time.Hour:
		return plural(max(1, int(d/time.Minute)), "minute", "minutes")
	case d < 48*time.Hour:
		return plural(int(d/time.Hour), "hour", "hours")
	}
	return plural(int(d/(24*time.Hour)), "day", "days")
}
