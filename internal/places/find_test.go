package places

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func found(text string) string {
	var out []string
	for _, m := range Embedded().Find(text) {
		out = append(out, m.Name)
	}
	return strings.Join(out, "|")
}

func TestFind(t *testing.T) {
	for text, want := range map[string]string{
		// Prominent names stand alone; the longest wins.
		"Shells fell on Aleppo, Idlib and Deir ez-Zor.": "Aleppo|Idlib|Deir ez-Zor",
		"The Gaza Strip and Gaza City were hit.":        "Gaza Strip|Gaza City",
		"A blast in South Sudan, none in Sudan":         "South Sudan|Sudan",
		"AL-RAQQA: three dead":                          "AL-RAQQA",
		"planes over al-Raqqa and Al Hasakah":           "al-Raqqa|Al Hasakah",
		"Syria's Homs":                                  "Syria|Homs",
		"Syrias Homs and Aleppos east":                  "Syria|Homs|Aleppo",
		"U.S. and US and us":                            "U.S|US",
		"Mariupol, Bakhmut and Kherson in Ukraine":      "Mariupol|Bakhmut|Kherson|Ukraine",
		"Обстреляны Харьков и Бахмут":                   "Харьков|Бахмут",
		// Arabic: no capitals, letters written with the word.
		"قتل عشرة في حلب وحمص":        "حلب|حمص",
		"قصف على مدينة الرقة بسوريا":  "الرقة|سوريا",
		"غارات للتحالف على دير الزور": "دير الزور",
		// Common words and people's names are no places.
		"Police said of March: They Says no. Most Reading is Nice.": "",
		"Of the men, Hassan and Ali were hurt":                      "",
		"Ibrahim Hassan told reporters in May":                      "",
		"She was on the list in April":                              "",
		"The White House and the Eastern front":                     "",
		"a German at the Arab Media Centre":                         "",
		"on Castello Road, fighters of Ahrar al-Sham":               "",
		"Jabhat Fatah al-Sham, said a Khan in Western suburbs":      "",
		// A village counts where the text is about its country and a cue stands by.
		"Clashes in Binnish, in Syria's Idlib province": "Binnish|Syria|Idlib",
		"Shelling of the village of Kafr Zita":          "Kafr Zita",
		// One that is spelt otherwise, in a country the text is about.
		"Raids on the Syrian town of Atareb and in Qamishli, Syria": "Atareb|Qamishli|Syria",
		"a house in Atareb, Canada":                                 "Canada",
		"as Homs burned, at Aleppo":                                 "Homs|Aleppo",
		"":                                                          "",
	} {
		if got := found(text); got != want {
			t.Errorf("Find(%q)\n got %q\nwant %q", text, got, want)
		}
	}
}

func TestFindCandidates(t *testing.T) {
	g := Embedded()
	for _, m := range g.Find("Shelling in Tripoli, Damascus and Odesa") {
		if len(m.Candidates) == 0 || len(m.Candidates) > maxCandidates {
			t.Errorf("%s has %d candidates", m.Name, len(m.Candidates))
		}
		for i, c := range m.Candidates {
			if _, ok := g.Place(c.ID); !ok || c.Score < 0 || c.Score > 1 || i > 0 && c.Score > m.Candidates[i-1].Score {
				t.Errorf("%s: candidate %d is %+v", m.Name, i, c)
			}
		}
	}
}

func checkMentions(t interface{ Fatalf(string, ...any) }, text string) {
	last := 0
	for _, m := range Embedded().Find(text) {
		if m.Start < last || m.End <= m.Start || m.End > len(text) || text[m.Start:m.End] != m.Name || len(m.Candidates) == 0 {
			t.Fatalf("mention [%d,%d) %q of %q", m.Start, m.End, m.Name, text)
		}
		if !utf8.RuneStart(text[m.Start]) || m.End < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[m.End]) {
			t.Fatalf("mention [%d,%d) cuts a character of %q", m.Start, m.End, text)
		}
		last = m.End
	}
}

func TestMentionsAreInTheText(t *testing.T) {
	word := rapid.SampledFrom([]string{"Aleppo", "al", "Al-", "Bab", "in", "village", "of", "the", "Deir", "ez", "Zor", "Ezzor", "Syria", "'s", "’", "s",
		"حلب", "وحمص", "دِمَشق", "للرقة", "و", "Харків", "חיפה", ",", ".", "-", "\n", "\xff", "\u200f", "ـ", "\u0301", "Hassan", "US"})
	rapid.Check(t, func(t *rapid.T) {
		checkMentions(t, strings.Join(rapid.SliceOf(word).Draw(t, "words"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "gap")))
	})
}

func FuzzFind(f *testing.F) {
	f.Add("Shells fell on al-Bab, near Deir ez-Zor, in Syria's east; وبحمص وللرقة")
	f.Add("Al-\xff'Bab\u200f U.S.-led")
	f.Fuzz(func(t *testing.T, text string) { checkMentions(t, text) })
}

func BenchmarkEmbedded(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Embedded()
	}
}

func BenchmarkFind(b *testing.B) {
	g := Embedded()
	text := strings.Repeat("At least nine people were killed when shells hit a market in the town of Binnish, in Syria's Idlib province, on Tuesday, "+
		"a medic said. Residents of Aleppo and Deir ez-Zor spoke of more raids overnight, and the army denied it had struck homes. ", 40)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		g.Find(text)
	}
}

func BenchmarkFindArabic(b *testing.B) {
	g := Embedded()
	text := strings.Repeat("قتل تسعة مدنيين على الأقل في قصف استهدف سوقا في بلدة بنش بمحافظة إدلب يوم الثلاثاء وفق ما قاله مسعف ", 60)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		g.Find(text)
	}
}

func BenchmarkLookup(b *testing.B) {
	g := Embedded()
	for name, q := range map[string]string{"listed": "Deir ez-Zor", "spelt": "Jisr as-Shugoor", "absent": "Qwertyburg"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				g.Lookup(q)
			}
		})
	}
}

func BenchmarkResolve(b *testing.B) {
	g := Embedded()
	c := Context{Countries: map[string]float64{"SY": 0.9, "US": 0.1}}
	b.ReportAllocs()
	for b.Loop() {
		g.Resolve("al-Qussour neighborhood", []string{"Deir Ezzor city"}, c)
	}
}

func BenchmarkPlaceProvince(b *testing.B) {
	g := Embedded()
	r, _ := g.byCode("SY.09")
	id := g.id(r)
	b.ReportAllocs()
	for b.Loop() {
		g.Place(id)
	}
}
