package pipeline

import (
	"fmt"
	"log/slog"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"isnad"
	"isnad/internal/archive"
	"isnad/internal/store"
)

// Of cases that are written together, one that cannot be written keeps no other
// from it, and numbers have no gap.
func TestOneBadOpeningSpoilsNoOther(t *testing.T) {
	dir := t.TempDir()
	ar, err := archive.Open(filepath.Join(dir, "archive"))
	if err != nil {
		t.Fatal(err)
	}
	st, err := store.Open(t.Context(), filepath.Join(dir, "isnad.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	p := New(st, ar, slog.New(slog.DiscardHandler))
	const n, bad = 40, 17
	var wg sync.WaitGroup
	// A transaction that is held open has them wait for each other.
	hold := make(chan bool)
	wg.Go(func() {
		if err := st.Begin(t.Context(), func(*store.Tx) error { <-hold; return nil }); err != nil {
			t.Error(err)
		}
	})
	results := make([]error, n)
	for i := range n {
		wg.Go(func() {
			c, err := p.Casework.Open(isnad.CaseForm{Kind: isnad.CaseComplaint, About: isnad.MakeID('r', "1"), Text: fmt.Sprint("text ", i)}, now())
			if err != nil {
				t.Error(err)
				return
			}
			c.ID = isnad.MakeID('d', fmt.Sprint(i))
			o := opening{Case: c, keys: store.CaseKeys{Token: isnad.HashOf([]byte(fmt.Sprint(i)))}}
			if i == bad {
				o.keys.Token = ""
			}
			results[i] = p.openings.write(p, &o)
		})
	}
	time.Sleep(50 * time.Millisecond)
	hold <- true
	wg.Wait()
	for i, err := range results {
		if (err != nil) != (i == bad) {
			t.Errorf("case %d: %v", i, err)
		}
	}
	if err := st.Check(t.Context(), func(fault string) { t.Error(fault) }); err != nil {
		t.Fatal(err)
	}
	if cases, _, err := st.Cases(t.Context(), store.CaseQuery{Page: store.Page{Limit: 1000}}); err != nil || len(cases) != n-1 || cases[0].Number != n-1 {
		t.Errorf("%d cases, %v", len(cases), err)
	}
}
