package attribute

import "strings"

// What stands around a place says whether the deed was there: who lives there, who speaks
// there, where it was fired from.

// surroundings reads the words around a place phrase that tell what part it
// plays.
func (d *doc) surroundings(f *field, s *sentence, p *placeMention) {
	p.prep = f.placeWord(s, p.from)
	if p.prep < 0 && !p.known && p.headed {
		p.prep = f.behind(s, p.from)
	}
	if p.prep < 0 && f.firedFrom(s, p.from) {
		p.origin = true
	}
	if p.prep >= 0 {
		w := f.word(p.prep)
		switch w {
		case "from":
			p.origin = !f.takenFrom(s, p.prep) && !f.distant(s, p.prep) && !f.reportedFrom(s, p.prep)
		case "of":
			p.org = p.org || f.livesAt(s, p.prep)
			p.origin = p.origin || p.prep-3 >= s.from && f.word(p.prep-1) == "direction" && f.word(p.prep-3) == "from"
		case "in", "at", "near":
			// "terrorists positioned in X", "based in X", "located in X"
			k := p.prep - 1
			for k > s.from && f.items[k].is(tAdv) {
				k--
			}
			if k >= s.from {
				if f.word(k) == "up" && k > s.from {
					k-- // "holed up in"
				}
				switch f.word(k) {
				case "holed up", "dug", "barricaded", "encamped", "based", "positioned", "located", "stationed", "deployed", "holed", "entrenched", "present", "spread", "headquartered", "born":
					p.origin = true
				}
			}
		}
	}
	if p.nameFrom < len(d.so) {
		for k := p.nameFrom; k < p.nameTo; k++ {
			if d.so[k] != 0 && !(d.gz[k] != 0 && p.prep >= 0 && f.word(p.prep) == "in" && !(p.to < s.to && f.items[p.to].is(tSay|tSrc|tCap))) {
				p.org = true
			}
			if d.pa[k] != 0 {
				p.org = true
			}
		}
	}
	if p.to < s.to {
		it := &f.items[p.to]
		switch {
		case d.tellerCloses(f, s, p):
		case it.is(tCap) && it.is(tSrc|tActor) && !it.is(tPlaceHead) && !s.heads:
			p.org = true
		case it.is(tSrc) && !it.is(tHead) && !it.is(tActor|tPlaceHead) && p.rank < 3:
			p.org = p.org || !f.tellersFollow(s, p)
		}
	}
	// "a source in Aleppo", "activists in Homs said", "spokesman for the Aleppo ..."
	there := f.thereToo(s, p.to)
	if p.prep > s.from && !there {
		k := p.prep - 1
		it := &f.items[k]
		if it.is(tSrc) && !it.is(tPart) && p.to < s.to && f.items[p.to].is(tSay) {
			p.org = true
		}
		if f.word(k) == "source" || f.word(k) == "sources" || (f.word(k) == "activists" || f.word(k) == "correspondent" || f.word(k) == "reporter") && !f.befallen(s, k, p.to) || f.word(k) == "residents" && p.to < s.to && f.items[p.to].is(tSay) {
			p.org = true
		}
	}
	p.aside = !there && (f.speaksFrom(s, p) || f.ofHisLife(s, p)) || f.broughtTo(s, p) || f.takesIn(s, p) || f.goneTo(s, p) || f.standsAt(s, p) || f.speaksFor(s, p) || f.notHere(s, p)
	// "Damascus refuted", "which Washington has blamed": a government by its seat
	if k := p.to; p.prep < 0 && k < s.to {
		for n := 0; n < 3 && k < s.to && f.items[k].is(tAux|tAdv); n++ {
			k++
		}
		if p.to == k && p.from == s.lead && k+2 < s.to && f.word(k) == "and" && f.items[k+1].is(tCap) {
			k += 2 // "Washington and Paris say"
		}
		if k < s.to && f.items[k].is(tSay|tAccuse|tDenyCue) && p.rank <= 2 {
			p.org = true
		}
		if f.word(p.to) == "ally" || f.word(p.to) == "allies" {
			p.org = true
		}
	}
	// "(Qaeda's branch in the Levant)"
	for k := p.from - 1; k >= s.from && k > p.from-8; k-- {
		if w := f.word(k); w == "(" {
			p.org = true
			break
		} else if w == ")" {
			break
		}
	}
	// "BEIRUT (AP) -", "MOSCOW (Sputnik)": a date line
	if p.to-p.nameFrom <= 3 && f.items[p.nameFrom].is(tUpper) && p.to+2 < s.to && f.word(p.to) == "(" {
		p.org = true
	}
	if p.from == s.from && (f.items[p.from].is(tUpper) && f.items[p.from].end-f.items[p.from].start > 3 || f.agencyBehind(s, p.to)) {
		p.org = true
	}
}

