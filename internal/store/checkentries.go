package store

import (
	"database/sql"
	"fmt"
	"slices"

	"isnad"
)

// entries checks what is to stand in the log against itself and against what it
// vouches for. That it does stand there is not seen from here: see package pipeline.
func (k checker) entries() error {
	var n, next int64
	if _, err := k.one("SELECT count(place), coalesce(max(place), -1) + 1 FROM entries", nil, &n, &next); err != nil {
		return err
	}
	if n != next {
		k.faultf("log: %d of the entries 0 to %d are not in the database", next-n, next-1)
	}
	may, err := k.emptied()
	if err != nil {
		return err
	}
	err = k.each(func(row *sql.Rows) error {
		var seq int64
		e, err := scanEntry(row, &seq)
		switch {
		case err != nil && e.Kind == "":
			return err
		case err != nil:
			k.faultf("log: %v", err)
		case (len(e.Salt) == 0) != (e.Statement == ""):
			k.faultf("log: entry %s about %s is half erased", placeName(&e), e.About)
		case e.Statement == "" && !may.holds(&e, seq):
			k.faultf("log: entry %s (%s) about %s was emptied, and no later entry says why", placeName(&e), e.Kind, e.About)
		case e.Statement != "" && digestOf(e.Salt, e.Statement) != e.Digest:
			k.faultf("log: entry %s about %s does not say what its digest was made from", placeName(&e), e.About)
		}
		return nil
	}, "SELECT "+entryColumns+", e.seq FROM entries e ORDER BY e.seq")
	if err != nil {
		return err
	}
	for _, part := range []func(begun bool) error{k.enteredCaptures, k.enteredVersions, k.enteredActs, k.enteredCases} {
		var verifier string
		begun, err := k.one("SELECT verifier FROM logs", nil, &verifier)
		if err == nil {
			err = part(begun)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// emptied is which entries may be without what they say, because later ones say so.
type emptied struct {
	by      map[isnad.Hash]int64 // digest → seq of the last entry that names it
	adopted []adopted
}

// emptied reads the entries that name others. Those are not to be believed which
// do not say what their digest was made from; they are named by who reads them all.
func (k checker) emptied() (emptied, error) {
	out := emptied{by: map[isnad.Hash]int64{}}
	err := k.each(func(row *sql.Rows) error {
		var seq int64
		e, err := scanEntry(row, &seq)
		if err != nil || e.Statement == "" || digestOf(e.Salt, e.Statement) != e.Digest {
			return nil
		}
		if e.Kind == isnad.EntryAdoption {
			a, _, err := readStatement[adopted](&e)
			out.adopted = append(out.adopted, a)
			return err
		}
		f, _, err := readStatement[forgotten](&e)
		for _, d := range f.Digests {
			out.by[d] = seq
		}
		return err
	}, "SELECT "+entryColumns+", e.seq FROM entries e WHERE e.kind IN ('forgetting', 'adoption') ORDER BY e.seq")
	return out, err
}

func (m emptied) holds(e *isnad.Entry, seq int64) bool {
	if m.by[e.Digest] > seq {
		return true
	}
	return e.About == "" && slices.ContainsFunc(m.adopted, func(a adopted) bool { return a.From <= e.Index && e.Index < a.To })
}

// placeName is an entry's place in the log for people.
func placeName(e *isnad.Entry) string {
	if e.Index < 0 {
		return "(not yet in the log)"
	}
	return fmt.Sprint(e.Index)
}

// vouched gathers the rows of a join of things with their entries: whether a
// thing has an entry at all, and whether one says what the thing is now.
type vouched struct {
	k               checker
	what            string
	begun           bool // else things from before there was a log have no entry yet
	entered, agrees bool
}

// next is told of one thing after the other, and of each as often as it has entries.
func (v *vouched) next(what, statement, want string, entered bool) {
	if what != v.what {
		v.end()
		v.what, v.entered, v.agrees = what, false, false
	}
	v.entered = v.entered || entered
	v.agrees = v.agrees || entered && statement == want
}

func (v *vouched) end() {
	switch {
	case v.what == "" || v.agrees:
	case v.entered:
		v.k.faultf("%s is not as the log has it", v.what)
	case v.begun:
		v.k.faultf("%s is not in the log", v.what)
	}
	v.what = ""
}

// enteredCaptures lets a capture be whose entry was erased together with bytes of
// it: nothing else may empty an entry, or whoever alters a capture could do so too.
func (k checker) enteredCaptures(begun bool) error {
	v := vouched{k: k, begun: begun}
	err := k.each(func(row *sql.Rows) error {
		var id, doc, place string
		var said sql.NullString
		var cut bool
		if err := row.Scan(&id, &doc, &place, &said, &cut); err != nil {
			return err
		}
		c, err := readCapture(doc, place)
		if err != nil {
			return nil // captures names it
		}
		want, err := canonical(captureStatement(&c, doc))
		if cut && said.Valid && said.String == "" {
			want = ""
		}
		v.next("capture "+id, said.String, want, said.Valid)
		return err
	}, `SELECT c.id, c.doc, c.place, e.statement, EXISTS (SELECT 1 FROM cuts k WHERE k.sha256 = c.sha256) FROM captures c
		LEFT JOIN entries e ON e.about = c.id AND e.kind = 'capture' ORDER BY c.seq`)
	v.end()
	return err
}

func (k checker) enteredVersions(begun bool) error {
	v := vouched{k: k, begun: begun}
	err := k.each(func(row *sql.Rows) error {
		var id, capture, title, text string
		var version int
		var said sql.NullString
		if err := row.Scan(&id, &version, &capture, &title, &text, &said); err != nil {
			return err
		}
		want, err := canonical(versionStatement(id, version, capture, title, text))
		if said.Valid && said.String != want { // the entry of another version says nothing of this one
			e := isnad.Entry{Statement: said.String}
			of, speaks, err := readStatement[versioned](&e)
			if err != nil {
				k.faultf("log: an entry about report %s cannot be read: %v", id, err)
			}
			said.Valid = speaks && of.Version == version
		}
		v.next(fmt.Sprintf("report %s version %d", id, version), said.String, want, said.Valid)
		return err
	}, `SELECT v.report, v.version, v.capture, v.title, v.text, e.statement FROM versions v
		LEFT JOIN entries e ON e.about = v.report AND e.kind = 'version' ORDER BY v.seq`)
	v.end()
	return err
}

func (k checker) enteredActs(begun bool) error {
	said := map[string]map[string]bool{}
	err := k.each(func(row *sql.Rows) error {
		var about, statement string
		err := row.Scan(&about, &statement)
		if said[about] == nil {
			said[about] = map[string]bool{}
		}
		said[about][statement] = true
		return err
	}, "SELECT about, statement FROM entries WHERE kind = 'act'")
	if err != nil {
		return err
	}
	acts, err := k.actRecords(nil)
	if err != nil {
		return err
	}
	for _, a := range acts {
		want, err := canonical(a)
		if err != nil {
			return err
		}
		switch entered := said[a.Act]; {
		case entered[want], entered[""]: // an erasure blotted out words of it
		case entered != nil:
			k.faultf("act %s is not as the log has it", a.Act)
		case begun:
			k.faultf("act %s is not in the log", a.Act)
		}
	}
	return nil
}
