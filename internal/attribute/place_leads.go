package attribute

import (
	"strings"

	"isnad"
)

// A place that no list has is known by what leads to it. Words that lead to people and things as
// often need more beside them: "stormed into Zoran", "30 km from Zoran", "a spot known as Zoran",
// "several villages including Zoran and Karm".

// leadsToName tells whether the word of place at item l leads to a place rather than to
// somebody or to a thing.
func (f *field) leadsToName(s *sentence, l int) bool {
	switch f.word(l) {
	case "of":
		return l > s.from && (f.builtThing(l-1) || hasPlace(f.word(l-1)) || f.word(l-1) == "gate" || f.word(l-1) == "gates") || f.drivenOut(s, l) || f.towards(s, l)
	case "to", "into":
		return f.moves(s, l)
	case "between":
		return f.betweenTowns(s, l)
	case "from":
		return f.takenFrom(s, l) || f.distant(s, l) || f.reportedFrom(s, l)
	}
	return true
}

// hasPlace tells the words before "of" that are said of a place and not of a body.
func hasPlace(w string) bool {
	switch w {
	case "post", "outpost", "siege", "storming", "recapture", "liberation", "shelling", "bombardment", "bombing", "massacre",
		"turn", "control", "fall", "raid", "commune", "locality", "locale", "village", "town", "hamlet", "barrio", "vereda":
		return true
	}
	return false
}

// drivenOut tells whether the "of" at item l is that of "out of", from where somebody was driven:
// "pushed the militants out of X".
func (f *field) drivenOut(s *sentence, l int) bool {
	if l <= s.from || f.word(l-1) != "out" {
		return false
	}
	for k := l - 2; k >= s.from && k > l-9; k-- {
		switch f.word(k) {
		case "pushed", "pushing", "push", "drove", "driven", "driving", "drive", "forced", "forcing", "kicked", "expelled", "flushed", "cleared", "chased":
			return true
		}
		if f.items[k].is(tPunct | tClause | tRel) {
			return false
		}
	}
	return false
}

// towards tells whether the "of" at item l leads to where somebody attacked or fired to: "advanced
// in the direction of X".
func (f *field) towards(s *sentence, l int) bool {
	return l-3 >= s.from && f.word(l-1) == "direction" && f.word(l-2) == "the" && f.word(l-3) == "in"
}

// maxToMove bounds the items between a verb of going and its "to".
const maxToMove = 4

// moves tells whether a verb of going stands before the "to", "into" or "through" at item l.
func (f *field) moves(s *sentence, l int) bool {
	for k := l - 1; k >= s.from && k >= l-maxToMove; k-- {
		if f.items[k].is(tPunct | tClause | tRel | tSay) {
			return false
		}
		if f.items[k].is(tCap) {
			continue // "Residents Return to Ruined Homes"
		}
		switch f.word(k) {
		case "came", "come", "comes", "coming", "went", "going", "gone", "go", "returned", "returning", "return", "heading", "headed", "way", "route", "en route", "bound", "travelling", "traveling", "travelled", "traveled",
			"drove", "driving", "driven", "rode", "riding", "marched", "marching", "moved", "moving", "advanced", "advancing", "pushed", "pushing", "stormed", "storming", "burst", "bursting", "broke", "break", "breaking", "push", "advance", "swept", "sweeping",
			"crossed", "crossing", "entered", "poured", "rolled", "infiltrated", "incursion", "passed", "passing", "rampaged", "walked", "walking", "siege", "ventured", "arrived", "arriving", "got", "rushed", "raid", "raids", "attack":
			return f.word(k) != "route" || k == s.from || f.word(k-1) == "en"
		}
	}
	return false
}

