package attribute

// A claim that no place was chosen for lies where its report says that things happened: at the
// one place of its own sentence, or at the one street that the report names.

// onlyPlaceLeft is the place of a claim that none was chosen for; nil for none.
func (d *doc) onlyPlaceLeft(p *partial) *foundPlace {
	q := d.onlyOfSentence(p)
	if q != nil && q.m.rank > 1 {
		return q
	}
	if a := d.onlyStreet(p); a != nil {
		return a // "charges filed in Karm County say": the street of another sentence is closer
	}
	return q
}

// onlyOfSentence is the one place that the sentence which tells a claim names as where
// something was; nil where there is none, or several.
func (d *doc) onlyOfSentence(p *partial) *foundPlace {
	if p.f0 == nil || p.f0.inTitle {
		return nil
	}
	var a *foundPlace
	for i := range d.foundPl {
		q := &d.foundPl[i]
		if q.f != p.f0 || q.si != p.si0 || !q.mayHold() || q.m.prep < 0 || q.m.speaker || !leadsToPlace(q.f.word(q.m.prep)) {
			continue
		}
		if a != nil && !a.called.same(q.called) {
			return nil
		}
		a = q
	}
	return a
}

// leadsToPlace tells the words that lead to where a deed was done.
func leadsToPlace(w string) bool {
	switch w {
	case "in", "at", "near", "outside", "inside", "on", "of", "around":
		return true
	}
	return false
}

// onlyStreet is the one street that the report names outside its title; nil where there is
// none or more, or where the claim is of another time.
func (d *doc) onlyStreet(p *partial) *foundPlace {
	if p.bg || overTown(p.event) || p.f0 == nil {
		return nil
	}
	var a *foundPlace
	for i := range d.foundPl {
		q := &d.foundPl[i]
		if !q.m.street || q.f.inTitle || q.m.aside || q.m.origin || q.m.org || q.f.ofArrest(q) {
			continue
		}
		if a != nil && !d.roll.same(a.name, q.name) {
			return nil
		}
		if a == nil || len(q.written()) > len(a.written()) {
			a = q
		}
	}
	if a != nil && d.countsOthers(p, a) {
		return nil
	}
	return a
}

// countsOthers tells whether the sentence of a street tells of other people harmed than p:
// then it is the street of another deed.
func (d *doc) countsOthers(p *partial, a *foundPlace) bool {
	for j := range d.partials {
		o := &d.partials[j]
		if o != p && !o.drop && o.f0 == a.f && o.si0 == a.si && (figures(o.killed, p.killed) == figDiffer || figures(o.injured, p.injured) == figDiffer || o.fr.said != nil && p.fr.said != nil && !d.roll.overlap(o.names, p.names)) {
			return true
		}
	}
	return false
}
