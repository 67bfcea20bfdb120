package attribute

import (
	"slices"
	"strings"

	"isnad"
)

// casualty is one statement of harm to people: who was harmed, how many, and
// the word that says so.
type casualty struct {
	outcome  isnad.Outcome
	q        quantity
	known    bool // a number is stated
	at       int  // item of the word of harm
	from, to int  // items it covers
	passive  bool // the harmed stand before the verb
	subs     []quantity
	running  bool // a running toll
	update   bool // a figure that replaces an earlier one
	f        *field
}

// casualties links the words of harm in a sentence to the numbers of people
// they speak of. Every quantity is used once.
func (d *doc) casualties(f *field, s *sentence, qs []quantity) []casualty {
	cs := d.cas[:0]
	items := f.items
	used := d.used[:0]
	for range qs {
		used = append(used, false)
	}
	d.used = used
	d.markSubsets(f, s, qs)
	again, counted := f.recounted(s)
	if counted {
		cs = append(cs, again.c)
		for i := range qs {
			if qs[i].to > again.verb && qs[i].from < again.to {
				used[i] = true
			}
		}
	}
	for t := s.from; t < s.to; t++ {
		it := &items[t]
		if counted && it.is(tToll|tOut) && (t == again.verb || again.explains(f, t)) {
			continue
		}
		if w := f.word(t); w == "treated" || w == "treating" {
			if c, ok := treatedAt(f, s, qs, used, t); ok {
				cs = append(cs, c)
				continue
			}
		}
		if w := f.word(t); w == "shot" && !(t+1 < s.to && f.word(t+1) == "down") || (w == "hit" || w == "struck") && f.underFire(s, t) {
			if c, ok := shotAt(f, s, qs, used, t); ok {
				cs = append(cs, c)
				continue
			}
		}
		if it.is(tOut) && (f.untrue(s, t) || f.theDead(s, t) || f.natural(s, t)) {
			continue
		}
		if it.is(tToll) {
			if c, ok := tollAt(f, s, qs, used, t); ok {
				cs = append(cs, c)
			}
			continue
		}
		if it.is(tNeg) {
			if c, ok := noneHarmed(f, s, t); ok {
				cs = append(cs, c...)
				continue
			}
		}
		if !it.is(tOut) || it.w == nil || it.w.harm == formNone {
			continue
		}
		w := it.w
		if w.outcome == isnad.Displaced || w.outcome == isnad.Missing && w.harm != formSubject {
			continue
		}
		c := casualty{outcome: w.outcome, at: t, from: t, to: t + 1}
		if negatedHarm(f, s, t) {
			continue
		}
		// "killed and injured", "killing or wounding": one joint figure
		if t+2 < s.to && (f.word(t+1) == "and" || f.word(t+1) == "or") && items[t+2].is(tOut) && items[t+2].w != nil &&
			items[t+2].w.harm == w.harm && items[t+2].w.outcome != w.outcome && w.harm != formNone {
			o2 := items[t+2].w.outcome
			if (w.outcome == isnad.Killed || w.outcome == isnad.Injured) && (o2 == isnad.Killed || o2 == isnad.Injured) {
				c.outcome = isnad.Casualties
				c.to = t + 3
			}
		}
		end := c.to
		var got bool
		switch w.harm {
		case formGerund:
			if end < s.to && f.word(end) == "of" {
				got = takeRight(f, s, qs, used, &c, end+1)
			} else {
				got = takeRight(f, s, qs, used, &c, end)
			}
		case formBase, formThird:
			got = takeRight(f, s, qs, used, &c, end)
		case formPast:
			if w := f.word(t); w == "lost" {
				if !objectAt(f, s, qs, used, end) {
					continue // "lost control"
				}
			}
			aux := auxBefore(f, s, t)
			if aux >= 0 {
				c.passive = true
				got = takeLeft(f, s, qs, used, &c, aux, 16)
				if !got {
					// "killed were five" and inverted order are rare; an object may follow "has killed"
					if w := f.word(aux); w == "has" || w == "have" || w == "had" {
						c.passive = false
						got = takeRight(f, s, qs, used, &c, end)
					}
				}
				break
			}
			if objectAt(f, s, qs, used, end) {
				if got = takeRight(f, s, qs, used, &c, end); got {
					break
				}
			}
			if got = takeLeft(f, s, qs, used, &c, t, 1); got {
				c.passive = true
				break
			}
			if got = takeRight(f, s, qs, used, &c, end); got {
				break
			}
			if end < s.to && items[end].is(tPrep|tLoc|tWeekday|tRelDay) || end >= s.to || items[end].is(tPunct|tConj) {
				// "dozens of them children killed in ..."
				if got = takeLeft(f, s, qs, used, &c, t, 6); got {
					c.passive = true
				}
			}
		case formSubject:
			reach := 3
			if f.word(t) == "fell" {
				// "two of its fighters fell", and not "shells fell"
				if got = takeLeft(f, s, qs, used, &c, t, 0) && c.q.head; !got {
					continue
				}
				c.passive = true
				break
			}
			aux := auxBefore(f, s, t)
			if aux < 0 && f.word(t) == "shot and killed" && objectAt(f, s, qs, used, end) {
				got = takeRight(f, s, qs, used, &c, end) // "deputies shot and killed a man"
				break
			}
			if aux >= 0 {
				got = takeLeft(f, s, qs, used, &c, aux, 16)
			}
			if p, ok := f.diedHimself(s, t); !got && ok {
				c.q, got = p, true
			}
			if !got {
				if items[t].is(tAux) || len(f.word(t)) > 6 || f.word(t) == "died" {
					reach = 12
				}
				got = takeLeft(f, s, qs, used, &c, t, reach)
			}
			if !got && end < s.to && f.word(end) == "of" {
				got = takeRight(f, s, qs, used, &c, end+1)
			}
			if !got && w.outcome == isnad.Casualties && end+1 < s.to && items[end].is(tPrep) && f.word(end) == "among" {
				c.known = false
			}
			c.passive = true
		case formNoun:
			if end < s.to && f.word(end) == "of" {
				got = takeRight(f, s, qs, used, &c, end+1)
			} else if w.outcome != isnad.Killed || f.word(t) != "lives" && f.word(t) != "life" || claimedLives(f, s, t) {
				got = takeLeft(f, s, qs, used, &c, t, 1)
			}
			c.passive = true
			if !got {
				continue
			}
		case formBody:
			if end < s.to && f.word(end) == "of" {
				if got = takeRight(f, s, qs, used, &c, end+1); !got {
					got = takeLeft(f, s, qs, used, &c, t, 2)
				}
			} else {
				got = takeLeft(f, s, qs, used, &c, t, 2)
			}
			c.passive = true
			if !got {
				continue
			}
		}
		c.known = got
		if got {
			c.from, c.to = min(c.from, c.q.from), max(c.to, c.q.to)
		}
		if got && c.outcome == isnad.Casualties && c.q.vague && c.q.low <= 2 && (strings.Contains(f.word(t), " and ") || t+1 < s.to && f.word(t+1) == "and") {
			// "a number of them were killed and wounded": some of each
			c.outcome = isnad.Killed
			hurt := c
			hurt.outcome = isnad.Injured
			cs = append(cs, c, hurt)
			t = end - 1
			continue
		}
		cs = append(cs, c)
		if c.to-1 > t && c.outcome == isnad.Casualties {
			t = end - 1
		}
	}
	// "... killed 19 people in X and another 23 in Y": the verb is not said again
	for i := range qs {
		if used[i] || qs[i].subset || !qs[i].another && !(i > 0 && f.sideBySide(&qs[i-1], &qs[i])) || qs[i].to < s.to && items[qs[i].to].is(tAux|tOut|tRel) {
			continue
		}
		last := -1
		for k := range cs {
			if cs[k].known && cs[k].to <= qs[i].from && (last < 0 || cs[k].to > cs[last].to) {
				last = k
			}
		}
		if last < 0 || cs[last].outcome != isnad.Killed && cs[last].outcome != isnad.Injured || qs[i].from-cs[last].to > 14 || !continued(f, cs[last].to, qs[i].from) {
			continue
		}
		used[i] = true
		cs = append(cs, casualty{outcome: cs[last].outcome, q: qs[i], known: true, at: qs[i].from, from: qs[i].from, to: qs[i].to, passive: cs[last].passive})
	}
	for k := 0; k < len(cs); k++ {
		// "one soldier and three militiamen died": the verb takes the last
		for i := range qs {
			if !used[i] && !qs[i].subset && cs[k].known && cs[k].passive && f.sideBySide(&qs[i], &cs[k].q) {
				used[i] = true
				first := casualty{outcome: cs[k].outcome, q: qs[i], known: true, at: cs[k].at, from: qs[i].from, to: qs[i].to, passive: true}
				cs = slices.Insert(cs, k, first)
				break
			}
		}
	}
	cs = superseded(f, s, cs)
	// parts: the subsets that follow a figure
	for i := range qs {
		if !qs[i].subset || qs[i].category == "" {
			continue
		}
		best := -1
		for k := range cs {
			if cs[k].known && cs[k].q.from < qs[i].from && (best < 0 || cs[k].q.from > cs[best].q.from) {
				best = k
			}
		}
		if best >= 0 && len(cs[best].subs) < 8 {
			cs[best].subs = append(cs[best].subs, qs[i])
		}
	}
	d.cas = cs
	return cs
}

