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
	the := f.word(n) == "the" || f.word(n) == "that"
	switch f.word(n) {
	case "a", "an", "another", "one", "the", "that":
		for n++; n < aux && n < s.lead+5 && !f.items[n].is(tHead); n++ {
			if f.items[n].is(tPunct | tPrep | tAux | tOut | tEv | tCap) {
				return q, false
			}
		}
		if n >= aux || !(f.items[n].is(tHead) && f.items[n].is(tSingular) || the && hurtOne(f.word(n))) {
			return q, false
		}
		q.category = isnad.CategoryAll
		if w := f.items[n].w; w != nil && f.items[n].is(tHead) {
			q.category = w.category
		}
		n++
		if the && !f.namedBehind(n, aux) {
			return q, false // only who is named or may not be is told of first as "the teen"
		}
		if the && f.word(n+1) == "whose" {
			return q, true
		}
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
	if q, ok := f.eldest(s, t); ok {
		return q, true
	}
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

// nthDied counts so many dead where one more of a deed has died by now: "A fifth person has died of wounds
// suffered in the shooting", "a second victim has died".
func (f *field) nthDied(s *sentence, cs []casualty) {
	for i := range cs {
		c := &cs[i]
		if c.outcome != isnad.Killed || !c.known || c.q.low != 1 || c.q.high != 1 || c.q.pronoun {
			continue
		}
		if n := f.nthInTitle(s, c.at); n > 1 {
			c.q.low, c.q.high, c.q.single, c.q.another, c.q.nth = n, n, false, false, true
			continue
		}
		if f.word(c.at) != "died" && f.word(c.at) != "succumbed" {
			continue
		}
		e := c.at
		for e > s.lead && f.items[e-1].is(tAdv) {
			e--
		}
		if e-4 < s.lead || f.word(e-1) != "has" || !f.items[e-2].is(tHead) || f.word(e-4) != "a" && f.word(e-4) != "an" {
			continue
		}
		if n := nthOne(f.word(e - 3)); n > 1 {
			c.q.low, c.q.high, c.q.single, c.q.another, c.q.nth = n, n, false, false, true
		}
	}
}

// nthOne is the number that tells which of several one is: 3 of "third"; 0 for none.
func nthOne(w string) int {
	for i, n := range [...]string{"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"} {
		if w == n {
			return i + 2
		}
	}
	return 0
}

// nthInTitle is which one of several a headline says has died, with the word for it at item t: "Update: Third
// victim of club shooting dies"; 0 for none.
func (f *field) nthInTitle(s *sentence, t int) int {
	if !f.inTitle || f.word(t) != "dies" && f.word(t) != "died" {
		return 0
	}
	k := s.lead
	for n := k; n < t && n < k+4; n++ {
		if f.word(n) == ":" {
			k = n + 1
		}
	}
	if k+1 >= t || !f.items[k+1].is(tHead) && f.word(k+1) != "victim" {
		return 0
	}
	return nthOne(f.word(k))
}

// namedBehind tells whether an aside at item n, before item aux, says who somebody is: ", identified as
// Sam Example of Gary,", ", whose name was not released,".
func (f *field) namedBehind(n, aux int) bool {
	if n+2 >= aux || f.word(n) != "," {
		return false
	}
	switch f.word(n + 1) {
	case "identified", "identified as", "named", "named as", "known as", "later identified", "later identified as":
		return true
	case "later", "since":
		return f.word(n+2) == "identified" || f.word(n+2) == "identified as" || f.word(n+2) == "named" || f.word(n+2) == "named as"
	case "whose":
		switch f.word(n + 2) {
		case "name", "identity", "age", "names":
			return true
		}
	}
	return false
}

// hurtOne tells the words for one who was harmed, besides those that the lexicon has among people.
func hurtOne(w string) bool {
	switch w {
	case "victim", "teen", "teenager", "youth", "decedent", "deceased", "subject", "motorist", "passenger", "driver", "bystander":
		return true
	}
	return false
}

// eldest reads the one of those told of before whom his age tells from the others, up to item t: "The eldest,
// 15, was dead", "The youngest, a girl of nine, died".
func (f *field) eldest(s *sentence, t int) (quantity, bool) {
	k := s.lead
	q := quantity{from: k, to: t, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, ofThose: true, category: isnad.CategoryAll}
	if k+2 > t || t-k > maxIntroduced || f.word(k) != "the" || t >= s.to {
		return q, false
	}
	switch f.word(k + 1) {
	case "eldest", "youngest", "oldest", "elder", "younger":
	default:
		return q, false
	}
	n := k + 2
	if n+1 < t && f.word(n) == "of" && (f.word(n+1) == "them" || f.word(n+1) == "the") || n < t && f.word(n) == "of them" {
		for n < t && f.word(n) != "," {
			n++
		}
	}
	if n < t && (f.word(n) != "," || f.word(t-1) != ",") {
		return q, false
	}
	for ; n < t-1; n++ {
		if f.items[n].is(tAux | tSay | tRel | tOut) {
			return q, false
		}
	}
	return q, true
}
