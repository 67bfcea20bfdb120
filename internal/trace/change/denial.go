package change

import (
	"strings"

	"isnad"
)

// negativePrefix tells whether one of the words [from, to) denies by its first
// letters.
func (s *side) negativePrefix(from, to int) bool {
	for i := from; i < to; i++ {
		x := string(s.tokens.Fold(i))
		stem, ok := strings.CutPrefix(x, "un")
		if !ok || len(stem) < 4 || s.words[i].entry != nil {
			continue
		}
		ok = true
		for _, p := range [...]string{"der", "til", "it", "ion", "ive", "less", "iq", "iform"} {
			ok = ok && !strings.HasPrefix(stem, p)
		}
		if ok {
			return true
		}
	}
	return false
}

// oppositeByPrefix records a word against its own opposite: "harmed", "unharmed".
func (w *work) oppositeByPrefix(h run) bool {
	if h.a1-h.a0 > 6 || h.b1-h.b0 > 6 {
		return false
	}
	opposite := func(x, y string) bool {
		if len(x) < 5 {
			return false
		}
		stem, ok := strings.CutSuffix(y, x)
		if !ok {
			return false
		}
		switch stem {
		case "un", "in", "im", "il", "ir", "dis", "non":
			return true
		}
		return false
	}
	for i := h.a0; i < h.a1; i++ {
		for j := h.b0; j < h.b1; j++ {
			x, y := string(w.a.tokens.Fold(i)), string(w.b.tokens.Fold(j))
			if (opposite(x, y) || opposite(y, x)) && !w.used[0][i-h.a0] && !w.used[1][j-h.b0] {
				w.use(h, 0, i, i+1)
				w.use(h, 1, j, j+1)
				if !w.denies(&w.a, w.ea, h.a0, h.a1) && !w.denies(&w.b, w.eb, h.b0, h.b1) {
					w.add(isnad.ChangeNegation, run{i, i + 1, j, j + 1}, true)
				}
				for _, n := range w.ea {
					if e := &w.a.elements[n]; e.kind == kindNegation {
						e.done = true
					}
				}
				for _, n := range w.eb {
					if e := &w.b.elements[n]; e.kind == kindNegation {
						e.done = true
					}
				}
				return true
			}
		}
	}
	return false
}

func (w *work) denies(s *side, list []int32, from, to int) bool {
	for _, i := range list {
		if e := &s.elements[i]; e.kind == kindNegation && !e.done && int(e.from) >= from && int(e.to) <= to {
			return true
		}
	}
	return false
}

// negations compares how often each side denies. A denial said twice is one.
func (w *work) negations(h run) {
	count := func(list []int32, s *side, from, to int) (n, first, last int) {
		first, last = -1, -1
		for _, i := range list {
			e := &s.elements[i]
			if e.kind != kindNegation || e.done || int(e.to) <= from || int(e.from) >= to {
				continue
			}
			n++
			if first < 0 {
				first = int(e.from)
			}
			last = int(e.to)
		}
		return n, first, last
	}
	if w.oppositeByPrefix(h) {
		return
	}
	na, a0, a1 := count(w.ea, &w.a, h.a0, h.a1)
	nb, b0, b1 := count(w.eb, &w.b, h.b0, h.b1)
	mark := func() {
		for _, i := range w.ea {
			if w.a.elements[i].kind == kindNegation {
				w.a.elements[i].done = true
			}
		}
		for _, j := range w.eb {
			if w.b.elements[j].kind == kindNegation {
				w.b.elements[j].done = true
			}
		}
	}
	if na%2 == nb%2 {
		mark()
		return
	}
	r := run{a0, a1, b0, b1}
	if na == 0 {
		r.a0, r.a1 = h.a0, h.a1
		if h.a0 == h.a1 || h.a1-h.a0 > 4 {
			r.a0, r.a1 = h.a0, h.a0
		}
	}
	if nb == 0 {
		r.b0, r.b1 = h.b0, h.b1
		if h.b0 == h.b1 || h.b1-h.b0 > 4 {
			r.b0, r.b1 = h.b0, h.b0
		}
	}
	mark()
	one := h.a0 == h.a1 || h.b0 == h.b1
	if one && h.a1-h.a0+h.b1-h.b0 <= 4 && w.untouched() { // "fertiliser, not"
		r = h
	}
	if na+nb == 1 && h.a0 < h.a1 && h.b0 < h.b1 && (na == 0 && w.a.negativePrefix(h.a0, h.a1) || nb == 0 && w.b.negativePrefix(h.b0, h.b1)) {
		return // "were not answered" against "went unanswered"
	}
	if h.a0 < h.a1 && h.b0 < h.b1 && h.a1-h.a0 <= 5 && h.b1-h.b0 <= 5 && w.untouched() { // "did not enter" against "entered"
		r = h
	} else if na == 0 || nb == 0 {
		if na == 0 && nb > 0 && r.a0 == r.a1 {
			w.leave(h, 1, r.b0, r.b1, isnad.ChangeNegation, -1, true)
			return
		}
		if nb == 0 && na > 0 && r.b0 == r.b1 {
			w.leave(h, 0, r.a0, r.a1, isnad.ChangeNegation, -1, true)
			return
		}
	}
	w.use(h, 0, r.a0, r.a1)
	w.use(h, 1, r.b0, r.b1)
	w.add(isnad.ChangeNegation, r, true)
}
