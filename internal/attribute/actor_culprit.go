package attribute

import (
	"strings"

	"isnad"
)

// culprit finds a person who is no armed body but is plainly said to have done
// it: who shot or killed somebody, by whom somebody was killed, who is charged
// with it. Nobody else who is named in a report becomes an actor.
func (d *doc) culprit(f *field, s *sentence, i int) (actorMention, bool) {
	m := actorMention{from: i, to: i + 1, person: true}
	it := &f.items[i]
	if i == s.lead && lifeless(f.word(i)) {
		return m, false
	}
	switch {
	case f.word(i) == "someone" || f.word(i) == "somebody":
		e := f.pastManner(s, m.to)
		m.did = f.kills(s, e)
		return m, m.did || f.harmedBy(s, i)
	case it.is(tHead) && !it.is(tSay|tArmed|tForce) && (!it.is(tCap) || i == s.lead && !it.is(tUpper)):
		if it.w.category == "" && f.word(i) != "people" && f.word(i) != "person" || strings.HasSuffix(f.word(i), "bomber") || strings.HasSuffix(f.word(i), "bombers") {
			return m, false // that somebody blew himself up names nobody
		}
	case it.is(tCap) && d.gz[i] != 0 && f.suspectNamed(s, i) > i:
		m.to = f.suspectNamed(s, i)
		m.charged = !f.ofOtherCase(s, m.to)
		return m, m.charged
	case it.is(tCap) && it.w == nil && !s.heads && d.mayName(f, i):
		if i > s.from && f.items[i-1].is(tCap) && !f.items[i-1].is(tPunct) && d.mayName(f, i-1) {
			return m, false // inside a name
		}
		if i > s.from && hailsFrom(f.word(i-1)) {
			return m, false // "settlers from Karm shot a man"
		}
		for m.to < s.to && m.to < i+4 && d.mayName(f, m.to) {
			m.to++
		}
		if m.to == i+1 && (i == s.lead || it.is(tUpper)) && noName(f.word(i)) {
			return m, false // "Bond was set for the man accused of", "Asked who shot him"
		}
		if m.to < s.to && f.items[m.to].is(tHead) && !f.items[m.to].is(tCap|tSay) {
			return m, false // "a Karm man"
		}
		if f.namedSide(s, i) {
			if m.to+1 < s.to && f.word(m.to) == "/" && d.mayName(f, m.to+1) {
				m.to += 2
			}
			m.person, m.group = false, true
			return m, true
		}
	case it.w == nil && !it.is(tCap|tPunct|tNum) && f.handOf(s, i):
		return m, true // "stabbed to death by a classmate"
	case d.unplaced(f, s, i):
		m.did = f.kills(s, f.pastNamed(s, f.pastAge(s, m.to)))
		return m, m.did
	case f.unlisted(s, i):
		e := f.pastNamed(s, f.pastManner(s, m.to))
		m.charged = (f.charged(s, e) || f.facesLaw(s, e)) && !f.ofOtherCase(s, e)
		m.did = !m.charged && f.kills(s, e) && f.byHand(s, e)
		return m, m.charged || m.did
	default:
		return m, false
	}
	if f.harmedBy(s, i) {
		m.did = true
		return m, true
	}
	if a := f.ofBody(s, i); it.is(tHead) && a < i && f.harmedBy(s, a) {
		m.from, m.did = a, true // "shot by a Karm County deputy"
		return m, true
	}
	if it.is(tHead) && !it.is(tSingular) && i > s.from && (f.items[i-1].is(tUpper) && f.items[i-1].w == nil && !f.items[i-1].is(tNum|tPunct) || f.items[i-1].is(tForce)) {
		m.from-- // "KLNB members", "army men"
	}
	if it.is(tHead) && f.sideOf(s, i) {
		for m.from > s.from && f.items[m.from-1].is(tCap) && (d.mayName(f, m.from-1) || f.items[m.from-1].is(tNat)) {
			m.from-- // "Karm youths"
		}
		return m, true
	}
	if i > s.from && !it.is(tHead) && f.drivenIn(s, i) {
		return m, false // "two men in a white Example Charger fired"
	}
	if !it.is(tHead) && f.soughtFor(s, i, f.pastAge(s, m.to)) {
		m.charged = true
		return m, true
	}
	if i > s.from && !it.is(tHead) && f.leadsOn(i-1) && !(i-1 > s.from && f.items[i-2].is(tHead|tArmed|tForce)) {
		return m, false // "an air strike on the village of Example killed"
	}
	if it.is(tHead) && f.broughtIn(s, i) {
		return m, false
	}
	if i > s.from && f.accusedOf(s, i-1, m.to) {
		return m, true
	}
	if k := f.beforeMods(s, i); k > s.from && f.word(k) == "with" && f.exchangedFire(s, k) {
		return m, true
	}
	e := f.pastNamed(s, f.pastAge(s, m.to))
	if f.charged(s, e) || f.lawThen(s, e) || f.facesLaw(s, e) || f.afterHe(s, e) || f.lawOnHim(s, i, e) || !it.is(tHead) && f.namedAsDoer(s, i, m.to) {
		m.charged = !f.ofOtherCase(s, e) && !f.fellTo(s, e)
		return m, m.charged
	}
	m.did = f.seen(s, i, e)
	if m.did || f.confesses(s, e) {
		return m, true
	}
	if e == m.to && it.is(tHead) {
		e = f.pastManner(s, e)
	}
	if m.did = f.kills(s, e); !m.did {
		if x := f.pastExplained(s, m.to); x > m.to {
			m.charged = (f.charged(s, x) || f.lawThen(s, x) || f.facesLaw(s, x)) && !f.ofOtherCase(s, x)
			m.did = !m.charged && f.kills(s, x)
		}
	}
	return m, m.did || m.charged || f.startsName(s, f.whole(s, i)) && (f.takesPart(s, m.to) || it.is(tHead) && !it.is(tSingular) && f.ravages(s, e))
}

