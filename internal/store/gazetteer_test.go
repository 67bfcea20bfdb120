package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"isnad"
)

func added(id, name string, origin isnad.PlaceOrigin) isnad.AddedPlace {
	return isnad.AddedPlace{Place: isnad.Place{ID: id, Name: name, Names: []isnad.Name{{Text: "مزرعة النهر", Language: "ar"}}, Kind: isnad.KindTown, Country: "SY", Lat: 35.9, Lon: 36.6},
		Precision: isnad.PlaceExact, Origin: origin}
}

// What is added is there once, outlives what is derived, is found by its names, and
// tells other processes that it changed.
func TestAddedPlaces(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		ctx := t.Context()
		put := func(origin isnad.PlaceOrigin, places ...isnad.AddedPlace) (fresh, other int) {
			t.Helper()
			begin(t, s, func(tx *Tx) (err error) {
				if err = tx.LockGazetteer(); err != nil {
					return err
				}
				if fresh, other, err = tx.PutAddedPlaces(places); err != nil {
					return err
				}
				if _, err = tx.PutPlaceAct(isnad.PlaceAct{Time: noon, Person: "u1", Name: "Rim", Kind: isnad.PlaceAdd, Place: places[0].ID, Reason: "seen on a map"}); err != nil {
					return err
				}
				return tx.BumpGazetteer(origin)
			})
			return fresh, other
		}
		if v := must[GazetteerVersions](t)(s.GazetteerVersions(ctx)); v != (GazetteerVersions{}) {
			t.Errorf("a new database has versions %+v", v)
		}
		var many []isnad.AddedPlace
		for i := range 1200 {
			many = append(many, added(fmt.Sprintf("g%d", 900000000+i), fmt.Sprintf("Village %d", i), isnad.PlaceImported))
		}
		if fresh, other := put(isnad.PlaceImported, many...); fresh != 1200 || other != 0 {
			t.Errorf("%d new, %d other", fresh, other)
		}
		many[7].Name = "Village Seven"
		if fresh, other := put(isnad.PlaceImported, many...); fresh != 0 || other != 1 {
			t.Errorf("a second time: %d new, %d other", fresh, other)
		}
		farm := added("o17", "Nahr Farm", isnad.PlaceOfPerson)
		put(isnad.PlaceOfPerson, farm)
		if v := must[GazetteerVersions](t)(s.GazetteerVersions(ctx)); v != (GazetteerVersions{2, 1}) {
			t.Errorf("versions %+v", v)
		}
		if err := s.PutCompiledPlaces(ctx, isnad.PlaceImported, 2, "maker/1", []byte("table\x00\xff")); err != nil {
			t.Fatal(err)
		}
		if got, err := s.CompiledPlaces(ctx, isnad.PlaceImported, 2, "maker/1"); err != nil || string(got) != "table\x00\xff" {
			t.Errorf("compiled places %q, %v", got, err)
		}
		for _, other := range []struct {
			version int64
			maker   string
		}{{1, "maker/1"}, {2, "maker/2"}} {
			if _, err := s.CompiledPlaces(ctx, isnad.PlaceImported, other.version, other.maker); !errors.Is(err, isnad.ErrNotFound) {
				t.Errorf("compiled places of %v: %v", other, err)
			}
		}
		if err := s.Clear(ctx, StepExtract); err != nil {
			t.Fatal(err)
		}
		n := 0
		if err := s.AddedPlaces(ctx, isnad.PlaceImported, func(isnad.AddedPlace) { n++ }); err != nil || n != 1200 {
			t.Errorf("%d imported places are there, %v", n, err)
		}
		if p := must[isnad.Place](t)(s.Place(ctx, "o17")); p.Name != "Nahr Farm" {
			t.Errorf("its page would show %+v", p)
		}
		if _, err := s.Place(ctx, "o18"); !errors.Is(err, isnad.ErrNotFound) {
			t.Errorf("a place that is not there: %v", err)
		}
		find := func(words string, origin isnad.PlaceOrigin) (names []string) {
			t.Helper()
			q := AddedPlaceQuery{Words: words, Origin: origin, Page: Page{Limit: 500}}
			for {
				list, next, err := s.ListAddedPlaces(ctx, q)
				if err != nil {
					t.Fatal(err)
				}
				for _, p := range list {
					names = append(names, p.Name)
				}
				if next == "" {
					return names
				}
				q.After = next
			}
		}
		if got := find("", ""); len(got) != 1201 || got[0] != "Nahr Farm" {
			t.Errorf("%d listed, first %q", len(got), got[0])
		}
		if got := find("seven", ""); !slices.Equal(got, []string{"Village Seven"}) {
			t.Errorf("by a name: %v", got)
		}
		if got := find("مزرعة", isnad.PlaceOfPerson); !slices.Equal(got, []string{"Nahr Farm"}) {
			t.Errorf("by a name in Arabic: %v", got)
		}
		if got := find("%", ""); len(got) != 0 {
			t.Errorf("a wildcard finds %d", len(got))
		}
		acts, _, err := s.PlaceActs(ctx, "o17", Page{})
		if err != nil || len(acts) != 1 || acts[0].Number != 3 || acts[0].Name != "Rim" || !acts[0].Time.Equal(noon) {
			t.Errorf("acts %+v, %v", acts, err)
		}
		checkClean(t, s)
		s.sql(t, "UPDATE added_places SET doc = '{}' WHERE id = 'o17'")
		s.sql(t, "DELETE FROM place_acts WHERE number = 1")
		if f := faults(t, s); len(f) != 2 || !strings.Contains(strings.Join(f, " "), "o17") {
			t.Errorf("faults %v", f)
		}
	})
}
