package attribute

import (
	"strings"

	"isnad"
)

// Where somebody speaks is seldom where it happened: "doctors at X hospital said", "an
// activist in the nearby town of X said".

// maxToSay bounds the items between a place and the verb of who speaks there.
const maxToSay = 5

// speaksFrom tells whether who stands in front of a place speaks, so that it is only
// where he is.
func (f *field) speaksFrom(s *sentence, p *placeMention) bool {
	if p.prep < 0 && p.to < s.to && hospital(f.word(p.nameTo-1)) {
		switch f.word(p.to) {
		case "recorded", "received", "admitted", "treated", "counted":
			return true // "Al-Thawra hospital recorded 11 deaths"
		}
		return f.items[p.to].is(tSay)
	}
	if f.atHospital(s, p) || f.issuedThere(s, p) {
		return true
	}
	prep := f.wardOf(s, p.prep)
	g := prep - 1
	if g > s.from {
		switch f.word(g) {
		case "contacted", "reached", "interviewed", "speaking":
			g-- // "two sources contacted in X said"
		}
	}
	if prep > s.from && f.word(prep) == "in" && f.seatOfMinistry(s, g) {
		return true
	}
	ward := prep < p.prep || hospital(f.word(p.nameTo-1))
	if g < s.from || !f.items[g].is(tSrc) && !(ward && f.medic(g)) || f.items[g].is(tPart|tEv) {
		return false
	}
	switch f.word(prep) {
	case "in", "at", "near", "from":
	case "of":
		if prep == p.prep && !hospital(f.word(p.nameTo-1)) {
			return false // people of the town tell of it
		}
	default:
		return false
	}
	if f.accordingTo(s, g) || ward && f.saidBefore(s, g) {
		return true
	}
	after := f.inApposition(s, p.to)
	if after == p.to {
		after = f.pastAside(s, p.to)
	}
	for k := after; k < s.to && k < after+maxToSay; k++ {
		it := &f.items[k]
		switch {
		case it.is(tSay | tDenyCue), f.word(k) == "put" && k > p.to && f.word(k-1) == ",":
			return true
		case it.is(tClause|tRel|tEv|tOut|tAux) || it.is(tPunct) && !apostrophe(f.word(k)) || f.othersSpeak(k):
			return false
		}
	}
	return false
}

// seatOfMinistry tells whether the ministry that ends at item g is only that of who has spoken before it: "said Omar
// Example, spokesman of the Interior Ministry in Kabul".
func (f *field) seatOfMinistry(s *sentence, g int) bool {
	if g < s.from+4 || !ministryWord(f.word(g)) {
		return false
	}
	speaks := false
	for k := g - 1; k >= s.from && k > g-16; k-- {
		it := &f.items[k]
		switch w := f.word(k); w[lastSpace(w)+1:] {
		case "spokesman", "spokeswoman", "spokesperson", "official", "officials", "minister", "adviser", "advisor":
			speaks = true
			continue
		}
		if it.is(tSay) && !it.is(tSrc) {
			return speaks
		}
		if it.is(tOut | tEv | tClause | tRel) {
			return false
		}
	}
	return false
}

// ministryWord tells the words for the offices of a state.
func ministryWord(w string) bool {
	switch w[lastSpace(w)+1:] {
	case "ministry", "department", "presidency", "directorate":
		return true
	}
	return false
}

// maxOfHisLife bounds the items between "who" and a place that the life of a speaker went by, and
// from there to what he says.
const maxOfHisLife = 16

// ofHisLife tells whether a place only says where a speaker is from, has gone or lives: "Jane Doe
// who is from Homs but now lives in Europe said".
func (f *field) ofHisLife(s *sentence, p *placeMention) bool {
	if p.prep < 0 {
		return false
	}
	k := p.prep - 1
	for ; k > s.lead && f.word(k) != "who"; k-- {
		it := &f.items[k]
		if p.prep-k > maxOfHisLife || it.is(tOut|tEv|tSay|tPunct|tClause) && f.word(k) != "lives" && f.word(k) != "but" {
			return false
		}
	}
	if k <= s.lead || k-s.lead > maxSpeaker {
		return false
	}
	for n := s.lead; n < k; n++ {
		if f.items[n].is(tOut | tEv | tSay | tAux) {
			return false
		}
	}
	for k = p.to; k < s.to && k < p.to+maxOfHisLife; k++ {
		it := &f.items[k]
		if it.is(tSay) {
			return true
		}
		if it.is(tOut|tPunct|tClause) && f.word(k) != "lives" && f.word(k) != "where" && f.word(k) != "but" && f.word(k) != "," {
			return false
		}
	}
	return false
}

