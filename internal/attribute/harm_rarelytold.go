package attribute

import "isnad"

// rarelyTold reads who was harmed as few sentences tell it: what a fight cost, whom a grave
// holds, who was hit told of by a pronoun, who was unharmed, wounds to so many.
func rarelyTold(f *field, s *sentence, cs []casualty, qs []quantity, used []bool, t int) (casualty, bool) {
	if c, ok := gasAmong(f, s, qs, used, t); ok {
		return c, true
	}
	switch f.low[f.items[t].start] {
	case 'c':
		return costMen(f, s, qs, used, t)
	case 'u':
		return unharmed(f, s, cs, t)
	case 'm':
		return graveOf(f, s, qs, used, t)
	case 'g':
		if c, ok := graveOf(f, s, qs, used, t); ok {
			return c, true
		}
	case 'b', 'f', 's':
		if c, ok := byMeans(f, s, qs, used, t); ok {
			return c, true
		}
		if c, ok := leftWith(f, s, qs, used, t); ok {
			return c, true
		}
	case 'h', 'i', 'k', 'w':
	default:
		return casualty{}, false // most words
	}
	if c, ok := himHit(f, s, t); ok {
		return c, true
	}
	return woundsTo(f, s, qs, used, t)
}

// leftWith reads people of whom a deed left so many with what it did to them, at the word for
// that: "left fourteen people with breathing difficulties", "leaving two boys with burns".
func leftWith(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Injured, at: t, from: t, to: t + 1, passive: true}
	switch f.word(t) {
	case "burns", "burn", "breathing", "fractures", "suffocation", "shrapnel", "symptoms", "blisters":
	case "broken", "severe", "serious":
		if !f.woundAhead(s, t) {
			return c, false // "with severe shortages"
		}
	default:
		return c, false
	}
	with := t - 1
	for n := 0; with > s.from && n < 3 && f.word(with) != "with"; n++ {
		if f.items[with].is(tPunct | tPrep | tAux) {
			return c, false
		}
		with--
	}
	if with <= s.from || f.word(with) != "with" {
		return c, false
	}
	for i := range qs {
		q := &qs[i]
		if used[i] || q.subset || !q.head || q.to > with || with-q.to > 2 {
			continue
		}
		for k := max(s.from, q.from-2); k < with; k++ {
			if w := f.word(k); w == "left" || w == "leaving" || w == "leaves" {
				used[i] = true
				c.q, c.known, c.from = *q, true, q.from
				return c, true
			}
		}
	}
	return c, false
}

// woundAhead tells whether a word for a wound stands within two items behind item t.
func (f *field) woundAhead(s *sentence, t int) bool {
	for k := t + 1; k < s.to && k <= t+2; k++ {
		switch f.word(k) {
		case "burns", "wounds", "wound", "injuries", "injury", "fractures", "bones", "bone", "legs", "leg", "arms", "arm", "limbs", "ribs":
			return true
		}
	}
	return false
}

// byMeans reads the dead of an item in a register, at the "by" behind their number: "Baghdad: 3 by
// car bomb; 1 barber by gunfire".
func byMeans(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Killed, at: t, from: t, to: t + 1, passive: true, known: true}
	if f.word(t) != "by" || t == s.from || t+1 >= s.to {
		return c, false
	}
	means := false
	for k := t + 1; k < s.to && k < t+5 && !means; k++ {
		it := &f.items[k]
		if it.is(tPunct | tLoc | tSay | tAux) {
			break
		}
		means = it.is(tWeapon) || it.is(tEv) && it.w.event != "" || it.is(tPlane)
	}
	if !means || f.labelsDeeds(s, t) {
		return c, false
	}
	for i := range qs {
		if !used[i] && !qs[i].subset && qs[i].to == t && qs[i].low > 0 && (qs[i].head || qs[i].to-qs[i].from == 1) && f.opensItem(s, qs[i].from) {
			used[i] = true
			c.q, c.from = qs[i], qs[i].from
			return c, true
		}
	}
	for k := t - 1; k >= s.from && k >= t-4; k-- { // a number alone, or one with a trade
		it := &f.items[k]
		if it.is(tNum) && it.num > 0 && it.num < 2000 && f.opensItem(s, k) {
			if t-k > 1 && (it.num > 1 || f.items[k+1].is(tUnit)) {
				return c, false // "3 houses by shelling", "an hour by plane"
			}
			c.q = quantity{from: k, to: t, low: it.num, high: it.num, qual: isnad.Exact, category: isnad.CategoryAll}
			c.from = k
			return c, true
		}
		if it.is(tPunct | tOut | tEv | tAux | tPrep) {
			break
		}
	}
	return c, false
}

// labelsDeeds tells whether the label before the number before item t counts deeds or things, not the
// dead: "Attacks: 12 by drones".
func (f *field) labelsDeeds(s *sentence, t int) bool {
	for k := t - 1; k > s.lead && k >= t-5; k-- {
		if f.word(k) == ":" {
			for _, n := range [...]int{s.lead, k - 1} { // "Attacks in Karm: 12 by drones", "Drone attacks: 12 by"
				if f.items[n].is(tEv|tWeapon) || f.word(n) == "damage" || f.word(n) == "losses" {
					return true
				}
			}
			return false
		}
	}
	return false
}

// opensItem tells whether item k begins an item of a register: it stands behind a colon or a
// semicolon, or at the head of the line.
func (f *field) opensItem(s *sentence, k int) bool {
	if k == s.lead || k == s.from {
		return true
	}
	return f.word(k-1) == ":" || f.word(k-1) == ";"
}

// itemFollows tells whether the first item of a register opens at item k: a place, a colon and a
// number.
func (f *field) itemFollows(k int) bool {
	for n := k; n+1 < len(f.items) && n < k+8; n++ {
		if f.word(n) == ":" {
			return n > k && f.items[n+1].is(tNum)
		}
		if !f.items[n].is(tCap) && f.word(n) != "." && f.word(n) != "-" {
			return false
		}
	}
	return false
}

// sumOfDay tells whether the word of harm at item t belongs to the sum under which a register lists
// the items of a day: "Monday 18 August: 9 killed".
func (f *field) sumOfDay(s *sentence, t int) bool {
	if t-4 < s.from || !f.items[t-1].is(tNum) || f.word(t-2) != ":" {
		return false
	}
	if !f.itemFollows(t + 1) {
		return false // "18 August: 9 killed in Kano"
	}
	return f.items[t-3].is(tMonth) || f.items[t-3].is(tNum) && f.items[t-4].is(tMonth) || f.items[t-3].is(tWeekday)
}