// betweenTowns tells whether the "between" at item l says where something was, and not who
// fought or spoke with whom: "ambushed between Zoran and Karm".
func (f *field) betweenTowns(s *sentence, l int) bool {
	if l == s.lead && l+3 < s.to && f.items[l+1].is(tCap) && !f.items[l+1].is(tMonth|tWeekday|tNum|tNat|tActor) {
		return true // "Between Zoran and Karm two mines killed four"
	}
	k := l - 1
	for k > s.from && k > l-4 && (f.items[k].is(tWeekday|tRelDay|tDayPart|tMonth|tNum|tAdv|tPrep) || f.word(k) == "last") {
		k--
	}
	if k < s.from {
		return false
	}
	switch f.word(k) {
	case "travelling", "traveling", "travelled", "traveled", "driving", "drove", "moving", "running", "way", "somewhere", "located", "situated", "area", "road", "stretch", "bus", "minibus", "convoy", "route", "line", "place", "taken place", "killed", "wounded", "shot", "injured", "shot dead":
		return true
	}
	it := &f.items[k]
	if it.is(tEv) && it.w != nil && it.w.evForm == formPast {
		return f.word(k) != "clashed"
	}
	if f.dealsBefore(s, k) {
		return false
	}
	if it.is(tEv) && it.w != nil && it.w.evForm == formNoun && (it.w.event == isnad.EventBombing || it.w.event == isnad.EventLandmine || it.w.event == isnad.EventAirStrike) {
		return true // "a bomb between X and Y killed two"
	}
	// "sprayed with bullets by gunmen between X and Y", "hit a mine between X and Y"
	return (it.is(tHead|tArmed|tForce|tActor|tWeapon) || postedThing(f.word(k))) && f.deedBefore(s, k)
}

// postedThing tells the words for what is posted or driven along a road.
func postedThing(w string) bool {
	switch w {
	case "detachment", "patrol", "vehicles", "trucks", "lorry", "motorbike", "ambulance", "post", "position", "positions", "checkpoint", "roadblock", "ambush", "landmine", "mine", "ied", "boat", "train":
		return true
	}
	w = w[lastSpace(w)+1:]
	return vehicle(w) || vehicle(strings.TrimSuffix(w, "s")) || w == "taxi" || w == "taxis"
}

// dealsBefore tells whether a word before item k is of what two sides do with each other:
// "fighters died in clashes between", "a swap of prisoners between".
func (f *field) dealsBefore(s *sentence, k int) bool {
	for j := k; j >= s.from && j > k-10; j-- {
		switch f.word(j) {
		case "clash", "clashes", "fighting", "fight", "fights", "battle", "battles", "gunfight", "gun battle", "firefight", "shootout", "conflict", "violence", "war", "dispute", "feud", "tension", "tensions", "hostilities", "skirmish", "skirmishes",
			"swap", "exchange", "truce", "ceasefire", "talks", "deal", "agreement", "meeting", "border", "collision", "fire", "crossfire":
			return true
		}
	}
	return false
}

// distant tells whether the "from" at item l is measured: "30 km from Zoran".
func (f *field) distant(s *sentence, l int) bool {
	if l <= s.from || f.items[l-1].is(tCap) {
		return false
	}
	switch f.word(l - 1) {
	case "away": // "30 km away from", and not "ran away from"
		return l-2 > s.from && !f.items[l-2].is(tCap) && lengthUnit(f.word(l-2))
	case "far":
		return true
	}
	return lengthUnit(f.word(l - 1))
}

// lengthUnit tells the units that distances on the ground are told in.
func lengthUnit(w string) bool {
	switch w {
	case "km", "kms", "kilometre", "kilometres", "kilometer", "kilometers", "mile", "miles", "metres", "meters":
		return true
	}
	return false
}

// calledSo returns the item where the name begins that the place at item i is said to have: "a
// spot known as Zoran", "a village called Zoran"; i where there is none.
func (d *doc) calledSo(f *field, s *sentence, i int) int {
	if it := &f.items[i]; it.is(tCap) || !it.is(tPlaceHead) && !spotWord(f.word(i)) {
		return i
	}
	n, known := i+1, false
	for n < s.to && n < i+4 && (f.items[n].is(tAdv|tAux) || f.word(n) == "locally" || f.word(n) == "known") {
		known = known || f.word(n) == "known"
		n++
	}
	switch {
	case n >= s.to:
		return i
	case f.word(n) == "called", f.word(n) == "named", f.word(n) == "known as":
	case f.word(n) == "as" && known:
	default:
		return i
	}
	if n++; n < s.to && f.items[n].is(tDet) {
		n++
	}
	if n >= s.to || !(d.gz[n] != 0 || f.nameItem(n)) || d.pa[n] != 0 || d.org[n] {
		return i
	}
	return n
}

// spotWord tells the words for a place that say no more of it.
func spotWord(w string) bool {
	switch w {
	case "spot", "place", "site", "location", "settlement":
		return true
	}
	return false
}

