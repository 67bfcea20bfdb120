package change

import (
	"isnad"
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
	w.stretch = h
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

// half is a stretch seen from one side, 0 the original and 1 the copy: its own
// words [from, to) and elements, and those of the other.
type half struct {
	side       int
	s, o       *side
	list       []int32
	olist      []int32
	from, to   int
	ofrom, oto int
}

// halves is the stretch at hand seen from either side.
func (w *work) halves(h run) [2]half {
	return [2]half{
		{0, &w.a, &w.b, w.ea, w.eb, h.a0, h.a1, h.b0, h.b1},
		{1, &w.b, &w.a, w.eb, w.ea, h.b0, h.b1, h.a0, h.a1},
	}
}

// run is words [from, to) of the half's own side and [ofrom, oto) of the other.
func (f half) run(from, to, ofrom, oto int) run {
	if f.side == 0 {
		return run{from, to, ofrom, oto}
	}
	return run{ofrom, oto, from, to}
}

// useAll marks the words of r as spoken for.
func (w *work) useAll(h, r run) {
	w.use(h, 0, r.a0, r.a1)
	w.use(h, 1, r.b0, r.b1)
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
	r := run{int(x.from), int(x.to), int(y.from), int(y.to)}
	w.useAll(h, r)
	if k != "" {
		w.add(k, r, meaning)
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
