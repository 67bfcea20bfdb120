package casework

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad"
)

var claimant = By{Actor: isnad.ActorClaimant}

// do applies acts in turn, an hour apart, each by somebody who may.
func do(t testing.TB, c isnad.Case, acts ...isnad.CaseAct) isnad.Case {
	t.Helper()
	for n, a := range acts {
		by := By{Actor: isnad.ActorOperator}
		switch a.Kind {
		case isnad.CaseAnswer, isnad.CaseAdd, isnad.CaseWithdraw, isnad.CaseAppeal:
			by = claimant
		}
		if a.Time.IsZero() {
			a.Time = c.Acts[len(c.Acts)-1].Time.Add(time.Hour)
		}
		next, err := Default().Apply(c, a, by)
		if err != nil {
			t.Fatalf("act %d, %s in %s: %v", n, a.Kind, c.State, err)
		}
		c = next
	}
	return c
}

func act(k isnad.CaseActKind) isnad.CaseAct {
	a := isnad.CaseAct{Kind: k}
	switch k {
	case isnad.CaseAsk, isnad.CaseAnswer, isnad.CaseAdd, isnad.CaseNote, isnad.CaseAppeal, isnad.CaseActionFiled:
		a.Text = "words"
	case isnad.CaseAssign:
		a.To = id('u', "other")
	case isnad.CaseDecide:
		a.Ruling = &isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "The source says otherwise.", Effect: isnad.EffectRetraction}
	}
	return a
}

// in is a correction in a state, reached by acts.
func in(t testing.TB, s isnad.CaseState) isnad.Case {
	t.Helper()
	c := open(t, isnad.CaseCorrection)
	switch s {
	case acknowledged:
		return do(t, c, act(isnad.CaseAcknowledge))
	case inReview:
		return do(t, c, act(isnad.CaseTakeUp))
	case waiting:
		return do(t, c, act(isnad.CaseAsk))
	case decided:
		return do(t, c, act(isnad.CaseDecide))
	case carriedOut:
		return do(t, c, act(isnad.CaseDecide), act(isnad.CaseCarryOut))
	case appealed:
		return do(t, c, act(isnad.CaseDecide), act(isnad.CaseCarryOut), act(isnad.CaseAppeal))
	case closed:
		return do(t, c, act(isnad.CaseDecide), act(isnad.CaseCarryOut), act(isnad.CaseClose))
	}
	return c
}

// states is what each act makes of each state: the first letters of the state
// that it leads to, or - for a refusal. It says again what table.go says, so that
// nobody changes one of them without meaning it.
const states = `
             received acknowledged in_review waiting   decided   carried_out appealed  closed
open         -        -            -         -         -         -           -         -
acknowledge  acknowledged -        -         -         -         -           -         -
assign       received acknowledged in_review waiting   decided   -           appealed  -
take_up      in_review in_review   -         in_review -         -           in_review -
ask          waiting  waiting      waiting   waiting   -         -           waiting   -
answer       -        -            -         in_review -         -           -         -
add          received acknowledged in_review waiting   decided   carried_out appealed  -
note         received acknowledged in_review waiting   decided   carried_out appealed  closed
withdraw     closed   closed       closed    closed    -         -           closed    -
decide       decided  decided      decided   decided   decided   decided     decided   decided
carry_out    -        -            -         -         carried_out -         -         -
appeal       -        -            -         -         appealed  appealed    -         appealed
close        -        -            -         -         -         closed      -         -
remind       received acknowledged in_review waiting   decided   -           appealed  -
action_filed received acknowledged in_review waiting   in_review -           appealed  -
`

