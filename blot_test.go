package isnad_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"isnad"
)

func blotter(words ...string) *isnad.Blotter {
	m := isnad.Measure{Kind: isnad.MeasureRedact}
	for _, w := range words {
		m.Marks = append(m.Marks, isnad.Mark{Kind: isnad.MarkName, Words: w})
	}
	return isnad.NewBlotter([]isnad.Measure{m})
}

// TestBlotText: a name must go however it is spelled, and nothing but it.
func TestBlotText(t *testing.T) {
	for _, c := range []struct{ name, mark, in, want string }{
		{"plain", "Layla Haddad", "Layla Haddad fled.", "████████████ fled."},
		{"case and space", "layla  haddad", "LAYLA\u00a0Haddad fled.", "████████████ fled."},
		{"over a line", "Layla Haddad", "Layla\nHaddad", "█████\n██████"},
		{"possessive", "Layla", "Layla's and Layla’s", "█████'s and █████’s"},
		{"part of another word stays", "Ali", "Alight, Ali, malign", "Alight, ███, malign"},
		{"accents", "Helene Muller", "Hélène Müller", "█████████████"},
		{"hyphens", "Abu Omar", "Abu-Omar", "████████"},
		{"Arabic with vowel signs", "ليلى حداد", "قالت لَيْلَى حدّاد إن", "قالت █████████████ إن"},
		{"Arabic with another letter", "أحمد", "احمد وأحمد وبأحمد", "████ و████ وب████"},
		{"Arabic stretched", "حداد", "حـــداد", "███████"},
		{"Arabic within a word stays", "حداد", "حدادون", "حدادون"},
		{"marks of direction between letters", "Layla", "Lay\u200ela", "██████"},
		{"digits", "0991234567", "call ٠٩٩١٢٣٤٥٦٧", "call ██████████"},
		{"blotted twice is blotted once", "Layla", "█████ Layla", "█████ █████"},
		{"a passage with punctuation", "in the yellow house, behind the mill", "She lives in the yellow house — behind the mill.", "She lives █████████████████████████████████████."},
		{"nothing", "Layla", "nobody", "nobody"},
	} {
		if got := blotter(c.mark).Text(c.in); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestBlotPoints(t *testing.T) {
	b := isnad.NewBlotter([]isnad.Measure{{Kind: isnad.MeasureCoarsen, Degrees: 0.1}})
	for in, gone := range map[string]bool{
		"The house (35.93061, 36.63392) was hit": true,
		"at 35.930N 36.633E":                     true,
		"٣٥٫٩٣٠٦١، ٣٦٫٦٣٣٩٢":                     true,
		`35°55'50"N 36°38'02"E`:                  true,
		"3.5 and 4.25 million people":            false,
		"between 1,500 and 2,000 people":         false,
		"on 3.4.2019 at 12.30":                   false,
		"https://maps.example/?q=35.9306,36.633": true,
	} {
		if got := b.Text(in) != in; got != gone {
			t.Errorf("%q: blotted %v, want %v: %q", in, got, gone, b.Text(in))
		}
	}
	for in, want := range map[string]string{
		"https://maps.example/@35.93061,36.63392,17z":       "https://maps.example/",
		"https://maps.example/place/!3d35.93061!4d36.63392": "https://maps.example/",
		"https://news.example/2019/03/04/strike":            "https://news.example/2019/03/04/strike",
	} {
		if got := b.Address(in); got != want {
			t.Errorf("%q → %q, want %q", in, got, want)
		}
	}
}

// TestBlotReport: every field that holds words is blotted out, and names that the
// program gave are not.
func TestBlotReport(t *testing.T) {
	lat := 35.9
	const name = "Layla Haddad"
	r := isnad.Report{
		ID: isnad.MakeID('r', "x"), Capture: isnad.MakeID('c', "x"), SHA256: isnad.HashOf(nil), Key: "https://n.example/layla-haddad",
		Source: "Valley Post", SourceID: isnad.MakeID('s', "x"), Title: name + " fled", Bylines: []string{"By " + name},
		Dateline: isnad.Dateline{Words: "Layla Haddad, 4 March"}, Submitter: name, Notes: []string{name}, Terms: name,
		Canonical: "https://n.example/2019/layla-haddad-fled", Address: "https://n.example/%D9%84%D9%8A%D9%84%D9%89-%D8%AD%D8%AF%D8%A7%D8%AF",
		Links: []isnad.Link{{URL: "https://n.example/a?name=Layla+Haddad", Text: name}, {URL: "https://n.example/other", Text: "other"}},
		Media: []isnad.Media{{URL: "https://n.example/layla_haddad.jpg", Kind: "image", Caption: name + " with her children"}},
		Text:  "The child of " + name + " was hurt.", Doubts: []string{name},
	}
	before := r
	b := blotter(name, "ليلى حداد")
	b.Report(&r)
	doc, _ := json.Marshal(r)
	for _, w := range []string{"Layla", "layla", "Haddad", "haddad", "%D9%84"} {
		if strings.Contains(string(doc), w) {
			t.Errorf("%q is still there: %s", w, doc)
		}
	}
	if r.ID != before.ID || r.SHA256 != before.SHA256 || r.SourceID != before.SourceID || r.Key != before.Key || r.Source != before.Source || r.Links[1] != before.Links[1] {
		t.Errorf("more than the words changed: %+v", r)
	}
	if utf8.RuneCountInString(r.Text) != utf8.RuneCountInString(before.Text) {
		t.Error("the text has other characters than before: spans would be wrong")
	}

	c := isnad.Claim{Report: r.ID, Attribution: []string{name, "AFP"}, Claimant: isnad.MakeID('s', "layla"), Targets: []string{"the house of " + name},
		Counts: []isnad.Count{{Words: name}}, Quote: name, Victims: map[isnad.Category]int{isnad.CategoryAll: 1}, Place: isnad.Where{Name: "x", Lat: &lat}}
	b.Claim(&c)
	if doc, _ := json.Marshal(c); strings.Contains(string(doc), "Layla") || c.Claimant == isnad.MakeID('s', "layla") || c.Attribution[1] != "AFP" {
		t.Errorf("claim: %s", doc)
	}
	m := isnad.Measure{Kind: isnad.MeasureRedact, Addresses: true}
	r2 := before
	isnad.NewBlotter([]isnad.Measure{m}).Report(&r2)
	if r2.Address != "https://n.example/" || r2.Canonical != "https://n.example/" || r2.Title != before.Title {
		t.Errorf("addresses: %+v", r2)
	}
	m.Lifted = m.Time.AddDate(2020, 0, 0)
	if isnad.NewBlotter([]isnad.Measure{m}) != nil {
		t.Error("a lifted measure holds")
	}
}

// TestBlotHolds: what is marked is gone, the characters are as many as before,
// and to do it again changes nothing.
func TestBlotHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.StringOfN(rapid.SampledFrom([]rune("ab Aé'-.\nليىأاَـ1١")), 0, 60, -1)
		text, mark := letters.Draw(t, "text"), letters.Draw(t, "mark")
		m := isnad.Mark{Words: mark}
		b := blotter(mark)
		got := b.Text(text)
		if utf8.RuneCountInString(got) != utf8.RuneCountInString(text) {
			t.Fatalf("%q has other characters than %q", got, text)
		}
		if m.Count(got) != 0 {
			t.Fatalf("%q still stands in %q", mark, got)
		}
		if b.Text(got) != got {
			t.Fatalf("blotted twice: %q, once: %q", b.Text(got), got)
		}
	})
}

