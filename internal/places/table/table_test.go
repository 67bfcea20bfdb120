package table

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"isnad"
	"isnad/internal/names"
)

func build(t *testing.T, entries []Entry, regions ...Region) *Table {
	t.Helper()
	var b Builder
	for _, e := range entries {
		b.Add(e)
	}
	for _, r := range regions {
		b.AddRegion(r)
	}
	data, err := b.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	tab, err := Open(string(data))
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

var country = []Entry{
	{ID: 1, Kind: isnad.KindCountry, Country: "XA", Code: "XA", Names: []string{"Harbourland"}},
	{ID: 2, Kind: isnad.KindProvince, Country: "XA", Code: "XA.01", Province: "XA.01", Names: []string{"Delta"}},
	{ID: 3, Kind: isnad.KindDistrict, Country: "XA", Code: "XA.01.5", Province: "XA.01", District: "XA.01.5", Names: []string{"Lower Delta"}},
	{ID: 4, Kind: isnad.KindTown, Rank: RankCapital, Country: "XA", Province: "XA.01", District: "XA.01.5", Lat: 12.34567, Lon: -98.76543, HasPoint: true, Population: 1_234_567, Names: []string{"Port Lantern", "ميناء"}, Keys: true},
	{ID: 5, Kind: isnad.KindTown, Country: "XA", Province: "XA.01", Lat: -90, Lon: 180, HasPoint: true, Names: []string{"Delta"}},
	{ID: 6, Kind: isnad.KindQuarter, Country: "XB", Names: []string{"Delta"}},
}

func TestRoundTrip(t *testing.T) {
	tab := build(t, country, Region{Names: []string{"The Marshes"}, Code: "XA.01"})
	i, ok := tab.ByID(4)
	if !ok {
		t.Fatal("place 4 is lost")
	}
	r := tab.Record(i)
	if r.ID != 4 || r.Rank != RankCapital || r.Kind != isnad.KindTown || r.Country != "XA" || r.Population != 1_234_567 || !r.HasPoint {
		t.Errorf("record %+v", r)
	}
	if math.Abs(r.Lat-12.34567) > 2e-5 || math.Abs(r.Lon+98.76543) > 3e-5 {
		t.Errorf("it stands at %v, %v", r.Lat, r.Lon)
	}
	if got := slices.Collect(tab.Names(i)); !slices.Equal(got, country[3].Names) || tab.MainName(i) != "Port Lantern" {
		t.Errorf("names %q", got)
	}
	p, _ := tab.Division(r.Province)
	d, _ := tab.Division(r.District)
	if tab.Record(p).ID != 2 || tab.Record(d).ID != 3 {
		t.Errorf("it lies in %d and %d", tab.Record(p).ID, tab.Record(d).ID)
	}
	if c, ok := tab.Code(names.HashOf("XA.01.5")); !ok || tab.Record(c).ID != 3 {
		t.Error("the district is not found by its code")
	}
	// One name, three places, the most prominent first; the least known last.
	var ids []uint32
	last := 128
	for m := range tab.Name(names.HashOf("delta")) {
		ids = append(ids, tab.Record(m.Index).ID)
		if m.Score > last {
			t.Error("meanings are not sorted")
		}
		last = m.Score
	}
	if !slices.Equal(ids, []uint32{2, 5, 6}) {
		t.Errorf("Delta means %v", ids)
	}
	if best, ok := tab.Best(names.HashOf("the marshes")); !ok || !best.Region || tab.Record(best.Index).ID != 2 {
		t.Errorf("the region is %+v", best)
	}
	if _, ok := tab.Best(names.HashOf("nothing")); ok {
		t.Error("a name that is not there was found")
	}
	if n := 0; true {
		for range tab.Key(names.HashOf(names.Key("port lantern"))) {
			n++
		}
		if n != 1 {
			t.Errorf("%d places by skeleton", n)
		}
	}
	for what, want := range map[[3]int]int{{0, 0, 0}: 5, {r.Province, 0, 0}: 4, {r.Province, r.District, 0}: 2} {
		if from, to := tab.Within("XA", what[0], what[1]); to-from != want {
			t.Errorf("Within(XA, %d, %d) holds %d places, want %d", what[0], what[1], to-from, want)
		}
	}
	if from, to := tab.Within("ZZ", 0, 0); from != to {
		t.Error("an unknown country holds places")
	}
}

func TestRefuses(t *testing.T) {
	for _, data := range []string{"", "isnadgz1", "something else that is long enough to hold a header, surely, surely, surely, surely, surely"} {
		if _, err := Open(data); err == nil {
			t.Errorf("Open(%.12q) gave no error", data)
		}
	}
	var b Builder
	b.Add(country[1])
	twice := country[1]
	twice.ID = 9
	b.Add(twice)
	if _, err := b.Bytes(); err == nil {
		t.Error("a division listed twice gave no error")
	}
	b = Builder{}
	b.Add(country[0])
	b.AddRegion(Region{Names: []string{"X"}, Code: "QQ"})
	if _, err := b.Bytes(); err == nil {
		t.Error("a region outside every place gave no error")
	}
}

// Whatever goes in comes out under its id and under every name.
func TestEverythingIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 60).Draw(t, "n")
		var b Builder
		var in []Entry
		for i := range n {
			e := Entry{
				ID: uint32(i*7 + 1), Kind: isnad.KindTown, Country: rapid.SampledFrom([]string{"XA", "XB", "XC"}).Draw(t, "country"),
				Lat: rapid.Float64Range(-90, 90).Draw(t, "lat"), Lon: rapid.Float64Range(-180, 180).Draw(t, "lon"), HasPoint: true,
				Population: rapid.IntRange(0, 1e8).Draw(t, "people"), Keys: true,
				Names: []string{fmt.Sprintf("%s %s", rapid.StringMatching(`[A-Z][a-z]{2,6}`).Draw(t, "name"), rapid.SampledFrom([]string{"East", "West"}).Draw(t, "side"))},
			}
			b.Add(e)
			in = append(in, e)
		}
		data, err := b.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		tab, err := Open(string(data))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range in {
			i, ok := tab.ByID(e.ID)
			if !ok {
				t.Fatalf("%d is lost", e.ID)
			}
			r := tab.Record(i)
			if r.Country != e.Country || r.Population != e.Population || math.Abs(r.Lat-e.Lat) > 2e-5 || math.Abs(r.Lon-e.Lon) > 3e-5 {
				t.Fatalf("%+v became %+v", e, r)
			}
			found := false
			for m := range tab.Name(names.HashOf(names.Canon(e.Names[0]))) {
				found = found || m.Index == i
			}
			if !found {
				t.Fatalf("%q is not found", e.Names[0])
			}
		}
	})
}
