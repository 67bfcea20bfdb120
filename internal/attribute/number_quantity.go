package attribute

import (
	"strings"

	"isnad"
)

// quantity is a number of people: "at least 14 civilians", "a man", "dozens",
// "a family of six". Items [from, to).
type quantity struct {
	nth      bool // "a third person has died": so many by now
	from, to int
	low      int // -1 where the words leave that side open
	high     int
	qual     isnad.Qualifier
	vague    bool
	category isnad.Category
	head     bool // a word for people stands in it
	another  bool // "another five", "five others": adds to what was counted before
	subset   bool // "including", "among them": part of what was counted before
	resumes  bool // goes on with the whole behind such parts: "30 villagers, including seven children, and 12 fighters"
	single   bool // "a man", "his wife"
	pronoun  bool // "she": one who was told of before
	ofThose  bool // "one of them": some of those told of before
}

func (q *quantity) span() isnad.Range {
	return isnad.RangeOf(q.low, q.high, q.vague || q.qual == isnad.About)
}

// maxModifiers bounds the words between a number and its word for people.
const maxModifiers = 6

// quantities finds the numbers of people in the items [from, to), in order.
func (d *doc) quantities(f *field, from, to int) []quantity {
	qs := d.quants[:0]
	for i := from; i < to; {
		var q quantity
		ok := false
		if f.items[i].is(tCap) {
			q, ok = d.nameWithAge(f, i, to)
		}
		if !ok && (f.inTitle || f.opensQuantity(i)) {
			q, ok = f.quantity(i, to)
		}
		if !ok && f.items[i].is(tHead) {
			q, ok = f.byAges(i, to)
		}
		if !ok && !f.inTitle {
			q, ok = f.unnamedOne(i, from, to)
		}
		if !ok {
			i++
			continue
		}
		q.to = f.pastHisName(&q, to)
		if q.single && q.to+2 < to && f.items[q.to+1].is(tNum) && f.agedAside(q.to+1, to) {
			q.to += 3 // "a man (41)"
		}
		q.to = f.pastAges(&q, to)
		q.to = f.bareAges(&q, to)
		q.to = f.pastWhose(&q, to)
		f.orMore(&q, to)
		qs = append(qs, q)
		i = q.to
	}
	d.quants = qs
	return qs
}

// opensQuantity tells whether a number of people can start at item i.
func (f *field) opensQuantity(i int) bool {
	it := &f.items[i]
	if it.is(tCap | tQual | tVague | tNum | tMult) {
		return true
	}
	if it.may(mayNumber) {
		switch f.word(i) {
		case "a", "an", "his", "her", "their", "another", "additional", "further", "others", "between":
			return true
		}
	}
	return int(it.end-it.start) > len("-year-old") && f.yearsOld(i)
}

