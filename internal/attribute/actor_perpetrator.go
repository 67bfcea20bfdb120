package attribute

// How likely a body that a sentence names did what a frame of it tells: by the words that lead to it, the verbs behind
// it, and what it is named for besides.

// notActing is the weight of a body that is named for something else than what it did.
const notActing = -8

// perpetrator weights how likely a mention did what the frame tells; below 0 it
// is rather its victim or its teller.
func (d *doc) perpetrator(f *field, s *sentence, m *actorMention, fr *frame) float64 {
	if m.owner && !fr.clash || m.voice && !m.ofItself && fr.cue != cueDenies && fr.cue != cueOwns && !fr.denied {
		return notActing
	}
	if m.idle || m.hit && !fr.clash {
		return notActing
	}
	if fr.cue == cueDenies && fr.said != nil && f.blamesBetween(fr.said.at, m.from) {
		return notActing
	}
	items := f.items
	score := 0.0
	// "by X", "at the hands of X", "blamed on X"
	k := m.from - 1
	for k >= s.from && items[k].is(tDet|tHedge|tNum|tPlaceAdj|tAdv) && f.word(k) != "by" {
		k--
	}
	if k == m.from-1 || k >= s.from && f.word(k) == "of" {
		k = f.overGroup(s, k+1) - 1
	}
	prev := ""
	k = f.overAdjectives(s, k)
	if k >= s.from {
		prev = f.word(k)
		switch prev {
		case "according to":
			score -= 4
		case "by":
			if m.to < s.to && items[m.to].is(tSay) && f.closeAt(k-1) {
				return notActing // "in a shooting close by authorities said"
			}
			score += 3
			if !f.doneBy(s, k) && !(m.person && f.harmedThen(s, k)) {
				score -= 2 // "under siege by the army"
			}
			if k-1 >= s.from && (items[k-1].is(tPlaceAdj) || f.held(k-1)) {
				score -= 5 // "held by rebels"
			}
		case "on", "against", "targeting", "of", "at", "with":
			score -= 1.5
			if prev == "of" && k-1 >= s.from && (f.word(k-1) == "hands" || f.inCustodyOf(s, m.from) || f.word(k-1) == "gunfire" || f.word(k-1) == "fire") {
				score += 4
			}
			if prev == "on" && k-1 >= s.from && items[k-1].is(tAccuse) {
				score += 4
			}
			if prev == "with" && fr.clash {
				score += 2.5
			} else if prev == "with" && f.exchangedFire(s, k) {
				score += 4
			}
		case "to":
			if k-1 >= s.from && ascribed(f.word(k-1)) {
				score += 5 // "a strike that was attributed to the army"
			}
		case "carried", "carrying", "transporting", "transported", "ferrying", "housing", "housed", "sheltering", "sheltered", "hosting":
			return notActing // "the vehicle carried rebel commanders"
		case "accused", "accusing", "accuses", "blamed", "blaming", "blames":
			score += 4
		case "between":
			if fr.clash {
				score += 3
			} else if f.talksBefore(s, k) {
				return notActing // "as talks between the government and rebels resumed"
			} else {
				score -= 1
			}
		case "fighting", "battling":
			if !fr.clash {
				return notActing // "the rebels, who are fighting the army"
			}
		case "when", "after", "as", "that", "which":
			score += 0.5
		case "from":
			if f.sentFrom(s, k) {
				score += 5.5 // "the shells came from army positions"
			} else {
				score -= 0.7
			}
		case "and":
			score += 0.2
		}
		if items[k].is(tEv) && items[k].w.evForm >= formThird && items[k].w.evForm <= formPast && items[k].w.strength <= 2 {
			score -= 2 // object of "targeted", "hit"
		}
		if items[k].is(tOut) && items[k].w.harm >= formBase && items[k].w.harm <= formPast {
			score -= 3
		}
		if items[k].is(tNum | tVague) {
			score -= 2.5
		}
	}
	if m.from > s.from && items[m.from-1].is(tNum|tVague|tQual) && !items[m.from-1].is(tDet) {
		score -= 2.5
	}
	// what follows, past what only explains the name
	e := f.pastAside(s, m.to)
	if e == m.to {
		e = f.pastParticiple(s, e)
	}
	for n := 0; n < 5 && e < s.to && (items[e].is(tAdv|tWeekday|tRelDay|tDayPart|tHedge) || f.word(e) == "on" && e+1 < s.to && items[e+1].is(tWeekday|tMonth)); n++ {
		e++
	}
	if f.answersFor(s, e) || m.state && f.deedOf(s, m.to) {
		score += 3
	}
	if e < s.to && inquirer(f.word(m.to-1)) && f.comesAfter(s, e) {
		m.inquires = true
	}
	if e < s.to {
		it := &items[e]
		w := f.word(e)
		switch w {
		case "responded", "responded to", "investigated", "identified", "recovered":
			m.inquires = m.inquires || inquirer(f.word(m.to-1))
		case "found", "discovered", "uncovered":
			m.inquires = m.inquires || inquirer(f.word(m.to-1)) && f.findsDead(s, e+1)
		}
		switch {
		case w == "arrested" && e != fr.at && e != fr.evAt:
			score -= 3 // who looks into it
		case it.is(tEv) && (it.w.evForm != formPast || it.is(tCap)) && e+1 < s.to && (f.items[e+1].is(tThing|tPlaceHead) && !f.items[e+1].is(tEv) || isPosition(f.word(e+1))):
			score -= 2 // "struck an ISIS fighting position"
		case f.takesPart(s, f.pastFrom(s, e)):
			score += 3
		case it.is(tEv) && it.w.evForm == formNoun || it.is(tWeapon) || f.inFireOf(s, m.from, e):
			score += 2.5
			if prev == "on" || prev == "against" {
				score -= 1
			}
		case (it.is(tEv) && it.w.evForm >= formThird && it.w.evForm <= formPast) || it.is(tOut) && it.w.harm >= formThird && it.w.harm <= formPast:
			score += 3
		case it.is(tAux):
			// "have killed", "had targeted" against "were killed"
			n := e + 1
			for n < s.to && n < e+4 && items[n].is(tAux|tAdv) {
				n++
			}
			passive := false
			for q := e; q < n; q++ {
				switch f.word(q) {
				case "was", "were", "been", "is", "are", "being":
					passive = true
				}
			}
			if n < s.to && items[n].is(tEv|tOut|tLead) {
				if passive && !(items[n].w != nil && (items[n].w.harm == formGerund || items[n].w.evForm == formGerund)) {
					score -= 3
				} else {
					score += 2.5
				}
			} else if n < s.to && !passive && carriesOut(f.word(n)) {
				score += 2.5
			}
		case carriesOut(w):
			score += 3
		case it.is(tThing|tPlaceHead) || isPosition(w) || w == "controlled" || w == "held":
			score -= 2.5
		case it.is(tSay) && m.ofItself:
			score += 1 // "the army said it had struck"
		case it.is(tSay):
			score -= 2.5 // the teller
		case w == "arrested" || w == "charged" || w == "identified" || w == "found" || w == "responded" || w == "investigated" || w == "recovered":
			score -= 3 // who looks into it
		}
	}
	// a subject further from its verb
	if score >= 0 && score < 2 && fr.at > m.to && fr.at-m.to < 14 && items[fr.at].is(tEv|tOut) {
		w := items[fr.at].w
		verb := w.evForm >= formThird && w.evForm <= formPast && items[fr.at].is(tEv) || w.harm >= formThird && w.harm <= formPast && items[fr.at].is(tOut)
		if verb && !fr.passive && (prev == "" || m.from == s.from || items[max(m.from-1, s.from)].is(tDet|tPunct)) {
			score += 1.5
		}
	}
	if m.plane {
		score += 0.8
	}
	if m.charged {
		score += 3
	}
	if m.did && m.person {
		score = max(score, leastOutright)
	}
	if fr.cue == cueAccuses && fr.said != nil && m.to <= fr.said.at {
		score -= 5 // who accuses
	}
	if f.accuses(fr, m) {
		score += 2.5
	}
	// victims of this very frame
	if f.harmedIn(s, m, fr) {
		score -= 4
		if m.did && m.person && f.firesHimself(s, m.to) {
			score += 2.5 // "a man fired into the air", who is none of the harmed
		}
	}
	// distance
	dist := 0
	if m.to <= fr.from {
		dist = fr.from - m.to
	} else if m.from >= fr.to {
		dist = m.from - fr.to
	}
	score -= 0.03 * float64(dist)
	return score
}

