package attribute

import (
	"isnad"
)

// Statements of harm with forms of their own: tolls, "no casualties", people
// treated or shot, figures that replace each other; and words of harm that tell of none.

// tollAt reads "the death toll rose to 42", "the number of dead at three".
func tollAt(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Killed, at: t, from: t, to: t + 1, passive: true}
	w := f.word(t)
	for _, x := range [...]string{"injured", "wounded"} {
		if len(w) > len(x) && w[len(w)-len(x):] == x {
			c.outcome = isnad.Injured
		}
	}
	if len(w) >= 10 && w[len(w)-10:] == "casualties" {
		c.outcome = isnad.Casualties
	}
	for i := range qs {
		if qs[i].from <= t || used[i] {
			continue
		}
		if qs[i].single && !(i+1 < len(qs) && f.listed(&qs[i], &qs[i+1])) {
			return c, false // "confirmed the toll to a correspondent"
		}
		if f.word(qs[i].from-1) == "by" {
			if q := &qs[i]; q.low < 0 || q.high <= q.low {
				continue // "was confirmed by two doctors"
			}
			qs[i].low = qs[i].high // "rose by three to 12" is no range
		}
		if qs[i].from-t > 9 && !(qs[i].from-t <= 32 && f.rises(qs[i].from)) || qs[i].subset {
			return c, false
		}
		for k := t + 1; k < qs[i].from; k++ {
			if f.items[k].is(tOut) || f.items[k].is(tClause) && f.word(k) != "after" {
				return c, false
			}
		}
		if f.harmed(qs[i].to, s.to) && !f.rises(qs[i].from) {
			return c, false // "confirmed the toll and said 25 people were wounded"
		}
		used[i] = true
		for k := max(s.from, t-6); k < t; k++ {
			switch f.word(k) {
			case "initially", "earlier", "previously":
				if f.statedBefore(s, k, t) {
					continue
				}
				if i+1 < len(qs) && f.alongWith(qs[i].to, qs[i+1].from) {
					used[i+1] = true
				}
				return c, false // a figure that has been replaced
			}
		}
		for k := t + 1; k < qs[i].from; k++ {
			switch f.word(k) {
			case "rose", "rises to", "risen", "rises", "climbed", "increased", "reached", "has":
				c.update = true
			}
			if w := f.word(k); mended(w) || w == "risen" || w == "rose" || w == "climbed" {
				c.update, c.mended = true, true
			}
		}
		c.q, c.known, c.to = qs[i], true, qs[i].to
		c.running = !f.counting(s, t) // a body's count of one incident is no running toll
		return c, true
	}
	return c, false
}

// noneHarmed reads "no casualties", "nobody was hurt", "neither injuries nor damage".
func noneHarmed(f *field, s *sentence, t int) ([]casualty, bool) {
	w := f.word(t)
	if w == "not" || w == "never" || w == "nor" {
		return nil, false
	}
	none := func(o isnad.Outcome, to int) casualty {
		return casualty{outcome: o, q: quantity{from: t, to: to, qual: isnad.Exact}, known: true, at: to - 1, from: t, to: to, passive: true}
	}
	for k := t + 1; k < s.to && k <= t+6; k++ {
		it := &f.items[k]
		if it.is(tPunct) {
			return nil, false
		}
		if f.nobodyHit(s, t, k) {
			return []casualty{none(isnad.Injured, k+1)}, true
		}
		switch f.word(k) {
		case "information", "figure", "figures", "details", "word", "report", "reports", "confirmation", "precise", "toll", "news", "idea", "longer", "exact":
			return nil, false // nothing is known, which is not nobody
		case "casualties", "casualty", "victims", "loss of life":
			if k+1 < s.to && (countNoun(f.word(k+1)) || statement(f.word(k+1))) {
				return nil, false // "gave no casualty toll"
			}
			return []casualty{none(isnad.Killed, k+1), none(isnad.Injured, k+1)}, true
		case "losses", "loss":
			if f.word(k-1) == "human" { // "without human losses"
				return []casualty{none(isnad.Killed, k+1)}, true
			}
			if k+2 < s.to && f.word(k+1) == "of" && (f.word(k+2) == "life" || f.word(k+2) == "lives") {
				return []casualty{none(isnad.Killed, k+3)}, true
			}
		case "injuries", "injury", "hurt", "injured", "wounded", "harmed", "were hurt", "was hurt":
			return []casualty{none(isnad.Injured, k+1)}, true
		case "one":
			if k == t+1 {
				continue // "no one was hurt"
			}
		case "deaths", "fatalities", "killed", "died", "death":
			if k+2 < s.to && (f.word(k+1) == "or" || f.word(k+1) == "and") && (f.word(k+2) == "injuries" || f.word(k+2) == "injured" || f.word(k+2) == "wounded") {
				return []casualty{none(isnad.Killed, k+3), none(isnad.Injured, k+3)}, true
			}
			return []casualty{none(isnad.Killed, k+1)}, true
		}
		if it.is(tOut|tEv|tClause|tRel|tOwn) || it.is(tNum) {
			return nil, false // "no group has claimed the attack that killed four"
		}
	}
	return nil, false
}