// quantity reads a number of people that starts at item i.
func (f *field) quantity(i, to int) (quantity, bool) {
	items := f.items
	if f.inTitle {
		if q, ok := f.headlineOne(i, to); ok {
			return q, true
		}
	}
	if !f.opensQuantity(i) {
		return quantity{}, false // nearly everywhere
	}
	if items[i].is(tCap) || f.yearsOld(i) {
		if q, ok := f.named(i, to); ok {
			q.qual, q.category = isnad.Exact, isnad.CategoryAll
			return q, true
		}
	}
	q := quantity{from: i, low: -1, high: -1, qual: isnad.Exact}
	k := i
	between := false
	for k < to && k-i < 4 {
		it := &items[k]
		switch {
		case k == i && f.goneUp(k):
			k++ // "has gone up to 16"
			continue
		case it.is(tQual) && it.w != nil && !(it.w.qual == isnad.Exact && it.is(tDet) && k+1 < to && !items[k+1].is(tNum|tMult|tVague|tQual)):
			if q.qual == isnad.Exact || it.w.qual == isnad.AtLeast || it.w.qual == isnad.MoreThan {
				q.qual = it.w.qual
			}
			k++
			continue
		case f.word(k) == "between":
			between = true
			k++
			continue
		case f.word(k) == "a" && k+2 < to && (f.word(k+1) == "further" || f.word(k+1) == "additional") && items[k+2].is(tNum|tVague|tQual):
			k++ // "a further five"
			continue
		case f.word(k) == "another" || f.word(k) == "additional" || f.word(k) == "further":
			q.another = true
			k++
			continue
		}
		break
	}
	if k >= to {
		return q, false
	}
	if k >= 2 && f.word(k-1) == "of" && f.items[k-2].is(tSingular) && f.items[k-2].is(tHead) && f.items[k].is(tNum) {
		return q, false // "a woman of 71": her age
	}
	if k >= 2 && f.word(k-1) == "number" && (f.items[k-2].is(tEv) || f.items[k-2].is(tOut|tHead) && f.items[k-2].is(tSingular)) {
		return q, false // "massacre number 71 of the year"
	}
	if k > 0 && f.word(k-1) == "how" {
		return q, false // "how many people"
	}
	if k > 0 && f.ageOfOne(k, to) {
		q.low, q.high, q.single, q.head, q.category, q.to = 1, 1, true, true, isnad.CategoryAll, k+1
		return q, true
	}
	if items[k].is(tNum) && (f.age(k, to) || f.serial(k) || k > 0 && f.money(k-1)) {
		return q, false
	}
	v, n, vague, ok := f.cardinal(k, to)
	if !ok && (f.word(k) == "others" || f.word(k) == "other" && k > 0 && f.word(k-1) == "some") && k > 0 && !f.items[k-1].is(tNum|tVague) && k+1 < to && (items[k+1].is(tAux|tOut) || items[k-1].is(tOut)) {
		q.low, q.vague, q.qual, q.another, q.head, q.category = 2, true, isnad.Vague, true, true, isnad.CategoryAll // "others were injured"
		q.to = k + 1
		return q, true
	}
	if !ok {
		return f.singular(q, k, to)
	}
	if (q.qual == isnad.Exact || vague) && k > i && !q.another && !between && !items[i].is(tNum) {
		// "the two": the determiner is no part of the figure
		if items[i].is(tDet) && q.qual == isnad.Exact {
			q.from = k
		}
	}
	k += n
	if k+2 < to && f.word(k) == "(" && items[k+1].is(tNum) && items[k+1].num == v && f.word(k+2) == ")" {
		k += 3 // "nine (9) persons"
	}
	q.low, q.high, q.vague = v, v, vague
	if vague {
		q.high = -1
	}
	if e, hi, ok := f.rangeEnd(k, to, between); ok && hi >= v {
		q.high, k = hi, e
	} else if e, hi, ok := f.rangeBeyond(i, k, to); ok && !vague && hi > v {
		q.high, k, q.qual = hi, e, isnad.Exact
	}
	if k < to && f.text[items[k].start] == '+' && items[k].start == items[k-1].end { // "20+"
		q.qual = isnad.AtLeast
		k++
	}
	switch q.qual {
	case isnad.AtLeast:
		q.high = -1
	case isnad.MoreThan:
		if !vague {
			q.low++
		}
		q.high = -1
	case isnad.UpTo:
		q.low, q.high = -1, max(v, q.high)
	}
	if vague {
		q.qual = isnad.Vague
		if q.low < 0 {
			q.low, q.high = v, -1
		}
	}
	return f.people(q, k, to)
}

// money tells whether item k is the sign of a currency.
func (f *field) money(k int) bool {
	switch f.word(k) {
	case "$", "€", "£":
		return true
	}
	return false
}

