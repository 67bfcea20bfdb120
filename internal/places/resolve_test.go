package places

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"isnad"
)

// A place phrase, the wider names it stands in, and what must come of it. want is
// "main name/country precision"; "-" is a place not found.
var resolveCases = []struct {
	name, within, context, want string
}{
	// Listed towns, with and without parents.
	{"Saraqeb", "Idlib", "", "Sarāqib/SY 1"},
	{"Manbij", "", "", "Manbij/SY 1"},
	{"Palmyra", "Homs province", "", "Tadmur/SY 1"},
	{"Mosul", "", "", "Mosul/IQ 1"},
	{"Fallujah", "Anbar province", "", "Al Fallūjah/IQ 1"},
	{"Tal Afar", "Nineveh", "", "Tall ‘Afar/IQ 1"},
	{"Khan Younis", "southern Gaza Strip", "", "Khān Yūnis/PS 1"},
	{"Jabalia", "Gaza", "", "Jabālyā/PS 1"},
	{"Bakhmut", "Donetsk region", "", "Bakhmut/UA 1"},
	{"Kupiansk", "Kharkiv oblast", "", "Kupiansk/UA 1"},
	{"Hodeidah", "Yemen", "", "Al Ḩudaydah/YE 1"},
	{"El Fasher", "North Darfur", "", "El Fasher/SD 1"},
	{"Derna", "Libya", "", "Darnah/LY 1"},
	{"Kidal", "northern Mali", "", "Kidal/ML 1"},
	{"Lashkar Gah", "Helmand", "", "Lashkar Gāh/AF 1"},
	{"Goma", "North Kivu", "", "Goma/CD 1"},
	{"Baidoa", "Somalia", "", "Baidoa/SO 1"},
	{"Maiduguri", "Borno state", "", "Maiduguri/NG 1"},
	{"Loikaw", "Kayah State", "", "Loikaw/MM 1"},
	{"Uvalde", "Texas", "", "Uvalde/US 1"},
	// Spellings that are not listed.
	{"Ma'aret an-Nu'maan", "Idlib", "", "Ma‘arrat an Nu‘mān/SY 1"},
	{"Jisr as-Shugoor", "Idlib province", "", "Jisr ash Shughūr/SY 1"},
	{"Boukamaal", "Deir Ezzor", "", "Ālbū Kamāl/SY 1"},
	// A name that several countries bear: parents decide, then the document.
	{"Tripoli", "Lebanon", "", "Tripoli/LB 1"},
	{"Tripoli", "", "LB", "Tripoli/LB 1"},
	{"Tripoli", "", "", "Tripoli/LY 1"},
	{"Odessa", "Texas", "", "Odessa/US 1"},
	{"Birmingham", "Alabama", "", "Birmingham/US 1"},
	{"al-Zahra", "Aleppo countryside", "", "Aleppo/SY 4"},
	{"Pokrovsk", "", "UA", "Pokrovsk/UA 1"},
	// City and province of one name.
	{"Homs", "", "", "Homs/SY 1"},
	{"Homs city", "Homs province", "", "Homs/SY 1"},
	{"Homs province", "", "", "Homs/SY 4"},
	{"Deir Ezzor governorate", "", "", "Deir ez-Zor/SY 4"},
	{"province of Aleppo", "", "", "Aleppo/SY 4"},
	{"Kherson", "Ukraine", "", "Kherson/UA 1"},
	{"Kherson region", "Ukraine", "UA", "Kherson Oblast/UA 4"},
	{"Donetsk oblast", "", "", "Donetsk/UA 4"},
	{"Anbar", "Iraq", "", "Al Anbar/IQ 4"},
	{"Helmand province", "", "", "Helmand/AF 4"},
	// Districts.
	{"Douma District", "Rif Dimashq", "", "Douma District/SY 3"},
	// Quarters that are not listed stand at their town; never at a village elsewhere.
	{"al-Qussour neighborhood", "Deir Ezzor city", "", "Deir ez-Zor/SY 2"},
	{"al-Qussour", "Deir Ezzor", "SY", "Deir ez-Zor/SY 2"},
	{"al-Mashlab neighborhood", "Raqqa city", "SY", "Ar Raqqah/SY 2"},
	{"al-Jamilia", "Aleppo city", "SY", "Aleppo/SY 2"},
	{"Tariq al-Bab", "Aleppo", "SY", "Aleppo/SY 2"},
	{"Saltivka district", "Kharkiv", "UA", "Kharkiv/UA 2"},
	{"al-Shati refugee camp", "Gaza City", "PS", "Gaza/PS 2"},
	{"al-Jadida quarter", "Mosul", "IQ", "Mosul/IQ 2"},
	{"a hospital", "Kunduz", "AF", "Kunduz/AF 2"},
	// Villages that are not listed stand in their province.
	{"Abdeen village", "Idlib", "SY", "Idlib/SY 4"},
	{"Ain Jara", "rural Aleppo", "SY", "Aleppo/SY 4"},
	{"Qumaytar", "Hama province", "", "Hama/SY 4"},
	{"Al-Rahiba", "Damascus Countryside", "", "Ar Ruḩaybah/SY 1"},
	{"al-Harbour farms", "Damascus Countryside", "", "Rif-dimashq/SY 4"},
	// Near, outside, south of.
	{"outskirts of Homs", "", "", "Homs/SY 2"},
	{"Homs countryside", "", "", "Homs/SY 2"},
	{"south of Mosul", "", "", "Mosul/IQ 2"},
	{"near Sirte", "Libya", "", "Sirte/LY 2"},
	{"15 kilometres north-west of Aden", "Yemen", "", "Aden/YE 2"},
	{"eastern Aleppo", "", "", "Aleppo/SY 2"},
	{"Atmeh crossing", "Idlib province", "", "Idlib/SY 4"},
	// Regions, borders, between.
	{"Eastern Ghouta", "", "", "Rif-dimashq/SY 4"},
	{"northern Syria", "", "", "Syria/SY 5"},
	{"Donbas", "", "", "Ukraine/UA 5"},
	{"Darfur", "Sudan", "", "Sudan/SD 5"},
	{"the Syrian-Turkish border", "", "SY", "Syria/SY 5"},
	{"between Homs and Palmyra", "", "", "Homs/SY 5"},
	{"Aleppo, Hama and Homs", "", "", "Syria/SY 5"},
	{"Douma and Harasta", "", "", "Dūmā/SY 2"},
	// Countries, capitals, the sea.
	{"Yemen", "", "", "Yemen/YE 6"},
	{"the Syrian capital", "", "", "Damascus/SY 1"},
	{"off the coast of Libya, in Libyan waters", "", "", "Libya/LY 7"},
	// Apostrophes lost.
	{"Syrias Homs", "", "", "Homs/SY 1"},
	{"Aleppos outskirts", "", "", "Aleppo/SY 2"},
	// Arabic, Russian, Ukrainian.
	{"حي القصور", "دير الزور", "SY", "Deir ez-Zor/SY 2"},
	{"محافظة إدلب", "", "", "Idlib/SY 4"},
	{"سراقب", "ريف إدلب", "", "Sarāqib/SY 1"},
	{"مدينة الموصل", "", "", "Mosul/IQ 1"},
	{"Бахмут", "Донецька область", "", "Bakhmut/UA 1"},
	{"Харківська область", "", "", "Kharkiv/UA 4"},
	// Nothing that is known, or too little.
	{"al-Harbour quarter", "", "", "-"},
	{"a village", "", "", "-"},
	{"", "", "", "-"},
	{"al-Harbour quarter", "", "SY", "Syria/SY 6"},
}