// agencyBehind tells whether an agency in brackets closes the date line of a sentence behind item
// k: "Bamako, May 3, 2024 (XYZ) - ".
func (f *field) agencyBehind(s *sentence, k int) bool {
	for ; k < s.lead; k++ {
		if f.word(k) == "(" {
			return true
		}
	}
	return false
}

// livesAt tells whether a person with his age stands right before item k, so that what
// follows is where he lives: "46-year-old Jane Doe of X", "Jane Doe, 46, of X".
func (f *field) livesAt(s *sentence, k int) bool {
	if k-3 >= s.from && f.word(k-1) == "," && f.items[k-2].is(tNum) && f.word(k-3) == "," {
		return true
	}
	j := k - 1
	for j >= s.from && j > k-5 && f.items[j].is(tCap) && f.items[j].w == nil && !f.items[j].is(tPunct) {
		j--
	}
	return j >= s.from && j < k-1 && strings.HasSuffix(f.word(j), "-year-old")
}

// firedFrom tells whether the words before item i are where the attackers stood:
// "from positions east of X".
func (f *field) firedFrom(s *sentence, i int) bool {
	k := i - 1
	if k < s.from {
		return false
	}
	switch f.word(k) {
	case "position", "positions", "post", "posts", "base", "bases", "hill", "hills", "areas", "territory", "points", "trenches", "launchers":
	default:
		return false
	}
	for k--; k >= s.from && (f.items[k].is(tDet|tMod|tNat|tNum|tVague|tForce|tArmed|tAdv|tCap) && !f.items[k].is(tPunct) || f.describes(k)); k-- {
	}
	return k >= s.from && f.word(k) == "from"
}

// reportedFrom tells whether the "from" at item k says where something was reported to be: "heavy shelling was
// reported from Zoran".
func (f *field) reportedFrom(s *sentence, k int) bool {
	if k < s.from+3 || f.word(k-1) != "reported" || !f.items[k-2].is(tAux) {
		return false
	}
	for n := k - 3; n >= s.from && n > k-6; n-- {
		if it := &f.items[n]; it.is(tEv) || it.is(tWeapon) {
			return true
		}
	}
	return false
}

// befallen tells whether something was done to whoever is named at item k, in a place that ends
// before item to: "attacked a reporter in Zoran", "activists in Zoran were arrested".
func (f *field) befallen(s *sentence, k, to int) bool {
	n := to
	for n < s.to && n < to+3 && f.items[n].is(tAux|tAdv) {
		n++
	}
	if n > to && n < s.to && f.items[n].is(tOut|tEv) {
		return true
	}
	for n = k - 1; n >= s.from && n > k-5; n-- {
		if it := &f.items[n]; it.is(tPunct | tSay | tPrep) {
			return false
		} else if it.is(tOut | tEv) {
			return true
		}
	}
	return false
}

// headOfBefore tells whether the word of place that p begins with is that of the listed name q right before
// it, and leads to the wider one: "the Zoran area of Karm District".
func (f *field) headOfBefore(q, p *placeMention) bool {
	k := p.from
	if !q.known || q.to != k || q.nameTo != k || k+1 >= p.to || !f.items[k].is(tPlaceHead) || f.items[k].is(tCap) || f.word(k+1) != "of" {
		return false
	}
	return f.word(k) == "area" || wideWord(f.word(p.to-1))
}

// seaborne tells the words for what is off a coast.
func seaborne(w string) bool {
	switch w {
	case "boat", "boats", "vessel", "vessels", "ship", "ships", "fisherman", "fishermen", "miles", "km", "kilometres", "kilometers", "sea", "waters", "fire", "shot", "tanker":
		return true
	}
	return false
}
