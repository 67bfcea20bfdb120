package change

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"isnad"
	"isnad/internal/names"
)

// loose is something that stands on one side of a stretch only. It may turn out
// to stand elsewhere on the other side.
type loose struct {
	kind     isnad.ChangeKind
	side     int // 0 gone, 1 new
	from, to int // words of its side
	at       int // the place on the other side
	sentence int32
	element  int32 // of its side, or -1
	meaning  bool
	nobody   bool // an attribution that names no speaker of its own: "and said"
	done     bool
}

// longCut is how many words a stretch on one side has before it counts as content
// of its own, whatever it holds.
const longCut = 5

// maxStretch is how many words of one side are judged as one. What is longer and
// has nothing in common with the other side was written anew.
const maxStretch = 300

// split takes whole sentences out of a stretch, which are judged as such, and
// judges what is left before and behind them.
func (w *work) split(h run) {
	a0, a1 := w.a.inner(h.a0, h.a1)
	b0, b1 := w.b.inner(h.b0, h.b1)
	if a0 >= a1 && b0 >= b1 {
		w.judge(h)
		return
	}
	head, tail := run{h.a0, h.a0, h.b0, h.b0}, run{h.a1, h.a1, h.b1, h.b1}
	if a0 < a1 {
		head.a1, tail.a0 = a0, a1
	} else if s := w.a.border(h.a0, h.a1); s >= 0 {
		head.a1, tail.a0 = s, s
	} else if h.a0 > 0 && h.a0 < h.a1 && w.a.words[h.a0].sentence == w.a.words[h.a0-1].sentence {
		head.a1 = h.a1
	} else {
		tail.a0 = h.a0
	}
	if b0 < b1 {
		head.b1, tail.b0 = b0, b1
	} else if s := w.b.border(h.b0, h.b1); s >= 0 {
		head.b1, tail.b0 = s, s
	} else if h.b0 > 0 && h.b0 < h.b1 && w.b.words[h.b0].sentence == w.b.words[h.b0-1].sentence {
		head.b1 = h.b1
	} else {
		tail.b0 = h.b0
	}
	for _, r := range []run{head, tail} {
		if r.a0 < r.a1 || r.b0 < r.b1 {
			w.judge(r)
		}
	}
}

// inner is the whole sentences within words [from, to).
func (s *side) inner(from, to int) (int, int) {
	if from >= to {
		return to, to
	}
	first := s.words[from].sentence
	if int(s.sentences[first].from) < from {
		first++
	}
	last := s.words[to-1].sentence
	if int(s.sentences[last].to) > to {
		last--
	}
	if first > last {
		return to, to
	}
	return int(s.sentences[first].from), int(s.sentences[last].to)
}

// border is where a sentence begins within words (from, to), or -1.
func (s *side) border(from, to int) int {
	if from < to {
		if n := int(s.sentences[s.words[to-1].sentence].from); n > from {
			return n
		}
	}
	return -1
}

// judge tells what changed in one stretch: each kind of element of the one side
// is held against those of the other, then the names, then the words left over.
func (w *work) judge(h run) {
	if len(w.changes) >= maxFound || len(w.loose) >= maxFound {
		return
	}
	if h.a1-h.a0 > maxStretch || h.b1-h.b0 > maxStretch {
		w.add(isnad.ChangeWording, h, true)
		return
	}
	w.touch(h)
	for k, n := range [2]int{h.a1 - h.a0, h.b1 - h.b0} {
		if cap(w.used[k]) < n {
			w.used[k] = make([]bool, n, 2*n)
		}
		w.used[k] = w.used[k][:n]
		clear(w.used[k])
	}
	w.spoken(h)
	before := len(w.changes) + len(w.loose)
	w.numbers(h)
	w.dates(h)
	w.duals(h)
	w.anonymous(h)
	w.cues(h)
	w.hedges(h)
	w.speakers(h)
	w.negations(h)
	if w.clause(h) {
		return
	}
	w.looseElements(h, kindNumber, isnad.ChangeNumber)
	w.looseElements(h, kindDate, isnad.ChangeDate)
	w.fields(h)
	w.names(h)
	w.rest(h, len(w.changes)+len(w.loose) > before || !w.untouched())
}

