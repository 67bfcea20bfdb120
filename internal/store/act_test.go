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

// reviewed is a store with one report of three claims; the first two are in one incident.
func reviewed(t *testing.T, s *Store) (ReportRef, []isnad.Claim) {
	t.Helper()
	r := outlets(t, s, "a")[0]
	ref := ReportRef{r.ID, 1}
	var claims []isnad.Claim
	for n, killed := range []int{3, 40, 0} {
		c := newClaim(ref, n, fmt.Sprint("shells fell ", n))
		c.Report, c.Version, c.Confidence = ref.ID, ref.Version, 0.5
		c.Killed = &isnad.Range{Min: &killed, Max: &killed}
		claims = append(claims, c)
	}
	claims[2].Event, claims[2].Place = isnad.EventClash, isnad.Where{Name: "Taiz", Country: "YE"}
	begin(t, s, func(tx *Tx) error {
		if _, err := tx.PutClaims(ref, claims, nil, nil); err != nil {
			return err
		}
		return tx.PutIncident(incidentOf(claims[0], claims[1]))
	})
	return ref, claims
}

func putAct(t *testing.T, s *Store, a isnad.Act, refs ...string) isnad.Act {
	t.Helper()
	begin(t, s, func(tx *Tx) (err error) {
		if err := tx.LockActs(false); err != nil {
			return err
		}
		if a.Number, err = tx.NextAct(); err != nil {
			return err
		}
		a.ID = isnad.MakeID('a', fmt.Sprint(a.Number))
		a.Time = time.Date(2024, 3, 5, 10, 0, int(a.Number), 0, time.UTC)
		return tx.PutAct(&a, refs)
	})
	return a
}

func TestActs(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		_, claims := reviewed(t, s)
		var want []string
		for n := range 5 {
			a := putAct(t, s, isnad.Act{Person: fmt.Sprint("u", n%2), Name: "N\x00", Kind: isnad.ActAcceptClaim, About: claims[n%3].ID, Claims: claims[n%3 : n%3+1], Reason: "read \x00 it"})
			want = append(want, a.ID)
		}
		checkClean(t, s)
		var got []string
		for q := (ActQuery{Oldest: true, Page: Page{Limit: 2}}); ; {
			acts, next, err := s.Acts(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			for _, a := range acts {
				got = append(got, a.ID)
			}
			if q.After = next; next == "" {
				break
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("paged: %v, want %v", got, want)
		}
		acts, _, err := s.Acts(t.Context(), ActQuery{Bears: claims[0].ID, Whole: true})
		if err != nil || len(acts) != 2 || acts[0].ID != want[3] || len(acts[0].Claims) != 1 || acts[0].Claims[0].Quote != claims[0].Quote {
			t.Errorf("of a claim: %+v %v", acts, err)
		}
		if acts, _, err := s.Acts(t.Context(), ActQuery{Person: "u1", Kind: isnad.ActAcceptClaim}); err != nil || len(acts) != 2 {
			t.Errorf("of a person: %d %v", len(acts), err)
		}
		if _, err := s.Act(t.Context(), "a0"); !errors.Is(err, isnad.ErrNotFound) {
			t.Errorf("an act that is not there: %v", err)
		}
		if _, _, err := s.Acts(t.Context(), ActQuery{Page: Page{After: "x"}}); !errors.Is(err, ErrQuery) {
			t.Errorf("a mark of nothing: %v", err)
		}
		// What is derived goes, what people did stays.
		if err := s.Clear(t.Context(), StepExtract); err != nil {
			t.Fatal(err)
		}
		if acts, _, err := s.Acts(t.Context(), ActQuery{}); err != nil || len(acts) != 5 {
			t.Errorf("after Clear: %d %v", len(acts), err)
		}
	})
}

// A transaction that fails leaves neither the act nor what follows from it.
func TestActsStandOrNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		_, claims := reviewed(t, s)
		broken := errors.New("broken")
		err := s.Begin(t.Context(), func(tx *Tx) error {
			a := isnad.Act{ID: "a1", Number: 1, Person: "u1", Kind: isnad.ActRejectClaim, About: claims[0].ID, Claims: claims[:1]}
			if err := tx.PutAct(&a, nil); err != nil {
				return err
			}
			if err := tx.PutMembers([]string{claims[0].ID}, nil, map[string]string{claims[0].ID: "i1"}, nil); err != nil {
				return err
			}
			return broken
		})
		if !errors.Is(err, broken) {
			t.Fatal(err)
		}
		begin(t, s, func(tx *Tx) error {
			pins, err := tx.Pins([]string{claims[0].ID}, nil)
			if len(pins) != 0 {
				t.Errorf("pins %v", pins)
			}
			return err
		})
		if acts, _, err := s.Acts(t.Context(), ActQuery{}); err != nil || len(acts) != 0 {
			t.Errorf("%d acts, %v", len(acts), err)
		}
		checkClean(t, s)
	})
}

