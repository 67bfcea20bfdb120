package pipeline_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/pipeline"
	"isnad/internal/places"
	"isnad/internal/store"
)

const hamlet = `Shelling near the river

March 4, 2024 - Seven people were killed on Monday when shells hit the village of %s in Idlib province, medical sources said.
`

func geonamesRow(id int, name, also string, lat, lon float64) string {
	return fmt.Sprintf("%d\t%s\t%s\t%s\t%f\t%f\tP\tPPL\tSY\t\t12\t\t\t\t700\t\t\tAsia/Damascus\t2020-01-01\n", id, name, name, also, lat, lon)
}

func (h house) importRows(file string) (pipeline.Imported, []int) {
	h.t.Helper()
	var bad []int
	done, err := h.ImportPlaces(h.t.Context(), strings.NewReader(file), "SY.txt", nil, func(line int, _ error) { bad = append(bad, line) }, func(pipeline.Imported) {})
	if err != nil {
		h.t.Fatal(err)
	}
	return done, bad
}

// A place that is imported is read from then on, by processes that run already too;
// what was read before stands there when it is read again. A second import changes nothing.
func TestImportedPlacesAreRead(t *testing.T) {
	dir := t.TempDir()
	h := build(t, dir)
	h.work()
	h.keep("https://hill.example/nahr", fmt.Sprintf(hamlet, "Kharbat Nahroz"))
	h.settle()
	if w := h.claims()[0].Place; w.At == "Kharbat Nahroz" || w.Precision == isnad.PlaceExact {
		t.Fatalf("without the place: %+v", w)
	}
	other := build(t, dir) // as `isnad places import` beside a server
	file := geonamesRow(900000001, "Kharbat Nahroz", "خربة نهروز", 35.92, 36.61) + "a bad line\n" + geonamesRow(900000002, "Nahroz Tahta", "", 35.9, 36.6)
	done, bad := other.importRows(file)
	if done.New != 2 || done.Places != 2 || len(bad) != 1 || bad[0] != 2 {
		t.Errorf("imported %+v, bad lines %v", done, bad)
	}
	before, err := h.Store.GazetteerVersions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if done, _ := other.importRows(file); done.New != 0 || done.Other != 0 {
		t.Errorf("a second time: %+v", done)
	}
	if after, err := h.Store.GazetteerVersions(t.Context()); err != nil || after != before {
		t.Errorf("a second import went from %+v to %+v, %v", before, after, err)
	}
	h.rebuild(store.StepAttribute)
	w := h.claims()[0].Place
	if w.ID != "g900000001" || w.Precision != isnad.PlaceExact || w.Lat == nil {
		t.Errorf("read again: %+v", w)
	}
	if p, err := h.Store.Place(t.Context(), "g900000001"); err != nil || p.Province != w.Province {
		t.Errorf("its page: %+v, %v", p, err)
	}
	h.rebuild(store.StepExtract)
	if w := h.claims()[0].Place; w.ID != "g900000001" {
		t.Errorf("after everything was derived again: %+v", w)
	}
}

