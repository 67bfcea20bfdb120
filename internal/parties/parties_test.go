package parties

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestOnePartyUnderItsNames(t *testing.T) {
	b := Embedded()
	for id, names := range map[string][]string{
		"p-sdf":             {"SDF", "QSD", "Syrian Democratic Forces", "the Syrian Democratic Forces", "قوات سوريا الديمقراطية", "قسد", "Сирийские демократические силы", "SDF fighters"},
		"p-is":              {"ISIS", "ISIL", "IS", "Isis", "Daesh", "DAESH", "Daeshs", "ISIS'", "Islamic State group", "so-called Islamic State", "داعش", "تنظيم الدولة الإسلامية", "ИГИЛ", "ISIS terrorists"},
		"p-coalition":       {"US-led coalition", "U.S.-led coalition", "international coalition", "the international coalition led by the US", "warplanes of the international coalition", "CJTF-OIR", "التحالف الدولي"},
		"p-syria":           {"Syrian Arab Army", "SAA", "Syrian army", "Assad regime", "Assads forces", "Syrian government forces", "Syrian fighter jets", "الجيش السوري", "Syrias military", "Syrian", "Syria"},
		"p-russia":          {"Russian forces", "Russia's military", "Russian", "Russia", "القوات الروسية", "Russian and Syrian"},
		"p-vks":             {"Russian warplanes", "Russian Aerospace Forces", "Russia's Aerospace Forces", "ВКС России"},
		"p-nusra":           {"al-Nusra Front", "Jabhat al-Nusra", "Nusra Front", "Jabhat an-Nusra", "جبهة النصرة", "al-Nusra militants"},
		"p-jaish-al-fatah":  {"Army of Conquest", "Jaish al-Fatah", "Jeish al-Fath"},
		"p-israel":          {"IDF", "Israel Defense Forces", "Israeli army", "Israeli artillery", "جيش الاحتلال الإسرائيلي", `צה"ל`},
		"p-houthis":         {"Houthis", "Houthi rebels", "Ansar Allah", "Ansarullah", "أنصار الله", "الحوثيين"},
		"p-saudi-coalition": {"Saudi-led coalition", "the Saudi-led Arab coalition", "التحالف العربي"},
		"p-rsf":             {"RSF", "Rapid Support Forces", "قوات الدعم السريع", "paramilitary Rapid Support Forces"},
		"p-sudan":           {"Sudanese Armed Forces", "SAF", "Sudanese army", "الجيش السوداني"},
		"p-ukraine":         {"Armed Forces of Ukraine", "Ukrainian troops", "ЗСУ", "ВСУ", "Ukraine's armed forces"},
		"p-hezbollah":       {"Hezbollah", "Hizbullah", "Hizballah", "حزب الله", "חיזבאללה"},
		"p-qassam":          {"al-Qassam Brigades", "Izz ad-Din al-Qassam Brigades", "كتائب القسام"},
		"p-wagner":          {"Wagner Group", "ЧВК Вагнер", "Wagner mercenaries"},
		"p-jnim":            {"JNIM", "Jama'at Nusrat al-Islam wal-Muslimin", "GSIM"},
		"p-m23":             {"M23", "March 23 Movement", "M23 rebels"},
		"p-myanmar":         {"Tatmadaw", "Myanmar junta", "Myanmar military", "Burmese soldiers"},
		"p-taliban":         {"Taliban", "Taleban", "طالبان", "Islamic Emirate of Afghanistan"},
		"p-turkey":          {"Turkish army", "Turkish Armed Forces", "Turkish border guards", "الجيش التركي"},
		"p-lna":             {"LNA", "Libyan National Army", "Haftar's forces", "قوات حفتر"},
	} {
		for _, n := range names {
			if p, ok := b.Lookup(n); !ok || p.ID != id {
				t.Errorf("Lookup(%q) = %q, want %s", n, p.ID, id)
			}
		}
	}
}

// Words that name no one in particular must stay unnamed.
func TestNoParty(t *testing.T) {
	b := Embedded()
	for _, n := range []string{"", "rebels", "militants", "government forces", "the army", "regime forces", "terrorists", "a sniper", "Syrian opposition",
		"Kurdish fighters", "warplanes", "coalition", "insurgents", "is", "us", "police", strings.Repeat("ISIS ", 1000), "\xff", "…"} {
		if p, ok := b.Lookup(n); ok {
			t.Errorf("Lookup(%.30q) = %s", n, p.ID)
		}
	}
}

func TestFind(t *testing.T) {
	for text, want := range map[string]string{
		"IS fighters shelled YPG lines, the SDF said":                     "IS=p-is|YPG=p-ypg|SDF=p-sdf",
		"this is what saf and pa did":                                     "",
		"What he IS is clear; HERE IT IS AGAIN TODAY":                     "IS=p-is",
		"the US-led international coalition and Iraqi soldiers":           "US-led international coalition=p-coalition|Iraqi soldiers=p-iraq",
		"Turkish fighter jets and Russian attack helicopters":             "Turkish fighter jets=p-turkey|Russian attack helicopters=p-russia",
		"the Turkish-backed factions, the Russian embassy":                "",
		"fighters known as Nusra Front":                                   "Nusra Front=p-nusra",
		"the U.S. military denied it":                                     "U.S. military=p-us",
		"Russia bombed, Israel denied":                                    "",
		"Syria's army and Assads regime":                                  "Syria's army=p-syria|Assads regime=p-syria",
		"قصفت قوات الدعم السريع المدينة وردّ الجيش السوداني":              "قوات الدعم السريع=p-rsf|الجيش السوداني=p-sudan",
		"معارك مع داعش ولداعش":                                            "داعش=p-is|داعش=p-is",
		"Удары ВКС России, заявили ЗСУ":                                   "ВКС России=p-vks|ЗСУ=p-ukraine",
		"Hamas, Islamic Jihad. Army of Islam fought Hayat Tahrir al-Sham": "Hamas=p-hamas|Islamic Jihad=p-pij|Army of Islam=p-jaish-al-islam|Hayat Tahrir al-Sham=p-hts",
	} {
		var got []string
		for _, m := range Embedded().Find(text) {
			got = append(got, m.Name+"="+m.ID)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("Find(%q)\n got %q\nwant %q", text, s, want)
		}
	}
}

