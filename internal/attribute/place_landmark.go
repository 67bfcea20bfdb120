package attribute

// The most specific name that a report gives a place is often a thing without a
// name of its own: "a fuel depot in Kosti", "the girls' school in Mayo". The name
// chosen for a claim is then the phrase as written, and the town its wider name.

// landmark returns the first item of the thing that stands in the place m; the
// name itself where there is none.
func (f *field) landmark(s *sentence, m *placeMention) int {
	if m.org || m.origin || m.adj || m.rank == 0 {
		return m.nameFrom
	}
	if k := f.partsOf(m); k < m.nameFrom {
		return k
	}
	if k := f.namedAtAddress(s, m); k < m.nameFrom {
		return k
	}
	if m.prep <= s.from {
		return m.nameFrom
	}
	switch f.word(m.prep) {
	case "in", "at", "near", "outside", "inside", "of", "on", "along", "opposite", "between", "off":
	default:
		return m.nameFrom
	}
	h := f.thingBefore(s, m)
	if m.street {
		if k := f.namedOn(s, h); k >= 0 {
			return k
		}
	}
	if k := f.hospitalHit(s, h); k >= 0 {
		return k
	}
	if k := f.namedBuilding(s, h); k >= 0 {
		return k
	}
	if !f.builtThing(h) {
		return m.nameFrom
	}
	k := h
	for k > s.from && h-k < 3 && (f.describes(k-1) || f.items[k-1].is(tNat) && !f.items[k-1].is(tPossessive)) {
		k-- // "the Northland embassy in X"
	}
	if k == h {
		if k-2 > s.from && f.word(k-1) == "family" && f.items[k-2].is(tCap) {
			k-- // "the al-Example family home in X"
		}
		for k > s.from+1 && h-k < 5 && f.items[k-1].is(tCap) && f.items[k-1].w == nil && !f.items[k-1].is(tPunct|tNum) {
			k-- // "the Example Logistics building in X"
		}
	}
	if n := f.nameBeforeThing(s, k); k < h && n < k {
		return n // "the Example religious school in X"
	}
	switch {
	case k-2 > s.from && apostrophe(f.word(k-1)) && f.items[k-2].is(tHead) && !f.items[k-2].is(tCap):
		k -= 2 // "a girls' school in X"
	case k-3 > s.from && f.word(k-1) == "s" && apostrophe(f.word(k-2)) && f.items[k-3].is(tHead) && !f.items[k-3].is(tCap):
		k -= 3 // "her aunt's apartment in X"
	}
	return f.besideThing(s, k)
}

// nameBeforeThing returns where the name begins that stands between "the" and what is said of a thing
// at item k; k where there is none.
func (f *field) nameBeforeThing(s *sentence, k int) int {
	n, named := k, false
	for n > s.from+1 && k-n < 4 && f.items[n-1].is(tCap) && !f.items[n-1].is(tPunct|tNum|tMonth|tWeekday|tSay|tActor) {
		n--
		named = named || f.items[n].w == nil
	}
	if !named || f.word(n-1) != "the" {
		return k
	}
	return n
}

// thingBefore is the last item of what stands before the word of place of m, which is behind
// the first item of the sentence.
func (f *field) thingBefore(s *sentence, m *placeMention) int {
	h := m.prep - 1
	if f.word(m.prep) == "of" && f.word(h) == "outside" && h > s.from {
		h-- // "a club outside of Karm"
	}
	return h
}

// partsOf returns the first item of several unnamed parts of the place m that its
// phrase opens with: "rebel-held districts of X", "villages in X". The name
// itself where the parts have names of their own.
func (f *field) partsOf(m *placeMention) int {
	if !m.known || m.from >= m.nameFrom {
		return m.nameFrom
	}
	for k := m.from; k < m.nameFrom; k++ {
		if w := f.word(k); f.items[k].is(tPlaceHead) && many(w) && !f.items[k].is(tCap) && k+1 < m.nameFrom && f.word(k+1) == "of" {
			return m.from
		}
	}
	return m.nameFrom
}

