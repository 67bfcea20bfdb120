package pipeline_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/store"
)

// Whatever is done in cases, in whatever order and by whomever, nothing is lost:
// every act stays as it was written, every decision and notice is still there,
// every capture has its bytes, and every version of a report that is shown has the
// words it had. Only an erasure destroys, and only what it is about.
func TestNoSequenceOfActsLosesAnything(t *testing.T) {
	h := build(t, t.TempDir())
	h.work()
	people := []isnad.Person{
		h.person("u00000000000000000001", "Rim", isnad.RoleReviewer), h.person("u00000000000000000002", "Omar", isnad.RoleAdmin),
		h.person("u00000000000000000003", "Ines", isnad.RoleEditor), h.person("u00000000000000000004", "Karim", isnad.RoleContributor),
	}
	runs := 0
	rapid.Check(t, func(r *rapid.T) {
		runs++
		s := sequence{house: h, r: r, people: people, name: fmt.Sprint("town ", runs)}
		s.begin()
		for n := range 14 {
			s.step(n)
			s.lostNothing()
		}
	})
	h.whole()
}

// sequence is one report and its cases, with all that was seen of them so far.
type sequence struct {
	house
	r      *rapid.T
	people []isnad.Person
	name   string

	report   string
	captures map[string]isnad.Hash
	versions map[int]string
	cases    map[string][]isnad.CaseAct
	notices  map[string]isnad.Notice
	erased   bool
	later    time.Duration
}

func (s *sequence) begin() {
	s.captures, s.versions, s.cases, s.notices = map[string]isnad.Hash{}, map[int]string{}, map[string][]isnad.CaseAct{}, map[string]isnad.Notice{}
	for _, words := range []string{"Seven", "Nine"} {
		c, _ := s.keep("https://hill.example/"+s.name, fmt.Sprintf(strike, words)+"\nIt was heard in "+s.name+".\n")
		s.captures[c.ID] = c.SHA256
		s.settle()
		rows, _, err := s.Store.Reports(s.t.Context(), store.ReportQuery{Capture: c.ID})
		if err != nil || len(rows) != 1 {
			s.r.Fatalf("%d reports, %v", len(rows), err)
		}
		s.report = rows[0].ID
	}
	s.look()
	s.openOne()
}

func (s *sequence) openOne() {
	f := complaint(s.report)
	if rapid.Bool().Draw(s.r, "reply") {
		f.Kind, f.Reply, f.Email = isnad.CaseRightOfReply, "I was not there.", "samira@press.example"
	}
	c, _, err := s.OpenCase(s.t.Context(), f, []isnad.Upload{upload("roof.txt", "seen from the roof of "+s.name)}, claimant)
	if err != nil {
		s.r.Fatalf("opening: %v", err)
	}
	s.cases[c.ID] = c.Acts
	s.captures[c.Form.Evidence[0].Capture] = c.Form.Evidence[0].SHA256
}

