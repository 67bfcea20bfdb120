package casework

import (
	"errors"
	"testing"
	"time"

	"isnad"
)

var start = time.Date(2026, 3, 2, 9, 30, 0, 0, time.UTC) // a Monday

func id(letter byte, key string) string { return isnad.MakeID(letter, key) }

// form is one of the kind that lacks nothing.
func form(k isnad.CaseKind) isnad.CaseForm {
	f := isnad.CaseForm{
		Kind: k, About: id('r', "report"), Span: &isnad.Span{Start: 10, End: 20}, Text: "The figure is not that of the ministry.",
		Name: "Sample Person", Email: "person@example.org", Evidence: []isnad.Evidence{{Address: "https://example.org/figures"}},
	}
	switch k {
	case isnad.CaseCorrection:
		f.Right = "Fourteen people were killed."
	case isnad.CaseRightOfReply:
		f.Reply = "We were not there that day."
	case isnad.CaseCopyright:
		f.Work, f.Signature, f.Faith, f.Accuracy = "A photograph, seen at https://example.org/photo", "Sample Person", true, true
	case isnad.CaseCounterNotice:
		f.Phone, f.Postal, f.Signature, f.Accuracy, f.Consent = "+1 555 0100 200", "1 Example Street\nExampleton", "Sample Person", true, true
	case isnad.CaseCourtOrder:
		f.Court, f.Reference = "Sample Court", "12 O 34/26"
	}
	return f
}

func open(t testing.TB, k isnad.CaseKind) isnad.Case {
	t.Helper()
	c, err := Default().Open(form(k), start)
	if err != nil {
		t.Fatal(err)
	}
	c.ID, c.Number, c.Report = "d00000000000000000001", 1, id('r', "report")
	return c
}

func desk(role isnad.Role, key string) By {
	return By{Actor: isnad.ActorDesk, Person: isnad.Person{ID: id('u', key), Name: key, Role: role}}
}

func TestFlow(t *testing.T) {
	r := Default()
	c := open(t, isnad.CaseCorrection)
	at := start
	step := func(a isnad.CaseAct, by By, want isnad.CaseState) {
		t.Helper()
		at = at.Add(time.Hour)
		a.Time = at
		next, err := r.Apply(c, a, by)
		if err != nil {
			t.Fatalf("%s: %v", a.Kind, err)
		}
		if c = next; c.State != want {
			t.Fatalf("%s: state %s, want %s", a.Kind, c.State, want)
		}
	}
	ed, rev := desk(isnad.RoleEditor, "editor"), desk(isnad.RoleReviewer, "reviewer")
	claimant := By{Actor: isnad.ActorClaimant}
	step(isnad.CaseAct{Kind: isnad.CaseAcknowledge}, ed, isnad.CaseAcknowledged)
	step(isnad.CaseAct{Kind: isnad.CaseAsk, Text: "Which ministry?"}, ed, isnad.CaseWaiting)
	step(isnad.CaseAct{Kind: isnad.CaseAnswer, Text: "That of health."}, claimant, isnad.CaseInReview)
	step(isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "The source says so.", Effect: isnad.EffectCorrection, Body: "The text as it should be."}}, ed, isnad.CaseDecided)
	step(isnad.CaseAct{Kind: isnad.CaseCarryOut, Notices: []string{id('n', "1")}}, ed, isnad.CaseCarriedOut)
	step(isnad.CaseAct{Kind: isnad.CaseAppeal, Text: "The headline is still wrong."}, claimant, isnad.CaseAppealed)
	if _, err := r.Apply(c, isnad.CaseAct{Kind: isnad.CaseDecide, Time: at, Ruling: &isnad.Ruling{Decision: isnad.CaseRejected, Reasons: "No."}}, ed); !errors.Is(err, isnad.ErrRefused) {
		t.Fatalf("an editor decided an appeal: %v", err)
	}
	step(isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseRejected, Reasons: "It is right."}}, rev, isnad.CaseDecided)
	step(isnad.CaseAct{Kind: isnad.CaseClose}, rev, isnad.CaseClosed)
	if len(c.Acts) != 9 || len(c.Notices) != 1 {
		t.Fatalf("%d acts, notices %v", len(c.Acts), c.Notices)
	}
}