// builtThing tells whether item i is a word for something that stands at one
// spot, not part of a name.
func (f *field) builtThing(i int) bool {
	it := &f.items[i]
	switch f.word(i) {
	case "center", "centre", "site", "point", "pitch":
		return i > 0 && f.siteOf(i-1)
	case "shelter": // and not "had taken shelter in"
		return i > 0 && (f.items[i-1].is(tDet) || f.items[i-1].w == nil && !f.items[i-1].is(tPunct) && i > 1 && f.items[i-2].is(tDet))
	}
	if it.is(tCap|tDir|tTown|tArea) || it.is(tActor) && !it.is(tPart) {
		return false
	}
	if f.word(i) == "side" && f.ownSide(i) {
		return false
	}
	switch f.word(i) {
	case "home", "house", "lot", "store", "shop", "restaurant", "club", "plant", "warehouse", "building", "marketplace", "courthouse", "ministry", "tunnel", "cafe", "playground",
		"parts", "side", "bank", "banks", "entrance", "border", "vicinity", "surroundings", "edge",
		"jail", "museum", "inn", "duplex", "townhouse", "townhome", "parlor", "parlour", "studio", "lounge", "rink", "refinery", "motorway", "terminal", "airstrip", "souk",
		"greenhouse", "landfill", "junkyard", "scrapyard", "dump", "dealership", "villa", "residence", "basement", "rooftop", "balcony", "sidewalk", "ditch", "cave", "armory", "armoury", "garrison", "parliament",
		"apartment block", "tower block", "residential block", "block of flats", "ramp", "roadblock", "tent", "police post", "radio station", "television station", "tv station", "car park":
		return true
	case "headquarters":
		return i > 0 && f.word(i-1) == "police"
	case "police headquarters", "army headquarters", "military headquarters":
		return true
	case "front", "fronts", "sector", "valley", "field", "quarter", "quarters", "bar", "block", "corridor", "reserve",
		"district", "districts", "neighborhood", "neighborhoods", "neighbourhood", "neighbourhoods", "suburb", "suburbs", "settlement", "settlements":
		return false
	}
	return it.is(tPart)
}

// siteOf tells the words that say what is at a site, a point or a centre of that name: "a building
// site", "an office center", and not "the city centre".
func (f *field) siteOf(i int) bool {
	switch f.word(i) {
	case "construction", "building", "job", "work", "drilling", "mining", "logging", "dig", "landing", "launch", "test",
		"distribution", "water", "aid", "feeding", "collection", "crossing", "entry", "border",
		"office", "youth", "detention", "care", "daycare", "rehab", "rehabilitation", "senior", "training", "fitness", "medical", "treatment", "call", "convention", "conference", "business", "cultural", "sports", "leisure", "learning", "tutoring", "education", "vaccination", "polling", "voting", "recruiting", "recruitment", "registration", "immigration", "customs", "arts", "dialysis", "birthing", "maternity", "counselling", "counseling", "garden",
		"soccer", "football", "cricket", "hockey":
		return !f.items[i].is(tCap)
	}
	return false
}

// ownSide tells whether the "side" at item i is of whoever was hit there: "was shot in the side in X".
func (f *field) ownSide(i int) bool {
	k := i - 1
	for k > 1 && k > i-4 && f.word(k) != "in" {
		switch f.word(k) {
		case "the", "his", "her", "left", "right":
		default:
			return false
		}
		k--
	}
	if k < 1 || f.word(k) != "in" {
		return false
	}
	switch f.word(k - 1) {
	case "shot", "stabbed", "hit", "struck", "wounded", "grazed", "him", "her", "once", "twice":
		return true
	}
	return false
}

// describes tells whether item i can belong to what is said of a thing after it.
func (f *field) describes(i int) bool {
	it := &f.items[i]
	if it.is(tPunct | tDet | tPrep | tLoc | tConj | tClause | tRel | tPron | tAux | tModal | tAdv | tNeg | tNum | tSay | tOut | tQual | tVague | tAnother | tCap) {
		return false
	}
	if it.is(tEv) && !it.is(tMod) {
		return false
	}
	w := f.word(i)
	n := len(w)
	return n > 2 && (it.w != nil || w[n-2:] != "ed" && (n < 4 || w[n-3:] != "ing") && !(n > 3 && w[n-2:] == "ly"))
}

