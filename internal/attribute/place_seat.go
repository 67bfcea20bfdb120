package attribute

import "strings"

// Police, a governor or a hospital speak of what happened where they are, as far as they say nothing
// else: "Police in Karm said a man was shot", "Karm's governor said a bomb killed nine". The government
// in a capital speaks of the whole country.

// placesOfSeats gives the claims of a report in which no place was found the seats of the local bodies
// that tell them. Where one was found, only what the first sentence tells takes one: what else names none is as
// likely of the same place.
func (d *doc) placesOfSeats() {
	found := false
	for _, i := range d.weighed {
		found = found || d.partials[i].place != ""
	}
	for _, i := range d.weighed {
		if p := &d.partials[i]; p.place == "" && (!found || p.si0 == 0) {
			d.placeOfSeat(p)
		}
	}
}

// placeOfSeat gives a claim the seat of the local body that tells it in the same sentence.
func (d *doc) placeOfSeat(p *partial) {
	for t := range d.tellingsHere(p) {
		for i := t.pl[0]; i < t.pl[1]; i++ {
			if c := &d.foundPl[i]; c.f.isSeat(&c.f.sents[c.si], &c.m) {
				p.place, p.within, p.rank = c.written(), c.within, c.m.rank
				return
			}
		}
	}
}

// isSeat tells whether a place is where a local body that speaks has its seat.
func (f *field) isSeat(s *sentence, m *placeMention) bool {
	side := f.items[m.nameFrom].is(tDir) && m.nameFrom+1 < m.nameTo // "northern Yemen"
	if m.rank == 0 && !side || !m.known || m.street || m.from < s.lead {
		return false
	}
	k := m.nameTo
	for k < s.to && k < m.nameTo+3 && (apostrophe(f.word(k)) || f.word(k) == "s" || f.items[k].is(tPlaceHead|tMod) || f.word(k) == "regional" || f.word(k) == "provincial") {
		k++
	}
	if k < s.to && localBody(f.word(k)) && !(k+1 < s.to && f.word(k+1) == "in") {
		return true
	}
	if m.prep <= s.from {
		return false
	}
	switch f.word(m.prep) {
	case "in", "of", "at", "from":
		return localBody(f.word(m.prep - 1))
	}
	return false
}

// localBody tells the words for those who speak for a town or a district, or live there.
func localBody(w string) bool {
	switch w {
	case "police", "officers", "policeman", "sheriff", "deputies", "firefighters", "authorities", "officials", "official", "governor", "mayor", "hospital", "doctor", "doctors", "medic", "medics",
		"nurse", "residents", "resident", "villagers", "villager", "activists", "activist", "prosecutors", "prosecutor", "witnesses", "witness", "district attorney", "coroner":
		return true
	}
	return strings.HasPrefix(w, "police ") || strings.HasPrefix(w, "sheriff") || strings.HasPrefix(w, "fire ")
}
