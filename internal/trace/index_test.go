package trace

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"isnad/internal/isnadtest/copies"
)

// sample is a report as the index sees it.
type sample struct {
	Entry
	marks []Mark
}

// samples draws reports of few different prints, so that lists grow long and
// every rule of boilerplate is met.
func samples(t *rapid.T) []sample {
	n := rapid.IntRange(20, 60).Draw(t, "reports")
	out := make([]sample, n)
	day := int32(0)
	for i := range out {
		day += int32(rapid.SampledFrom([]int{0, 0, 1, 4}).Draw(t, "days"))
		out[i].Entry = Entry{Doc: uint32(i + 100), Source: uint32(rapid.IntRange(0, 6).Draw(t, "source")), Day: day}
		for j, p := range rapid.SliceOfNDistinct(rapid.IntRange(0, 40), 4, 14, rapid.ID[int]).Draw(t, "prints") {
			out[i].marks = append(out[i].marks, Mark{Print(uint64(p) * 0x9e3779b97f4a7c15 >> (64 - PrintBits)), uint32(j)})
		}
	}
	return out
}

func add(t interface{ Fatal(...any) }, x *Index, s sample) {
	if err := x.Add(s.Entry, AppendSketch(nil, s.marks)); err != nil {
		t.Fatal(err)
	}
}

// answers is what an index says to every sample.
func answers(x *Index, of []sample) []Finding {
	out := make([]Finding, len(of))
	for i, s := range of {
		x.Look(&out[i], s.marks, s.Source, s.Day)
		if len(out[i].Candidates) == 0 {
			out[i].Candidates = nil
		}
	}
	return out
}

