package attribute

import (
	"strings"

	"isnad"
)

// "Fired missiles at the Karm air base on Friday in response to a gas attack on Zoran on Tuesday that
// killed 87 people" tells two deeds, each of its own doers, place, day and dead. So does "shelled Karm in
// revenge for an offensive on Zoran". What is only called "the attack", or names neither place nor
// figure, is told elsewhere.

// answered returns the item of the word that leads to the deed which the one told before it in a frame
// answers, and the item behind it; -1 where there is none.
func (d *doc) answered(f *field, s *sentence, cs []casualty, fr *frame) (k, to int) {
	for k = fr.from + 2; k < fr.to-3; k++ {
		to = f.pastAnswer(k, fr.to)
		if to == k && f.word(k) == "after" {
			if a, b := d.laterThan(f, s, fr, k); b > a && !inCasualty(cs, a) && !f.ofDeathsBefore(cs, a) && d.namesDeed(f, s, fr.from, a) && d.ownTelling(f, s, cs, fr.from, fr.from, a) && d.clauseOfDeed(f, s, cs, b, fr.to) {
				return a, b
			}
			continue
		}
		if to == k || inCasualty(cs, k) || !d.namesDeed(f, s, fr.from, k) {
			continue
		}
		deed := d.deedNoun(f, s, to, fr.to)
		if deed < 0 || !f.goesOnOfDeed(s, deed) || f.verbBehind(deed, fr.to) || !d.ownTelling(f, s, cs, deed, to, fr.to) {
			continue
		}
		return k, to
	}
	return -1, 0
}

// pastAnswer returns the item behind the words at item k that say that a deed answers another; k where
// none do.
func (f *field) pastAnswer(k, to int) int {
	if k+2 >= to {
		return k
	}
	switch w := f.word(k); w {
	case "in", "as", "a", "was", "were":
		n := k + 1
		if w := f.word(n); (w == "a" || w == "an") && n+1 < to {
			n++
		}
		switch f.word(n) {
		case "response", "retaliation", "revenge", "reprisal", "retribution", "reply", "answer", "payback", "punishment":
			if w := f.wordAt(n + 1); w == "to" || w == "for" {
				return n + 2
			}
		}
	case "to":
		switch f.word(k + 1) {
		case "avenge":
			return k + 2
		}
	case "avenging":
		return k + 1
	case "retaliating":
		if f.word(k+1) == "for" {
			return k + 2
		}
	}
	return k
}

// reactedTo returns where the deed begins over which others only react: "arrested a man in Karm over a
// bombing in Zoran that killed nine", "protested in Karm over the killing of a student in Zoran"; -1 where
// a frame tells of none.
func (d *doc) reactedTo(f *field, s *sentence, cs []casualty, fr *frame) int {
	reacts := false
	for k := fr.from; k < fr.to-3; k++ {
		if n := f.pastAnswer(k, fr.to); n > k && n < fr.to && k > fr.from && acts(f.word(k-1)) && !inCasualty(cs, k) {
			// "said it had acted in response to air strikes on Zoran": not who answers did that
			if deed := d.deedNoun(f, s, n, fr.to); deed >= 0 && f.goesOnOfDeed(s, deed) && !f.verbBehind(deed, fr.to) && d.ownTelling(f, s, cs, deed, n, fr.to) {
				return n
			}
		}
		switch f.word(k) {
		case "arrested", "detained", "questioned", "protested", "protest", "protests", "protesting", "rallied", "marched", "demonstrated", "rioted", "sanctions", "sanctioned", "summoned", "anger", "outrage", "demonstrations", "rallies", "resigned", "suspended":
			reacts = true
			continue
		case "over":
		case "in":
			if f.word(k+1) != "connection" {
				continue
			}
			k += 2
		default:
			if it := &f.items[k]; it.is(tOut) && !it.is(tHead) || it.is(tEv) && !reacts {
				return -1
			}
			continue
		}
		if !reacts || inCasualty(cs, k) {
			continue
		}
		if deed := d.deedNoun(f, s, k+1, fr.to); deed >= 0 && d.ownTelling(f, s, cs, deed, k+1, fr.to) {
			return k + 1
		}
	}
	return -1
}

// acts tells the verbs of somebody who acts and does not say how.
func acts(w string) bool {
	switch w {
	case "acted", "act", "moved", "responded", "reacted":
		return true
	}
	return false
}