// broughtIn tells whether the people at item i only say for whom or near whom something was that
// the sentence goes on about: "shots fired after a party for teenagers killed two".
func (f *field) broughtIn(s *sentence, i int) bool {
	k := i - 1
	for k > s.lead && k > i-4 && f.items[k].is(tDet|tMod|tNum|tVague) && !f.items[k].is(tPrep|tPunct) {
		k--
	}
	if k <= s.lead {
		return false
	}
	switch f.word(k) {
	case "for", "to", "near", "among", "alongside", "behind":
	default:
		return false
	}
	for n := k - 1; n >= s.lead && n > k-12; n-- { // what killed is told of before
		if f.firing(n) || f.items[n].is(tEv) && f.items[n].w.evForm == formNoun {
			return true
		}
		if f.items[n].is(tPunct | tSay | tAux | tRel) {
			return false
		}
	}
	return false
}

// ravages tells whether the verb at item e is an active one for what a crowd does to things or with
// stones and sticks: "torched a school", "set fire to", "threw stones at".
func (f *field) ravages(s *sentence, e int) bool {
	for n := 0; n < 3 && e < s.to && (f.items[e].is(tAdv|tHedge) || f.word(e) == "had" || f.word(e) == "have" || f.word(e) == "also"); n++ {
		e++
	}
	if e+1 >= s.to {
		return false
	}
	it, next := &f.items[e], &f.items[e+1]
	object := next.is(tDet|tPron|tNum|tVague|tQual|tHead|tThing|tPlaceHead|tForce|tArmed) || next.is(tCap) && !next.is(tWeekday|tMonth) || next.w == nil && !next.is(tPunct)
	if setsOff(f.word(e)) {
		return object
	}
	return object && it.is(tEv) && !it.is(tCap) && (it.w.evForm == formPast || it.w.evForm == formThird) &&
		(it.w.event == isnad.EventPropertyDestruction || it.w.event == isnad.EventAttack && it.w.strength >= 2)
}

