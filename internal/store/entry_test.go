package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"isnad"
)

func TestEnter(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		var got []isnad.Entry
		begin(t, s, func(tx *Tx) (err error) {
			if err := tx.Enter(isnad.EntryCase, "d1", map[string]any{"z": 1 << 60, "a": "<ü>"}); err != nil {
				return err
			}
			if err := tx.Enter(isnad.EntryDecision, "d1", struct {
				Act int `json:"act"`
			}{2}); err != nil {
				return err
			}
			got, err = tx.EntriesOf("d1")
			return err
		})
		if len(got) != 2 || got[0].Statement != `{"a":"<ü>","z":1152921504606846976}` || got[1].Statement != `{"act":2}` {
			t.Fatalf("entries %+v", got)
		}
		for _, e := range got {
			if e.Index != -1 || len(e.Salt) != 32 || e.Digest != isnad.HashOf(append(e.Salt, e.Statement...)) {
				t.Errorf("entry %+v: its digest is not that of salt and statement", e)
			}
		}
		if string(got[0].Salt) == string(got[1].Salt) {
			t.Error("two entries share a salt")
		}
		failed := errors.New("on purpose")
		if err := s.Begin(t.Context(), func(tx *Tx) error {
			return errors.Join(tx.Enter(isnad.EntryCase, "d2", 1), failed)
		}); !errors.Is(err, failed) {
			t.Fatal(err)
		}
		begin(t, s, func(tx *Tx) (err error) {
			if got, err = tx.EntriesOf("d2"); len(got) > 0 {
				t.Errorf("an entry of a transaction that failed stands: %+v", got)
			}
			return err
		})
		begin(t, s, func(tx *Tx) error { return tx.EraseEntries("d1", "d9") })
		begin(t, s, func(tx *Tx) (err error) {
			got, err = tx.EntriesOf("d1")
			return err
		})
		if len(got) != 3 || got[2].Kind != isnad.EntryForgetting {
			t.Fatalf("after an erasure: %+v", got)
		}
		for _, e := range got[:2] {
			if e.Salt != nil || e.Statement != "" || !e.Digest.Valid() || !strings.Contains(got[2].Statement, string(e.Digest)) {
				t.Errorf("after an erasure: %+v, told of by %s", e, got[2].Statement)
			}
		}
		for name, err := range map[string]error{
			"kind":      s.Begin(t.Context(), func(tx *Tx) error { return tx.Enter("gossip", "d1", 1) }),
			"about":     s.Begin(t.Context(), func(tx *Tx) error { return tx.Enter(isnad.EntryCase, "", 1) }),
			"statement": s.Begin(t.Context(), func(tx *Tx) error { return tx.Enter(isnad.EntryCase, "d1", make(chan int)) }),
			"size":      s.Begin(t.Context(), func(tx *Tx) error { return tx.Enter(isnad.EntryCase, "d1", make([]byte, 1<<17)) }),
		} {
			if err == nil {
				t.Errorf("%s: no error", name)
			}
		}
	})
}

// statements are what the entries about an ID say, oldest first.
func statements(t *testing.T, s *Store, about ...string) []string {
	t.Helper()
	var out []string
	for _, e := range must[[]isnad.Entry](t)(s.EntriesOf(t.Context(), about...)) {
		out = append(out, e.Statement)
	}
	return out
}

// place gives places to all that waits, a few at a time.
func place(t *testing.T, s *Store) {
	t.Helper()
	for {
		if n := must[int64](t)(s.PlaceEntries(t.Context(), 3)); n == 0 {
			return
		}
	}
}

func TestWhatIsEntered(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		c := newCapture("a", 0)
		for range 2 { // the second time nothing happens
			if _, _, err := s.AddCapture(t.Context(), c); err != nil {
				t.Fatal(err)
			}
		}
		if got := statements(t, s, c.ID); len(got) != 1 || !strings.Contains(got[0], string(c.SHA256)) {
			t.Fatalf("entries of a capture: %q", got)
		}
		r := newReport(c, "k", "Title", "Some words.")
		putReport := func(r isnad.Report) {
			begin(t, s, func(tx *Tx) error {
				_, err := tx.PutReports([]isnad.Report{r})
				return err
			})
		}
		putReport(r)
		putReport(r) // read again, with the same words
		one := fmt.Sprintf(`{"capture":%q,"report":%q,"text_sha256":%q,"title_sha256":%q,"version":1}`, c.ID, r.ID, isnad.HashOf([]byte("Some words.")), isnad.HashOf([]byte("Title")))
		if got := statements(t, s, r.ID); !slices.Equal(got, []string{one}) {
			t.Fatalf("entries of a report: %q, want %q", got, one)
		}
		if err := s.Clear(t.Context(), StepExtract); err != nil {
			t.Fatal(err)
		}
		putReport(r)
		if got := statements(t, s, r.ID); len(got) != 1 {
			t.Errorf("a version read again after Clear is entered again: %q", got)
		}
		r.Text = "Other words."
		putReport(r) // newer rules read other words out of the same bytes
		if got := statements(t, s, r.ID); len(got) != 2 || !strings.Contains(got[1], string(isnad.HashOf([]byte("Other words.")))) {
			t.Errorf("entries after other words were read: %q", got)
		}
		checkClean(t, s)
	})
}