func TestCoarsen(t *testing.T) {
	lat, lon := 35.93061, 36.63392
	w := isnad.Where{ID: "g1", Name: "the mill", At: "Mill", Within: []string{"Harbour"}, Country: "SY", Province: "g3", District: "g2", Lat: &lat, Lon: &lon, Precision: isnad.PlaceExact}
	r := w
	r.Round(0.1)
	if *r.Lat != 35.9 || *r.Lon != 36.6 || r.Precision != isnad.PlaceNear || *w.Lat != lat {
		t.Errorf("rounded: %v %v %d", *r.Lat, *r.Lon, r.Precision)
	}
	names := func(id string) string { return map[string]string{"g2": "Harbour district", "g3": "Coast"}[id] }
	for area, want := range map[isnad.PlaceKind]string{isnad.KindDistrict: "Harbour district g2 3", isnad.KindProvince: "Coast g3 4", isnad.KindCountry: "SY  6"} {
		x := w.Widen(area, names)
		if got := strings.Join([]string{x.Name, x.ID, string(rune('0' + x.Precision))}, " "); got != want || x.Lat != nil || len(x.Within) > 0 {
			t.Errorf("%s: %+v", area, x)
		}
		if again := x.Widen(area, names); again.Name != x.Name {
			t.Errorf("%s twice: %+v", area, again)
		}
	}
}

// Words may stand escaped in an address, in a text too, and in its host.
func TestBlotEscaped(t *testing.T) {
	b := blotter("Rami Sayegh", "سلمى")
	for _, c := range []struct{ in, hidden string }{
		{"see https://x.example/Rami%20Sayegh/1 now", "Sayegh"},
		{"https://x.example/100%/rami%2Dsayegh", "sayegh"},
		{"filename*=UTF-8''%D8%B3%D9%84%D9%85%D9%89.html", "%D8%B3"},
		{"https://x.example/?u=rami%2520sayegh", "sayegh"},
		{"https://rami-sayegh.example/1", "sayegh"},
		{"https://x.example/?u=rami%" + strings.Repeat("25", 40_000) + "2Dsayegh", "sayegh"}, // as many times as anybody likes, in one look
	} {
		for _, got := range []string{b.Text(c.in), b.Address(c.in)} {
			if strings.Contains(got, c.hidden) {
				t.Errorf("%.100q became %.100q", c.in, got)
			}
		}
		if got := b.Text(c.in); utf8.RuneCountInString(got) != utf8.RuneCountInString(c.in) {
			t.Errorf("%.100q became %.100q: spans move", c.in, got)
		}
	}
	for _, s := range []string{"100%", "%zz and %e", "https://x.example/a%20b"} {
		if got := b.Text(s); got != s {
			t.Errorf("%q became %q", s, got)
		}
	}
}

// A name of letters that Arabic joins to the next word, written twice without a space, is blotted out
// in both places.
func TestBlotJoinedLetters(t *testing.T) {
	for text, want := range map[string]string{
		"قال باب إن":  "قال ███ إن",
		"قال بابباب":  "قال ██████",
		"قال وباب":    "قال و███",
		"قال بابابًا": "قال بابابًا", // another word
	} {
		if got := blotter("باب").Text(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}
