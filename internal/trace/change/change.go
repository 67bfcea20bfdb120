package change

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"isnad"
	"isnad/internal/parties"
	"isnad/internal/places"
	"isnad/internal/sources"
)

// MaxChanges bounds the changes of one comparison. Where there are more, those
// that alter the meaning come first.
const MaxChanges = 200

// maxFound bounds the changes that are gathered before MaxChanges is applied.
const maxFound = 10 * MaxChanges

// Comparer compares texts. It is safe for concurrent use.
type Comparer struct {
	places  *places.Gazetteer
	parties *parties.Book
	sources *sources.Book
	lexicon *lexicon
}

// New returns a Comparer that knows these names. It panics when the lexicon
// built into the binary cannot be read.
func New(g *places.Gazetteer, p *parties.Book, s *sources.Book) *Comparer {
	x, err := loadLexicon()
	if err != nil {
		panic(err)
	}
	return &Comparer{places: g, parties: p, sources: s, lexicon: x}
}

// Compare tells what a copy changed in what it took. Each passage is a run of
// the copy's text and, as Original, the run of the original's text that it was
// taken from; passages without one are passed over. The headlines are compared
// with each other. The changes are in the order of the copy, the headline's
// first.
func (c *Comparer) Compare(copy, original *isnad.Report, passages []isnad.Passage) []isnad.Change {
	w := c.open(copy, original)
	defer w.close()
	w.passages(passages)
	return w.finish()
}

// Versions tells what was changed from the earlier version of a report to the
// later: silent edits. When the later one declares a correction, a change of the
// kind isnad.ChangeCorrectionNote is among them.
func (c *Comparer) Versions(later, earlier *isnad.Report) []isnad.Change {
	w := c.open(later, earlier)
	defer w.close()
	w.whole = true
	w.region(run{0, len(w.a.words), 0, len(w.b.words)})
	return w.finish()
}

// work is one comparison: a the original, b the copy.
type work struct {
	c       *Comparer
	a, b    side
	aligner aligner
	regions []run // that were aligned, apart on both sides
	hunks   []run
	whole   bool // both texts are compared in full

	later, earlier *isnad.Report
	changes        []isnad.Change
	loose          []loose
	ea, eb         []int32   // elements that the stretch at hand touches
	used           [2][]bool // words of the stretch at hand that are spoken for
	stretch        run       // the stretch at hand
}

var works = sync.Pool{New: func() any { return new(work) }}

func (c *Comparer) open(later, earlier *isnad.Report) *work {
	w := works.Get().(*work)
	w.c, w.later, w.earlier, w.whole = c, later, earlier, false
	w.regions, w.hunks, w.changes, w.loose = w.regions[:0], w.hunks[:0], nil, w.loose[:0]
	dayA, _ := earlier.Day()
	dayB, _ := later.Day()
	w.a.read(earlier.Text, c.lexicon, dayA, false)
	w.b.read(later.Text, c.lexicon, dayB, false)
	return w
}

// maxKept is the longest text, in words, whose working memory is used again.
const maxKept = 1 << 15

func (w *work) close() {
	w.a.close()
	w.b.close()
	w.c, w.later, w.earlier, w.changes = nil, nil, nil, nil
	if cap(w.a.words) < maxKept && cap(w.b.words) < maxKept {
		works.Put(w)
	}
}

