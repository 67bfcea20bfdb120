package change

import (
	"strings"

	"isnad"
	"isnad/internal/names"
)

// maxSpeaker is how many words a speaker may have.
const maxSpeaker = 10

// cues compares the cues of speech of a stretch. Another cue of the same force
// is other words; a cue that only one side has is an attribution gone or new.
func (w *work) cues(h run) {
	w.each(kindCue, func(x, y *element) {
		if w.same(x, y) {
			w.pair(h, x, y, "", false)
		}
	})
	w.each(kindCue, func(x, y *element) {
		from, to := x.entry.detail, y.entry.detail
		switch {
		case from == to:
			x.done, y.done = true, true // left to the words
		case from == denying || to == denying:
			w.pair(h, x, y, isnad.ChangeNegation, true)
		case to == claiming:
			w.pair(h, x, y, isnad.ChangeHedgeAdded, true)
		case from == claiming:
			w.pair(h, x, y, isnad.ChangeHedgeDropped, true)
		default:
			w.pair(h, x, y, isnad.ChangeAttribution, true)
		}
	})
	for _, f := range w.halves(h) {
		for _, i := range f.list {
			e := &f.s.elements[i]
			if e.kind == kindCue && !e.done && !e.silent && (int(e.from) >= f.from || int(e.to) <= f.to) && int(e.to) > f.from && int(e.from) < f.to {
				w.cueAlone(h, f, e, i)
			}
		}
	}
}

// cueAlone records a cue that only one half has: an attribution, or a denial.
func (w *work) cueAlone(h run, f half, e *element, number int32) {
	e.done = true
	k := isnad.ChangeKind("attribution")
	a, b := f.s.attribution(e)
	if e.entry.detail == denying {
		k = isnad.ChangeNegation
		if w.accepted(h, f, e) {
			return
		}
		n, m := f.to-f.from, f.oto-f.ofrom
		switch {
		case m == 0 && n <= maxSpeaker: // the clause that denies
			a, b = f.from, f.to
		case n <= 4 && m > 0 && m <= 4 && w.untouched(): // "ruled out" against "suspect"
			w.useAll(h, h)
			w.finishElements(h)
			w.add(k, h, true)
			return
		}
	}
	a, b = max(a, f.from), min(b, f.to)
	w.leave(h, f.side, a, b, k, number, true)
	sa, sb := f.s.speaker(e)
	w.loose[len(w.loose)-1].nobody = len(f.s.content(sa, sb)) == 0
	for p := a; p < b; p++ { // what stands in the attribution goes with it
		if x := f.s.covering(p); x != nil && x.kind != kindNumber {
			x.done = true
		}
	}
}

// accepted pairs a denial with its opposite on the other side.
func (w *work) accepted(h run, f half, e *element) bool {
	for _, i := range f.olist {
		x := &f.o.elements[i]
		if x.done || x.kind != kindField || !x.entry.accepts {
			continue
		}
		if f.side == 1 {
			e, x = x, e
		}
		w.pair(h, e, x, isnad.ChangeNegation, true)
		return true
	}
	return false
}

// attribution is the words of a cue and its speaker.
func (s *side) attribution(e *element) (from, to int) {
	a, b := s.speaker(e)
	from, to = int(e.from), int(e.to)
	if a < b {
		from, to = min(from, a), max(to, b)
	}
	if e.entry.after && string(s.tokens.Fold(int(e.from))) == "told" { // and who was told
		if _, end := s.speakerBehind(to); end-to <= 5 {
			to = end
		}
	}
	return from, to
}

// speaker is the words that name who speaks by the cue e: behind "according to"
// and Arabic verbs, before "said", and behind it where the verb comes first.
func (s *side) speaker(e *element) (from, to int) {
	if !e.entry.after || s.inverted(e) {
		from, to = s.speakerBehind(int(e.to))
		if e.entry.verb && !e.entry.after && to < len(s.words) && !s.clauseBreak(to) && !s.complement(to) {
			to = min(to, from+3) // "announced the death of": the object is no speaker
		}
		return from, to
	}
	to = int(e.from)
	from = to
	for from > 0 && to-from < maxSpeaker {
		if s.clauseBreak(from) && from != to {
			break
		}
		p := from - 1
		if p >= 0 && s.words[p].sentence != s.words[e.from].sentence {
			break
		}
		if x := s.covering(p); x != nil && x.kind != kindNumber && x.kind != kindField {
			if x.kind == kindDate || x.kind == kindCue || x.kind == kindNegation {
				break
			}
		}
		switch string(s.tokens.Fold(p)) {
		case "that", "but", "because", "as", "while", "when":
			return from, to
		}
		from = p
		if s.clauseBreak(p) {
			break
		}
	}
	return from, to
}

