package attribute

import (
	"isnad"
)

// How the number of people is found that a word of harm speaks of: before it or
// after it, by the form of the word and its voice.

// takeFigure takes the figure that the word of harm at item t speaks of, by the
// form of the word and its voice. no tells that the word does not speak of people
// harmed here.
func takeFigure(f *field, s *sentence, qs []quantity, used []bool, c *casualty, t int) (got, no bool) {
	items, w, end := f.items, f.items[t].w, f.afterOneself(s, c.to)
	switch w.harm {
	case formGerund, formBase, formThird:
		if w.harm == formGerund && t > s.lead && items[t-1].is(tDet) && (end >= s.to || f.word(end) != "of") {
			break // "the killing happened about 11 p.m."
		}
		if end >= s.to || f.word(end) != "of" {
			got = takeRight(f, s, qs, used, c, end)
		} else if got = takeRight(f, s, qs, used, c, end+1); !got && oneFate(f.word(t)) && !f.tried(s, t) {
			c.q, got = f.someone(s, end+1) // "the killing of a shepherd", "the murder of Jane Doe"
		}
	case formPast:
		if w := f.word(t); w == "lost" {
			if !objectAt(f, s, qs, used, end) {
				return false, true // "lost control"
			}
		}
		aux := auxBefore(f, s, t)
		if aux >= 0 {
			if had(f.word(aux)) && f.word(t-1) != "been" && objectAt(f, s, qs, used, end) { // "who had wounded two officers"
				if got = takeRight(f, s, qs, used, c, end); got {
					break
				}
			}
			c.passive = true
			if c.q, got = f.bothWere(s, aux, t); got {
				markUsed(qs, used, &c.q)
				break
			}
			if c.q, got = f.oneOther(s, aux); !got {
				if c.q, got = f.nthVictim(s, aux); !got {
					c.q, got = f.theOne(s, aux)
				}
			}
			if !got {
				c.q, got = f.members(s, qs, used, aux)
			}
			if !got {
				c.q, got = f.kinBefore(s, qs, used, aux)
			}
			if !got {
				got = takeLeft(f, s, qs, used, c, aux, 16)
			}
			if !got {
				if c.q, got = f.nameLeft(s, aux); !got {
					if c.q, got = f.namedAside(s, aux); !got {
						if c.q, got = f.surnameLeft(s, aux); !got {
							c.q, got = f.introduced(s, aux)
						}
					}
				}
			}
			if !got {
				// "killed were five" and inverted order are rare; an object may follow "has killed"
				if had(f.word(aux)) {
					c.passive = false
					got = takeRight(f, s, qs, used, c, end)
				}
			}
			break
		}
		if objectAt(f, s, qs, used, end) || f.bareObject(s, qs, used, end) {
			if got = takeRight(f, s, qs, used, c, end); got {
				break
			}
		}
		if c.outcome == isnad.Killed {
			if c.q, got = f.theOneKilled(s, t); got {
				c.passive = true
				break
			}
		}
		if got = takeLeft(f, s, qs, used, c, f.beforeAside(s, t), 1); got {
			c.passive = true
			break
		}
		if n := max(t-1, s.from); f.items[n].is(tAdv) || f.closes(s, t+1) {
			if !f.items[n].is(tAdv) {
				n = t // "one dead and another wounded"
			}
			if c.q, got = f.oneOther(s, n); got { // "and another critically wounded"
				c.passive = true
				break
			}
		}
		if c.q, got = f.bareOne(s, t); got {
			c.passive = true
			break
		}
		if got = takeRight(f, s, qs, used, c, end); got {
			break
		}
		if end < s.to && items[end].is(tPrep|tLoc|tWeekday|tRelDay) || end >= s.to || items[end].is(tPunct|tConj) {
			// "dozens of them children killed in ..."
			if got = takeLeft(f, s, qs, used, c, t, 6); got {
				c.passive = true
			}
		}
	case formSubject:
		reach := 3
		if f.word(t) == "fell" {
			// "two of its fighters fell", and not "shells fell"
			if got = takeLeft(f, s, qs, used, c, t, 0) && c.q.head; !got {
				return false, true
			}
			c.passive = true
			break
		}
		aux := auxBefore(f, s, t)
		active := aux < 0 || had(f.word(aux)) && f.word(t-1) != "been" // "gunmen have shot and killed a trader"
		if w := f.word(t); active && (w == "shot and killed" || w == "fatally shot") && objectAt(f, s, qs, used, end) {
			got = takeRight(f, s, qs, used, c, end) // "deputies shot and killed a man"
			break
		} else if active && (w == "shot and killed" || w == "fatally shot") {
			if c.q, got = f.someone(s, end); got { // "a plumber"
				break
			}
		}
		at := t
		if aux >= 0 {
			at = aux
		}
		if w := f.word(t); aux < 0 && (w == "shot and killed" || w == "fatally shot" || w == "fatally stabbed") {
			if c.q, got = f.theOneKilled(s, t); got { // "identified the man shot and killed on Sunday"
				c.passive = true
				break
			}
		}
		if c.q, got = f.diedOfThose(s, t, aux); got {
			for i := range qs { // who they are
				used[i] = used[i] || qs[i].to <= t
			}
		}
		if !got && w.outcome == isnad.Injured {
			if c.q, got = f.bothBefore(s, at); got { // "both were in fair condition"
				c.q.pronoun = true
			} else {
				c.q, got = f.theTold(s, at)
			}
		}
		if !got && aux >= 0 {
			c.q, got = f.nthVictim(s, at)
		} else if !got {
			c.q, got = f.eldest(s, at)
		}
		if !got {
			c.q, got = f.theOne(s, at)
		}
		if !got && (aux >= 0 || f.word(t) == "died" || w.outcome == isnad.Injured || dying(f.word(t))) {
			c.q, got = f.members(s, qs, used, at)
		}
		if !got {
			c.q, got = f.kinBefore(s, qs, used, at)
		}
		if !got && aux >= 0 {
			got = takeLeft(f, s, qs, used, c, aux, 16)
		}
		if !got {
			c.q, got = f.diedHimself(s, t)
		}
		if !got {
			c.q, got = f.otherSubject(s, t, aux)
		}
		if !got && (endsLife(f.word(t)) || aux >= 0) {
			if c.q, got = f.nameLeft(s, at); !got {
				c.q, got = f.surnameLeft(s, at)
			}
		}
		if !got {
			if items[t].is(tAux) || len(f.word(t)) > 6 || f.word(t) == "died" {
				reach = 12
			}
			if len(qs) > 0 && qs[0].from == s.lead && !qs[0].subset && f.items[qs[0].to-1].is(tIncl|tPron) {
				reach = maxToDied // "Nine of them worked at a mill in Zoran and died"
			}
			got = takeLeft(f, s, qs, used, c, t, reach)
		}
		if !got && end < s.to && f.word(end) == "of" {
			got = takeRight(f, s, qs, used, c, end+1)
		}
		if !got {
			if c.q, got = f.leftDead(s, t); !got {
				c.q, got = f.foundAndDied(s, qs, used, t)
			}
		}
		if !got && w.outcome == isnad.Casualties && end+1 < s.to && items[end].is(tPrep) && f.word(end) == "among" {
			c.known = false
		}
		c.passive = true
	case formNoun:
		if f.remembered(s, t) {
			return false, true // "on the anniversary of the death of a saint"
		}
		if end < s.to && f.word(end) == "of" {
			if got = takeRight(f, s, qs, used, c, end+1); !got && oneFate(f.word(t)) && !f.tried(s, t) {
				c.q, got = f.someone(s, end+1) // "the death of a shepherd"
			}
		} else if w.outcome != isnad.Killed || f.word(t) != "lives" && f.word(t) != "life" || claimedLives(f, s, t) {
			got = takeLeft(f, s, qs, used, c, t, 1)
		}
		c.passive = true
		if !got {
			return false, true
		}
	case formBody:
		if end < s.to && f.word(end) == "of" {
			if got = takeRight(f, s, qs, used, c, end+1); !got {
				got = takeLeft(f, s, qs, used, c, t, 2)
			}
		} else {
			got = takeLeft(f, s, qs, used, c, t, 2)
		}
		c.passive = true
		if !got {
			return false, true
		}
	}
	return got, false
}

