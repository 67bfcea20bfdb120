package attribute

import "strings"

// A court or the police may be told of first, and who did it behind: "a jury convicted
// two brothers of killing", "arrested a man and accused him of shooting", "found Jane
// Example guilty of murder". That somebody was arrested alone accuses him of nothing.

// maxLaw bounds the items between somebody and what he is charged with.
const maxLaw = 10

// accused keeps who is named as the suspect in a sentence of the police beat that tells of no
// harm: "The suspect, Jane Example, turned herself in", "issued a warrant for Jane Example"; and who
// is said to have fired: "Two men came back and fired from the sidewalk".
func (d *doc) accused(f *field, s *sentence) {
	if !d.beat || s.hints&mayAccuse == 0 {
		return
	}
	d.acs = d.actors(f, s, d.acs[:0])
	for i := range d.acs {
		if m := &d.acs[i]; m.person && (m.charged || m.did) {
			d.rememberActor(f, s, d.acs[i])
		}
	}
}

// lawOnHim tells whether the person in the items [i, e) is whom a verb of the law before
// him charges with harm: "charged Jane Example, 31, with murder".
func (f *field) lawOnHim(s *sentence, i, e int) bool {
	k := i - 1
	for n := 0; n < 4 && k > s.from && f.items[k].is(tDet|tNum|tMod|tCap) && !f.items[k].is(tPunct) && !f.lawVerb(k); n++ {
		k--
	}
	if k < s.from || !f.lawVerb(k) {
		return false
	}
	if a := auxBefore(f, s, k); a >= 0 && (a != k-1 || f.word(a) != "have" && f.word(a) != "has" && f.word(a) != "had") {
		return false // "was arrested", and not "have arrested"
	}
	for j := e; j < s.to && j < e+maxLaw; j++ {
		it := &f.items[j]
		switch f.word(j) {
		case "and":
			return f.chargesThem(s, j+1)
		case "of":
			return (f.word(k) != "arrested" && f.word(k) != "sentenced") && f.harmAt(s, j+1)
		case "with":
			return (f.word(k) == "charged" || f.word(k) == "charging") && f.harmAt(s, j+1)
		case "for", "in", "over":
			if f.word(k) != "found" && (f.word(k) != "arrested" || f.word(j) != "in") && f.harmAt(s, j+1) {
				return true // "charged Jane Example, 31, on Tuesday in the fatal shooting of"
			}
		}
		if it.is(tClause|tRel|tSay|tOut|tEv) || it.is(tAux) || f.word(j) == "." || f.word(j) == ";" {
			return false
		}
	}
	return false
}

// soughtFor tells whether the person in the items [i, e) is sought for harm: "a warrant has been
// issued for Jane Example, 31, on a charge of murder", "looking for Jane Example, who is wanted
// for murder".
func (f *field) soughtFor(s *sentence, i, e int) bool {
	if i <= s.from || f.word(i-1) != "for" {
		return false
	}
	if f.facesLaw(s, e) {
		return true
	}
	for k := i - 2; k >= s.from && k > i-8; k-- {
		if w := f.word(k); w == "warrant" || w == "warrants" {
			for j := e; j < s.to && j < e+maxLaw; j++ {
				if w := f.word(j); (w == "on" || w == "for" || w == "charging" || w == "with") && f.harmAt(s, j+1) {
					return true
				}
			}
			return false
		}
	}
	return false
}

// lawVerb tells whether item k is a verb for what a court or the police does to somebody.
func (f *field) lawVerb(k int) bool {
	switch f.word(k) {
	case "charged", "charging", "convicted", "convict", "convicting", "indicted", "accused", "accusing", "suspect", "sentenced", "found", "arrested", "jailed":
		return true
	}
	return false
}

// chargesThem tells whether "accused him of shooting", "charged them with murder" stands
// at item k.
func (f *field) chargesThem(s *sentence, k int) bool {
	if k+3 >= s.to {
		return false
	}
	switch f.word(k + 1) {
	case "him", "her", "them":
	default:
		return false
	}
	switch f.word(k + 2) {
	case "of", "with":
		return (f.word(k) == "accused" || f.word(k) == "charged" || f.word(k) == "suspect") && f.harmAt(s, k+3)
	}
	return false
}