// kills tells whether what is told of somebody from item e on ends in killing or
// firing: "shot his neighbour", "who had shot", "got out of a van and started
// shooting".
func (f *field) kills(s *sentence, e int) bool {
	if e+1 < s.to && f.word(e) == "," && f.word(e+1) == "who" {
		e++ // "the officer, who fired his pistol"
	}
	if x := f.pastContact(s, e); x > e {
		return true
	}
	if e < s.to && f.word(e) == "who" {
		e++
	}
	if f.killing(s, e) {
		return true
	}
	if e >= s.to || !f.goes(e) && !f.wasBusy(s, e) {
		return false
	}
	for k := e + 1; k < s.to && k < e+maxToDeed; k++ {
		it := &f.items[k]
		switch {
		case f.beforeHour(s, k):
			k++ // "came back shortly before 7 and shot"
		case f.shootsOn(k):
			return true
		case f.word(k) == "and":
			n := k + 1
			if n < s.to && f.word(n) == "one of them" {
				n++
			}
			if f.killing(s, n) {
				return true
			}
		case f.word(k) == ",":
			if k+1 < s.to && !f.items[k+1].is(tDet) && f.killing(s, k+1) {
				return true // "walked in, shot the clerk and left"
			}
		case it.is(tRel|tClause|tSay|tPunct) && !it.is(tWeekday) && f.word(k) != ".", it.is(tOut) && it.w.harm == formPast:
			return false // of somebody else
		}
	}
	return false
}

// goes tells whether item e is a verb in the past for how somebody comes to a deed.
func (f *field) goes(e int) bool {
	it := &f.items[e]
	switch f.word(e) {
	case "got", "came", "drove", "rode", "ran", "went", "broke", "burst", "stood", "began", "took", "drew", "leaned", "leant", "crept", "snuck", "left", "sat", "lay", "hid",
		"fled", "followed", "found", "held", "put", "threw", "leapt", "swung", "fought", "brought", "stole", "became", "lost", "grew", "kept", "met", "spun", "knelt", "wore", "stuck", "slid", "strode", "swung open", "rose", "flew", "bent", "sneaked":
		return e+1 < len(f.items) && !(f.word(e) == "got" && f.items[e+1].is(tOut|tEv))
	}
	if it.is(tCap | tPunct | tAux | tOut | tSay) {
		return false
	}
	return strings.HasSuffix(f.word(e), "ed") && (it.w == nil || it.is(tEv|tFunc))
}

// maxManner bounds the words that say in what, with what or where somebody came.
const maxManner = 14

// pastManner returns the item after the words that say in what or with what
// somebody came: "two people in a silver car", "a man with a rifle".
func (f *field) pastManner(s *sentence, k int) int {
	if k >= s.to {
		return k
	}
	switch f.word(k) {
	case "in", "inside", "with", "on", "wearing", "aboard", "from", "near", "at", "outside", "behind", "across", "armed":
		if e := f.pastOwner(s, k); e > k {
			return e
		}
	default:
		return f.pastOwner(s, k)
	}
	for j := k + 1; j < s.to && j < k+maxManner; j++ {
		it := &f.items[j]
		if j > k+1 && f.wasBusy(s, j) {
			return j
		}
		if w := f.word(j); (w == "that" || w == "which") && vehicle(f.word(j-1)) {
			return f.pastDrivenUp(s, j, k)
		}
		if it.is(tPunct|tAux|tRel|tSay|tClause) || f.word(j) == "someone" || f.word(j) == "somebody" {
			return k
		}
		if it.is(tEv|tOut) && !it.is(tWeapon|tThing) || j > k+2 && (f.goes(j) || f.fires(s, j)) {
			return j
		}
	}
	return k
}

// pastDrivenUp returns the item of the verb of firing behind what is said of a vehicle from the "that" at
// item j on: "in a van that had pulled up to a party shot five people"; k where none follows.
func (f *field) pastDrivenUp(s *sentence, j, k int) int {
	for e := j + 1; e < s.to && e < j+maxManner; e++ {
		it := &f.items[e]
		if it.is(tSay|tClause|tRel) || it.is(tPunct) {
			break
		}
		if e > j+2 && f.fires(s, e) {
			return e
		}
		if it.is(tOut) && it.w.harm != formNone {
			break
		}
	}
	return k
}

