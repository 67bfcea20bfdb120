package attribute

import (
	"strings"

	"isnad"
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
		if !f.inTitle && !f.turns(&f.sents[si]) {
			if k := f.deedTakenUp(&f.sents[si]); k >= 0 {
				if n := d.whereTheDeedWas(f, k, i, j); n >= 0 {
					d.tellCloser(&d.foundPl[n], f.items[k].w.deedNoun(), f.word(k))
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
	first := len(d.foundPl)
	d.keepPlaces(f, &f.sents[si])
	k := f.deedTakenUp(&f.sents[si])
	if !hitThing(f.word(k)) {
		return
	}
	at := d.whereTheDeedWas(f, k, first, len(d.foundPl))
	for i := first; i < len(d.foundPl); i++ {
		d.foundPl[i].m.aside = i != at // "the posts in Zoran district protect a bridge on the Karm road"
	}
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
	found := f.pronounAtLead(s)
	for k := s.lead; k < s.to; k++ {
		switch f.word(k) {
		case "previous", "earlier", "similar", "second", "another", "ago", "separate", "elsewhere", "third":
			return -1
		case "last", "since":
			if found >= 0 {
				return -1
			}
		case "the", "both":
			if found >= 0 || k > s.lead && !f.items[k-1].is(tPunct|tSay|tSrc|tPart|tCap) && f.word(k-1) != "that" && f.word(k-1) != "when" {
				continue
			}
			n := k + 1
			for n < s.to && n < k+4 && !takesUpDeed(f.word(n)) && !f.items[n].is(tPunct|tPrep|tLoc|tSay|tAux) {
				n++
			}
			if k+2 < s.to && f.word(k+1) == "men" && !f.items[k+2].is(tPrep|tLoc|tRel) {
				found = k + 1 // "The men struck at X"
				continue
			}
			if n < s.to && takesUpDeed(f.word(n)) && n+1 < s.to && !takesUpDeed(f.word(n+1)) && f.word(n+1) != "of" {
				found = n
			}
		case "launched", "laid", "mounted", "began", "started":
			if n := f.searchBegun(s, k); n > k && found < 0 {
				found = n
			}
		case "last week", "last month", "last year":
			return -1 // another deed of theirs
		case "in":
			if k+1 < s.to && f.items[k+1].is(tNum) && f.items[k+1].num >= 1900 && f.items[k+1].num <= 2100 {
				return -1 // "The fighters entered X in 2019"
			}
		}
	}
	return found
}

// pronounAtLead is the word a sentence begins with that goes on with a deed or with those in it:
// "They stormed", "It happened", "He was dragged out"; -1 for none.
func (f *field) pronounAtLead(s *sentence) int {
	k := s.lead
	if k+2 >= s.to {
		return -1
	}
	next := f.word(k + 1)
	switch f.word(k) {
	case "it":
		if happened(next) {
			return k
		}
	case "they":
		switch next {
		case "were", "had", "died":
			return f.struckFrom(s, k+1)
		case "stormed", "attacked", "raided", "invaded", "struck", "overran", "surrounded", "besieged", "descended", "opened fire", "shelled", "bombed", "hit", "came", "came under fire", "come under fire":
			return k
		}
	case "he", "she":
		if next != "was" {
			return -1
		}
		switch f.word(k + 2) {
		case "dragged", "pulled", "intercepted", "waylaid", "ambushed", "attacked", "cornered", "shot", "hacked":
			return k
		}
	}
	return -1
}

// struckFrom is the item of the verb that says from item k on what befell those who were told of, "were
// hit", "had been killed", "died"; -1 for none.
func (f *field) struckFrom(s *sentence, k int) int {
	for k < s.to && f.items[k].is(tAux) {
		k++
	}
	if k < s.to && befalls(f.word(k)) {
		return k
	}
	return -1
}

// befalls tells the verbs for what befell somebody.
func befalls(w string) bool {
	switch w {
	case "hit", "struck", "killed", "shot", "shot dead", "targeted", "ambushed", "bombed", "shelled", "attacked", "died", "gunned down", "murdered", "slain":
		return true
	}
	return false
}

// searchBegun is the noun of a search in which a fight broke out, behind the verb at item k:
// "launched a cordon and search operation"; k for none.
func (f *field) searchBegun(s *sentence, k int) int {
	for n := k + 1; n < s.to && n < k+9; n++ {
		switch f.word(n) {
		case "operation", "search operation", "cordon", "siege", "search":
			if n+1 < s.to && (f.items[n+1].is(tLoc) || f.word(n+1) == "of") {
				return n
			}
		}
		if f.items[n].is(tPunct | tClause | tSay | tLoc) {
			return k
		}
	}
	return k
}

// deedOrHand tells the nouns by which a report goes on with a deed, with what it was done by or
// with who did it.
func deedOrHand(w string) bool {
	switch w {
	case "attacks", "blasts", "bomb", "bombs", "strikes", "raids", "airstrikes", "air strikes", "missile", "missiles", "rocket", "rockets", "shell", "shells", "firefight", "device", "mine",
		"captives", "hostages", "victims", "bomber", "attacker", "attackers", "assailants", "gunman", "gunmen", "fighters", "militants", "insurgents", "rebels", "bandits", "raiders", "invaders", "gunfight", "shootout", "gun battle", "suspects", "militiamen", "jihadists", "terrorists", "hoodlums", "herdsmen", "herders", "encounter", "deaths", "projectile", "projectiles", "drone", "jet", "jets", "fighter jet", "aircraft", "warplane", "warplanes", "planes", "helicopter", "helicopters", "gunships",
		"gas", "barrel", "barrels", "barrel bomb", "barrel bombs", "mortar", "mortars", "rounds", "mortar rounds", "munitions", "warhead", "explosives", "car bomb", "truck bomb", "fighting", "battle", "battles", "skirmish", "firefights":
		return true
	}
	return theDeed(w) || onTheWay(w)
}

// takesUpDeed tells the nouns of deedOrHand, and those for what was hit.
func takesUpDeed(w string) bool { return deedOrHand(w) || hitThing(w) }

// hitThing tells the words for what is hit: where it is said to be then says where the deed was, if the
// claim before tells of such a thing: "overran two posts. ... the posts in Zoran district".
func hitThing(w string) bool {
	switch w {
	case "post", "posts", "police posts", "checkpoint", "checkpoints", "outpost", "outposts", "monastery", "church", "mosque", "school", "camp", "hospital", "market", "compound", "villages", "houses":
		return true
	}
	return false
}

// tellsOfThing tells whether a sentence tells of a thing by that word, or by its other number, and
// not by its name.
func (f *field) tellsOfThing(s *sentence, what string) bool {
	what = strings.TrimSuffix(what[lastSpace(what)+1:], "s")
	for k := s.lead; k < s.to; k++ {
		w := f.word(k)
		if w = w[lastSpace(w)+1:]; strings.TrimSuffix(w, "s") == what && !f.items[k].is(tCap) {
			return true
		}
	}
	return false
}

// onTheWay tells the words for those who are met on their way: where they were then says where the
// deed was, what else they do does not.
func onTheWay(w string) bool {
	switch w {
	case "soldiers", "troops", "police", "policemen", "officers", "convoy", "vehicle", "patrol", "bus", "truck", "personnel", "jawans", "rangers", "constables", "travellers", "passengers":
		return true
	}
	return false
}

// whereTheDeedWas is the first of the places [i, j) of a sentence that is told as where the
// deed at item k was; -1 for none.
func (d *doc) whereTheDeedWas(f *field, k, i, j int) int {
	struck := befalls(f.word(k)) // "They were hit as they"
	for n := i; n < j; n++ {
		c := &d.foundPl[n]
		if c.m.from <= k {
			continue
		}
		prep := c.m.prep
		if prep < 0 && c.m.headed {
			prep = f.against(c.m.from)
		}
		if !c.mayHold() || c.m.rank < 2 && f.word(c.m.nameTo-1) != "area" || c.m.speaker || prep < 0 {
			return -1
		}
		for x := k + 1; x < prep; x++ {
			if f.items[x].is(tClause|tRel|tSay|tOwn|tDenyCue|tAccuse) && f.word(x) != "when" && !(struck && (f.word(x) == "as" || f.word(x) == "while")) || f.word(x) == "after" || f.word(x) == "before" || f.word(x) == "from" || f.word(x) == ";" {
				return -1
			}
		}
		if f.word(prep) == "to" && onTheWay(f.word(k)) || (!struck || f.word(k) == "died") && !f.happensAt(k, prep) {
			return -1 // "the convoy travelling to Karm"
		}
		return n
	}
	return -1
}

// against is the item of an "against" right before the place at item i, -1 for none.
func (f *field) against(i int) int {
	k := i - 1
	if k > 0 && f.items[k].is(tDet) {
		k--
	}
	if k >= 0 && f.word(k) == "against" {
		return k
	}
	return -1
}

// happensAt tells whether what stands between the deed at item k and the place whose preposition is at
// item prep says that the deed was there: "hit", "took place", nothing at all, but not "was
// heard", "prompted protests".
func (f *field) happensAt(k, prep int) bool {
	if prep <= k+1 {
		return !onTheWay(f.word(k))
	}
	met := onTheWay(f.word(k))
	for x := k + 1; x < prep; x++ {
		switch f.word(x) {
		case "patrol", "patrolling", "travelling", "traveling", "chanced", "ambushed", "waylaid", "intercepted", "came under fire", "fire", "dragged", "pulled", "cornered":
			return true
		case "hit", "struck", "attacked", "targeted", "stopped":
			if x > k && f.items[x-1].is(tAux) {
				return true // "the convoy was hit at X"
			}
		}
		if met {
			continue
		}
		switch w := f.word(x); w {
		case "hit", "hits", "hitting", "struck", "strike", "strikes", "striking", "targeted", "targets", "targeting", "taken place", "takes place", "fell", "fallen", "landed", "ripped", "tore", "exploded", "went off",
			"detonated", "blew", "blew up", "rocked", "shook", "damaged", "destroyed", "levelled", "leveled", "flattened", "burned", "burnt", "entered", "stormed", "attacked", "raided", "shelled", "bombed", "opened",
			"broke", "ensued", "dropped", "invaded", "overran", "descended", "surrounded", "besieged", "barged", "abducted", "kidnapped", "beheaded", "arrived", "against", "found",
			"planted", "placed", "hidden", "involved", "carried out", "carried", "staged", "launched", "perpetrated", "committed", "came", "centred", "centered", "crashed", "slammed", "impacted",
			"raged", "flared", "seized", "captured", "recaptured":
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
func (d *doc) tellCloser(c *foundPlace, kind isnad.Event, what string) {
	var p *partial
	for _, n := range d.weighed {
		if q := &d.partials[n]; q.f0 == c.f && q.si0 < c.si && (p == nil || q.si0 >= p.si0) {
			p = q
		}
	}
	if p != nil && hitThing(what) && !p.f0.tellsOfThing(&p.f0.sents[p.si0], what) {
		return
	}
	if p == nil || p.bg || c.si-p.last > maxToDeedPlace || kind != "" && kind != p.event && !kindred(kind, p.event) {
		return
	}
	if p.place == "" && !c.m.headed && !c.m.known || p.place != "" && !d.closer(c, p) {
		return
	}
	wide, rank := p.place, p.rank
	for _, n := range d.weighed {
		q := &d.partials[n]
		if q.place != wide || q.rank != rank || q != p && !d.sameStory(p, q) {
			continue
		}
		within := append([]string(nil), c.within...)
		if wide != "" && !d.roll.holds(within, wide) {
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
	rank, area, small := p.rank, ofArea(p.place), c.smallest()
	if first, _, _ := strings.Cut(p.place, " "); first == "Barangay" || first == "Brgy" || d.ofAreaBefore(p) {
		if small {
			return true // "the municipality of Karm", then "the hamlet of Zoran"
		}
		area = true
	}
	area = area || small
	if rank > 2 && d.partUnnamed(p) {
		rank = 2
	}
	if area {
		rank = min(rank, 1) // "X district" may be a quarter of a town, but not where a village in it is told of
		if wide := areaWidth(p.place); areaWidth(c.name) >= wide {
			return false
		}
	}
	if d.roll.same(c.name, p.place) || d.roll.holds(p.within, c.name) || c.m.rank < rank {
		return false
	}
	if d.roll.holds(c.within, p.place) {
		return true
	}
	if rank > 2 || rank == 0 && !ofSide(p.place) || !d.bareName(p) || strings.Contains(p.place, " and ") {
		return false
	}
	beside := d.toldBeside(p)
	if c.m.rank == rank && !(area || p.vague || beside || c.m.headed && !c.m.known) {
		return false
	}
	if !c.m.known {
		return true
	}
	in, at := d.resolve(c.name, nil), d.resolve(p.place, nil)
	if at.Country != "" && (c.m.headed && in.Country != at.Country || beside && in.Country == at.Country) {
		return true // also a town called like one that the list has elsewhere
	}
	if rank == 0 {
		return at.Country != "" && in.Country == at.Country
	}
	return at.ID != "" && (in.Province == at.ID || in.District == at.ID || in.Province != "" && in.Province == at.Province)
}

// partUnnamed tells whether a claim names no more of the part of a town than that it is one: "in a
// district of Karm".
func (d *doc) partUnnamed(p *partial) bool {
	for i := range d.foundPl {
		c := &d.foundPl[i]
		if c.f != p.f0 || c.si != p.si0 || c.name != p.place {
			continue
		}
		for k := c.m.nameFrom - 1; k > c.f.sents[c.si].from && k >= c.m.nameFrom-8; k-- {
			switch it := &c.f.items[k]; {
			case it.is(tPart) && !it.is(tCap):
				return true
			case !it.is(tTown|tDet|tDir|tPlaceAdj|tNat) && c.f.word(k) != "of" && c.f.word(k) != "in":
				return false
			}
		}
		return false
	}
	return false
}

// toldBeside tells whether a claim only says near which place it was: "killed near Karm".
func (d *doc) toldBeside(p *partial) bool {
	for i := range d.foundPl {
		if c := &d.foundPl[i]; c.f == p.f0 && c.si == p.si0 && c.name == p.place {
			return c.m.prep >= 0 && (c.f.word(c.m.prep) == "near" || c.f.word(c.m.prep) == "outside")
		}
	}
	return false
}

// ofSide tells whether a name is that of a side of a country or town: "northern Karm".
func ofSide(name string) bool {
	first, _, more := strings.Cut(name, " ")
	switch strings.ToLower(first) {
	case "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
		"northeast", "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern",
		"north-east", "north-west", "south-east", "south-west", "north-eastern", "north-western", "south-eastern", "south-western":
		return more
	}
	return false
}

// ofAreaBefore tells whether the word before the name of a claim's place says that it is an area's:
// "in the municipality of Karm".
func (d *doc) ofAreaBefore(p *partial) bool {
	for i := range d.foundPl {
		c := &d.foundPl[i]
		if k := c.m.nameFrom; c.name == p.place && k > 1 && c.f.word(k-1) == "of" && areaWord(c.f.word(k-2)) {
			return true
		}
	}
	return false
}

// smallest tells whether the word before the name of a place is one for the smallest of villages or
// for a part of one: "the hamlet of Zoran", "Sitio Zoran".
func (c *foundPlace) smallest() bool {
	k := c.m.nameFrom
	w := c.f.word(k)
	if k > 1 && c.f.word(k-1) == "of" {
		w = c.f.word(k - 2)
	} else if k > 0 && !c.f.items[k].is(tPlaceHead) {
		w = c.f.word(k - 1)
	}
	switch w {
	case "hamlet", "corregimiento", "vereda", "sitio", "purok", "village", "farming village", "kebele":
		return true
	}
	return false
}

// areaWidth tells how wide an area is by the word for one in its name: 2 a province, 1 a district,
// 0 none.
func areaWidth(name string) int {
	first, _, _ := strings.Cut(name, " ")
	width := 0
	for _, w := range [...]string{strings.ToLower(first), strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:])} {
		switch {
		case wideWord(w):
			width = 2
		case areaWord(w):
			width = max(width, 1)
		}
	}
	return width
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
	case "zone", "prefecture", "valley", "enclave":
		return true
	}
	return districtWord(w) || wideWord(w)
}