func TestResolve(t *testing.T) {
	g := Embedded()
	for _, c := range resolveCases {
		var within []string
		if c.within != "" {
			within = strings.Split(c.within, "|")
		}
		var ctx Context
		if c.context != "" {
			ctx.Countries = map[string]float64{c.context: 0.9, "US": 0.1}
		}
		w := g.Resolve(c.name, within, ctx)
		got := "-"
		if w.ID != "" {
			got = w.At + "/" + w.Country + " " + string(rune('0'+w.Precision))
		}
		if got != c.want {
			t.Errorf("Resolve(%q, %q, %s) = %s, want %s", c.name, c.within, c.context, got, c.want)
		}
		checkWhere(t, g, w, c.name)
	}
}

// checkWhere holds for every answer: own words kept, no point where there must be
// none, parents that are places.
func checkWhere(t interface{ Fatalf(string, ...any) }, g *Gazetteer, w isnad.Where, name string) {
	if w.Name != name {
		t.Fatalf("the name %q became %q", name, w.Name)
	}
	if (w.Lat == nil) != (w.Lon == nil) || w.Lat != nil && !w.Precision.Drawable() {
		t.Fatalf("%q: precision %d with coordinates", name, w.Precision)
	}
	if (w.ID == "") != (w.Precision == isnad.PlaceUnknown) || w.Precision < 0 || w.Precision > isnad.PlaceOpen {
		t.Fatalf("%q: ID %q, precision %d", name, w.ID, w.Precision)
	}
	for _, id := range []string{w.ID, w.Province, w.District} {
		if p, ok := g.Place(id); id != "" && (!ok || p.Country != w.Country) {
			t.Fatalf("%q: %s is no place of %s", name, id, w.Country)
		}
	}
	if w.Precision == isnad.PlaceProvince && w.Province == "" {
		t.Fatalf("%q: a province without its ID", name)
	}
}

