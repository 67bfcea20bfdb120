package attribute

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"isnad"
	"isnad/internal/parties"
	"isnad/internal/places"
	"isnad/internal/sources"
)

// quiet are texts with words of harm or of a deed that tell of no incident, and some
// that nearly do.
var quiet = []string{
	"Sales of tinned fish dropped by a third. The makers say that the market was hit hard.",
	"The visitors were beaten 3-0 after a late strike by their captain. He fired wide twice.",
	"The film, shot in black and white, tells of a village under attack by crows.",
	"A fall in prices has damaged trust, the bank said. It will cut its target again.",
	"She was struck by how quiet the hall was. Nobody attacked the plan.",
	"Critics blasted the minister's levels of spending, bringing to 40 the number of complaints since May.",
	"The tank leaked. The plant fired two managers and launched an inquiry into the dump at Lodz.",
	"A heart attack killed the singer's career, friends said.",
	"The death of the printed map is told too often.",
	"Residents of Mosul protested. The assault on their pensions, they said, must end.",
	"He died in his sleep, his family said on Tuesday.",
	"Army bombs. Two were hurt", "Attack", "Killed", "", "In Homs.", "A blast rocked Kabul.", "The army denied the attack on Idlib.",
}

// Reports that are left unread must be those in which nothing is read: every text is
// read with the gate and without it.
func TestGateLosesNothing(t *testing.T) {
	rd := New(places.Embedded(), parties.Embedded(), sources.Embedded())
	day := time.Date(2021, 6, 8, 0, 0, 0, 0, time.UTC)
	left := 0
	same := func(t interface{ Errorf(string, ...any) }, title, text string) {
		rep := &isnad.Report{ID: "r", Title: title, Text: text, Published: day}
		read := func(ungated bool) ([]isnad.Claim, []isnad.Toll) {
			d := docs.Get().(*doc)
			defer d.release()
			d.r, d.rep, d.lex, d.ungated = rd, rep, lexiconEN(), ungated
			d.read()
			if d.body.triggers(0, len(d.body.items)) && !d.mayTell() {
				left++
			}
			return d.out, d.tolls
		}
		cs, ts := read(false)
		all, tolls := read(true)
		if len(cs) != len(all) || len(ts) != len(tolls) || len(cs) > 0 && !reflect.DeepEqual(cs, all) || len(ts) > 0 && !reflect.DeepEqual(ts, tolls) {
			t.Errorf("%q, %q: %d claims and %d tolls, in full %d and %d", title, text, len(cs), len(ts), len(all), len(tolls))
		}
	}
	for _, text := range quiet {
		same(t, "", text)
		same(t, text, "")
		same(t, "Evening news", text+" The talks go on in Geneva.")
	}
	if left < len(quiet) {
		t.Errorf("%d readings of quiet texts would be left, want most", left)
	}
	// single sentences of the made reports, which mostly lean on others
	for _, text := range madeTexts(t) {
		for sentence := range strings.SplitSeq(text, ". ") {
			same(t, "", sentence+".")
		}
	}
	sentences := strings.Split(strings.Join(quiet, " ")+" "+strings.Join(madeTexts(t)[:20], " "), ". ")
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SliceOfN(rapid.SampledFrom(sentences), 1, 5).Draw(t, "sentences")
		same(t, rapid.SampledFrom(quiet).Draw(t, "title"), strings.Join(text, ". ")+".")
	})
}

// madeTexts are the texts of the made English reports that rules are written on.
func madeTexts(t *testing.T) []string {
	files, err := filepath.Glob("testdata/made/*-dev.reports.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatalf("no made reports: %v", err)
	}
	var out []string
	for _, name := range files {
		if strings.Contains(name, "arabic") {
			continue
		}
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for sc := bufio.NewScanner(bytes.NewReader(b)); sc.Scan(); {
			var r struct{ Text string }
			if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			out = append(out, r.Text)
		}
	}
	return out
}

// What covers an item is found in long steps; here every pair is looked at.
func TestCover(t *testing.T) {
	type span struct{ from, to int }
	rapid.Check(t, func(t *rapid.T) {
		bounds := func(name string, n int) []span {
			var out []span
			at := 0
			for range rapid.IntRange(0, n).Draw(t, name) {
				from := at + rapid.IntRange(0, 9).Draw(t, "gap")
				at = from + rapid.IntRange(1, 6).Draw(t, "length")
				out = append(out, span{from, at})
			}
			return out
		}
		var f field
		for _, s := range bounds("items", 60) {
			f.items = append(f.items, item{start: int32(s.from), end: int32(s.to)})
		}
		ms := bounds("mentions", 12)
		got := cover(&f, ms, func(s *span) (int, int) { return s.from, s.to }, nil)
		for i, it := range f.items {
			want := int16(0)
			for k, m := range ms { // a mention that ends within an item keeps it
				if want == 0 && int(it.end) > m.from && int(it.start) < m.to {
					want = int16(k + 1)
				}
			}
			if got[i] != want {
				t.Fatalf("item %d [%d,%d) is covered by %d, want %d of %v", i, it.start, it.end, got[i], want, ms)
			}
		}
	})
}

// Eight bytes at a time must be what one letter at a time is.
func TestLowerIsLetterByLetter(t *testing.T) {
	part := rapid.SampledFrom([]string{"A", "Z", "@", "[", "`", "a", "z", "É", "İ", "Я", "“", " ", "\xff", "\xc3", "The Army of ", "0", "\x00", "\x7f"})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(part, 0, 40).Draw(t, "parts"), "")
		got, _ := lower(s, nil)
		want := ""
		for at := 0; at < len(s); {
			n := 1
			for n < len(s)-at && s[at+n]&0xc0 == 0x80 {
				n++
			}
			letter := s[at : at+n]
			if l := strings.ToLower(letter); len(l) == n && !strings.ContainsRune(l, '\uFFFD') {
				letter = l
			}
			want += letter
			at += n
		}
		if got != want {
			t.Fatalf("lower(%q) = %q, want %q", s, got, want)
		}
		if ascii(s) != (len(s) == len([]rune(s)) && !strings.ContainsRune(s, '\uFFFD')) {
			t.Fatalf("ascii(%q) = %v", s, ascii(s))
		}
	})
}
