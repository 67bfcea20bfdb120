package attribute

import "isnad"

// A deed whose dead were counted "also" wounded so many: "The strikes also wounded 25 others, a
// medic said", "The attacks left also 20 civilians injured". The wounded are of the same claim,
// whoever adds them.

// maxToAlso bounds the sentences from the dead to those who were hurt besides.
const maxToAlso = 3

// alsoHurt tells whether b only adds the wounded to the dead of a.
func (d *doc) alsoHurt(a, b *partial) bool {
	if !harmsSome(a.killed) || a.injured != nil || a.both != nil || !harmsSome(b.injured) || b.killed != nil || b.both != nil || a.f0 != b.f0 || a.title || b.si0 <= a.last || b.si0-a.last > maxToAlso {
		return false
	}
	if (a.stance == isnad.StanceDenied) != (b.stance == isnad.StanceDenied) || b.fr.opens || a.gotDate && b.gotDate && a.when.Distance(b.when) > 0 {
		return false
	}
	if !b.fr.carryPlace && a.rank >= 2 && b.rank >= 2 && !d.roll.same(a.place, b.place) && !d.roll.holds(a.within, b.place) && !d.roll.holds(b.within, a.place) {
		return false
	}
	return b.f.addsWounded(&b.sent, b.injured.at)
}

// addsWounded tells whether a sentence begins with the deed told of before and says with the word
// of harm at item k whom it hurt besides.
func (f *field) addsWounded(s *sentence, k int) bool {
	if f.word(s.lead) != "the" && f.word(s.lead) != "that" {
		return false
	}
	deed := false
	for n := s.lead + 1; n < s.to && n <= s.lead+3 && !deed; n++ {
		it := &f.items[n]
		if it.is(tPunct | tCap | tOrdinal | tConj) {
			return false
		}
		deed = theDeed(f.word(n)) || it.is(tWeapon) && !it.is(tPlane)
	}
	if !deed {
		return false
	}
	for n := max(s.lead, k-6); n < k; n++ {
		if f.word(n) == "also" {
			return true
		}
	}
	return false
}