// laterThan returns where a clause of another deed begins that "after" at item k leads to, with how much
// later this one was, and the item behind "after": "a day after", "on Monday after ... on Sunday". Who is
// told of by a pronoun, or what is told by a gerund, is of the same.
func (d *doc) laterThan(f *field, s *sentence, fr *frame, k int) (from, to int) {
	to = k + 1
	if to+3 >= fr.to {
		return k, k
	}
	it := &f.items[to]
	if w := f.word(to); w == "blaming" || w == "accusing" {
		return k, to
	}
	if it.is(tPron|tAux|tRel) && !it.is(tDet) || it.w != nil && (it.w.harm == formGerund || it.w.evForm == formGerund) || strings.HasSuffix(f.word(to), "ing") {
		return k, k
	}
	if !f.items[k-1].is(tUnit) {
		if a, b := f.dayWord(fr.from, k), f.dayWord(to, fr.to); (a == "" || b == "" || a == b) && !d.othersActed(f, s, fr.from, k, fr.to) {
			return k, k
		}
		return k, to
	}
	from = k - 1
	for from > fr.from+1 && (f.items[from-1].is(tNum|tVague|tQual) || f.items[from-1].is(tAdv) || f.word(from-1) == "a" || f.word(from-1) == "one" || f.word(from-1) == "just" || f.word(from-1) == "only") {
		from--
	}
	return from, to
}

// othersActed tells whether the clauses before and behind the "after" at item k, which ends before item to,
// tell of deeds of two doers at two places: "Karm shelled Zoran after rebels fired rockets at Talbar".
func (d *doc) othersActed(f *field, s *sentence, from, k, to int) bool {
	x, y := d.actsFirst(f, from, k), d.actsFirst(f, k+1, to)
	if x < 0 || y < 0 || f.word(x) == f.word(y) || d.pa[x] != 0 && d.pa[x] == d.pa[y] {
		return false
	}
	d.pls = d.placePhrases(f, s, d.pls[:0])
	return d.placeNamed(x+1, k) && d.placeNamed(y+1, to)
}

// placeNamed tells whether a place is named in the items [a, b), by its name or behind a word of place.
func (d *doc) placeNamed(a, b int) bool {
	for i := range d.pls {
		if p := &d.pls[i]; p.from >= a && p.to <= b && !p.org && !p.aside && p.rank > 0 {
			return true
		}
	}
	return false
}

// actsFirst is who is the subject of the first verb of a deed in the items [a, b): an armed body or a state;
// -1 where that is nobody.
func (d *doc) actsFirst(f *field, a, b int) int {
	who := -1
	for k := a; k < b; k++ {
		it := &f.items[k]
		switch {
		case it.is(tAux) && f.word(k) != "had" && f.word(k) != "has" && f.word(k) != "have", it.is(tRel | tClause):
			return -1
		case it.is(tOut) && !it.is(tHead) && it.w != nil && it.w.harm == formPast, it.is(tEv) && !it.is(tHead) && it.w.evForm >= formThird && it.w.evForm <= formPast && !it.is(tCap), f.word(k) == "fired", f.word(k) == "launched", f.word(k) == "carried" && k+1 < b && f.word(k+1) == "out":
			return who
		case it.is(tArmed|tForce|tPlane) || d.pa[k] != 0:
			who = k
		case d.gz[k] != 0 && it.is(tCap) && (k == a || f.items[k-1].is(tPunct)):
			if c := d.gzm[d.gz[k]-1].Candidates; len(c) > 0 && c[0].Kind == isnad.KindCountry {
				who = k
			}
		}
	}
	return -1
}

// pastRelative returns where the main clause goes on behind a clause that tells another deed of who or what
// opens the frame: "The group, which killed 20 people in Karm last week, bombed Zoran"; -1 for none.
func (d *doc) pastRelative(f *field, s *sentence, cs []casualty, fr *frame) int {
	open := -1
	for k := fr.from + 1; k+2 < fr.to && k < fr.from+9; k++ {
		if w := f.word(k + 1); f.word(k) == "," && (w == "which" || w == "who" || w == "where" || w == "whose") {
			open = k
			break
		}
		if f.items[k].is(tSay | tOut) {
			return -1
		}
	}
	if open < 0 || d.namesDeed(f, s, fr.from, open) {
		return -1
	}
	for k := open + 3; k+2 < fr.to && k < open+25; k++ {
		if f.word(k) != "," || inCasualty(cs, k) {
			continue
		}
		it := &f.items[k+1]
		verb := it.is(tEv) && it.w.evForm >= formThird && it.w.evForm <= formPast || it.is(tOut) && it.w != nil && it.w.harm == formPast || it.is(tAux) && d.namesDeed(f, s, k+2, min(k+5, fr.to))
		if verb && d.ownTelling(f, s, cs, open, open, k) && d.namesDeed(f, s, open, k) {
			return k
		}
	}
	return -1
}

