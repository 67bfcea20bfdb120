package attribute

import (
	"strings"

	"isnad"
)

// How many of those who were shot died is told behind them: "shot two co-workers, killing one",
// "shot five people, three of them fatally". The others are wounded.

// killedOfShot takes the dead of such a sentence off those who were shot.
func (f *field) killedOfShot(s *sentence, cs []casualty) []casualty {
	for i := range cs {
		c := &cs[i]
		if c.outcome != isnad.Injured || !c.exact() || c.q.low < 2 || !shootsOrStabs(f.word(c.at)) {
			continue
		}
		dead := -1
		for j := range cs {
			o := &cs[j]
			if o.outcome == isnad.Killed && o.known && dead >= 0 {
				return cs
			}
			if o.outcome == isnad.Killed && o.known {
				dead = j
			}
		}
		if dead < 0 || !f.killingSome(s, c, &cs[dead]) {
			return cs
		}
		n := cs[dead].q.low
		for j := range cs { // "shot four people, killing two and wounding two"
			if o := &cs[j]; o.outcome == isnad.Injured && j != i && o.known {
				if o.exact() && o.from > cs[dead].at && o.q.low+n == c.q.low {
					return append(cs[:i], cs[i+1:]...)
				}
				return cs
			}
		}
		switch {
		case n < c.q.low:
			*c = *c.without(n)
		case n == c.q.low:
			return append(cs[:i], cs[i+1:]...)
		}
		return cs
	}
	return cs
}

// shootsOrStabs tells the verbs for what a gun or a knife does to people.
func shootsOrStabs(w string) bool {
	verb, mere := strikesAt(w)
	return verb && !mere
}

// killingSome tells whether the dead of a figure are some of those who were shot, told of right
// behind them: ", killing one", ", killing two of them and wounding the others".
func (f *field) killingSome(s *sentence, shot, dead *casualty) bool {
	if f.word(dead.at) != "killing" || !dead.exact() || dead.q.low < 1 || dead.at < shot.to || dead.at > shot.to+24 {
		return false
	}
	for k := shot.to; k < dead.at; k++ {
		if it := &f.items[k]; it.is(tOut|tSay|tRel|tNeg) || f.word(k) == ";" || f.word(k) == "and" && k+1 == dead.at {
			return false
		}
	}
	k := dead.q.to
	return !dead.q.another && f.word(k-1) != "others" && (!dead.q.head || strings.HasPrefix(f.word(k-1), "of ") || f.word(k-1) == "them" || f.word(k-1) == "one of them")
}

// kinLeft reads one who is told of as kin of somebody named, as the subject right before item t:
// "Example's daughter Jane was killed".
func (f *field) kinLeft(s *sentence, t int) (quantity, bool) {
	e := f.beforeAge(s, t)
	if e == t && e-1 > s.lead && f.word(e-1) == "," {
		e--
	}
	k := e
	for k > s.lead && k > e-3 && f.namePart(k-1) {
		k--
	}
	k-- // whose kin
	if k > s.lead && k < e-1 && f.word(k) == "," {
		k-- // "Example's brother, Mike, was killed"
	}
	if k-2 < s.lead || !kin(f.word(k)) || f.items[k].is(tCap) {
		return quantity{}, false
	}
	a := k - 1
	for a > s.lead && a > k-3 && (f.items[a].is(tMod) || f.yearsOld(a) || f.items[a].w == nil && !apostrophe(f.word(a)) && f.word(a) != "s") && !f.items[a].is(tCap|tPunct) {
		a-- // "Example's younger brother"
	}
	if f.word(a) == "s" {
		a--
	}
	if a <= s.lead-1 || !apostrophe(f.word(a)) || a < 1 || !f.items[a-1].is(tCap) {
		return quantity{}, false
	}
	return quantity{from: k, to: t, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, category: isnad.CategoryAll}, true
}

// kin tells the words for one person by whose he is.
func kin(w string) bool {
	switch w {
	case "son", "daughter", "wife", "husband", "brother", "sister", "mother", "father", "nephew", "niece", "cousin", "uncle", "aunt", "girlfriend", "boyfriend", "grandson", "granddaughter",
		"grandmother", "grandfather", "stepson", "stepdaughter", "stepfather", "stepmother", "fiance", "fiancee", "partner", "roommate", "ex-wife", "ex-husband", "ex-girlfriend", "ex-boyfriend",
		"half brother", "half-brother", "brother-in-law", "sister-in-law", "son-in-law", "daughter-in-law", "mother-in-law", "father-in-law", "friend", "neighbor", "bodyguard", "driver":
		return true
	}
	return false
}