// touch gathers the elements of both sides that the stretch changes: those with
// a word in it, and what stands on the other side for their other words.
func (w *work) touch(h run) {
	w.ea, w.eb = w.ea[:0], w.eb[:0]
	take := func(list []int32, s *side, from, to int) []int32 {
		for i := from; i < to; i++ {
			if e := s.words[i].element; e >= 0 && !s.elements[e].done && (len(list) == 0 || list[len(list)-1] != e) {
				list = append(list, e)
			}
		}
		return list
	}
	w.ea = take(w.ea, &w.a, h.a0, h.a1)
	w.eb = take(w.eb, &w.b, h.b0, h.b1)
	other := func(list []int32, from []int32, s, o *side) []int32 {
		for _, e := range from {
			for i := s.elements[e].from; i < s.elements[e].to; i++ {
				m := s.words[i].match
				if m < 0 {
					continue
				}
				if x := o.words[m].element; x >= 0 && !o.elements[x].done && o.elements[x].kind == s.elements[e].kind && !holds(list, x) {
					list = append(list, x)
				}
			}
		}
		return list
	}
	w.eb = other(w.eb, w.ea, &w.a, &w.b)
	w.ea = other(w.ea, w.eb, &w.b, &w.a)
}

// spoken marks the words of elements that an earlier stretch has spoken for.
func (w *work) spoken(h run) {
	for i := h.a0; i < h.a1; i++ {
		if e := w.a.covering(i); e != nil && e.done {
			w.used[0][i-h.a0] = true
		}
	}
	for i := h.b0; i < h.b1; i++ {
		if e := w.b.covering(i); e != nil && e.done {
			w.used[1][i-h.b0] = true
		}
	}
}

func holds(list []int32, x int32) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

// use marks words of a side of the stretch as spoken for.
func (w *work) use(h run, side, from, to int) {
	base := h.a0
	if side == 1 {
		base = h.b0
	}
	for i := max(from-base, 0); i < to-base && i < len(w.used[side]); i++ {
		w.used[side][i] = true
	}
}

// same tells whether two elements are written alike.
func (w *work) same(x, y *element) bool {
	if x.to-x.from != y.to-y.from {
		return false
	}
	for k := range x.to - x.from {
		if w.a.words[x.from+k].hash != w.b.words[y.from+k].hash {
			return false
		}
	}
	return true
}

// pair speaks for two elements; a change of the kind is recorded unless it is "".
func (w *work) pair(h run, x, y *element, k isnad.ChangeKind, meaning bool) {
	x.done, y.done = true, true
	w.use(h, 0, int(x.from), int(x.to))
	w.use(h, 1, int(y.from), int(y.to))
	if k != "" {
		w.add(k, run{int(x.from), int(x.to), int(y.from), int(y.to)}, meaning)
	}
}

