package change

import (
	"strings"

	"isnad"
	"isnad/internal/names"
)

// named is a listed name in a sentence: words [from, to).
type named struct {
	from, to int
	place    bool
	party    bool // or a source
}

// nameRun is a name that a stretch touches.
type nameRun struct {
	from, to int
	place    bool
	done     bool
}

// maxSentence is how many bytes of a sentence are searched for listed names.
const maxSentence = 4096

// listed is the listed names of the sentence of word i.
func (w *work) listed(s *side, i int) []named {
	n := s.words[i].sentence
	if list, ok := s.known[n]; ok {
		return list
	}
	var list []named
	from, to := int(s.sentences[n].from), int(s.sentences[n].to)
	if text := s.bytes(from, to); len(text) <= maxSentence {
		base := s.tokens.List[from].Start
		find := func(start, end int) (int, int) {
			a := from
			for a < to && s.tokens.List[a].End <= base+start {
				a++
			}
			b := a
			for b < to && s.tokens.List[b].Start < base+end {
				b++
			}
			return a, b
		}
		t := names.Borrow(text)
		for _, m := range w.c.places.FindIn(t) {
			a, b := find(m.Start, m.End)
			list = append(list, named{from: a, to: b, place: true})
		}
		for _, m := range w.c.parties.FindIn(t) {
			a, b := find(m.Start, m.End)
			list = append(list, named{from: a, to: b, party: true})
		}
		for _, m := range w.c.sources.FindIn(t) {
			a, b := find(m.Start, m.End)
			list = append(list, named{from: a, to: b, party: true})
		}
		t.Return()
	}
	if s.known == nil {
		s.known = map[int32][]named{}
	}
	s.known[n] = list
	return list
}

// nameWord tells whether word i is part of a name by its capital.
func (s *side) nameWord(i int) bool {
	t, w := &s.tokens.List[i], &s.words[i]
	if !t.Script.Cased() || !t.Upper {
		return false
	}
	if w.entry != nil && (w.entry.class != classNone || w.entry.calendar() || w.entry.numeric != 0) {
		return false
	}
	if t.AllUpper {
		return t.End-t.Start > 1 && !s.titleCase
	}
	if w.entry != nil && (w.entry.title || w.entry.field != 0) {
		return false
	}
	first := int(s.sentences[w.sentence].from) == i || strings.ContainsAny(s.gap(i), "\"“”«:")
	if !first && !s.titleCase {
		return true
	}
	if s.capitals == nil {
		s.capitals = map[uint64]bool{}
		for k := range s.words {
			if x := &s.tokens.List[k]; x.Upper && x.Script.Cased() && int(s.sentences[s.words[k].sentence].from) != k {
				s.capitals[s.words[k].hash] = true
			}
		}
	}
	return s.capitals[w.hash] && !s.titleCase
}

// nameRuns finds the names that a side of the stretch changes.
func (w *work) nameRuns(side int, h run) []nameRun {
	s, from, to := &w.a, h.a0, h.a1
	if side == 1 {
		s, from, to = &w.b, h.b0, h.b1
	}
	var out []nameRun
	for i := from; i < to; i++ {
		if w.used[side][i-from] {
			continue
		}
		t := &s.tokens.List[i]
		candidate := s.nameWord(i) || s.titleOf(i)
		if !candidate && t.Script.Cased() && !t.Upper {
			continue
		}
		e := s.words[i].entry
		if !candidate && e != nil && (e.class != classNone || e.calendar() || e.numeric != 0 || e.kind || e.title) {
			continue
		}
		r := nameRun{from: i, to: i + 1}
		known := false
		for _, n := range w.listed(s, i) {
			if n.from <= i && i < n.to && (!known || n.to-n.from > r.to-r.from) {
				r.from, r.to, r.place, known = n.from, n.to, n.place && !n.party, true
			}
		}
		if !known && !candidate && t.Script.Cased() && e == nil && t.End-t.Start >= 5 && int(s.sentences[s.words[i].sentence].from) == i && !s.titleCase {
			_, known = w.c.parties.Lookup(s.bytes(i, i+1)) // a nationality that begins the sentence
		}
		nation := false
		if !known && t.Script == names.ScriptArabic {
			nation = w.c.nationality(s.tokens.Fold(i))
		} else if candidate && !known {
			_, nation = w.c.parties.Lookup(s.bytes(i, i+1))
		}
		if !known && !candidate && !nation {
			if t.Script.Cased() || !s.titled(i) && !(e != nil && e.given) {
				continue
			}
		}
		if t.Script.Cased() {
			for r.to < len(s.words) && (s.tokens.List[r.to].Gap < names.GapBreak || s.shortTitle(r.to-1)) && s.joins(r.to) {
				r.to++
			}
			for r.from > 0 && (s.tokens.List[r.from].Gap < names.GapBreak || s.shortTitle(r.from-1)) && s.joins(r.from-1) && !w.spokenFor(side, r.from-1, from, to) {
				r.from--
			}
		} else if !known && !nation {
			for r.to < to && r.to-r.from < 3 && s.tokens.List[r.to].Gap == names.GapSpace && s.words[r.to].entry == nil {
				r.to++
			}
		}
		if !known && !nation {
			r.place = s.placeSlot(r.from, r.to)
		}
		if n := len(out); n > 0 && r.from <= out[n-1].to {
			out[n-1].to = max(out[n-1].to, r.to)
			out[n-1].place = out[n-1].place || r.place
		} else {
			out = append(out, r)
		}
		i = max(i, r.to-1)
	}
	return out
}

