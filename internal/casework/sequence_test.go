package casework

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"isnad"
)

// secrets stand in what a person hands in and must never be seen by others.
const (
	secretMail   = "hidden.person@mail.example"
	secretPhone  = "+1 555 0100 987"
	secretPostal = "77 Hidden Lane"
	secretNote   = "a note of the desk"
	secretAnswer = "an answer to the desk"
	secretName   = "Hidden Person"
)

// TestSequences draws acts by anybody at any time, and holds after each of them
// what must never break: nothing recorded is lost or changed, an act is possible
// if and only if Acts lists it, what is newly due is due after the act, and
// nobody sees what they should not.
func TestSequences(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Default()
		f := form(rapid.SampledFrom(isnad.CaseKinds()).Draw(t, "kind"))
		f.Name, f.Signature, f.Email, f.Phone, f.Postal = secretName, secretName, secretMail, secretPhone, secretPostal
		f.Text += " Write to " + secretMail + " or call " + secretPhone + ". " + secretName
		c, err := r.Open(f, start)
		if err != nil {
			t.Fatal(err)
		}
		c.ID, c.Number, c.Report, c.Quote = "d00000000000000000001", 1, id('r', "report"), "the words of the passage"
		now, rulings := start, 0
		for range rapid.IntRange(0, 25).Draw(t, "acts") {
			now = now.Add(time.Duration(rapid.IntRange(0, 20*24*60).Draw(t, "minutes")) * time.Minute)
			by := rapid.SampledFrom(everybody()).Draw(t, "who").by
			if rapid.Bool().Draw(t, "able") { // else most that is drawn is refused, and nothing goes far
				by = rapid.SampledFrom([]By{claimant, {Actor: isnad.ActorOperator}, desk(isnad.RoleReviewer, "first reviewer"), desk(isnad.RoleAdmin, "first admin")}).Draw(t, "who can")
			}
			by.At, by.Author, by.Alone = now, rapid.Bool().Draw(t, "author"), rapid.Bool().Draw(t, "alone")
			a := drawAct(t, r, &c, by)
			a.Time = now
			before := dump(&c)
			listed := slices.Contains(r.Acts(&c, by), a.Kind)
			next, err := r.Apply(c, a, by)
			if dump(&c) != before {
				t.Fatalf("%s changed the case that it was applied to", a.Kind)
			}
			if listed != (err == nil) {
				t.Fatalf("%s in %s: listed %v, error %v", a.Kind, c.State, listed, err)
			}
			if why := r.Refusal(&c, a.Kind, by); (why == "") != listed {
				t.Fatalf("%s in %s: listed %v, refusal %q", a.Kind, c.State, listed, why)
			}
			if err != nil {
				if !errors.Is(err, isnad.ErrRefused) {
					t.Fatalf("%s: an error that is no refusal: %v", a.Kind, err)
				}
				continue
			}
			if a.Kind == isnad.CaseDecide {
				rulings++
			}
			holds(t, &c, &next, now, rulings)
			c = next
			hides(t, &c)
			for _, l := range r.Letters(&c, &c.Acts[len(c.Acts)-1], "https://news.example/cases/secret", true) {
				if l.To != secretMail || l.Subject == "" || strings.ContainsAny(l.Subject, "\r\n") || strings.Contains(l.Text, secretNote) || strings.Contains(l.Text, "first reviewer") {
					t.Fatalf("a letter that must not be sent: %+v", l)
				}
			}
		}
	})
}

// drawAct draws an act that lacks nothing.
func drawAct(t *rapid.T, r Rules, c *isnad.Case, by By) isnad.CaseAct {
	k := rapid.SampledFrom(isnad.CaseActKinds()).Draw(t, "act")
	a := act(k)
	switch k {
	case isnad.CaseNote:
		a.Text = secretNote
	case isnad.CaseAnswer, isnad.CaseAdd, isnad.CaseAsk:
		a.Text = secretAnswer
	case isnad.CaseCarryOut:
		a.Notices = []string{id('n', dump(c))}
	case isnad.CaseDecide:
		a.Ruling = &isnad.Ruling{Decision: isnad.CaseRejected, Reasons: "As " + secretName + " wrote from " + secretMail + "."}
		if effects := append(r.Effects(c, by), ""); rapid.Bool().Draw(t, "upheld") {
			a.Ruling.Decision = rapid.SampledFrom([]isnad.CaseOutcome{isnad.CaseUpheld, isnad.CasePartlyUpheld}).Draw(t, "outcome")
			a.Ruling.Effect = rapid.SampledFrom(effects).Draw(t, "effect")
			if slices.Contains([]isnad.Effect{isnad.EffectCorrection, isnad.EffectClarification, isnad.EffectReply}, a.Ruling.Effect) {
				a.Ruling.Body = "Words to be shown."
			}
		}
	}
	return a
}

