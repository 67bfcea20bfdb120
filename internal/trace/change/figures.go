package change

import (
	"strings"
	"unicode/utf8"

	"isnad"
)

func (n number) equal(m number) bool {
	return n.numeric == m.numeric && n.lo == m.lo && n.hi == m.hi
}

// numbers pairs equal numbers first, then the others in their order.
func (w *work) numbers(h run) {
	w.each(kindNumber, func(x, y *element) {
		if w.same(x, y) {
			w.pair(h, x, y, "", false)
		}
	})
	w.each(kindNumber, func(x, y *element) {
		if x.number.equal(y.number) {
			w.pair(h, x, y, isnad.ChangeNumber, false)
		}
	})
	w.each(kindNumber, func(x, y *element) {
		if w.a.dual(x) != w.b.dual(y) { // the noun that the dual holds
			if w.a.dual(x) {
				w.use(h, 1, int(y.to), int(y.to)+1)
			} else {
				w.use(h, 0, int(x.to), int(x.to)+1)
			}
		}
		if (x.number.numeric == ordinal) == (y.number.numeric == ordinal) {
			w.pair(h, x, y, isnad.ChangeNumber, true)
		}
	})
	// "an hour" against "two hours".
	w.articles(h)
	// "no deaths" against "five deaths".
	none := func(e *element, s *side) bool {
		if e.kind != kindNegation || e.done || e.to-e.from != 1 {
			return false
		}
		switch string(s.tokens.Fold(int(e.from))) {
		case "no", "none", "nobody":
			return true
		}
		return false
	}
	for _, i := range w.ea {
		for _, j := range w.eb {
			x, y := &w.a.elements[i], &w.b.elements[j]
			if x.done || y.done {
				continue
			}
			if x.kind == kindNumber && none(y, &w.b) || y.kind == kindNumber && none(x, &w.a) {
				w.pair(h, x, y, isnad.ChangeNumber, true)
			}
		}
	}
}

// articles holds the numbers of one side against "a" and "an" of the other.
func (w *work) articles(h run) {
	if h.a1-h.a0 > 6 || h.b1-h.b0 > 6 {
		return
	}
	for _, f := range w.halves(h) {
		for _, n := range f.list {
			e := &f.s.elements[n]
			if e.kind != kindNumber || e.done || e.number.numeric != cardinal || int(e.from) < f.from || int(e.to) > f.to {
				continue
			}
			for i := f.ofrom; i < f.oto; i++ {
				if x := string(f.o.tokens.Fold(i)); x != "a" && x != "an" || w.used[1-f.side][i-f.ofrom] {
					continue
				}
				e.done = true
				r := f.run(int(e.from), int(e.to), i, i+1)
				w.useAll(h, r)
				if e.number.hi != 1 {
					w.add(isnad.ChangeNumber, r, true)
				}
				break
			}
		}
	}
}

// dual tells whether the number is an Arabic noun that says two by its form.
func (s *side) dual(e *element) bool {
	x := s.words[e.from].entry
	return x != nil && x.dual
}

func (w *work) dates(h run) {
	w.each(kindDate, func(x, y *element) {
		if w.same(x, y) {
			w.pair(h, x, y, "", false)
		}
	})
	w.each(kindDate, func(x, y *element) {
		if x.date.agree(y.date, w.a.day, w.b.day) {
			w.pair(h, x, y, isnad.ChangeDate, false)
		}
	})
	w.each(kindDate, func(x, y *element) { w.pair(h, x, y, isnad.ChangeDate, true) })
}

// vaguest tells whether a number that only one side has is no figure of its own:
// "second", "several".
func (n number) vaguest() bool {
	return n.numeric == ordinal || n.numeric == vague && n.lo >= 4 && n.lo != 6 && n.lo != 7
}

// duals holds a number of one side against an Arabic noun of the other that may
// say two by its ending: "five inmates" and "two inmates" in one word.
func (w *work) duals(h run) {
	for _, f := range w.halves(h) {
		for _, n := range f.list {
			e := &f.s.elements[n]
			if e.kind != kindNumber || e.done || int(e.from) < f.from || int(e.to) > f.to {
				continue
			}
			for i := f.ofrom; i < f.oto; i++ {
				if w.used[1-f.side][i-f.ofrom] || f.o.words[i].element >= 0 || !mayBeDual(string(f.o.tokens.Fold(i))) {
					continue
				}
				end := int(e.to)
				if end < f.to && f.s.words[end].element < 0 && f.s.gap(end) == " " {
					end++ // the noun
				}
				e.done = true
				r := f.run(int(e.from), end, i, i+1)
				w.useAll(h, r)
				w.add(isnad.ChangeNumber, r, e.number.lo != 2 || e.number.hi != 2)
				break
			}
		}
	}
}

func mayBeDual(w string) bool {
	return utf8.RuneCountInString(w) >= 5 && (strings.HasSuffix(w, "ين") || strings.HasSuffix(w, "ان"))
}

// single tells whether the number is a "one" in words, which "a" may stand for.
func (s *side) single(e *element) bool {
	return e.number.numeric == cardinal && e.number.hi == 1 && !s.digit(int(e.from))
}
