package attribute

import "strings"

// actorMention is an armed actor named in a sentence, items [from, to).
type actorMention struct {
	from, to int
	party    int16 // 1 + index into the party mentions of the field, 0 for one known by grammar only
	plane    bool
	group    bool // "rebels", "gunmen": bare words for armed people
	person   bool // somebody who bears no arms by his name: "her brother", "Jane Doe"
	charged  bool // who is charged with it
	did      bool // the subject of a verb of killing or firing
	teller   bool // named as one who says so
	ofItself bool // and speaks of itself: "the army said it had shelled"
	inquires bool // looks into the deed
	state    bool // a state by its name: "Northland bombed"
	lost     bool // and tells of its own losses
	voice    bool // whose source, spokesman or station speaks
	idle     bool // it only came when the deed was done: "secured the area"
	hit      bool // the deed hit it, or what it owns
	owner    bool // named as whose a building is: "a depot of the army"
	open     bool // whether it did it is left open: "unclear whether X or Y"
}

// actors finds who could have acted in a sentence.
func (d *doc) actors(f *field, s *sentence, out []actorMention) []actorMention {
	for i := s.from; i < s.to; {
		if !d.opensActor(f, i) {
			i++
			continue
		}
		m, ok := d.actor(f, s, i)
		if !ok {
			if m, ok = d.culprit(f, s, i); !ok {
				m, ok = d.stateActor(f, s, i)
			}
			if !ok {
				if m, ok = f.otherSide(s, i); !ok {
					m, ok = f.blamedFront(s, i)
				}
			}
			if !ok {
				m, ok = f.peopleDid(s, i)
			}
			if !ok {
				i++
				continue
			}
		}
		if d.ministry(f, m.from, m.to) || m.party == 0 && (civil(f.word(m.to-1)) || f.civilBody(m.from, m.to) || m.to-m.from == 1 && d.civilShort(f, i)) {
			i = max(m.to, i+1)
			continue // "Northland Documentation Network" counts the dead, it kills nobody
		}
		if f.terrorOnly(s, &m) || f.meansOnly(s, &m) {
			i = max(m.to, i+1)
			continue
		}
		f.groupOf(s, &m)
		m.from = d.wholeName(f, s, m.from, out)
		if n := len(out) - 1; n >= 0 && f.menOf(out[n].to, m.from) && !out[n].person {
			out = out[:n]
		}
		m.open = f.leftOpen(s, m.from) || f.asksWho(s, m.to) || f.operates(s, m.to) || (m.plane || f.aircraft(m.to-1)) && f.wasDowned(s, m.to) || f.ownsOnly(s, m.from)
		m.owner = f.whoseSite(s, m.from)
		m.voice = f.voices(s, m.from, m.to)
		m.idle, m.hit = f.standsBy(s, &m) || f.notDoing(s, &m) || f.onlyRelates(s, m.from) || f.harbours(s, m.from, m.to), f.suffers(s, &m) || f.amongTheDead(s, &m)
		// "Syrian and Russian warplanes", "the army and Hezbollah" stay two
		out = append(out, m)
		i = max(m.to, i+1)
	}
	return out
}

// opensActor tells whether somebody who acts can be named from item i on.
func (d *doc) opensActor(f *field, i int) bool {
	it := &f.items[i]
	if it.is(tHead|tForce|tArmed|tPlane|tNat|tMod|tCap) || d.pa[i] != 0 || d.org[i] {
		return true
	}
	if it.is(tPunct) {
		return false
	}
	return it.w == nil || f.word(i) == "other" || f.word(i) == "someone" || f.word(i) == "somebody" || f.yearsOld(i)
}