// leadsOn tells whether the word at item k leads to a place or an owner, so that what
// follows is no subject.
func (f *field) leadsOn(k int) bool {
	switch f.word(k) {
	case "of", "in", "at", "on", "near", "outside", "inside", "to", "into", "for", "against", "around":
		return true
	}
	return false
}

// mayName tells whether item k may be part of a person's name.
func (d *doc) mayName(f *field, k int) bool {
	it := &f.items[k]
	return it.is(tCap) && it.w == nil && !it.is(tNum|tPunct) && d.gz[k] == 0 && d.so[k] == 0 && d.pa[k] == 0 && !d.org[k]
}

// harmedBy tells whether "killed by", "shot dead in the street by" leads to item i, whose
// he is and what he is like at most between.
func (f *field) harmedBy(s *sentence, i int) bool {
	k := f.byLeads(s, i)
	return k > s.from && f.harmedThen(s, k)
}

// killing tells whether an active verb of killing or firing begins at item e:
// "shot his neighbour", "opened fire on", "stabbed two".
func (f *field) killing(s *sentence, e int) bool {
	for n := 0; n < 3 && e < s.to && f.items[e].is(tAdv|tHedge); n++ {
		e++
	}
	if e < s.to && (f.word(e) == "had" || f.word(e) == "has" || f.word(e) == "have") {
		e++
	}
	if e+1 >= s.to {
		return false
	}
	if f.wereFiring(s, e) {
		return true
	}
	next := &f.items[e+1]
	w := f.word(e + 1)
	object := next.is(tDet|tPron|tNum|tVague|tQual|tHead) || next.is(tCap) && !next.is(tPunct|tWeekday|tMonth) || w == "another" ||
		next.w == nil && e+2 < s.to && f.namePart(e+2) // "shot bartender Jane Example"
	if e+2 < s.to && f.word(e+2) == "times" && (e+3 >= s.to || f.word(e+3) != "at" && f.word(e+3) != "into" && f.word(e+3) != "toward") {
		object = false // "found a man shot several times"
	}
	switch f.word(e) {
	case "shot and killed", "shot and wounded", "shot and injured", "fatally shot", "shot dead", "gunned down":
		return object // "man fatally shot in his car", "a woman gunned down at a stoplight": they are the victims
	case "shot at", "returned fire":
		return !s.heads && !s.heading
	case "opened fire on", "fired on", "fired at", "opened fire at":
		return true
	case "opened fire", "opened", "fired", "blew himself up", "detonated", "shot up", "fired shots", "opened gunfire", "sprayed bullets", "fired upon", "exchanged gunfire", "exchanged fire":
		return f.word(e) != "opened" || w == "fire"
	case "started", "began":
		return strings.HasPrefix(w, "shooting") || strings.HasPrefix(w, "firing")
	case "returned":
		return w == "fire" && !s.heads
	case "shot", "killed", "stabbed", "murdered", "attacked", "strangled", "hacked", "gunned", "beat", "rammed", "ambushed", "abducted", "kidnapped", "executed", "beheaded", "lynched":
		return object || w == "and" && e+2 < s.to && (f.items[e+2].is(tOut|tEv) || harmed(f.word(e+2))) || w == "down" || f.word(e) == "shot" && !s.heads && !s.heading && (w == "at" || f.shotThrough(s, e))
	}
	return f.discharges(s, e) || f.wounds(s, e) || f.strikesHim(s, e) || f.turnsGun(s, e)
}

// shotThrough tells whether what the active "shot" at item e goes on with is a thing: "shot through
// the door", "shot into the house", but not "a man shot through the head".
func (f *field) shotThrough(s *sentence, e int) bool {
	if e+2 >= s.to || f.word(e+1) != "through" && f.word(e+1) != "into" || !f.items[e+2].is(tDet|tPron|tAnother) && f.word(e+2) != "another" {
		return false
	}
	for k := e + 3; k < s.to && k < e+14 && !f.items[k].is(tPunct|tConj); k++ {
		if w := f.word(k); w == "died" || w == "dies" || f.items[k].is(tAux) || f.items[k].is(tOut) && f.items[k].w.harm == formPast {
			return false // "a woman shot through the door of her home was killed"
		}
	}
	return !f.limb(s, e+2)
}

