package pipeline

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"

	"isnad"
	"isnad/internal/review"
	"isnad/internal/store"
)

// Decide records what a person decided and puts it into force, in one
// transaction; steps that sum up incidents again are queued with it. Of a are
// given: Person, Name, Kind, About (Of for an act about an act), the data of the
// kind, Reason and Seen, and Paired where the person may only propose, so that it
// waits for another whatever the rules ask. It returns the act as recorded. Errors
// wrap isnad.ErrConflict where what the person saw has changed, isnad.ErrRefused
// where the act makes no sense, with words for the person, and isnad.ErrNotFound.
func (p *Pipeline) Decide(ctx context.Context, a isnad.Act) (isnad.Act, error) {
	err := p.Store.Begin(ctx, func(tx *store.Tx) error {
		if err := tx.LockActs(false); err != nil {
			return err
		}
		if err := tx.LockIncidents(); err != nil {
			return err
		}
		d := decision{p: p, tx: tx, act: &a}
		return d.decide()
	})
	if err != nil {
		return isnad.Act{}, fmt.Errorf("deciding: %w", err)
	}
	return a, nil
}

// decision is one act being recorded.
type decision struct {
	p   *Pipeline
	tx  *store.Tx
	act *isnad.Act

	refs    []string // what it bears on
	subject *isnad.Act
	capture string
	reports []store.ReportRef
	touched []string // incidents to sum up again
}

func (d *decision) decide() (err error) {
	a := d.act
	if a.Number, err = d.tx.NextAct(); err != nil {
		return err
	}
	a.Time = time.Now().UTC().Truncate(time.Microsecond)
	a.Claims, a.Paired = nil, a.Paired || d.p.Rules.Second[a.Kind]
	a.ID = isnad.MakeID('a', strconv.FormatInt(a.Number, 10), string(a.Kind), a.Person, a.About, a.Of)
	d.subject = a
	switch {
	case a.Kind.OfClaim():
		err = d.seeClaim()
	case a.Kind.OfIncident():
		err = d.seeIncidents()
	default:
		err = d.seeAct()
	}
	if err != nil {
		return err
	}
	before, err := d.tx.ActsOn(d.refs)
	if err != nil {
		return err
	}
	if err := d.p.Rules.Check(a, before); err != nil {
		return err
	}
	if err := d.tx.PutAct(a, d.refs); err != nil {
		return err
	}
	if d.subject.Kind.OfClaim() {
		err = d.restand(d.subject.Claims[0].Report)
	} else {
		err = d.regroup()
	}
	if err != nil {
		return err
	}
	return d.queue()
}

// seeClaim takes the claim as it stands into the act.
func (d *decision) seeClaim() error {
	a := d.act
	c, err := d.tx.Claim(a.About)
	if err != nil {
		return err
	}
	if a.Seen != "" && a.Seen != c.State() {
		return fmt.Errorf("claim %s: %w", c.ID, isnad.ErrConflict)
	}
	a.Claims = []isnad.Claim{c}
	d.refs = []string{c.ID, c.Report}
	for n := 1; n < len(a.Parts) && n < 100; n++ {
		d.refs = append(d.refs, a.Part(n))
	}
	return nil
}

// anchors is how many claims an incident is known again by after claims were
// moved into it or it was graded.
const anchors = 8

