package sources

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"isnad"
)

func TestOneSourceUnderItsNames(t *testing.T) {
	b := Embedded()
	for _, group := range [][]string{
		{"Syrian Observatory for Human Rights", "the Syrian Observatory for Human Rights", "Syrian Observatory", "SOHR", "المرصد السوري",
			"المرصد السوري لحقوق الإنسان", "THE SYRIAN OBSERVATORY FOR HUMAN RIGHTS", "Syrian Observatory for Human Rights (SOHR)",
			"“Syrian Observatory for Human Rights”", "Britain-based Syrian Observatory for Human Rights"},
		{"AFP", "Agence France-Presse", "Agence France Presse", "فرانس برس"},
		{"Reuters", "رويترز", "Thomson Reuters"},
		{"SANA", "Syrian Arab News Agency", "the Syrian Arab News Agency", "وكالة سانا", "سانا", "SANAs"},
		{"The Guardian", "Guardian", "the Guardian"},
		{"Médecins Sans Frontières", "Medecins sans frontieres", "MSF", "Doctors Without Borders", "أطباء بلا حدود"},
		{"Gaza Health Ministry", "the health ministry in Gaza", "Gaza's Ministry of Health", "Hamas-run health ministry", "وزارة الصحة في غزة"},
		{"Russian Defence Ministry", "Russia's Ministry of Defense", "Russian Defense Ministry", "the Russian Ministry of Defence", "Минобороны России"},
		{"White Helmets", "Syria Civil Defence", "Syrian Civil Defense", "الخوذ البيضاء"},
	} {
		first, ok := b.Lookup(group[0])
		if !ok {
			t.Errorf("%q is not listed", group[0])
		}
		for _, n := range group[1:] {
			if s, ok := b.Lookup(n); !ok || s.ID != first.ID {
				t.Errorf("Lookup(%q) = %q, listed %v; want %q", n, s.Name, ok, first.Name)
			}
		}
	}
}

// Names that no list holds must still come together under one ID, and not with others'.
func TestUnlistedNamesShareAnID(t *testing.T) {
	b := Embedded()
	id := func(n string) string {
		s, ok := b.Lookup(n)
		if ok {
			t.Errorf("%q is listed as %q", n, s.Name)
		}
		return s.ID
	}
	for _, group := range [][]string{
		{"Harbour Lantern", "the Harbour Lantern", "HARBOUR LANTERN", "The Harbour-Lantern", "“Harbour Lantern”"},
		{"Iraqi Culture Ministry", "Iraq's Ministry of Culture", "Ministry of Culture of Iraq", "the Iraqi Ministry of Culture"},
		{"Fisheries Board", "the Fisheries Board"},
		{"إذاعة الميناء", "إذاعةُ الميناء"},
	} {
		for _, n := range group[1:] {
			if id(n) != id(group[0]) {
				t.Errorf("%q and %q have different IDs", n, group[0])
			}
		}
	}
	if id("Harbour Lantern") == id("Harbour Beacon") {
		t.Error("different names share an ID")
	}
	if s, _ := b.Lookup("Harbour Lantern"); s.ID != isnad.MakeID('s', "harbour lantern") {
		t.Errorf("ID %q is not made from the folded name", s.ID)
	}
}

func TestGuess(t *testing.T) {
	for name, want := range map[string]isnad.SourceKind{
		"local and media sources":           isnad.SourceUnnamed,
		"a military source":                 isnad.SourceUnnamed,
		"activists in the town":             isnad.SourceUnnamed,
		"a resident":                        isnad.SourceUnnamed,
		"two medics":                        isnad.SourceUnnamed,
		"مصادر محلية":                       isnad.SourceUnnamed,
		"شهود عيان":                         isnad.SourceUnnamed,
		"Ministry of Fisheries":             isnad.SourceOfficial,
		"a spokesman for the governor":      isnad.SourceOfficial,
		"the police":                        isnad.SourceOfficial,
		"وزارة الزراعة":                     isnad.SourceOfficial,
		"الدفاع المدني":                     isnad.SourceOfficial,
		"الهلال الأحمر":                     isnad.SourceMonitor,
		"Moscow":                            isnad.SourceOfficial,
		"Turkish General Staff":             isnad.SourceOfficial,
		"Port City News Agency":             isnad.SourceAgency,
		"وكالة الميناء":                     isnad.SourceAgency,
		"Harbour Daily":                     isnad.SourceOutlet,
		"state television":                  isnad.SourceOutlet,
		"قناة الميناء":                      isnad.SourceOutlet,
		"harbourtimes":                      isnad.SourceOutlet,
		"Twitter user":                      isnad.SourceSocial,
		"@harbour_watcher":                  isnad.SourceSocial,
		"a Telegram channel":                isnad.SourceSocial,
		"Delta Observatory":                 isnad.SourceMonitor,
		"a rights group":                    isnad.SourceMonitor,
		"Harbour Brigade":                   isnad.SourceParty,
		"Miriam Okonjo-Vale":                isnad.SourcePerson,
		"Tarik bin Yusef al-Harbi":          isnad.SourcePerson,
		"سلمى الميناوي":                     isnad.SourcePerson,
		"Health Ministry spokesman Jan Oak": isnad.SourceOfficial,
	} {
		if got := Guess(name); got != want {
			t.Errorf("Guess(%q) = %s, want %s", name, got, want)
		}
	}
}