// inverted tells whether the verb stands before its speaker: behind a quotation,
// or where nothing but a name follows it ("…, said a doctor in Homs."). A verb
// behind an apposition ("the colonel, who commands here, said his men …") has its
// speaker before.
func (s *side) inverted(e *element) bool {
	i := int(e.from)
	if !s.clauseBreak(i) {
		return false
	}
	if i == 0 || s.words[i].sentence != s.words[i-1].sentence || strings.ContainsAny(s.gap(i), "\"”»") {
		return true
	}
	from, to := s.speakerBehind(int(e.to))
	if to-from > 7 || !s.clauseBreak(to) || from < to && s.covering(from) != nil && s.covering(from).kind == kindNumber {
		return false
	}
	for k := from; k < to; k++ { // a sentence of its own, not a name
		switch string(s.tokens.Fold(k)) {
		case "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "could", "should", "may", "might", "did", "does", "it", "he", "she", "they", "there":
			return k == from && k+1 == to // "said she"
		}
	}
	return true
}

// complement tells whether word i begins what is said.
func (s *side) complement(i int) bool {
	switch string(s.tokens.Fold(i)) {
	case "that", "ان", "انه", "انها", "انهم", "بان", "بانه", "بانها":
		return true
	}
	return false
}

func (s *side) speakerBehind(i int) (from, to int) {
	from, to = i, i
	for to < len(s.words) && to-from < maxSpeaker {
		if s.clauseBreak(to) && !(to == from && s.words[to].sentence == s.words[max(to-1, 0)].sentence && s.gap(to) == " \"") {
			break
		}
		if x := s.covering(to); x != nil && (x.kind == kindDate || x.kind == kindCue || x.kind == kindNegation) {
			break
		}
		switch string(s.tokens.Fold(to)) {
		case "that", "who", "which", "when", "while", "as", "after", "before", "but", "because", "ان", "انه", "انها", "انهم", "بان", "بانه", "بانها", "حيث", "الذي", "التي":
			return from, to
		}
		to++
	}
	return from, to
}

// speakers compares who speaks, where the stretch lies in the speaker of a cue
// that both sides have.
func (w *work) speakers(h run) {
	for side, s := range []*side{&w.a, &w.b} {
		from, to := h.a0, h.a1
		if side == 1 {
			from, to = h.b0, h.b1
		}
		first, last := w.unused(side, from, to)
		if first >= last {
			continue
		}
		cue := s.cueNear(first, last)
		if cue == nil {
			continue
		}
		other := w.counterpart(cue, side, h)
		if other == nil {
			continue
		}
		x, y := cue, other
		if side == 1 {
			x, y = other, cue
		}
		a0, a1 := w.a.speaker(x)
		b0, b1 := w.b.speaker(y)
		if a0 >= a1 || b0 >= b1 {
			continue
		}
		ra, rb := run{a0: max(a0, h.a0), a1: min(a1, h.a1)}, run{b0: max(b0, h.b0), b1: min(b1, h.b1)}
		if ra.a0 >= ra.a1 {
			ra.a0, ra.a1 = min(max(h.a0, a0), a1), min(max(h.a0, a0), a1)
		}
		if rb.b0 >= rb.b1 {
			rb.b0, rb.b1 = min(max(h.b0, b0), b1), min(max(h.b0, b0), b1)
		}
		r := run{ra.a0, ra.a1, rb.b0, rb.b1}
		if w.littleOnly(r) {
			continue
		}
		switch w.sameSpeaker(run{a0, a1, b0, b1}, r) {
		case sameWords:
		case sameName:
			k := isnad.ChangeName
			if r.a0 < r.a1 && w.a.tokens.List[r.a0].Script.Cased() && !w.a.capital(r.a0, r.a1) {
				k = isnad.ChangeWording // "the harbor office"
			}
			w.add(k, r, false)
		case partOf:
			w.add(isnad.ChangeAttribution, r, false)
		default:
			pronoun := len(w.a.content(a0, a1)) == 0 || len(w.b.content(b0, b1)) == 0 // "he said"
			w.add(isnad.ChangeAttribution, r, !pronoun)
		}
		w.use(h, 0, r.a0, r.a1)
		w.use(h, 1, r.b0, r.b1)
		w.finishElements(r)
		return
	}
}

// capital tells whether one of the words [from, to) has a capital.
func (s *side) capital(from, to int) bool {
	for i := from; i < to; i++ {
		if s.tokens.List[i].Upper {
			return true
		}
	}
	return false
}

// finishElements speaks for the elements within r.
func (w *work) finishElements(r run) {
	for i := r.a0; i < r.a1; i++ {
		if e := w.a.covering(i); e != nil {
			e.done = true
		}
	}
	for i := r.b0; i < r.b1; i++ {
		if e := w.b.covering(i); e != nil {
			e.done = true
		}
	}
}

// unused is the first and last words of the stretch that nothing has spoken for
// and that carry meaning.
func (w *work) unused(side, from, to int) (int, int) {
	s := &w.a
	if side == 1 {
		s = &w.b
	}
	first, last := to, from
	for i := from; i < to; i++ {
		if w.used[side][i-from] || s.words[i].little() {
			continue
		}
		first = min(first, i)
		last = i + 1
	}
	return first, last
}