// lawThen tells whether what follows somebody at item e charges him with harm without
// an auxiliary, or finds him guilty: "a man accused of shooting", "was found guilty of".
func (f *field) lawThen(s *sentence, e int) bool {
	aux := false
	for n := 0; n < 3 && e < s.to && f.items[e].is(tAux|tAdv) && f.word(e) != "alleged"; n++ {
		aux = aux || f.items[e].is(tAux)
		if f.items[e].is(tNeg) || f.word(e) == "not" {
			return false
		}
		e++
	}
	if aux && f.isDoer(s, e) {
		return true
	}
	if e+3 >= s.to {
		return false
	}
	switch w := f.word(e + 1); f.word(e) {
	case "accused", "suspected", "convicted":
		return w == "of" && f.harmAt(s, e+2)
	case "charged":
		return w == "with" && f.harmAt(s, e+2)
	case "found":
		return aux && w == "guilty" && f.word(e+2) == "of" && f.harmAt(s, e+3)
	case "alleged", "believed", "thought", "said":
		return aux && w == "to" && f.word(e+2) == "have" && (f.harmAt(s, e+3) || f.thenKills(s, e+3))
	}
	return false
}

// isDoer tells whether "the suspect", "one of the shooters" stands at item e behind an auxiliary: "his
// son is the suspect".
func (f *field) isDoer(s *sentence, e int) bool {
	if e < s.to && f.word(e) == "one of" {
		e++
	}
	for n := 0; n < 4 && e+1 < s.to && (f.items[e].is(tDet) || f.word(e) == "a" || f.word(e) == "one" || f.word(e) == "of" || f.word(e) == "lone" || f.word(e) == "only" || f.word(e) == "sole" || f.word(e) == "primary"); n++ {
		e++
	}
	if e >= s.to || !f.items[e-1].is(tDet) && f.word(e-1) != "a" && f.word(e-1) != "of" && f.word(e-1) != "lone" && f.word(e-1) != "only" && f.word(e-1) != "sole" && f.word(e-1) != "primary" {
		return false
	}
	w := f.word(e)
	return doerNoun(w) || doerNoun(strings.TrimSuffix(w, "s")) || w == "gunmen"
}

// facesLaw tells whether what became of somebody, from item e on, ends in a charge of harm:
// "was taken into custody and charged with murder", "is being held on a murder charge", "turned
// himself in and faces two counts of assault". That he is held in connection with a deed
// charges him with nothing.
func (f *field) facesLaw(s *sentence, e int) bool {
	if e+1 < s.to && f.word(e) == "," && f.word(e+1) == "who" {
		e++
	}
	if e < s.to && f.word(e) == "who" {
		e++
	}
	if e >= s.to {
		return false
	}
	held := f.word(e) == "faces" || f.word(e) == "face"
	switch f.word(e) {
	case "faces", "face", "remains", "remained", "turned", "surrendered":
	case "went", "appeared":
		if e = f.pastCourt(s, e+1); e < 0 {
			return false
		}
		held = true
	default:
		if !f.items[e].is(tAux) {
			return false
		}
	}
	for k := e; k+1 < s.to && k < e+maxFacesLaw; k++ {
		it := &f.items[k]
		switch w := f.word(k); w {
		case "charged", "booked", "indicted":
			n := f.pastDay(s, k+1)
			if n < s.to && f.word(n) == "after" {
				return f.harmAt(s, n+1)
			}
			if n < s.to && (f.word(n) == "with" || f.word(n) == "on" || f.word(n) == "for" || f.word(n) == "in") && f.harmAt(s, n+1) {
				return true
			}
			held = true
		case "on", "for", "of", "faces", "face", "facing":
			if held && f.harmAt(s, k+1) {
				return true
			}
		case "after", "because":
			return false
		default:
			held = held || inCustody(w) || w == "bars" && f.word(k-1) == "behind" || w == "wanted" || w == "sought" || w == "arraigned"
		}
		if k > e && it.is(tRel|tSay|tClause) || f.word(k) == "." || f.word(k) == ";" {
			return false
		}
	}
	return false
}

// pastCourt is the item of the court to which what "went" or "appeared" goes on with at item k leads:
// "went before Example County Court", "appeared Friday in court", "appeared before a judge"; -1 for none.
func (f *field) pastCourt(s *sentence, k int) int {
	k = f.pastDay(s, k)
	if k+1 >= s.to || f.word(k) != "before" && f.word(k) != "in" && f.word(k) != "at" {
		return -1
	}
	for n := k + 1; n < s.to && n < k+8; n++ {
		switch w := f.word(n); {
		case w == "judge" || w == "magistrate" || endsWith(w, "court"):
			return n
		case f.items[n].is(tPunct | tSay | tRel | tAux):
			return -1
		}
	}
	return -1
}