// had tells the auxiliaries of the perfect.
func had(w string) bool { return w == "has" || w == "have" || w == "had" }

// takeLeft takes the nearest free figure that ends before item t, with at most
// reach items between.
func takeLeft(f *field, s *sentence, qs []quantity, used []bool, c *casualty, t, reach int) bool {
	for i := len(qs) - 1; i >= 0; i-- {
		if qs[i].to > t || used[i] {
			continue
		}
		if qs[i].subset || i > 0 && !used[i-1] && (f.ofFamily(&qs[i-1], &qs[i]) || f.namesOf(&qs[i-1], &qs[i])) {
			continue
		}
		if t-qs[i].to > reach {
			return false
		}
		gap := 0
		for k := qs[i].to; k < t; k++ {
			it := &f.items[k]
			if k == qs[i].to {
				if e := f.notSoMany(s, k); e > k {
					k = e - 1
					continue // "five people, not eleven as claimed, were killed"
				}
			}
			if e := f.saidAside(k, t); e > k {
				k = e
				continue // "six people, the mayor said, were killed"
			}
			if k >= qs[i].to+2 && had(f.word(k-1)) && f.items[k-2].is(tRel) {
				gap++ // "a man who had shot an officer was found dead"
				continue
			}
			if it.is(tSay) && !it.is(tHead|tIncl) || it.is(tOut) && it.w != nil && it.w.harm != formNoun && k > qs[i].to {
				return false
			}
			if it.is(tPunct) && (f.word(k) == ":" || f.word(k) == ";") {
				return false
			}
			gap++
		}
		if reach > 3 && !qs[i].head && gap > 3 && !f.partList(qs[i].to, t) {
			return false
		}
		used[i] = true
		c.q = qs[i]
		f.join(qs, used, c, i, t)
		return true
	}
	return false
}