// address reads a street of a town with its block: "the 1200 block of W. 5th
// Street", from item i to the item after the word for the street; i when there
// is none.
func (f *field) address(i, to int) int {
	it := &f.items[i]
	if !(it.is(tNum|tOrdinal) && digit(f.text[it.start])) || i+3 >= to || f.word(i+1) != "block" || f.word(i+2) != "of" {
		return i
	}
	if e := f.twoStreets(i+3, to); e > i+3 {
		return e
	}
	if e := f.street(i+3, to); e > i+3 {
		return e
	}
	return f.streetName(i+3, to)
}

// streetName returns the item after the name of a street that is told without its word, at
// item i behind "block of": "North Broadway", "S. Albany", "Avenue K"; i where there is none.
func (f *field) streetName(i, to int) int {
	k := i
	for k < to && k < i+4 {
		it := &f.items[k]
		short := k > i && f.word(k) == "." && it.start == f.items[k-1].end && f.items[k-1].end-f.items[k-1].start <= 2 && k+1 < to && f.items[k+1].is(tCap)
		if !short && (!it.is(tCap|tOrdinal) || it.is(tPunct|tMonth|tWeekday)) {
			break
		}
		k++
	}
	return k
}

// addresses keeps the addresses of a sentence that tells no incident: "Officers
// were called to the 1200 block of W. 5th Street."
func (d *doc) addresses(f *field, s *sentence) {
	found := func(from, to, prep int) {
		m := placeMention{from: from, to: to, nameFrom: from, nameTo: to, rank: 3, headed: true, street: true, prep: prep, aside: f.caughtThere(s, prep)}
		c := foundPlace{f: f, si: d.si, m: m, name: f.written(from, to)}
		if k := f.landmark(s, &m); k < from && (f.setsScene(s) || f.callsHelp(s)) {
			c.full = f.written(k, to)
		}
		d.foundPl = append(d.foundPl, c)
	}
	for k := s.from + 1; k < s.to; k++ {
		if e := f.crossing(s, k); e > k {
			found(k, e, f.placeWord(s, k))
			k = e - 1
			continue
		}
		if a := f.onStreet(s, k); a >= 0 {
			found(a, k+1, a-1)
			continue
		}
		if a := d.namedSpot(f, s, k); a >= 0 {
			e := k + 1
			if e < s.to && road(f.word(k)) && f.items[e].is(tNum) {
				e++
			}
			found(a, e, f.placeWord(s, a))
			continue
		}
		if !f.items[k].is(tPart) || f.word(k) != "block" {
			continue
		}
		i := k - 1
		if e := f.address(i, s.to); e > i+3 {
			found(i, e, f.placeWord(s, i))
			k = e
		}
	}
}

// caughtThere tells whether the words before the "on" of item k say that somebody was caught
// at the street behind it.
func (f *field) caughtThere(s *sentence, k int) bool {
	for j := k - 1; j >= s.from && j > k-5; j-- {
		switch f.word(j) {
		case "arrested", "apprehended", "caught", "captured", "custody":
			return true
		}
		if f.items[j].is(tPunct | tClause | tSay) {
			return false
		}
	}
	return false
}

// namedSpot is where the name of a house, a park or an inn begins that ends in a
// word for one at item k, behind a word of place: "to the Example Arms Apartments";
// -1 for none. Where the wounded are brought is no such spot.
func (d *doc) namedSpot(f *field, s *sentence, k int) int {
	it := &f.items[k]
	if !it.is(tPart) || it.is(tTown|tArea|tSrc|tDir) || d.so[k] != 0 || d.org[k] {
		return -1
	}
	switch w := f.word(k); w {
	case "block", "district", "districts", "neighborhood", "neighbourhood", "quarter", "suburb", "airport", "prison", "court", "river", "lake", "valley", "front", "corridor", "university", "school", "academy":
		return -1
	default:
		if hospital(w) {
			return -1
		}
	}
	a := k
	for a > s.from && k-a < 5 && f.items[a-1].is(tCap) && !f.items[a-1].is(tPunct) && d.so[a-1] == 0 && d.pa[a-1] == 0 && !d.org[a-1] {
		a--
	}
	if a == k || a <= s.from+1 || d.gz[a] != 0 && k-a == 1 {
		return -1
	}
	b := a - 1
	if f.word(b) == "the" {
		b--
	}
	switch f.word(b) {
	case "at", "to", "in", "near", "outside", "inside", "behind":
		return a
	}
	return -1
}