// each calls f for every pair of elements of a kind that nobody has spoken for,
// until f pairs them.
func (w *work) each(k kind, f func(x, y *element)) {
	for _, i := range w.ea {
		x := &w.a.elements[i]
		if x.kind != k {
			continue
		}
		for _, j := range w.eb {
			y := &w.b.elements[j]
			if x.done {
				break
			}
			if y.kind == k && !y.done {
				f(x, y)
			}
		}
	}
}

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
		if w.dual(x, &w.a) != w.dual(y, &w.b) { // the noun that the dual holds
			if w.dual(x, &w.a) {
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
	w.articles(h, 0)
	w.articles(h, 1)
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
func (w *work) articles(h run, side int) {
	s, o, list := &w.a, &w.b, w.ea
	from, to, base := h.b0, h.b1, h.a0
	end := h.a1
	if side == 1 {
		s, o, list = &w.b, &w.a, w.eb
		from, to, base, end = h.a0, h.a1, h.b0, h.b1
	}
	for _, n := range list {
		e := &s.elements[n]
		if e.kind != kindNumber || e.done || e.number.numeric != cardinal || int(e.from) < base || int(e.to) > end {
			continue
		}
		for i := from; i < to; i++ {
			if f := string(o.tokens.Fold(i)); f != "a" && f != "an" || w.used[1-side][i-from] {
				continue
			}
			e.done = true
			w.use(h, side, int(e.from), int(e.to))
			w.use(h, 1-side, i, i+1)
			r := run{int(e.from), int(e.to), i, i + 1}
			if side == 1 {
				r = run{i, i + 1, int(e.from), int(e.to)}
			}
			if e.number.hi != 1 {
				w.add(isnad.ChangeNumber, r, true)
			}
			break
		}
	}
}

func (w *work) dual(e *element, s *side) bool {
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

// hedges holds the hedges of both sides, and the bounds of numbers, against each
// other. Another hedge is other words; another bound is another figure.
func (w *work) hedges(h run) {
	for _, k := range []kind{kindQualifier, kindHedge} {
		w.each(k, func(x, y *element) {
			if w.same(x, y) {
				w.pair(h, x, y, "", false)
			}
		})
	}
	w.each(kindQualifier, func(x, y *element) {
		if x.entry.detail == y.entry.detail {
			w.pair(h, x, y, isnad.ChangeWording, false)
		}
	})
	w.each(kindQualifier, func(x, y *element) { w.pair(h, x, y, isnad.ChangeNumber, true) })
	w.each(kindHedge, func(x, y *element) { w.pair(h, x, y, isnad.ChangeWording, false) })
	for _, k := range []kind{kindQualifier, kindHedge} {
		w.looseElements(h, k, "hedge")
	}
}

// looseElements records the elements of a kind that only one side has.
func (w *work) looseElements(h run, k kind, c isnad.ChangeKind) {
	for _, i := range w.ea {
		if x := &w.a.elements[i]; x.kind == k && !x.done && int(x.from) < h.a1 && int(x.to) > h.a0 {
			if k == kindNumber && x.number.vaguest() || k == kindNumber && w.single(x, &w.a) || k == kindQualifier && w.falls(x, &w.a, w.ea) {
				continue
			}
			x.done = true
			if k == kindHedge && (w.b.grammarOnly(h.b0, h.b1) || w.instead(x, &w.a, h.a0, h.a1, 1, h.b1-h.b0)) { // "may have been" against "was"
				w.use(h, 0, h.a0, h.a1)
				w.use(h, 1, h.b0, h.b1)
				w.add(isnad.ChangeHedgeDropped, run{int(x.from), int(x.to), h.b0, h.b1}, true)
				continue
			}
			from, to := beginning(&w.a, x), int(x.to)
			if k == kindHedge && w.a.clauseOf(x, h.a0, h.a1) {
				from, to = h.a0, h.a1
			}
			w.leave(h, 0, from, to, c, i, true)
		}
	}
	for _, j := range w.eb {
		if y := &w.b.elements[j]; y.kind == k && !y.done && int(y.from) < h.b1 && int(y.to) > h.b0 {
			if k == kindNumber && y.number.vaguest() || k == kindNumber && w.single(y, &w.b) || k == kindQualifier && w.falls(y, &w.b, w.eb) {
				continue
			}
			y.done = true
			if k == kindHedge && (w.a.grammarOnly(h.a0, h.a1) || w.instead(y, &w.b, h.b0, h.b1, 0, h.a1-h.a0)) {
				w.use(h, 0, h.a0, h.a1)
				w.use(h, 1, h.b0, h.b1)
				w.add(isnad.ChangeHedgeAdded, run{h.a0, h.a1, int(y.from), int(y.to)}, true)
				continue
			}
			from, to := beginning(&w.b, y), int(y.to)
			if k == kindHedge && w.b.clauseOf(y, h.b0, h.b1) {
				from, to = h.b0, h.b1
			}
			w.leave(h, 1, from, to, c, j, true)
		}
	}
}

// vaguest tells whether a number that only one side has is no figure of its own:
// "second", "several".
func (n number) vaguest() bool {
	return n.numeric == ordinal || n.numeric == vague && n.lo >= 4 && n.lo != 6 && n.lo != 7
}

// falls tells whether the number that a qualifier stands before is gone or new as
// well: then the two are one change.
func (w *work) falls(q *element, s *side, list []int32) bool {
	for _, i := range list {
		if e := &s.elements[i]; e.kind == kindNumber && !e.done && e.from == q.to {
			q.done = true
			return true
		}
	}
	return false
}

// beginning is where an element begins, the qualifier of a number included.
func beginning(s *side, e *element) int {
	if e.kind == kindNumber {
		if q := s.covering(int(e.from) - 1); q != nil && q.kind == kindQualifier && q.done {
			return int(q.from)
		}
	}
	return int(e.from)
}

// clauseOf tells whether words [from, to) are a short clause that the hedge
// begins or ends: ", as far as could be told from the road", ", experts believe".
func (s *side) clauseOf(e *element, from, to int) bool {
	return (from == int(e.from) || to == int(e.to)) && to-from > int(e.to-e.from) && to-from <= 10 && s.clauseBreak(from) && s.clauseBreak(to)
}

// instead tells whether the hedge is all that its side of the stretch says and
// the other side has a word or two for it: "suggest" against "show".
func (w *work) instead(e *element, s *side, from, to, other, n int) bool {
	for i := from; i < to; i++ {
		if (i < int(e.from) || i >= int(e.to)) && !s.words[i].little() {
			return false
		}
	}
	for _, used := range w.used[other] {
		if used {
			return false
		}
	}
	return n >= 1 && n <= 2
}

// anonymous records that a speaker is said not to be named on one side only.
func (w *work) anonymous(h run) {
	w.each(kindAnonymous, func(x, y *element) { w.pair(h, x, y, "", false) })
	for _, i := range w.ea {
		if e := &w.a.elements[i]; e.kind == kindAnonymous && !e.done {
			e.done = true
			w.leave(h, 0, int(e.from), int(e.to), isnad.ChangeAttribution, i, false)
		}
	}
	for _, i := range w.eb {
		if e := &w.b.elements[i]; e.kind == kindAnonymous && !e.done {
			e.done = true
			w.leave(h, 1, int(e.from), int(e.to), isnad.ChangeAttribution, i, false)
		}
	}
}

// duals holds a number of one side against an Arabic noun of the other that may
// say two by its ending: "five inmates" and "two inmates" in one word.
func (w *work) duals(h run) {
	find := func(list []int32, s, o *side, from, to, ofrom, oto, other int, pair func(e *element, i, end int, meaning bool)) {
		for _, n := range list {
			e := &s.elements[n]
			if e.kind != kindNumber || e.done || int(e.from) < from || int(e.to) > to {
				continue
			}
			for i := ofrom; i < oto; i++ {
				f := string(o.tokens.Fold(i))
				if w.used[other][i-ofrom] || o.words[i].element >= 0 || utf8.RuneCountInString(f) < 5 || !strings.HasSuffix(f, "ين") && !strings.HasSuffix(f, "ان") {
					continue
				}
				end := int(e.to)
				if end < to && s.words[end].element < 0 && s.gap(end) == " " {
					end++ // the noun
				}
				e.done = true
				pair(e, i, end, e.number.lo != 2 || e.number.hi != 2)
				break
			}
		}
	}
	find(w.ea, &w.a, &w.b, h.a0, h.a1, h.b0, h.b1, 1, func(e *element, i, end int, meaning bool) {
		w.use(h, 0, int(e.from), end)
		w.use(h, 1, i, i+1)
		w.add(isnad.ChangeNumber, run{int(e.from), end, i, i + 1}, meaning)
	})
	find(w.eb, &w.b, &w.a, h.b0, h.b1, h.a0, h.a1, 0, func(e *element, i, end int, meaning bool) {
		w.use(h, 1, int(e.from), end)
		w.use(h, 0, i, i+1)
		w.add(isnad.ChangeNumber, run{i, i + 1, int(e.from), end}, meaning)
	})
}

// grammarOnly tells whether words [from, to) are one to three that carry no
// meaning.
func (s *side) grammarOnly(from, to int) bool {
	for i := from; i < to; i++ {
		if e := s.words[i].entry; e == nil || e.class != classEmpty {
			return false
		}
	}
	return from < to && to-from <= 3
}

// single tells whether the number is a "one" in words, which "a" may stand for.
func (w *work) single(e *element, s *side) bool {
	return e.number.numeric == cardinal && e.number.hi == 1 && !s.digit(int(e.from))
}

// leave records what one side has alone.
func (w *work) leave(h run, side, from, to int, k isnad.ChangeKind, element int32, meaning bool) {
	l := loose{kind: k, side: side, from: from, to: to, element: element, meaning: meaning}
	if side == 0 {
		l.at, l.sentence = w.b.place(h.b0), w.a.words[from].sentence
	} else {
		l.at = w.a.place(h.a0)
		l.sentence = w.a.words[min(max(h.a0-1, 0), len(w.a.words)-1)].sentence
		if h.a0 < len(w.a.words) && h.a0 < h.a1 {
			l.sentence = w.a.words[h.a0].sentence
		} else if h.a0 < len(w.a.words) && h.a0 > 0 && h.b0 < len(w.b.words) && (h.b0 == 0 || w.b.words[h.b0].sentence != w.b.words[h.b0-1].sentence) {
			l.sentence = w.a.words[h.a0].sentence
		}
	}
	w.use(h, side, from, to)
	w.loose = append(w.loose, l)
}

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

// untouched tells whether nothing has been spoken for in the stretch.
func (w *work) untouched() bool {
	for _, side := range w.used {
		for _, used := range side {
			if used {
				return false
			}
		}
	}
	return true
}

func (s *side) place(i int) int { return min(max(i, 0), len(s.words)) }

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
	na, nb := h.a1-h.a0, h.b1-h.b0
	if na != 0 && nb != 0 {
		return false
	}
	side, base := 0, h.a0
	if nb > 0 {
		side, base = 1, h.b0
	}
	s := &w.a
	if side == 1 {
		s = &w.b
	}
	first, last, n, words := -1, -1, 0, 0
	for i, used := range w.used[side] {
		if used {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i + 1
		n++
		if e := s.covering(base + i); !s.words[base+i].little() && (e == nil || e.kind == kindField) {
			words++
		}
	}
	if n < longCut || words < 2 {
		return false
	}
	w.leave(h, side, base+first, base+last, isnad.ChangeWording, -1, true)
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