// markSubsets finds the quantities that are parts of an earlier one:
// "including three children and two women", "among them ...".
func (d *doc) markSubsets(f *field, s *sentence, qs []quantity) {
	for i := range qs {
		q := &qs[i]
		if q.subset {
			// "killing 14 of them": who they are was said, how many was not
			if i == 0 && q.from > s.from && f.items[q.from-1].is(tOut) && q.to-q.from <= 3 && q.category == "" {
				q.subset = false
			}
			continue
		}
		if q.to+2 < s.to && f.word(q.to) == "among" && f.word(q.to+1) == "the" && (f.items[q.to+2].is(tOut) || f.word(q.to+2) == "victims") {
			q.subset = true // "there were 11 children among the dead"
			continue
		}
		if q.from > s.from && f.items[q.from-1].is(tIncl) {
			// "were among 12 people": here the number is the whole
			whole := f.word(q.from-1) == "among" && q.from-2 >= s.from && f.items[q.from-2].is(tAux)
			q.subset = !q.another && !whole
			continue
		}
		if q.to < s.to && f.items[q.to].is(tIncl) && i > 0 && f.word(q.to) == "among them" && q.to+1 < s.to && f.items[q.to+1].is(tPunct) {
			q.subset = true
			continue
		}
		// "six children were among the dead", "three were among 12 killed"
		for k := q.to; k < s.to && k < q.to+5; k++ {
			if f.word(k) == "among" && k > q.to {
				q.subset = true
				break
			}
			if !f.items[k].is(tAux | tAdv) {
				break
			}
		}
		if q.subset {
			continue
		}
		if i == 0 || !qs[i-1].subset || q.another || q.from-qs[i-1].to > 2 {
			continue
		}
		// a list after "including" goes on, unless the number has its own verb
		// and the figure before the list has had one
		joined := q.from == qs[i-1].to || f.word(q.from-1) == "and" || f.word(q.from-1) == "," || f.word(q.from-1) == "&"
		if !joined {
			continue
		}
		if q.to < s.to && f.items[q.to].is(tAux|tOut) {
			q.subset = pending(f, qs, i)
			continue
		}
		q.subset = true
	}
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
		if a < 0 && f.word(k) == "and" && k > s.from && f.items[k-1].is(tOut) && f.items[k-1].w.harm == formPast {
			continue // "were killed and wounded"
		}
		if a < 0 && it.is(tOut) && it.w != nil && it.w.harm == formPast && k+1 < t && f.word(k+1) == "and" {
			continue
		}
		break
	}
	return a
}