// The file must hold what the design asks for, and every name must lead home.
func TestFile(t *testing.T) {
	b, err := parse(file)
	if err != nil {
		t.Fatal(err)
	}
	names := 0
	for _, p := range b.list {
		if !slices.Contains(Kinds(), p.Kind) {
			t.Errorf("%s is a %q", p.ID, p.Kind)
		}
		if len(p.Country) != 0 && len(p.Country) != 2 {
			t.Errorf("%s has country %q", p.ID, p.Country)
		}
		names += 1 + len(p.Names)
		if got, ok := b.Lookup(p.Name); !ok || got.ID != p.ID {
			t.Errorf("%q leads to %q", p.Name, got.ID)
		}
		for _, n := range p.Names {
			if got, ok := b.Lookup(n.Text); !ok || got.ID != p.ID {
				t.Errorf("%q leads to %q, not to %s", n.Text, got.ID, p.ID)
			}
		}
		for seen, id := map[string]bool{}, p.ID; id != ""; {
			if seen[id] {
				t.Fatalf("%s is its own ancestor", id)
			}
			seen[id] = true
			q, ok := b.Party(id)
			if !ok {
				t.Fatalf("%s is not listed", id)
			}
			id = q.Parent
		}
	}
	if len(b.list) < 150 || names < 800 {
		t.Errorf("%d parties, %d names", len(b.list), names)
	}
}

func TestBadFile(t *testing.T) {
	for _, f := range []string{"p-a", "a\tx\t\t\tName\t", "p-a\tx\t\tp-b\tName\t", "p-a\tx\t\t\tName\t\np-b\tx\t\t\tname\t", "p-a\tx\t\t\tA B\t\np-a\tx\t\t\tC\t", "p-a\tx\t\t\t--\t"} {
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
		if _, ok := Embedded().Party(m.ID); !ok {
			t.Fatalf("mention %q is of %q", m.Name, m.ID)
		}
		last = m.End
	}
}

func TestMentionsAreInTheText(t *testing.T) {
	word := rapid.SampledFrom([]string{"IS", "ISIS", "the", "Syrian", "Democratic", "Forces", "army", "US", "U.S.", "-led", "coalition", "Russian", "war", "planes",
		"داعش", "ولداعش", "قوات", "النظام", ",", ".", "-", "'", "’s", "\xff", "al", "Nusra", "\u200f", "ּ"})
	rapid.Check(t, func(t *rapid.T) {
		checkMentions(t, strings.Join(rapid.SliceOf(word).Draw(t, "words"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "gap")))
	})
}

func FuzzFind(f *testing.F) {
	f.Add("IS fighters shelled YPG lines; U.S.-led coalition; ولداعش")
	f.Add("Syrian\xffgovernment ISIS'")
	f.Fuzz(func(t *testing.T, text string) {
		checkMentions(t, text)
		if p, ok := Embedded().Lookup(text); ok && p.ID == "" {
			t.Fatalf("Lookup(%q) gave a party without an ID", text)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	book := Embedded()
	text := strings.Repeat("At least nine people were killed when shells hit a market on Tuesday, a medic said, and the Syrian army denied that Russian warplanes had struck. IS said nothing. ", 40)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		book.Find(text)
	}
}

func BenchmarkLookup(b *testing.B) {
	book := Embedded()
	b.ReportAllocs()
	for b.Loop() {
		book.Lookup("warplanes of the international coalition")
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := parse(file); err != nil {
			b.Fatal(err)
		}
	}
}

// Each suggestion comes with its ground.
func TestMeantSaysWhy(t *testing.T) {
	b := Embedded()
	for _, c := range []struct {
		name, country string
		id            string
		why           Why
	}{
		{"Rapid Support Forces", "SD", "p-rsf", WhyListed},
		{"قوات الدعم السريع", "SD", "p-rsf", WhyListed},
		{"fighters of the Rapid Support Forces", "", "p-rsf", WhyWithin},
		{"Jeish al-Fath", "SY", "p-jaish-al-fatah", WhySpelling},
		{"Russian and Syrian", "SY", "p-russia", WhyNationality},
		{"Iraqi soldiers", "SY", "p-iraq", WhyWithin},
		{"government forces", "SY", "p-syria", WhyContext},
		{"the army", "SD", "p-sudan", WhyContext},
		{"regime warplanes", "SY", "p-syria", WhyContext},
		{"air force", "MM", "p-myanmar", WhyContext},
		{"government forces", "", "", ""},       // of which state?
		{"government forces", "LY", "", ""},     // two governments
		{"opposition forces", "SY", "", ""},     // not the government's side
		{"forces", "SY", "", ""},                // anybody's
		{"local government", "SY", "", ""},      // no armed force
		{"army of volunteers", "SD", "", ""},    // one that is not listed
		{"the pro-government army", "", "", ""}, // no country
	} {
		p, why, ok := b.Meant(c.name, c.country)
		if p.ID != c.id || why != c.why || ok != (c.id != "") {
			t.Errorf("Meant(%q, %q) = %q by %q, want %q by %q", c.name, c.country, p.ID, why, c.id, c.why)
		}
	}
}