// people reads the words after the number up to the word for people. It fails
// when the number counts something else.
func (f *field) people(q quantity, k, to int) (quantity, bool) {
	items := f.items
	q.to = k
	if k+1 < to && f.word(k-1) == "of" && f.word(k) == "the" && items[k+1].is(tOut) {
		q.subset = true // "a number of the wounded": counted before
		q.to = k + 1
		return q, true
	}
	for m := 0; m < maxModifiers && k < to; m++ {
		it := &items[k]
		w := f.word(k)
		if it.is(tAccording) {
			break // "two according to residents"
		}
		if it.is(tPunct) {
			if w == "%" || w == "$" {
				return q, false
			}
			if w == "\"" || w == "“" || w == "”" {
				k++ // 22 "foreign fighters"
				continue
			}
			if e := f.otherName(k, to); e > k && m > 0 {
				k = e
				continue
			}
			break
		}
		if w == "others" || w == "more" || w == "other" {
			q.another = true
			if w == "others" {
				q.head = true
				q.category = isnad.CategoryAll
			}
			k++
			q.to = k
			continue
		}
		if it.is(tIncl) && strings.HasPrefix(w, "of ") { // "three of them children"
			q.subset = true
			q.to = k + 1
			if k+1 < to && items[k+1].is(tHead) && !items[k+1].is(tOut) {
				f.setHead(&q, k+1)
				q.to = k + 2
			}
			return q, true
		}
		if w == "of" {
			if k+2 < to && whose(f.word(k+1)) && items[k+2].is(tHead|tSrc) && !items[k+2].is(tOut) { // "two of his aides"
				q.head, q.to = true, k+3
				if items[k+2].is(tHead) {
					f.setHead(&q, k+2)
				}
				return q, true
			}
			if k+1 < to && items[k+1].is(tIncl|tPron) { // "two of them"
				q.subset = true
				q.to = k + 2
				return q, true
			}
			if k+2 < to && f.word(k+1) == "the" && items[k+2].is(tOut) {
				q.subset = true // "a number of the wounded": counted before
				q.to = k + 2
				return q, true
			}
			if k+1 < to && items[k+1].is(tRel) {
				q.subset = true
				return q, true
			}
			k++
			continue
		}
		if it.is(tHead) && !it.is(tOut) {
			f.setHead(&q, k)
			k++
			q.to = k
			// "police officers", "army soldiers": the last of a run is the head
			for k < to && items[k].is(tHead) && !items[k].is(tOut|tSingular) {
				f.setHead(&q, k)
				k++
				q.to = k
			}
			return f.afterHead(q, to), true
		}
		if strings.HasSuffix(w, "-year-olds") { // "two 16-year-olds"
			q.head, q.category, q.to = true, isnad.CategoryAll, k+1
			return q, true
		}
		if (strings.HasSuffix(w, "ans") || strings.HasSuffix(w, "is")) && f.national(k, to) { // "two Israelis"
			q.head, q.category, q.to = true, isnad.CategoryAll, k+1
			return q, true
		}
		if it.is(tThing) && f.thingOf(k, to) {
			k++ // "two bus passengers"
			continue
		}
		if f.headsOf(k, to) { // "four heads of the group"
			q.head, q.category, q.to = true, isnad.CategoryAll, k+1
			return q, true
		}
		if (w == "head" || w == "heads") && k+1 < to && f.word(k+1) == "of" {
			return q, false // "28 heads of cattle"
		}
		if it.is(tUnit|tThing) || w == "-year-old" {
			return q, false
		}
		if it.is(tWeekday|tRelDay) && !it.is(tMod) && m == 0 && !items[k-1].is(tOrdinal) {
			break // "wounded 40 Tuesday"
		}
		if it.is(tMonth|tWeekday|tRelDay) && !it.is(tMod) {
			return q, false
		}
		if it.is(tNum|tQual|tVague|tMult) || it.is(tDet) && f.word(k-1) != "of" {
			break
		}
		if it.is(tOut) && it.w != nil && (it.w.harm == formPast || it.w.harm == formSubject) && m == 0 {
			break // "five killed", "14 dead"
		}
		if it.is(tAux|tSay|tRel|tPron|tConj|tClause|tNeg|tIncl|tPrep|tLoc|tModal) && !it.is(tNat|tMod) {
			break
		}
		if it.is(tOut|tEv) && !it.is(tMod|tNat|tForce|tArmed) && !(it.is(tCap) && !it.is(tOut)) {
			break
		}
		k++
	}
	return q, true
}

// thingOf tells whether the thing at item k only says what people have to do with it: "bus
// passengers".
func (f *field) thingOf(k, to int) bool {
	return k+1 < to && f.items[k+1].is(tHead) && !f.items[k+1].is(tOut|tThing|tCap) && (!strings.HasSuffix(f.word(k), "s") || strings.HasSuffix(f.word(k), "us"))
}

// armsOrDeed tells whether item k is the noun for arms or for a deed.
func (f *field) armsOrDeed(k int) bool {
	it := &f.items[k]
	return !it.is(tCap|tHead) && (it.is(tWeapon) || it.is(tEv) && it.w != nil && it.w.evForm == formNoun || f.word(k) == "suicide")
}