// sentFrom tells whether the "from" at item k is said of what was fired: "the shells came from",
// "was launched from", "originated from".
func (f *field) sentFrom(s *sentence, k int) bool {
	if k-2 < s.from {
		return false
	}
	switch f.word(k - 1) {
	case "came", "come", "coming", "originated", "emanated", "originating":
		for n := k - 2; n >= s.from && n > k-7; n-- {
			it := &f.items[n]
			if it.is(tEv|tWeapon) || firedThing(f.word(n)) {
				return true
			}
			if it.is(tPunct | tRel | tSay) {
				return false
			}
		}
	case "fired", "launched", "shot":
		return f.items[k-2].is(tAux)
	}
	return false
}

// firedThing tells the words for what is fired.
func firedThing(w string) bool {
	switch w[lastSpace(w)+1:] {
	case "fire", "shot", "shots", "shell", "shells", "rocket", "rockets", "missile", "missiles", "mortar", "mortars", "bullet", "bullets", "bombardment", "round", "rounds", "projectile", "projectiles", "drone", "drones":
		return true
	}
	return false
}

// isPosition tells the words for what an armed body holds.
func isPosition(w string) bool {
	switch w {
	case "position", "positions", "hideout", "hideouts", "gatherings", "target", "targets", "stronghold", "strongholds", "headquarters", "sites", "site", "depots", "commander", "commanders":
		return true
	}
	return false
}

