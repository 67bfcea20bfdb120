package change

import (
	"bytes"

	"isnad"
	"isnad/internal/names"
)

// longCut is how many words a stretch on one side has before it counts as content
// of its own, whatever it holds.
const longCut = 5

// anonymous records that a speaker is said not to be named on one side only.
func (w *work) anonymous(h run) {
	w.each(kindAnonymous, func(x, y *element) { w.pair(h, x, y, "", false) })
	for _, f := range w.halves(h) {
		for _, i := range f.list {
			if e := &f.s.elements[i]; e.kind == kindAnonymous && !e.done {
				e.done = true
				w.leave(h, f.side, int(e.from), int(e.to), isnad.ChangeAttribution, i, false)
			}
		}
	}
}

// fields compares words of one field: killed and wounded, civilians and fighters.
func (w *work) fields(h run) {
	w.each(kindField, func(x, y *element) {
		if x.entry.field == y.entry.field && x.entry.value == y.entry.value {
			x.done, y.done = true, true // other words for the same, if they differ at all
		}
	})
	w.each(kindField, func(x, y *element) {
		if x.entry.field != y.entry.field {
			return
		}
		k := isnad.ChangeWording
		if x.entry.place {
			k = isnad.ChangePlace
		}
		w.pair(h, x, y, k, true)
	})
}

// clause records a long stretch on one side as one change: what is gone or new
// is content, not a word.
func (w *work) clause(h run) bool {
	f := w.halves(h)[0]
	if f.from == f.to {
		f = w.halves(h)[1]
	}
	if f.ofrom != f.oto {
		return false
	}
	first, last, n, words := -1, -1, 0, 0
	for i, used := range w.used[f.side] {
		if used {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i + 1
		n++
		if e := f.s.covering(f.from + i); !f.s.words[f.from+i].little() && (e == nil || e.kind == kindField) {
			words++
		}
	}
	if n < longCut || words < 2 {
		return false
	}
	w.leave(h, f.side, f.from+first, f.from+last, isnad.ChangeWording, -1, true)
	return true
}

// rest records the words left over as other words for the same, or as words that
// are gone or new. Words of grammar alone are no change; prepositions and the
// like are one only when nothing else changed here.
func (w *work) rest(h run, more bool) {
	extent := func(k int, s *side, base int) (from, to, weight int) {
		from, to = -1, -1
		for i, used := range w.used[k] {
			if used {
				continue
			}
			e := s.words[base+i].entry
			c := classNone
			if e != nil {
				c = e.class
			}
			if (c == classEmpty || c == classLikely) && s.covering(base+i) == nil {
				continue
			}
			if c == classLittle {
				weight = max(weight, 1)
			} else {
				weight = 2
			}
			if from < 0 {
				from = base + i
			}
			to = base + i + 1
		}
		return from, to, weight
	}
	a0, a1, wa := extent(0, &w.a, h.a0)
	b0, b1, wb := extent(1, &w.b, h.b0)
	if max(wa, wb) == 0 || max(wa, wb) == 1 && more {
		return
	}
	if more && a1-a0 == 1 && b1-b0 == 1 && names.Similar(string(w.a.tokens.Fold(a0)), string(w.b.tokens.Fold(b0))) > 0.75 {
		return // "an hour" against "two hours"
	}
	switch {
	case wa == 0:
		w.leave(h, 1, b0, b1, isnad.ChangeWording, -1, false)
	case wb == 0:
		w.leave(h, 0, a0, a1, isnad.ChangeWording, -1, false)
	case w.alike(a0, a1, b0, b1):
	default:
		w.add(isnad.ChangeWording, run{a0, a1, b0, b1}, false)
	}
}

// alike tells whether the words of the two runs are the same but for little words
// and what Arabic writes with the word.
func (w *work) alike(a0, a1, b0, b1 int) bool {
	if l := w.a.letters(a0, a1); l != "" && l == w.b.letters(b0, b1) { // "re-opened" and "reopened"
		return true
	}
	if a1-a0 == 1 && b1-b0 == 1 && (writtenWith(w.a.tokens.Fold(a0), w.b.tokens.Fold(b0)) || writtenWith(w.b.tokens.Fold(b0), w.a.tokens.Fold(a0))) {
		return true
	}
	x, y := w.a.content(a0, a1), w.b.content(b0, b1)
	if len(x) != len(y) || len(x) == 0 {
		return false
	}
	for i := range x {
		if x[i] != y[i] {
			return false
		}
	}
	return true
}

// writtenWith tells whether an Arabic word is the other with a particle or the
// article before it.
func writtenWith(long, short []byte) bool {
	p, ok := bytes.CutSuffix(long, short)
	if !ok || len(short) < 4 {
		return false
	}
	switch string(p) {
	case "و", "ف", "ب", "ل", "ال", "وال", "بال", "لل":
		return true
	}
	return false
}

// letters is words [from, to) without what parts them, empty when there are many.
func (s *side) letters(from, to int) string {
	if to-from > 8 {
		return ""
	}
	var b []byte
	for i := from; i < to; i++ {
		b = append(b, s.tokens.Fold(i)...)
	}
	return string(b)
}
