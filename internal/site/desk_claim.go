package site

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

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

// slotRow is one slot of a claim, with how it came to be.
type slotRow struct {
	Slot   string // its name for people
	Value  string
	Href   string
	Words  string // as the text has it, where that is another thing
	Why    string // how it was found
	Sure   float64
	Unsure bool
	Person bool // a person set it
	Wanted bool // it is empty, and usually is not
}

// othersView is the incident of a claim, and what others say of it.
type othersView struct {
	isnad.Incident
	Claims []otherClaim
	More   int
}

type otherClaim struct {
	isnad.Claim
	Speaker string
	Outlet  string
	Lang    string
	At      string
}

// conflict tells what happened to a claim while a person was looking at it.
type conflict struct {
	Acts []actRow // by people, the latest first; none where the machine read anew
}

// claim is the page of one claim.
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

// othersOf is the incident of a claim with what others say of it; nil where it
// is in none.
func (s *site) othersOf(ctx context.Context, c *isnad.Claim, q queue) (*othersView, error) {
	if c.Incident == "" {
		return nil, nil
	}
	i, err := s.store.Incident(ctx, c.Incident)
	if errors.Is(err, isnad.ErrNotFound) { // it is being put together anew
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	claims, _, err := s.store.Claims(ctx, store.ClaimQuery{Incident: i.ID, Page: store.Page{Limit: maxClaims}})
	if err != nil {
		return nil, err
	}
	v := &othersView{Incident: i}
	for _, x := range claims {
		if x.ID == c.ID {
			continue
		}
		if len(v.Claims) == 8 {
			v.More++
			continue
		}
		rep, err := s.store.Report(ctx, x.Report, x.Version)
		if err != nil {
			return nil, err
		}
		speaker, err := s.speaker(ctx, &x, rep.Source)
		if err != nil {
			return nil, err
		}
		v.Claims = append(v.Claims, otherClaim{x, speaker, rep.Source, rep.Language, q.Claim(x.ID, "")})
	}
	return v, nil
}

// slotRows is every slot of a claim that holds something, or is wanted.
func (s *site) slotRows(ctx context.Context, c *isnad.Claim, rep *isnad.Report) ([]slotRow, error) {
	wanted := []string{"event", "when", "place", "killed", "injured", "actors", "attribution"}
	var rows []slotRow
	for _, slot := range slotOrder {
		r := slotRow{Slot: slotNames[slot], Value: s.slotWords(c, slot), Person: setByPerson(c, slot)}
		r.Wanted = r.Value == "" && slices.Contains(wanted, slot)
		if p, ok := c.Slots[slot]; ok && !r.Person {
			r.Sure, r.Unsure = p, p < unsureBelow
		}
		switch slot {
		case "stage":
			if c.Stage == isnad.StageAccomplished && !r.Person {
				continue
			}
		case "polarity":
			if c.Polarity != isnad.Denied && !r.Person {
				continue
			}
		case "when":
			r.Words = c.When.Words
			if r.Value != "" {
				r.Why = whenClose(c.When)
			}
		case "place":
			if c.Place.ID != "" {
				r.Href = "/places/" + c.Place.ID
			}
			r.Why = s.whereClose(c.Place)
			if c.Place.At != "" && !similar(c.Place.At, c.Place.Name) {
				r.Words = c.Place.Name
			}
		case "attribution":
			if r.Value == "" {
				r.Value, r.Wanted = rep.Source, false
				r.Why = "the outlet in its own voice"
			}
		case "claimant":
			x, err := s.store.Source(ctx, c.Claimant)
			if err != nil && !errors.Is(err, isnad.ErrNotFound) {
				return nil, err
			}
			r.Value, r.Href = first(x.Name, c.Claimant), "/sources/"+c.Claimant
			if err == nil {
				r.Why = sourceWords(x.Kind)
			}
			if !r.Person && len(rows) > 0 && similar(r.Value, rows[len(rows)-1].Value) { // the row before says who
				last := &rows[len(rows)-1]
				last.Href, last.Why = r.Href, first(last.Why, r.Why)
				continue
			}
		case "actors":
			r.Why = s.partiesKnown(ctx, c.Actors)
		}
		if x, ok := c.Filled[slot]; ok && !r.Person {
			r.Words, r.Why, r.Unsure = x.Words, "suggested by "+cut(80, oneLine(x.By))+", not by the reader", true
			if x.Instead != "" {
				r.Why += ", which read: " + cut(80, oneLine(x.Instead))
			}
		}
		if r.Value != "" || r.Wanted {
			rows = append(rows, r)
		}
	}
	return rows, nil
}

// partiesKnown tells which parties the names are taken for.
func (s *site) partiesKnown(ctx context.Context, actors []isnad.Actor) string {
	var known []string
	for _, a := range actors[:min(len(actors), 20)] {
		if a.ID == "" {
			continue
		}
		name := a.ID
		if x, err := s.store.Party(ctx, a.ID); err == nil {
			name = x.Name
		}
		if !similar(name, a.Name) && !slices.Contains(known, name) {
			known = append(known, name)
		}
	}
	if len(known) == 0 {
		return ""
	}
	return "taken for " + strings.Join(known, ", ")
}