// However reports are split over the hot table and segments, and whichever
// segments are merged, the answers are the same.
func TestSegmentsAnswerAlike(t *testing.T) {
	segments, candidates, common := 0, 0, 0
	rapid.Check(t, func(t *rapid.T) {
		all := samples(t)
		var hot, split Index
		for _, s := range all {
			add(t, &hot, s)
			add(t, &split, s)
			switch n := len(split.Segments()); rapid.IntRange(0, 9).Draw(t, "step") {
			case 0:
				if _, err := split.Freeze(); err != nil {
					t.Fatal(err)
				}
			case 1:
				if n >= 2 {
					from := rapid.IntRange(0, n-2).Draw(t, "from")
					if _, err := split.Merge(from, rapid.IntRange(from+1, n).Draw(t, "to")); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
		if got, want := answers(&split, all), answers(&hot, all); !reflect.DeepEqual(got, want) {
			t.Fatalf("with %d segments:\n%+v\nall hot:\n%+v", len(split.Segments()), got, want)
		}
		// The bytes of the segments are all that a new index needs.
		var opened Index
		for _, s := range split.Segments() {
			again, err := OpenSegment(slices.Clone(s.Bytes()))
			if err != nil {
				t.Fatal(err)
			}
			if err := again.Verify(); err != nil {
				t.Fatal(err)
			}
			if err := opened.Attach(again); err != nil {
				t.Fatal(err)
			}
		}
		for _, s := range all[opened.Len():] {
			add(t, &opened, s)
		}
		if got, want := answers(&opened, all), answers(&hot, all); !reflect.DeepEqual(got, want) {
			t.Fatalf("opened again:\n%+v\nall hot:\n%+v", got, want)
		}
		segments += len(split.Segments())
		for _, f := range answers(&hot, all) {
			candidates += len(f.Candidates)
			for _, l := range f.Levels {
				if l == Common {
					common++
				}
			}
		}
	})
	if segments < 100 || candidates < 1000 || common < 1000 {
		t.Errorf("only %d segments, %d candidates and %d common prints were met", segments, candidates, common)
	}
}

// After a removal the index answers as if the report had never been added, in
// the hot table, in segments and after they are merged.
func TestRemove(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := samples(t)
		if len(all) > listMax { // beyond it, what a full list left out stays out
			all = all[:listMax]
		}
		var x, never Index
		gone := map[uint32]bool{}
		for _, s := range all {
			if rapid.IntRange(0, 3).Draw(t, "remove") == 0 {
				gone[s.Doc] = true
			} else {
				add(t, &never, s)
			}
			add(t, &x, s)
			if rapid.IntRange(0, 12).Draw(t, "freeze") == 0 {
				if _, err := x.Freeze(); err != nil {
					t.Fatal(err)
				}
			}
		}
		for doc := range gone {
			if !x.Remove(doc) || x.Remove(doc) {
				t.Fatalf("report %d is not removed once", doc)
			}
		}
		want := answers(&never, all)
		if got := answers(&x, all); !reflect.DeepEqual(got, want) {
			t.Fatalf("removed:\n%+v\nnever added:\n%+v", got, want)
		}
		if n := len(x.Segments()); n > 0 {
			if _, err := x.Merge(0, n); err != nil {
				t.Fatal(err)
			}
			if got := answers(&x, all); !reflect.DeepEqual(got, want) {
				t.Fatalf("removed and merged:\n%+v\nnever added:\n%+v", got, want)
			}
		}
	})
}

// A list that is full keeps its first and last reports and counts all, in one
// table and over segments.
func TestFullLists(t *testing.T) {
	marks := []Mark{{7, 0}, {9, 1}}
	var hot, split Index
	for i := range 3 * listMax {
		s := sample{Entry{Doc: uint32(i), Source: uint32(i + 1), Day: int32(i)}, marks}
		add(t, &hot, s)
		add(t, &split, s)
		if i%20 == 19 {
			if _, err := split.Freeze(); err != nil {
				t.Fatal(err)
			}
		}
	}
	var p posting
	for _, x := range []*Index{&hot, &split} {
		x.touch(marks)
		q := x.gather(0, 2, 7)
		if q.total != 3*listMax || len(q.reports) != listMax || q.reports[0] != 0 || q.reports[listMax-1] != 3*listMax-1 {
			t.Errorf("list %+v", q)
		}
		if p.total > 0 && !slices.Equal(p.reports, q.reports) {
			t.Errorf("in segments %v, in one table %v", q.reports, p.reports)
		}
		p = posting{q.print, q.total, slices.Clone(q.reports)}
	}
}

// Every rule that makes a print boilerplate, one by one.
func TestLevels(t *testing.T) {
	marks := []Mark{{7, 0}, {9, 1}}
	for _, c := range []struct {
		name  string
		seen  []Entry // Source and Day
		asked Entry
		want  Level
	}{
		{"never seen", nil, Entry{Source: 1, Day: 9}, Rare},
		{"copied by many within three days", []Entry{{0, 1, 1}, {0, 2, 2}, {0, 3, 3}, {0, 4, 3}, {0, 5, 3}, {0, 6, 3}}, Entry{Source: 7, Day: 3}, Rare},
		{"on four days that span a week", []Entry{{0, 1, 1}, {0, 2, 3}, {0, 3, 5}, {0, 4, 8}}, Entry{Source: 7, Day: 9}, Common},
		{"on four days in a row", []Entry{{0, 1, 1}, {0, 2, 2}, {0, 3, 3}, {0, 4, 4}}, Entry{Source: 7, Day: 9}, Rare},
		{"twice before at the same source", []Entry{{0, 7, 1}, {0, 7, 1}}, Entry{Source: 7, Day: 1}, Common},
		{"twice at no known source", []Entry{{0, 0, 1}, {0, 0, 1}}, Entry{Source: 0, Day: 1}, Rare},
		{"its source came back to it", []Entry{{0, 3, 1}, {0, 3, 4}}, Entry{Source: 7, Day: 5}, Returning},
		{"two states of one story", []Entry{{0, 3, 4}, {0, 3, 5}}, Entry{Source: 7, Day: 5}, Rare},
		{"used by the same source before", []Entry{{0, 7, 1}}, Entry{Source: 7, Day: 5}, Returning},
	} {
		var x Index
		for i, e := range c.seen {
			e.Doc = uint32(i)
			add(t, &x, sample{e, marks})
		}
		var f Finding
		x.Look(&f, marks, c.asked.Source, c.asked.Day)
		if f.Levels[0] != c.want || f.Levels[1] != c.want {
			t.Errorf("%s: levels %v, want %v", c.name, f.Levels, c.want)
		}
	}
}

// What an indexed report costs in memory.
func TestIndexSize(t *testing.T) {
	var x Index
	s := copies.English(9, 800)
	const n = 5000
	for i := range n {
		r, _ := s.Next()
		if err := x.Add(Entry{Doc: uint32(i), Source: 1, Day: int32(i / 800)}, SketchOf(r.Text)); err != nil {
			t.Fatal(err)
		}
	}
	if b := x.Bytes() / n; b > 2500 {
		t.Errorf("a report takes %d bytes in the hot table, want at most 2500", b)
	}
	if _, err := x.Freeze(); err != nil {
		t.Fatal(err)
	}
	if b := x.Bytes() / n; b > 1500 {
		t.Errorf("a report takes %d bytes in a segment, want at most 1500", b)
	}
}

// Damaged segments give no failure, whatever is asked of them.
func FuzzSegment(f *testing.F) {
	var x Index
	s := copies.English(2, 10)
	var marks []Mark
	for i := range 40 {
		r, _ := s.Next()
		marks = AppendMarks(marks[:0], AppendWords(nil, r.Text))
		if err := x.Add(Entry{Doc: uint32(i), Source: uint32(i % 3), Day: int32(i)}, AppendSketch(nil, marks)); err != nil {
			f.Fatal(err)
		}
	}
	seg, err := x.Freeze()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(seg.Bytes(), uint16(100), byte(3))
	f.Fuzz(func(t *testing.T, b []byte, at uint16, with byte) {
		b = slices.Clone(b)
		if len(b) > segmentHead {
			b[segmentHead+int(at)%(len(b)-segmentHead)] ^= with
		}
		s, err := OpenSegment(b)
		if err != nil {
			return
		}
		var x Index
		if err := x.Attach(s); err != nil {
			t.Fatal(err)
		}
		var f Finding
		x.Look(&f, marks, 1, 5)
		for _, c := range f.Candidates {
			if c.All > len(marks) {
				t.Fatalf("candidate %+v shares more than the %d prints asked for", c, len(marks))
			}
		}
		if _, err := mergeSegments([]*Segment{s, s}, func(uint32) bool { return false }); err != nil {
			t.Fatal(err)
		}
	})
}