// takeRight takes the figure that starts at item t or just after it.
func takeRight(f *field, s *sentence, qs []quantity, used []bool, c *casualty, t int) bool {
	for i := range qs {
		if qs[i].from < t || used[i] {
			continue
		}
		gap := qs[i].from - t
		if gap > 3 {
			return false
		}
		for k := t; k < qs[i].from; k++ {
			it := &f.items[k]
			if it.is(tPunct) && f.word(k) != "\"" && f.word(k) != "“" || it.is(tConj|tOut|tIncl|tLoc|tRel|tClause|tAux) && !it.is(tQual) || it.is(tPrep) && f.word(k) != "of" {
				return false
			}
		}
		if qs[i].subset {
			return false
		}
		// "leaving 14 dead": the word after the figure takes it
		used[i] = true
		c.q = qs[i]
		// a list of objects: "a couple and their daughter", "three soldiers, two policemen"
		for k := i + 1; k < len(qs) && k-i <= 5; k++ {
			if qs[k].subset && resumed(qs, k) {
				continue
			}
			if used[k] || qs[k].subset || !qs[k].head || !qs[k-1].head || !qs[k].resumes && !f.listed(&qs[k-1], &qs[k]) {
				break
			}
			both := qs[k].single && qs[k].to < s.to && f.word(qs[k].to) == "were" // "the bodies of a man and a woman were found"
			if qs[k].to < s.to && f.items[qs[k].to].is(tAux|tOut|tSay) && !f.harming(qs[k].to) && !both || f.oneTells(s, &qs[k]) || opposed(f, &qs[k-1], &qs[k]) {
				break
			}
			used[k] = true
			c.q = sum(c.q, qs[k])
		}
		if whole := &qs[i]; whole.low > 1 && whole.low == whole.high && whole.to < s.to && f.word(whole.to) == "," && c.q.low == 2*whole.low && c.q.high == c.q.low {
			to := c.q.to
			c.q = *whole // "killed six people, a mother and her five sons"
			c.q.to = to
		}
		return true
	}
	return false
}

// resumed tells whether the figures from k on are parts of a whole that the next one goes on with.
func resumed(qs []quantity, k int) bool {
	n := k
	for n < len(qs) && qs[n].subset {
		n++
	}
	return n > k && n < len(qs) && qs[n].resumes
}

// harming tells whether item k says what else a deed did: "claimed the lives of a man
// and a woman injuring five".
func (f *field) harming(k int) bool {
	it := &f.items[k]
	return it.is(tOut) && it.w != nil && it.w.harm == formGerund
}