// seeIncidents takes the claims of the incidents into the act.
func (d *decision) seeIncidents() error {
	a := d.act
	verdicts, err := d.tx.Verdicts([]string{a.About, a.Into})
	if err != nil {
		return err
	}
	for _, id := range []*string{&a.About, &a.Into} {
		if to := verdicts[*id].GoesTo; *id != "" && to != "" {
			*id = to
		}
	}
	ids := []string{a.About}
	if a.Kind == isnad.ActMergeIncidents || a.Kind == isnad.ActRelateIncidents {
		ids = append(ids, a.Into)
	}
	if a.Kind == isnad.ActSplitIncident {
		a.Into = isnad.MakeID('i', a.ID)
	}
	claims, err := d.tx.ClaimsOf(nil, ids)
	if err != nil {
		return err
	}
	groups := groupsOf(claims)
	for _, id := range ids {
		if !slices.ContainsFunc(groups, func(g group) bool { return g.ID == id }) {
			return fmt.Errorf("incident %q: %w", id, isnad.ErrNotFound)
		}
	}
	if err := d.unchanged(a.About, a.Seen); err != nil {
		return err
	}
	for id, seen := range a.SeenToo {
		if err := d.unchanged(id, seen); err != nil {
			return err
		}
	}
	a.SeenToo = nil // it is no part of what is recorded
	switch a.Kind {
	case isnad.ActMoveClaims:
		a.Claims = claims[:min(len(claims), anchors)]
		for _, id := range a.Moved {
			if slices.ContainsFunc(a.Claims, func(c isnad.Claim) bool { return c.ID == id }) {
				continue
			}
			c, err := d.tx.Claim(id)
			if err != nil {
				return err
			}
			a.Claims = append(a.Claims, c)
		}
	case isnad.ActGradeIncident:
		a.Claims = claims[:min(len(claims), anchors)]
	default:
		a.Claims = claims
	}
	d.refs = append(ids, a.Into)
	for i := range a.Claims {
		d.refs = append(d.refs, a.Claims[i].ID)
	}
	return nil
}

// unchanged tells that an incident is as the person saw it. What people decided
// since counts although the step that sums up again has not been done yet.
func (d *decision) unchanged(id, seen string) error {
	if seen == "" {
		return nil
	}
	i, err := d.tx.Incident(id)
	if err != nil {
		return err
	}
	verdicts, err := d.tx.Verdicts([]string{id})
	if err != nil {
		return err
	}
	if err := overlay(&i, verdicts[id]); err != nil {
		return err
	}
	if seen != i.State() {
		return fmt.Errorf("incident %s: %w", id, isnad.ErrConflict)
	}
	return nil
}

// overlay puts what people said of an incident over what the machine made of it.
func overlay(i *isnad.Incident, said store.Verdict) error {
	if said.Doc == "" {
		return nil
	}
	var v review.Verdict
	if err := json.Unmarshal([]byte(said.Doc), &v); err != nil {
		return fmt.Errorf("what people said of incident %s: %w", i.ID, err)
	}
	v.Overlay(i)
	return nil
}

// seeAct finds what an act about an act is about in the end.
func (d *decision) seeAct() error {
	of, err := d.tx.Act(d.act.Of)
	if err != nil {
		return err
	}
	if d.refs, err = d.tx.ActRefs(of.Number); err != nil {
		return err
	}
	subject := of
	for subject.Kind == isnad.ActSecond || subject.Kind == isnad.ActUndo {
		if subject, err = d.tx.Act(subject.Of); err != nil {
			return err
		}
	}
	d.subject, d.act.About = &subject, of.About
	return nil
}

// restand writes the claims of a report as they stand now, in every version that has any.
func (d *decision) restand(report string) error {
	versions, err := d.tx.ReviewedOf(report)
	if err != nil {
		return err
	}
	acts, err := d.tx.ActsOfReports([]string{report})
	if err != nil {
		return err
	}
	for i := range versions {
		v := &versions[i]
		texts, err := d.tx.Reports([]store.ReportRef{v.Ref})
		if err != nil {
			return err
		}
		var readings []isnad.Claim
		was := map[string]*isnad.Claim{}
		for k := range v.Claims {
			was[v.Claims[k].ID] = &v.Claims[k].Claim
			if m := v.Claims[k].Reading; m != nil {
				readings = append(readings, *m)
			}
		}
		stands := standing(&texts[0], v.Present, readings, acts)
		loose := map[string]bool{}
		for k := range stands {
			if old := was[stands[k].ID]; old != nil && elsewhere(old, &stands[k].Claim) {
				loose[old.ID] = true
			}
		}
		touched, err := d.tx.Revise(v, stands, loose)
		if err != nil {
			return err
		}
		if err := d.name(stands); err != nil {
			return err
		}
		if v.Present {
			d.touched = append(d.touched, touched...)
			d.reports = append(d.reports, v.Ref)
			d.capture = v.Capture
		}
	}
	return nil
}