func TestFind(t *testing.T) {
	for text, want := range map[string]string{
		"the Syrian Observatory for Human Rights (SOHR) said":        "Syrian Observatory for Human Rights|SOHR",
		"a doctor told AFP and Reuters on Monday":                    "AFP|Reuters",
		"Iraq's Defence Ministry said; the health ministry in Gaza":  "Iraq's Defence Ministry|health ministry in Gaza",
		"the Foreign and Expatriates Ministry called on the council": "Foreign and Expatriates Ministry",
		"those who sent him an ap to map":                            "",
		"وقالت وكالة سانا إن المرصد السوري نفى":                      "وكالة سانا|المرصد السوري",
		"بحسب ما نقلته لرويترز":                                      "رويترز",
		"HARBOUR TOWN NEWS: THE UN IS HERE":                          "",
		"SANAs correspondent":                                        "SANAs",
		"ministry":                                                   "",
		"the ministry of silly things":                               "",
	} {
		var got []string
		for _, m := range Embedded().Find(text) {
			got = append(got, m.Name)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("Find(%q) = %q, want %q", text, s, want)
		}
	}
}

// The file must hold what the design asks for, and every kind must be one of the root's.
func TestFile(t *testing.T) {
	b, err := parse(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(b.list) < 150 {
		t.Errorf("%d sources", len(b.list))
	}
	kinds := map[isnad.SourceKind]bool{
		isnad.SourceOutlet: true, isnad.SourceAgency: true, isnad.SourceOfficial: true, isnad.SourceMonitor: true,
		isnad.SourceParty: true, isnad.SourceSocial: true,
	}
	for _, s := range b.list {
		if !kinds[s.Kind] {
			t.Errorf("%s is a %q", s.Name, s.Kind)
		}
		if s.Home != "" && (!strings.HasPrefix(s.Home, "http") || strings.ContainsAny(s.Home, " \t")) {
			t.Errorf("%s has home %q", s.Name, s.Home)
		}
		if got, ok := b.Lookup(s.Name); !ok || got.ID != s.ID {
			t.Errorf("%q is not found under its own name", s.Name)
		}
		if got, ok := b.Source(s.ID); !ok || got.Name != s.Name {
			t.Errorf("%q is not found under its ID", s.Name)
		}
		for _, n := range s.Names {
			if got, ok := b.Lookup(n.Text); !ok || got.ID != s.ID {
				t.Errorf("%q leads to %q, not to %q", n.Text, got.Name, s.Name)
			}
		}
	}
}

func TestBadFile(t *testing.T) {
	for _, f := range []string{"agency", "agency\t\tA Name\nagency\t\ta name", "agency\t\tOne\tTwo\nagency\t\tThree\tTwo", "agency\t\t..."} {
		if _, err := parse(f); err == nil {
			t.Errorf("parse(%q) gave no error", f)
		}
	}
}

func checkMentions(t interface{ Fatalf(string, ...any) }, text string) {
	last := 0
	for _, m := range Embedded().Find(text) {
		if m.Start < last || m.End <= m.Start || m.End > len(text) || text[m.Start:m.End] != m.Name {
			t.Fatalf("mention [%d,%d) %q of %q", m.Start, m.End, m.Name, text)
		}
		if !utf8.RuneStart(text[m.Start]) || m.End < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[m.End]) {
			t.Fatalf("mention [%d,%d) cuts a character of %q", m.Start, m.End, text)
		}
		if m.ID == "" || m.Kind == "" {
			t.Fatalf("mention %q has no source", m.Name)
		}
		last = m.End
	}
}

func TestMentionsAreInTheText(t *testing.T) {
	word := rapid.SampledFrom([]string{"SANA", "the", "Syrian", "Observatory", "for", "Human", "Rights", "Ministry", "of", "Health", "Iraq's", "in", "Gaza",
		"وكالة", "لسانا", "المرصد", "السوري", ",", ".", "-", "’s", "\xff", "WHO", "who", "ministry", "\u200f"})
	rapid.Check(t, func(t *rapid.T) {
		checkMentions(t, strings.Join(rapid.SliceOf(word).Draw(t, "words"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "gap")))
	})
}

func FuzzFind(f *testing.F) {
	f.Add("the Syrian Observatory said, Ministry of Health in Gaza وكالة سانا")
	f.Add("a\xffSANA's\u200d ministry")
	f.Fuzz(func(t *testing.T, text string) {
		checkMentions(t, text)
		s, _ := Embedded().Lookup(text)
		if (s.ID == "") != (s.Kind == "") {
			t.Fatalf("Lookup(%q) = %+v", text, s)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("A doctor in the town told AFP that the Syrian Observatory for Human Rights counts nine dead, the Health Ministry said on Monday. ", 40)
	Embedded()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Embedded().Find(text)
	}
}

func BenchmarkLookup(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Embedded().Lookup("the Syrian Observatory for Human Rights")
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := parse(file); err != nil {
			b.Fatal(err)
		}
	}
}