// statement tells the words for what is told of casualties.
func statement(w string) bool {
	switch w {
	case "figures", "numbers", "counts", "estimates", "details", "information", "reports", "breakdown":
		return true
	}
	return false
}

// negatedHarm tells whether the word of harm at t is denied in its own clause:
// "was not killed", "without killing", "did not wound".
func negatedHarm(f *field, s *sentence, t int) bool {
	for k := t - 1; k >= s.from && k >= t-3; k-- {
		it := &f.items[k]
		if it.is(tNeg) {
			return true
		}
		if !it.is(tAux | tAdv) {
			return false
		}
	}
	return false
}

// untrue tells whether the harm at t is what somebody was told or led to
// believe: "who had been told that a relative was dead".
func (f *field) untrue(s *sentence, t int) bool {
	for k := t - 1; k > s.from && k >= t-8; k-- {
		if f.items[k].is(tPunct) {
			return false
		}
		if f.word(k) != "that" {
			continue
		}
		for n := k - 1; n > s.from && n >= k-4; n-- {
			switch f.word(n) {
			case "told", "informed", "believed", "assumed", "thought":
				w := f.word(n - 1)
				return w == "been" || w == "was" || w == "were" || f.items[n-1].is(tAdv)
			}
		}
		return false
	}
	return false
}

// trapped tells whether "buried" at t is told of people who are being dug out, and may
// live: "a man buried up to his neck", "families buried under the rubble".
func (f *field) trapped(s *sentence, t int) bool {
	if f.word(t) != "buried" || t+1 >= s.to {
		return false
	}
	switch f.word(t + 1) {
	case "alive", "up", "up to", "under", "beneath", "underneath":
		return true
	}
	return false
}

// theDead tells whether the word at t names those dead already told of, as the
// object of another verb: "two of its members have seen the dead".
func (f *field) theDead(s *sentence, t int) bool {
	switch f.word(t) {
	case "dead", "deceased", "injured", "wounded", "killed":
	default:
		return false
	}
	if t-2 < s.from || f.word(t-1) != "the" && f.word(t-1) != "their" {
		return false
	}
	it := &f.items[t-2]
	return !it.is(tPunct|tPrep|tAux|tLoc|tConj|tSay|tOut|tNum) && it.w == nil
}

// treatedAt reads the people a clinic took care of: "had treated five people with
// gunshot wounds", "five people were being treated".
func treatedAt(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Injured, at: t, from: t, to: t + 1}
	ok := false
	if aux := auxBefore(f, s, t); aux >= 0 && f.word(aux) != "has" && f.word(aux) != "had" && f.word(aux) != "have" {
		for k := aux; k < t; k++ {
			if w := f.word(k); w == "still" || w == "not" {
				return c, false // counted before
			}
		}
		c.passive = true
		ok = takeLeft(f, s, qs, used, &c, aux, 3)
	} else if aux < 0 || f.word(aux) != "was" {
		ok = objectAt(f, s, qs, used, t+1) && takeRight(f, s, qs, used, &c, t+1)
	}
	if !ok || !c.q.head || f.treatedForIllness(s, t) {
		return c, false
	}
	c.known = true
	c.from, c.to = min(c.from, c.q.from), max(c.to, c.q.to)
	return c, true
}

// replaced tells whether a figure is told as one that was given before another:
// "it had earlier spoken of three dead", "had initially put the toll at 22".
func (f *field) replaced(s *sentence, c *casualty) bool {
	for k := c.from - 1; k > s.from && k >= c.from-8; k-- {
		switch f.word(k) {
		case "earlier", "initially", "previously", "originally":
		case "previous":
			if !f.oldCount(k + 1) {
				continue
			}
		default:
			continue
		}
		if f.oldCount(k + 1) {
			return true // "revising an earlier toll of four dead and nine wounded"
		}
		if w := f.word(k - 1); w != "had" && w != "which" && w != "who" {
			return false
		}
		for n := k + 1; n < c.from; n++ {
			if f.items[n].is(tSay|tToll) || f.word(n) == "put" {
				return true
			}
		}
		return false
	}
	return false
}