// street returns the item after the word for a street whose name begins at item
// i, or i.
func (f *field) street(i, to int) int {
	for k := i; k < to && k < i+7; k++ {
		it := &f.items[k]
		if k > i && it.is(tCap) && streetWord(f.word(k)) && !f.ofLaw(k) {
			if f.saintOfHospital(k, to) || f.word(k) == "dr" && f.items[k-1].is(tMonth|tWeekday|tNum) {
				break // also "on 9 May Dr. Jane Example was shot"
			}
			if k+1 < to && f.word(k+1) == "." && f.items[k+1].start == it.end && k+2 < to && !f.items[k+2].is(tCap) {
				return k + 2
			}
			return k + 1
		}
		if !(it.is(tCap|tOrdinal) || it.is(tNum) && digit(f.text[it.start]) || f.word(k) == "." && k > i && f.items[k-1].end-f.items[k-1].start <= 2) {
			break
		}
	}
	return i
}

// saintOfHospital tells whether the "St." at item k is that of a saint a hospital is called by: "Mercy St.
// Charles Hospital".
func (f *field) saintOfHospital(k, to int) bool {
	if k+2 >= to || f.word(k) != "st" || f.word(k+1) != "." || !f.items[k+2].is(tCap) {
		return false
	}
	for n := k + 3; n < to && n < k+8; n++ {
		if w := f.word(n); hospital(w) || w == "medical" {
			return true
		}
		if !f.items[n].is(tCap) && !apostrophe(f.word(n)) && f.word(n) != "s" {
			return false
		}
	}
	return false
}

// onStreet is where the name of a street begins that ends in a word for one at item
// k, behind a word of place: "a house on Example Road"; -1 for none.
func (f *field) onStreet(s *sentence, k int) int {
	if !f.items[k].is(tCap) || !streetWord(f.word(k)) || f.ofLaw(k) || f.saintOfHospital(k, s.to) {
		return -1
	}
	a := k
	for a > s.from && k-a < 5 && f.items[a-1].is(tCap|tOrdinal) && !f.items[a-1].is(tPunct) {
		a--
	}
	if a == k || a <= s.from {
		return -1
	}
	switch f.word(a - 1) {
	case "on", "off", "in", "at", "near", "along", "down", "onto", "up":
		return a
	}
	return -1
}

// ofLaw tells whether the "Court" at item k is where judges sit and no street: "in Karm City
// Court".
func (f *field) ofLaw(k int) bool {
	if k == 0 || f.word(k) != "court" && f.word(k) != "ct" {
		return false
	}
	switch f.word(k - 1) {
	case "city", "district", "superior", "circuit", "supreme", "county", "municipal", "federal", "criminal", "high", "magistrate", "magistrate's", "magistrates", "crown", "town", "juvenile", "appeals", "appellate", "family", "bankruptcy", "probate", "common", "pleas", "justice", "military", "judicial", "village", "traffic":
		return true
	}
	return false
}

// road tells whether a word is followed by the number of a road.
func road(w string) bool {
	switch w {
	case "highway", "hwy", "interstate", "route", "road", "expressway":
		return true
	}
	return false
}

func streetWord(w string) bool {
	switch w {
	case "street", "st", "avenue", "ave", "road", "rd", "drive", "dr", "boulevard", "blvd", "lane", "ln", "court", "ct", "way", "highway", "hwy", "parkway", "circle", "terrace", "pike", "place", "trail", "loop", "alley":
		return true
	}
	return false
}