// atHospital tells whether a sentence opens with the hospital that stands in a place or bears its name, and goes on with
// who speaks there: "At the Karm hospital, director Omar Example confirmed having received nine dead".
func (f *field) atHospital(s *sentence, p *placeMention) bool {
	if f.word(s.lead) != "at" || p.from > s.lead+5 {
		return false
	}
	if !hospital(f.word(p.nameTo-1)) && !(p.to < s.to && hospital(f.word(p.to))) && !(p.prep > s.lead && hospital(f.word(p.prep-1))) {
		return false
	}
	comma := false
	for k := p.nameTo; k < s.to && k < p.nameTo+maxToSpeech; k++ {
		it := &f.items[k]
		if comma && it.is(tSay) && !it.is(tHead|tSrc) {
			return true
		}
		comma = comma || f.word(k) == ","
		if it.is(tOut|tEv|tClause|tRel) && !it.is(tHead) {
			return false
		}
	}
	return false
}

// issuedThere tells whether a place is only where a statement was given out, or where the means of a deed were made:
// "a statement issued in Karm", "the bomb was assembled in Karm".
func (f *field) issuedThere(s *sentence, p *placeMention) bool {
	if p.prep-2 < s.from || f.word(p.prep) != "in" {
		return false
	}
	switch f.word(p.prep - 1) {
	case "issued", "released", "published", "distributed", "circulated":
		return f.word(p.prep-2) == "statement" || f.word(p.prep-2) == "communique" || f.word(p.prep-2) == "communiqué"
	case "assembled", "built", "manufactured", "stolen", "rented", "bought", "purchased":
		return f.items[p.prep-2].is(tAux) || f.items[p.prep-2].is(tWeapon|tThing)
	}
	return false
}

// medic tells whether item g is for somebody who treats the wounded: "a health worker".
func (f *field) medic(g int) bool {
	w := f.items[g].w
	return w != nil && w.category == isnad.CategoryMedics || f.word(g) == "staff"
}

// saidBefore tells whether item g says what somebody is who has just been said to speak:
// "said Omar Example, a doctor".
func (f *field) saidBefore(s *sentence, g int) bool {
	k := g - 1
	for k >= s.from && f.items[k].is(tDet|tMod|tSrc|tPlaceAdj) {
		k--
	}
	if k < s.from || f.word(k) != "," {
		return false
	}
	name := 0
	for k--; k >= s.from && name < 5 && f.items[k].is(tCap) && !f.items[k].is(tPunct|tSay); k-- {
		name++
	}
	return name > 0 && k >= s.from && f.items[k].is(tSay)
}

// othersSpeak tells whether at item k, in prose that lost its commas, others begin than who
// stands in front of the place: "clashes with the army in Marib on Sunday the governor said".
func (f *field) othersSpeak(k int) bool {
	it, prev := &f.items[k], &f.items[k-1]
	if it.is(tDet) {
		return !prev.is(tPrep|tLoc) && f.word(k-1) != "of"
	}
	if !it.is(tSrc) || it.is(tCap|tPlaceHead) {
		return false
	}
	for n := k - 1; n >= k-3 && n > 0; n-- {
		if x := &f.items[n]; x.is(tWeekday | tMonth | tRelDay | tDayPart | tNum) {
			return true // "on Sunday local medical sources"
		} else if x.is(tPunct | tPrep | tLoc | tCap) {
			break
		}
	}
	return false
}

// wardOf is the word of place before the hospital that stands in the place behind the one at
// prep: "at" of "a nurse at the main hospital in X"; prep itself where none does.
func (f *field) wardOf(s *sentence, prep int) int {
	if prep <= s.from+1 || !hospital(f.word(prep-1)) {
		return prep
	}
	for k := prep - 2; k >= s.from && k > prep-7; k-- {
		switch f.word(k) {
		case "in", "at", "of", "from", "to":
			return k
		}
		if f.items[k].is(tPunct | tSay | tOut | tAux | tRel | tClause) {
			return prep
		}
	}
	return prep
}