// passages aligns the passages, each widened to whole sentences where most of
// the sentence was taken, and joined with the one before where both texts go on.
func (w *work) passages(list []isnad.Passage) {
	var rs []run
	storyA, storyB := w.a.story(), w.b.story()
	for _, p := range list {
		if p.Original == nil || p.InTitle || p.Original.InTitle {
			continue
		}
		r := run{a0: w.a.wordAt(p.Original.Start), a1: w.a.wordAt(p.Original.End), b0: w.b.wordAt(p.Start), b1: w.b.wordAt(p.End)}
		r.a1, r.b1 = w.a.cover(r.a1, p.Original.End), w.b.cover(r.b1, p.End)
		r.a0, r.b0 = max(r.a0, storyA), max(r.b0, storyB)
		if r.a0 < r.a1 && r.b0 < r.b1 {
			rs = append(rs, r)
		}
	}
	rs = union(rs)
	apart := rs
	taken := slices.Clone(apart)
	slices.SortFunc(taken, func(x, y run) int { return x.a0 - y.a0 })
	for k := range apart {
		r := apart[k]
		lowB, highB := storyB, len(w.b.words)
		if k > 0 {
			lowB = apart[k-1].b1
		}
		if k+1 < len(apart) {
			highB = apart[k+1].b0
		}
		at, _ := slices.BinarySearchFunc(taken, r.a0, func(x run, a int) int { return x.a0 - a })
		lowA, highA := storyA, len(w.a.words)
		if at > 0 {
			lowA = taken[at-1].a1
		}
		if at+1 < len(taken) {
			highA = taken[at+1].a0
		}
		wide := w.widen(r, run{lowA, highA, lowB, highB})
		taken[at], apart[k] = wide, wide
		w.region(wide)
	}
}

// maxJoin is how many words may lie between two passages that are compared as one.
const maxJoin = 400

// union joins passages that overlap on a side, and those that follow each other
// on both sides with little between: the alignment finds what belongs together in
// them. The result is in the order of the copy and apart on both sides.
func union(rs []run) []run {
	hull := func(p *run, r run) {
		p.a0, p.a1, p.b0, p.b1 = min(p.a0, r.a0), max(p.a1, r.a1), min(p.b0, r.b0), max(p.b1, r.b1)
	}
	join := func(rs []run, touch func(p, r run) bool) []run {
		out := rs[:0]
		for _, r := range rs {
			if n := len(out); n > 0 && touch(out[n-1], r) {
				hull(&out[n-1], r)
			} else {
				out = append(out, r)
			}
		}
		return out
	}
	for range 8 { // joined passages may overlap others
		before := len(rs)
		slices.SortFunc(rs, func(x, y run) int { return cmp.Or(x.a0-y.a0, x.b0-y.b0) })
		rs = join(rs, func(p, r run) bool {
			return r.a0 < p.a1 || r.a0-p.a1 <= maxJoin && r.b0 >= p.b1 && r.b0-p.b1 <= maxJoin
		})
		slices.SortFunc(rs, func(x, y run) int { return cmp.Or(x.b0-y.b0, x.a0-y.a0) })
		rs = join(rs, func(p, r run) bool { return r.b0 < p.b1 })
		if len(rs) == before {
			break
		}
	}
	// What overlaps still, as only a hostile list does, is dropped.
	slices.SortFunc(rs, func(x, y run) int { return x.a0 - y.a0 })
	end := 0
	rs = slices.DeleteFunc(rs, func(r run) bool {
		if r.a0 < end {
			return true
		}
		end = r.a1
		return false
	})
	slices.SortFunc(rs, func(x, y run) int { return x.b0 - y.b0 })
	end = 0
	return slices.DeleteFunc(rs, func(r run) bool {
		if r.b0 < end {
			return true
		}
		end = r.b1
		return false
	})
}

// widen lengthens r to the borders of its first and last sentences, within the
// limits, unless both texts go their own way there.
func (w *work) widen(r, limit run) run {
	sa, sb := w.a.sentenceOf(r.a0), w.b.sentenceOf(r.b0)
	a, b := max(int(sa.from), limit.a0), max(int(sb.from), limit.b0)
	if w.wider(run{a, r.a0, b, r.b0}, min(int(sa.to), r.a1)-r.a0, min(int(sb.to), r.b1)-r.b0) {
		r.a0, r.b0 = a, b
	}
	sa, sb = w.a.sentenceOf(r.a1-1), w.b.sentenceOf(r.b1-1)
	a, b = min(int(sa.to), limit.a1), min(int(sb.to), limit.b1)
	if w.wider(run{r.a1, a, r.b1, b}, r.a1-max(int(sa.from), r.a0), r.b1-max(int(sb.from), r.b0)) {
		r.a1, r.b1 = a, b
	}
	return r
}

