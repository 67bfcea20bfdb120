package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"isnad"
)

func TestForms(t *testing.T) {
	s := newStemmer()
	for _, test := range []struct{ word, exact, stem string }{
		{"Strikes", "strikes", "strike"},
		{"strike", "strike", "strike"},
		{"council's", "council", "council"},
		{"Council’s", "council", "council"},
		{"Ba'ath", "baath", "baath"},
		{"Baʿath", "baath", "baath"},
		{"Qāmišlī", "qamisli", "qamisli"},
		{"ﬁre", "fire", "fire"},
		{"٢٣", "23", "23"},
		{"۱۴", "14", "14"},
		{"غارة", "غاره", "غار"},
		{"غارات", "غارات", "غار"},
		{"الغارة", "الغاره", "غار"},
		{"والغارات", "والغارات", "غار"},
		{"قَصْف", "قصف", "قصف"},
		{"أحياء", "احياء", "احياء"},
		{"إلى", "الي", "ال"},
		{"كوردی", "كوردي", "كورد"},
		{"Москва", "москва", "москва"},
		{"ـــ", "", ""},
	} {
		exact, stem := s.forms(test.word)
		if exact != test.exact || stem != test.stem {
			t.Errorf("%q: exact %q, stem %q; want %q, %q", test.word, exact, stem, test.exact, test.stem)
		}
	}
}

func TestCutWords(t *testing.T) {
	for text, want := range map[string]string{
		"":                         "",
		"One, two—three.":          "One|two|three",
		"al-Nusra's 'men' o'clock": "al|Nusra's|men|o'clock",
		"14-year 2,000 3.5":        "14|year|2|000|3|5",
		"قُتل 5 في الرقة، أمس.":    "قُتل|5|في|الرقة|أمس",
		"a\xffb\x00c":              "a|b|c",
		"end'":                     "end",
		"日本語":                      "日本語",
		"x’y’":                     "x’y",
	} {
		var got []string
		cutWords(text, func(start, end int, word string) bool {
			if text[start:end] != word {
				t.Errorf("%q: [%d:%d] is not %q", text, start, end, word)
			}
			got = append(got, word)
			return true
		})
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", text, strings.Join(got, "|"), want)
		}
	}
}

func TestParseWords(t *testing.T) {
	for words, want := range map[string]string{
		`strikes on the hospital`: `[strike hospit] []`,
		`the of`:                  `[the of] []`, // nothing else is there
		`"civil defence" raids`:   `[raid] [[civil defence]]`,
		`«الدفاع المدني» غارات`: `[غار] [[الدفاع المدني]]`,
		`a "b`:                  `[b] []`, // never closed
		`Strike strikes STRIKE`: `[strike] []`,
		`""  !! `:               `[] []`,
		`"the"`:                 `[] [[the]]`,
		`من "في"`:               `[] [[في]]`,
	} {
		q := parseWords(words)
		if got := fmt.Sprint(q.stems, q.phrases); got != want {
			t.Errorf("%s: %s, want %s", words, got, strings.Replace(want, " ", " ", 1))
		}
	}
	q := parseWords(strings.Repeat("word1 word2 word3 x1 x2 x3 x4 x5 x6 x7 x8 x9 y1 y2 y3 y4 y5 y6 ", 1000))
	if len(q.stems) > maxQueryTerms {
		t.Errorf("%d terms", len(q.stems))
	}
	q = parseWords(`"` + strings.Repeat("a ", 150) + `" b`)
	if n := len(q.phrases[0]) + len(q.stems); n > maxQueryTerms {
		t.Errorf("%d terms", n)
	}
}

// search makes a report of each text and returns which of them a query finds, best first.
func search(t *testing.T, s *Store, words string) (found []string) {
	t.Helper()
	rows, next, err := s.Reports(t.Context(), ReportQuery{Words: words})
	if err != nil || next != "" {
		t.Fatal(err, next)
	}
	for _, r := range rows {
		found = append(found, r.Key)
	}
	return found
}

