package places

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// row writes a line of a country file.
func row(id int, name, alternates string, lat, lon float64, class, feature, country, admin1, admin2 string, people int) string {
	return fmt.Sprintf("%d\t%s\t%s\t%s\t%f\t%f\t%s\t%s\t%s\t\t%s\t%s\t\t\t%d\t\t\tAsia/Damascus\t2020-01-01\n",
		id, name, name, alternates, lat, lon, class, feature, country, admin1, admin2, people)
}

func TestImport(t *testing.T) {
	base := Embedded()
	file := row(900000001, "Tell el-Markab", "تل المركب,Tal Markab", 35.1, 40.3, "P", "PPL", "SY", "07", "", 900) +
		row(900000002, "Hayy al-Marfa'", "حي المرفأ", 35.33, 40.15, "P", "PPLX", "SY", "07", "173481", 0) +
		row(900000003, "Some Hill", "", 35, 40, "T", "HLL", "SY", "07", "", 0) +
		row(900000004, "Old Ruin", "", 35, 40, "P", "PPLH", "SY", "07", "", 0) +
		row(900000005, "Nowhere Farm", "", 35, 40, "P", "PPL", "SY", "99", "", 0)
	g, err := Import(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
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
	province := base.Lookup("Deir Ezzor province")
	_ = province
	r, _ := base.byCode("SY.07")
	before, _ := base.Place(base.id(r))
	after, _ := g.Place(base.id(r))
	if len(after.Area) < 4 || after.RadiusKM < before.RadiusKM*0.9 {
		t.Errorf("the province's radius went from %v to %v", before.RadiusKM, after.RadiusKM)
	}
	if got := g.Find("Raids hit Tell el-Markab in Syria's Deir ez-Zor province"); len(got) != 3 || got[0].Candidates[0].ID != "g900000001" {
		t.Errorf("Find gave %v", got)
	}
}

func TestImportRefuses(t *testing.T) {
	good := row(900000001, "Tell el-Markab", "", 35.1, 40.3, "P", "PPL", "SY", "07", "", 900)
	for name, file := range map[string]string{
		"few columns":   "1\tA\tB\n",
		"no number":     strings.Replace(good, "900000001", "x", 1),
		"off the Earth": strings.Replace(good, "35.1", "95.1", 1),
		"no country":    strings.Replace(good, "\tSY\t", "\tSyria\t", 1),
		"not UTF-8":     strings.Replace(good, "Tell", "T\xffll", 1),
		"long line":     good + strings.Repeat("x", 100_000),
		"NaN":           strings.Replace(good, "35.100000", "NaN", 1),
	} {
		g, err := Import(strings.NewReader(good + file))
		if err == nil || g != nil {
			t.Errorf("%s: no error", name)
			continue
		}
		if !strings.Contains(err.Error(), "line") {
			t.Errorf("%s: %v does not name the line", name, err)
		}
	}
	for _, file := range []string{"", "\n\n", "# nothing\n", row(1, "Some Hill", "", 1, 1, "T", "HLL", "SY", "", "", 0)} {
		if _, err := Import(strings.NewReader(file)); !errors.Is(err, ErrNoPlaces) {
			t.Errorf("Import(%.20q): %v, want ErrNoPlaces", file, err)
		}
	}
	broken := errors.New("the disk is gone")
	if _, err := Import(io.MultiReader(strings.NewReader(good), failing{broken})); !errors.Is(err, broken) {
		t.Errorf("a failing reader gave %v", err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func FuzzImport(f *testing.F) {
	f.Add([]byte(row(900000001, "Tell el-Markab", "تل المركب", 35.1, 40.3, "P", "PPL", "SY", "07", "", 900)))
	f.Add([]byte(row(1, "'", ",,", -90, 180, "P", "PPLX", "XX", "..", "\x00", -5)))
	f.Fuzz(func(t *testing.T, file []byte) {
		g, err := Import(bytes.NewReader(file))
		if (g == nil) == (err == nil) {
			t.Fatalf("gazetteer %v, error %v", g, err)
		}
		if g == nil {
			return
		}
		tab := g.layers[0]
		for i := range min(tab.Len(), 50) {
			p, ok := g.Place(placeID(tab.Record(i).ID))
			if !ok || p.Name == "" {
				t.Fatalf("place %d of %d cannot be read", i, tab.Len())
			}
			checkWhere(t, g, g.Resolve(p.Name, nil, Context{}), p.Name)
		}
	})
}