// listedBehind returns the item where the names of some of the places of the plural head at
// item h begin: "several villages including Zoran and Karm", "two villages, Zoran and Karm,";
// h where there are none.
func (d *doc) listedBehind(f *field, s *sentence, h int) int {
	if !f.items[h].is(tTown|tPart) || f.items[h].is(tCap) || !many(f.word(h)) {
		return h
	}
	n := h + 1
	comma := n < s.to && f.word(n) == ","
	if comma {
		n++
	}
	if n+1 >= s.to {
		return h
	}
	bare := false
	switch f.word(n) {
	case "including", "namely", "included":
		n++
	case "such as":
		n++
	default:
		if !comma {
			return h
		}
		bare = true
	}
	if n >= s.to || !(d.gz[n] != 0 || f.nameItem(n)) || d.pa[n] != 0 || d.so[n] != 0 || d.org[n] {
		return h
	}
	e := d.name(f, n, s.to)
	if e <= n || d.personal(f, n, e, s.to) || bare && d.nameList(f, e, s.to) == e {
		return h
	}
	return n
}

// thereToo tells whether a sentence that opens with who speaks at a place goes on to say that
// it was there: "Police in Zoran said a bomb had killed two people there".
func (f *field) thereToo(s *sentence, k int) bool {
	said := false
	for ; k < s.to; k++ {
		said = said || f.items[k].is(tSay|tAccording)
		if f.word(k) == "there" && said && !(k+1 < s.to && (f.items[k+1].is(tAux) || f.word(k+1) == "was" || f.word(k+1) == "were")) {
			return true
		}
	}
	return false
}

// inArea tells whether a comma or "in" at item k leads to the name of a district or a province with its word, which says
// where the name before it lies: "residents of Zoran, Karm LGA, Zamfara State", "of Zoran in Karm district".
func (d *doc) inArea(f *field, k, to int) bool {
	if k+2 >= to || f.word(k) != "," && f.word(k) != "in" {
		return false
	}
	if f.word(k) == "," && f.word(k+1) == "in" {
		k++
	}
	e := k + 1
	for e < to && e < k+4 && f.nameItem(e) && d.pa[e] == 0 && d.so[e] == 0 && !f.items[e].is(tArea|tPart) {
		e++
	}
	if e == k+1 || e >= to || !f.items[e].is(tArea|tPart) || !provincial(f.word(e)) && f.word(e) != "lga" && f.word(e) != "local government area" {
		return false
	}
	return e+1 >= to || f.items[e+1].is(tPunct|tPrep|tLoc|tWeekday|tRelDay) && !apostrophe(f.word(e+1))
}

// besideUs tells the words before a name that only a place has: "nearby Zoran".
func besideUs(w string) bool { return w == "nearby" || w == "neighbouring" || w == "neighboring" }

// doneToPlaces tells whether the participle at item k says what is done to places only: "was
// shelled", and not "was bombarded with questions".
func (f *field) doneToPlaces(s *sentence, k int) bool {
	switch f.word(k) {
	case "shelled", "bombed", "bombarded", "pounded", "stormed", "overrun", "besieged", "razed", "retaken", "recaptured", "liberated", "raided", "strafed", "carpet-bombed":
		return k+1 >= s.to || f.word(k+1) != "with"
	case "hit", "struck", "targeted", "attacked", "rocked", "shaken":
		return k+1 < s.to && f.word(k+1) == "by" && f.raidsFollow(s, k+2)
	}
	return false
}

// raidsFollow tells whether raids from the air or shelling are named from item k on: "five air
// strikes", "heavy artillery fire".
func (f *field) raidsFollow(s *sentence, k int) bool {
	for n := k; n < s.to && n < k+4; n++ {
		it := &f.items[n]
		if it.is(tEv) && it.w != nil && it.w.evForm == formNoun {
			return it.w.event == isnad.EventShelling || it.w.event == isnad.EventAirStrike || it.w.event == evBombed
		}
		if it.is(tPunct | tClause | tRel | tCap) {
			return false
		}
	}
	return false
}

// placesSuffer tells whether what is told at item k of a name before it is done to places only:
// "was shelled", "has been overrun", "came under heavy bombardment".
func (f *field) placesSuffer(s *sentence, k int) bool {
	if k < s.to && (f.word(k) == "and" || f.word(k) == ",") {
		return false
	}
	under := false
	for n := k; n < s.to && n < k+6; n++ {
		it := &f.items[n]
		if f.doneToPlaces(s, n) {
			return n > k && f.items[n-1].is(tAux|tAdv)
		}
		switch f.word(n) {
		case "came under fire", "came under attack":
			return true
		case "fire", "attack":
			return under
		case "came", "come", "comes", "coming", "came under", "subjected", "exposed", "under":
			under = true
			continue
		case "to", "under heavy", "heavy", "fierce", "intense", "artillery", "aerial", "rocket", "mortar", "renewed":
			continue
		}
		if under && it.is(tEv) && it.w != nil && (it.w.evForm == formNoun || it.w.evForm == formGerund) {
			switch it.w.event {
			case isnad.EventShelling, isnad.EventAirStrike, evBombed:
				return true
			}
		}
		if !it.is(tAux | tAdv) {
			return false
		}
	}
	return false
}

