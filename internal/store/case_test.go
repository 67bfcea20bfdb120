package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad"
)

// newCase is a made-up case about a report, opened at the minute after noon.
func newCase(n, minute int) isnad.Case {
	at := noon.Add(time.Duration(minute) * time.Minute)
	return isnad.Case{
		ID: fmt.Sprintf("d%020d", n), Kind: isnad.CaseCorrection, State: isnad.CaseReceived, Opened: at, Due: at.Add(48 * time.Hour), DueFor: isnad.CaseAcknowledge,
		About: "r1", Report: "r1", Quote: "five were hurt", Notices: []string{},
		Form: isnad.CaseForm{Kind: isnad.CaseCorrection, About: "r1", Text: "It was Three, not five. قال المكتب", Name: "Samira Haddad", Email: "samira@example.org"},
		Acts: []isnad.CaseAct{{Number: 1, Time: at, Kind: isnad.CaseOpen, Actor: isnad.ActorClaimant, State: isnad.CaseReceived}},
	}
}

func openCase(t testing.TB, s *Store, c *isnad.Case, keys CaseKeys) {
	t.Helper()
	begin(t, s, func(tx *Tx) (err error) {
		if err = tx.LockCases(); err != nil {
			return err
		}
		if c.Number, err = tx.NextCase(); err != nil {
			return err
		}
		return tx.OpenCase(c, keys)
	})
}

func actOnCase(t testing.TB, s *Store, c *isnad.Case, kind isnad.CaseActKind, to isnad.CaseState, change func(*isnad.CaseAct)) {
	t.Helper()
	a := isnad.CaseAct{Number: len(c.Acts) + 1, Time: noon.Add(time.Hour), Kind: kind, Actor: isnad.ActorDesk, Person: "u1", From: c.State, State: to}
	if change != nil {
		change(&a)
	}
	c.State = to
	c.Acts = append(c.Acts, a)
	begin(t, s, func(tx *Tx) error {
		if err := tx.PutCase(c); err != nil {
			return err
		}
		return tx.PutCaseAct(c.ID, &a)
	})
}

// A case is as it was put, with all its acts, by its ID and by each of its secret
// addresses; what is derived may be cleared without it.
func TestCase(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		ctx := t.Context()
		c := newCase(1, 0)
		token, once := isnad.HashOf([]byte("token")), isnad.HashOf([]byte("form"))
		openCase(t, s, &c, CaseKeys{Token: token, Secret: "token", Once: once})
		actOnCase(t, s, &c, isnad.CaseTakeUp, isnad.CaseInReview, nil)
		actOnCase(t, s, &c, isnad.CaseDecide, isnad.CaseDecided, func(a *isnad.CaseAct) {
			a.Ruling = &isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "The statement says three.\x00"}
			c.Decision, c.Reasons, c.Decided, c.Ruling = isnad.CaseUpheld, a.Ruling.Reasons, a.Time, a.Ruling
		})
		second := isnad.HashOf([]byte("second token"))
		begin(t, s, func(tx *Tx) error { return tx.AddCaseToken(c.ID, second) })
		if err := s.Clear(ctx, StepExtract); err != nil {
			t.Fatal(err)
		}
		for _, h := range []isnad.Hash{token, second} {
			got := must[isnad.Case](t)(s.CaseOf(ctx, h))
			if got.ID != c.ID || len(got.Acts) != 3 || got.Acts[2].Ruling == nil || got.Form.Email != c.Form.Email || got.State != isnad.CaseDecided {
				t.Errorf("%+v", got)
			}
		}
		if got := must[isnad.Case](t)(s.Case(ctx, c.ID)); !got.Opened.Equal(c.Opened) || got.Number != 1 || got.Acts[2].Ruling.Reasons != c.Reasons {
			t.Errorf("%+v", got)
		}
		for _, h := range []isnad.Hash{"", "token", isnad.HashOf([]byte("guess"))} {
			if _, err := s.CaseOf(ctx, h); !errors.Is(err, isnad.ErrNotFound) {
				t.Errorf("address %q: %v", h, err)
			}
		}
		begin(t, s, func(tx *Tx) error {
			if got, err := tx.CaseSecret(c.ID); err != nil || got != "token" {
				t.Errorf("secret %q %v", got, err)
			}
			for _, q := range []struct {
				once  isnad.Hash
				since time.Time
				want  string
			}{{once, noon, c.ID}, {once, noon.Add(time.Second), ""}, {isnad.HashOf([]byte("other")), noon, ""}, {"", noon, ""}} {
				if got, err := tx.CasesOnce([]isnad.Hash{q.once}, q.since); err != nil || got[q.once] != q.want {
					t.Errorf("once %s since %s: %q %v", q.once, q.since, got, err)
				}
			}
			return nil
		})
		checkClean(t, s)
	})
}

