package trace

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"isnad"
	"isnad/internal/isnadtest/copies"
)

// stream traces n reports of a made-up stream, and gives what was found and
// what is true, as pairs of ids.
func (d *desk) stream(t testing.TB, s *copies.Stream, n int, each func(r copies.Report, links []Link)) (found map[[2]string]bool, truth map[[2]string]copies.Kind) {
	t.Helper()
	found, truth = map[[2]string]bool{}, map[[2]string]copies.Kind{}
	sources := map[string]uint32{}
	var ids []string
	for range n {
		r, pairs := s.Next()
		for _, p := range pairs {
			truth[[2]string{p.Copy, p.Original}] = p.Kind
		}
		if sources[r.Source] == 0 {
			sources[r.Source] = uint32(len(sources) + 1)
		}
		at, err := time.Parse(time.RFC3339, r.Published)
		if err != nil {
			t.Fatal(err)
		}
		links := d.report(t, sources[r.Source], int32(at.Unix()/86400), r.Text)
		ids = append(ids, r.ID)
		for _, l := range links {
			if l.Kind == isnad.CiteCopy {
				found[[2]string{r.ID, ids[l.Original.Doc]}] = true
			}
		}
		if each != nil {
			each(r, links)
		}
	}
	return found, truth
}

// On made-up streams nearly every copy is found and nearly nothing else. The
// bounds lie well below what is reached, and well above what is reached without
// one of the rules.
func TestStreams(t *testing.T) {
	for name, begin := range map[string]func(uint64, int) *copies.Stream{"English": copies.English, "Arabic": copies.Arabic} {
		t.Run(name, func(t *testing.T) {
			var d desk
			found, truth := d.stream(t, begin(4, 80), 2000, nil)
			hits, missed := 0, map[copies.Kind]int{}
			all := map[copies.Kind]int{}
			for p, k := range truth {
				all[k]++
				if found[p] {
					hits++
				} else {
					missed[k]++
				}
			}
			t.Logf("%d true pairs, %d found, %d right; missed %v", len(truth), len(found), hits, missed)
			if p := float64(hits) / float64(len(found)); p < .96 {
				t.Errorf("precision %.3f", p)
			}
			for k, n := range all {
				if r := 1 - float64(missed[k])/float64(n); r < .93 {
					t.Errorf("recall of %s %.3f of %d", k, r, n)
				}
			}
		})
	}
}

// Every passage lies inside its text on both sides, in the order of the copy
// and without overlap, and holds mostly the same words.
func TestPassages(t *testing.T) {
	for _, s := range []*copies.Stream{copies.English(11, 60), copies.Arabic(12, 60)} {
		var d desk
		passages := 0
		d.stream(t, s, 800, func(r copies.Report, links []Link) {
			for _, l := range links {
				if l.Share <= 0 || l.Share > 1 || len(l.Passages) == 0 {
					t.Fatalf("%s: link %+v", r.ID, l)
				}
				end := 0
				for _, p := range l.Passages {
					original := d.texts[l.Original.Doc]
					checkSpan(t, p.Copy, r.Text)
					checkSpan(t, p.Original, original)
					if p.Copy.Start < end {
						t.Fatalf("%s: passage %+v begins before %d", r.ID, p, end)
					}
					end = p.Copy.End
					if s := alike(p.Copy.Of(r.Text), p.Original.Of(original)); s < .4 {
						t.Fatalf("%s: only %.2f of the words are the same:\n%s\n%s", r.ID, s, p.Copy.Of(r.Text), p.Original.Of(original))
					}
					passages++
				}
			}
		})
		if passages < 100 {
			t.Errorf("only %d passages", passages)
		}
	}
}

func checkSpan(t testing.TB, s isnad.Span, text string) {
	t.Helper()
	if s.Start < 0 || s.Start >= s.End || s.End > utf8.RuneCountInString(text) {
		t.Fatalf("span %+v of a text of %d", s, utf8.RuneCountInString(text))
	}
}

