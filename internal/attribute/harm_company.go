package attribute

import (
	"strings"

	"isnad"
)

// Who is harmed together with somebody is counted with him: "the mayor and his
// brother were killed", "Omar Example and three of his comrades", "a judge as well
// as two clerks", "a father and son".

// asWell returns the item after "as well as", "along with" at item k, else k.
func (f *field) asWell(s *sentence, k int) int {
	if k+2 >= s.to {
		return k
	}
	switch f.word(k) {
	case "along", "together", "alongside":
		if f.word(k+1) == "with" {
			return k + 2
		}
		if f.word(k) == "alongside" {
			return k + 1
		}
	case "besides":
		return k + 1
	case "as":
		if k+3 < s.to && f.word(k+1) == "well" && f.word(k+2) == "as" {
			return k + 3
		}
	}
	return k
}

// withOwner counts the one whose people a figure speaks of, where he stands before
// them: "the mayor and his brother", "Omar Example and three of his comrades".
func (f *field) withOwner(s *sentence, c *casualty) {
	if !c.passive || !c.known || c.q.low < 1 || c.q.pronoun || c.outcome != isnad.Killed && c.outcome != isnad.Injured {
		return
	}
	a := c.q.from
	if w := f.word(a); w != "his" && w != "her" {
		if f.nameAnd(s, a) {
			c.q.low++
			if c.q.high >= 0 {
				c.q.high++
			}
			c.q.single = false
			return
		}
		of := a+2 < s.to && f.word(a+1) == "of" && (f.word(a+2) == "his" || f.word(a+2) == "her")
		if k := a - 1; !of && k > s.lead+1 && (f.word(k) == "his" || f.word(k) == "her") && f.word(k-1) == "and" {
			a = k // "the mother and her three children"
		} else if !of {
			return
		}
	}
	if c.q.single && !(c.q.to < s.to && plural(f.word(c.q.to))) && f.word(c.at) != "died" {
		return // "fled and his brother was killed"
	}
	e := a - 1
	for k := a - 1; k > s.lead && k >= a-3; k-- {
		if f.word(k) == "and" || f.asWell(s, k) == a {
			e = k
			break
		}
	}
	if e <= s.lead {
		return
	}
	if f.word(e) == "and" || f.asWell(s, e) == a {
		if !f.onePerson(s, e) {
			return
		}
	} else if f.nameStart(s, a) < 0 { // "Omar Example his son and ..."
		return
	}
	c.q.low++
	if c.q.high >= 0 {
		c.q.high++
	}
	c.q.single = false
}

// withOthersOf adds to one person those named after what he is: "killed a captain of
// the guard and nine others".
func (f *field) withOthersOf(s *sentence, qs []quantity, used []bool, c *casualty) {
	if c.passive || !c.q.single || c.q.pronoun {
		return
	}
	for i := range qs {
		if used[i] || qs[i].from < c.q.to {
			continue
		}
		if qs[i].another && !qs[i].subset && f.ofAndThen(c.q.to, qs[i].from) && f.closes(s, qs[i].to) {
			used[i] = true
			c.q = sum(c.q, qs[i])
		}
		return
	}
}

// oneMoreDied adds one who died apart to those killed before him: "three were killed;
// a fourth died of his wounds".
func oneMoreDied(f *field, cs []casualty) []casualty {
	for i := 1; i < len(cs); i++ {
		c := &cs[i]
		if c.outcome != isnad.Killed || !c.known || !c.q.another || !c.q.single || f.word(c.at) != "died" || f.diedElsewhere(c.at+1) {
			continue
		}
		for k := i - 1; k >= 0; k-- {
			if o := &cs[k]; o.outcome == isnad.Killed && o.known && o.q.low > 0 {
				o.q.low++
				if o.q.high > 0 {
					o.q.high++
				}
				o.q.single = false
				return append(cs[:i], cs[i+1:]...)
			}
		}
	}
	return cs
}

