package attribute

// Clauses that a semicolon parts are told by their own speakers: "A said nine were
// killed; four more died in Homs, B said".

// parted is what a speaker loses who stands beyond a semicolon from what is told.
const parted = 4

// beyond tells whether speaker i of the sentence of a telling stands beyond a semicolon
// from it, while another one does not.
func (d *doc) beyond(t *telling, i int) bool {
	if t == nil {
		return false
	}
	if t.sp[1]-t.sp[0] < 2 {
		return d.leadsOn(t, i)
	}
	if d.foundSp[i].f != t.f || d.foundSp[i].si != t.si || !t.f.stopBetween(d.foundSp[i].at, t.at) {
		return false
	}
	for k := t.sp[0]; k < t.sp[1]; k++ {
		if c := &d.foundSp[k]; len(c.names) > 0 && !t.f.stopBetween(c.at, t.at) {
			return true
		}
	}
	return false
}

// leadsOn tells whether speaker i opens the clause behind a semicolon, in which something else is
// told: "Raiders hit Karm, killing five; the ministry gives one dead".
func (d *doc) leadsOn(t *telling, i int) bool {
	c := &d.foundSp[i]
	if !c.before || c.f != t.f || c.si != t.si || c.at < t.at || !t.f.stopBetween(t.at, c.at) {
		return false
	}
	for k := range d.tellings {
		if u := &d.tellings[k]; u.f == t.f && u.si == t.si && u.at >= c.at && !t.f.stopBetween(c.at, u.at) {
			return true
		}
	}
	return false
}

// stopBetween tells whether a semicolon stands between two items.
func (f *field) stopBetween(a, b int) bool {
	for k := min(a, b); k < max(a, b) && k < len(f.items); k++ {
		if f.items[k].is(tPunct) && f.word(k) == ";" {
			return true
		}
	}
	return false
}