// An act stands under its number once; a second one of that number is an error and
// nothing of its transaction stays.
func TestCaseActsAreOnlyAdded(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		c := newCase(1, 0)
		openCase(t, s, &c, CaseKeys{Token: isnad.HashOf([]byte("a"))})
		err := s.Begin(t.Context(), func(tx *Tx) error {
			c.State = isnad.CaseClosed
			if err := tx.PutCase(&c); err != nil {
				return err
			}
			return tx.PutCaseAct(c.ID, &isnad.CaseAct{Number: 1, Kind: isnad.CaseClose})
		})
		if err == nil {
			t.Error("an act was written over")
		}
		// Blotting out words is no new act, and may change nothing but the words.
		act := c.Acts[0]
		act.Text, act.Erased = "", "n1"
		begin(t, s, func(tx *Tx) error { return tx.RewriteCaseAct(c.ID, &act) })
		act.Kind = isnad.CaseDecide
		if err := s.Begin(t.Context(), func(tx *Tx) error { return tx.RewriteCaseAct(c.ID, &act) }); !errors.Is(err, isnad.ErrNotFound) {
			t.Errorf("an act became another: %v", err)
		}
		got := must[isnad.Case](t)(s.Case(t.Context(), c.ID))
		if got.State != isnad.CaseReceived || len(got.Acts) != 1 || got.Acts[0].Erased != "n1" {
			t.Errorf("%+v", got)
		}
		if err := s.Begin(t.Context(), func(tx *Tx) error { return tx.PutCase(&isnad.Case{ID: "d9"}) }); !errors.Is(err, isnad.ErrNotFound) {
			t.Errorf("a case that was never opened: %v", err)
		}
		checkClean(t, s)
	})
}

