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

// decide records an act of the person who is signed in. What those decide who
// may only propose waits for an editor.
func (s *site) decide(ctx context.Context, me who, a isnad.Act) (isnad.Act, error) {
	if s.o.Desk.Decide == nil {
		return a, errForbidden
	}
	a.Person, a.Name = me.ID, me.Name
	a.Paired = a.Kind.OfClaim() && !me.Person.May(isnad.RoleEditor)
	return s.o.Desk.Decide(ctx, a)
}

// refusedWhy is why an act was refused, in words for the person.
func refusedWhy(err error) (string, bool) {
	if !errors.Is(err, isnad.ErrRefused) {
		return "", false
	}
	if e := refusing(err); e != nil {
		return oneLine(strings.TrimSuffix(e.Error(), ": "+isnad.ErrRefused.Error())), true
	}
	return "that is not allowed", true
}

// refusing is the error within err that says why, right around ErrRefused; the
// store may have joined it with others.
func refusing(err error) error {
	if errors.Unwrap(err) == isnad.ErrRefused { //nolint:errorlint // the one that says why is wanted
		return err
	}
	if _, joined := err.(interface{ Unwrap() []error }); !joined && errors.Unwrap(err) == nil && err != isnad.ErrRefused && errors.Is(err, isnad.ErrRefused) { //nolint:errorlint // casework's refusals are it and wrap nothing
		return err
	}
	switch e := err.(type) { //nolint:errorlint // one step at a time
	case interface{ Unwrap() error }:
		return refusing(e.Unwrap())
	case interface{ Unwrap() []error }:
		for _, inner := range e.Unwrap() {
			if found := refusing(inner); found != nil {
				return found
			}
		}
	}
	return nil
}

// undoAct takes back what was done: one's own acts, of others only for reviewers.
// A proposal that an editor has seconded is that editor's decision too, which
// whoever proposed it cannot take back.
func (s *site) undoAct(w http.ResponseWriter, r *http.Request, me who) error {
	a, err := s.store.Act(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	if !me.Person.May(isnad.RoleReviewer) {
		if a.Person != me.ID {
			return fmt.Errorf("%w: act %s is by another person", errForbidden, a.ID)
		}
		if !me.Person.May(isnad.RoleEditor) {
			f, err := s.fates(r.Context(), []isnad.Act{a})
			if err != nil {
				return err
			}
			if len(f[a.ID].Seconds) > 0 || !a.Paired {
				return fmt.Errorf("%w: act %s is no proposal of their own that waits", errForbidden, a.ID)
			}
		}
	}
	return s.actOn(w, r, me, isnad.Act{Kind: isnad.ActUndo, Of: a.ID, Reason: reasonOf(r)})
}

// secondAct says the same as another person.
func (s *site) secondAct(w http.ResponseWriter, r *http.Request, me who) error {
	return s.actOn(w, r, me, isnad.Act{Kind: isnad.ActSecond, Of: r.PathValue("id"), Reason: reasonOf(r)})
}

// actOn records an act about an act and goes on to where the form says.
func (s *site) actOn(w http.ResponseWriter, r *http.Request, me who, a isnad.Act) error {
	next := local(r.PostFormValue("next"))
	done, err := s.decide(r.Context(), me, a)
	if why, ok := refusedWhy(err); ok {
		return s.renderDesk(w, r, me, http.StatusConflict, "desk-refused", view{Title: "Not done", Body: refusedPage{why, next}})
	}
	if err != nil {
		return err
	}
	http.Redirect(w, r, withDone(next, done.ID), http.StatusSeeOther)
	return nil
}

type refusedPage struct{ Why, Next string }

// maxReasonForm bounds a reason typed at the desk, in bytes; review takes a little more. Forms count
// letters, of which the longest take four bytes: what fits a form is never cut.
const maxReasonForm = 9900

func reasonOf(r *http.Request) string {
	return cutBytes(maxReasonForm, strings.TrimSpace(strings.ToValidUTF8(r.PostFormValue("reason"), "�")))
}

func cutBytes(n int, s string) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
}

// withDone adds to an address of the desk what was just done, so that the page
// says it.
func withDone(address, act string) string {
	u, err := url.Parse(address)
	if err != nil { // unreachable: local has looked at it
		return "/desk"
	}
	q := u.Query()
	q.Set("done", act)
	u.RawQuery = q.Encode()
	return u.RequestURI()
}

// doneNote says what the person has just done, with a way to undo it.
type doneNote struct {
	Act   isnad.Act
	Of    *isnad.Act // of an act about an act
	Claim *isnad.Claim
	Next  string // where undoing leads to
}

