package attribute

import (
	"strings"

	"isnad"
	"isnad/internal/places"
)

// A lead tells of a town or a province, and the sentence behind it where in it the deed was:
// "A car bomb killed 14 people in Karm on Thursday. The blast hit a market in the Zoran quarter."

// maxToDeedPlace bounds how many sentences behind a claim its place is told more closely.
const maxToDeedPlace = 3

// placeOfTheDeed gives the claims that are kept the closer place that a sentence tells which
// goes on with "the attack".
func (d *doc) placeOfTheDeed() {
	for i := 0; i < len(d.foundPl); {
		f, si := d.foundPl[i].f, d.foundPl[i].si
		j := i + 1
		for j < len(d.foundPl) && d.foundPl[j].f == f && d.foundPl[j].si == si {
			j++
		}
		if !f.inTitle {
			if k := f.deedTakenUp(&f.sents[si]); k >= 0 {
				if n := d.whereTheDeedWas(f, k, i, j); n >= 0 {
					d.tellCloser(&d.foundPl[n], f.items[k].w.deedNoun())
				}
			}
		}
		i = j
	}
}

// deedScene keeps the places of a sentence that tells of no harm and goes on with the deed told
// just before: "The incident took place in the Zoran quarter".
func (d *doc) deedScene(f *field, si int) {
	n := len(d.partials) - 1
	if f.inTitle || n < 0 || d.partials[n].f != f || si-d.partials[n].si > maxToDeedPlace || f.deedTakenUp(&f.sents[si]) < 0 || f.sents[si].entry > 0 {
		return
	}
	d.keepPlaces(f, &f.sents[si])
}

// deedNoun is the kind of deed that a noun is for, empty for one that says no kind.
func (w *word) deedNoun() isnad.Event {
	if w == nil || w.strength < 2 {
		return ""
	}
	return eventOf(w.event)
}

// deedTakenUp is the noun of a sentence that goes on with a deed told before, as "the attack" in
// "The attack took place in X" and "X said the missiles fell on Y"; -1 for none.
func (f *field) deedTakenUp(s *sentence) int {
	found := -1
	for k := s.lead; k < s.to; k++ {
		switch f.word(k) {
		case "previous", "earlier", "similar", "second", "another", "ago", "separate", "elsewhere", "third":
			return -1
		case "last", "since":
			if found >= 0 {
				return -1
			}
		case "the", "both":
			if found >= 0 || k > s.lead && !f.items[k-1].is(tPunct|tSay|tSrc|tPart|tCap) && f.word(k-1) != "that" {
				continue
			}
			n := k + 1
			for n < s.to && n < k+4 && !deedOrHand(f.word(n)) && !f.items[n].is(tPunct|tPrep|tLoc|tSay|tAux) {
				n++
			}
			if n < s.to && deedOrHand(f.word(n)) && n+1 < s.to && !deedOrHand(f.word(n+1)) && f.word(n+1) != "of" {
				found = n
			}
		}
	}
	return found
}

// deedOrHand tells the nouns by which a report goes on with a deed, with what it was done by or
// with who did it.
func deedOrHand(w string) bool {
	switch w {
	case "attacks", "blasts", "bomb", "bombs", "strikes", "raids", "airstrikes", "air strikes", "missile", "missiles", "rocket", "rockets", "shell", "shells", "firefight", "device", "mine",
		"captives", "hostages", "bomber", "attacker", "attackers", "assailants", "gunman", "encounter", "deaths", "projectile", "projectiles", "drone", "jet", "jets", "fighter jet":
		return true
	}
	return theDeed(w)
}

// whereTheDeedWas is the first of the places [i, j) of a sentence that is told as where the
// deed at item k was; -1 for none.
func (d *doc) whereTheDeedWas(f *field, k, i, j int) int {
	for n := i; n < j; n++ {
		c := &d.foundPl[n]
		if c.m.from <= k {
			continue
		}
		if !c.mayHold() || c.m.rank < 2 || c.m.speaker || c.m.prep < 0 {
			return -1
		}
		for x := k + 1; x < c.m.prep; x++ {
			if f.items[x].is(tClause|tRel|tSay|tOwn|tDenyCue|tAccuse) || f.word(x) == "after" || f.word(x) == "before" || f.word(x) == "from" || f.word(x) == ";" {
				return -1
			}
		}
		if !f.happensAt(k, c.m.prep) {
			return -1
		}
		return n
	}
	return -1
}

