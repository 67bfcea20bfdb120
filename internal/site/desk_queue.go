package site

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"isnad"
	"isnad/internal/site/query"
	"isnad/internal/store"
)

// The lists of the queue of claims, as they stand in addresses.
const (
	listWaiting = ""       // nobody has decided yet
	listSecond  = "second" // somebody has, and another person is to say the same
	listAgain   = "again"  // decided, but the passage is gone
	listDone    = "done"
)

// queue is which claims of the queue somebody goes through. It stands in the
// address of every page on the way, so that there is always a next one.
type queue struct {
	List     string
	Kind     isnad.Event
	Language string
	Report   string
}

// queueFrom reads a queue out of an address. What is not understood is left out
// and named in notes.
func queueFrom(v url.Values) (q queue, notes []string) {
	q = queue{v.Get("list"), isnad.Event(v.Get("kind")), v.Get("lang"), strings.TrimSpace(v.Get("report"))}
	if !slices.Contains([]string{listWaiting, listSecond, listAgain, listDone}, q.List) {
		q.List, notes = "", append(notes, "There is no such list. These are the claims that wait for a decision.")
	}
	if q.Kind != "" && !slices.Contains(isnad.Events(), q.Kind) {
		q.Kind, notes = "", append(notes, "There is no such kind of incident. It was left out.")
	}
	if l := validLanguage(q.Language); q.Language != "" && l == "" {
		q.Language, notes = "", append(notes, "That is no language. It was left out.")
	}
	if len(q.Report) > query.MaxID || q.Report != plainText(q.Report) {
		q.Report, notes = "", append(notes, "That is no ID of a report. It was left out.")
	}
	return q, notes
}

// query is the queue as a question of the store.
func (q queue) query() store.QueueQuery {
	out := store.QueueQuery{Event: q.Kind, Language: q.Language, Report: q.Report}
	switch q.List {
	case listWaiting:
		out.Waits = store.WaitsDecision
	case listSecond:
		out.Waits = store.WaitsSecond
	case listAgain:
		out.Waits = store.WaitsAgain
	case listDone:
		out.Decided = true
	}
	return out
}

func (q queue) values() url.Values {
	v := url.Values{}
	for name, value := range map[string]string{"list": q.List, "kind": string(q.Kind), "lang": q.Language, "report": q.Report} {
		if value != "" {
			v.Set(name, value)
		}
	}
	return v
}

// At is an address on the way through the queue.
func (q queue) At(path string) string {
	if v := q.values(); len(v) > 0 {
		return path + "?" + v.Encode()
	}
	return path
}

// Claim is the address of a claim on the way through the queue, or of what one
// does there: edit, split, accept, reject.
func (q queue) Claim(id, do string) string {
	path := "/desk/claims/" + url.PathEscape(id)
	if do != "" {
		path += "/" + do
	}
	return q.At(path)
}

// Narrowed tells whether the queue holds only some claims of its list.
func (q queue) Narrowed() bool { return q.Kind != "" || q.Language != "" || q.Report != "" }

// tab is one list of the queue with how much is in it.
type tab struct {
	Name, At string
	N        int
	Here     bool
}

type claimsPage struct {
	queue
	Tabs      []tab
	Rows      []waitingClaim
	Done      *doneNote
	Notes     []string
	Kinds     []isnad.Event
	Languages []string
	Of        *isnad.Report // where the queue is that of one report
	Clear     string        // the same list, not narrowed
	Next      string
	First     string
	Later     bool
}

// waitingClaim is one claim of the queue.
type waitingClaim struct {
	isnad.Claim
	At      string
	Outlet  string
	Title   string
	Lang    string
	Speaker string   // who says so
	Unsure  []unsure // slots that the machine doubts
}

// unsure is a slot that is doubtful.
type unsure struct {
	Slot string
	Sure float64
}

// unsureBelow is the confidence under which a slot is pointed out.
const unsureBelow = 0.7

func unsureOf(c *isnad.Claim) []unsure {
	var out []unsure
	for _, slot := range slotOrder {
		if p, ok := c.Slots[slot]; ok && p < unsureBelow && !setByPerson(c, slot) {
			out = append(out, unsure{slotNames[slot], p})
		}
	}
	return out
}

