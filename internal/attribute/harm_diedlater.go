package attribute

import (
	"strings"

	"isnad"
)

// Who was wounded and died of it is one dead and none wounded: "A sergeant who was hurt in
// the fighting died in hospital", "was shot on his way home and later died", "succumbed to
// wounds he suffered in the blast". The deed has the day of the wound, not that of the death.

// maxToDeath bounds the items between a wound and the death it led to.
const maxToDeath = 36

// whoDied turns the wounded of a sentence into dead where it goes on to say that they died.
func (f *field) whoDied(s *sentence, cs []casualty) []casualty {
	hurt := -1
	if n := len(cs); n > 1 && f.whereHeDied(s, &cs[n-2], &cs[n-1]) {
		cs[n-1].q, cs[n-1].from = cs[n-2].q, cs[n-2].from
		return append(cs[:n-2], cs[n-1])
	} else if n > 1 && f.hitAndKilled(&cs[n-2], &cs[n-1]) {
		cs[n-1].q, cs[n-1].from, cs[n-1].known = cs[n-2].q, cs[n-2].from, true
		return append(cs[:n-2], cs[n-1])
	}
	for i := range cs {
		switch c := &cs[i]; {
		case c.outcome == isnad.Killed && c.known:
			return cs // of others
		case c.outcome == isnad.Injured && !(c.known && (c.q.high == 0 || c.q.subset)) && hurt < 0:
			hurt = i
		}
	}
	if hurt < 0 {
		return cs
	}
	c := &cs[hurt]
	died := f.diedOf(s, c)
	if died < 0 {
		return cs
	}
	if !c.known {
		if c.q, c.known = f.nameBefore(s, c); !c.known {
			return cs
		}
		c.from = min(c.from, c.q.from)
	}
	c.outcome = isnad.Killed
	kept := cs[:0]
	for i := range cs {
		if i == hurt || cs[i].known || cs[i].outcome != isnad.Killed {
			kept = append(kept, cs[i])
		}
	}
	return kept
}

// whereHeDied tells whether the one whose death b tells by a pronoun is he whom a brought to a
// hospital: "a man was taken to a hospital, where he died".
func (f *field) whereHeDied(s *sentence, a, b *casualty) bool {
	if a.outcome != isnad.Injured || b.outcome != isnad.Killed || !a.known || !b.known || !b.q.pronoun || !a.exact() || a.q.low != 1 || b.q.low != 1 {
		return false
	}
	for k := a.to; k < b.at && k < a.to+4; k++ {
		if w := f.word(k); w == "where" || w == "but" || w == "and" {
			return true
		}
	}
	return f.thenHe(s, a.to, b.q.from)
}

// maxToKilled bounds the items between whom a shot hit and the verb that says that it killed him.
const maxToKilled = 14

// hitAndKilled tells whether the one whom b kills by a pronoun is he whom a says that a shot or a blade
// hit: "a bullet struck a girl in the neck and killed her", "stabbed a clerk, killing him".
func (f *field) hitAndKilled(a, b *casualty) bool {
	if a.outcome != isnad.Injured || b.outcome != isnad.Killed || !a.exact() || a.q.low != 1 || a.q.another || b.at < a.to || b.at-a.to > maxToKilled || b.at+1 >= len(f.items) {
		return false
	}
	if w := f.word(b.at + 1); w != "him" && w != "her" || b.known && b.q.from != b.at+1 {
		return false
	}
	if n := b.at + 2; n < len(f.items) && (f.items[n].w == nil && !f.items[n].is(tPunct) || f.items[n].is(tHead|tMod) && !f.items[n].is(tAdv)) {
		return false // "killed her dog"
	}
	switch f.word(b.at) {
	case "killed", "killing":
	default:
		return false
	}
	if w := f.word(b.at - 1); w != "and" && w != "," {
		return false // "before police killed him"
	}
	if verb, _ := strikesAt(f.word(a.at)); !verb {
		return false
	}
	for k := a.to; k < b.at; k++ {
		if it := &f.items[k]; it.is(tSay|tRel|tNeg) || it.is(tHead) && it.is(tSingular) && !f.bodyPart(k) {
			return false
		}
	}
	return true
}

// bodyPart tells whether item k names a part of the body.
func (f *field) bodyPart(k int) bool { return f.limb(&sentence{to: k + 1}, k) }

// maxThenHe bounds the items between whom a deed hurt and the pronoun that takes him up.
const maxThenHe = 24