func TestRevise(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		ref, claims := reviewed(t, s)
		home := incidentOf(claims[0], claims[1]).ID
		begin(t, s, func(tx *Tx) error {
			versions, err := tx.ReviewedOf(ref.ID)
			if err != nil || len(versions) != 1 || len(versions[0].Claims) != 3 || !versions[0].Present {
				return fmt.Errorf("versions %+v: %w", versions, err)
			}
			rows := versions[0].Claims
			rows[0].Review = isnad.Confirmed
			rows[0].Decision = &isnad.Decision{Act: "a1", Name: "One"}
			rows[1].Review = isnad.Rejected
			touched, err := tx.Revise(&versions[0], rows, map[string]bool{rows[1].ID: true})
			if !slices.Equal(touched, []string{home}) {
				t.Errorf("touched %v", touched)
			}
			return err
		})
		a, err := s.Claim(t.Context(), claims[0].ID)
		if err != nil || a.Review != isnad.Confirmed || a.Incident != home || a.Decision.Name != "One" {
			t.Errorf("%+v %v", a, err)
		}
		b, err := s.Claim(t.Context(), claims[1].ID)
		if err != nil || b.Review != isnad.Rejected || b.Incident != "" {
			t.Errorf("%+v %v", b, err)
		}
		begin(t, s, func(tx *Tx) error { // the reading is kept beneath
			versions, err := tx.ReviewedOf(ref.ID)
			if r := versions[0].Claims[0].Reading; r == nil || r.Review != isnad.Suggested || r.Decision != nil {
				t.Errorf("reading %+v", r)
			}
			return err
		})
	})
}

func TestReviewQueue(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		ref, claims := reviewed(t, s)
		for _, c := range []struct {
			name string
			q    QueueQuery
			want string
		}{
			{"those of whom most depends first", QueueQuery{}, "1 0 2"},
			{"by kind", QueueQuery{Event: isnad.EventClash}, "2"},
			{"by country", QueueQuery{Country: "YE"}, "2"},
			{"less sure", QueueQuery{Below: 0.5}, ""},
			{"less sure than a little more", QueueQuery{Below: 0.51}, "1 0 2"},
			{"by state", QueueQuery{Review: isnad.Confirmed}, ""},
			{"of one report", QueueQuery{Report: ref.ID}, "1 0 2"},
			{"of another report", QueueQuery{Report: "r0"}, ""},
			{"in a language", QueueQuery{Language: "tlh"}, ""},
			{"for a decision", QueueQuery{Waits: WaitsDecision}, "1 0 2"},
			{"for a second person", QueueQuery{Waits: WaitsSecond}, ""},
			{"for nothing any more", QueueQuery{Decided: true}, ""},
			{"a page at a time", QueueQuery{Page: Page{Limit: 1}}, "1 0 2"},
		} {
			var got []string
			for {
				list, next, err := s.ReviewQueue(t.Context(), c.q)
				if err != nil {
					t.Fatal(err)
				}
				for _, k := range list {
					got = append(got, fmt.Sprint(slices.IndexFunc(claims, func(x isnad.Claim) bool { return x.ID == k.ID })))
				}
				if c.q.After = next; next == "" {
					break
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("%s: %v, want %s", c.name, got, c.want)
			}
			c.q.Page = Page{}
			if n, err := s.CountQueue(t.Context(), c.q); err != nil || n != len(got) {
				t.Errorf("%s: counted %d, %v", c.name, n, err)
			}
		}
		for i, want := range [][2]string{{claims[1].ID, claims[2].ID}, {"", claims[0].ID}, {claims[0].ID, ""}} {
			before, after, err := s.QueueNear(t.Context(), QueueQuery{Waits: WaitsDecision}, claims[i].ID)
			if err != nil || [2]string{before, after} != want {
				t.Errorf("around claim %d: %s and %s, %v", i, before, after, err)
			}
		}
		if _, _, err := s.QueueNear(t.Context(), QueueQuery{}, "k0"); !errors.Is(err, isnad.ErrNotFound) {
			t.Errorf("around a claim that is not there: %v", err)
		}
		if _, err := s.CountQueue(t.Context(), QueueQuery{Waits: "rain"}); !errors.Is(err, ErrQuery) {
			t.Errorf("waits for rain: %v", err)
		}
		begin(t, s, func(tx *Tx) error { // decided claims wait no more, but those that people should look at again
			claims[0].Review = isnad.Confirmed
			claims[1].Review, claims[1].Decision = isnad.Confirmed, &isnad.Decision{Again: true}
			_, err := tx.PutReviewed(ref, []Reviewed{{claims[0], nil}, {claims[1], nil}}, nil, nil)
			return err
		})
		if list, _, err := s.ReviewQueue(t.Context(), QueueQuery{}); err != nil || len(list) != 1 || list[0].ID != claims[1].ID {
			t.Errorf("decided: %d %v", len(list), err)
		}
		begin(t, s, func(tx *Tx) error {
			claims[0].Decision = &isnad.Decision{Again: true, Waiting: []string{"a1"}}
			_, err := tx.PutReviewed(ref, []Reviewed{{claims[0], nil}, {claims[1], nil}, {claims[2], nil}}, nil, nil)
			return err
		})
		for waits, want := range map[string]int{WaitsDecision: 2, WaitsSecond: 0, WaitsAgain: 1} {
			list, _, err := s.ReviewQueue(t.Context(), QueueQuery{Waits: waits})
			if err != nil || len(list) != 1 || list[0].ID != claims[want].ID {
				t.Errorf("%s: %d %v", waits, len(list), err)
			}
		}
		if n, err := s.CountQueue(t.Context(), QueueQuery{Review: isnad.Confirmed}); err != nil || n != 2 {
			t.Errorf("confirmed: %d %v", n, err)
		}
	})
}