// setByPerson tells whether a person set a slot.
func setByPerson(c *isnad.Claim, slot string) bool {
	return c.Decision != nil && slices.Contains(c.Decision.Slots, slot)
}

const claimsShown = 30

// claimQueue is the queue of claims.
func (s *site) claimQueue(w http.ResponseWriter, r *http.Request, me who) error {
	ctx := r.Context()
	q, notes := queueFrom(r.URL.Query())
	p := claimsPage{queue: q, Notes: notes, Kinds: isnad.Events(), Clear: queue{List: q.List}.At("/desk/claims"), First: q.At("/desk/claims"), Later: r.URL.Query().Get("after") != ""}
	var err error
	if p.Done, err = s.doneOf(r, me); err != nil {
		return err
	}
	if p.Tabs, err = s.tabs(ctx, q); err != nil {
		return err
	}
	if p.Languages, err = s.store.Languages(ctx); err != nil {
		return err
	}
	if q.Report != "" {
		x, err := s.store.Report(ctx, q.Report, 0)
		if err != nil && !errors.Is(err, isnad.ErrNotFound) {
			return err
		}
		if err == nil {
			p.Of = &x
		}
	}
	ask := q.query()
	ask.Page = store.Page{Limit: claimsShown, After: r.URL.Query().Get("after")}
	claims, next, err := s.store.ReviewQueue(ctx, ask)
	if err != nil {
		return err
	}
	if next != "" {
		v := q.values()
		v.Set("after", next)
		p.Next = "/desk/claims?" + v.Encode()
	}
	if p.Rows, err = s.waitingClaims(ctx, q, claims); err != nil {
		return err
	}
	return s.renderDesk(w, r, me, http.StatusOK, "desk-claims", view{Title: "Claims", Body: p})
}

// tabs counts what the lists hold, narrowed as q is.
func (s *site) tabs(ctx context.Context, q queue) ([]tab, error) {
	tabs := []tab{{Name: "To decide", At: listWaiting}, {Name: "Second pair of eyes", At: listSecond}, {Name: "Passage gone", At: listAgain}, {Name: "Done", At: listDone}}
	for i := range tabs {
		x := q
		x.List = tabs[i].At
		n, err := s.store.CountQueue(ctx, x.query())
		if err != nil {
			return nil, err
		}
		tabs[i].N, tabs[i].Here, tabs[i].At = n, x.List == q.List, x.At("/desk/claims")
	}
	return tabs, nil
}

// waitingClaims adds to claims what their reports and sources are called.
func (s *site) waitingClaims(ctx context.Context, q queue, claims []isnad.Claim) ([]waitingClaim, error) {
	reports := map[string]isnad.Report{}
	rows := make([]waitingClaim, len(claims))
	for i, c := range claims {
		key := fmt.Sprint(c.Report, " ", c.Version)
		x, ok := reports[key]
		if !ok {
			var err error
			if x, err = s.store.Report(ctx, c.Report, c.Version); err != nil && !errors.Is(err, isnad.ErrNotFound) {
				return nil, err
			}
			x.Text = ""
			reports[key] = x
		}
		speaker, err := s.speaker(ctx, &c, x.Source)
		if err != nil {
			return nil, err
		}
		rows[i] = waitingClaim{Claim: c, At: q.Claim(c.ID, ""), Outlet: x.Source, Title: x.Title, Lang: x.Language, Speaker: speaker, Unsure: unsureOf(&c)}
	}
	return rows, nil
}

// speaker is who says a claim: as written, else as the source is called.
func (s *site) speaker(ctx context.Context, c *isnad.Claim, outlet string) (string, error) {
	if len(c.Attribution) > 0 {
		return c.Attribution[0], nil
	}
	x, err := s.store.Source(ctx, c.Claimant)
	if err != nil && !errors.Is(err, isnad.ErrNotFound) {
		return "", err
	}
	return first(x.Name, outlet, c.Claimant), nil
}