// accordingTo tells whether item g is whom something is credited to: "according to a
// doctor".
func (f *field) accordingTo(s *sentence, g int) bool {
	for k := g - 1; k >= s.from && k > g-4; k-- {
		it := &f.items[k]
		if it.is(tAccording) {
			return true
		}
		if !it.is(tDet | tMod | tPlaceAdj | tSrc | tNat | tNum | tVague) {
			return false
		}
	}
	return false
}

// maxToBrought bounds the items between who is brought somewhere and the place.
const maxToBrought = 8

// broughtTo tells whether a place is only where the wounded are brought, treated or
// die later: "rushed to X Regional", "died on Tuesday in a Duluth hospital".
func (f *field) broughtTo(s *sentence, p *placeMention) bool {
	if p.prep < 0 {
		return false
	}
	switch f.word(p.prep) {
	case "to", "in", "at", "into", "of":
	default:
		return false
	}
	prep := f.wardOf(s, p.prep)
	if prep == p.prep && f.word(prep) == "of" {
		return false
	}
	if f.wardHit(s, p.prep) {
		return false
	}
	sick := prep < p.prep || hospital(f.word(p.nameTo-1)) || p.nameTo < s.to && hospital(f.word(p.nameTo)) || f.clinicName(p) || f.comesWounded(s, p)
	if w := f.word(max(p.prep-1, 0)); p.prep > s.from && f.word(p.prep) == "in" && (strings.HasSuffix(w, "to a hospital") || strings.HasSuffix(w, "to the hospital") || strings.HasSuffix(w, "to hospital")) {
		return true // "nine were rushed to a hospital in nearby Karm"
	}
	if p.to < s.to && f.word(p.to) == "alone" && f.word(p.prep) == "to" {
		return true // "nine dead were brought to Karm alone"
	}
	if k := prep - 1; sick && k > s.from && present(f.word(k)) {
		return true // "five are in the hospital in X"
	}
	most := maxToBrought
	if sick {
		most *= 2 // "succumbed to her injuries on Tuesday, 7 August, at a clinic"
	}
	for k := prep - 1; k >= s.from && k > prep-most; k-- {
		switch f.word(k) {
		case "rushed", "airlifted", "hospitalized", "hospitalised", "admitted", "dropped off", "treated":
			return true
		case "off":
			return k > s.from && f.word(k-1) == "dropped"
		case "buried", "interred", "laid to rest":
			w := f.word(k + 1)
			return w != "under" && w != "beneath" && w != "alive" && w != "by"
		case "died", "dies", "lost his life", "lost her life", "lost their lives":
			// "died at Example Arms", a house of care that no book lists
			return sick || f.word(p.prep) == "at" && !p.known && !p.headed && p.nameTo-p.nameFrom > 1
		case "pronounced dead", "succumbed", "taken", "took", "brought", "flown", "driven", "transported", "transferred", "evacuated", "recovering", "arrived", "arriving",
			"turned", "turns", "turning", "showed", "shows", "showing", "walked", "walks", "walking", "drove", "staggered", "limped", "checked", "dropped", "left", "ended", "went", "came", "made":
			return sick
		}
		if strings.HasSuffix(f.word(k), "condition") { // "in stable condition at Example Regional"
			return sick || f.word(p.prep) == "at"
		}
		if f.items[k].is(tClause | tRel) {
			return false
		}
	}
	return false
}

// maxToTakeIn bounds the items between where a hospital stands and the word for taking somebody in.
const maxToTakeIn = 9

// takesIn tells whether a place is only where the hospital stands that took in the dead and wounded:
// "the hospital in X received nine bodies", "X Hospital in Y said it had admitted 14 wounded".
func (f *field) takesIn(s *sentence, p *placeMention) bool {
	if p.prep <= s.from || f.word(p.prep) != "in" || !hospital(f.word(p.prep-1)) || f.wardHit(s, p.prep) {
		return false
	}
	for k := p.to; k < s.to && k < p.to+maxToTakeIn; k++ {
		switch f.word(k) {
		case "received", "receives", "receiving", "admitted", "treated", "treating", "took in", "taken in", "registered":
			return true
		}
		if it := &f.items[k]; it.is(tPunct) && f.word(k) != "," || it.is(tOut|tEv|tClause) {
			return false
		}
	}
	return false
}

