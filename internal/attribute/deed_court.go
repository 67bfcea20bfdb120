package attribute

// Court stories tell a deed twice: as what somebody is charged with or sentenced for,
// with the dead and without a day of its own, and as the account of what he did.

// onTrial tells whether a sentence tells a deed as what somebody is tried for.
func (f *field) onTrial(s *sentence) bool {
	for k := s.lead; k+1 < s.to; k++ {
		if !f.items[k].may(mayTry) {
			continue
		}
		switch f.word(k) {
		case "charged", "accused", "convicted", "sentenced", "indicted", "guilty", "acquitted":
		case "charges", "counts", "count", "trial":
			if w := f.word(k + 1); w != "of" && w != "for" && w != "in" {
				continue
			}
		default:
			continue
		}
		switch f.word(k + 1) {
		case "with", "of", "in", "for", "to", "on":
			return true
		}
		if f.items[k+1].is(tWeekday) {
			return true
		}
	}
	return false
}

// sameCase tells whether a and b are one deed, told once as a charge and once as an
// account that names one of the same people, or charged twice in a row.
func (d *doc) sameCase(a, b *partial) bool {
	if a.f0 != b.f0 || a.title || b.si0-a.last > 5 || figures(a.killed, b.killed) == figDiffer || figures(a.injured, b.injured) == figDiffer {
		return false
	}
	if a.event != b.event && !a.weak && !b.weak && !kindred(a.event, b.event) || a.gotDate && b.gotDate && a.when.Distance(b.when) > 0 {
		return false
	}
	x, y := a.f.onTrial(&a.sent), b.f.onTrial(&b.sent)
	if !x && !y || a.killed == nil && b.killed == nil || a.killed != nil && b.killed != nil && x != y {
		return false
	}
	return d.personInBoth(a, b) || x && y && b.si0-a.last <= 2
}

// personInBoth tells whether a person's name stands in the sentences of both.
func (d *doc) personInBoth(a, b *partial) bool {
	f := a.f
	for k := a.sent.lead; k < a.sent.to; k++ {
		if f.items[k].end-f.items[k].start < 4 || !d.mayName(f, k) {
			continue
		}
		for n := b.sent.lead; n < b.sent.to; n++ {
			if (k > a.sent.lead || n > b.sent.lead) && d.mayName(f, n) && f.word(n) == f.word(k) {
				return true
			}
		}
	}
	return false
}