// beside gives a name of a script without capitals the words that stand in its
// place on the other side, where they are few and no name was seen in them.
func (w *work) beside(h run, xs, ys *[]nameRun) {
	for _, f := range w.halves(h) {
		have, lack := xs, ys
		if f.side == 1 {
			have, lack = ys, xs
		}
		if len(*have) == 1 && len(*lack) == 0 {
			if from, to, ok := w.inItsPlace(f, (*have)[0]); ok {
				*lack = append(*lack, nameRun{from: from, to: to, place: (*have)[0].place})
				return
			}
		}
	}
}

// nationality tells whether a folded Arabic word is the adjective of a country:
// the country's name, less its ending, with the ending of an adjective.
func (c *Comparer) nationality(word []byte) bool {
	w := strings.TrimPrefix(strings.TrimPrefix(string(word), "و"), "ال")
	for _, end := range [...]string{"يه", "يين", "يون", "ي"} {
		stem, ok := strings.CutSuffix(w, end)
		if !ok || len(stem) < 6 {
			continue
		}
		for _, country := range [...]string{stem, "ال" + stem, stem + "ا", stem + "يا"} {
			for _, m := range c.places.Lookup(country) {
				if m.Kind == isnad.KindCountry && m.Score > 0.5 {
					return c.named(m.ID, country)
				}
			}
		}
		return false
	}
	return false
}

// named tells whether the name is one of a place's, letter by letter.
func (c *Comparer) named(id, name string) bool {
	p, ok := c.places.Place(id)
	if !ok {
		return false
	}
	if names.Fold(p.Name) == name {
		return true
	}
	for _, n := range p.Names {
		if names.Fold(n.Text) == name {
			return true
		}
	}
	return false
}

// inItsPlace is the words of the other half that stand for the name x of f.
func (w *work) inItsPlace(f half, x nameRun) (from, to int, ok bool) {
	if f.s.tokens.List[x.from].Script.Cased() || x.from < f.from || x.to > f.to {
		return 0, 0, false
	}
	for i := f.from; i < f.to; i++ { // the name is all that the half says
		if (i < x.from || i >= x.to) && !f.s.words[i].little() && !w.used[f.side][i-f.from] {
			return 0, 0, false
		}
	}
	from, to = w.unused(1-f.side, f.ofrom, f.oto)
	if from >= to || to-from > 3 {
		return 0, 0, false
	}
	for i := from; i < to; i++ {
		if f.o.words[i].entry != nil || f.o.words[i].element >= 0 {
			return 0, 0, false
		}
	}
	return from, to, true
}

// shortTitle tells whether word i is a title with a full stop: "Prof."
func (s *side) shortTitle(i int) bool {
	e := s.words[i].entry
	return e != nil && e.title && s.gap(i+1) == ". "
}

// titleOf tells whether word i is a title with a capital that a name follows.
func (s *side) titleOf(i int) bool {
	for k := i; k < len(s.words) && k < i+3; k++ {
		e := s.words[k].entry
		if e == nil || !e.title || !s.tokens.List[k].Upper || s.titleCase {
			return k > i && s.nameWord(k)
		}
	}
	return false
}

// spokenFor tells whether word i lies in the stretch and is spoken for.
func (w *work) spokenFor(side, i, from, to int) bool {
	return i >= from && i < to && w.used[side][i-from]
}