// doneOf is what the address says was just done; nil for what this person did not do.
func (s *site) doneOf(r *http.Request, me who) (*doneNote, error) {
	id := r.URL.Query().Get("done")
	if id == "" || len(id) > query.MaxID {
		return nil, nil
	}
	a, err := s.store.Act(r.Context(), id)
	if errors.Is(err, isnad.ErrNotFound) || err == nil && a.Person != me.ID {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	d := doneNote{Act: a}
	subject := a
	if a.Of != "" {
		of, err := s.store.Act(r.Context(), a.Of)
		if err != nil {
			return nil, err
		}
		d.Of, subject = &of, of
	}
	switch {
	case strings.HasPrefix(subject.About, "k"):
		q, _ := queueFrom(r.URL.Query())
		d.Next = q.Claim(subject.About, "")
		if i := slices.IndexFunc(subject.Claims, func(c isnad.Claim) bool { return c.ID == subject.About }); i >= 0 {
			d.Claim = &subject.Claims[i]
		}
	default:
		d.Next = r.URL.Path
	}
	return &d, nil
}

// fate is what became of an act.
type fate struct {
	Undone  *isnad.Act // the act that undid it
	Seconds []string   // names of those who say the same
	Waiting bool       // it waits for another person
	Of      *isnad.Act // what an act about an act is about
}

// maxFates bounds the acts on one claim or incident that are looked at for what
// became of one of them.
const maxFates = 500

// fates tells what became of acts, by their IDs.
func (s *site) fates(ctx context.Context, acts []isnad.Act) (map[string]fate, error) {
	out := map[string]fate{}
	looked := map[string]bool{}
	for i := range acts {
		if about := acts[i].About; !looked[about] {
			looked[about] = true
			around, _, err := s.store.Acts(ctx, store.ActQuery{Bears: about, Page: store.Page{Limit: maxFates}})
			if err != nil {
				return nil, err
			}
			became(around, out)
		}
	}
	return out, nil
}

// became adds to out what became of acts, which come with the newest first: what
// bears on an act comes before it.
func became(acts []isnad.Act, out map[string]fate) {
	by := map[string][]string{} // acts by what they are about
	for i := range acts {
		a := &acts[i]
		f := out[a.ID]
		slices.Sort(f.Seconds)
		f.Seconds = slices.Compact(f.Seconds)
		f.Waiting = a.Paired && len(f.Seconds) == 0 && f.Undone == nil
		out[a.ID] = f
		for _, id := range by[a.ID] {
			x := out[id]
			x.Of = a
			out[id] = x
		}
		if a.Of != "" {
			by[a.Of] = append(by[a.Of], a.ID)
		}
		if f.Undone != nil || f.Waiting {
			continue
		}
		of := out[a.Of]
		switch a.Kind {
		case isnad.ActUndo:
			of.Undone = a
		case isnad.ActSecond:
			of.Seconds = append(of.Seconds, a.Name)
		default:
			continue
		}
		out[a.Of] = of
	}
}

// actRow is one act in a list.
type actRow struct {
	isnad.Act
	Fate   fate
	Change []slotChange   // of an edit: what it set
	Parts  [][]slotChange // of a split: what each part has otherwise
	Undo   bool           // the reader may undo it
	Second bool           // the reader may say the same
	Key    bool           // a key takes it back
}

// actShown is an act in a list: acting on it leads to Next, and About says
// whether the list tells what each act is about.
type actShown struct {
	Row   actRow
	Next  string
	About bool
}

// rowsOf prepares acts for a list that this person reads.
func (s *site) rowsOf(ctx context.Context, me who, acts []isnad.Act) ([]actRow, error) {
	fates, err := s.fates(ctx, acts)
	if err != nil {
		return nil, err
	}
	out := make([]actRow, len(acts))
	for i, a := range acts {
		if a.Kind.OfClaim() && len(a.Claims) == 0 { // lists come without; those of incidents hold too many
			if a, err = s.store.Act(ctx, a.ID); err != nil {
				return nil, err
			}
		}
		f := fates[a.ID]
		out[i] = actRow{Act: a, Fate: f, Change: s.changedBy(&a), Parts: s.partsOf(&a)}
		if s.o.Desk.Decide == nil || f.Undone != nil {
			continue
		}
		out[i].Undo = me.Person.May(isnad.RoleReviewer) || a.Person == me.ID && (me.Person.May(isnad.RoleEditor) || len(f.Seconds) == 0)
		out[i].Second = f.Waiting && a.Person != me.ID && me.Person.May(isnad.RoleEditor)
	}
	return out, nil
}

type actsPage struct {
	Rows   []actRow
	Done   *doneNote
	Notes  []string
	People []isnad.Person
	Person string
	About  string
	Kind   isnad.ActKind
	Kinds  []isnad.ActKind
	Any    bool // something narrows the list
	Next   string
	Later  bool
	Here   string // where acting on a row leads back to
}

// acts is the record of everything that people decided.
func (s *site) acts(w http.ResponseWriter, r *http.Request, me who) error {
	ctx := r.Context()
	v := r.URL.Query()
	p := actsPage{Person: v.Get("person"), About: strings.TrimSpace(v.Get("about")), Kind: isnad.ActKind(v.Get("kind")), Kinds: isnad.ActKinds(), Later: v.Get("after") != ""}
	if p.Kind != "" && !slices.Contains(p.Kinds, p.Kind) {
		p.Notes, p.Kind = append(p.Notes, "There is no such kind of act. It was left out."), ""
	}
	p.Person, p.About = plainText(cut(query.MaxID, p.Person)), plainText(cut(query.MaxID, p.About))
	var err error
	if p.Done, err = s.doneOf(r, me); err != nil {
		return err
	}
	if p.People, err = s.o.Desk.People.All(ctx); err != nil {
		return err
	}
	acts, next, err := s.store.Acts(ctx, store.ActQuery{Bears: p.About, Person: p.Person, Kind: p.Kind, Page: store.Page{Limit: 40, After: v.Get("after")}})
	if err != nil {
		return err
	}
	if p.Rows, err = s.rowsOf(ctx, me, acts); err != nil {
		return err
	}
	q := url.Values{}
	for name, value := range map[string]string{"person": p.Person, "about": p.About, "kind": string(p.Kind)} {
		if value != "" {
			q.Set(name, value)
			p.Any = true
		}
	}
	p.Here = "/desk/acts"
	if len(q) > 0 {
		p.Here += "?" + q.Encode()
	}
	if next != "" {
		q.Set("after", next)
		p.Next = "/desk/acts?" + q.Encode()
	}
	return s.renderDesk(w, r, me, http.StatusOK, "desk-acts", view{Title: "Acts", Body: p})
}