// bothDied reads the two who were told of before and of whom it is said now: "Both
// died", "They were both pronounced dead".
func (f *field) bothDied(s *sentence, t int) (quantity, bool) {
	switch f.word(t) {
	case "died", "pronounced dead", "declared dead":
	default:
		return quantity{}, false
	}
	for k := t - 1; k >= s.lead && k >= t-3; k-- {
		if f.word(k) == "both" || k > s.lead && f.word(k-1) == "both" && f.items[k].is(tHead) {
			return quantity{from: k, to: k + 1, low: 2, high: 2, qual: isnad.Exact, head: true, pronoun: true, category: isnad.CategoryAll}, true
		}
		if !f.items[k].is(tAux | tAdv) {
			break
		}
	}
	return quantity{}, false
}

// oneMoreHurt adds one who is told of with a verb of his own to the one before him: "a
// boy was shot and his sister was grazed".
func oneMoreHurt(f *field, cs []casualty) []casualty {
	for i := 1; i < len(cs); i++ {
		a, b := &cs[i-1], &cs[i]
		if a.outcome != b.outcome || a.outcome != isnad.Injured && a.outcome != isnad.Killed || !a.known || !b.known || !a.q.single || !b.q.single || a.q.pronoun || b.q.pronoun ||
			b.q.from < a.to || !a.passive && !f.inLimb(b.q.to) || !b.passive && !f.inLimb(b.q.to) || b.q.from < 1 || f.word(b.q.from-1) != "and" {
			continue
		}
		if w := f.word(b.q.from); !whose(w) && w != "a" && w != "an" && w != "another" {
			continue
		}
		a.q.low, a.q.high, a.q.single = 2, 2, false
		return append(cs[:i], cs[i+1:]...)
	}
	return cs
}

// inLimb tells whether the words from item k on say where in the body somebody was hit.
func (f *field) inLimb(k int) bool {
	return k+1 < len(f.items) && f.word(k) == "in" && f.limb(&sentence{to: len(f.items)}, k+1)
}

// otherSubject reads one more who is the subject at t: "a fourth died", "another was in
// critical condition", "a third was left in serious condition".
func (f *field) otherSubject(s *sentence, t, aux int) (quantity, bool) {
	switch {
	case t < s.lead+2:
		return quantity{}, false
	case f.word(t) == "died", strings.HasPrefix(f.word(t), "is "), strings.HasPrefix(f.word(t), "was "), strings.HasPrefix(f.word(t), "remains "):
		return f.oneOther(s, t)
	case aux >= 0:
		return f.oneOther(s, aux)
	case f.word(t-1) == "left" && f.items[t-2].is(tAux):
		return f.oneOther(s, t-2)
	}
	return quantity{}, false
}

// anotherInHospital adds one who died in another way: "one man died at the scene and
// another at a hospital", "one died on the way and the other in a clinic", "one was pronounced dead at
// the scene, the second at a hospital".
func (f *field) anotherInHospital(s *sentence, c *casualty) {
	switch f.word(c.at) {
	case "died", "pronounced dead", "declared dead":
	default:
		return
	}
	if !c.known || c.q.low < 1 || c.q.low != c.q.high {
		return
	}
	for k := c.at + 1; k+3 < s.to && k < c.at+7; k++ {
		if f.word(k) != "and" && f.word(k) != "," {
			continue
		}
		n := f.oneBesides(k + 1)
		if n < 0 && f.word(k) == "," {
			continue
		}
		if n > 0 && n+1 < s.to && f.word(n) == "died" {
			n++
		}
		if n < 0 || n < s.to && f.word(n) != "at" && f.word(n) != "in" {
			return
		}
		for j := n + 1; j < s.to && j < n+6; j++ {
			if hospital(f.word(j)) {
				c.q.low, c.q.high, c.q.single, c.to = c.q.low+1, c.q.high+1, false, j+1
				return
			}
		}
		return
	}
}

// oneBesides is the item behind the word at item k for one more, -1 where there is none: "another",
// "the other", "a third".
func (f *field) oneBesides(k int) int {
	switch f.word(k) {
	case "another":
		return k + 1
	case "the", "a":
		switch f.word(k + 1) {
		case "other", "second", "third", "fourth":
			return k + 2
		}
	}
	return -1
}

// diedElsewhere tells whether a place of its own stands at item k: "died in Sheikh Example".
func (f *field) diedElsewhere(k int) bool {
	return k+1 < len(f.items) && f.items[k].is(tLoc) && f.items[k+1].is(tCap) && !f.items[k+1].is(tPunct)
}