// headsOf tells whether the word at item k is for those who lead a body that is named behind it: "heads of
// the Karm brigade", "chiefs of the clan", and not "heads of cattle".
func (f *field) headsOf(k, to int) bool {
	if w := f.word(k); w != "heads" && w != "chiefs" && w != "figures" && w != "cadres" && w != "emirs" || k+2 >= to || f.word(k+1) != "of" && f.word(k+1) != "from" && f.word(k+1) != "in" {
		return false
	}
	it := &f.items[k+2]
	return it.is(tDet) || it.is(tCap) && !it.is(tNum)
}

// otherName returns where another name in parentheses at item k ends: 23 "ISIS (Daesh)
// fighters". k where there is none.
func (f *field) otherName(k, to int) int {
	if f.word(k) != "(" {
		return k
	}
	for n := k + 1; n < to && n < k+5; n++ {
		if f.word(n) == ")" && n > k+1 {
			return n + 1
		}
		if !f.items[n].is(tCap) || f.items[n].is(tNum|tPunct) {
			break
		}
	}
	return k
}

func (f *field) setHead(q *quantity, k int) {
	w := f.items[k].w
	q.head = true
	if w.category != isnad.CategoryAll || q.category == "" {
		q.category = w.category
	}
}

// afterHead reads what may follow the head: "family of six", "and his wife".
func (f *field) afterHead(q quantity, to int) quantity {
	items := f.items
	k := q.to
	if items[k-1].is(tGroup) {
		if k+1 < to && f.word(k) == "of" {
			if v, n, _, ok := f.cardinal(k+1, to); ok && q.low <= 1 {
				q.low, q.high, q.qual, q.vague = v, v, isnad.Exact, false
				q.to = k + 1 + n
				return q
			}
		}
		if q.low == 1 && f.word(k-1) == "couple" && k < to && f.word(k) != "of" {
			q.low, q.high = 2, 2
		}
	}
	return q
}

// serial tells whether the number at k is part of a name: "Ward 5".
func (f *field) serial(k int) bool {
	if k == 0 || !digit(f.text[f.items[k].start]) || !f.items[k-1].is(tCap) {
		return false
	}
	switch w := f.word(k - 1); w {
	case "ward", "zone", "sector", "unit", "block", "precinct", "platoon", "battery", "flight", "article", "resolution", "channel", "apartment", "building", "checkpoint", "camp", "line", "gate", "post", "phase", "area", "district", "region", "section":
	default:
		if !road(w) {
			return false
		}
	}
	// "Blast at Checkpoint 12 Killed" is a headline whose comma is lost.
	return k+1 >= len(f.items) || !f.items[k+1].is(tOut|tHead|tQual|tAnother)
}

// plural tells auxiliaries that do not stand beside one: "three men in a pickup
// were killed".
func plural(w string) bool { return w == "were" || w == "are" || w == "have" }

