package attribute

import "strings"

// Where the wounded are brought, or die later, is not where they were harmed: "was
// taken to Example Hospital", "died Tuesday at Example Medical Center".

// maxBrought bounds the items between the word that brings somebody to a place and
// the word of place.
const maxBrought = 6

// brought tells whether a place is only where somebody was brought or was treated.
func (d *doc) brought(c *foundPlace) bool {
	m := &c.m
	if m.street || m.prep < 0 {
		return false
	}
	f, s := c.f, &c.f.sents[c.si]
	switch f.word(m.prep) {
	case "to", "at", "in", "into", "by":
	default:
		return false
	}
	to := f.word(m.prep) == "to" || f.word(m.prep) == "into"
	for k := m.prep - 1; k >= s.from && k >= m.prep-maxBrought; k-- {
		it := &f.items[k]
		switch f.word(k) {
		case "taken", "rushed", "flown", "airlifted", "transported", "driven", "transferred", "evacuated", "drove", "admitted", "dropped off", "dropped":
			return to && d.medical(c) || to && !m.known && !c.m.headed || f.word(k) != "evacuated" && f.word(k) != "driven" && d.medical(c)
		case "died", "dies":
			return d.medical(c) || f.word(m.prep) == "at" && !m.known && !m.headed && m.nameTo-m.nameFrom > 1
		case "treated", "hospitalized", "recovering", "pronounced", "surgery", "walked", "showed", "turned", "arrived", "condition":
			return d.medical(c)
		}
		if strings.HasSuffix(f.word(k), " condition") || strings.HasPrefix(f.word(k), "taken to") {
			return d.medical(c)
		}
		if it.is(tRel|tClause|tEv) || it.is(tPunct) && f.word(k) != "," || it.is(tOut) && f.word(k) != "dead" {
			return false
		}
	}
	return false
}

// medical tells whether the name of a place, or what is said to stand there, is that of
// a hospital.
func (d *doc) medical(c *foundPlace) bool {
	f, s := c.f, &c.f.sents[c.si]
	for k := c.m.prep + 1; k < s.to && k < c.m.to+3; k++ {
		switch f.word(k) {
		case "hospital", "hospitals", "clinic", "clinics", "medical", "medical center", "medical centre", "health", "infirmary", "trauma", "memorial", "regional", "morgue", "burn":
			return true
		}
		if k >= c.m.to && f.items[k].is(tPunct|tPrep|tLoc|tAux) {
			break
		}
	}
	return false
}