// maxFacesLaw bounds the items from what became of somebody to what he is charged with.
const maxFacesLaw = 16

// thenKills tells whether a verb of firing is joined to the one at item k: "to have drawn
// a pistol, then fired".
func (f *field) thenKills(s *sentence, k int) bool {
	for j := k + 1; j+1 < s.to && j < k+16; j++ {
		switch f.word(j) {
		case "and", "then":
			if f.killing(s, j+1) {
				return true
			}
		case ".", ";":
			return false
		}
	}
	return false
}

// harmAt tells whether a harm or a deed of hurting people begins a few items after k, over
// the degree and number of it: "two counts of first-degree murder", "shooting two men".
func (f *field) harmAt(s *sentence, k int) bool {
	for j := k; j < s.to && j < k+8; j++ {
		it := &f.items[j]
		switch f.word(j) {
		case "murder", "homicide", "manslaughter", "killing", "shooting", "assault", "stabbing", "firing", "opening":
			return true
		}
		if it.is(tOut | tEv) {
			return true
		}
		if it.is(tClause|tRel|tSay|tCap|tPunct) && !apostrophe(f.word(j)) || it.w != nil && !it.is(tNum|tDet|tVague|tQual|tAdv|tPrep|tHedge|tFunc) {
			return false
		}
	}
	return false
}

// namedAsDoer tells whether the name in the items [i, e) is given as that of the one who
// did it: "the gunman, Jane Example,", "identified the shooter as Jane Example", "named
// Jane Example as the suspect".
func (f *field) namedAsDoer(s *sentence, i, e int) bool {
	if e-i < 2 {
		return false
	}
	k := i - 1
	if k > s.from && f.yearsOld(k) {
		k--
	}
	if k-1 >= s.from {
		switch f.word(k) {
		case ",":
			if doerNoun(f.word(k - 1)) {
				return !f.harmsHim(s, k-1)
			}
			return f.word(k-1) == "as" && k-2 >= s.from && f.identifies(s, k-2)
		case "as":
			return f.identifies(s, k-1)
		case "was", "is":
			return doerNoun(f.word(k - 1))
		}
		if doerNoun(f.word(k)) && f.word(k) != "suspect" {
			return !f.harmsHim(s, k) // "gunman Jane Example"
		}
	}
	e = f.pastAge(s, e)
	return e+2 < s.to && f.word(e) == "as" && f.items[e+1].is(tDet) && doerNoun(f.word(e+2))
}

// suspectNamed is where a full name ends that begins at item i and is that of the one who did it, between
// commas, though its first word may be a town's too: "the suspect, Troy Example,"; else i.
func (f *field) suspectNamed(s *sentence, i int) int {
	if i-2 < s.from || f.word(i-1) != "," || !doerNoun(f.word(i-2)) || f.harmsHim(s, i-2) {
		return i
	}
	e := i
	for e < s.to && e < i+4 && f.items[e].is(tCap) && !f.items[e].is(tPunct|tNum|tMonth|tWeekday|tForce|tSrc|tPlaceHead) {
		e++
	}
	if e < i+2 || e >= s.to || f.word(e) != "," {
		return i
	}
	return e
}

// fellTo tells whether who is suspected, from item e on, was killed or shot by another, so that he is the
// victim of what is told: "a man suspected of firing at a bus was killed by an officer".
func (f *field) fellTo(s *sentence, e int) bool {
	if e >= s.to || f.word(e) != "suspected" && f.word(e) != "accused" {
		return false
	}
	for k := e + 1; k+2 < s.to && k < e+maxFacesLaw; k++ {
		if w := f.word(k); w == "was" || w == "were" {
			for n := k + 1; n+1 < s.to && n < k+5; n++ {
				if f.word(n+1) == "by" && f.harmedThen(s, n+1) {
					return true
				}
			}
			return false
		}
		if f.items[k].is(tRel | tSay | tPunct) {
			return false
		}
	}
	return false
}

// chargedWithHarm tells whether the charge against m is of harm to people, and not of
// drugs, a stolen gun or of helping whoever did it: "accessory after the fact to murder".
func (f *field) chargedWithHarm(s *sentence, m *actorMention) bool {
	if !m.charged || !m.person {
		return false
	}
	for k := max(s.from, m.from-6); k < s.to && k < m.to+18; k++ {
		w := f.word(k)
		if doerNoun(w) {
			if k > s.from+1 && f.word(k-2) == "of" && f.items[k-1].is(tDet) {
				continue // "the mother of the suspect"
			}
			return true
		}
		switch {
		case helping(w):
			return false
		case harmNamed(w):
			return true
		}
	}
	return false
}