// doneBy tells whether a word of a deed stands before the "by" at item k, so that
// what follows did it.
func (f *field) doneBy(s *sentence, k int) bool {
	for j := k - 1; j >= s.from && j > k-4; j-- {
		it := &f.items[j]
		if it.is(tEv | tOut | tWeapon | tLead | tAccuse) {
			return true
		}
		switch w := f.word(j); w {
		case "carried", "launched", "fired", "dropped", "conducted", "used", "committed", "staged", "planted", "out", "flown", "mounted", "perpetrated", "done", "set", "laid", "inflicted",
			"caused", "waged", "ordered", "made", "operation", "offensive", "attempt", "assault", "campaign", "barrage":
			return true
		default:
			if it.is(tPunct|tPrep|tSay) && !apostrophe(w) {
				return false
			}
		}
	}
	return false
}

// closeAt tells whether item k makes the "by" behind it one of place: "close by", "near by".
func (f *field) closeAt(k int) bool {
	if k < 0 {
		return false
	}
	switch f.word(k) {
	case "close", "near", "nearby", "hard", "stand", "standing", "passing", "driving", "drive":
		return true
	}
	return false
}

// maxAside bounds the items of an aside.
const maxAside = 20

// pastAside returns the item after a bracket or a relative clause between commas
// that begins at item k, else k: "the rebels, who hold the town, shelled ...".
func (f *field) pastAside(s *sentence, k int) int {
	if k+1 >= s.to {
		return k
	}
	end := ""
	switch {
	case f.word(k) == "(":
		end = ")"
	case f.word(k) == "," && (f.items[k+1].is(tRel) || f.word(k+1) == "where"):
		end = ","
	default:
		return k
	}
	for j := k + 1; j < s.to && j < k+maxAside; j++ {
		if f.word(j) == end {
			return j + 1
		}
	}
	return k
}

// pastParticiple returns the item of the verb after what only describes a body,
// from item k on: "terrorists positioned in the town fired", "gunmen who opened
// fire"; else k.
func (f *field) pastParticiple(s *sentence, k int) int {
	if k >= s.to {
		return k
	}
	switch f.word(k) {
	case "who":
		return k + 1
	case "positioned", "located", "stationed", "deployed", "based", "loyal", "allied", "affiliated", "linked", "belonging", "operating", "entrenched",
		"hiding", "spread", "stationing", "armed", "wearing", "riding", "dressed", "backed", "supported":
	default:
		return k
	}
	for j := k + 1; j < s.to && j < k+maxAside; j++ {
		it := &f.items[j]
		switch {
		case it.is(tSay|tRel|tClause) && !it.is(tSrc):
			return k
		case it.is(tAux) || it.is(tEv) && it.w.evForm >= formThird && it.w.evForm <= formPast && !it.is(tCap), f.word(j) == "launched", f.word(j) == "carried":
			return j
		}
	}
	return k
}

// held tells whether item k only says in whose hands a place or a body is.
func (f *field) held(k int) bool {
	if w := f.items[k].w; w == &carriedOff || w == &seizedPeople || w == &seizedByState {
		return false // "three nurses were seized by gunmen"
	}
	switch f.word(k) {
	case "held", "controlled", "besieged", "retaken", "backed", "supported", "recaptured", "run", "captured", "seized", "taken", "liberated", "dominated", "driven", "used", "posted", "released", "published", "reported", "led", "manned", "operated", "populated", "inhabited", "occupied", "shared", "owned", "rented", "visited", "frequented", "patrolled", "guarded", "siege", "control", "blockade", "encircled", "surrounded":
		return true
	}
	return false
}
