package site

import (
	"context"
	"errors"
	"net/http"
	"slices"

	"isnad"
	"isnad/internal/store"
)

// claimPage is one claim with all that is needed to decide about it.
type claimPage struct {
	isnad.Claim
	Queue         queue
	Report        isnad.Report
	Before, After string // addresses of its neighbours in the queue
	Waiting       int    // claims in the queue
	Done          *doneNote
	Text          passageText
	Slots         []slotRow
	Others        *othersView
	Acts          []actRow
	Open          []actRow // those that wait for a second person
	Proposes      bool     // what the reader does is a proposal
	Pairs         bool     // what the reader does waits for another person
	Mine          bool     // an act of the reader waits
	Seen, Last    string
	Conflict      *conflict
	Problem       string
	Reason        string // as typed, where it was not taken
	Acting        string // what was tried: "reject"
}

// conflict tells what happened to a claim while a person was looking at it.
type conflict struct {
	Acts []actRow // by people, the latest first; none where the machine read anew
}

// claimPage shows one claim.
func (s *site) claimPage(w http.ResponseWriter, r *http.Request, me who) error {
	p, err := s.claimOf(r, me)
	if err != nil {
		return err
	}
	return s.showClaim(w, r, me, http.StatusOK, p)
}

func (s *site) showClaim(w http.ResponseWriter, r *http.Request, me who, status int, p *claimPage) error {
	return s.renderDesk(w, r, me, status, "desk-claim", view{Title: s.claimHead(&p.Claim), Body: p})
}

// claimHead names a claim in a few words.
func (s *site) claimHead(c *isnad.Claim) string {
	return plainText(eventWords(c.Event) + ", " + s.whereWords(c.Place) + ", " + whenWords(c.When))
}