func TestStates(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(states), "\n")
	heads := strings.Fields(lines[0])
	if len(heads) != len(isnad.CaseStates()) || len(lines)-1 != len(isnad.CaseActKinds()) {
		t.Fatal("the table has not every state and every act")
	}
	for _, line := range lines[1:] {
		cells := strings.Fields(line)
		kind := isnad.CaseActKind(cells[0])
		if !slices.Contains(isnad.CaseActKinds(), kind) {
			t.Fatalf("%s is no act", kind)
		}
		for n, head := range heads {
			c := in(t, isnad.CaseState(head))
			if kind == isnad.CaseActionFiled {
				c.Kind = isnad.CaseCounterNotice // what it can be said in; how it came to its state makes no difference
			}
			if c.State != isnad.CaseState(head) {
				t.Fatalf("the case for %s is %s", head, c.State)
			}
			// Somebody can do it where the table has a state, nobody where it has none.
			var got isnad.CaseState
			for _, who := range everybody() {
				a := act(kind)
				a.Time = c.Acts[len(c.Acts)-1].Time.Add(time.Hour)
				if kind == isnad.CaseRemind {
					a.Time = c.Due
				}
				next, err := Default().Apply(c, a, who.by)
				if err == nil {
					if got != "" && got != next.State {
						t.Errorf("%s in %s leads %s to %s and others to %s", kind, head, who.name, next.State, got)
					}
					got = next.State
					continue
				}
				if !errors.Is(err, isnad.ErrRefused) || len(strings.TrimSuffix(err.Error(), ": refused")) < 10 {
					t.Errorf("%s in %s by %s: no words of a refusal: %v", kind, head, who.name, err)
				}
			}
			if want := strings.TrimPrefix(cells[n+1], "-"); string(got) != want {
				t.Errorf("%s in %s leads to %q, want %q", kind, head, got, want)
			}
		}
	}
}

type who struct {
	name string
	by   By
}

// everybody is each kind of actor, with those who may nothing.
func everybody() []who {
	gone := desk(isnad.RoleAdmin, "gone")
	gone.Person.Removed = start
	author := desk(isnad.RoleReviewer, "author")
	author.Author = true
	return []who{
		{"nobody", By{}}, {"no role", By{Actor: isnad.ActorDesk}}, {"a former admin", gone}, {"somebody else", By{Actor: "somebody"}},
		{"the claimant", claimant}, {"the clock", By{Actor: isnad.ActorClock}},
		{"a contributor", desk(isnad.RoleContributor, "contributor")}, {"an editor", desk(isnad.RoleEditor, "editor")},
		{"a reviewer", desk(isnad.RoleReviewer, "reviewer")}, {"an author", author}, {"an admin", desk(isnad.RoleAdmin, "admin")},
		{"the operator", By{Actor: isnad.ActorOperator}},
		{"a notifier", By{Actor: isnad.ActorNotifier, Notice: id('d', "notice")}}, {"a notifier of nothing", By{Actor: isnad.ActorNotifier}},
	}
}

// TestWho holds who may do what in which state, whatever the time: a letter for
// each act, in the order of isnad.CaseActKinds.
func TestWho(t *testing.T) {
	letter := map[isnad.CaseActKind]string{isnad.CaseOpen: "O", isnad.CaseAcknowledge: "k", isnad.CaseAssign: "s", isnad.CaseTakeUp: "u",
		isnad.CaseAsk: "q", isnad.CaseAnswer: "w", isnad.CaseAdd: "+", isnad.CaseNote: "n", isnad.CaseWithdraw: "x", isnad.CaseDecide: "d",
		isnad.CaseCarryOut: "c", isnad.CaseAppeal: "a", isnad.CaseClose: "z", isnad.CaseRemind: "r", isnad.CaseActionFiled: "f"}
	want := map[string]string{
		//                 received   acknowl.  in_review waiting   decided carried appealed closed
		"the claimant":  "+x         +x        +x        w+x       +a      +a      +x       a",
		"the clock":     "r          r         r         r         r       z       r        -",
		"a contributor": "n          n         n         n         n       n       n        n",
		"an editor":     "ksuq+nd    suq+nd    sq+nd     suqw+nd   s+ndc   +nz     suq+n    n",
		"a reviewer":    "ksuq+nd    suq+nd    sq+nd     suqw+nd   s+ndc   +ndz    suq+nd   nd",
		"an author":     "ksuq+n     suq+n     sq+n      suqw+n    s+nc    +nz     suq+n    n",
		"an admin":      "ksuq+nxd   suq+nxd   sq+nxd    suqw+nxd  s+ndca  +ndaz   suq+nxd  nda",
		"the operator":  "ksuq+nxd   suq+nxd   sq+nxd    suqw+nxd  s+ndca  +ndaz   suq+nxd  nda",
	}
	for _, who := range everybody() {
		cells := strings.Fields(want[who.name])
		for n, s := range isnad.CaseStates() {
			c := in(t, s)
			got := ""
			for _, k := range Default().Acts(&c, who.by) {
				got += letter[k]
			}
			cell := ""
			if len(cells) > 0 {
				cell = strings.TrimPrefix(cells[n], "-")
			}
			if got != cell {
				t.Errorf("%s in %s may %q, want %q", who.name, s, got, cell)
			}
		}
	}
}