// idleAdjective tells the words that only say how a place lies to the one told of before, or
// what it is like, and belong to no name.
func idleAdjective(w string) bool {
	switch w {
	case "nearby", "neighbouring", "neighboring", "crowded", "busy", "popular", "small", "upscale":
		return true
	}
	return false
}

// provincial tells the words for what a country is divided into.
func provincial(w string) bool {
	switch w {
	case "province", "state", "district", "county", "governorate", "region", "department", "oblast", "prefecture", "agency":
		return true
	}
	return false
}

// bySide returns the end of the name of a province that is called by its side alone:
// "Cameroon's Southwest region", "Burkina Faso's East region"; i for none.
func (f *field) bySide(s *sentence, i int) int {
	k := i
	for k < s.to && k < i+2 && f.items[k].is(tDir) && f.items[k].is(tCap) {
		k++
	}
	if k == i || k >= s.to || i == s.from || !provincial(f.word(k)) {
		return i
	}
	if w := f.word(i - 1); w != "the" && w != "s" && !apostrophe(w) {
		return i
	}
	return k + 1
}

// maxToFacility bounds the words between a name and the word for the large thing that bears it.
const maxToFacility = 4

// facilityEnd returns the item behind the word for a building or works that bears the name which
// ends before item e, with what is said of it between: "the Zoran oil refinery", "the Zoran
// children's hospital"; 0 for none.
func (f *field) facilityEnd(s *sentence, e int) int {
	for k := e; k < s.to && k < e+maxToFacility; k++ {
		if f.items[k].is(tCap) {
			return 0
		}
		if w := f.word(k); facility(w) || k > e && f.items[k].is(tPart) {
			if k+1 < s.to && (facility(f.word(k+1)) || f.items[k+1].is(tPart) && !f.items[k+1].is(tCap)) {
				continue
			}
			if k+1 < s.to && (f.items[k+1].is(tHead|tSrc|tActor|tCap) && !f.items[k+1].is(tWeekday|tMonth) || f.describes(k+1) || apostrophe(f.word(k+1))) {
				return 0 // "the Zoran hospital director"
			}
			return k + 1
		}
		if strings.HasSuffix(f.word(k), "ing") && k+1 < s.to && (facility(f.word(k+1)) || f.items[k+1].is(tPart)) {
			continue // "the Zoran training ground"
		}
		if !f.describes(k) && !apostrophe(f.word(k)) && f.word(k) != "s" && !(f.items[k].is(tHead) && k+1 < s.to && apostrophe(f.word(k+1))) {
			return 0
		}
	}
	return 0
}

// leadsToFacility tells whether the words before item i may lead to a building there: a word of place,
// or a deed and an article, as in "a drone hit the".
func (f *field) leadsToFacility(s *sentence, i int) bool {
	return f.placeWord(s, i) >= 0 || f.entered(s, i) || i-2 >= s.from && f.items[i-1].is(tDet) && f.items[i-2].is(tEv)
}

// facility tells the words for a building, works or ground that has a name of its own.
func facility(w string) bool {
	switch w {
	case "penitentiary", "jail", "detention centre", "detention center", "centre", "center", "colony", "terminal", "refinery", "hypermarket", "supermarket", "clinic", "synagogue", "temple", "cathedral",
		"kindergarten", "dormitory", "theatre", "theater", "cinema", "airstrip", "facility", "pipeline", "substation", "ground", "post", "souk", "bazaar", "festival", "tower", "towers", "compound",
		"tunnel", "gate", "reservoir", "seaport", "salient", "bridgehead", "farmstead", "hub", "library", "museum", "mausoleum", "tomb", "sanatorium", "resort", "arsenal", "armoury", "firing range", "works", "mill", "pizzeria", "pharmacy", "wadi", "mine", "pit", "shipyard", "racecourse", "lodge":
		return true
	}
	return house(w)
}
