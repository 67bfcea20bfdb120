package pipeline_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"isnad"
	"isnad/internal/store"
)

// Those at the desk who wish it are written to, once an hour at most whatever comes
// in, each thing once, by however many processes; of a case that was given to
// somebody that one alone is told.
func TestTellDesk(t *testing.T) {
	onBothEmpty(t, func(t *testing.T, h house) {
		ctx := t.Context()
		h.work()
		h.keep("https://hill.example/idlib", fmt.Sprintf(strike, "Seven"))
		h.settle()
		report := reportOf(h)
		at := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
		h.Pipeline.Now, h.BaseURL = func() time.Time { return at }, "https://news.example"
		rim := h.person("u00000000000000000001", "Rim", isnad.RoleReviewer)
		omar := h.person("u00000000000000000002", "Omar", isnad.RoleEditor)
		h.person("u00000000000000000003", "Nour", isnad.RoleEditor) // wishes no letters
		for _, x := range []isnad.Person{rim, omar} {
			if err := h.Store.SetMailWish(ctx, x.ID, strings.ToLower(x.Name)+"@news.example", at); err != nil {
				t.Fatal(err)
			}
		}
		tell := func(after time.Duration, want map[string]string) {
			t.Helper()
			at = at.Add(after)
			var wg sync.WaitGroup
			for range 3 {
				wg.Go(func() {
					if err := h.TellDesk(ctx, at); err != nil {
						t.Error(err)
					}
				})
			}
			wg.Wait()
			got := map[string]int{}
			for _, m := range h.letters() {
				if m.Reader != store.MailToDesk {
					continue
				}
				got[m.To]++
				if w, ok := want[m.To]; !ok || !strings.Contains(m.Subject+"\n"+m.Text, w) {
					t.Errorf("to %s: no %q in %s\n%s", m.To, w, m.Subject, m.Text)
				}
				if strings.Contains(m.Text, "Samira") || strings.Contains(m.Text, "street") || m.Stop != "https://news.example/desk/account" {
					t.Errorf("the letter tells of a person: %+v", m)
				}
			}
			for to := range want {
				if got[to] != 1 {
					t.Errorf("%d letters to %s", got[to], to)
				}
			}
		}
		both := func(words string) map[string]string {
			return map[string]string{"rim@news.example": words, "omar@news.example": words}
		}
		tell(time.Hour, nil)
		first, _ := h.open(complaint(report))
		tell(time.Minute, nil) // it may be that others dated before it do not stand yet
		tell(2*time.Minute, both("Case 1 (complaint) came in"))
		at = at.Add(time.Minute)
		for range 60 {
			h.open(complaint(report))
		}
		tell(30*time.Minute, nil)
		tell(30*time.Minute, both("60 things happened"))
		tell(2*time.Hour, nil)

		h.act(first.ID, isnad.CaseAct{Kind: isnad.CaseAssign, To: omar.ID}, desk(rim))
		h.act(first.ID, isnad.CaseAct{Kind: isnad.CaseAdd, Text: "Mill Street."}, claimant)
		tell(3*time.Minute, map[string]string{"omar@news.example": "Case 1 (complaint) was added to"})
		h.act(first.ID, isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseRejected, Reasons: "It is right."}}, desk(omar))
		h.act(first.ID, isnad.CaseAct{Kind: isnad.CaseAppeal, Text: "It is not."}, claimant)
		tell(2*time.Hour, both("Case 1 (complaint) was appealed"))
		tell(7*24*time.Hour, both("is overdue")) // nobody acknowledged the sixty
		if err := h.Store.SetMailWish(ctx, rim.ID, "", at); err != nil {
			t.Fatal(err)
		}
		h.open(complaint(report))
		tell(2*time.Hour, map[string]string{"omar@news.example": "One thing happened"})
		h.whole()
	})
}

// However much happens that is no concern of a person, what is comes through; and a
// letter counts all, also what it does not list.
func TestTellDeskOfMuch(t *testing.T) {
	onBothEmpty(t, func(t *testing.T, h house) {
		ctx := t.Context()
		h.work()
		h.keep("https://hill.example/idlib", fmt.Sprintf(strike, "Seven"))
		h.settle()
		report := reportOf(h)
		at := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
		h.Pipeline.Now = func() time.Time { return at }
		rim, omar := h.person("u00000000000000000001", "Rim", isnad.RoleReviewer), h.person("u00000000000000000002", "Omar", isnad.RoleEditor)
		c, _ := h.open(complaint(report))
		h.act(c.ID, isnad.CaseAct{Kind: isnad.CaseAssign, To: omar.ID}, desk(rim))
		at = at.Add(time.Minute)
		for _, x := range []isnad.Person{rim, omar} {
			if err := h.Store.SetMailWish(ctx, x.ID, strings.ToLower(x.Name)+"@news.example", at); err != nil {
				t.Fatal(err)
			}
		}
		const many = 600
		at = at.Add(time.Minute)
		if err := h.Store.Begin(ctx, func(tx *store.Tx) error {
			for n := range many { // all at one moment
				if err := tx.PutCaseAct(c.ID, &isnad.CaseAct{Number: 3 + n, Time: at, Kind: isnad.CaseAdd, Actor: isnad.ActorClaimant, Text: "More.", From: isnad.CaseReceived, State: isnad.CaseReceived}); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		tell := func(after time.Duration) map[string]string {
			at = at.Add(after)
			if err := h.TellDesk(ctx, at); err != nil {
				t.Fatal(err)
			}
			got := map[string]string{}
			for _, m := range h.letters() {
				if m.Reader == store.MailToDesk {
					got[m.To] += m.Subject + "\n" + m.Text
				}
			}
			return got
		}
		if got := tell(2 * time.Hour); len(got) != 1 || !strings.Contains(got["omar@news.example"], fmt.Sprintf("%d things happened", many)) || !strings.Contains(got["omar@news.example"], "and 550 more") {
			t.Errorf("of a case that is Omar's %q are told", got)
		}
		wishes, err := h.Store.MailWishes(ctx)
		if err != nil || len(wishes) != 2 || wishes[0].Person != rim.ID || !wishes[0].Sent.IsZero() || !wishes[0].Told.After(at.Add(-time.Hour)) {
			t.Errorf("Rim, to whom nothing was to be told, is at %+v: %v", wishes, err)
		}
		h.open(complaint(report))
		if got := tell(2 * time.Hour); len(got) != 2 || !strings.Contains(got["rim@news.example"], "One thing happened") || !strings.Contains(got["omar@news.example"], "One thing happened") {
			t.Errorf("of another case %q are told", got)
		}
	})
}
