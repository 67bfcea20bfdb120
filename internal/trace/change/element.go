package change

import (
	"strings"
)

// kind is what an element is.
type kind uint8

const (
	kindNumber kind = iota + 1
	kindDate
	kindHedge
	kindQualifier
	kindCue
	kindNegation
	kindField // a word of a field: killed, civilians, north
	kindAnonymous
)

// element is a run of words [from, to) that the grammars read as one thing.
type element struct {
	kind     kind
	from, to int32
	number   number
	date     date
	entry    *entry
	silent   bool // a cue that names no speaker: "were told to leave"
	done     bool // spoken for by a change, or the same on both sides
}

// annotate finds the elements of the text, leftmost longest; dates before
// numbers, numbers before phrases.
func (s *side) annotate(x *lexicon) {
	n := len(s.words)
	for i := 0; i < n; {
		w := &s.words[i]
		digit := s.digit(i)
		if w.entry == nil && !w.longer && !digit {
			i++
			continue
		}
		e, to := s.phrase(x, i)
		if digit || e.calendar() {
			if d, end := s.readDate(x, i); end > i {
				s.add(element{kind: kindDate, from: int32(i), to: int32(end), date: d})
				i = end
				continue
			}
		}
		if digit || e.figure() {
			if v, end := s.readNumber(x, i); end > i {
				s.add(element{kind: kindNumber, from: int32(i), to: int32(end), number: v})
				i = end
				continue
			}
		}
		if e == nil {
			i = max(to, i+1)
			continue
		}
		k := kind(0)
		switch e.class {
		case classNegation:
			k = kindNegation
		case classHedge:
			k = kindHedge
		case classLikely:
			if s.imperfect(to) {
				k = kindHedge
			}
		case classQualifier:
			k = kindQualifier
		case classCue:
			k = kindCue
		case classAnonymous:
			k = kindAnonymous
		default:
			if e.field != 0 {
				k = kindField
			}
		}
		if e.relay {
			if at := s.from(to); at > 0 {
				i, to, k, e = at, at+1, kindCue, relayed
			}
		}
		if k != 0 {
			s.add(element{kind: k, from: int32(i), to: int32(to), entry: e, silent: k == kindCue && !s.speaks(i, e)})
		}
		i = to
	}
	s.qualify()
}

// relayed is the cue of a source that another relays.
var relayed = &entry{class: classCue, detail: neutral}

// from is the word "from" that an Arabic verb of relaying takes, within the
// clause, or 0.
func (s *side) from(i int) int {
	for k := i; k < len(s.words) && k < i+6 && !s.clauseBreak(k); k++ {
		if string(s.tokens.Fold(k)) == "عن" {
			return k
		}
	}
	return 0
}

// speaks tells whether the cue at word i is one: "were told to leave" and "has
// not commented" name nobody who says what is told.
func (s *side) speaks(i int, e *entry) bool {
	if i == 0 || s.words[i].sentence != s.words[i-1].sentence || e.detail == denying {
		return true
	}
	switch string(s.tokens.Fold(i - 1)) {
	case "be", "been", "being", "was", "were", "is", "are":
		switch string(s.tokens.Fold(i)) {
		case "told", "informed", "found", "noted":
			return false
		}
	case "not", "never", "no", "لم", "لا", "لن":
		return e.detail != neutral
	}
	return true
}

// phrase is the longest listed phrase that begins with word i, and where it ends.
func (s *side) phrase(x *lexicon, i int) (*entry, int) {
	if w := &s.words[i]; !w.longer {
		return w.entry, i + 1
	}
	return x.phrase(s.tokens, i)
}

func (s *side) add(e element) {
	for k := e.from; k < e.to; k++ {
		s.words[k].element = int32(len(s.elements))
	}
	s.elements = append(s.elements, e)
}

// imperfect tells whether word i is an Arabic verb in the imperfect, by its
// first letter: after qad that means "may".
func (s *side) imperfect(i int) bool {
	if i >= len(s.words) {
		return false
	}
	w := string(s.tokens.Fold(i))
	return strings.HasPrefix(w, "ي") || strings.HasPrefix(w, "ت") || strings.HasPrefix(w, "ن")
}

// qualify ties each qualifier to the number beside it. One that has none is a
// little word ("about the town"), but for "at least", which hedges alone too.
func (s *side) qualify() {
	for k := range s.elements {
		e := &s.elements[k]
		if e.kind != kindQualifier {
			continue
		}
		if k+1 < len(s.elements) {
			if next := &s.elements[k+1]; next.kind == kindNumber && next.from-e.to <= 1 && !s.clauseBreak(int(next.from)) {
				continue
			}
		}
		if k > 0 && (e.entry.detail == low || e.entry.detail == high || e.entry.detail == near) {
			for b := k - 1; b >= 0 && b >= k-3; b-- {
				if prev := &s.elements[b]; prev.kind == kindNumber && e.from-prev.to <= 2 && s.words[prev.from].sentence == s.words[e.from].sentence && e.to-e.from > 1 {
					e.number = prev.number
				}
			}
			if e.number.set {
				continue
			}
		}
		for i := e.from; i < e.to; i++ {
			s.words[i].element = -1
		}
		e.kind = 0
	}
}

// covering is the element that covers word i, or nil.
func (s *side) covering(i int) *element {
	if i < 0 || i >= len(s.words) || s.words[i].element < 0 {
		return nil
	}
	return &s.elements[s.words[i].element]
}