// name records the places, parties and sources that people set in claims: no
// report may have spoken of them before.
func (d *decision) name(stands []store.Reviewed) error {
	n := d.p.newNamed(d.p.known().places)
	for i := range stands {
		c := &stands[i].Claim
		if c.Decision == nil || len(c.Decision.Slots) == 0 {
			continue
		}
		n.claims([]isnad.Claim{*c})
		if s, ok := d.p.Sources.Source(c.Claimant); ok {
			n.sources[s.ID] = s
		} else if len(c.Attribution) > 0 {
			if s, _ := d.p.Sources.Lookup(c.Attribution[0]); s.ID == c.Claimant {
				n.sources[s.ID] = s
			}
		}
	}
	return n.put(d.tx)
}

// elsewhere tells whether a claim may tell of another incident than it was
// taken to tell of.
func elsewhere(a, b *isnad.Claim) bool {
	return a.Event != b.Event || a.When.From != b.When.From || a.When.To != b.When.To || a.Place.ID != b.Place.ID || a.Place.Name != b.Place.Name
}

// standing is the claims of a version of a report after people's acts.
func standing(r *isnad.Report, present bool, readings []isnad.Claim, acts []isnad.Act) []store.Reviewed {
	v := review.Version{Report: r.ID, Number: r.Version, Present: present, Title: r.Title, Text: r.Text}
	claims := review.Stand(v, readings, acts)
	out := make([]store.Reviewed, len(claims))
	for i, c := range claims {
		out[i] = store.Reviewed{Claim: c.Claim, Reading: c.Reading}
	}
	return out
}

// regroup works out again what people decided about the incidents that the act
// bears on.
func (d *decision) regroup() error {
	around, err := d.tx.ActsAround(slices.DeleteFunc(slices.Clone(d.refs), func(r string) bool { return r == "" || r[0] != 'i' && r[0] != 'k' }))
	if err != nil {
		return err
	}
	m := review.Members(around)
	claims, incidents := map[string]bool{}, map[string]bool{}
	for i := range around {
		a := &around[i]
		if !a.Kind.OfIncident() {
			continue
		}
		incidents[a.About], incidents[a.Into] = true, true
		for k := range a.Claims {
			claims[a.Claims[k].ID] = true
		}
	}
	delete(incidents, "")
	verdicts := map[string]store.Verdict{}
	for id := range incidents {
		said, spoken := m.Said[id]
		if !spoken && m.GoesTo[id] == "" {
			continue
		}
		doc, err := json.Marshal(said)
		if err != nil {
			return fmt.Errorf("incident %s: %w", id, err)
		}
		verdicts[id] = store.Verdict{GoesTo: m.GoesTo[id], Doc: string(doc)}
	}
	if err := d.tx.PutMembers(slices.Collect(maps.Keys(claims)), slices.Collect(maps.Keys(incidents)), m.Pins, verdicts); err != nil {
		return err
	}
	d.touched = append(d.touched, slices.Collect(maps.Keys(incidents))...)
	seen := map[string]bool{}
	for i := range d.subject.Claims {
		c := &d.subject.Claims[i]
		if c.Incident != "" {
			d.touched = append(d.touched, c.Incident)
		}
		if d.act != d.subject && !seen[c.Report] { // what held a claim that is read no longer may not hold it now
			seen[c.Report] = true
			if err := d.restand(c.Report); err != nil {
				return err
			}
		}
	}
	if d.capture == "" {
		versions, err := d.tx.ReviewedOf(d.subject.Claims[0].Report)
		if err != nil {
			return err
		}
		if len(versions) > 0 {
			d.capture = versions[len(versions)-1].Capture
		}
	}
	return nil
}

// queue queues the step that puts claims where they belong now and sums up again.
func (d *decision) queue() error {
	if d.capture == "" { // the report is being read again, and what follows will see the act
		return nil
	}
	slices.Sort(d.touched)
	step := store.Step{Kind: store.StepReconcile, Capture: d.capture, Reports: d.reports, Incidents: slices.Compact(d.touched)}
	if d.act.Kind == isnad.ActUndo && d.subject.Kind.OfIncident() {
		step.Moves = map[string]string{}
		for i := range d.subject.Claims {
			if c := &d.subject.Claims[i]; c.Incident != "" {
				step.Moves[c.ID] = c.Incident
			}
		}
	}
	return d.tx.Queue(step)
}
