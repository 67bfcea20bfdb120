package places

import (
	"slices"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/names"
	"isnad/internal/places/table"
)

// at finds the place with this main name in the country, for tests to speak of.
func at(t *testing.T, g *Gazetteer, id string) string {
	t.Helper()
	p, ok := g.Place(id)
	if !ok {
		return ""
	}
	return p.Name + "/" + p.Country
}

// One place under the many spellings that reports use.
func TestLookupSpellings(t *testing.T) {
	g := Embedded()
	for want, spellings := range map[string][]string{
		"Deir ez-Zor/SY":      {"Deir Ezzor", "Deir ez-Zor", "Deir al-Zor", "Dayr az Zawr", "Deir el-Zour", "DEIR EZZOR", "دير الزور", "ديرالزور", "Дейр-эз-Зор"},
		"El Obeid/SD":         {"El Obeid", "El-Obeid", "Al Ubayyid", "الأبيض"},
		"Kismayo/SO":          {"Kismayo", "Kismaayo", "كيسمايو"},
		"Ar Raqqah/SY":        {"Raqqa", "al-Raqqa", "Ar-Raqqah", "Raqa", "الرقة", "الرّقّة"},
		"Khān Shaykhūn/SY":    {"Khan Sheikhoun", "Khan Sheikhun", "Khan Shaykhun", "خان شيخون"},
		"Jisr ash Shughūr/SY": {"Jisr al-Shughour", "Jisr ash-Shugur", "Jisr al-Shughur", "جسر الشغور"},
		"Kyiv/UA":             {"Kyiv", "Kiev", "Київ", "Киев", "كييف"},
		"Kharkiv/UA":          {"Kharkiv", "Kharkov", "Харків", "Харьков", "خاركيف"},
		"Mosul/IQ":            {"Mosul", "Al Mawsil", "الموصل", "Мосул"},
		"Al Fallūjah/IQ":      {"Fallujah", "Falluja", "al-Fallujah", "الفلوجة"},
		"Khān Yūnis/PS":       {"Khan Yunis", "Khan Younis", "خان يونس"},
		"Aleppo/SY":           {"Aleppo", "Aleppos", "Halab", "حلب", "Алеппо"},
		"Tadmur/SY":           {"Tadmur", "Tadmor", "تدمر"},
		"El Fasher/SD":        {"El Fasher", "Al-Fashir", "El-Fasher", "الفاشر"},
		"Benghazi/LY":         {"Benghazi", "Banghazi", "بنغازي"},
		"Al Ḩudaydah/YE":      {"Hodeidah", "Al Hudaydah", "Hudaydah", "الحديدة"},
		"Bakhmut/UA":          {"Bakhmut", "Artemivsk", "Бахмут"},
	} {
		for _, s := range spellings {
			ms := g.Lookup(s)
			if !slices.ContainsFunc(ms[:min(3, len(ms))], func(m Match) bool { return at(t, g, m.ID) == want }) {
				var got []string
				for _, m := range ms {
					got = append(got, at(t, g, m.ID))
				}
				t.Errorf("Lookup(%q) = %v, want %s among the first three", s, got, want)
			}
		}
	}
}

func TestLookupOrder(t *testing.T) {
	g := Embedded()
	// Prominence decides where nothing else is known, whatever the country.
	for name, want := range map[string]string{
		"Tripoli": "Tripoli/LY", "Paris": "Paris/FR", "Alexandria": "Alexandria/EG", "Homs": "Homs/SY", "Gaza": "Gaza/PS", "Odessa": "Odesa/UA",
		"Syria": "Syria/SY", "Georgia": "Georgia/GE", "Donetsk": "Donetsk/UA", "Birmingham": "Birmingham/GB",
	} {
		ms := g.Lookup(name)
		if len(ms) == 0 || at(t, g, ms[0].ID) != want {
			t.Errorf("Lookup(%q) begins with %v, want %s", name, ms[:min(1, len(ms))], want)
		}
		if !slices.IsSortedFunc(ms, func(a, b Match) int {
			switch {
			case a.Score > b.Score:
				return -1
			case a.Score < b.Score:
				return 1
			}
			return 0
		}) {
			t.Errorf("Lookup(%q) is not sorted by score", name)
		}
	}
	for _, nothing := range []string{"", " ", "'", "Qwxzptk", strings.Repeat("a", 10_000), "\xff\xfe", "ـــ"} {
		if ms := g.Lookup(nothing); len(ms) > 0 {
			t.Errorf("Lookup(%.20q) found %d places", nothing, len(ms))
		}
	}
}