// ofFamily tells whether the second figure only says of which families those of the
// first are: "five children from one family".
func (f *field) ofFamily(a, b *quantity) bool {
	if b.from <= a.to || b.from-a.to > 5 || !a.head && !a.subset || !f.items[b.to-1].is(tGroup) && !f.community(b) {
		return false
	}
	if w := f.word(b.from - 1); w != "from" && w != "of" {
		return false
	}
	for k := a.to; k < b.from-1; k++ { // "six people, all of them from one family"
		switch f.word(k) {
		case ",", "all", "most", "mostly", "many", "both", "of", "them", "of them", "all of them", "most of them", "members", "whom", "of whom", "mainly", "-", "–", "—":
		default:
			return false
		}
	}
	return true
}

// community tells whether a figure counts where people are from: "one village", "two clans".
func (f *field) community(q *quantity) bool {
	for _, k := range [...]int{q.to - 1, q.to} {
		if k >= len(f.items) {
			break
		}
		switch f.word(k) {
		case "village", "villages", "town", "towns", "clan", "clans", "tribe", "tribes", "street", "school", "schools", "unit", "units", "party", "parties", "sect", "district", "districts", "neighborhood", "neighbourhood":
			return true
		}
	}
	return false
}

// nameAnd tells whether a clause begins with a person's name that the figure at item a
// is joined to: "Omar Example and two guards were killed".
func (f *field) nameAnd(s *sentence, a int) bool {
	if a-1 <= s.lead || f.word(a-1) != "and" {
		return false
	}
	e := f.beforeAge(s, a-1)
	if e == a-1 && f.word(e-1) == "," {
		e--
	}
	b := f.nameStart(s, e)
	for n := b - 1; n >= s.lead && n >= b-2 && b > 0; n-- { // "Police chief Omar Example and two others"
		if it := &f.items[n]; !office(f.word(n)) && !(it.is(tHead|tForce|tSrc|tMod) && !it.is(tPunct|tNum)) {
			break
		} else if f.opensClause(s, n) && (office(f.word(b-1)) || f.items[b-1].is(tHead) && f.items[b-1].is(tSingular)) {
			return f.word(a) != "another"
		}
	}
	return b >= 0 && f.opensClause(s, b) && f.word(a) != "another"
}

// onePerson tells whether what ends at item e may be one person: a name, or what he is.
func (f *field) onePerson(s *sentence, e int) bool {
	for k := e - 2; k > s.from && k > e-7 && !f.items[k].is(tPunct|tOut|tAux|tSay|tConj); k-- {
		if f.word(k) == "of" && f.items[k-1].is(tHead) && f.items[k-1].is(tSingular) {
			return true // "the commander of a brigade"
		}
	}
	it := &f.items[e-1]
	switch {
	case it.is(tNum | tPunct):
		return f.word(e-1) == ","
	case it.is(tHead):
		return it.is(tSingular)
	case it.is(tCap):
		return !it.is(tUpper | tWeekday | tMonth)
	}
	return (it.w == nil || it.is(tSrc)) && e-2 >= s.from && f.items[e-2].is(tDet) && !strings.HasSuffix(f.word(e-1), "s")
}

// withCompany adds those who were harmed along with somebody: "was killed along with
// two guards", "killed a judge as well as his driver".
func (f *field) withCompany(s *sentence, qs []quantity, used []bool, c *casualty) {
	if !c.known || c.q.low < 1 || c.q.pronoun {
		return
	}
	end := c.q.to
	if c.passive {
		end = c.to
	}
	k := f.company(s, end)
	told := f.word(c.at) == "died" || f.word(c.at) == "killed"
	for n := end; c.passive && told && k < 0 && n < s.to && n < end+16 && !f.items[n].is(tPunct|tOut|tAux|tSay|tRel|tClause); n++ {
		if e := f.asWell(s, n); e > n && f.word(n) != "as" { // "died in a strike on a house along with his aide"
			k = e
		}
	}
	if k < 0 {
		return
	}
	if q, ok := f.justOne(s, k); ok && whose(f.word(k)) && f.items[q.to-1].w == nil {
		c.q, c.to = sum(c.q, q), max(c.to, q.to) // "his assistant"
		return
	}
	if q, ok := f.alongWithOne(s, c, k); ok {
		c.q, c.to = sum(c.q, q), max(c.to, q.to)
		markIn(qs, used, &q)
		return
	}
	if f.word(k) == "the" && k+1 < s.to && f.items[k+1].is(tNum) {
		k++ // "besides the two senators"
	}
	for i := range qs {
		if used[i] || qs[i].from < k {
			continue
		}
		if qs[i].from > k || !qs[i].head || qs[i].subset || !f.closes(s, qs[i].to) || qs[i].to < s.to && f.items[qs[i].to].is(tRel) {
			return // "along with 41 people who were hurt"
		}
		if opposed(f, &c.q, &qs[i]) {
			return // "ten soldiers died along with four rebels"
		}
		used[i] = true
		c.q = sum(c.q, qs[i])
		c.to = max(c.to, qs[i].to)
		if i+1 == len(qs) || !f.listed(&qs[i], &qs[i+1]) {
			return
		}
		k = qs[i+1].from
	}
}