// whoWasShot reads the one who "was shot in a park and died two days later", with the auxiliary at
// aux behind "who": the junior, the clerk or whoever it is, he is one.
func (f *field) whoWasShot(s *sentence, aux int) (quantity, bool) {
	if aux-2 < s.lead || f.word(aux) != "was" || f.word(aux-1) != "who" {
		return quantity{}, false
	}
	return quantity{from: aux - 2, to: aux, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, category: isnad.CategoryAll}, true
}

// leftDead reads the one whom a deed left dead, with "dead" at item t, where no figure counts
// him: "a shooting left the owner dead", "left Jane Example dead".
func (f *field) leftDead(s *sentence, t int) (quantity, bool) {
	if f.word(t) != "dead" || t+2 < s.to && (f.word(t+1) == "on" || f.word(t+1) == "in") && (f.word(t+2) == "the" || whose(f.word(t+2))) && t+3 < s.to && (f.word(t+3) == "feet" || f.word(t+3) == "water" || f.word(t+3) == "tracks") {
		return quantity{}, false // "dead on his feet"
	}
	n := t - 1
	for n > s.lead && n > t-7 && !f.items[n].is(tLeave) {
		if it := &f.items[n]; it.is(tPunct|tAux|tConj|tRel|tSay|tOut|tNum|tLoc|tPrep) && !it.is(tHead) {
			return quantity{}, false
		}
		n--
	}
	if n <= s.lead || n >= t-1 || !f.items[n].is(tLeave) || !f.deedIn(s.lead, n) {
		return quantity{}, false
	}
	q := quantity{from: n + 1, to: t, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, category: isnad.CategoryAll}
	last := &f.items[t-1]
	switch w := f.word(n + 1); {
	case w == "the" || w == "a" || w == "an" || whose(w):
		return q, n+2 < t && (last.is(tHead) && last.is(tSingular) && !last.is(tGroup|tUnit) || f.byWork(t-1) || office(f.word(t-1)) || kin(f.word(t-1)) || last.is(tCap) && f.namePart(t-1))
	}
	for k := n + 1; k < t; k++ {
		if !f.namePart(k) {
			return q, false
		}
	}
	return q, t-n > 2
}

// deedIn tells whether a deed is told of in the items [a, b). That something burned is none.
func (f *field) deedIn(a, b int) bool {
	for k := a; k < b; k++ {
		if w := f.word(k); w == "fire" && k > a && (f.items[k-1].is(tDet) || f.word(k-1) == "house" || f.word(k-1) == "apartment") {
			continue // "a fire on Friday left the owner dead"
		}
		if f.items[k].is(tEv) && !f.items[k].is(tCap) || f.firing(k) {
			return true
		}
	}
	return false
}

// ofHomicide tells whether the one harmed at item t is told of as the victim of a killing: "the first
// homicide since June, when a woman was shot by her husband", "the killing remains that of Jane
// Example, who was struck by a stray bullet".
func (f *field) ofHomicide(s *sentence, t int) bool {
	if f.inAHomicide(s, t) {
		return true
	}
	lead := -1
	for k := t - 1; k > s.lead && k > t-24; k-- {
		switch f.word(k) {
		case "when", "that of", "in which":
			lead = k
		case "of":
			if f.word(k-1) == "that" {
				lead = k
			}
		case "homicide", "killing", "murder", "slaying", "fatal shooting", "fatal stabbing":
			if lead < 0 {
				return false
			}
			for n := k - 1; n >= s.lead && n > k-6; n-- { // "attempted murder", "had been investigating the killing when"
				if w := f.word(n); w == "attempted" || f.items[n].is(tOut|tSay|tNeg) {
					return false
				}
			}
			return f.isWhat(s, k)
		}
		if it := &f.items[k]; it.is(tSay|tNeg) || f.word(k) == ";" {
			return false
		}
	}
	return false
}

// maxToHomicide bounds the items of "In the city's third homicide of the year Sunday,".
const maxToHomicide = 12

