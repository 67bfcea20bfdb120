package attribute

// What somebody was hit with names nobody who did it: "wounded by sniper fire", "a drone
// hit a car". A sniper who shoots, or a drone with an owner, does: "shot by a sniper",
// "an American drone".

// meansOnly tells whether a mention names no more than the means of a deed.
func (f *field) meansOnly(s *sentence, m *actorMention) bool {
	if m.party != 0 {
		return false
	}
	switch f.word(m.to - 1) {
	case "sniper", "snipers":
		return m.to-m.from == 1 && f.firesOf(s, m.to)
	case "drone", "drones", "uav", "uavs", "fpv drone", "fpv drones", "quadcopter", "quadcopters":
		return !f.owned(m)
	}
	return false
}

// firesOf tells whether the word at item k is for what comes out of a gun.
func (f *field) firesOf(s *sentence, k int) bool {
	if k < s.to && apostrophe(f.word(k)) {
		k++
	}
	if k < s.to && f.word(k) == "s" {
		k++
	}
	if k >= s.to {
		return false
	}
	switch f.word(k) {
	case "fire", "gunfire", "shot", "shots", "bullet", "bullets", "round", "rounds", "attack", "attacks", "shooting", "shootings":
		return true
	}
	return false
}

// owned tells whether a word of a mention says whose it is.
func (f *field) owned(m *actorMention) bool {
	for k := m.from; k < m.to-1; k++ {
		if it := &f.items[k]; it.is(tForce|tArmed) || it.is(tNat|tMod) && !it.is(tWeakMod) || it.is(tCap) && it.w == nil && k > m.from {
			return true
		}
	}
	return false
}

// unknownAfar tells whether body i is a mere "someone" whom no sentence near the claim
// names: he is of the deed that he is told with.
func (d *doc) unknownAfar(p *partial, i int) bool {
	c := &d.foundAc[i]
	if !c.m.person || c.m.to-c.m.from != 1 {
		return false
	}
	switch c.f.word(c.m.from) {
	case "someone", "somebody", "person", "people":
	default:
		return false
	}
	dist, _ := d.far(p, c.f, c.si)
	return dist < -1 || dist > 2
}