// thenHe tells whether a clause that opens with the pronoun at item k takes up the one told of before
// item a: "wounded a man in Homs on Tuesday, a monitor said; he died". Nobody else may stand between.
func (f *field) thenHe(s *sentence, a, k int) bool {
	if k-1 <= a || k-a > maxThenHe || f.word(k) != "he" && f.word(k) != "she" {
		return false
	}
	switch f.word(k - 1) {
	case ";", "and", "but", ",":
	default:
		return false
	}
	for n := a; n < k-1; n++ {
		if it := &f.items[n]; it.is(tHead) && it.is(tSingular) && !it.is(tSrc|tCap) || it.is(tOut) {
			return false
		}
	}
	return true
}

// nameBefore reads the name of whom an aside says that he was wounded: "Adam Example, who
// was hurt in the clashes, died".
func (f *field) nameBefore(s *sentence, c *casualty) (quantity, bool) {
	w := f.whoBefore(s, c.at)
	if w > s.lead && f.yearsOld(w-1) { // "a 17-year-old who was shot on Friday died"
		return quantity{from: w - 1, to: w, low: 1, high: 1, qual: isnad.Exact, single: true, head: true, category: isnad.CategoryAll}, true
	}
	if w-1 <= s.lead || f.word(w-1) != "," {
		return quantity{}, false
	}
	return f.nameLeft(s, w-1)
}

// whoBefore is the item of "who" right before the verb at t, -1 where none stands there.
func (f *field) whoBefore(s *sentence, t int) int {
	k := t - 1
	for k > s.lead && f.items[k].is(tAux|tAdv) {
		k--
	}
	if k > s.lead && f.word(k) == "who" {
		return k
	}
	return -1
}

// diedOf is the item of the word for dying whose subject are the wounded c; -1 for none.
func (f *field) diedOf(s *sentence, c *casualty) int {
	start := max(c.at+1, c.to)
	open := c.passive && (auxBefore(f, s, c.at) < 0 || f.whoBefore(s, c.at) >= 0) // "a girl hurt in the raid", and no verb yet
	clause := false
	for n := start; n < s.to && n < start+maxToDeath; n++ {
		it := &f.items[n]
		if dying(f.word(n)) {
			if f.sameDied(s, c, start, n) || open && !f.otherDied(n, clause) {
				return n
			}
			return -1
		}
		if it.is(tSay) && !it.is(tHead|tEv) || it.is(tOut) && !it.is(tEv|tHead) && f.word(n) != "wounded" && f.word(n) != "injured" || f.word(n) == ";" {
			return -1
		}
		clause = clause || it.is(tClause|tRel)
	}
	return -1
}

// dying tells the verbs of those who die of wounds.
func dying(w string) bool {
	switch w {
	case "died", "dies", "succumbed", "succumbs", "lost his life", "lost her life", "lost their lives", "passed away":
		return true
	}
	return false
}

// endsLife tells the verbs of dying whose subject may be one person by his name alone: "Private Omar
// Example bled to death".
func endsLife(w string) bool {
	switch w {
	case "died", "succumbed", "did not survive", "lost his life", "lost her life", "bled to death", "burned to death", "drowned", "perished", "embraced martyrdom", "attained martyrdom",
		"achieved martyrdom", "laid down his life", "laid down her life", "paid with his life", "paid with her life", "made the supreme sacrifice", "paid the supreme price":
		return true
	}
	return false
}

// sameDied tells whether the verb of dying at n goes on with the subject of the wound told
// of before item start: "and later died", "where she died", "a boy who has since died".
func (f *field) sameDied(s *sentence, c *casualty, start, n int) bool {
	k := n - 1
	for k >= start && (f.items[k].is(tAux|tAdv) || f.dateItem(k) || f.word(k) == "since" || f.word(k) == "subsequently" || f.word(k) == "eventually" || f.word(k) == "on") {
		k--
	}
	if k < start {
		return false
	}
	switch w := f.word(k); w {
	case "and", "but":
		return c.passive
	case "he", "she", "they":
		return k > start && (f.word(k-1) == "where" || f.word(k-1) == "but" || f.word(k-1) == "and" || f.word(k-1) == "before")
	case "who", "whom":
		for start < k && f.items[start].is(tPrep|tDet|tEv|tOut|tFunc|tMod|tVague) {
			start++ // "suffering from a gunshot wound who"
		}
		return k == start || k == start+1 && f.word(start) == ","
	}
	return false
}

// otherDied tells whether who dies at n is told right before, and not the subject of the
// whole sentence: "who was wounded when her brother died".
func (f *field) otherDied(n int, clause bool) bool {
	k := n - 1
	for k > 0 && f.items[k].is(tAux|tAdv) {
		k--
	}
	it := &f.items[k]
	return it.is(tRel|tPron) || f.word(k) == "and" || clause && it.is(tHead)
}

