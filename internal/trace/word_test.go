package trace

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// read shows the words of a text as the characters they cover.
func read(text string) []string {
	runes := []rune(text)
	var out []string
	for _, w := range AppendWords(nil, text) {
		out = append(out, string(runes[w.Start:w.End]))
	}
	return out
}

func TestWordsOfScripts(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The mayor's car, a 4x4, wasn't hit.", "The|mayor's|car|a|4x4|wasn't|hit"},
		{"The mayor’s car — parked – left", "The|mayor’s|car|parked|left"},
		{"co-operate: 1,200 of 'them'", "co|operate|1|200|of|them"},
		{"قُتِلَ ثلاثةُ أشخاصٍ", "قُتِلَ|ثلاثةُ|أشخاصٍ"},
		{"المـــدينة «القديمة»، أمس", "المـــدينة|القديمة|أمس"},
		{"据当地消息", "据|当|地|消|息"},
		{"ในเมือง hotel", "ใ|น|เ|มื|อ|ง|hotel"},
		{"Ёлка и дом", "Ёлка|и|дом"},
		{"a\xffb", "a|b"},
		{"", ""},
		{" .,;", ""},
	} {
		if got := strings.Join(read(c.text), "|"); got != c.want {
			t.Errorf("words of %q are %q, want %q", c.text, got, c.want)
		}
	}
}

// Forms that people write for each other must be one word, and others not.
func TestFolding(t *testing.T) {
	hash := func(s string) string {
		var b strings.Builder
		for _, w := range AppendWords(nil, s) {
			fmt.Fprintf(&b, "%08x ", w.Hash)
		}
		return b.String()
	}
	for _, same := range [][]string{
		{"Saraqib SARAQIB", "saraqib Saraqib"},
		{"don't", "don’t", "dont"},
		{"café", "cafe\u0301", "CAFÉ"},
		{"إدلب", "ادلب", "أدلب"},
		{"مدينة", "مدينه", "مديـــنة", "مَدِينَة"},
		{"مستشفى", "مستشفي", "مستشفی"},
		{"14 ١٤ ۱۴", "١٤ 14 14"},
		{"ＡＢ１", "ab1"},
		{"soft\u00adhyphen", "softhyphen"},
		{"ёлка", "елка"},
	} {
		for _, s := range same[1:] {
			if hash(s) != hash(same[0]) {
				t.Errorf("%q and %q differ when folded", same[0], s)
			}
		}
	}
	for _, differ := range [][2]string{{"14", "41"}, {"كتب", "كتاب"}, {"were", "where"}, {"ab c", "a bc"}} {
		if hash(differ[0]) == hash(differ[1]) {
			t.Errorf("%q and %q are the same when folded", differ[0], differ[1])
		}
	}
}

// Hashes are stored: they may not change without a new Version.
func TestHashesStay(t *testing.T) {
	w := AppendWords(nil, "Seven people waited near the old bridge إدلب ١٤")
	var got []string
	for _, m := range AppendMarks(nil, w) {
		got = append(got, fmt.Sprintf("%d:%010x", m.At, uint64(m.Print)))
	}
	if s, want := strings.Join(got, " "), "1:0731662d8b"; s != want {
		t.Errorf("Version %d: marks are %s, want %s", Version, s, want)
	}
}

// quotedWords shows which words are quoted.
func quotedWords(text string) string {
	runes := []rune(text)
	var out []string
	for _, w := range AppendWords(nil, text) {
		if w.Flags&Quoted != 0 {
			out = append(out, string(runes[w.Start:w.End]))
		}
	}
	return strings.Join(out, " ")
}

func TestQuotations(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`He said "we are safe" and left.`, "we are safe"},
		{`“We are safe,” she said. “All of us.”`, "We are safe All of us"},
		{`وقال «نحن بخير» ثم غادر`, "نحن بخير"},
		{`وقال ”نحن بخير“ ثم`, "نحن بخير"},
		{`„Wir sind da“, sagte er`, "Wir sind da"},
		{`He said ‘we won’t go’ twice`, "we won’t go"},
		{`the pilots' union and the drivers' union`, ""},
		{"“First paragraph of it.\n\n“Second of it,” he said", "First paragraph of it Second of it"},
		{`他说「我们安全」然后`, "我 们 安 全"},
		{`a 5" gun and a shell`, ""},
	} {
		if got := quotedWords(c.text); got != c.want {
			t.Errorf("quoted in %q is %q, want %q", c.text, got, c.want)
		}
	}
}

// Every word lies inside its text, after the word before, and the same text
// gives the same words wherever it stands.
func TestWordsProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkWords(t, rapid.StringOf(rapid.RuneFrom([]rune("ab é'’\"“”.\n-قـَ١城ก🜁\u200f"))).Draw(t, "text"))
	})
}

func checkWords(t interface{ Fatalf(string, ...any) }, text string) {
	words := AppendWords(nil, text)
	end := uint32(0)
	n := uint32(utf8.RuneCountInString(text))
	for _, w := range words {
		if w.Start-uint32(w.Lead) < end && w.Start < end || w.End <= w.Start || w.End+uint32(w.Trail) > n || uint32(w.Lead) > w.Start {
			t.Fatalf("word %+v of %q (%d code points), the one before ends at %d", w, text, n, end)
		}
		end = w.End
	}
	again := AppendWords(nil, "x "+text)
	if len(again) != len(words)+1 {
		t.Fatalf("%q has %d words, and %d behind another", text, len(words), len(again)-1)
	}
	for i, w := range words {
		if a := again[i+1]; a.Hash != w.Hash || a.Start != w.Start+2 || a.End != w.End+2 {
			t.Fatalf("word %d of %q is %+v alone and %+v behind another", i, text, w, a)
		}
	}
}

func FuzzWords(f *testing.F) {
	f.Add("The mayor’s \"car\" — قُتِلَ ١٤ 据 ﷺ ﻻ")
	f.Fuzz(func(t *testing.T, text string) { checkWords(t, text) })
}

// Ten equal words in a row leave a common print, whatever stands around them.
func TestWinnowingGuarantee(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom(strings.Fields("road market evening school bakery bridge north hospital water light street morning of the and in"))
		draw := func(lo, hi int, name string) string {
			return strings.Join(rapid.SliceOfN(word, lo, hi).Draw(t, name), " ")
		}
		common := draw(ShingleWords+Window-1, 40, "common")
		a := SketchOf(draw(0, 30, "a") + " " + common + " " + draw(0, 30, "b"))
		b := SketchOf(draw(0, 30, "c") + " " + common + " " + draw(0, 30, "d"))
		for _, p := range a {
			for _, q := range b {
				if p == q {
					return
				}
			}
		}
		t.Fatalf("%q leaves no common print", common)
	})
}