// singular reads one person: "a man", "his wife", "an elderly woman".
func (f *field) singular(q quantity, k, to int) (quantity, bool) {
	items := f.items
	w := f.word(k)
	bare := f.yearsOld(k) && k > 0 && f.word(k-1) == "and" // "a 19-year-old woman and 20-year-old man"
	if bare {
		k--
	} else if !(w == "a" || w == "an" || w == "his" || w == "her" || w == "their" || w == "another" || q.another) {
		return q, false
	}
	j := k
	if !q.another {
		j++
	}
	if w == "a" && k > 0 && items[k-1].is(tOut) && j < to && countedOn(f.word(j)) && (j+1 >= to || items[j+1].is(tPunct|tPrep|tLoc|tConj)) {
		q.low, q.high, q.single, q.head, q.category, q.to = 1, 1, true, true, isnad.CategoryAll, j+1
		return q, true // "killing two fishermen and wounding a third"
	}
	if (w == "his" || w == "her") && k > 0 && items[k-1].is(tOut) && j < to && (f.word(j) == "parents" || f.word(j) == "grandparents") && !(j+1 < to && apostrophe(f.word(j+1))) {
		q.low, q.high, q.head, q.category, q.to = 2, 2, true, isnad.CategoryAll, j+1
		return q, true // "killed his parents"
	}
	for m := 0; m < 5 && j < to; m++ {
		it := &items[j]
		if f.yearsOld(j) && j+1 < to && f.items[j+1].is(tAux|tOut|tPunct|tPrep|tLoc) || (it.w == nil || it.is(tSrc) && !it.is(tHead)) && !it.is(tCap|tPunct|tNum) && f.harmed(j+1, to) && !plural(f.word(j+1)) {
			q.low, q.high, q.single, q.head, q.category = 1, 1, true, true, isnad.CategoryAll // "a 22-year-old was", "a ward administrator was", "a tribal leader was"
			q.to = j + 1
			return q, true
		}
		if e := f.ofSomething(j, to); e > j {
			q.low, q.high, q.single, q.head, q.category, q.to = 1, 1, true, true, isnad.CategoryAll, e // "a candidate for mayor was"
			return q, true
		}
		if f.national(j, to) {
			q.low, q.high, q.single, q.head, q.category, q.to = 1, 1, true, true, isnad.CategoryAll, j+1
			return q, true
		}
		if f.yearsOld(j) && j == k+1 {
			j++ // "a 40-year-old olive picker"
			continue
		}
		if it.is(tThing) && (f.thingOf(j, to) || j+1 < to && items[j+1].w == nil && !items[j+1].is(tCap|tPunct|tNum) && f.harmed(j+2, to)) || w != "another" && j == k+1 && f.word(j) == "displaced" {
			j++ // "a bus driver", "a displaced woman"
			continue
		}
		if it.is(tPunct|tPrep|tAux|tConj|tPron|tRel|tSay|tLoc|tUnit|tThing) && !it.is(tHead) {
			return q, false
		}
		if it.is(tHead) && it.is(tSingular) && !it.is(tUnit) {
			e := j + 1
			// "police officer", "family member", and not "soldier positions"
			for e < to && items[e].is(tHead) && items[e].is(tSingular) {
				e++
			}
			if e < to && items[e].is(tHead) && !items[e].is(tSingular) {
				return q, false
			}
			if e < to && items[e].is(tPart|tTown|tThing) && !items[e].is(tCap) {
				return q, false // "a student hostel"
			}
			if e < to && f.armsOrDeed(e) && !(k > 0 && items[k-1].is(tOut)) {
				return q, false // "a rebel mortar attack"
			}
			q.low, q.high, q.single = 1, 1, true
			f.setHead(&q, e-1)
			q.to = e
			if f.pairedWith(e, to) {
				q.low, q.high, q.single, q.category, q.to = 2, 2, false, isnad.CategoryAll, e+2
			}
			return q, true
		}
		if it.is(tHead) && it.is(tGroup) && f.word(j) == "couple" || f.word(j) == "family" && j+1 < to && f.word(j+1) == "of" {
			q.low, q.high = 1, 1
			f.setHead(&q, j)
			q.to = j + 1
			q = f.afterHead(q, to)
			return q, q.low > 1
		}
		if it.is(tHead) && !it.is(tSingular|tMod|tForce|tArmed) {
			return q, false
		}
		if it.is(tOut|tEv) && !it.is(tMod) {
			return q, false
		}
		j++
	}
	return q, false
}

// national tells whether item j stands for a person by his nation alone: "killed a
// Syrian", "an Israeli was stabbed".
func (f *field) national(j, to int) bool {
	it := &f.items[j]
	if !it.is(tNat) || !it.is(tCap) || it.is(tForce|tArmed|tMod) || strings.IndexByte(f.word(j), '-') >= 0 || strings.IndexByte(f.word(j), '.') >= 0 {
		return false
	}
	k := j + 1
	if k >= to {
		return true
	}
	next := &f.items[k]
	if f.word(k) == "and" {
		return k+1 < to && f.items[k+1].is(tDet|tNum|tVague|tOut|tAux)
	}
	return next.is(tAux|tRel|tWeekday|tRelDay|tLoc|tClause) || next.is(tPunct|tPrep) && !apostrophe(f.word(k)) && f.word(k) != "-" || next.is(tOut) && !next.is(tCap)
}
