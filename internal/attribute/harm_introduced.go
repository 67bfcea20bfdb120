package attribute

import "isnad"

// Who was harmed may be introduced at length before the verb: "A 52-year-old woman identified as
// Ruth Example, from Karm village in the west of the province, was killed", "Omar Example, a radio
// host, was shot".

// maxIntroduced bounds the items of such an introduction.
const maxIntroduced = 34

// introduced is the one person that the sentence begins with and introduces between commas up to the
// auxiliary at item aux.
func (f *field) introduced(s *sentence, aux int) (quantity, bool) {
	q := quantity{from: s.lead, to: aux, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, category: isnad.CategoryAll}
	if aux-1 <= s.lead || aux-s.lead > maxIntroduced || f.word(aux-1) != "," {
		return q, false
	}
	n := s.lead
	switch f.word(n) {
	case "a", "an", "another", "one":
		for n++; n < aux && n < s.lead+5 && !f.items[n].is(tHead); n++ {
			if f.items[n].is(tPunct | tPrep | tAux | tOut | tEv | tCap) {
				return q, false
			}
		}
		if n >= aux || !f.items[n].is(tHead) || !f.items[n].is(tSingular) {
			return q, false
		}
		q.category = f.items[n].w.category
		n++
	default:
		for n < aux && f.namePart(n) {
			n++
		}
		if n-s.lead < 2 {
			return q, false
		}
	}
	switch f.word(n) {
	case ",", "identified", "named", "known", "called", "from", "aged":
	default:
		return q, false
	}
	for k := n; k < aux; k++ {
		it := &f.items[k]
		switch f.word(k) {
		case "named as", "identified as", "known as", "identified", "named", "called", "known", "as":
			continue
		}
		if it.is(tSay|tOut|tAux|tClause|tRel) && !it.is(tCap) || it.is(tEv) && it.w.evForm != formNoun && !it.is(tCap) || f.word(k) == "and" {
			return q, false
		}
	}
	return q, true
}

// nthVictim reads one of several whom a sentence opens with by his number, as the subject right before item
// t: "The first victim was stabbed", "The fourth victim, stabbed near the mall, was killed".
func (f *field) nthVictim(s *sentence, t int) (quantity, bool) {
	k := s.lead
	if k+3 > t || t-k > maxIntroduced || f.word(k) != "the" || !inARow(f.word(k+1)) || !f.anybody(k+2) {
		return quantity{}, false
	}
	switch f.word(k + 1) {
	case "last", "latest", "other", "next", "earlier", "later", "previous", "deadliest", "worst", "separate", "similar", "final":
		return quantity{}, false
	}
	if k+3 < t {
		if f.word(k+3) != "," || f.word(t-1) != "," {
			return quantity{}, false
		}
		for n := k + 4; n < t-1; n++ {
			if f.items[n].is(tAux | tSay | tRel) {
				return quantity{}, false
			}
		}
	}
	return quantity{from: k, to: t, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, category: isnad.CategoryAll}, true
}