// TestHeavy holds which decisions need a reviewer.
func TestHeavy(t *testing.T) {
	ed, rev := desk(isnad.RoleEditor, "editor"), desk(isnad.RoleReviewer, "reviewer")
	for _, k := range isnad.CaseKinds() {
		c := open(t, k)
		light := !slices.Contains([]isnad.CaseKind{isnad.CaseCopyright, isnad.CaseCounterNotice, isnad.CaseCourtOrder}, k)
		if got := slices.Contains(Default().Acts(&c, ed), isnad.CaseDecide); got != light {
			t.Errorf("%s: an editor may decide: %v", k, got)
		}
		if !slices.Contains(Default().Acts(&c, rev), isnad.CaseDecide) {
			t.Errorf("%s: a reviewer may not decide", k)
		}
		for _, e := range Default().Effects(&c, ed) {
			if slices.Contains([]isnad.Effect{isnad.EffectRemoval, isnad.EffectErasure, isnad.EffectRestoration}, e) {
				t.Errorf("%s: an editor may decide on %s", k, e)
			}
		}
		if got, want := Default().Effects(&c, rev), AllowedEffects(&c); !slices.Equal(got, want) {
			t.Errorf("%s: a reviewer may decide on %v, want %v", k, got, want)
		}
	}
	// And an editor cannot carry out what a reviewer decided, nor decide otherwise.
	c := open(t, isnad.CasePrivacy)
	removal := act(isnad.CaseDecide)
	removal.Ruling.Effect, removal.Time = isnad.EffectRemoval, start.Add(time.Hour)
	if _, err := Default().Apply(c, removal, ed); !errors.Is(err, isnad.ErrRefused) || !strings.Contains(err.Error(), "reviewer") {
		t.Errorf("an editor decided on a removal: %v", err)
	}
	c, err := Default().Apply(c, removal, rev)
	if err != nil {
		t.Fatal(err)
	}
	if acts := Default().Acts(&c, ed); slices.Contains(acts, isnad.CaseCarryOut) || slices.Contains(acts, isnad.CaseDecide) {
		t.Errorf("an editor may %v after a removal was decided", acts)
	}
}

// TestConflict holds that nobody decides on their own thing, or on an appeal of
// their own decision, but where nobody else could.
func TestConflict(t *testing.T) {
	r := Default()
	c := open(t, isnad.CaseCorrection)
	author := desk(isnad.RoleReviewer, "author")
	author.Author = true
	a := act(isnad.CaseDecide)
	a.Time = start.Add(time.Hour)
	if _, err := r.Apply(c, a, author); !errors.Is(err, isnad.ErrRefused) || !strings.Contains(err.Error(), "another person") {
		t.Errorf("who wrote it decided: %v", err)
	}
	author.Alone = true
	if _, err := r.Apply(c, a, author); err != nil {
		t.Errorf("who is alone cannot decide: %v", err)
	}

	first, second := desk(isnad.RoleReviewer, "first"), desk(isnad.RoleReviewer, "second")
	c, err := r.Apply(c, a, first)
	if err != nil {
		t.Fatal(err)
	}
	c = do(t, c, act(isnad.CaseCarryOut), act(isnad.CaseAppeal))
	if why := r.Refusal(&c, isnad.CaseDecide, first); !strings.Contains(why, "appeal") {
		t.Errorf("who decided may decide on the appeal: %q", why)
	}
	if why := r.Refusal(&c, isnad.CaseDecide, second); why != "" {
		t.Errorf("another reviewer may not decide on the appeal: %s", why)
	}
	people := []isnad.Person{first.Person, second.Person, desk(isnad.RoleEditor, "editor").Person}
	if Alone(&c, first.Person.ID, people, nil) {
		t.Error("there is a second reviewer, and the first is said to be alone")
	}
	if !Alone(&c, second.Person.ID, people, nil) {
		t.Error("nobody but the second reviewer can decide on the appeal, and they are not said to be alone")
	}
	if !Alone(&c, first.Person.ID, people, []string{second.Person.ID}) {
		t.Error("the second reviewer is barred, and the first is not said to be alone")
	}
	first.Alone = true
	if why := r.Refusal(&c, isnad.CaseDecide, first); why != "" {
		t.Errorf("who is alone may not decide on the appeal: %s", why)
	}
}