// Places go to the waiting entries in the order of writing, without gap or double,
// and stay.
func TestPlaces(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		enter := func(n int) {
			begin(t, s, func(tx *Tx) error {
				for i := range n {
					if err := tx.Enter(isnad.EntryCase, "d1", i); err != nil {
						return err
					}
				}
				return nil
			})
		}
		enter(7)
		place(t, s)
		before := must[[]isnad.Entry](t)(s.EntriesFrom(t.Context(), 0, 100))
		enter(4)
		if n := must[LogCounts](t)(s.LogCounts(t.Context())); n != (LogCounts{7, 4}) {
			t.Errorf("counts %+v", n)
		}
		place(t, s)
		all := must[[]isnad.Entry](t)(s.EntriesFrom(t.Context(), 0, 100))
		if len(all) != 11 || !cmp.Equal(all[:7], before) {
			t.Fatalf("entries %+v, before %+v", all, before)
		}
		for i, e := range all {
			if e.Index != int64(i) || e.Statement != fmt.Sprint(i%7) {
				t.Errorf("entry %d: %+v", i, e)
			}
		}
		if rest := must[[]isnad.Entry](t)(s.EntriesFrom(t.Context(), 9, 100)); len(rest) != 2 {
			t.Errorf("from 9 on: %+v", rest)
		}
		checkClean(t, s)
	})
}

// What was there before the log is entered once.
func TestEnterMissing(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		ref, claims := reviewed(t, s)
		putAct(t, s, isnad.Act{Person: "u", Kind: isnad.ActAcceptClaim, About: claims[0].ID, Claims: claims[:1], Reason: "read"})
		want := statements(t, s, ref.ID, isnad.MakeID('a', "1"))
		begin(t, s, func(tx *Tx) error {
			_, err := tx.exec("DELETE FROM entries")
			return err
		})
		checkClean(t, s)
		if err := s.SetLogVerifier(t.Context(), "x"); err != nil {
			t.Fatal(err)
		}
		if got := faults(t, s); len(got) != 3 {
			t.Errorf("a capture, a version and an act that are not in the log: %q", got)
		}
		if n := must[int](t)(s.EnterMissing(t.Context())); n != 3 {
			t.Errorf("%d were entered, want 3", n)
		}
		if n := must[int](t)(s.EnterMissing(t.Context())); n != 0 {
			t.Errorf("%d were entered again", n)
		}
		if got := statements(t, s, ref.ID, isnad.MakeID('a', "1")); !slices.Equal(got, want) {
			t.Errorf("entered later %q, at once %q", got, want)
		}
		checkClean(t, s)
	})
}

// Whoever can write the database can mend its checksums too. The log is what they
// cannot mend, and here is what is held against it.
func TestCheckEntries(t *testing.T) {
	spoils := map[string]string{
		"text":      "UPDATE versions SET text = 'Nobody was killed.'",
		"title":     "UPDATE versions SET title = 'Nothing'",
		"capture":   "UPDATE captures SET doc = replace(doc, '.example', '.invalid')",
		"act":       "UPDATE acts SET doc = replace(doc, 'read', 'dear')",
		"act claim": "UPDATE act_claims SET doc = replace(doc, 'shells', 'bombs')",
		"statement": "UPDATE entries SET statement = replace(statement, '1', '2') WHERE kind = 'version'",
		"salt":      "UPDATE entries SET salt = replace(salt, substr(salt, 1, 1), 'x')",
		"half":      "UPDATE entries SET salt = ''",
		"gone":      "DELETE FROM entries WHERE place = 1",
		"quiet":     "UPDATE entries SET salt = '', statement = '' WHERE kind = 'capture'",
		"blank":     "UPDATE entries SET salt = '', statement = ''",
	}
	tables := []string{"versions", "captures", "acts", "act_claims", "entries"}
	onBoth(t, func(t *testing.T, s *Store) {
		_, claims := reviewed(t, s)
		putAct(t, s, isnad.Act{Person: "u", Kind: isnad.ActAcceptClaim, About: claims[0].ID, Claims: claims[:1], Reason: "read"})
		if err := s.SetLogVerifier(t.Context(), "x"); err != nil {
			t.Fatal(err)
		}
		place(t, s)
		run := func(statements ...string) {
			begin(t, s, func(tx *Tx) error {
				for _, q := range statements {
					if n, err := tx.exec(q); err != nil || n == 0 && strings.HasPrefix(q, "UPDATE") {
						return fmt.Errorf("%s changed %d rows: %w", q, n, err)
					}
				}
				return nil
			})
		}
		for _, table := range tables {
			run("CREATE TABLE good_" + table + " AS SELECT * FROM " + table)
		}
		for name, spoil := range spoils {
			checkClean(t, s)
			run(spoil)
			if got := faults(t, s); !slices.ContainsFunc(got, func(f string) bool { return strings.Contains(f, "log") }) {
				t.Errorf("%s: nothing that the log knows better: %q", name, got)
			}
			for _, table := range tables {
				run("DELETE FROM "+table, "INSERT INTO "+table+" SELECT * FROM good_"+table)
			}
		}
	})
}

