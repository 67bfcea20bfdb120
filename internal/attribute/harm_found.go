package attribute

import (
	"strings"

	"isnad"
)

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
		switch w := f.word(k); w {
		case "shot", "stabbed", "beaten", "been shot", "hit", "struck":
			shot = true
		default:
			shot = shot || strings.HasPrefix(w, "shot in ")
		}
	}
	p := &f.sents[si-1]
	for k := p.from; shot && k+2 < p.to; k++ {
		switch f.word(k) {
		case "found", "discovered", "located", "find":
			if k > p.lead && f.word(k-1) == "was" && f.oneOpens(p, k-1) {
				return true // "A man was found slumped in a car"
			}
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

// oneOpens tells whether one person is the subject right before item e: "A 20-year-old man was",
// "In Akron, a woman of 40 was".
func (f *field) oneOpens(s *sentence, e int) bool {
	for k := e - 1; k >= s.lead && k > e-6; k-- {
		it := &f.items[k]
		if it.is(tHead) && it.is(tSingular) && !it.is(tGroup) || f.yearsOld(k) {
			return true
		}
		if !it.is(tNum|tPrep|tAdv) && f.word(k) != "," {
			return false
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
	case "he", "she", "he'd", "she'd", "he’d", "she’d":
		if !q.single {
			return q, false
		}
	case "they", "they'd", "they’d":
		for i := 1; i < len(qs) && qs[i].head && f.listed(&qs[i-1], &qs[i]); i++ {
			q = sum(q, qs[i]) // "a woman and a man were sitting in a car when they were shot"
		}
		if q.low < 2 || q.vague {
			return q, false
		}
	default:
		return q, false
	}
	if q.from != s.lead && !f.afterTime(s, q.from) || !q.head || q.to >= aux-1 {
		return q, false
	}
	if f.word(aux-2) == "when" {
		return q, f.items[q.to].is(tAux) || f.goes(q.to) // "a man was walking home when he was shot"
	}
	for k := q.to; k < aux-1; k++ {
		switch w := f.word(k); w {
		case "said", "realized", "realised", "discovered", "noticed", "learned", "knew":
			return q, true
		default:
			if strings.HasPrefix(w, "told") {
				return q, true
			}
		}
	}
	return q, false
}

// afterTime tells whether no more than a time stands before the subject at item k: "About 9:15
// p.m., a man", "On Monday a man".
func (f *field) afterTime(s *sentence, k int) bool {
	if k-s.lead > 9 || k == s.lead {
		return false
	}
	for n := s.lead; n < k; n++ {
		it := &f.items[n]
		switch f.word(n) {
		case "about", "around", "at", "on", "just", "before", "after", "shortly", "a", "p", "m", ".", "am", "pm", ",", ":", "the", "early", "late", "noon", "midnight", "earlier", "later", "minutes", "hours", "hour", "few", "same", "that", "day", "night":
		default:
			if c := f.low[it.start]; !(c >= '0' && c <= '9') && !it.is(tNum|tWeekday|tMonth|tDayPart|tRelDay|tAdv|tDet) {
				return false
			}
		}
	}
	return true
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

// theVictim tells whether a candidate tells of the victim of a crime of which nobody was told yet
// how it ended: "Police responded to a shooting on Vine Street. The victim died at the scene".
func (d *doc) theVictim(f *field, s *sentence, p *partial) bool {
	if !d.beat || f.inTitle {
		return false
	}
	for i := range d.partials {
		if a := &d.partials[i]; !a.title && (a.counted() || a.both != nil) {
			return false
		}
	}
	victim := false
	for k := s.lead; k < s.to && k < p.killed.at; k++ {
		switch f.word(k) {
		case "victim":
			victim = true
		case "victims", "who", "another", "other", "second":
			return false
		}
	}
	return victim && !f.accidentBefore(s)
}

// maxToAccident bounds the items from an accident to the death of a victim of it.
const maxToAccident = 200

// accidentBefore tells whether the sentences before s tell of a crash or the like and of no shots
// or stabs: "Police responded to a crash. The victim died at the scene".
func (f *field) accidentBefore(s *sentence) bool {
	crash := false
	for k := max(0, s.from-maxToAccident); k < s.from; k++ {
		w := f.word(k)
		w = w[lastSpace(w)+1:] // also of "house fire"
		switch {
		case f.firing(k) && f.word(k) != "fire":
			return false
		case mishap(w):
			crash = true
		case w == "shot", strings.HasPrefix(w, "stab"), w == "homicide", w == "murder", w == "assault":
			return false
		}
	}
	return crash
}

// mishap tells the words for what kills without a deed.
func mishap(w string) bool {
	switch w {
	case "crash", "crashed", "collision", "wreck", "accident", "rollover", "fire", "drowning", "drowned", "explosion", "overdose":
		return true
	}
	return false
}

// violenceTold tells whether the report told of a deed of violence before, in the headline or in
// what was read of the text.
func (d *doc) violenceTold() bool {
	for i := range d.partials {
		if a := &d.partials[i]; !a.weak || a.event != isnad.EventAttack || a.counted() && !faresOnly(a.f.word(a.fr.at)) {
			return true
		}
	}
	return false
}

// faresOnly tells the words for how somebody fares who was hurt, which tell of no deed.
func faresOnly(w string) bool {
	return strings.HasSuffix(w, " condition") || strings.HasPrefix(w, "expected to") || strings.HasPrefix(w, "recovering") || strings.HasPrefix(w, "fighting for") || strings.HasPrefix(w, "airlifted") ||
		strings.HasSuffix(w, "hospital") || strings.HasSuffix(w, "hospitals") || strings.HasSuffix(w, "hospitalized") || strings.HasSuffix(w, "trauma center")
}

// identifiedDead reads the one whom a deed of a town killed and who is named now: "identified the
// victim of a deadly shooting as Jane Example", "the man killed in a shooting has been
// identified as".
func (d *doc) identifiedDead(f *field, s *sentence, cs []casualty) []casualty {
	if !d.beat {
		return cs
	}
	for i := range cs {
		if c := &cs[i]; c.known && c.outcome != isnad.Injured {
			return cs
		}
	}
	named, dead, who := -1, -1, -1
	for k := s.lead; k < s.to; k++ {
		if mishap(f.word(k)) {
			return cs
		}
		switch f.word(k) {
		case "identified", "identified as", "identifies", "named as", "identify":
			named = k
		case "deadly", "fatal", "killed", "fatally shot", "shot and killed", "shot to death", "gunned down", "found dead", "stabbed to death":
			if dead < 0 {
				dead = k
			}
		case "victim", "man", "woman", "teen", "teenager", "boy", "girl", "person", "child", "toddler":
			if who < 0 && dead < 0 && f.theOneOf(s, k) {
				who = k
			}
		}
	}
	if named < 0 || dead < 0 || who < 0 || dead-who > 6 {
		return cs
	}
	q := quantity{from: who, to: who + 1, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, category: isnad.CategoryAll}
	for i := range cs {
		if c := &cs[i]; c.outcome == isnad.Killed && !c.known {
			c.q, c.known, c.from, c.to = q, true, min(c.from, who), max(c.to, who+1)
			return cs
		}
	}
	return append(cs, casualty{outcome: isnad.Killed, at: dead, from: min(who, dead), to: dead + 1, passive: true, known: true, q: q})
}

// theOneOf tells whether the word for one person at item k is told with "the", with his age or
// what he is like between.
func (f *field) theOneOf(s *sentence, k int) bool {
	for n := k - 1; n >= s.lead && n > k-4; n-- {
		if f.word(n) == "the" {
			return true
		}
		if !f.yearsOld(n) && f.items[n].w != nil && !f.items[n].is(tMod|tHead) {
			return false
		}
	}
	return false
}