// wardHit tells whether the hospital that stands in the place behind the word of place at item
// prep was hit itself: "the bombing of a hospital in X", "strikes on a hospital in X".
func (f *field) wardHit(s *sentence, prep int) bool {
	if prep <= s.from+2 || !hospital(f.word(prep-1)) {
		return false
	}
	k := prep - 2
	for k > s.from && k > prep-6 && (f.items[k].is(tDet|tPlaceAdj|tNum|tMod) || f.describes(k)) {
		k--
	}
	if k <= s.from {
		return false
	}
	switch f.word(k) {
	case "of", "on", "against", "at":
		return f.items[k-1].is(tEv) && (f.items[k-1].w.evForm == formNoun || f.items[k-1].w.evForm == formGerund)
	}
	return f.items[k].is(tEv) && !f.items[k].is(tOut) && f.items[k].w.evForm >= formThird && f.items[k].w.evForm <= formPast
}

// present tells the words for where somebody is now.
func present(w string) bool {
	switch w {
	case "are", "is", "remain", "remains", "lie", "lies":
		return true
	}
	return false
}

// clinicName tells whether a name ends in words that hospitals are called by: "Example
// Medical Center", "the Example General", "Example Regional".
func (f *field) clinicName(p *placeMention) bool {
	if p.nameTo-2 < p.nameFrom {
		return false
	}
	switch f.word(p.nameTo - 1) {
	case "center", "centre", "campus":
		switch f.word(p.nameTo - 2) {
		case "medical", "trauma", "health", "burn", "hospital", "care":
			return true
		}
	case "regional", "general", "memorial", "infirmary", "health", "healthcare", "methodist", "presbyterian", "baptist", "mercy", "children's":
		return f.items[p.nameTo-1].is(tCap)
	}
	return false
}

// comesWounded tells whether wounds are named right behind a place, so that it is where
// somebody came with them: "turned up at Example Regional with gunshot wounds".
func (f *field) comesWounded(s *sentence, p *placeMention) bool {
	with := false
	for k := p.to; k < s.to && k < p.to+8; k++ {
		switch w := f.word(k); w {
		case "with", "suffering", "for":
			with = true
		case "wound", "wounds", "gunshot wound", "gunshot wounds", "stab wound", "stab wounds", "bullet wound", "injuries":
			return with
		}
		if f.items[k].is(tPunct | tClause | tSay) {
			return false
		}
	}
	return false
}

// setBetween tells whether a place only says between what the one named right before it lies: "in
// Wadi Karm, between the villages of Zoran and Talbar".
func (f *field) setBetween(p *placeMention, before []placeMention) bool {
	if p.prep < 2 || f.word(p.prep) != "between" || f.word(p.prep-1) != "," || len(before) == 0 {
		return false
	}
	q := &before[len(before)-1]
	return q.to == p.prep-1 && !q.org && q.prep >= 0 && f.items[q.prep].is(tLoc)
}

// ofPeople tells whether a name with "community" is of a people and no village: "among the Karm
// community", "an attack on the Karm community in Zoran".
func (f *field) ofPeople(p *placeMention) bool {
	k := p.nameTo - 1
	if p.known || k <= p.nameFrom || f.word(k) != "community" || f.items[k].is(tCap) || p.nameFrom < 2 || f.word(p.nameFrom-1) != "the" {
		return false
	}
	switch f.word(p.nameFrom - 2) {
	case "among", "amongst", "within":
		return true
	case "on", "against", "from", "of":
		return k+2 < len(f.items) && f.word(k+1) == "in" && f.items[k+2].is(tCap)
	}
	return false
}

// slain tells whether a name is of somebody who was killed, "stabbed Adam Example to death", and no
// place that was attacked.
func (f *field) slain(s *sentence, p *placeMention) bool {
	k := p.nameTo
	if k >= s.to || p.known || p.headed || p.nameFrom <= s.from || !f.items[p.nameFrom-1].is(tOut|tEv) {
		return false
	}
	w := f.word(k)
	return w == "to death" || w == "dead" || w == "to" && k+1 < s.to && f.word(k+1) == "death"
}