// wholeName returns the item where the name of a body begins whose first words were taken
// for a place or are common ones: "Shan State Army-North", "Popular Mobilisation fighters".
func (d *doc) wholeName(f *field, s *sentence, a int, out []actorMention) int {
	lo := s.from
	if len(out) > 0 {
		lo = out[len(out)-1].to
	}
	if a <= lo || !f.items[a].is(tCap) || !f.items[a-1].is(tCap) || s.heads || s.heading {
		return a
	}
	switch {
	case f.word(a) == "state" && d.gz[a-1] != 0:
		g := d.gz[a-1]
		for a > lo && d.gz[a-1] == g {
			a--
		}
	case f.word(a-1) == "popular":
		a--
	}
	return a
}

// asksWho tells whether those who end before item i only want to know who did it: "police
// were trying to determine who shot".
func (f *field) asksWho(s *sentence, i int) bool {
	for k := i; k+1 < s.to && k < i+8; k++ {
		switch f.word(k) {
		case "determine", "identify", "establish", "learn", "know", "say":
			if f.word(k+1) == "who" {
				return true
			}
		}
		if it := &f.items[k]; it.is(tPunct | tEv | tOut) {
			return false
		}
	}
	return false
}

// leftOpen tells whether the words before item i leave open who did it: "it was not
// clear whether", "could not say if".
func (f *field) leftOpen(s *sentence, i int) bool {
	for k := i - 1; k > s.from && k > i-20; k-- {
		switch f.word(k) {
		case "whether", "if":
		case "which", "whose":
			if k != i-1 {
				continue // "not known which aircraft struck"
			}
		case ".", ";":
			return false
		default:
			continue
		}
		for j := k - 1; j >= s.from && j > k-6; j-- {
			switch w := f.word(j); w[lastSpace(w)+1:] {
			case "clear":
				if len(w) > len("clear") || f.saidNot(s, j) {
					return true // "it was not clear"
				}
			case "unclear", "unknown", "uncertain":
				return true
			case "known", "say", "determine", "confirm", "certain", "sure", "established":
				if f.saidNot(s, j) {
					return true
				}
			}
		}
		return false
	}
	return false
}

// saidNot tells whether one of the three words before item j negates it.
func (f *field) saidNot(s *sentence, j int) bool {
	for n := j - 1; n >= s.from && n > j-4; n-- {
		if f.items[n].is(tNeg) || f.word(n) == "couldnt" || f.word(n) == "unable" || f.word(n) == "cannot" || strings.HasSuffix(f.word(n), "n't") {
			return true
		}
	}
	return false
}