func TestPlace(t *testing.T) {
	g := Embedded()
	p, ok := g.Place(g.Lookup("Deir ez-Zor")[0].ID)
	if !ok {
		t.Fatal("no Deir ez-Zor")
	}
	if p.Kind != isnad.KindTown || p.Country != "SY" || p.Lat < 35.2 || p.Lat > 35.5 || p.Lon < 40 || p.Lon > 40.3 || p.Population < 100_000 {
		t.Errorf("Deir ez-Zor is %+v", p)
	}
	if province, ok := g.Place(p.Province); !ok || province.Kind != isnad.KindProvince || province.Name != "Deir ez-Zor" {
		t.Errorf("its province is %+v", province)
	}
	if p.RadiusKM < 3 || p.RadiusKM > 10 || len(p.Area) != 0 {
		t.Errorf("its radius is %v, its area %v", p.RadiusKM, p.Area)
	}
	if !slices.Contains(p.Names, isnad.Name{Text: "دير الزور", Language: "ar"}) {
		t.Errorf("its names are %v", p.Names)
	}
	for _, id := range []string{"", "g", "g0", "x12", "g-5", "g99999999999999", "g18446744073709551616", "gg"} {
		if p, ok := g.Place(id); ok {
			t.Errorf("Place(%q) = %v", id, p)
		}
	}
}

func TestAreas(t *testing.T) {
	g := Embedded()
	for _, code := range []string{"SY.09", "SY.07", "IQ.15", "UA.05", "UA.05.12095449", "YE.11", "PS.GZ", "US.TX", "SD.55", "FJ.03", "NZ.10", "SY.09.174019"} {
		r, ok := g.byCode(code)
		if !ok {
			continue
		}
		p, _ := g.Place(g.id(r))
		if len(p.Area) == 0 {
			if code == "SY.09" || code == "US.TX" {
				t.Errorf("%s has no area", code)
			}
			continue
		}
		if len(p.Area) > ringPoints+1 || len(p.Area) < 4 || p.Area[0] != p.Area[len(p.Area)-1] {
			t.Errorf("%s: a ring of %d points, first %v, last %v", code, len(p.Area), p.Area[0], p.Area[len(p.Area)-1])
		}
		if !inside(p.Area, p.Lon, p.Lat) {
			t.Errorf("%s: its own point lies outside its area", code)
		}
		for _, q := range p.Area {
			if q[0] < -180 || q[0] > 180 || q[1] < -90 || q[1] > 90 {
				t.Errorf("%s: corner %v", code, q)
			}
		}
	}
	// A country has outlines elsewhere and none here.
	if p, _ := g.Place(g.Lookup("Syria")[0].ID); p.Kind != isnad.KindCountry || p.Area != nil {
		t.Errorf("Syria: kind %s, area of %d points", p.Kind, len(p.Area))
	}
	// A town of the province lies within its area.
	aleppo, _ := g.byCode("SY.09")
	p, _ := g.Place(g.id(aleppo))
	if town, _ := g.Place(g.Lookup("Manbij")[0].ID); !inside(p.Area, town.Lon, town.Lat) {
		t.Error("Manbij lies outside the area of Aleppo province")
	}
}

func inside(ring [][2]float64, x, y float64) bool {
	in := false
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		if (a[1] > y) != (b[1] > y) && x < (b[0]-a[0])*(y-a[1])/(b[1]-a[1])+a[0] {
			in = !in
		}
	}
	return in
}

// Parents must be places, of the right kind and country, for every entry.
func TestParents(t *testing.T) {
	g := Embedded()
	tab := g.layers[0]
	towns, placed := 0, 0
	for i := range tab.Len() {
		r := ref{0, i}
		rec := g.record(r)
		province, district, hasP, hasD := g.parents(rec)
		if hasP && (g.record(province).Kind != isnad.KindProvince || g.record(province).Country != rec.Country) {
			t.Fatalf("%s lies in province %+v", tab.MainName(i), g.record(province))
		}
		if hasD && (g.record(district).Kind != isnad.KindDistrict || g.record(district).Province != rec.Province) {
			t.Fatalf("%s lies in district %+v", tab.MainName(i), g.record(district))
		}
		if isTown(rec.Kind) {
			towns++
			if hasP {
				placed++
			}
		}
		if i%97 == 0 { // gazetteer.bin must be compiled with the folding of today
			if !slices.ContainsFunc(slices.Collect(tab.Name(names.HashOf(names.Canon(tab.MainName(i))))), func(m table.Meaning) bool { return m.Index == i }) {
				t.Fatalf("%q is not found by its name: compile gazetteer.bin again", tab.MainName(i))
			}
		}
		if k, ok := tab.ByID(rec.ID); !ok || k != i {
			t.Fatalf("%s is not found by its id", tab.MainName(i))
		}
	}
	if towns < 190_000 || placed < towns*95/100 {
		t.Errorf("%d towns, %d with a province", towns, placed)
	}
}

// common reads only the words that begin with the same two letters. It must know
// every word of the list and no other.
func TestCommon(t *testing.T) {
	words := map[string]bool{}
	for _, w := range strings.Fields(wordList) {
		words[w] = true
		if !common([]byte(w)) {
			t.Errorf("common(%q) = false", w)
		}
	}
	if len(words) < 1000 {
		t.Errorf("the list holds %d words", len(words))
	}
	for w := range words {
		for _, other := range []string{w + "x", w[:len(w)-1], w[1:], "é" + w, w + "\n", "~" + w, "0" + w} {
			if common([]byte(other)) != words[other] {
				t.Errorf("common(%q) = %v", other, !words[other])
			}
		}
	}
	if common(nil) {
		t.Error("no word is a word")
	}
}
