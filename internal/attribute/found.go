package attribute

import "strings"

// What police find: a man who turns out to have been shot, or nothing that would show
// that anybody was.

// foundBefore tells whether the sentence before s, the one of number si, says that
// somebody was found and s opens with what had been done to him: "found a man lying
// between two houses. He had been shot and died at the scene".
func (f *field) foundBefore(si int, s *sentence) bool {
	if si < 1 || si >= len(f.sents) || f.word(s.lead) != "he" && f.word(s.lead) != "she" {
		return false
	}
	shot := false
	for k := s.lead + 1; k < s.to && k < s.lead+5; k++ {
		switch f.word(k) {
		case "shot", "stabbed", "beaten", "been shot", "hit", "struck":
			shot = true
		}
	}
	p := &f.sents[si-1]
	for k := p.from; shot && k+2 < p.to; k++ {
		switch f.word(k) {
		case "found", "discovered", "located", "find":
			if w := f.word(k + 1); w != "a" && w != "an" && w != "the" {
				continue
			}
			for n := k + 2; n < p.to && n < k+6; n++ {
				if it := &f.items[n]; it.is(tHead) && it.is(tSingular) {
					return true
				} else if it.is(tPunct | tPrep | tLoc) {
					break
				}
			}
		}
	}
	return false
}

// toldThatHe reads the one who comes and tells that it happened to him, where the
// auxiliary at aux follows the pronoun: "a man walked into a store and told the clerk he
// had been shot".
func (f *field) toldThatHe(s *sentence, qs []quantity, aux int) (quantity, bool) {
	if aux-2 <= s.lead || len(qs) == 0 {
		return quantity{}, false
	}
	q := qs[0]
	switch f.word(aux - 1) {
	case "he", "she":
		if !q.single {
			return q, false
		}
	case "they":
		for i := 1; i < len(qs) && qs[i].head && f.listed(&qs[i-1], &qs[i]); i++ {
			q = sum(q, qs[i]) // "a woman and a man were sitting in a car when they were shot"
		}
		if q.low < 2 || q.vague {
			return q, false
		}
	default:
		return q, false
	}
	if q.from != s.lead || !q.head || q.to >= aux-1 {
		return q, false
	}
	if f.word(aux-2) == "when" {
		return q, f.items[q.to].is(tAux) || f.goes(q.to) // "a man was walking home when he was shot"
	}
	for k := q.to; k < aux-1; k++ {
		if w := f.word(k); w == "said" || strings.HasPrefix(w, "told") {
			return q, true
		}
	}
	return q, false
}

// whoWas tells whether the sentence tells of one person whom something befell rather than
// who did it: "a 14-year-old boy who was standing in a doorway when someone opened fire".
func (f *field) whoWas(s *sentence) bool {
	for k := s.lead; k+2 < s.to; k++ {
		if it := &f.items[k]; it.is(tHead) && it.is(tSingular) && !it.is(tGroup) && f.word(k+1) == "who" && (f.word(k+2) == "was" || f.word(k+2) == "had") {
			return true
		}
	}
	return false
}

// unproven tells whether the deed at item k is one for which there is no proof yet: "have
// not confirmed that shots were fired", "found no evidence of a shooting".
func (f *field) unproven(s *sentence, k int) bool {
	for n := k - 1; n > s.from && n >= k-8; n-- {
		if f.items[n].is(tPunct) {
			return false
		}
		switch f.word(n) {
		case "confirmed", "confirm", "verified", "verify", "determined", "evidence", "indication", "sign", "signs", "proof":
		default:
			continue
		}
		for m := n - 1; m >= s.from && m >= n-3; m-- {
			if f.items[m].is(tNeg) || f.word(m) == "unable" {
				return true
			}
		}
		return false
	}
	return false
}

// treatedForIllness tells whether what people were treated for at item t is nobody's deed:
// "treated for an asthma attack".
func (f *field) treatedForIllness(s *sentence, t int) bool {
	if t+1 >= s.to || f.word(t+1) != "for" {
		return false
	}
	for k := t + 2; k < s.to && k < t+6; k++ {
		switch f.word(k) {
		case "asthma", "panic", "anxiety", "dehydration", "heat", "cholera", "malaria", "measles", "malnutrition", "exhaustion":
			return true
		}
	}
	return false
}

// firingIn tells whether shots are told of in the items [a, b).
func (f *field) firingIn(a, b int) bool {
	for k := a; k < b; k++ {
		if f.firing(k) {
			return true
		}
	}
	return false
}