// holds checks what an act must leave as it was, and what it must add.
func holds(t *rapid.T, c, next *isnad.Case, now time.Time, rulings int) {
	if len(next.Acts) != len(c.Acts)+1 {
		t.Fatalf("%d acts became %d", len(c.Acts), len(next.Acts))
	}
	was := isnad.Case{Acts: c.Acts}
	kept := isnad.Case{Acts: next.Acts[:len(c.Acts)]}
	if dump(&was) != dump(&kept) {
		t.Fatalf("an earlier act was changed")
	}
	n := 0
	for i, a := range next.Acts {
		if a.Number != i+1 || i > 0 && (a.Time.Before(next.Acts[i-1].Time) || a.From != next.Acts[i-1].State) {
			t.Fatalf("act %d has number %d and follows badly", i+1, a.Number)
		}
		if a.Ruling != nil {
			n++
		}
	}
	last := next.Acts[len(next.Acts)-1]
	switch {
	case n != rulings:
		t.Fatalf("%d rulings of %d are kept", n, rulings)
	case last.State != next.State || last.Actor == "" || last.Actor == isnad.ActorDesk && (last.Person == "" || last.Name == "" || last.Role == ""):
		t.Fatalf("the last act says %+v and the case is %s", last, next.State)
	case (next.Due != c.Due || next.DueFor != c.DueFor) && !next.Due.IsZero() && next.Due.Before(now):
		t.Fatalf("%s at %s: due %s, before the act", last.Kind, now, next.Due)
	case !next.CarryFrom.IsZero() && !next.CarryFrom.Before(next.CarryBy) && !next.CarryBy.Before(now.Add(24*time.Hour)):
		t.Fatalf("to be carried out from %s to %s", next.CarryFrom, next.CarryBy)
	case (next.DueFor == "") != next.Due.IsZero():
		t.Fatalf("%s is due %s", next.DueFor, next.Due)
	case len(next.Notices) < len(c.Notices) || !slices.Equal(next.Notices[:len(c.Notices)], c.Notices):
		t.Fatalf("notices %v became %v", c.Notices, next.Notices)
	case next.State == closed && next.Decision == "":
		t.Fatalf("closed without a decision by %s", last.Kind)
	case next.State == closed && Pending(next) && next.Decision != isnad.CaseWithdrawn:
		t.Fatal("closed before it was carried out")
	case next.Appeals > Default().Appeals:
		t.Fatalf("%d appeals", next.Appeals)
	}
}

// hides checks what others see.
func hides(t *rapid.T, c *isnad.Case) {
	pub := Public(c)
	seen := strings.ToLower(dump(&pub))
	for _, s := range []string{secretMail, secretPhone, secretPostal, secretNote, secretAnswer, secretName, "reviewer", "admin", "example.org/figures"} {
		if strings.Contains(seen, strings.ToLower(s)) {
			t.Fatalf("the register shows %q: %s", s, seen)
		}
	}
	if !upheld(c.Decision) && strings.Contains(seen, "that of the ministry") {
		t.Fatalf("the register shows words of a case that was not upheld: %s", seen)
	}
	if removes(c) && strings.Contains(seen, "words of the passage") {
		t.Fatalf("the register shows the passage that was removed: %s", seen)
	}
	mine := Mine(c)
	seen = dump(&mine)
	for _, s := range []string{secretNote, `"person":`, `"role":`, `"name":"first`, "handler"} {
		if strings.Contains(seen, s) {
			t.Fatalf("the person is shown %q: %s", s, seen)
		}
	}
}

func dump(c *isnad.Case) string {
	doc, err := json.Marshal(c)
	if err != nil {
		panic(err)
	}
	return string(doc)
}