// objectAt tells whether a figure with a word for people begins right at item
// t and has no verb of its own: "three bombers killed two people".
func objectAt(f *field, s *sentence, qs []quantity, used []bool, t int) bool {
	for i := range qs {
		if qs[i].from < t || used[i] || qs[i].subset {
			continue
		}
		return qs[i].from <= t+1 && qs[i].head && (qs[i].to >= s.to || !f.items[qs[i].to].is(tOut|tAux))
	}
	return false
}

// auxBefore returns the auxiliary that makes the participle at t passive, -1
// when there is none: "were", "have been reportedly", "got".
func auxBefore(f *field, s *sentence, t int) int {
	a := -1
	for k := t - 1; k >= s.from && k >= t-5; k-- {
		it := &f.items[k]
		if it.is(tAux) {
			a = k
			continue
		}
		if it.is(tAdv|tHedge) && !it.is(tHead) {
			continue
		}
		if w := f.word(k); a < 0 && (w == "found" || w == "presumed" || w == "reported" || w == "confirmed" || w == "feared" || w == "believed" || w == "said") && k > s.from && f.items[k-1].is(tAux) {
			continue // "were reported killed"
		}
		if a < 0 && k > s.from && (f.word(k) == "both" || f.word(k) == "all" || f.word(k) == "each") && f.items[k-1].is(tAux) {
			continue // "were both wounded"
		}
		if k-2 >= s.from && f.word(k) == "to" && toldOf(f.word(k-1)) && f.items[k-2].is(tAux) {
			return k - 2 // "were said to have been injured"
		}
		if a < 0 && f.word(k) == "and" && k > s.from && f.items[k-1].is(tOut) && f.items[k-1].w.harm == formPast {
			continue // "were killed and wounded"
		}
		if a < 0 && f.word(k) == "and" && k > s.from && f.items[k-1].is(tEv) && f.items[k-1].w.evForm == formPast {
			continue // "were kidnapped and executed"
		}
		if a < 0 && (it.is(tOut) && it.w != nil && it.w.harm == formPast || it.is(tEv) && it.w.evForm == formPast) && k+1 < t && f.word(k+1) == "and" {
			continue
		}
		break
	}
	return a
}

// toldOf tells the words of a hearsay that leads to its verb with "to".
func toldOf(w string) bool {
	switch w {
	case "said", "estimated", "reported", "believed", "thought", "understood", "known", "confirmed", "presumed", "feared", "alleged":
		return true
	}
	return false
}

// claimedLives tells whether "lives" at t are counted: "raids claimed 17 lives".
func claimedLives(f *field, s *sentence, t int) bool {
	for k := t - 1; k >= s.from && k >= t-5; k-- {
		switch f.word(k) {
		case "claimed", "claiming", "claims", "claim", "took", "taking", "takes", "cost", "costing", "costs":
			return true
		}
	}
	return false
}

// continued tells whether the items [a, b) end with "and" or a comma and hold no
// other verb of harm.
func continued(f *field, a, b int) bool {
	if b-1 < a {
		return false
	}
	for k := a; k < b; k++ {
		if f.items[k].is(tOut | tSay) {
			return false
		}
	}
	w := f.word(b - 1)
	return w == "and" || w == ","
}

// partList tells whether the items between a figure and its verb are only its
// parts: "42, including 16 children, were killed".
func (f *field) partList(from, to int) bool {
	for k := from; k < to; k++ {
		if f.items[k].is(tIncl | tRel) {
			return true
		}
	}
	return false
}

// join adds the figures that stand in one list before the one taken: "two men
// and a child were killed".
func (f *field) join(qs []quantity, used []bool, c *casualty, i, t int) {
	for k := i - 1; k >= 0 && i-k <= 5; k-- {
		if qs[k].subset && resumed(qs, k) {
			continue
		}
		if qs[k].subset || used[k] || !qs[k].head || qs[k].from > 0 && f.items[qs[k].from-1].is(tAccording) {
			return
		}
		if !resumed(qs, k+1) && !f.listed(&qs[k], &qs[k+1]) || opposed(f, &qs[k], &qs[k+1]) {
			return
		}
		used[k] = true
		if i == k+1 && f.sameOne(&qs[k], &c.q, t) {
			c.q.from, c.q.another = qs[k].from, qs[k].another
			return
		}
		if f.hisName(&qs[k], &qs[k+1]) {
			c.q.from = qs[k].from
			continue
		}
		if whole := &qs[k]; qs[k+1].from-whole.to <= 1 && f.word(whole.to) != "and" && whole.low > 1 && whole.low == c.q.low && i > k+1 {
			part := c.q // "three civilians, two women and a man"
			c.q = *whole
			if part.category != "" && part.category != isnad.CategoryAll {
				c.subs = append(c.subs, part)
			}
			c.from = whole.from
			return
		}
		c.q = sum(qs[k], c.q)
	}
}