func TestResolveNear(t *testing.T) {
	g := Embedded()
	town := g.Lookup("Deir ez-Zor")[0].ID
	// A quarter named after its town in the same passage stands there.
	w := g.Resolve("al-Qussour neighborhood", nil, Context{Countries: map[string]float64{"SY": 1}, Near: []string{town}})
	if w.ID != town || w.Precision != isnad.PlaceNear {
		t.Errorf("al-Qussour near Deir ez-Zor stands at %s, precision %d", w.At, w.Precision)
	}
	if w.Name != "al-Qussour neighborhood" {
		t.Errorf("its own words became %q", w.Name)
	}
	// Junk in the context is passed over.
	g.Resolve("Homs", nil, Context{Near: []string{"", "g", "gx", "g999999999"}, Countries: map[string]float64{"": 1}})
}

// The document's country never pulls a name away from the parent it was given.
func TestParentBeatsContext(t *testing.T) {
	g := Embedded()
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom([]struct{ name, parent, country string }{
			{"Tripoli", "Lebanon", "LB"}, {"Odessa", "Texas", "US"}, {"Moscow", "Idaho", "US"}, {"Hama", "Syria", "SY"}, {"Basra", "Iraq", "IQ"},
		}).Draw(t, "case")
		ctx := Context{Countries: map[string]float64{
			rapid.SampledFrom([]string{"SY", "IQ", "UA", "LY", "RU", "US"}).Draw(t, "country"): rapid.Float64Range(0, 1).Draw(t, "share"),
		}}
		if w := g.Resolve(c.name, []string{c.parent}, ctx); w.Country != c.country {
			t.Fatalf("%s in %s resolved to %s", c.name, c.parent, w.Country)
		}
	})
}

func FuzzResolve(f *testing.F) {
	f.Add("al-Qussour neighborhood", "Deir Ezzor city", "SY")
	f.Add("between A and B, near the border of الرقة", "", "")
	f.Add("area\xff of Tal al-Bab 'Ain's", "Homs province", "US")
	g := Embedded()
	f.Fuzz(func(t *testing.T, name, within, country string) {
		w := g.Resolve(name, []string{within, name}, Context{Countries: map[string]float64{country: 0.9}, Near: []string{within}})
		checkWhere(t, g, w, name)
	})
}
