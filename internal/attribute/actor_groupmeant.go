package attribute

// Who speaks for a group calls it "the group".

// groupMeant puts the name of a group in the place of "the group", where one that is not of a state is
// named just before: "Omar Example, who speaks for the Taliban, said the group did it".
func (d *doc) groupMeant(p *partial, names []string) {
	for n, name := range names {
		if !groupOnly(name) {
			continue
		}
		for i := range d.foundAc {
			c := &d.foundAc[i]
			if c.name != name || c.m.from == 0 || c.f.word(c.m.from-1) != "the" {
				continue
			}
			if dist, _ := d.far(p, c.f, c.si); dist != 0 {
				continue
			}
			if o := d.groupBefore(i); o >= 0 && !contains(names, d.foundAc[o].name) {
				names[n] = d.foundAc[o].name
			}
			break
		}
	}
}

// groupOnly tells the words that a group is called by when its name was told.
func groupOnly(w string) bool {
	switch w {
	case "group", "militant group", "jihadist group", "rebel group", "armed group", "insurgent group", "movement":
		return true
	}
	return false
}

// groupBefore is the body by its name before body i, in its sentence or the one before it, that is no force
// of a state; -1 for none.
func (d *doc) groupBefore(i int) int {
	c := &d.foundAc[i]
	for j := i - 1; j >= 0; j-- {
		o := &d.foundAc[j]
		if o.f != c.f || o.si < c.si-1 {
			return -1
		}
		force := o.m.state || o.m.plane || o.m.person || o.m.inquires || !o.f.items[o.m.to-1].is(tCap) && o.m.party == 0
		for k := o.m.from; k < o.m.to && !force; k++ {
			force = o.f.items[k].is(tForce) && !o.f.items[k].is(tCap) || o.f.items[k].is(tNat)
		}
		if !force {
			return j
		}
		if o.si == c.si {
			return -1 // "the army said the group did it"
		}
	}
	return -1
}
