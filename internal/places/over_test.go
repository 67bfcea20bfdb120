package places

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"isnad"
)

// row writes a line of a country file.
func row(id int, name, alternates string, lat, lon float64, class, feature, country, admin1, admin2 string, people int) string {
	return fmt.Sprintf("%d\t%s\t%s\t%s\t%f\t%f\t%s\t%s\t%s\t\t%s\t%s\t\t\t%d\t\t\tAsia/Damascus\t2020-01-01\n",
		id, name, name, alternates, lat, lon, class, feature, country, admin1, admin2, people)
}

// rows reads a file as it is imported; bad are the numbers of bad lines.
func rows(r io.Reader) (list []isnad.AddedPlace, bad []int, err error) {
	err = Rows(r, nil, func(_ int, p isnad.AddedPlace) error { list = append(list, p); return nil },
		func(line int, _ error) { bad = append(bad, line) })
	return list, bad, err
}

func over(t testing.TB, layers ...[]isnad.AddedPlace) *Gazetteer {
	t.Helper()
	var compiled [][]byte
	for _, list := range layers {
		data, err := Compile(list)
		if err != nil {
			t.Fatal(err)
		}
		compiled = append(compiled, data)
	}
	g, err := Over(compiled...)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// An entry of a country file may lack a name that the built-in one has. The name is
// found all the same, and no mention is without a meaning.
func TestNamesOfTheLayerBelow(t *testing.T) {
	base := Embedded()
	w := base.Resolve("Mariupol", nil, Context{})
	number, err := strconv.Atoi(strings.TrimPrefix(w.ID, "g"))
	if err != nil {
		t.Fatal(err)
	}
	list, _, err := rows(strings.NewReader(row(number, "Port Zhdan", "", 47.09, 37.54, "P", "PPLA2", "UA", "05", "", 425681)))
	if err != nil || len(list) != 1 {
		t.Fatalf("%d places, %v", len(list), err)
	}
	g := over(t, list)
	ms := g.Find("Shells hit Mariupol and Port Zhdan on Monday.")
	if len(ms) == 0 {
		t.Fatal("nothing is found")
	}
	for _, m := range ms {
		if len(m.Candidates) == 0 || m.Candidates[0].ID != w.ID {
			t.Errorf("%s means %v, want %s", m.Name, m.Candidates, w.ID)
		}
	}
}

func TestImportedPlaces(t *testing.T) {
	base := Embedded()
	file := row(900000001, "Tell el-Markab", "تل المركب,Tal Markab", 35.1, 40.3, "P", "PPL", "SY", "07", "", 900) +
		row(900000002, "Hayy al-Marfa'", "حي المرفأ", 35.33, 40.15, "P", "PPLX", "SY", "07", "173481", 0) +
		row(900000003, "Some Hill", "", 35, 40, "T", "HLL", "SY", "07", "", 0) +
		row(900000004, "Old Ruin", "", 35, 40, "P", "PPLH", "SY", "07", "", 0) +
		row(900000005, "Nowhere Farm", "", 35, 40, "P", "PPL", "SY", "99", "", 0)
	list, bad, err := rows(strings.NewReader(file))
	if err != nil || len(bad) > 0 || len(list) != 3 {
		t.Fatalf("%d places, bad lines %v, %v", len(list), bad, err)
	}
	g := over(t, list)
	for _, name := range []string{"Tell el-Markab", "Tal al-Markab", "تل المركب", "Tall Marqab"} {
		w := g.Resolve(name, []string{"Deir Ezzor province"}, Context{})
		if w.ID != "g900000001" || w.Precision != 1 || w.Country != "SY" {
			t.Errorf("%s resolved to %s, precision %d", name, w.At, w.Precision)
		}
		if p, _ := g.Place(w.Province); p.Name != "Deir ez-Zor" {
			t.Errorf("%s lies in %q", name, p.Name)
		}
	}
	// A quarter of the file is found inside its town.
	if w := g.Resolve("Hayy al-Marfa", []string{"Deir Ezzor"}, Context{}); w.ID != "g900000002" || w.District == "" {
		t.Errorf("the quarter resolved to %s in district %q", w.At, w.District)
	}
	// What is no populated place stays out, and an unknown division is none.
	for _, id := range []string{"g900000003", "g900000004"} {
		if _, ok := g.Place(id); ok {
			t.Errorf("%s was imported", id)
		}
	}
	if p, ok := g.Place("g900000005"); !ok || p.Province != "" {
		t.Errorf("Nowhere Farm is %+v", p)
	}
	// The embedded gazetteer is still there, once, with its areas.
	if len(g.Lookup("Homs")) != len(base.Lookup("Homs")) || len(g.Lookup("Deir ez-Zor")) != len(base.Lookup("Deir ez-Zor")) {
		t.Error("importing changed what Homs and Deir ez-Zor mean")
	}
	r, _ := base.byCode("SY.07")
	before, _ := base.Place(base.id(r))
	after, _ := g.Place(base.id(r))
	if len(after.Area) < 4 || after.RadiusKM < before.RadiusKM*0.9 {
		t.Errorf("the province's radius went from %v to %v", before.RadiusKM, after.RadiusKM)
	}
	if got := g.Find("Raids hit Tell el-Markab in Syria's Deir ez-Zor province"); len(got) != 3 || got[0].Candidates[0].ID != "g900000001" {
		t.Errorf("Find gave %v", got)
	}
	// A place laid over and one below it lie in the same province.
	town, _ := g.LieOf("g900000001")
	province, _ := g.LieOf(base.id(r))
	if !province.Holds(town) {
		t.Error("the province of the embedded gazetteer does not hold an imported town")
	}
	// A place that both list is one, with the file's names.
	homs := base.Lookup("Homs")[0].ID
	n, _ := numberOf(homs)
	again, _, err := rows(strings.NewReader(row(int(n), "Homs", "Hims al-Jadida", 34.7324, 36.7137, "P", "PPLA", "SY", "11", "", 775404)))
	if err != nil {
		t.Fatal(err)
	}
	g = over(t, again)
	if ids := g.Lookup("Homs"); len(ids) != len(base.Lookup("Homs")) {
		t.Errorf("Homs is listed %d times", len(ids))
	}
	found := g.Find("Shells fell on Homs.")
	seen := map[string]bool{}
	for _, c := range found[0].Candidates {
		if seen[c.ID] {
			t.Errorf("a mention has the candidate %s twice", c.ID)
		}
		seen[c.ID] = true
	}
	if w := g.Resolve("Hims al-Jadida", nil, Context{}); w.ID != homs {
		t.Errorf("the file's name for Homs resolved to %q", w.ID)
	}
}

// A bad line is named and passed over; a file of bad lines is no file of GeoNames.
func TestBadRows(t *testing.T) {
	good := row(900000001, "Tell el-Markab", "", 35.1, 40.3, "P", "PPL", "SY", "07", "", 900)
	for name, line := range map[string]string{
		"few columns":        "1\tA\tB\n",
		"no number":          strings.Replace(good, "900000001", "x", 1),
		"an ID of our own":   strings.Replace(good, "900000001", "2147483649", 1),
		"off the Earth":      strings.Replace(good, "35.1", "95.1", 1),
		"no country":         strings.Replace(good, "\tSY\t", "\tSyria\t", 1),
		"not UTF-8":          strings.Replace(good, "Tell", "T\xffll", 1),
		"no finite latitude": strings.Replace(good, "35.100000", "NaN", 1),
	} {
		list, bad, err := rows(strings.NewReader(good + line + good))
		if err != nil || len(list) != 2 || !slices.Equal(bad, []int{2}) {
			t.Errorf("%s: %d places, bad lines %v, %v", name, len(list), bad, err)
		}
	}
	if _, _, err := rows(strings.NewReader(good + strings.Repeat("x", 100_000))); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("a line without an end: %v", err)
	}
	if _, bad, err := rows(strings.NewReader(strings.Repeat("a letter to the editor\n", 5000))); !errors.Is(err, ErrBadRow) || len(bad) != maxBadRows {
		t.Errorf("another file: %v after %d lines", err, len(bad))
	}
	for _, file := range []string{"", "\n\n", "# nothing\n", row(1, "Some Hill", "", 1, 1, "T", "HLL", "SY", "", "", 0)} {
		if _, _, err := rows(strings.NewReader(file)); !errors.Is(err, ErrNoPlaces) {
			t.Errorf("%.20q: %v, want ErrNoPlaces", file, err)
		}
	}
	broken := errors.New("the disk is gone")
	if _, _, err := rows(io.MultiReader(strings.NewReader(good), failing{broken})); !errors.Is(err, broken) {
		t.Errorf("a failing reader gave %v", err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestPropose(t *testing.T) {
	g := Embedded()
	farm := Proposal{Names: []string{" Mazra'at  al-Nahr", "مزرعة النهر", "Mazra'at al-Nahr"}, Lat: 35.91, Lon: 36.61, Kind: isnad.KindTown, In: "Idlib, Syria", Precision: isnad.PlaceExact}
	p, err := g.Propose(farm, 0)
	if err != nil {
		t.Fatal(err)
	}
	if p.Name != "Mazra'at al-Nahr" || len(p.Names) != 1 || p.Names[0].Language != "ar" || p.Country != "SY" || p.Province == "" || p.ID[0] != 'o' || p.Origin != isnad.PlaceOfPerson {
		t.Errorf("%+v", p)
	}
	if again, _ := g.Propose(farm, 0); again.ID != p.ID {
		t.Error("the same place proposed twice has two IDs")
	}
	if other, _ := g.Propose(farm, 1); other.ID == p.ID {
		t.Error("a further ID is the same")
	}
	for name, c := range map[string]struct {
		change func(*Proposal)
		why    string
	}{
		"no name":        {func(q *Proposal) { q.Names = []string{" "} }, "no name"},
		"no letters":     {func(q *Proposal) { q.Names = []string{"123"} }, "no letters"},
		"a turned line":  {func(q *Proposal) { q.Names = []string{"Nahr\u202e"} }, "cannot be seen"},
		"a long name":    {func(q *Proposal) { q.Names = []string{strings.Repeat("n", 200)} }, "longer"},
		"a province":     {func(q *Proposal) { q.Kind = isnad.KindProvince }, "town"},
		"no precision":   {func(q *Proposal) { q.Precision = 3 }, "coordinates"},
		"off the Earth":  {func(q *Proposal) { q.Lat = 135 }, "Earth"},
		"nowhere":        {func(q *Proposal) { q.Lat, q.Lon = 0, 0 }, "0 and 0"},
		"turned round":   {func(q *Proposal) { q.Lat, q.Lon = q.Lon, q.Lat-20 }, "right way round"},
		"in no place":    {func(q *Proposal) { q.In = "Xyzzyland" }, "lie in"},
		"in nothing":     {func(q *Proposal) { q.In = "" }, "lie in"},
		"listed already": {func(q *Proposal) { q.Names, q.Lat, q.Lon = []string{"Idlib"}, 35.93, 36.63 }, "listed already"},
	} {
		q := farm
		c.change(&q)
		if _, err := g.Propose(q, 0); !errors.Is(err, isnad.ErrRefused) || !strings.Contains(err.Error(), c.why) {
			t.Errorf("%s: %v, want a refusal with %q", name, err, c.why)
		}
	}
	// It is read from then on, in all its scripts, as near as the person said.
	vague := farm
	vague.Names, vague.Precision, vague.In = []string{"Khirbat al-Marsad"}, isnad.PlaceNear, p.Province
	q, err := g.Propose(vague, 0)
	if err != nil {
		t.Fatal(err)
	}
	imported, _, err := rows(strings.NewReader(row(900000001, "Tell el-Markab", "", 35.1, 40.3, "P", "PPL", "SY", "07", "", 900)))
	if err != nil {
		t.Fatal(err)
	}
	g = over(t, []isnad.AddedPlace{p, q}, imported)
	for name, want := range map[string]isnad.PlacePrecision{"مزرعة النهر": 1, "Mazra'at al-Nahr": 1, "Mazraat an-Nahr": 1, "Khirbat al-Marsad": 2, "outskirts of Mazra'at al-Nahr": 2} {
		if w := g.Resolve(name, []string{"Idlib"}, Context{}); w.ID != p.ID && w.ID != q.ID || w.Precision != want || w.Lat == nil || w.Province != p.Province {
			t.Errorf("%s resolved to %+v, want precision %d", name, w, want)
		}
	}
	if w := g.Resolve("Tell el-Markab", []string{"Deir Ezzor"}, Context{}); w.ID != "g900000001" {
		t.Errorf("the layer below: %+v", w)
	}
	if got, ok := g.Place(p.ID); !ok || got.Name != p.Name || got.Province != p.Province || got.ID != p.ID {
		t.Errorf("%+v", got)
	}
	// A withdrawn place is read no more.
	p.Withdrawn = true
	g = over(t, []isnad.AddedPlace{p, q}, nil)
	if _, ok := g.Place(p.ID); ok {
		t.Error("a withdrawn place is there")
	}
}

func FuzzRows(f *testing.F) {
	f.Add([]byte(row(900000001, "Tell el-Markab", "تل المركب", 35.1, 40.3, "P", "PPL", "SY", "07", "", 900)))
	f.Add([]byte(row(1, "'", ",,", -90, 180, "P", "PPLX", "XX", "..", "\x00", -5)))
	f.Fuzz(func(t *testing.T, file []byte) {
		list, _, err := rows(bytes.NewReader(file))
		if err != nil {
			return
		}
		g := over(t, list)
		for i := range list[:min(len(list), 50)] {
			p, ok := g.Place(list[i].ID)
			if !ok || p.Name == "" {
				t.Fatalf("place %d of %d cannot be read", i, len(list))
			}
			checkWhere(t, g, g.Resolve(p.Name, nil, Context{}), p.Name)
		}
	})
}

// village is line n of a made-up country file: names of two to three syllables in
// two scripts, spread over Syria and Ukraine.
func village(n int) string {
	latin := []string{"ba", "deir", "kafr", "mar", "nah", "sa", "tal", "umm", "zay", "ras", "hosh", "jub"}
	arabic := []string{"با", "دير", "كفر", "مار", "نه", "صا", "تل", "أم", "زي", "رأس", "حوش", "جب"}
	k := len(latin)
	a, b, c := n%k, n/k%k, n/k/k%k
	name := fmt.Sprintf("%s %s%s%d", strings.ToUpper(latin[a][:1])+latin[a][1:], latin[b], latin[c], n/k/k/k)
	country, admin := "SY", fmt.Sprintf("%02d", 1+n%14)
	lat, lon := 33+float64(n%400)/100, 36+float64(n/400%500)/100
	if n%3 == 0 {
		country, admin, lat, lon = "UA", fmt.Sprintf("%02d", 1+n%27), lat+14, lon-6
	}
	return row(100_000_000+n, name, arabic[a]+" "+arabic[b]+arabic[c]+arabic[n/k/k/k%k], lat, lon, "P", "PPL", country, admin, "", n%2000)
}

// TestImportOfALargeFile bounds what a country file of 100,000 places costs: to be
// read, to be compiled, and to be kept.
func TestImportOfALargeFile(t *testing.T) {
	const n = 100_000
	var file strings.Builder
	for i := range n {
		file.WriteString(village(i))
	}
	began := time.Now()
	list, bad, err := rows(strings.NewReader(file.String()))
	if err != nil || len(bad) > 0 || len(list) != n {
		t.Fatalf("%d places, %d bad lines, %v", len(list), len(bad), err)
	}
	read := time.Since(began)
	began = time.Now()
	g := over(t, list)
	compiled := time.Since(began)
	size := g.layers[0].Size()
	t.Logf("%d lines, %d MB: read in %v, compiled in %v, kept in %d bytes a place", n, file.Len()>>20, read.Round(time.Millisecond), compiled.Round(time.Millisecond), size/n)
	if size > 200*n {
		t.Errorf("a place takes %d bytes", size/n)
	}
	if d := read + compiled; d > 60*time.Second {
		t.Errorf("reading and compiling took %v", d)
	}
	if w := g.Resolve("Kafr deirba0", []string{"Syria"}, Context{}); w.ID == "" {
		t.Error("a village of the file is not found")
	}
	runtime.KeepAlive(list)
}

// BenchmarkFindOver tells what layers cost a text that names none of their places.
func BenchmarkFindOver(b *testing.B) {
	text := strings.Repeat("Shells fell on Maarrat al-Numan in Idlib province on Monday, said Ahmad Khalil, a teacher from Saraqib. Traders closed the old market of Khan Shaykhun near Hama. ", 20)
	var list []isnad.AddedPlace
	for i := range 100_000 {
		l, _, err := rows(strings.NewReader(village(i)))
		if err != nil {
			b.Fatal(err)
		}
		list = append(list, l...)
	}
	for name, g := range map[string]*Gazetteer{"none": Embedded(), "100000": over(b, list[:1], list)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				g.Find(text)
			}
		})
	}
}