// alike is the share of the shorter side's words that stand on the other side.
func alike(a, b string) float64 {
	x, y := AppendWords(nil, a), AppendWords(nil, b)
	if len(x) > len(y) {
		x, y = y, x
	}
	have := map[uint32]int{}
	for _, w := range y {
		have[w.Hash]++
	}
	n := 0
	for _, w := range x {
		if have[w.Hash] > 0 {
			have[w.Hash]--
			n++
		}
	}
	return float64(n) / float64(len(x))
}

// A copy that arrives before its original, at the same time, makes the same
// pair, with copy and original changed.
func TestEqualTimes(t *testing.T) {
	s := copies.English(21, 60)
	type dated struct {
		copies.Report
		of string
	}
	var rs []dated
	for range 400 {
		r, pairs := s.Next()
		of := ""
		if len(pairs) == 1 && pairs[0].Kind != copies.Lift {
			of = pairs[0].Original
		}
		rs = append(rs, dated{r, of})
	}
	pairs := func(swap bool) map[string]bool {
		out := map[string]bool{}
		for i, r := range rs {
			if r.of == "" {
				continue
			}
			var o string
			for _, q := range rs[:i] {
				if q.ID == r.of {
					o = q.Text
				}
			}
			var d desk
			first, second := o, r.Text
			if swap {
				first, second = second, first
			}
			d.report(t, 1, 5, first)
			for _, l := range d.report(t, 2, 5, second) {
				if l.Kind == isnad.CiteCopy {
					out[r.ID] = true
				}
			}
		}
		return out
	}
	a, b := pairs(false), pairs(true)
	if len(a) < 40 {
		t.Fatalf("only %d pairs", len(a))
	}
	for id := range a {
		if !b[id] {
			t.Errorf("%s is found in one order only", id)
		}
	}
	for id := range b {
		if !a[id] {
			t.Errorf("%s is found in the other order only", id)
		}
	}
}

// Tracing again over an index made anew of stored sketches gives the same links.
func TestRebuilt(t *testing.T) {
	s := copies.English(31, 60)
	var d desk
	type stored struct {
		e Entry
		b []byte
	}
	var kept []stored
	var last copies.Report
	d.stream(t, s, 600, func(r copies.Report, _ []Link) {
		b, err := SketchOf(r.Text).AppendBinary(nil)
		if err != nil {
			t.Fatal(err)
		}
		kept = append(kept, stored{d.index.entry(uint32(d.index.Len() - 1)), b})
		last = r
	})
	var again desk
	again.words, again.texts = d.words, d.texts
	for i, k := range kept {
		sk, err := ParseSketch(nil, k.b)
		if err != nil {
			t.Fatal(err)
		}
		if err := again.index.Add(k.e, sk); err != nil {
			t.Fatal(err)
		}
		if i%150 == 149 {
			if _, err := again.index.Freeze(); err != nil {
				t.Fatal(err)
			}
		}
	}
	for range 200 {
		r, _ := s.Next()
		x := fmt.Sprintf("%+v", d.report(t, 9, 17000, r.Text))
		y := fmt.Sprintf("%+v", again.report(t, 9, 17000, r.Text))
		if x != y {
			t.Fatalf("%s after %s: %s, rebuilt %s", r.ID, last.ID, x, y)
		}
	}
}

// Whatever the texts, an alignment lies inside both, and a run holds equal words.
func TestAlignProperties(t *testing.T) {
	seen := 0
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom(strings.Fields("a b c d. “e f”"))
		text := func(name string) string { return strings.Join(rapid.SliceOfN(word, 60, 120).Draw(t, name), " ") }
		seen += checkAlign(t, text("copy"), text("original"))
	})
	if seen < 20 {
		t.Errorf("only %d matches were looked at", seen)
	}
}