// alongWithOne reads one person by his name or rank with whom several died: "ten officers had died along
// with General Noor", "killed six guards along with the mayor".
func (f *field) alongWithOne(s *sentence, c *casualty, k int) (quantity, bool) {
	if c.outcome != isnad.Killed || c.q.low < 2 || k >= s.to || whose(f.word(k)) || f.word(k) == "a" || f.word(k) == "an" {
		return quantity{}, false
	}
	q, ok := f.someone(s, k)
	for n := k; n < s.to && n < k+4 && !f.items[n].is(tPunct); n++ {
		switch f.word(n) {
		case "bomber", "attacker", "assailant", "gunman", "shooter", "suspect", "driver":
			return quantity{}, false // "eight people besides the bomber"
		}
	}
	if !ok && f.word(k) == "the" && k+1 < s.to && f.items[k+1].is(tHead|tSrc) && f.closes(s, k+2) && !strings.HasSuffix(f.word(k+1), "s") && !f.items[k+1].is(tGroup|tForce|tArmed) && !several(f.word(k+1)) {
		q, ok = quantity{from: k, to: k + 2, low: 1, high: 1, qual: isnad.Exact, head: true, single: true}, true
	}
	e := k
	for e < s.to && e < k+3 && (f.namePart(e) || e == k && f.items[e].is(tCap) && f.titleOfOne(e)) {
		e++
	}
	if !ok && e > k && f.namePart(e-1) && f.closes(s, e) {
		q, ok = quantity{from: k, to: e, low: 1, high: 1, qual: isnad.Exact, head: true, single: true}, true
	}
	return q, ok
}

// company returns the item after "along with", which stands at item k or after a place
// and a time: "shot the mayor of Saraqib on Monday along with his driver". -1 for none.
func (f *field) company(s *sentence, k int) int {
	for n := k; n < s.to && n < k+9; n++ {
		if e := f.asWell(s, n); e > n {
			return e
		}
		if it := &f.items[n]; !it.is(tLoc|tCap|tWeekday|tRelDay|tMonth|tDayPart|tDet|tPlaceHead|tPlaceAdj|tDir) && f.word(n) != "of" && f.word(n) != "on" || it.is(tPunct|tOut) {
			break
		}
	}
	return -1
}

// pairedWith tells whether items e and e+1 name the second of two whom one article
// tells of: "a father and son", "a man and woman".
func (f *field) pairedWith(e, to int) bool {
	if e+1 >= to || f.word(e) != "and" {
		return false
	}
	it := &f.items[e+1]
	if !it.is(tHead) || !it.is(tSingular) || it.is(tCap|tUnit|tSay) {
		return false
	}
	s := sentence{to: to}
	return e > 0 && spouses(f.word(e-1), f.word(e+1)) || f.closes(&s, e+2) || f.items[e+2].is(tAux|tOut)
}

// alsoHarmed tells whether b tells of somebody besides those of a: "a leader was also
// killed".
func alsoHarmed(a, b *partial) bool {
	if a.killed == nil || b.killed == nil || b.fr.killed == nil || figures(a.killed, b.killed) != figSame || a.title {
		return false
	}
	k := b.fr.killed.at
	return k-1 >= b.sent.lead && b.f.word(k-1) == "also"
}