// pastAge returns the item after an age between commas at item k: "Doe, 28, is".
func (f *field) pastAge(s *sentence, k int) int {
	if k+3 < s.to && f.word(k) == "," && (f.word(k+1) == "jr" || f.word(k+1) == "sr") && f.word(k+2) == "." {
		k += 3 // "Doe, Jr., 28, is"
	}
	if k+2 < s.to && f.word(k) == "," && f.items[k+1].is(tNum) && f.word(k+2) == "," {
		return k + 3
	}
	return k
}

// charged tells whether "is charged with", "was arrested for" stands at item e.
func (f *field) charged(s *sentence, e int) bool {
	aux := false
	for n := 0; n < 4 && e < s.to && f.items[e].is(tAux|tAdv); n++ {
		aux = aux || f.items[e].is(tAux)
		e++
	}
	if e+1 >= s.to {
		return false
	}
	to := ""
	if n := f.pastDay(s, e+1); n < s.to {
		to = f.word(n)
	}
	switch f.word(e) {
	case "charged":
		return aux && (to == "with" || to == "in")
	case "accused":
		return aux && to == "of"
	case "convicted":
		return to == "of"
	case "arrested", "wanted", "indicted", "jailed", "sentenced":
		return aux && f.word(e) == "sentenced" && f.punishedFor(s, e) || aux && (to == "for" || to == "in" || to == "on" || to == "over")
	case "pleaded":
		return to == "guilty"
	}
	return false
}

// maxOtherCase bounds the items from a charge to the case it is of.
const maxOtherCase = 20

// ofOtherCase tells whether the charge at item e is of another case than the one that is told of:
// "faces a charge of assault in an unrelated case", "who was once charged with murder", "charged
// with hindering the prosecution".
func (f *field) ofOtherCase(s *sentence, e int) bool {
	harm := false
	for k := e; k < s.to && k < e+maxOtherCase; k++ {
		if harm = harm || harmNamed(f.word(k)); !harm && helping(f.word(k)) {
			return true
		}
		switch f.word(k) {
		case "unrelated", "once", "previously":
			return true
		case "another", "separate", "previous", "earlier", "different":
			if k+1 < s.to && (f.word(k+1) == "case" || f.word(k+1) == "incident" || f.word(k+1) == "matter" || f.word(k+1) == "shooting" || f.word(k+1) == "crime") {
				return true
			}
		}
		if f.items[k].is(tSay) {
			return false
		}
	}
	return false
}

// punishedFor tells whether the sentence passed at item e is for harm done: "was sentenced Thursday to 20
// years in prison for the shooting death of".
func (f *field) punishedFor(s *sentence, e int) bool {
	for k := e + 1; k+1 < s.to && k < e+16; k++ {
		if f.word(k) == "for" || f.word(k) == "after" {
			for n := k + 1; n < s.to && n < k+7; n++ {
				if it := &f.items[n]; it.is(tOut|tEv) && !it.is(tCap) {
					return true
				} else if it.is(tPunct | tSay | tRel) {
					break
				}
			}
		}
		if it := &f.items[k]; it.is(tSay|tRel|tClause) || f.word(k) == "." {
			return false
		}
	}
	return false
}

// drivenIn tells whether the name at item i is what somebody came in: "in a white Example".
func (f *field) drivenIn(s *sentence, i int) bool {
	k := i - 1
	for k > s.from && k > i-4 && !f.items[k].is(tDet|tPunct|tNum|tCap|tPrep|tLoc|tAux|tOut|tEv) {
		k--
	}
	if k <= s.from || f.word(k) != "a" && f.word(k) != "an" && f.word(k) != "the" {
		return false
	}
	return f.leadsOn(k-1) || f.word(k-1) == "from"
}

// lifeless tells the words for things that kill and stand for nobody: "Gas killed nine people".
func lifeless(w string) bool {
	switch w {
	case "gas", "shrapnel", "debris", "smoke", "flames", "hunger", "starvation", "famine", "thirst", "malnutrition", "disease", "cholera", "heat", "cold", "floods", "lightning", "avalanches", "landslides", "mudslides", "earthquakes", "flooding":
		return true
	}
	return false
}