// Each filter finds what it should, in each order, page by page, each case once.
func TestCases(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		ctx := t.Context()
		for n := 1; n <= 7; n++ {
			c := newCase(n, n)
			c.About = fmt.Sprintf("k%d", n%2)
			switch n {
			case 2:
				c.Kind, c.Form.Kind, c.Form.Name, c.Form.Work = isnad.CaseCopyright, isnad.CaseCopyright, "Orchard Pictures", "A film, 100% our_own"
			case 3:
				c.Due, c.DueFor = time.Time{}, ""
			case 5:
				c.Due = noon
				c.Report = "r2"
			}
			openCase(t, s, &c, CaseKeys{Token: isnad.HashOf([]byte(c.ID))})
			if n == 4 {
				c.Decision, c.Decided, c.Due = isnad.CaseRejected, noon.Add(time.Hour), time.Time{}
				actOnCase(t, s, &c, isnad.CaseDecide, isnad.CaseClosed, func(a *isnad.CaseAct) { a.Ruling = &isnad.Ruling{Decision: isnad.CaseRejected} })
			}
			if n == 6 {
				c.Handler = "u7"
				actOnCase(t, s, &c, isnad.CaseTakeUp, isnad.CaseInReview, nil)
			}
		}
		for name, q := range map[string]struct {
			q    CaseQuery
			want string
		}{
			"newest":      {CaseQuery{}, "7 6 5 4 3 2 1"},
			"oldest":      {CaseQuery{Order: CasesOldest}, "1 2 3 4 5 6 7"},
			"due first":   {CaseQuery{Order: CasesDue}, "5 1 2 6 7 3 4"},
			"ruled":       {CaseQuery{Order: CasesRuled}, "4"},
			"open":        {CaseQuery{Open: true}, "7 6 5 3 2 1"},
			"kind":        {CaseQuery{Kind: isnad.CaseCopyright}, "2"},
			"state":       {CaseQuery{State: isnad.CaseInReview}, "6"},
			"overdue":     {CaseQuery{DueBefore: noon.Add(time.Minute)}, "5"},
			"handler":     {CaseQuery{Handler: "u7"}, "6"},
			"nobody's":    {CaseQuery{Handler: "-"}, "7 5 4 3 2 1"},
			"report":      {CaseQuery{Report: "r2"}, "5"},
			"about":       {CaseQuery{About: "k0"}, "6 4 2"},
			"rejected":    {CaseQuery{Decision: isnad.CaseRejected}, "4"},
			"opened":      {CaseQuery{From: noon.Add(2 * time.Minute), To: noon.Add(4 * time.Minute)}, "3 2"},
			"ruled then":  {CaseQuery{Ruled: [2]time.Time{noon, noon.Add(2 * time.Hour)}}, "4"},
			"ruled never": {CaseQuery{Ruled: [2]time.Time{{}, noon}}, ""},
			"name":        {CaseQuery{Text: "ORCHARD pict"}, "2"},
			"e-mail":      {CaseQuery{Text: "samira@example.org", Kind: isnad.CaseCopyright}, "2"},
			"Arabic":      {CaseQuery{Text: "المكتب", Report: "r2"}, "5"},
			"ID":          {CaseQuery{Text: fmt.Sprintf("d%020d", 3)}, "3"},
			"no pattern":  {CaseQuery{Text: "%_\\'"}, "7 6 5 4 3 2 1"}, // no word is left to look for
			"none":        {CaseQuery{Text: "meteor"}, ""},
		} {
			for _, limit := range []int{0, 2} {
				var got []string
				q.q.Page = Page{Limit: limit}
				for {
					cases, next, err := s.Cases(ctx, q.q)
					if err != nil {
						t.Fatalf("%s: %v", name, err)
					}
					for _, c := range cases {
						got = append(got, fmt.Sprint(c.Number))
						if len(c.Acts) > 0 {
							t.Errorf("%s: acts are listed", name)
						}
					}
					if q.q.After = next; next == "" {
						break
					}
				}
				if strings.Join(got, " ") != q.want {
					t.Errorf("%s, %d a page: %v, want %s", name, limit, got, q.want)
				}
			}
		}
		for _, q := range []CaseQuery{{Order: "sideways"}, {Page: Page{After: "x"}}} {
			if _, _, err := s.Cases(ctx, q); !errors.Is(err, ErrQuery) {
				t.Errorf("%+v: %v", q, err)
			}
		}
		counts := must[[]CaseCount](t)(s.CaseCounts(ctx, noon.Add(time.Minute)))
		if !slices.Contains(counts, CaseCount{isnad.CaseCorrection, isnad.CaseReceived, 4, 1}) || !slices.Contains(counts, CaseCount{isnad.CaseCopyright, isnad.CaseReceived, 1, 0}) {
			t.Errorf("%+v", counts)
		}
		begin(t, s, func(tx *Tx) error {
			about, err := tx.CasesAbout([]string{"k0", "r2"})
			if err == nil && (len(about) != 4 || about[1].Number != 4 || len(about[1].Acts) != 2) {
				t.Errorf("about: %+v", about)
			}
			return err
		})
		checkClean(t, s)
	})
}