// harmNamed tells what harm to people is called in a charge.
func harmNamed(w string) bool {
	switch w[lastSpace(w)+1:] {
	case "murder", "homicide", "manslaughter", "killing", "shooting", "shootings", "assault", "stabbing", "slaying", "death", "deaths", "wounding", "battery":
		return true
	}
	return false
}

// helping tells the words for what those are charged with who helped afterwards: nobody is named
// as a doer who is not charged with the deed.
func helping(w string) bool {
	switch w[lastSpace(w)+1:] {
	case "accessory", "obstruction", "obstructing", "hindering", "harboring", "harbouring", "tampering", "concealing", "perjury":
		return true
	}
	return false
}

// harmsHim tells whether the one who did it at item k is himself whom others harmed: "police
// shot the gunman".
func (f *field) harmsHim(s *sentence, k int) bool {
	for n := 0; n < 3 && k > s.from; n++ {
		k--
		if it := &f.items[k]; it.is(tOut | tEv) {
			return true
		} else if !it.is(tDet|tMod|tNat) && it.w != nil {
			return false
		}
	}
	return false
}

// identifies tells whether "identified the gunman" or "the gunman identified" ends at item k.
func (f *field) identifies(s *sentence, k int) bool {
	doer, named := false, false
	for n := 0; n < 7 && k >= s.from; n, k = n+1, k-1 {
		w := f.word(k)
		doer = doer || doerNoun(w)
		named = named || w == "identified" || w == "named" || w == "identifies" || w == "identify" || w == "identifying"
		if doer && named {
			return true
		}
		if f.items[k].is(tClause|tRel) || w == "." {
			return false
		}
	}
	return false
}

// doerNoun tells the words for who did it in a town.
func doerNoun(w string) bool {
	switch w[lastSpace(w)+1:] {
	case "gunman", "shooter", "suspect", "attacker", "assailant", "killer", "stabber", "perpetrator", "triggerman":
		return true
	}
	return false
}

// maxAfterHe bounds the items from what became of somebody to what he did.
const maxAfterHe = 16

// afterHe tells whether what became of somebody, from item e on, came after he had shot or
// stabbed: "was arrested after she stabbed her boyfriend", "is in jail after police say he shot".
func (f *field) afterHe(s *sentence, e int) bool {
	if e >= s.to || !f.items[e].is(tAux) && f.word(e) != "remains" && f.word(e) != "faces" {
		return false
	}
	held := f.word(e) == "faces"
	for k := e + 1; k+2 < s.to && k < e+maxAfterHe; k++ {
		it := &f.items[k]
		held = held || inCustody(f.word(k)) || f.word(k) == "bars" && f.word(k-1) == "behind"
		if f.word(k) == "after" {
			if !held {
				return false // "is recovering after she shot him"
			}
			for n := k + 1; n+1 < s.to && n < k+8; n++ {
				if w := f.word(n); w == "he" || w == "she" {
					return f.kills(s, n+1) && !f.harmsThem(s, n+2)
				}
				if n := &f.items[n]; n.is(tPunct|tOut|tAux) || n.is(tEv) && !n.is(tSay) {
					return false
				}
			}
			return false
		}
		if it.is(tOut) && k > e+2 || it.is(tRel|tSay) || it.is(tPunct) && f.word(k) != "," {
			return false
		}
	}
	return false
}

// inCustody tells the words for what the law does with a suspect.
func inCustody(w string) bool {
	switch w {
	case "arrested", "charged", "jailed", "jail", "custody", "in custody", "held", "booked", "accused", "prison", "detained", "indicted", "behind bars", "under arrest":
		return true
	}
	return false
}

// harmsThem tells whether whom a deed harms is a pronoun, right from item k on: then somebody else
// did it than the one told of, "after she shot him in the leg".
func (f *field) harmsThem(s *sentence, k int) bool {
	for ; k < s.to; k++ {
		switch f.word(k) {
		case "him", "himself", "herself":
			return true
		case "her":
			return k+1 >= s.to || f.items[k+1].is(tPunct|tPrep|tLoc|tConj|tWeekday)
		}
		if !f.items[k].is(tAdv) {
			return false
		}
	}
	return false
}