func (w *work) littleOnly(r run) bool {
	for i := r.a0; i < r.a1; i++ {
		if !w.a.words[i].little() {
			return false
		}
	}
	for i := r.b0; i < r.b1; i++ {
		if !w.b.words[i].little() {
			return false
		}
	}
	return true
}

// cueNear is the cue of the sentence whose speaker words [from, to) lie in.
func (s *side) cueNear(from, to int) *element {
	sentence := s.words[from].sentence
	for d := 0; d <= maxSpeaker+2; d++ {
		for _, i := range [2]int{to - 1 + d, from - d} {
			if i < 0 || i >= len(s.words) || s.words[i].sentence != sentence {
				continue
			}
			e := s.covering(i)
			if e == nil || e.kind != kindCue {
				continue
			}
			if a, b := s.speaker(e); a < b && from >= a && to <= b {
				return e
			}
			if e.entry.after && from >= int(e.to) && to <= int(e.to)+5 { // "told AFP"
				switch string(s.tokens.Fold(int(e.from))) {
				case "told", "tells", "telling":
					if a, b := s.speakerBehind(int(e.to)); from >= a && to <= b {
						return &element{kind: kindCue, from: e.from, to: e.to, entry: toldTo}
					}
				}
			}
		}
	}
	return nil
}

// toldTo is the cue "told" as far as it names who was told.
var toldTo = &entry{class: classCue, detail: neutral}

// counterpart is the cue of the other side that stands for e: the same words, or
// a cue of the same stretch.
func (w *work) counterpart(e *element, side int, h run) *element {
	s, o, list := &w.a, &w.b, w.eb
	if side == 1 {
		s, o, list = &w.b, &w.a, w.ea
	}
	find := func() *element {
		for i := e.from; i < e.to; i++ {
			if m := s.words[i].match; m >= 0 {
				if x := o.covering(int(m)); x != nil && x.kind == kindCue {
					return x
				}
			}
		}
		for _, i := range list {
			if x := &o.elements[i]; x.kind == kindCue && e.entry != toldTo {
				return x
			}
		}
		return nil
	}
	x := find()
	if x != nil && e.entry == toldTo {
		return &element{kind: kindCue, from: x.from, to: x.to, entry: toldTo}
	}
	return x
}

type likeness uint8

const (
	different likeness = iota
	sameWords
	sameName // spelt otherwise
	partOf   // one says less: "the ministry", "the health ministry"
)

// sameSpeaker compares two speakers, r, by their words; then what differs in
// them, d, as names; then the whole as sources.
func (w *work) sameSpeaker(r, d run) likeness {
	x, y := w.a.content(r.a0, r.a1), w.b.content(r.b0, r.b1)
	switch {
	case len(x) == 0 || len(y) == 0:
		return different
	case within(x, y) && within(y, x):
		return sameWords
	}
	if d.a0 < d.a1 && d.b0 < d.b1 && (d.a1-d.a0 < r.a1-r.a0 || d.b1-d.b0 < r.b1-r.b0 || d.a1-d.a0 <= 4) {
		if l := w.c.sameName(w.a.bytes(d.a0, d.a1), w.b.bytes(d.b0, d.b1)); l == sameName {
			return l
		}
	}
	if within(x, y) || within(y, x) {
		return partOf
	}
	p, ok := w.c.sources.Lookup(w.a.bytes(r.a0, r.a1))
	if q, too := w.c.sources.Lookup(w.b.bytes(r.b0, r.b1)); ok && too && p.ID == q.ID {
		return sameName
	}
	return different
}

func within(x, y []uint64) bool {
	for _, h := range x {
		found := false
		for _, g := range y {
			if h == g {
				found = true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// content is the hashes of the words [from, to) that carry meaning, at most 64. An
// Arabic word counts without what is written with it.
func (s *side) content(from, to int) []uint64 {
	var out []uint64
	for i := from; i < to && len(out) < 64; i++ {
		w := &s.words[i]
		if w.little() {
			continue
		}
		h := w.hash
		if s.tokens.List[i].Script == names.ScriptArabic {
			h = bareArabic(s.tokens.Fold(i))
		}
		out = append(out, h)
	}
	return out
}

// bareArabic is the hash of an Arabic word without particles and article.
func bareArabic(w []byte) uint64 {
	trim := func(p string, least int) {
		if len(w) >= len(p)+2*least && string(w[:len(p)]) == p {
			w = w[len(p):]
		}
	}
	trim("و", 3)
	trim("ف", 4)
	trim("ب", 4)
	trim("لل", 3)
	trim("ال", 3)
	if len(w) >= 10 && string(w[:4]) == "سي" || len(w) >= 10 && string(w[:4]) == "ست" { // the future
		w = w[2:]
	}
	return uint64(names.Hash(0).Add(w))
}
