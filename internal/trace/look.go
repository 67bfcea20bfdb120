package trace

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
)

// Level is how much a print says of who copied whom. It is learnt from where
// else the print was seen.
type Level uint8

const (
	Rare      Level = iota // says most
	Returning              // used again by one source: too little for a passage that stands alone
	Common                 // boilerplate: a footer, a disclaimer, a stock paragraph
)

// The rules by which prints become common.
const (
	commonDays   = 4 // seen on so many days
	commonSpan   = 7 // that lie so many days apart
	commonSource = 2 // seen so often at the same source
)

// Candidate is a report that shares prints with a text.
type Candidate struct {
	Entry
	Shared int // prints that are not common
	All    int // prints
	Known  int // reports of its source that are in the index
}

// Finding is what Look found. It may be used again for the next text.
type Finding struct {
	Levels     []Level // of each mark
	Candidates []Candidate
	Known      int // reports of the text's source that are in the index
}

const (
	// minShared is how many prints make a candidate. One shared print is mostly a phrase.
	minShared = 2
	// maxCandidates is how many are given, those with most shared prints.
	maxCandidates = 24
)

// Look finds the reports that share prints with a text, the most first, the
// earlier first among equals. source and day are those of the text.
func (x *Index) Look(f *Finding, marks []Mark, source uint32, day int32) {
	x.LookAmong(f, marks, source, day, View{})
}

// View is how whoever looks sees the index. The zero value is as it is.
type View struct {
	// Hidden names docs that are to be passed over as if they had never been
	// added: a report that is traced again must not find itself, nor learn from
	// what came after it. Finding.Known still counts them.
	Hidden func(doc uint32) bool
	// At is the place of a doc in time. Of candidates that share as much, the
	// earlier is given first; without At, the one that was added first.
	At func(doc uint32) int64
}

// LookAmong is Look through a view.
func (x *Index) LookAmong(f *Finding, marks []Mark, source uint32, day int32, v View) {
	x.hidden = v.Hidden
	defer func() { x.hidden = nil }()
	f.Levels, f.Candidates = f.Levels[:0], f.Candidates[:0]
	x.touch(marks)
	if n := x.Len(); len(x.counts) < n {
		x.counts = append(x.counts, make([]count, n-len(x.counts))...)
	}
	x.touched = x.touched[:0]
	for i, m := range marks {
		p := x.gather(i, len(marks), m.Print)
		level := x.level(p, source, day)
		f.Levels = append(f.Levels, level)
		for _, at := range p.reports {
			c := &x.counts[at]
			if c.all == 0 {
				x.touched = append(x.touched, at)
			}
			if c.all == math.MaxUint16 {
				continue
			}
			c.all++
			if level != Common {
				c.rare++
			}
		}
	}
	slices.Sort(x.touched)
	for _, at := range x.touched {
		c := x.counts[at]
		x.counts[at] = count{}
		if c.rare >= minShared || c.all >= minShared && int(c.all)*2 >= len(marks) {
			f.Candidates = append(f.Candidates, Candidate{x.entry(at), int(c.rare), int(c.all), 0})
		}
	}
	slices.SortStableFunc(f.Candidates, func(a, b Candidate) int {
		c := cmp.Or(cmp.Compare(b.Shared, a.Shared), cmp.Compare(b.All, a.All))
		if c == 0 && v.At != nil {
			c = cmp.Compare(v.At(a.Doc), v.At(b.Doc))
		}
		return c
	})
	if len(f.Candidates) > maxCandidates {
		f.Candidates = f.Candidates[:maxCandidates]
	}
	for i := range f.Candidates {
		f.Candidates[i].Known = x.sources[f.Candidates[i].Source]
	}
	f.Known = x.sources[source]
}

// touch reads what all look-ups of a text will read first. They do not wait for
// each other, so the memory is asked for all of it at once, which takes a tenth
// of the time that one after the other takes.
func (x *Index) touch(marks []Mark) {
	sum := uint64(0)
	if x.hot.used > 0 {
		for _, m := range marks {
			sum += x.hot.slots[x.hot.home(m.Print)]
		}
	}
	x.hits = slices.Grow(x.hits[:0], len(x.segments)*len(marks))[:len(x.segments)*len(marks)]
	for i, s := range x.segments {
		hits := x.hits[i*len(marks):][:len(marks)]
		for j, m := range marks {
			hits[j] = s.may(m.Print)
		}
		for j, m := range marks {
			if hits[j] {
				sum += uint64(binary.LittleEndian.Uint32(s.directory[(m.Print>>(PrintBits-s.bucketBits))*4:]))
			}
		}
		for j, m := range marks {
			if hits[j] {
				if b := s.bucket(m.Print); len(b) > 0 {
					sum += uint64(b[0])
				}
			}
		}
	}
	x.sink = sum // keeps the reads from being left out
}

// gather returns the reports that hold the print of mark i of n, by their places
// among all. It is good until the next call.
func (x *Index) gather(i, n int, p Print) posting {
	out := posting{p, 0, x.posted[:0]}
	for j, s := range x.segments {
		if !x.hits[j*n+i] {
			continue
		}
		from := len(out.reports)
		var total int
		out.reports, total = s.lookup(out.reports, p)
		out.total += total
		for k := from; k < len(out.reports); k++ {
			out.reports[k] += x.bases[j]
		}
	}
	if x.hot.used > 0 {
		if slot := x.hot.slots[x.hot.find(p)]; slot != 0 {
			var one [1]uint32
			h := x.hot.at(slot, &one)
			out.total += h.total
			for _, r := range h.reports {
				out.reports = append(out.reports, r+x.base)
			}
		}
	}
	x.posted = out.reports
	if len(x.gone) > 0 || x.hidden != nil {
		out.keep(func(at uint32) bool { return x.gone[at] || x.hidden != nil && x.hidden(x.entry(at).Doc) })
	} else if len(x.segments) > 0 {
		out.keep(nil)
	}
	return out
}

// level learns from the reports that hold a print what it says to a text of
// source and day that holds it too.
func (x *Index) level(p posting, source uint32, day int32) Level {
	if len(p.reports) == 0 {
		return Rare
	}
	var days [commonDays]int32
	n, same := 0, 0
	lo, hi := int32(math.MaxInt32), int32(math.MinInt32)
	for _, at := range p.reports {
		e := x.entry(at)
		if e.Source == source && source != 0 {
			same++
		}
		if n < commonDays && !slices.Contains(days[:n], e.Day) {
			days[n] = e.Day
			n++
		}
		lo, hi = min(lo, e.Day), max(hi, e.Day)
	}
	switch {
	case same >= commonSource, hi-lo >= commonSpan && (n >= commonDays || p.total > listMax):
		return Common
	case x.again(p, source, day):
		return Returning
	}
	return Rare
}

// again tells whether a source came back to the words on another day: they are
// its background then, and may be others' too.
func (x *Index) again(p posting, source uint32, day int32) bool {
	for i, at := range p.reports {
		e := x.entry(at)
		if e.Source == 0 {
			continue
		}
		if e.Source == source && apart(e.Day, day) {
			return true
		}
		for _, to := range p.reports[:i] {
			if o := x.entry(to); o.Source == e.Source && apart(o.Day, e.Day) {
				return true
			}
		}
	}
	return false
}

// apart tells whether two days are too far apart for two states of one story.
func apart(x, y int32) bool { return x-y >= 3 || y-x >= 3 }