// An entry may be empty only where a later one says that it was forgotten. So who
// alters an act, a case, a decision or a notice and empties what the log's entry
// says of it is found out by that.
func TestEmptiedEntryIsNamed(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		_, claims := reviewed(t, s)
		act := putAct(t, s, isnad.Act{Person: "u", Kind: isnad.ActAcceptClaim, About: claims[0].ID, Claims: claims[:1], Reason: "read"})
		begin(t, s, func(tx *Tx) error {
			for _, kind := range isnad.EntryKinds() {
				if kind == isnad.EntryForgetting || kind == isnad.EntryAdoption {
					continue
				}
				if err := tx.Enter(kind, "x-"+string(kind), map[string]string{"of": string(kind)}); err != nil {
					return err
				}
			}
			return nil
		})
		if err := s.SetLogVerifier(t.Context(), "x"); err != nil {
			t.Fatal(err)
		}
		place(t, s)
		checkClean(t, s)
		run := func(q string) {
			begin(t, s, func(tx *Tx) error {
				if n, err := tx.exec(q); err != nil || n == 0 && strings.HasPrefix(q, "UPDATE") {
					return fmt.Errorf("%s changed %d rows: %w", q, n, err)
				}
				return nil
			})
		}
		named := func(kind isnad.EntryKind, about string) {
			t.Helper()
			want := fmt.Sprintf("(%s) about %s was emptied", kind, about)
			if got := faults(t, s); len(got) != 1 || !strings.Contains(got[0], want) {
				t.Errorf("%s emptied in the database: %q", kind, got)
			}
		}
		run("CREATE TABLE good AS SELECT * FROM entries")
		restore := func() { run("DELETE FROM entries"); run("INSERT INTO entries SELECT * FROM good") }
		for _, kind := range isnad.EntryKinds() {
			if kind == isnad.EntryForgetting || kind == isnad.EntryAdoption {
				continue
			}
			run("UPDATE entries SET salt = '', statement = '' WHERE about = 'x-" + string(kind) + "'")
			named(kind, "x-"+string(kind))
			restore()
		}
		// The act altered and its entry emptied: nothing but the entry tells.
		run("UPDATE entries SET salt = '', statement = '' WHERE about = '" + act.ID + "'")
		named(isnad.EntryAct, act.ID)
		restore()

		// What is forgotten as it should be agrees, and stays so when it is forgotten again.
		begin(t, s, func(tx *Tx) error { return tx.EraseEntries("x-notice", "x-decision") })
		begin(t, s, func(tx *Tx) error { return tx.EraseEntries("x-notice", "x-case") })
		place(t, s)
		checkClean(t, s)
		es := must[[]isnad.Entry](t)(s.EntriesOf(t.Context(), "x-notice", "x-decision"))
		kinds := map[isnad.EntryKind]int{}
		for _, e := range es {
			kinds[e.Kind]++
			if e.Kind == isnad.EntryForgetting == (e.Statement == "") {
				t.Errorf("entry %s says %q", e.Kind, e.Statement)
			}
		}
		if kinds[isnad.EntryForgetting] != 1 {
			t.Errorf("entries about what was forgotten together: %v", kinds)
		}
		// An entry that was written after the one that names it is not covered by it.
		run("UPDATE entries SET seq = seq + 1000 WHERE about = 'x-notice' AND statement = ''")
		named(isnad.EntryNotice, "x-notice")
	})
}