// claimOf gathers the page of the claim that the address names.
func (s *site) claimOf(r *http.Request, me who) (*claimPage, error) {
	ctx := r.Context()
	c, err := s.store.Claim(ctx, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	p := &claimPage{Claim: c, Seen: c.State()}
	if c.Decision != nil {
		p.Last = c.Decision.Last
	}
	p.Queue, _ = queueFrom(r.URL.Query())
	p.Proposes = !me.Person.May(isnad.RoleEditor)
	p.Pairs = true
	for _, k := range []isnad.ActKind{isnad.ActAcceptClaim, isnad.ActEditClaim, isnad.ActRejectClaim, isnad.ActSplitClaim} {
		p.Pairs = p.Pairs && (p.Proposes || s.o.Desk.Second[k])
	}
	if p.Report, err = s.store.Report(ctx, c.Report, c.Version); err != nil {
		return nil, err
	}
	if err := s.near(ctx, p); err != nil {
		return nil, err
	}
	if p.Done, err = s.doneOf(r, me); err != nil {
		return nil, err
	}
	all, _, err := s.store.Claims(ctx, store.ClaimQuery{Report: c.Report, Version: c.Version, Page: store.Page{Limit: maxClaims}})
	if err != nil {
		return nil, err
	}
	p.Text = passageOf(&p.Report, &c, all, p.Queue)
	if p.Slots, err = s.slotRows(ctx, &c, &p.Report); err != nil {
		return nil, err
	}
	if p.Others, err = s.othersOf(ctx, &c, p.Queue); err != nil {
		return nil, err
	}
	acts, _, err := s.store.Acts(ctx, store.ActQuery{Bears: c.ID, Page: store.Page{Limit: 100}})
	if err != nil {
		return nil, err
	}
	if p.Acts, err = s.rowsOf(ctx, me, acts); err != nil {
		return nil, err
	}
	p.pick(me)
	return p, nil
}

// pick finds among the acts those that wait, and the one that a key takes back.
func (p *claimPage) pick(me who) {
	key := p.Done == nil
	for i := range p.Acts {
		a := &p.Acts[i]
		if key && a.Undo && a.Person == me.ID {
			a.Key, key = true, false
		}
		if a.Fate.Waiting && a.Kind.OfClaim() {
			p.Open = append(p.Open, *a)
			p.Mine = p.Mine || a.Person == me.ID
		}
	}
}

// MaySecond tells whether the reader may say the same as somebody who waits.
func (p *claimPage) MaySecond() bool {
	return slices.ContainsFunc(p.Open, func(a actRow) bool { return a.Second })
}

// near finds what stands around the claim in the queue.
func (s *site) near(ctx context.Context, p *claimPage) error {
	q := p.Queue.query()
	before, after, err := s.store.QueueNear(ctx, q, p.ID)
	if err != nil {
		return err
	}
	if before != "" {
		p.Before = p.Queue.Claim(before, "")
	}
	if after != "" {
		p.After = p.Queue.Claim(after, "")
	}
	p.Waiting, err = s.store.CountQueue(ctx, q)
	return err
}

// onward is where to go after the claim was decided about: the next in the
// queue, else the first, else the queue itself.
func (s *site) onward(ctx context.Context, q queue, id string) (string, error) {
	_, after, err := s.store.QueueNear(ctx, q.query(), id)
	if err != nil {
		return "", err
	}
	if after == "" {
		ask := q.query()
		ask.Page = store.Page{Limit: 2}
		list, _, err := s.store.ReviewQueue(ctx, ask)
		if err != nil {
			return "", err
		}
		for i := range list {
			if after == "" && list[i].ID != id {
				after = list[i].ID
			}
		}
	}
	if after == "" {
		return q.At("/desk/claims"), nil
	}
	return q.Claim(after, ""), nil
}

// acceptClaim says that the passage says so, as read.
func (s *site) acceptClaim(w http.ResponseWriter, r *http.Request, me who) error {
	return s.decideClaim(w, r, me, isnad.Act{Kind: isnad.ActAcceptClaim, Reason: reasonOf(r)}, "accept")
}

// rejectClaim says that the passage does not say so, and why.
func (s *site) rejectClaim(w http.ResponseWriter, r *http.Request, me who) error {
	a := isnad.Act{Kind: isnad.ActRejectClaim, Reason: reasonOf(r)}
	if a.Reason == "" {
		return s.notTaken(w, r, me, http.StatusUnprocessableEntity, "reject", "Say in a few words why the passage does not say so: others will read it.")
	}
	return s.decideClaim(w, r, me, a, "reject")
}

// decideClaim records an act about the claim that the address names, and goes on
// to the next in the queue.
func (s *site) decideClaim(w http.ResponseWriter, r *http.Request, me who, a isnad.Act, do string) error {
	ctx := r.Context()
	a.About, a.Seen = r.PathValue("id"), seenOf(r)
	q, _ := queueFrom(r.URL.Query())
	next, err := s.onward(ctx, q, a.About)
	if err != nil {
		return err
	}
	done, err := s.decide(ctx, me, a)
	if errors.Is(err, isnad.ErrConflict) {
		return s.notTaken(w, r, me, http.StatusConflict, do, "")
	}
	if why, ok := refusedWhy(err); ok {
		return s.notTaken(w, r, me, http.StatusUnprocessableEntity, do, "This was not done: "+why+".")
	}
	if err != nil {
		return err
	}
	http.Redirect(w, r, withDone(next, done.ID), http.StatusSeeOther)
	return nil
}

// seenOf is the state of the claim that the form was made for. A form without
// one saw nothing.
func seenOf(r *http.Request) string { return first(cutBytes(200, r.PostFormValue("seen")), "nothing") }

// notTaken shows the claim as it stands now, with what was typed and why it was
// not taken.
func (s *site) notTaken(w http.ResponseWriter, r *http.Request, me who, status int, do, problem string) error {
	p, err := s.claimOf(r, me)
	if err != nil {
		return err
	}
	p.Acting, p.Problem, p.Reason = do, problem, reasonOf(r)
	if status == http.StatusConflict {
		p.Conflict = p.since(r.PostFormValue("last"))
	}
	return s.showClaim(w, r, me, status, p)
}

// since is what people did about the claim after the act last.
func (p *claimPage) since(last string) *conflict {
	var x conflict
	for _, a := range p.Acts {
		if a.ID == last {
			break
		}
		x.Acts = append(x.Acts, a)
	}
	return &x
}