func TestSearch(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		c := newCapture("search", 0)
		if err := second(s.AddCapture(t.Context(), c)); err != nil {
			t.Fatal(err)
		}
		texts := [][3]string{
			{"en", "Air strikes hit the old town", "Two hospitals were damaged in Deir Ezzor, the civil defence said."},
			{"once", "Market reopens", "A strike was reported last week. Nobody was hurt at the market."},
			{"ar", "غارات على المدينة", "قالت مصادر محلية إن غارة جوية استهدفت المستشفى في دير الزور."},
			{"mixed", "Statement", "The raid (الغارة) on al-Qasrah came at dawn; الدفاع المدني pulled 14 people out."},
			{"far", "Civil court sits", "Lawyers asked for the defence to be heard on civil matters."},
		}
		begin(t, s, func(tx *Tx) error {
			var reports []isnad.Report
			for _, x := range texts {
				reports = append(reports, newReport(c, x[0], x[1], x[2]))
			}
			_, err := tx.PutReports(reports)
			return err
		})
		for _, test := range []struct {
			words string
			want  []string // as a set
		}{
			{"strike", []string{"en", "once"}},
			{"strikes", []string{"en", "once"}},
			{"STRIKES hospital", []string{"en"}},
			{"غارة", []string{"ar", "mixed"}},
			{"غارات", []string{"ar", "mixed"}},
			{"الغارة", []string{"ar", "mixed"}},
			{"والغارات مستشفى", []string{"ar"}},
			{"الغارة raid", []string{"mixed"}},
			{"١٤", []string{"mixed"}},
			{"14", []string{"mixed"}},
			{`"civil defence"`, []string{"en"}},
			{`"defence civil"`, nil},
			{"civil defence", []string{"en", "far"}},
			{`"الدفاع المدني"`, []string{"mixed"}},
			{`"strike"`, []string{"once"}}, // in quotation marks the form counts
			{`"reopens a"`, nil},           // no phrase reaches from title to text
			{"al-Qasrah", []string{"mixed"}},
			{"qasrah dawn people", []string{"mixed"}},
			{"qasrah market", nil},
			{"the", []string{"en", "once", "mixed", "far"}}, // a stop word counts when it stands alone
		} {
			got := search(t, s, test.words)
			slices.Sort(got)
			if !slices.Equal(got, slices.Sorted(slices.Values(test.want))) {
				t.Errorf("%s: %v, want %v", test.words, got, test.want)
			}
		}
		// What stands in the title comes first.
		if got := search(t, s, "strikes"); got[0] != "en" {
			t.Errorf("best is %v", got)
		}
		// A new version is found by its own words only.
		c2 := newCapture("search2", 1)
		if err := second(s.AddCapture(t.Context(), c2)); err != nil {
			t.Fatal(err)
		}
		begin(t, s, func(tx *Tx) error {
			_, err := tx.PutReports([]isnad.Report{newReport(c2, "once", "Market closes", "Nothing was reported.")})
			return err
		})
		if got := search(t, s, "strike"); !slices.Equal(got, []string{"en"}) {
			t.Errorf("words of an old version are found: %v", got)
		}
		if got := search(t, s, "closes"); !slices.Equal(got, []string{"once"}) {
			t.Errorf("words of the new version: %v", got)
		}
		rows, _, err := s.Reports(t.Context(), ReportQuery{Words: "damaged hospital"})
		if err != nil || len(rows) != 1 {
			t.Fatal(rows, err)
		}
		var marked []string
		for _, r := range rows[0].Snippet {
			if r.Match {
				marked = append(marked, r.Text)
			}
		}
		if !slices.Equal(marked, []string{"hospitals", "damaged"}) {
			t.Errorf("marked %q of %+v", marked, rows[0].Snippet)
		}
		checkClean(t, s)
	})
}