// takeLeft takes the nearest free figure that ends before item t, with at most
// reach items between.
func takeLeft(f *field, s *sentence, qs []quantity, used []bool, c *casualty, t, reach int) bool {
	for i := len(qs) - 1; i >= 0; i-- {
		if qs[i].to > t || used[i] {
			continue
		}
		if qs[i].subset {
			continue
		}
		if t-qs[i].to > reach {
			return false
		}
		gap := 0
		for k := qs[i].to; k < t; k++ {
			it := &f.items[k]
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

// opposed tells whether two figures count the dead of two sides, which are
// never added.
func opposed(f *field, a, b *quantity) bool {
	side := func(q *quantity) int {
		if q.category != isnad.CategoryCombatants {
			return 0
		}
		for k := q.from; k < q.to; k++ {
			switch f.word(k) {
			case "soldiers", "troops", "army", "regime", "government", "regime forces", "government forces", "servicemen", "policemen", "police", "security forces", "conscripts", "soldier", "policeman", "troopers", "police officers", "police officer":
				return 1
			case "rebels", "rebel", "insurgents", "militants", "jihadists", "terrorists", "guerrillas", "extremists", "opposition", "rebel fighters", "militiamen", "militiaman", "fighters", "gunmen", "militant", "insurgent", "attackers", "assailants", "jihadist", "guerrilla":
				return 2
			}
		}
		return 0
	}
	x, y := side(a), side(b)
	return x != 0 && y != 0 && x != y
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
		if qs[k].subset || used[k] || !qs[k].head {
			return
		}
		if !f.listed(&qs[k], &qs[k+1]) || opposed(f, &qs[k], &qs[k+1]) {
			return
		}
		used[k] = true
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

// listed tells whether two figures stand side by side in a list: with nothing
// between, or "and", a comma, "and her".
func (f *field) listed(a, b *quantity) bool {
	gap := b.from - a.to
	if gap < 0 || gap > 2 {
		return false
	}
	if gap == 2 {
		switch f.word(b.from - 1) {
		case "her", "his", "their":
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

// sideBySide tells whether two figures of one list count the dead of two sides.
func (f *field) sideBySide(a, b *quantity) bool {
	return a.head && b.head && f.listed(a, b) && opposed(f, a, b)
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
			if used[k] || qs[k].subset || !qs[k].head || !qs[k-1].head || !f.listed(&qs[k-1], &qs[k]) {
				break
			}
			if qs[k].to < s.to && f.items[qs[k].to].is(tAux|tOut) || opposed(f, &qs[k-1], &qs[k]) {
				break
			}
			used[k] = true
			c.q = sum(c.q, qs[k])
		}
		return true
	}
	return false
}

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
		if qs[i].from-t > 9 || qs[i].subset {
			return c, false
		}
		for k := t + 1; k < qs[i].from; k++ {
			if f.items[k].is(tOut) || f.items[k].is(tClause) && f.word(k) != "after" {
				return c, false
			}
		}
		used[i] = true
		for k := max(s.from, t-6); k < t; k++ {
			switch f.word(k) {
			case "initially", "earlier", "previously":
				return c, false // a figure that has been replaced
			}
		}
		for k := t + 1; k < qs[i].from; k++ {
			switch f.word(k) {
			case "rose", "rises to", "risen", "rises", "climbed", "increased", "reached", "has":
				c.update = true
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
		switch f.word(k) {
		case "information", "figure", "figures", "details", "word", "report", "reports", "confirmation", "precise", "toll", "news", "idea", "longer", "exact":
			return nil, false // nothing is known, which is not nobody
		case "casualties", "casualty", "victims", "loss of life":
			return []casualty{none(isnad.Killed, k+1), none(isnad.Injured, k+1)}, true
		case "injuries", "injury", "hurt", "injured", "wounded", "harmed":
			return []casualty{none(isnad.Injured, k+1)}, true
		case "deaths", "fatalities", "killed", "died", "death":
			if k+2 < s.to && (f.word(k+1) == "or" || f.word(k+1) == "and") && (f.word(k+2) == "injuries" || f.word(k+2) == "injured" || f.word(k+2) == "wounded") {
				return []casualty{none(isnad.Killed, k+3), none(isnad.Injured, k+3)}, true
			}
			return []casualty{none(isnad.Killed, k+1)}, true
		}
		if it.is(tOut|tEv|tClause) || it.is(tNum) {
			return nil, false
		}
	}
	return nil, false
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

// theDead tells whether the word at t names those dead already told of, as the
// object of another verb: "two of its members have seen the dead".
func (f *field) theDead(s *sentence, t int) bool {
	switch f.word(t) {
	case "dead", "injured", "wounded", "killed":
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
	if !ok || !c.q.head {
		return c, false
	}
	c.known = true
	c.from, c.to = min(c.from, c.q.from), max(c.to, c.q.to)
	return c, true
}

// shotAt reads people who were shot and of whom no more is said: "two men were
// shot outside a bar". They are wounded as far as is told.
func shotAt(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Injured, at: t, from: t, to: t + 1, passive: true}
	aux := auxBefore(f, s, t)
	if aux < 0 || f.word(aux) == "has" || f.word(aux) == "had" || f.word(aux) == "have" {
		return c, false
	}
	for k := t + 1; k < s.to; k++ {
		it := &f.items[k]
		if it.is(tOut) && it.w != nil && it.w.outcome == isnad.Killed {
			if n := f.beforeVerb(s, k); f.word(n) != "and" && f.word(n) != "later" && f.word(n) != "," || f.numbered(t+1, k) {
				break
			}
			c.outcome = isnad.Killed // "was shot twice in his car and died"
			break
		}
		if it.is(tSay|tClause) || it.is(tPunct) && f.word(k) != "," {
			break
		}
	}
	if !takeLeft(f, s, qs, used, &c, aux, 8) || !c.q.head {
		return c, false
	}
	c.known = true
	c.from, c.to = min(c.from, c.q.from), max(c.to, c.q.to)
	return c, true
}

// diedHimself reads the one who was shot before and of whom it is said now: "He
// died at the scene", "She was pronounced dead".
func (f *field) diedHimself(s *sentence, t int) (quantity, bool) {
	w := f.word(t)
	switch w {
	case "died":
		after := ""
		if t+1 < s.to {
			after = f.word(t + 1)
		}
		if after != "at" && after != "of" && after != "from" && after != "later" && after != "there" && f.word(t-1) != "later" {
			return quantity{}, false
		}
	case "pronounced dead", "declared dead", "succumbed":
	default:
		return quantity{}, false
	}
	for k := t - 1; k >= s.lead && k >= t-3; k-- {
		switch f.word(k) {
		case "he", "she":
			return quantity{from: k, to: k + 1, low: 1, high: 1, qual: isnad.Exact, single: true, head: true, pronoun: true, category: isnad.CategoryAll}, true
		}
		if !f.items[k].is(tAux | tAdv) {
			break
		}
	}
	return quantity{}, false
}

// numbered tells whether a number or a word for people stands in the items [a, b):
// somebody else may be meant by what follows.
func (f *field) numbered(a, b int) bool {
	for k := a; k < b; k++ {
		if f.items[k].is(tNum|tVague) && !(k+1 < b && f.items[k+1].is(tUnit)) || f.items[k].is(tHead) && !f.items[k].is(tThing|tUnit) {
			return true
		}
	}
	return false
}

// underFire tells whether people who "were hit" at t were hit by shots: the rest
// of the sentence says that fire was opened.
func (f *field) underFire(s *sentence, t int) bool {
	for k := t + 1; k < s.to && k < t+14; k++ {
		switch f.word(k) {
		case "opened fire", "gunfire", "bullets", "bullet", "shots", "shooting", "fired":
			return true
		}
	}
	return false
}

// replaced tells whether a figure is told as one that was given before another:
// "it had earlier spoken of three dead", "had initially put the toll at 22".
func (f *field) replaced(s *sentence, c *casualty) bool {
	for k := c.from - 1; k > s.from && k >= c.from-8; k-- {
		switch f.word(k) {
		case "earlier", "initially", "previously", "originally":
		default:
			continue
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
			return append(cs[:i], cs[i+1:]...)
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
						return append(cs[:i], cs[i+1:]...)
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