// superseded drops a figure that an aside gives as an earlier one where the
// sentence goes on to the present one: "which first spoke of nine dead, said it had
// confirmed 12 killed".
func superseded(f *field, s *sentence, cs []casualty) []casualty {
	for i := range cs {
		if !cs[i].known {
			continue
		}
		if f.replaced(s, &cs[i]) {
			return f.withoutOld(cs, i)
		}
		later := false
		for j := range cs {
			later = later || cs[j].known && cs[j].outcome == cs[i].outcome && cs[j].from > cs[i].to
		}
		if !later {
			continue
		}
		for k := cs[i].from - 1; k > s.from && k >= cs[i].from-8; k-- {
			w := f.word(k)
			if (w == "which" || w == "who") && f.word(k-1) == "," {
				for n := k; n < cs[i].from; n++ {
					switch f.word(n) {
					case "first", "earlier", "initially", "previously", "before":
						return f.withoutOld(cs, i)
					}
				}
			}
			if f.items[k].is(tPunct) {
				break
			}
		}
	}
	return cs
}

// goneUp tells whether the "up to" at item k says what a figure has come to: "has gone up to 16".
func (f *field) goneUp(k int) bool {
	if k == 0 || f.word(k) != "up to" {
		return false
	}
	switch f.word(k - 1) {
	case "gone", "went", "goes", "going", "risen", "rose", "climbed", "crept":
		return true
	}
	for n := k - 1; n >= 0 && n > k-14; n-- {
		if opensSum(f.word(n)) {
			return true // "bringing the number of martyrs up to seven"
		}
		if f.items[n].is(tPunct | tClause) {
			break
		}
	}
	return false
}

// rises tells whether a figure at item k is what a toll has come to: "has climbed
// to 21".
func (f *field) rises(k int) bool {
	if k > 0 && (f.word(k-1) == "rises to" || f.goneUp(k)) {
		return true
	}
	if k < 2 || f.word(k-1) != "to" && f.word(k-1) != "at" {
		return false
	}
	switch f.word(k - 2) {
	case "rose", "risen", "rises", "climbed", "climbs", "increased", "grown", "stands", "stood", "jumped":
		return true
	}
	return false
}

// martyrsAt reads the dead that an attack claims or somebody mourns: "claiming four martyrs", "claiming
// three civilians", "the battles claimed nine fighters", "spoke of nine martyrs", "mourned 22 fighters".
func martyrsAt(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Killed, at: t, from: t, to: t + 1}
	for i := range qs {
		if qs[i].from < t || used[i] {
			continue
		}
		to := qs[i].to
		if qs[i].from != t+1 || qs[i].subset {
			break
		}
		for to < s.to && to < qs[i].to+3 && f.items[to].is(tNat|tMod) && f.word(to) != "martyrs" {
			to++ // "six Lebanese martyrs"
		}
		if f.word(to-1) != "martyrs" && (to >= s.to || f.word(to) != "martyrs") && !(qs[i].head && f.takesLives(s, t) && f.closes(s, qs[i].to)) {
			break
		}
		used[i] = true
		c.q, c.known, c.to = qs[i], true, qs[i].to
		if to < s.to && f.word(to) == "martyrs" {
			c.to = to + 1
		}
		return c, true
	}
	return c, false
}

// takesLives tells whether the people counted behind item t are dead by that word alone: a deed
// claims them, or somebody mourns them.
func (f *field) takesLives(s *sentence, t int) bool {
	switch f.word(t) {
	case "mourned", "mourns", "mourning":
		return true
	case "claiming", "claimed":
	default:
		return false
	}
	deed, aside := false, f.items[s.lead].is(tPrep|tClause)
	for k := s.lead; k < t; k++ {
		it := &f.items[k]
		if aside && f.word(k) == "," {
			deed = false // "after the attack, the insurgents claimed three soldiers"
		}
		if it.is(tSrc) && !it.is(tEv|tWeapon) && f.word(t) == "claimed" {
			return false // "the group claimed nine fighters"
		}
		deed = deed || it.is(tEv|tWeapon) && !it.is(tCap)
	}
	return deed
}

// martyrsBeside reads the dead who are counted before the wounded in few words: "Seven martyrs, 23 injured",
// also where the comma is lost.
func martyrsBeside(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	hurt := t + 1
	if hurt < s.to && (f.word(hurt) == "and" || f.word(hurt) == ",") {
		hurt++
	}
	if hurt+1 >= s.to || !f.items[hurt].is(tNum) || f.items[hurt+1].w == nil || f.items[hurt+1].w.outcome != isnad.Injured {
		return casualty{}, false
	}
	for i := range qs {
		if q := &qs[i]; !used[i] && !q.subset && q.low > 0 && (q.to == t || q.to == t+1 && q.from < t) {
			used[i] = true
			return casualty{outcome: isnad.Killed, known: true, passive: true, q: *q, at: t, from: q.from, to: t + 1}, true
		}
	}
	return casualty{}, false
}