// A ranked list read page by page is the list read at once.
func TestSearchPages(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		w := newWorld(51, 250)
		w.put(t, s)
		for _, words := range []string{"hospital", "strikes غارة", `"civil defence"`, "name17"} {
			whole := pages(t, 1000, func(p Page) ([]ReportRow, string, error) {
				return s.Reports(t.Context(), ReportQuery{Words: words, Page: p})
			})
			parts := pages(t, 7, func(p Page) ([]ReportRow, string, error) {
				return s.Reports(t.Context(), ReportQuery{Words: words, Page: p})
			})
			if !slices.EqualFunc(whole, parts, func(a, b ReportRow) bool { return a.ID == b.ID }) {
				t.Errorf("%s: %d in one, %d in pages", words, len(whole), len(parts))
			}
			stem := newStemmer()
			q := parseWords(words)
			want := 0
			for _, r := range w.reports { // all words are there, as often as plain Go says
				x := stem.index(r.Title, r.Text)
				ok := true
				for _, st := range q.stems {
					ok = ok && (slices.Contains(x.title, st) || slices.Contains(x.body, st))
				}
				for _, p := range q.phrases {
					ok = ok && strings.Contains(" "+strings.Join(x.exact, " ")+" ", " "+strings.Join(p, " ")+" ")
				}
				want += bit(ok)
			}
			if len(whole) != want {
				t.Errorf("%s: %d found, want %d", words, len(whole), want)
			}
		}
	})
}

func TestSnippet(t *testing.T) {
	text := strings.Repeat("nothing to see here. ", 60) + "At last the bakery burned. " + strings.Repeat("again nothing at all. ", 60)
	for words, want := range map[string]string{"bakeries": "bakery", "burning bakery": "bakery burned", "absent": ""} {
		var all, marked strings.Builder
		for _, r := range parseWords(words).snippet(newStemmer(), text) {
			all.WriteString(r.Text)
			if r.Match {
				marked.WriteString(r.Text + " ")
			}
		}
		if strings.TrimSpace(marked.String()) != want {
			t.Errorf("%s: marked %q in %q", words, marked.String(), all.String())
		}
		if n := utf8.RuneCountInString(all.String()); n > snippetRunes+10 {
			t.Errorf("%s: a snippet of %d characters", words, n)
		}
	}
}

// FuzzWords holds the cutting, folding and snippets to what everything else relies
// on: words inside the text, tokens that are letters and digits only (so that
// neither index can take one for syntax), snippets that are runs of the text.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"Air strikes", `"civil defence" «غارة»`, "a\xff\x00'", "ﷺ ½ ²", "e\u0301'é’s", "ꙮ𝕏", strings.Repeat("ل", 90)} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, words, text string) {
		if len(text) > 1<<16 {
			return
		}
		s := newStemmer()
		text = clean(text)
		x := s.index(words, text)
		q := parseWords(words)
		tokens := slices.Concat(x.title, x.body, x.exact, q.stems)
		for _, p := range q.phrases {
			tokens = append(tokens, p...)
		}
		for _, tok := range tokens {
			if tok == partMark {
				continue
			}
			if tok == "" || strings.IndexFunc(tok, func(r rune) bool {
				return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
			}) >= 0 || !utf8.ValidString(tok) {
				t.Fatalf("token %q", tok)
			}
		}
		if len(x.exact) != len(x.title)+len(x.body)+1 {
			t.Fatalf("%d exact forms of %d and %d stems", len(x.exact), len(x.title), len(x.body))
		}
		var b strings.Builder
		for _, r := range q.snippet(s, text) {
			if r.Text == "" {
				t.Fatal("an empty run")
			}
			b.WriteString(r.Text)
		}
		got := strings.TrimSuffix(strings.TrimPrefix(b.String(), "… "), " …")
		if !strings.Contains(text, got) && !strings.Contains(text, b.String()) {
			t.Fatalf("snippet %q is not in %q", got, text)
		}
	})
}