// joins tells whether word i goes on a name: another capitalised word, or an
// article within it.
func (s *side) joins(i int) bool {
	if s.nameWord(i) {
		return true
	}
	t := &s.tokens.List[i]
	return t.Script.Cased() && i+1 < len(s.words) && s.tokens.List[i+1].Gap == names.GapJoin && names.IsArticle(s.tokens.Fold(i)) && s.nameWord(i+1)
}

// titled tells whether a title such as "Colonel" stands before word i.
func (s *side) titled(i int) bool {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		if s.words[k].sentence != s.words[i].sentence {
			return false
		}
		if e := s.words[k].entry; e != nil && e.title {
			return true
		}
	}
	return false
}

// placeSlot tells whether words [from, to) stand where a place is named: "in X",
// "the town of X", "X province".
func (s *side) placeSlot(from, to int) bool {
	if s.titled(from) {
		return false
	}
	if to < len(s.words) && s.tokens.List[to].Gap == names.GapSpace {
		if e := s.words[to].entry; e != nil && e.kind {
			return true
		}
	}
	k := from - 1
	for k >= 0 && k >= from-3 && s.words[k].sentence == s.words[from].sentence {
		e := s.words[k].entry
		switch {
		case e == nil:
			return false
		case e.kind:
			return true
		case e.place || string(s.tokens.Fold(k)) == "the" || names.IsArticle(s.tokens.Fold(k)):
			k--
		case e.slot && string(s.tokens.Fold(k)) != "of":
			return true
		case string(s.tokens.Fold(k)) == "of":
			k--
		default:
			return false
		}
	}
	return false
}

// names compares the names of a stretch in their order: those that are the same
// first.
func (w *work) names(h run) {
	xs, ys := w.nameRuns(0, h), w.nameRuns(1, h)
	if len(xs) == 0 && len(ys) == 0 {
		return
	}
	kindOf := func(x, y *nameRun) isnad.ChangeKind {
		if x != nil && x.place || y != nil && y.place {
			return isnad.ChangePlace
		}
		return isnad.ChangeName
	}
	pair := func(test func(x, y *nameRun) (bool, bool)) {
		for i := range xs {
			for j := range ys {
				x, y := &xs[i], &ys[j]
				if x.done || y.done {
					continue
				}
				if ok, meaning := test(x, y); ok {
					x.done, y.done = true, true
					r := run{x.from, x.to, y.from, y.to}
					if !w.alike(x.from, x.to, y.from, y.to) {
						w.add(kindOf(x, y), r, meaning)
					}
					w.use(h, 0, x.from, x.to)
					w.use(h, 1, y.from, y.to)
				}
			}
		}
	}
	pair(func(x, y *nameRun) (bool, bool) {
		return w.alike(x.from, x.to, y.from, y.to) || w.c.sameName(w.a.untitled(x.from, x.to), w.b.untitled(y.from, y.to)) != different, false
	})
	w.beside(h, &xs, &ys)
	pair(func(x, y *nameRun) (bool, bool) { // each outlet's own name
		own := w.earlier.Source != "" && w.later.Source != "" &&
			names.Fold(w.a.bytes(x.from, x.to)) == names.Fold(w.earlier.Source) && names.Fold(w.b.bytes(y.from, y.to)) == names.Fold(w.later.Source)
		return own, false
	})
	pair(func(x, y *nameRun) (bool, bool) { return x.place == y.place, true })
	pair(func(x, y *nameRun) (bool, bool) { return true, true })
	for i := range xs {
		if x := &xs[i]; !x.done && x.from < h.a1 && x.to > h.a0 && !w.a.titlesOnly(max(x.from, h.a0), min(x.to, h.a1)) {
			shorter := w.a.nameOutside(x.from, x.to, h.a0, h.a1) // the rest of the name is still there
			w.leave(h, 0, max(x.from, h.a0), min(x.to, h.a1), kindOf(x, nil), -1, !shorter && !w.b.mentions(&w.a, x.from, x.to))
		}
	}
	for i := range ys {
		if y := &ys[i]; !y.done && y.from < h.b1 && y.to > h.b0 && !w.b.titlesOnly(max(y.from, h.b0), min(y.to, h.b1)) {
			longer := w.b.nameOutside(y.from, y.to, h.b0, h.b1)
			w.leave(h, 1, max(y.from, h.b0), min(y.to, h.b1), kindOf(nil, y), -1, !longer && !w.a.mentions(&w.b, y.from, y.to))
		}
	}
}