func checkAlign(t interface{ Fatalf(string, ...any) }, copied, original string) (matches int) {
	c, o := AppendWords(nil, copied), AppendWords(nil, original)
	var a Aligner
	a.Reset(c)
	end := 0
	for _, m := range a.Align(nil, o) {
		matches++
		if m.Copy < end || m.CopyEnd <= m.Copy || m.CopyEnd > len(c) || m.Orig < 0 || m.OrigEnd <= m.Orig || m.OrigEnd > len(o) {
			t.Fatalf("match %+v of %d and %d words, after %d", m, len(c), len(o), end)
		}
		end = m.CopyEnd
		equal := 0
		for _, r := range m.runs {
			for k := range r.n {
				if c[r.copy+k].Hash != o[r.orig+k].Hash {
					t.Fatalf("run %+v of match %+v holds words that differ", r, m)
				}
			}
			equal += int(r.n)
		}
		if equal != m.Equal || equal < minMatch {
			t.Fatalf("match %+v says %d equal words, has %d", m, m.Equal, equal)
		}
	}
	return matches
}

func FuzzAlign(f *testing.F) {
	f.Add("one two three four five six seven", "zero one two three four five six")
	f.Fuzz(func(t *testing.T, a, b string) {
		checkAlign(t, a, b)
		var d desk
		for i, text := range []string{a, b, a + "\n\n" + b} {
			for _, l := range d.report(t, uint32(i+1), int32(i), text) {
				for _, p := range l.Passages {
					checkSpan(t, p.Copy, text)
					checkSpan(t, p.Original, d.texts[l.Original.Doc])
				}
			}
		}
	})
}

// Texts made to be slow are read in bounded time.
func TestHostileTexts(t *testing.T) {
	for name, text := range map[string]string{
		"one word":      strings.Repeat("a ", 200_000),
		"two words":     strings.Repeat("a b ", 100_000),
		"short period":  strings.Repeat("a b c d e f g ", 30_000),
		"quotes":        strings.Repeat("“a ”b \"c ", 50_000),
		"no stops":      strings.Repeat("abc def ghi jkl mno pqr ", 30_000),
		"many prints":   manyWords(200_000),
		"marks":         strings.Repeat("...", 100_000),
		"one paragraph": strings.ReplaceAll(manyWords(100_000), ".", ""),
	} {
		var d desk
		begin := time.Now()
		d.report(t, 1, 1, text)
		d.report(t, 2, 2, text)
		d.report(t, 3, 3, text[len(text)/3:]+text[:len(text)/3])
		if took := time.Since(begin); took > 20*time.Second {
			t.Errorf("%s: three reports of %d bytes took %v", name, len(text), took)
		}
	}
}

func manyWords(n int) string {
	var b strings.Builder
	x := uint32(1)
	for range n {
		x = x*1664525 + 1013904223
		fmt.Fprintf(&b, "w%x", x>>18)
		if x>>28 == 0 {
			b.WriteByte('.')
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// benchmarkStream measures a report against an index of so many.
func benchmarkStream(b *testing.B, n int) {
	s := copies.English(7, n/60)
	reports := make([]string, 0, n)
	for range n {
		r, _ := s.Next()
		reports = append(reports, r.Text)
	}
	b.ReportAllocs()
	b.ResetTimer()
	var bytes int
	for b.Loop() {
		var d desk
		for i, text := range reports {
			d.report(b, uint32(i%30+1), int32(i*60/n), text)
		}
		bytes = d.index.Bytes()
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/report")
	b.ReportMetric(float64(bytes)/float64(n), "indexbytes/report")
}

func BenchmarkStream5k(b *testing.B)  { benchmarkStream(b, 5_000) }
func BenchmarkStream50k(b *testing.B) { benchmarkStream(b, 50_000) }

func BenchmarkWords(b *testing.B) {
	r, _ := copies.English(1, 10).Next()
	var w []Word
	var m []Mark
	b.ReportAllocs()
	b.SetBytes(int64(len(r.Text)))
	for b.Loop() {
		w = AppendWords(w[:0], r.Text)
		m = AppendMarks(m[:0], w)
	}
}
