package store

import (
	"errors"
	"testing"

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
		for _, e := range got {
			if e.Salt != nil || e.Statement != "" || !e.Digest.Valid() {
				t.Errorf("after an erasure: %+v", e)
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