func (d *doc) actor(f *field, s *sentence, i int) (actorMention, bool) {
	items, to := f.items, s.to
	m := actorMention{from: i}
	if f.apposedVictim(s, i) {
		return m, false
	}
	k := i
	strong := false
	for k < to && k-i < 9 {
		it := &items[k]
		w := f.word(k)
		switch {
		case d.org[k] && it.is(tPunct):
			k++ // "Doctors' Committee"
			continue
		case it.is(tPunct):
			if apostrophe(w) && k > i && k+1 < to && items[k+1].start == it.end {
				k++
				continue
			}
			goto done
		case w == "s" && k > i && items[k-1].is(tPunct):
			k++
			continue
		case k == i && d.pa[k] != 0 && d.belongsTo(f, s, k):
			return m, false // "the PKK-affiliated YPG", "an ISIS-run station"
		case d.pa[k] != 0 && it.is(tEv|tOut) && !it.is(tForce|tArmed) && !it.is(tCap):
			goto done // the book's name takes the deed along: "Russian airstrikes"
		case d.pa[k] != 0:
			if strong && m.party != 0 && d.pa[k] != m.party && k > i && !items[k-1].is(tMod|tNat) {
				goto done
			}
			m.party = d.pa[k]
			strong = true
			k++
			continue
		case d.org[k] && !it.is(tSay):
			strong = true
			k++
			continue
		case it.is(tForce | tArmed):
			if it.is(tSay) || it.is(tPlaceHead) && !it.is(tForce) {
				goto done
			}
			// "army checkpoint", "terrorist positions" are targets, read by their place
			m.plane = m.plane || it.is(tPlane)
			m.group = m.group || it.is(tArmed)
			strong = true
			k++
			continue
		case it.is(tPlane):
			m.plane = true
			strong = true
			k++
			continue
		case it.is(tNat | tMod):
			if strong && it.is(tNat) {
				goto done
			}
			k++
			continue
		case it.is(tHead) && !it.is(tSingular) && strong && it.w.category == "combatants":
			k++
			continue
		case it.is(tCap) && !it.is(tPunct|tNum) && it.w == nil && !strong && d.gz[k] == 0 && d.so[k] == 0 && d.leadsActor(f, s, k):
			k++ // "Assad regime", "Tora fighters"
			continue
		}
		break
	}
done:
	if k == i && f.unknownShort(s, i) {
		k = i + 1
	}
	for strong && k > i+1 && items[k-1].is(tMod) && !items[k-1].is(tForce|tArmed|tCap) && d.pa[k-1] == 0 && !d.org[k-1] && !items[k-1].is(tHead) {
		k-- // "two assailants armed with rifles", "troops loyal to"
	}
	for k > i && (items[k-1].is(tPunct) || k-2 >= i && f.word(k-1) == "s" && apostrophe(f.word(k-2))) {
		k-- // "the coalition's"
	}
	if k == i {
		return m, false
	}
	m.to = k
	if strong {
		return m, true
	}
	// "Russian airstrikes", "US-led strikes", "regime bombing": the words before the deed
	telling := k == i+1 && f.unknownShort(s, i)
	for n := i; n < k; n++ {
		telling = telling || items[n].is(tNat|tMod) && !items[n].is(tWeakMod) && !f.stateName(n)
	}
	if !telling && !items[k-1].is(tForce) {
		return m, false
	}
	if k < to && (items[k].is(tEv|tWeapon|tOut) || items[k].is(tAdv) && k+1 < to && items[k+1].is(tEv)) {
		return m, true
	}
	// "carried out by the Russians", "a Kurdish-led alliance"
	if k < to && f.word(k) == "and" && k+1 < to && items[k+1].is(tNat|tMod) { // "Syrian and Russian jets"
		return m, true
	}
	return m, false
}

// stateName tells whether item n is the possessive of a state whose apostrophe
// was lost: "Syrias war" names no actor.
func (f *field) stateName(n int) bool {
	w := f.word(n)
	return f.items[n].is(tNat) && len(w) > 3 && w[len(w)-1] == 's' && w != "us" && w != "u.s"
}

// leadsActor tells whether the name at item k is followed by a word for an
// armed body, another name at most between.
func (d *doc) leadsActor(f *field, s *sentence, k int) bool {
	for n := k + 1; n < s.to && n <= k+3; n++ {
		it := &f.items[n]
		if it.is(tForce|tArmed) && !it.is(tSay) {
			return true
		}
		if !(it.is(tCap) && it.w == nil) && !apostrophe(f.word(n)) && f.word(n) != "s" && !it.is(tMod) {
			return false
		}
	}
	return false
}

// actorName is the items [a, b) as a name, without a possessive at its end.
func (f *field) actorName(a, b int) string {
	for a < b-1 && f.items[a].is(tHedge) {
		a++ // "suspected Russian jets": the doubt is the claim's, not the name's
	}
	for b > a+1 && (apostrophe(f.word(b-1)) || b-2 > a && f.word(b-1) == "s" && apostrophe(f.word(b-2))) {
		b--
	}
	name := strings.TrimSuffix(strings.TrimRight(f.written(a, b), "'’ʼ‘ "), " and") // of "troops and Lions"
	if f.lostPossessive(b - 1) {
		name = name[:len(name)-1] // "the Northland armys shelling"
	}
	return name
}

// lostPossessive tells whether item k is the possessive of one armed body whose
// apostrophe was lost: a word without a class that is one with its s taken off.
func (f *field) lostPossessive(k int) bool {
	switch f.word(k) {
	case "armys", "coalitions", "regimes", "governments", "militarys", "polices", "alliances", "oppositions":
		return true
	}
	return false
}