// inAHomicide tells whether a sentence opens by saying that what item t tells was a killing: "In the latest
// homicide, a man was shot".
func (f *field) inAHomicide(s *sentence, t int) bool {
	k := s.lead
	if f.word(k) != "in" || t-k > 3*maxToHomicide {
		return false
	}
	found := false
	for n := k + 1; n < t && n < k+maxToHomicide; n++ {
		switch f.word(n) {
		case "homicide", "killing", "murder", "slaying", "fatal shooting", "fatal stabbing":
			found = f.word(n-1) != "attempted" && f.word(n-1) != "mass"
			continue
		case "shooting", "stabbing":
			found = f.word(n-1) == "fatal" || f.word(n-1) == "deadly"
			continue
		case ",":
			if found {
				return true
			}
		}
		if it := &f.items[n]; it.is(tOut|tSay|tNeg|tAux|tRel) && !it.is(tHead) {
			return false
		}
	}
	return false
}

// isWhat tells whether the killing at item k is what something is said to be, or what stays in mind:
// "was the city's first homicide", "It is the third killing", "the most-talked-about killing remains".
func (f *field) isWhat(s *sentence, k int) bool {
	if k+1 < s.to && (f.word(k+1) == "remains" || f.word(k+1) == "is" || f.word(k+1) == "was") {
		return true
	}
	for n := k - 1; n >= s.lead && n > k-9; n-- {
		if w := f.word(n); f.items[n].is(tOrdinal) || inARow(w) || w == "only" || w == "recent" {
			return true
		}
	}
	return false
}

// inARow tells the words that say which of several deeds one is, high numbers too.
func inARow(w string) bool {
	switch w {
	case "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth":
		return true
	}
	return ordered(w)
}

// numbersDay tells whether the number at item k is the day of a month: "Jan. 30".
func (f *field) numbersDay(k int) bool {
	return k > 0 && f.items[k-1].is(tMonth) || k > 1 && f.word(k-1) == "." && f.items[k-2].is(tMonth)
}

// endsOwnLife tells whether somebody dies by what he does to "himself" at item k: "killed himself",
// "before turning the gun on himself", "shooting himself to death".
func (f *field) endsOwnLife(s *sentence, k int) bool {
	switch f.word(k - 1) {
	case "killing", "killed", "on":
		return f.ownHand(s, k)
	case "shooting", "shot":
		return k+2 < s.to && f.word(k+1) == "to" && f.word(k+2) == "death" || k+1 < s.to && (f.word(k+1) == "dead" || f.word(k+1) == "to death") || f.word(k-2) == "fatally"
	case "fatally shot", "fatally shooting", "shot and killed":
		return true
	}
	return false
}

// aloneDead counts him as the only dead of a deed that wounded others: "wounded two clerks before
// killing himself".
func (f *field) aloneDead(s *sentence, cs []casualty, k int) []casualty {
	hurt := -1
	for i := range cs {
		c := &cs[i]
		if c.outcome == isnad.Killed && c.known || c.from > k {
			return cs
		}
		if c.outcome == isnad.Injured && c.exact() && !c.passive {
			hurt = i
		}
	}
	if hurt < 0 {
		return cs
	}
	for n := cs[hurt].to; n < k; n++ {
		if f.items[n].is(tSay) || f.word(n) == ";" {
			return cs
		}
	}
	q := onePronoun(k, k+1)
	q.pronoun = false
	kept := cs[:0]
	for i := range cs {
		if cs[i].known {
			kept = append(kept, cs[i])
		}
	}
	return append(kept, casualty{outcome: isnad.Killed, q: q, known: true, at: k, from: k, to: k + 1})
}

// spouses tells whether two words stand for the two of a pair of kin: "a husband and wife".
func spouses(a, b string) bool {
	return a == "husband" && b == "wife" || a == "wife" && b == "husband" || a == "mother" && (b == "daughter" || b == "son") || a == "father" && (b == "son" || b == "daughter") || a == "brother" && b == "sister"
}

// withFatal adds the dead of the last figure of a sentence, of people whom somebody shot: "shot five
// people, three of them fatally".
func withFatal(f *field, s *sentence, qs []quantity, used []bool, cs []casualty) []casualty {
	c := &cs[len(cs)-1]
	if c.outcome != isnad.Injured {
		return cs
	}
	if dead, some := fatally(f, s, qs, used, c); some {
		return append(cs, dead)
	}
	return cs
}