// TestAppeal holds what an appeal leads to, and when there is none.
func TestAppeal(t *testing.T) {
	r := Default()
	c := in(t, appealed)
	c = do(t, c, act(isnad.CaseAsk), act(isnad.CaseAnswer))
	if c.State != appealed {
		t.Errorf("answered while an appeal is open: %s", c.State)
	}
	// Who withdraws an appeal leaves the decision.
	w := do(t, c, act(isnad.CaseWithdraw))
	if w.State != closed || w.Decision != isnad.CaseUpheld {
		t.Errorf("an appeal withdrawn: %s, %s", w.State, w.Decision)
	}
	// Where it was not carried out yet it still is to be.
	w = do(t, open(t, isnad.CaseCorrection), act(isnad.CaseDecide), act(isnad.CaseAppeal), act(isnad.CaseWithdraw))
	if w.State != decided || w.DueFor != isnad.CaseCarryOut || w.Due.IsZero() || w.Decision != isnad.CaseUpheld {
		t.Errorf("an appeal before it was carried out, withdrawn: %s, %s due %s", w.State, w.DueFor, w.Due)
	}
	// Twice and no more.
	again := do(t, c, act(isnad.CaseDecide), act(isnad.CaseAppeal), act(isnad.CaseDecide))
	if again.Appeals != 2 {
		t.Fatalf("%d appeals", again.Appeals)
	}
	if why := r.Refusal(&again, isnad.CaseAppeal, claimant); why == "" {
		t.Error("a third appeal is possible")
	}
	// Not after its time.
	d := in(t, carriedOut)
	late := claimant
	late.At = r.AppealEnd(&d).Add(time.Second)
	if why := r.Refusal(&d, isnad.CaseAppeal, late); !strings.Contains(why, "ended on") {
		t.Errorf("an appeal after its time: %q", why)
	}
	late.At = r.AppealEnd(&d)
	if why := r.Refusal(&d, isnad.CaseAppeal, late); why != "" {
		t.Errorf("an appeal in its last second: %q", why)
	}
	if months := r.AppealEnd(&d); months.Before(d.Decided.AddDate(0, 6, 0)) {
		t.Errorf("the time for an appeal ends %s, before six months are over", months)
	}
}

// TestWithdrawn holds that a case withdrawn is neither decided nor appealed.
func TestWithdrawn(t *testing.T) {
	c := do(t, open(t, isnad.CaseComplaint), act(isnad.CaseWithdraw))
	if c.State != closed || c.Decision != isnad.CaseWithdrawn || !c.Due.IsZero() {
		t.Errorf("%s, %s, due %s", c.State, c.Decision, c.Due)
	}
	for _, who := range everybody() {
		for _, k := range Default().Acts(&c, who.by) {
			if k != isnad.CaseNote {
				t.Errorf("%s may %s a case that was withdrawn", who.name, k)
			}
		}
	}
}