// ofTheDeath tells whether a date is that of a death of old wounds, where the sentence goes
// on to tell the day of the deed: "died on Monday of wounds sustained in a raid on Friday".
func (d *doc) ofTheDeath(f *field, s *sentence, m *dateMention) bool {
	if len(d.dts) < 2 || m.from <= s.lead {
		return false
	}
	died := -1
	for k := m.from - 1; k >= s.lead && k > m.from-4 && died < 0; k-- {
		if dying(f.word(k)) {
			died = k
		}
	}
	if died < 0 {
		return false
	}
	for i := range d.dts {
		if o := &d.dts[i]; o.from != m.from && !o.said && !o.since && !o.line && (f.woundBefore(s, o.from) || o.after && f.woundBehind(s, o.to)) {
			return true // "was shot on Friday and died on Sunday"
		}
	}
	wound := -1
	for k := m.to; k < s.to && k < m.to+6 && wound < 0; k++ {
		if w := f.word(k); ofWounds(w) {
			wound = k
		}
	}
	if wound < 0 {
		return false
	}
	for i := range d.dts {
		if d.dts[i].from > wound && !d.dts[i].said {
			return true
		}
	}
	return false
}

// maxToHisDeath bounds the sentences from the one who was hurt to "He died on Friday".
const maxToHisDeath = 3

// ofHisDeath tells whether the day m is that on which somebody died who was told of before as the one who was
// hurt: "Soldiers shot a man on Monday. He died in hospital on Friday".
func (d *doc) ofHisDeath(f *field, s *sentence, m *dateMention) bool {
	if f.inTitle || len(d.partials) == 0 {
		return false
	}
	q := &d.partials[len(d.partials)-1]
	if q.f0 != f || d.si-q.last > maxToHisDeath || !q.injured.exact() || q.injured.q.low != 1 || q.killed != nil || q.when.IsZero() || m.period.From.Before(q.when.From) {
		return false
	}
	k := s.lead
	switch f.word(k) {
	case "he", "she":
	case "the":
		k++
		if k >= s.to || !f.items[k].is(tHead) || !f.items[k].is(tSingular) {
			return false
		}
	default:
		return false
	}
	for n := k + 1; n < s.to && n < k+5; n++ {
		if w := f.word(n); dying(w) || w == "succumbed" || w == "succumbed to" {
			return n < m.from && m.from-n < 12 && !f.hurtBetween(n, s.to)
		}
		if !f.items[n].is(tAux|tAdv) && f.word(n) != "later" && f.word(n) != "pronounced" && f.word(n) != "eventually" {
			return false
		}
	}
	return false
}

// hurtBetween tells whether somebody is hurt or a deed is done in the items [a, b).
func (f *field) hurtBetween(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if it := &f.items[k]; it.is(tEv) && !it.is(tCap) || it.is(tOut) && it.w != nil && it.w.outcome == isnad.Injured && !ofWounds(f.word(k)) {
			return true
		}
	}
	return false
}

// ofWounds tells the words for what one dies of.
func ofWounds(w string) bool {
	switch w {
	case "wound", "wounds", "injury", "injuries", "burns", "gunshot wound", "gunshot wounds", "bullet wound", "bullet wounds", "shrapnel":
		return true
	}
	return false
}

// toWound bounds the items between a wound and its day.
const toWound = 16

// woundBefore tells whether the words before item k say that somebody was hurt then, and not that
// he died.
func (f *field) woundBefore(s *sentence, k int) bool {
	for n := k - 1; n >= s.lead && n >= k-toWound; n-- {
		if wounding(f.word(n)) {
			return true
		}
		if dying(f.word(n)) || f.items[n].is(tWeekday|tMonth|tRelDay) {
			return false
		}
	}
	return false
}

// diesIn tells whether somebody is said to die in the items [a, b).
func (f *field) diesIn(a, b int) bool {
	for k := a; k < b; k++ {
		if dying(f.word(k)) {
			return true
		}
	}
	return false
}

// woundBehind tells whether somebody is said to have been hurt right behind item k: "four days after
// he was shot".
func (f *field) woundBehind(s *sentence, k int) bool {
	if k+1 < s.to && f.word(k) == "the" && theDeed(f.word(k+1)) && (k+2 >= s.to || f.items[k+2].is(tPunct|tLoc|tPrep|tSay)) {
		return true // "died on Monday, three days after the shooting"
	}
	for n := k; n < s.to && n < k+6; n++ {
		if wounding(f.word(n)) {
			return true
		}
		if f.items[n].is(tPunct) {
			return false
		}
	}
	return false
}

// wounding tells the participles for those who are hurt and may die of it.
func wounding(w string) bool {
	switch w {
	case "stabbed", "wounded", "injured", "hurt", "beaten", "struck", "hit":
		return true
	}
	return w == "shot" || strings.HasPrefix(w, "shot in ")
}