// happensAt tells whether what stands between the deed at item k and the place whose preposition is at
// item prep says that the deed was there: "hit", "took place", nothing at all, but not "was
// heard", "prompted protests".
func (f *field) happensAt(k, prep int) bool {
	if prep <= k+1 {
		return true
	}
	for x := k + 1; x < prep; x++ {
		switch w := f.word(x); w {
		case "hit", "hits", "hitting", "struck", "strike", "strikes", "striking", "targeted", "targets", "targeting", "taken place", "takes place", "fell", "fallen", "landed", "ripped", "tore", "exploded", "went off",
			"detonated", "blew", "blew up", "rocked", "shook", "damaged", "destroyed", "levelled", "leveled", "flattened", "burned", "burnt", "entered", "stormed", "attacked", "raided", "shelled", "bombed", "opened",
			"planted", "placed", "hidden", "involved", "came", "centred", "centered", "crashed", "slammed", "impacted":
			return true
		case "was", "were":
			if x+1 == prep {
				return true // "the blast was in the quarter"
			}
		default:
			if happened(w) {
				return true
			}
		}
	}
	return false
}

// tellCloser gives the claim told last before the place c, and those of the same deed at the
// same place, that place where it is the closer one.
func (d *doc) tellCloser(c *foundPlace, kind isnad.Event) {
	var p *partial
	for _, n := range d.weighed {
		if q := &d.partials[n]; q.f0 == c.f && q.si0 < c.si && (p == nil || q.si0 >= p.si0) {
			p = q
		}
	}
	if p == nil || p.place == "" || p.bg || c.si-p.last > maxToDeedPlace || kind != "" && kind != p.event && !kindred(kind, p.event) {
		return
	}
	if !d.closer(c, p) {
		return
	}
	wide, rank := p.place, p.rank
	for _, n := range d.weighed {
		q := &d.partials[n]
		if q.place != wide || q.rank != rank || q != p && !d.sameStory(p, q) {
			continue
		}
		within := append([]string(nil), c.within...)
		if !d.roll.holds(within, wide) {
			within = append(within, wide)
		}
		for _, w := range q.within {
			if !d.roll.holds(within, w) && !d.roll.same(w, c.name) {
				within = append(within, w)
			}
		}
		q.place, q.within, q.rank = c.written(), within, c.m.rank
		if c.m.known { // of one that is not listed all that is known is where it lies
			q.known, q.gzID = true, c.m.id
		}
	}
}

// closer tells whether the place c lies in the place of p, as far as can be told.
func (d *doc) closer(c *foundPlace, p *partial) bool {
	if d.roll.same(c.name, p.place) || d.roll.holds(p.within, c.name) || c.m.rank < p.rank {
		return false
	}
	if d.roll.holds(c.within, p.place) {
		return true
	}
	if p.rank > 2 || p.rank == 0 || !d.bareName(p) || strings.Contains(p.place, " and ") {
		return false
	}
	if c.m.rank == p.rank && !(ofArea(p.place) || p.vague || c.m.headed && !c.m.known) {
		return false
	}
	if !c.m.known {
		return true
	}
	in, at := d.resolve(c.name, nil, places.Context{}), d.resolve(p.place, nil, places.Context{})
	return at.ID != "" && (in.Province == at.ID || in.District == at.ID || in.Province != "" && in.Province == at.Province)
}

// bareName tells whether the place of a claim is a name alone, not a thing that stands there.
func (d *doc) bareName(p *partial) bool {
	for i := range d.foundPl {
		if c := &d.foundPl[i]; c.name == p.place && !c.m.street {
			return true
		}
	}
	return false
}

// ofArea tells whether a name says itself that it is an area's: "Karm district", "province of
// Karm".
func ofArea(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	return areaWord(strings.ToLower(first)) || areaWord(strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:]))
}

// areaWord tells the words for an area of many villages or towns.
func areaWord(w string) bool {
	switch w {
	case "township", "district", "zone", "municipality", "subdistrict", "prefecture", "commune", "department", "valley", "enclave":
		return true
	}
	return wideWord(w)
}