// Check names acts that were tampered with.
func TestCheckActs(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		_, claims := reviewed(t, s)
		for range 3 {
			putAct(t, s, isnad.Act{Person: "u1", Name: "One", Kind: isnad.ActAcceptClaim, About: claims[0].ID, Claims: claims[:1]})
		}
		checkClean(t, s)
		for _, q := range []string{
			"UPDATE acts SET doc = replace(doc, 'One', 'Two') WHERE number = 1",
			"DELETE FROM acts WHERE number = 2",
			"DELETE FROM act_claims WHERE act = 3",
		} {
			if _, err := s.writer.ExecContext(t.Context(), q); err != nil {
				t.Fatal(err)
			}
		}
		var faults []string
		if err := s.Check(t.Context(), func(f string) { faults = append(faults, f) }); err != nil {
			t.Fatal(err)
		}
		all := strings.Join(faults, "\n")
		for _, want := range []string{"not as it was written", "number 2 to 2 are missing", "rests on no claims", "which is not there, has claims"} {
			if !strings.Contains(all, want) {
				t.Errorf("no word of %q in\n%s", want, all)
			}
		}
	})
}

// The last act about an incident and the claims that people assigned are known
// as soon as they are recorded.
func TestLastActAndPinned(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		if last, err := s.LastAct(t.Context(), "i-none"); err != nil || last != "" {
			t.Errorf("of an incident that nobody decided about: %q %v", last, err)
		}
		begin(t, s, func(tx *Tx) error {
			return tx.PutMembers([]string{"k1"}, []string{"i1"}, map[string]string{"k1": "i1"}, map[string]Verdict{"i1": {Doc: `{"last":"a7"}`}, "i2": {GoesTo: "i1", Doc: "{}"}})
		})
		for id, want := range map[string]string{"i1": "a7", "i2": ""} {
			if last, err := s.LastAct(t.Context(), id); err != nil || last != want {
				t.Errorf("%s: %q %v, want %q", id, last, err, want)
			}
		}
		if pins, err := s.Pinned(t.Context(), []string{"k1", "k2"}); err != nil || len(pins) != 1 || pins["k1"] != "i1" {
			t.Errorf("pinned: %v %v", pins, err)
		}
	})
}

// Near gives the incidents named and those that meet a block, those of the
// nearest days first, as many as asked for.
func TestNear(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		w := newWorld(5, 300)
		w.put(t, s)
		one := w.incidents[0]
		d := one.When.From
		b := Block{From: d.AddDays(-200), To: d.AddDays(200)}
		all, err := s.Near(t.Context(), []string{one.ID, "i-none"}, []Block{b}, 1000)
		if err != nil {
			t.Fatal(err)
		}
		ids := map[string]bool{}
		for _, c := range all.Claims {
			ids[c.Incident] = true
		}
		want := 0
		for _, i := range w.incidents {
			in := i.ID == one.ID || !i.When.From.IsZero() && !i.When.To.Before(b.From) && !b.To.Before(i.When.From)
			if in != ids[i.ID] {
				t.Errorf("%s of %s is among them: %v, want %v", i.ID, i.When.From, ids[i.ID], in)
			}
			if in {
				want++
			}
		}
		if want < 10 {
			t.Fatalf("only %d incidents meet the block", want)
		}
		few, err := s.Near(t.Context(), nil, []Block{b}, 2)
		if err != nil {
			t.Fatal(err)
		}
		dist := func(id string) int {
			i := slices.IndexFunc(w.incidents, func(i isnad.Incident) bool { return i.ID == id })
			n := w.incidents[i].When.From.Sub(d)
			return max(n, -n)
		}
		nearest := []int{}
		for id := range ids {
			nearest = append(nearest, dist(id))
		}
		slices.Sort(nearest)
		got, closest := map[string]bool{}, 1000
		for _, c := range few.Claims {
			got[c.Incident] = true
			closest = min(closest, dist(c.Incident))
		}
		if len(got) == 0 || len(got) > 4 || closest != nearest[0] { // two of those with a short time, and of those with a long one
			t.Errorf("%d incidents, the nearest %d days away; asked for two of either kind, want %d days", len(got), closest, nearest[0])
		}
	})
}