// step does one act, often one that can be done and sometimes any.
func (s *sequence) step(n int) {
	if len(s.cases) < 3 && rapid.IntRange(0, 5).Draw(s.r, "another") == 0 {
		s.openOne()
		return
	}
	ids := make([]string, 0, len(s.cases))
	for id := range s.cases {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	id := rapid.SampledFrom(ids).Draw(s.r, "case")
	c, err := s.Store.Case(s.t.Context(), id)
	if err != nil {
		s.r.Fatal(err)
	}
	by := casework.By{Actor: rapid.SampledFrom([]isnad.CaseActor{isnad.ActorClaimant, isnad.ActorDesk, isnad.ActorDesk, isnad.ActorOperator, isnad.ActorOperator, isnad.ActorOperator, isnad.ActorClock}).Draw(s.r, "actor")}
	if by.Actor == isnad.ActorDesk {
		by.Person = rapid.SampledFrom(s.people).Draw(s.r, "person")
		if by, err = s.CaseBy(s.t.Context(), &c, by); err != nil {
			s.r.Fatal(err)
		}
	}
	if by.Actor == isnad.ActorClock {
		s.later += time.Duration(rapid.IntRange(0, 100*24).Draw(s.r, "hours")) * time.Hour
		if err := s.Clock(s.t.Context(), time.Now().Add(s.later)); err != nil {
			s.r.Fatal(err)
		}
		return
	}
	kinds := isnad.CaseActKinds()
	if can := s.Casework.Acts(&c, by); len(can) > 0 && rapid.IntRange(0, 9).Draw(s.r, "any") > 0 {
		if kinds = can; len(can) > 1 { // little comes after it
			kinds = slices.DeleteFunc(slices.Clone(can), func(k isnad.CaseActKind) bool { return k == isnad.CaseWithdraw })
		}
		// What changes most is what is drawn most.
		for _, k := range []isnad.CaseActKind{isnad.CaseCarryOut, isnad.CaseDecide} {
			if slices.Contains(can, k) && rapid.Bool().Draw(s.r, "soon") {
				kinds = []isnad.CaseActKind{k}
				break
			}
		}
	}
	a := isnad.CaseAct{Kind: rapid.SampledFrom(kinds).Draw(s.r, "kind")}
	s.fill(&a, &c)
	before := len(c.Acts)
	after, err := s.ActOnCase(s.t.Context(), id, a, nil, by)
	switch {
	case err == nil && len(after.Acts) == before+1:
		if a.Kind == isnad.CaseCarryOut && after.Ruling.Effect == isnad.EffectErasure {
			s.erased = true
		}
	case err == nil:
		s.r.Fatalf("%s made %d acts of %d", a.Kind, len(after.Acts), before)
	case !errors.Is(err, isnad.ErrRefused) && !errors.Is(err, isnad.ErrNotFound):
		s.r.Fatalf("act %d, %s: %v", n, a.Kind, err)
	}
	s.settle()
}

// fill gives an act the data of its kind.
func (s *sequence) fill(a *isnad.CaseAct, c *isnad.Case) {
	switch a.Kind {
	case isnad.CaseAssign:
		a.To = rapid.SampledFrom(s.people).Draw(s.r, "to").ID
	case isnad.CaseAsk, isnad.CaseAnswer, isnad.CaseAdd, isnad.CaseNote, isnad.CaseAppeal:
		a.Text = "These are the words."
	case isnad.CaseDecide:
		d := isnad.Ruling{Decision: rapid.SampledFrom([]isnad.CaseOutcome{isnad.CaseUpheld, isnad.CasePartlyUpheld, isnad.CaseRejected}).Draw(s.r, "decision"), Reasons: "So it is."}
		if d.Decision != isnad.CaseRejected {
			d.Effect = rapid.SampledFrom(casework.AllowedEffects(c)).Draw(s.r, "effect")
			switch d.Effect {
			case isnad.EffectErasure: // rarely: it ends what there is to lose
				if rapid.IntRange(0, 5).Draw(s.r, "erase") > 0 {
					d.Effect = isnad.EffectRemoval
				}
			case isnad.EffectCorrection:
				d.Body = fmt.Sprintf(strike, rapid.SampledFrom([]string{"Three", "Four", "Five"}).Draw(s.r, "figure")) + "\nIt was heard in " + s.name + "."
			case isnad.EffectClarification, isnad.EffectReply:
				d.Body = "This is to be added."
			}
		}
		a.Ruling = &d
	}
}

// look takes in what there is now.
func (s *sequence) look() {
	versions, err := s.Store.Versions(s.t.Context(), s.report)
	if err != nil && !errors.Is(err, isnad.ErrNotFound) {
		s.r.Fatal(err)
	}
	for _, v := range versions {
		s.versions[v.Version] = v.Title + "\n" + v.Text
	}
}

func (s *sequence) lostNothing() {
	ctx := s.t.Context()
	for id, acts := range s.cases {
		c, err := s.Store.Case(ctx, id)
		if err != nil {
			s.r.Fatalf("case %s: %v", id, err)
		}
		if len(c.Acts) < len(acts) {
			s.r.Fatalf("case %s had %d acts and has %d", id, len(acts), len(c.Acts))
		}
		for i := range acts {
			was, is := acts[i], c.Acts[i]
			if s.erased { // of words that quote what is gone the act stays, not they
				was.Text, is.Text, was.Ruling, is.Ruling, was.Evidence, is.Evidence, is.Erased = "", "", nil, nil, nil, nil, was.Erased
				if (acts[i].Ruling == nil) != (c.Acts[i].Ruling == nil) {
					s.r.Fatalf("the decision of act %d of case %s is gone", i+1, id)
				}
			}
			if !reflect.DeepEqual(was, is) {
				s.r.Fatalf("act %d of case %s was\n%+v\nand is\n%+v", i+1, id, was, is)
			}
		}
		s.cases[id] = c.Acts
		for _, n := range c.Notices {
			if _, err := s.Store.Notice(ctx, n); err != nil {
				s.r.Fatalf("case %s: notice %s: %v", id, n, err)
			}
		}
	}
	standings, err := s.Store.Standings(ctx, []string{s.report})
	if err != nil {
		s.r.Fatal(err)
	}
	standing := standings[s.report]
	for id := range s.notices {
		if !slices.ContainsFunc(standing.Notices, func(n isnad.Notice) bool { return n.ID == id }) {
			s.r.Fatalf("notice %s is gone", id)
		}
	}
	for _, n := range standing.Notices {
		s.notices[n.ID] = n
		if n.Capture != "" && s.captures[n.Capture] == "" {
			c, _, err := s.Store.Capture(ctx, n.Capture)
			if err != nil {
				s.r.Fatal(err)
			}
			s.captures[c.ID] = c.SHA256
		}
	}
	if s.erased {
		return
	}
	for id, h := range s.captures {
		if _, _, err := s.Store.Capture(ctx, id); err != nil {
			s.r.Fatalf("capture %s: %v", id, err)
		}
		if err := s.Archive.Check(h); err != nil {
			s.r.Fatalf("the bytes of capture %s: %v", id, err)
		}
	}
	if standing.Removed != "" {
		return
	}
	versions, err := s.Store.Versions(ctx, s.report)
	if err != nil {
		s.r.Fatalf("the report is shown by no decision's leave, and is gone: %v", err)
	}
	is := map[int]string{}
	for _, v := range versions {
		is[v.Version] = v.Title + "\n" + v.Text
	}
	for n, words := range s.versions {
		if is[n] != words {
			s.r.Fatalf("version %d was\n%s\nand is\n%s", n, words, is[n])
		}
	}
	s.versions = is
}