// dayWord is the first weekday, month or day counted from the report's in the items [a, b); empty for none.
func (f *field) dayWord(a, b int) string {
	for k := a; k < b; k++ {
		if f.items[k].is(tWeekday|tRelDay) || f.items[k].is(tMonth) && f.items[k].is(tCap) {
			return f.word(k)
		}
	}
	return ""
}

// clauseOfDeed tells whether the items [a, b) are a clause of a deed that has a place or a figure there.
func (d *doc) clauseOfDeed(f *field, s *sentence, cs []casualty, a, b int) bool {
	if w := f.word(a); w == "blaming" || w == "accusing" {
		for k := a + 1; k < b-2 && k < a+9; k++ {
			if w := f.word(k); w == "for" || w == "of" {
				deed := d.deedNoun(f, s, k+1, b)
				return deed >= 0 && d.ownTelling(f, s, cs, deed, k+1, b)
			}
		}
		return false
	}
	for k := a + 1; k < b; k++ {
		it := &f.items[k]
		if it.is(tRel|tClause) || it.is(tPunct) && !apostrophe(f.word(k)) {
			return false
		}
		if it.is(tOut) && it.w != nil && it.w.harm == formPast || it.is(tEv) && it.w.evForm == formPast && d.tellsDeed(f, s, k) {
			return d.ownTelling(f, s, cs, k, a, b)
		}
	}
	return false
}

// ofDeathsBefore tells whether somebody dies before item k, who may die of what is told behind it.
func (f *field) ofDeathsBefore(cs []casualty, k int) bool {
	for i := range cs {
		if cs[i].to <= k && f.ofADeath(&cs[i]) {
			return true
		}
	}
	return false
}

// clauseBefore returns where the clause begins of which an "and" at item b only joins two subjects: "while
// air strikes and missiles killed 82"; b where there is none.
func (f *field) clauseBefore(b, lo int) int {
	if b >= len(f.items) || f.word(b) != "and" {
		return b
	}
	for k := b - 1; k > lo && k > b-7; k-- {
		switch f.word(k) {
		case "while", "whereas":
			return k
		}
		if it := &f.items[k]; it.is(tOut|tSay|tAux) || it.is(tEv) && it.w.evForm >= formThird && it.w.evForm <= formPast || it.is(tPunct) {
			return b
		}
	}
	return b
}

// ownSubject tells whether the clause that begins at item a has a doer or a means of its own for subject,
// before its verb.
func (f *field) ownSubject(a, to int) bool {
	for k := a; k < to; k++ {
		it := &f.items[k]
		if it.is(tOut) && !it.is(tHead) || it.is(tEv) && it.w.evForm >= formThird && it.w.evForm <= formPast && !it.is(tHead) {
			return f.doer(a, k) >= 0
		}
	}
	return false
}

// whoHad returns the "who" of "shot a man who had killed five" that leads to the harm of c, which is
// another deed; -1 where none does.
func (f *field) whoHad(c *casualty, lo int) int {
	for k := c.from - 1; k > lo && k > c.from-4; k-- {
		if f.word(k) == "who" {
			if f.word(k+1) == "had" || f.word(k+1) == "has" {
				return k
			}
			return -1
		}
	}
	return -1
}

// otherDoer tells whether the clauses of two statements of harm, a in the items [from, b) and c behind them,
// each have a doer or a means of their own for subject: "Gunmen killed four people in Karm; a mine killed
// two in Zoran", "shot a man who had killed five".
func (f *field) otherDoer(s *sentence, from, b int, a, c *casualty) bool {
	if b <= from || b > c.from {
		return false
	}
	if a.passive {
		return f.turnsTo(b) && (!c.passive && f.doer(b, c.at) >= 0 || c.passive && f.doneByBody(s, c.to)) && !f.doneByBody(s, a.to)
	}
	if c.passive {
		return false
	}
	if f.word(b) == "who" {
		return f.doer(from, a.at) >= 0
	}
	x, y := f.doer(from, a.at), f.doer(b, c.at)
	return x >= 0 && y >= 0 && f.word(x) != f.word(y)
}

// turnsTo tells whether item b opens a clause of what was done then, by others: "; two attackers were shot by
// police", "before police shot him".
func (f *field) turnsTo(b int) bool {
	switch f.word(b) {
	case ";", "before", "until", "but":
		return true
	}
	return false
}

// doneByBody tells whether "by" and a body stand right behind the harm that ends at item k.
func (f *field) doneByBody(s *sentence, k int) bool {
	for n := k; n < s.to && n < k+3; n++ {
		if f.word(n) != "by" {
			continue
		}
		for e := n + 1; e < s.to && e < n+5; e++ {
			if f.items[e].is(tArmed | tForce) {
				return true
			}
		}
		return false
	}
	return false
}