// sameOne tells whether b only says who a is, one person, before the verb at t: "a second
// victim, a 19-year-old man, was shot". A list of two has an "and".
func (f *field) sameOne(a, b *quantity, t int) bool {
	one := func(q *quantity) bool { return q.low == 1 && q.high == 1 && q.head }
	return one(a) && one(b) && b.single && f.word(a.to) != "and" && f.word(a.to) != "&" && f.word(b.from) != "another" && t < len(f.items) && f.word(t) != "were" && f.word(t) != "are"
}

// listed tells whether two figures stand side by side in a list: with nothing
// between, or "and", a comma, "and her".
func (f *field) listed(a, b *quantity) bool {
	gap := b.from - a.to
	if gap < 0 || gap > 2 {
		return a.head && f.ofWhomAnd(a.to, b.from)
	}
	if gap == 2 {
		switch f.word(b.from - 1) {
		case "her", "his", "their":
		case "and":
			return f.word(a.to) == "," && f.items[a.to-1].is(tNum) // "a man, 38, and a woman"
		default:
			return false
		}
	}
	if gap > 0 {
		switch f.word(a.to) {
		case "and", ",", "&":
		default:
			return false
		}
	}
	return true
}

// sum adds two figures of one list.
func sum(a, b quantity) quantity {
	add := func(x, y int) int {
		if x < 0 || y < 0 {
			return -1
		}
		return x + y
	}
	q := quantity{from: min(a.from, b.from), to: max(a.to, b.to), low: add(a.low, b.low), high: add(a.high, b.high),
		qual: a.qual, vague: a.vague || b.vague, head: true, category: a.category, another: a.another}
	if b.qual != isnad.Exact && a.qual == isnad.Exact {
		q.qual = b.qual
	}
	if a.category != b.category {
		q.category = isnad.CategoryAll
	}
	if q.low < 0 {
		q.low = max(a.low, b.low, 0)
	}
	return q
}

// pending tells whether the last figure before quantity i that is no part of
// another still waits for its verb.
func pending(f *field, qs []quantity, i int) bool {
	for k := i - 1; k >= 0; k-- {
		if qs[k].subset {
			continue
		}
		for j := qs[k].to; j < qs[i].from; j++ {
			if f.items[j].is(tOut) {
				return false
			}
		}
		// a verb before it: "killing seven including ..."
		for j := qs[k].from - 1; j >= 0 && j >= qs[k].from-3; j-- {
			if f.items[j].is(tOut) && f.items[j].w != nil && f.items[j].w.harm != formSubject {
				return false
			}
		}
		return true
	}
	return false
}

// numbered tells whether a number or a word for people stands in the items [a, b):
// somebody else may be meant by what follows.
func (f *field) numbered(a, b int) bool {
	for k := a; k < b; k++ {
		if f.items[k].is(tNum|tVague) && !(k+1 < b && f.items[k+1].is(tUnit)) && !f.numbersDay(k) || f.items[k].is(tHead) && !f.items[k].is(tThing|tUnit) {
			return true
		}
	}
	return false
}

// theOneKilled is the one of whom the participle at item t tells that he was killed: "identified the man
// killed in the shooting", "named the woman shot dead".
func (f *field) theOneKilled(s *sentence, t int) (quantity, bool) {
	q := quantity{from: t - 2, to: t, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, category: isnad.CategoryAll}
	if t-3 < s.lead || f.word(t-2) != "the" || !f.items[t-1].is(tHead) || !f.items[t-1].is(tSingular) || f.items[t-1].is(tArmed) || t+1 >= s.to || !f.items[t+1].is(tLoc|tPrep|tWeekday|tMonth|tRelDay|tAdv) {
		return q, false
	}
	switch f.word(t - 3) {
	case "identified", "named", "as", "identify", "of", "identifies", "names", "is", "was", "to":
		q.category = f.items[t-1].w.category
		return q, true
	}
	return q, false
}