// Notices say what holds of a report: a restoration ends one notice, once, and
// what was destroyed stays destroyed.
func TestNotices(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		ctx := t.Context()
		c := newCase(1, 0)
		openCase(t, s, &c, CaseKeys{Token: isnad.HashOf([]byte("a"))})
		put := func(kind isnad.NoticeKind, report string, change func(*isnad.Notice)) (n isnad.Notice, err error) {
			err = s.Begin(ctx, func(tx *Tx) error {
				if err := tx.LockCases(); err != nil {
					return err
				}
				number, err := tx.NextNotice()
				if err != nil {
					return err
				}
				n = isnad.Notice{ID: isnad.MakeID('n', c.ID, fmt.Sprint(number), report), Number: number, Kind: kind, Report: report, Text: "Told.", Issued: noon, Case: c.ID, Act: 1}
				if change != nil {
					change(&n)
				}
				return tx.PutNotice(&n)
			})
			return n, err
		}
		standing := func(report string) isnad.Standing {
			t.Helper()
			all := must[map[string]isnad.Standing](t)(s.Standings(ctx, []string{report, "r9"}))
			if _, ok := all["r9"]; ok {
				t.Error("a report that no notice speaks of has a standing")
			}
			return all[report]
		}
		retraction := must[isnad.Notice](t)(put(isnad.NoticeRetraction, "r1", nil))
		removal := must[isnad.Notice](t)(put(isnad.NoticeRemoval, "r1", func(n *isnad.Notice) { n.Legal = true }))
		correction := must[isnad.Notice](t)(put(isnad.NoticeCorrection, "r2", nil))
		if st := standing("r1"); st.Retracted != retraction.ID || st.Removed != removal.ID || !st.Legal || st.Erased || len(st.Notices) != 2 {
			t.Errorf("%+v", st)
		}
		restoration := must[isnad.Notice](t)(put(isnad.NoticeRestoration, "r1", func(n *isnad.Notice) { n.Of = removal.ID }))
		if st := standing("r1"); st.Removed != "" || st.Legal || st.Retracted != retraction.ID {
			t.Errorf("after the restoration: %+v", st)
		}
		if n := must[isnad.Notice](t)(s.Notice(ctx, removal.ID)); n.Undone != restoration.ID {
			t.Errorf("the removal does not say who ended it: %+v", n)
		}
		if _, err := put(isnad.NoticeRestoration, "r1", func(n *isnad.Notice) { n.Of = removal.ID }); !errors.Is(err, isnad.ErrRefused) {
			t.Errorf("ended twice: %v", err)
		}
		if _, err := put(isnad.NoticeRestoration, "r1", func(n *isnad.Notice) { n.Of = "n0" }); !errors.Is(err, isnad.ErrNotFound) {
			t.Errorf("ended what was never issued: %v", err)
		}
		again := must[isnad.Notice](t)(put(isnad.NoticeRemoval, "r1", func(n *isnad.Notice) { n.Erased, n.Title = true, "A name" }))
		begin(t, s, func(tx *Tx) error {
			if err := tx.NoticeVersion(correction.ID, 2); err != nil {
				return err
			}
			again.Title = ""
			return errors.Join(tx.RewriteNotice(&again), tx.EraseEntries(again.ID))
		})
		if st := standing("r1"); st.Removed != again.ID || !st.Erased || st.Legal || st.Notices[3].Title != "" {
			t.Errorf("removed again: %+v", st)
		}
		if n := must[isnad.Notice](t)(s.Notice(ctx, correction.ID)); n.To != 2 {
			t.Errorf("%+v", n)
		}
		if _, err := s.Notice(ctx, "n0"); !errors.Is(err, isnad.ErrNotFound) {
			t.Error(err)
		}
		for name, q := range map[string]struct {
			q    NoticeQuery
			want []int64
		}{
			"newest": {NoticeQuery{}, []int64{5, 4, 3, 2, 1}}, "oldest": {NoticeQuery{Oldest: true, Page: Page{Limit: 2}}, []int64{1, 2}},
			"report": {NoticeQuery{Report: "r2"}, []int64{3}}, "kind": {NoticeQuery{Kind: isnad.NoticeRemoval}, []int64{5, 2}}, "case": {NoticeQuery{Case: "d0"}, nil},
		} {
			notices, _, err := s.Notices(ctx, q.q)
			var got []int64
			for _, n := range notices {
				got = append(got, n.Number)
			}
			if err != nil || !slices.Equal(got, q.want) {
				t.Errorf("%s: %v %v", name, got, err)
			}
		}
		checkClean(t, s)
	})
}