// beforeThat returns the "before" or "until" that leads to the harm of c, told by its doer; b where none does.
func (f *field) beforeThat(c *casualty, lo, b int) int {
	for k := c.from - 1; k > lo && k > c.from-6; k-- {
		if w := f.word(k); w == "before" || w == "until" {
			return k
		}
		if f.items[k].is(tPunct | tOut | tEv) {
			return b
		}
	}
	return b
}

// doer is who or what acts in the items [from, to), -1 for nobody: the first word for an armed body, a deed or
// a weapon that no word of place leads to.
func (f *field) doer(from, to int) int {
	for k := from; k < to; k++ {
		it := &f.items[k]
		if it.is(tArmed|tForce|tPlane) || it.is(tWeapon) || it.is(tEv) && it.w.evForm == formNoun {
			n := k
			for n > from && (f.items[n-1].is(tDet|tMod|tNat|tCap) || f.items[n-1].w == nil) && !f.items[n-1].is(tPunct) {
				n--
			}
			if n > from {
				switch f.word(n - 1) {
				case "in", "at", "on", "against", "near", "from", "of", "by", "with", "to", "for", "into", "inside", "outside", "between", "targeting":
					continue
				}
			}
			return k
		}
	}
	return -1
}

// inCasualty tells whether item k stands inside a statement of harm.
func inCasualty(cs []casualty, k int) bool {
	for i := range cs {
		if k > cs[i].from && k < cs[i].to {
			return true
		}
	}
	return false
}

// namesDeed tells whether a deed or harm is told in the items [a, b).
func (d *doc) namesDeed(f *field, s *sentence, a, b int) bool {
	for k := a; k < b; k++ {
		if it := &f.items[k]; it.is(tOut) && it.w != nil || it.is(tEv) && d.tellsDeed(f, s, k) {
			return true
		}
	}
	return false
}

// deedNoun returns the deed that stands right behind item a, within the few words of its noun phrase, or
// the harm of "the killing of"; -1 for none.
func (d *doc) deedNoun(f *field, s *sentence, a, b int) int {
	for k := a; k < b && k < a+7; k++ {
		it := &f.items[k]
		if (it.is(tEv) || it.is(tOut)) && !it.is(tForce|tArmed) && it.w != nil && (it.is(tOut) || d.tellsDeed(f, s, k)) {
			return k
		}
		if it.is(tPunct|tPrep|tLoc|tSay|tRel|tClause|tAux) && !apostrophe(f.word(k)) {
			return -1
		}
	}
	return -1
}

// goesOnOfDeed tells whether what stands behind the deed at item k says more of it, and is not the verb of
// the sentence: "conducted in response to the Karm assault made it possible".
func (f *field) goesOnOfDeed(s *sentence, k int) bool {
	k++
	for k < s.to && (f.items[k].is(tEv|tOut) && !f.items[k].is(tAux) || apostrophe(f.word(k))) {
		k++
	}
	if k >= s.to {
		return true
	}
	it := &f.items[k]
	switch f.word(k) {
	case "of", "by", "that", "which", "in", "on", "at", "against", "near", "a", "an", "earlier", "last", "the", "from", "outside", "claimed", "blamed", "there":
		return true
	}
	return it.is(tLoc|tPrep|tRel|tPunct|tWeekday|tMonth|tRelDay|tNum|tHead|tVague|tQual) || it.is(tCap)
}

// verbBehind tells whether the verb of the sentence stands behind the deed at item k, which is then told
// in passing: "rounds fired in response to an attack on their post landed on a house".
func (f *field) verbBehind(k, to int) bool {
	for n := k + 1; n < to; n++ {
		it := &f.items[n]
		switch w := f.word(n); {
		case it.is(tRel|tClause|tPunct) && !apostrophe(w) || w == "as":
			return false
		case w == "landed" || w == "fell" || w == "hit" || w == "struck" || w == "exploded":
			return true
		case it.is(tOut) && !it.is(tHead) && it.w != nil && it.w.harm == formPast || it.is(tEv) && it.w.evForm == formPast && !it.is(tHead):
			return !f.items[n-1].is(tHead) // "the death of five crewmen killed when"
		}
	}
	return false
}

// ownTelling tells whether the deed at item k, of the clause [a, b), has a place or a figure of its own
// there.
func (d *doc) ownTelling(f *field, s *sentence, cs []casualty, k, a, b int) bool {
	for i := range cs {
		if c := &cs[i]; c.known && c.at >= a && c.at < b && c.outcome != "" && c.q.to > c.q.from {
			return true
		}
	}
	d.pls = d.placePhrases(f, s, d.pls[:0])
	return d.placed(k, b)
}