// An import that was cut off between its last batch and its end is finished by
// doing it again, although the file then holds nothing new.
func TestImportCutOffAtItsEnd(t *testing.T) {
	h := build(t, t.TempDir())
	first := geonamesRow(900000001, "Kharbat Nahroz", "", 35.92, 36.61)
	h.importRows(first)
	second := isnad.AddedPlace{}
	if err := places.Rows(strings.NewReader(geonamesRow(900000002, "Nahroz Tahta", "", 35.9, 36.6)), nil,
		func(_ int, a isnad.AddedPlace) error { second = a; return nil }, func(_ int, why error) { t.Error(why) }); err != nil {
		t.Fatal(err)
	}
	if err := h.Store.Begin(t.Context(), func(tx *store.Tx) error { // the batch, and no end
		_, _, err := tx.PutAddedPlaces([]isnad.AddedPlace{second})
		return err
	}); err != nil {
		t.Fatal(err)
	}
	found := func() bool {
		g, err := h.Gazetteer(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		_, ok := g.Place("g900000002")
		return ok
	}
	if found() {
		t.Fatal("read before the import ended: this test shows nothing")
	}
	if done, _ := h.importRows(first + geonamesRow(900000002, "Nahroz Tahta", "", 35.9, 36.6)); done.New != 0 || !found() {
		t.Errorf("imported %+v, found %v", done, found())
	}
}

// An import that would be too large is refused before it is kept: what was there
// before is read as before.
func TestTooManyPlaces(t *testing.T) {
	h := build(t, t.TempDir())
	h.MaxPlaces = 2
	file := geonamesRow(900000001, "Kharbat Nahroz", "", 35.92, 36.61) + geonamesRow(900000002, "Nahroz Tahta", "", 35.9, 36.6)
	if done, _ := h.importRows(file); done.New != 2 {
		t.Fatalf("imported %+v", done)
	}
	more := geonamesRow(900000003, "Nahroz Fawqa", "", 35.91, 36.6)
	done, err := h.ImportPlaces(t.Context(), strings.NewReader(more), "more", nil, func(int, error) {}, func(pipeline.Imported) {})
	if !errors.Is(err, isnad.ErrTooLarge) || done.New != 0 {
		t.Errorf("a third place: %+v, %v", done, err)
	}
	g, err := h.Gazetteer(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := g.Place("g900000002"); !ok {
		t.Error("the places that were there are not read any more")
	}
	if _, ok := g.Place("g900000003"); ok {
		t.Error("the place that was refused is read")
	}
}

// A place that a person adds is read from then on; who did it is recorded; withdrawn
// it is read no more and its page stays.
func TestAPlaceOfAPerson(t *testing.T) {
	h := build(t, t.TempDir())
	h.work()
	rim := isnad.PlaceAct{Person: "u1", Name: "Rim", Reason: "on the survey map of 1960"}
	q := places.Proposal{Names: []string{"Mazraat Nahroz", "مزرعة نهروز"}, Lat: 35.92, Lon: 36.61, Kind: isnad.KindTown, In: "Idlib", Precision: isnad.PlaceExact}
	added, err := h.AddPlace(t.Context(), q, rim)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := h.AddPlace(t.Context(), q, rim); err != nil || again.ID != added.ID {
		t.Errorf("added twice: %+v, %v", again, err)
	}
	h.keep("https://hill.example/nahr", fmt.Sprintf(hamlet, "Mazraat Nahroz"))
	h.settle()
	if w := h.claims()[0].Place; w.ID != added.ID || w.Precision != isnad.PlaceExact {
		t.Errorf("read: %+v, want %s", w, added.ID)
	}
	if in := h.incidents(); len(in) != 1 || in[0].Place.ID != added.ID {
		t.Errorf("incidents %+v", in)
	}
	if found, err := h.FindPlaces(t.Context(), "مزرعة نهروز", 5); err != nil || len(found) != 1 || found[0].ID != added.ID {
		t.Errorf("found %+v, %v", found, err)
	}
	if err := h.WithdrawPlace(t.Context(), added.ID, isnad.PlaceAct{Person: "u2", Name: "Sami", Reason: "it is another farm"}); err != nil {
		t.Fatal(err)
	}
	if err := h.WithdrawPlace(t.Context(), added.ID, rim); !errors.Is(err, isnad.ErrRefused) {
		t.Errorf("withdrawn twice: %v", err)
	}
	if err := h.WithdrawPlace(t.Context(), "o1", rim); !errors.Is(err, isnad.ErrNotFound) {
		t.Errorf("withdrawing what is not there: %v", err)
	}
	h.rebuild(store.StepAttribute)
	if w := h.claims()[0].Place; w.ID == added.ID {
		t.Error("a withdrawn place is read")
	}
	if _, err := h.Store.Place(t.Context(), added.ID); err != nil {
		t.Errorf("its page is gone: %v", err)
	}
	if again, err := h.AddPlace(t.Context(), q, rim); err != nil || again.ID != added.ID || again.Withdrawn {
		t.Errorf("taken up again: %+v, %v", again, err)
	}
	acts, _, err := h.Store.PlaceActs(t.Context(), added.ID, store.Page{})
	if err != nil || len(acts) != 3 || acts[0].Kind != isnad.PlaceAdd || acts[1].Kind != isnad.PlaceWithdraw || acts[1].Name != "Sami" || acts[2].Reason != rim.Reason {
		t.Errorf("acts %+v, %v", acts, err)
	}
	h.agrees()
}