// TestRuling names what a decision may not be.
func TestRuling(t *testing.T) {
	title := "Another title"
	for n, x := range []struct {
		kind   isnad.CaseKind
		ruling isnad.Ruling
		want   string // in the refusal; empty where it is allowed
	}{
		{isnad.CaseCorrection, isnad.Ruling{Decision: isnad.CaseRejected}, ""},
		{isnad.CaseCorrection, isnad.Ruling{Decision: isnad.CaseUpheld}, ""},
		{isnad.CaseCorrection, isnad.Ruling{Decision: isnad.CaseWithdrawn}, "only the person"},
		{isnad.CaseCorrection, isnad.Ruling{Decision: "maybe"}, "upheld, partly upheld or rejected"},
		{isnad.CaseCorrection, isnad.Ruling{Decision: isnad.CaseRejected, Effect: isnad.EffectRetraction}, "changes nothing"},
		{isnad.CaseCorrection, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectCorrection}, "whole text"},
		{isnad.CaseCorrection, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectCorrection, Body: "x", Title: &title}, ""},
		{isnad.CaseCorrection, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectCorrection, Body: strings.Repeat("x", maxBody+1)}, "bytes"},
		{isnad.CaseCorrection, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectCorrection, Body: "\xff"}, "characters"},
		{isnad.CaseCorrection, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectRetraction, Title: &title}, "title"},
		{isnad.CaseCorrection, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectRetraction, Body: "x"}, "publishes no text"},
		{isnad.CaseCorrection, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectRetraction, Legal: true}, "by law"},
		{isnad.CaseCorrection, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectRetraction, NotFor: 10}, "waits"},
		{isnad.CaseCorrection, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectRetraction, Of: id('n', "1")}, "names the notice"},
		{isnad.CaseCorrection, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectRestoration, Of: "1"}, "names the notice"},
		{isnad.CaseCorrection, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectRestoration, Of: id('n', "1")}, ""},
		{isnad.CaseCorrection, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectRetraction, Report: "../etc"}, "no report's ID"},
		{isnad.CaseCorrection, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: "deletion"}, "no effect"},
		{isnad.CaseCorrection, isnad.Ruling{Decision: isnad.CaseUpheld, Body: "x"}, "which effect"},
		{isnad.CaseComplaint, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectClarification}, "words that stand beside"},
		{isnad.CaseComplaint, isnad.Ruling{Decision: isnad.CasePartlyUpheld, Effect: isnad.EffectClarification, Body: "x"}, ""},
		{isnad.CaseComplaint, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectReply}, "words to be published"},
		{isnad.CaseRightOfReply, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectReply}, ""},
		{isnad.CaseRightOfReply, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectErasure}, "no effect"},
		{isnad.CaseCopyright, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectRetraction}, "no effect"},
		{isnad.CaseCopyright, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectRemoval, Legal: true}, ""},
		{isnad.CaseCounterNotice, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectRestoration}, ""},
		{isnad.CaseCounterNotice, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectRestoration, NotFor: 9}, "at least 10"},
		{isnad.CaseCounterNotice, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectRestoration, NotFor: 14}, "fewer than 14"},
		{isnad.CaseCounterNotice, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectErasure}, "no effect"},
		{isnad.CasePrivacy, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectErasure}, ""},
		{isnad.CasePrivacy, isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectErasure, Statement: isnad.Statement{Ground: "BECAUSE"}}, "statement of reasons"},
	} {
		x.ruling.Reasons = "Because."
		c := open(t, x.kind)
		next, err := Default().Apply(c, isnad.CaseAct{Kind: isnad.CaseDecide, Time: start.Add(time.Hour), Ruling: &x.ruling}, By{Actor: isnad.ActorOperator})
		switch {
		case x.want == "" && err != nil:
			t.Errorf("%d: %v", n, err)
		case x.want != "" && (!errors.Is(err, isnad.ErrRefused) || !strings.Contains(err.Error(), x.want)):
			t.Errorf("%d: error %v, want one with %q", n, err, x.want)
		case err == nil && x.ruling.Effect != "":
			if s := next.Ruling.Statement; s.PUID != c.ID+"-2" || s.Ground == "" || s.ApplicationDate.IsZero() {
				t.Errorf("%d: the statement of reasons is %+v", n, s)
			}
		}
	}
	for _, k := range []isnad.CaseActKind{isnad.CaseAsk, isnad.CaseNote, isnad.CaseAdd} {
		c := open(t, isnad.CaseComplaint)
		_, err := Default().Apply(c, isnad.CaseAct{Kind: k, Time: start, Text: " \u202e\n"}, By{Actor: isnad.ActorOperator})
		if !errors.Is(err, isnad.ErrRefused) {
			t.Errorf("%s without a word: %v", k, err)
		}
	}
	// A case about an incident names the report that its decision falls on.
	f := form(isnad.CaseComplaint)
	f.About = id('i', "incident")
	c, err := Default().Open(f, start)
	if err != nil {
		t.Fatal(err)
	}
	d := act(isnad.CaseDecide)
	d.Time = start
	if _, err := Default().Apply(c, d, By{Actor: isnad.ActorOperator}); err == nil || !strings.Contains(err.Error(), "name the report") {
		t.Errorf("a decision that falls on nothing: %v", err)
	}
	d.Ruling.Report = id('r', "report")
	if _, err := Default().Apply(c, d, By{Actor: isnad.ActorOperator}); err != nil {
		t.Error(err)
	}
}

func ExampleRules_Refusal() {
	c, _ := Default().Open(isnad.CaseForm{Kind: isnad.CaseComplaint, About: isnad.MakeID('r', "x"), Text: "It is wrong."}, start)
	fmt.Println(Default().Refusal(&c, isnad.CaseCarryOut, By{Actor: isnad.ActorOperator}))
	// Output: it is not decided yet
}