func (s *side) titlesOnly(from, to int) bool {
	for i := from; i < to; i++ {
		if e := s.words[i].entry; e == nil || !e.title {
			return false
		}
	}
	return true
}

// nameOutside tells whether the name [from, to) goes on outside the stretch.
func (s *side) nameOutside(from, to, start, end int) bool {
	for i := from; i < to; i++ {
		if (i < start || i >= end) && s.nameWord(i) {
			return true
		}
	}
	return false
}

// untitled is the text of a name without the titles before it.
func (s *side) untitled(from, to int) string {
	for from < to-1 && s.words[from].entry != nil && s.words[from].entry.title {
		from++
	}
	return s.bytes(from, to)
}

// mentions tells whether words [from, to) of o stand in s, anywhere.
func (s *side) mentions(o *side, from, to int) bool {
	if s.hashes == nil {
		s.hashes = make(map[uint64]bool, len(s.words))
		for i := range s.words {
			s.hashes[s.words[i].hash] = true
		}
	}
	for i := from; i < to; i++ {
		if !s.hashes[o.words[i].hash] {
			return false
		}
	}
	return true
}

// The likeness, as names.Similar gives it, from which two names are spellings of
// one: with one skeleton of consonants, and without.
const (
	alikeByKey = 0.84
	alike      = 0.9
)

// sameName compares two names: their letters, then what the books know by them,
// then initials and shortened forms.
func (c *Comparer) sameName(x, y string) likeness {
	if len(x) > 200 || len(y) > 200 {
		return different
	}
	fx, fy := names.TrimThe(names.Canon(x)), names.TrimThe(names.Canon(y))
	if fx == "" || fy == "" {
		return different
	}
	if fx == fy {
		return sameName
	}
	if respelt(fx, fy) {
		return sameName
	}
	if p, ok := c.parties.Lookup(x); ok {
		if q, ok := c.parties.Lookup(y); ok && p.ID == q.ID {
			return sameName
		}
	}
	if s, ok := c.sources.Lookup(x); ok {
		if t, ok := c.sources.Lookup(y); ok && s.ID == t.ID {
			return sameName
		}
	}
	if c.samePlace(x, y) || initials(fx, fy) || initials(fy, fx) {
		return sameName
	}
	if shortened(fx, fy) || shortened(fy, fx) {
		return partOf
	}
	return different
}

// respelt tells whether two folded names are spellings of one: word by word where
// they have as many words, so that one word that differs among several is not
// lost in them, else by their letters altogether.
func respelt(x, y string) bool {
	near := func(a, b string) bool {
		if american(a) == american(b) {
			return true
		}
		like := names.Similar(a, b)
		return like >= alike || like >= alikeByKey && names.Key(a) == names.Key(b)
	}
	xs, ys := strings.Fields(x), strings.Fields(y)
	if len(xs) != len(ys) {
		return names.Key(x) == names.Key(y) && names.Similar(x, y) >= alikeByKey
	}
	for i := range xs {
		if xs[i] != ys[i] && !near(xs[i], ys[i]) {
			return len(xs) > 1 && names.Key(x) == names.Key(y) && names.Similar(x, y) >= alike
		}
	}
	return true
}

// samePlace tells whether the best entries of two names are one.
func (c *Comparer) samePlace(x, y string) bool {
	p, q := c.places.Lookup(x), c.places.Lookup(y)
	return len(p) > 0 && len(q) > 0 && p[0].ID == q[0].ID && p[0].Score > 0.3 && q[0].Score > 0.3
}

// initials tells whether short is made of the first letters of long's words.
func initials(short, long string) bool {
	if len(short) < 2 || strings.Contains(short, " ") {
		return false
	}
	all, some := "", ""
	for _, f := range strings.Fields(long) {
		all += f[:1]
		switch f {
		case "of", "for", "the", "and", "al":
		default:
			some += f[:1]
		}
	}
	return len(all) > 1 && (short == all || short == some)
}

// shortened tells whether every word of short is one of long's, however spelt.
func shortened(short, long string) bool {
	xs, ys := strings.Fields(short), strings.Fields(long)
	if len(xs) >= len(ys) || len(ys) > 12 {
		return false
	}
	n := 0
	for _, x := range xs {
		if x == "al" {
			continue
		}
		found := false
		for _, y := range ys {
			if x == y || len(x) > 3 && names.Similar(x, y) >= alike {
				found = true
				break
			}
		}
		if !found {
			return false
		}
		n++
	}
	return n > 0
}