// One altered byte of a case, an act or a notice is found, and so is a row that is gone.
func TestCheckCases(t *testing.T) {
	for what, q := range map[string]struct{ sql, fault string }{
		"reasons":     {`UPDATE cases SET doc = replace(doc, 'Three', 'Thirty')`, "is not as it was written"},
		"state":       {`UPDATE cases SET state = 'closed'`, "is listed otherwise than it reads"},
		"act":         {`UPDATE case_acts SET doc = replace(doc, 'We look', 'We Look') WHERE number = 2`, "act 2 of case d00000000000000000001 is not as it was written"},
		"last act":    {`DELETE FROM case_acts WHERE number = 2`, "its last act left it received"},
		"first act":   {`DELETE FROM case_acts WHERE number = 1`, "act 1 of case d00000000000000000001 is missing"},
		"case":        {`DELETE FROM cases`, "which is not there, has acts"},
		"notice":      {`UPDATE notices SET doc = replace(doc, 'Told', 'Sold')`, "is not as it was written"},
		"notice gone": {`UPDATE notices SET number = 2`, "notices from number 1 to 1 are missing"},
		"no act":      {`UPDATE notices SET act = 7`, "was issued by an act that is not there"},
		"undone":      {`UPDATE notices SET undone = 'n7'`, "was ended by a restoration that is not there"},
	} {
		t.Run(what, func(t *testing.T) {
			s := openTest(t, sqliteDSN(t))
			c := newCase(1, 0)
			openCase(t, s, &c, CaseKeys{Token: isnad.HashOf([]byte("a"))})
			actOnCase(t, s, &c, isnad.CaseTakeUp, isnad.CaseInReview, func(a *isnad.CaseAct) { a.Text = "We look at it." })
			begin(t, s, func(tx *Tx) error {
				return tx.PutNotice(&isnad.Notice{ID: "n1", Number: 1, Kind: isnad.NoticeReply, Report: "r1", Text: "Told.", Issued: noon, Case: c.ID, Act: 2})
			})
			checkClean(t, s)
			if _, err := s.writer.Exec(q.sql); err != nil {
				t.Fatal(err)
			}
			if got := faults(t, s); !slices.ContainsFunc(got, func(f string) bool { return strings.Contains(f, q.fault) }) {
				t.Errorf("faults %q", got)
			}
		})
	}
}

// Whoever changes a form, a decision or a notice together with its checksum is
// found by what was entered for the log.
func TestTheLogKnowsCases(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		c := newCase(1, 0)
		openCase(t, s, &c, CaseKeys{Token: isnad.HashOf([]byte("a"))})
		actOnCase(t, s, &c, isnad.CaseDecide, isnad.CaseDecided, func(a *isnad.CaseAct) {
			a.Ruling = &isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "So.", Effect: isnad.EffectReply}
			c.Ruling, c.Decision, c.Decided = a.Ruling, isnad.CaseUpheld, a.Time
		})
		n := isnad.Notice{ID: isnad.MakeID('n', "1"), Number: 1, Kind: isnad.NoticeReply, Report: "r1", Text: "Told.", Issued: noon, Case: c.ID, Act: 3}
		actOnCase(t, s, &c, isnad.CaseCarryOut, isnad.CaseCarriedOut, func(a *isnad.CaseAct) { a.Notices = []string{n.ID} })
		begin(t, s, func(tx *Tx) error { return tx.PutNotice(&n) })
		// Evidence that is captured later changes nothing that was entered.
		c.Form.Evidence = []isnad.Evidence{{Address: "https://ministry.example/", Capture: "c1"}}
		begin(t, s, func(tx *Tx) error { return tx.PutCase(&c) })
		checkClean(t, s)
		forged := c
		forged.Form.Text = "It was four."
		ruling := *c.Acts[1].Ruling
		ruling.Reasons = "So not."
		act := c.Acts[1]
		act.Ruling = &ruling
		carried := c.Acts[2]
		carried.Notices = nil
		notice := n
		notice.Text = "Sold."
		begin(t, s, func(tx *Tx) error {
			return errors.Join(tx.PutCase(&forged), tx.RewriteCaseAct(c.ID, &act), tx.RewriteCaseAct(c.ID, &carried), tx.RewriteNotice(&notice))
		})
		got := faults(t, s)
		want := []string{"case " + c.ID + " is not as the log has it", "notice " + n.ID + " is not as the log has it"}
		for _, w := range append(want, "the decision of case "+c.ID+" or its carrying-out is not as the log has it") {
			if !slices.Contains(got, w) {
				t.Errorf("faults %q, want %q", got, w)
			}
		}
		// An erasure takes the words and what the entries say of them.
		begin(t, s, func(tx *Tx) error { return tx.EraseEntries(c.ID, n.ID) })
		checkClean(t, s)
	})
}