// wider decides whether the rest of a sentence belongs to the passage that holds
// inA and inB words of it: a rest on one side was cut off or put on, one on both
// sides was changed when it is short or shares words.
func (w *work) wider(rest run, inA, inB int) bool {
	a, b := rest.a1-rest.a0, rest.b1-rest.b0
	switch {
	case a == 0 && b == 0:
		return false
	case a == 0:
		return b <= 2*inB
	case b == 0:
		return a <= 2*inA
	case a <= inA && b <= inB:
		return true
	case a > 2*inA || b > 2*inB:
		return false
	}
	x, y := w.a.content(rest.a0, rest.a1), w.b.content(rest.b0, rest.b1)
	n := 0
	for _, h := range x {
		if slices.Contains(y, h) {
			n++
		}
	}
	return 3*n >= min(len(x), len(y))
}

// story is the word that the story begins with, behind a date line such as
// "CAIRO (Harbour Wire) - ": each outlet prints its own, and it is read as such by
// the room extract.
func (s *side) story() int {
	sign := false // that a place or an agency is printed, not a clause
	for i := 0; i < len(s.words) && i < 14; i++ {
		g := s.gap(i)
		if i > 0 && sign {
			for _, dash := range [...]string{" - ", " – ", " — ", ") -", ")-", ") –", ") —", " -- ", ")—"} {
				if strings.Contains(g, dash) {
					return i
				}
			}
		}
		sign = sign || strings.Contains(g, "(") || i == 0 && s.tokens.List[i].AllUpper
	}
	return 0
}

// cover moves word index i over a word that code point end stands within or
// right behind.
func (s *side) cover(i, end int) int {
	if i < len(s.words) && int(s.words[i].start) < end {
		return i + 1
	}
	return i
}

func (s *side) sentenceOf(i int) sentence {
	return s.sentences[s.words[min(max(i, 0), len(s.words)-1)].sentence]
}

// region aligns r and gathers the stretches that differ.
func (w *work) region(r run) {
	w.aligner.align(w.a.words, w.b.words, r)
	w.regions = append(w.regions, r)
	w.hunks = hunks(w.hunks, w.a.words, w.b.words, r)
}

// finish judges what was gathered.
func (w *work) finish() []isnad.Change {
	if len(w.a.words) > 0 && len(w.b.words) > 0 {
		gone, fresh := w.unmatched()
		for _, h := range w.hunks {
			w.split(h)
		}
		gone, fresh = w.rewritten(gone, fresh)
		w.settle()
		w.sentences(gone, fresh)
	}
	w.headlines()
	out := w.changes
	order := func(x, y isnad.Change) int {
		title := func(c isnad.Change) int {
			if c.Copy.InTitle {
				return 0
			}
			return 1
		}
		return cmp.Or(title(x)-title(y), x.Copy.Start-y.Copy.Start, x.Original.Start-y.Original.Start, x.Copy.End-y.Copy.End, cmp.Compare(x.Kind, y.Kind))
	}
	slices.SortStableFunc(out, order)
	if len(out) > MaxChanges {
		slices.SortStableFunc(out, func(x, y isnad.Change) int {
			m := func(c isnad.Change) int {
				if c.Meaning || c.Kind == isnad.ChangeCorrectionNote {
					return 0
				}
				return 1
			}
			return m(x) - m(y)
		})
		out = out[:MaxChanges]
		slices.SortStableFunc(out, order)
	}
	return out
}

// add records a change: words [a0, a1) of the original, [b0, b1) of the copy.
func (w *work) add(k isnad.ChangeKind, r run, meaning bool) {
	if len(w.changes) >= maxFound {
		return
	}
	w.changes = append(w.changes, isnad.Change{
		Kind: k, Meaning: meaning,
		Copy: w.b.span(r.b0, r.b1), Original: w.a.span(r.a0, r.a1),
		Now: w.b.bytes(r.b0, r.b1), Was: w.a.bytes(r.a0, r.a1),
	})
}
