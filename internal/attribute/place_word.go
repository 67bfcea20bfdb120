package attribute

import "isnad"

// The words that lead to a place.

// placeWord returns the item of the word of place that leads to item i, -1 when
// there is none.
func (f *field) placeWord(s *sentence, i int) int {
	for k := i - 1; k >= s.from && k >= i-4; k-- {
		it := &f.items[k]
		if it.is(tLoc) {
			return k
		}
		w := f.word(k)
		switch w {
		case "on", "towards", "toward", "into", "to", "from", "between", "of",
			"clearing", "cleared", "combing", "rocked", "rocks", "shook", "shakes", "jolted", "ripped through", "tore through", // "a blast rocked X"
			"drone struck", "drones struck", "drone hit", "drones hit", "drone targeted", "drones targeted",
			"entered", "invaded", "defending", "entering", "invading", "encircling":
			return k
		case "off":
			if k > s.from && (seaborne(f.word(k-1)) || f.items[k-1].is(tOut|tHead|tWeekday) || f.word(k-1) == "at" || f.word(k-1) == "shots") {
				return k // "fishing boats off Zoran"
			}
			if f.streetAhead(s, k+1) {
				return k // "a lease off Redmoor Road"
			}
		case "down", "up", "along":
			if f.streetAhead(s, k+1) {
				return k // "shots were fired down Redmoor Lane"
			}
		case "through":
			if f.moves(s, k) {
				return k // "swept through X"
			}
		case "over":
			n := k - 1
			for n > s.from && n > k-4 && f.items[n].is(tWeekday|tRelDay|tDayPart|tAdv|tPrep) {
				n-- // "regained control on Thursday over X"
			}
			if n >= s.from && f.word(n) == "control" {
				return k
			}
		}
		if it.is(tEv) && it.w != nil && it.w.evForm >= formThird && it.w.evForm <= formPast {
			return k // "shelled X", "hit X", "captured X"
		}
		if apostrophe(w) && k == i-1 && it.end == f.items[i].start && k > s.from && it.start > f.items[k-1].end {
			continue // "in 'Ayn Zoran"
		}
		if !it.is(tDet | tDir | tPlaceAdj | tTown | tPart | tArea) {
			return -1
		}
	}
	return -1
}

// takesPlace tells whether the plain verb at item k is of what is done to places by force: "storm",
// "retake".
func (f *field) takesPlace(k int) bool {
	it := &f.items[k]
	switch f.word(k) {
	case "enter", "invade", "defend", "encircle", "besiege", "conquer", "re-enter":
		return true
	}
	if !it.is(tEv) || it.w == nil || it.w.evForm != formBase {
		return false
	}
	switch it.w.event {
	case evTerritory, isnad.EventClash, isnad.EventShelling, isnad.EventAirStrike:
		return true
	}
	return false
}

// entered tells whether the words before item i lead to a building there: "walked into
// the", "fired inside".
func (f *field) entered(s *sentence, i int) bool {
	k := i - 1
	if k > s.from && f.items[k].is(tDet) {
		k--
	}
	if k <= s.from {
		return false
	}
	switch f.word(k) {
	case "into", "in", "at", "inside", "outside", "near":
		return true
	}
	return false
}

// offRoad tells whether "off" leads to the name of a road that begins at item n and ends
// with item k: "a mobile home off Willow Gap Road".
func (f *field) offRoad(s *sentence, n, k int) bool {
	if k <= n || !streetWord(f.word(k)) {
		return false
	}
	a := n - 1
	if a > s.from && f.items[a].is(tDet) {
		a--
	}
	return a > s.from && f.word(a) == "off"
}

// villageOfArea tells whether the words "community of" or "village of" at item h stand behind the
// village's own name, which begins at item i: "in Karm village of Zoran", "invaded Karm village
// of Zoran county", unlike "attacked the Druze village of Zoran".
func (f *field) villageOfArea(s *sentence, i, h int) bool {
	if i <= s.from {
		return false
	}
	if w := f.word(h); (w == "community" || w == "village") && f.items[i-1].is(tLoc) {
		return true
	}
	k := h + 2
	for k < s.to && k < h+6 && f.items[k].is(tCap) && !f.items[k].is(tArea) {
		k++
	}
	return k > h+2 && k < s.to && f.items[k].is(tArea) && f.placeWord(s, i) == i-1
}

// smallUnit tells the words for a small area that stand behind its own name and never behind that
// of the wider one: "Karm payam of Zoran county" lies in Zoran, "the Homs district of Zoran" is it.
func smallUnit(w string) bool {
	switch w {
	case "payam", "boma", "woreda", "kebele", "lga", "local government area", "tehsil", "taluk", "taluka", "upazila", "sub-county", "subcounty", "regency", "community", "cercle", "barangay", "ward":
		return true
	}
	return false
}

// house tells whether a word ends the name of a building that people go into.
func house(w string) bool {
	switch w {
	case "building", "warehouse", "plant", "store", "shop", "restaurant", "club", "cafe", "courthouse", "marketplace":
		return true
	}
	return false
}

// streetAhead tells whether the name of a street begins at item k: up to three capitalised words and a word
// for a street, or a highway with its number.
func (f *field) streetAhead(s *sentence, k int) bool {
	for n := k; n < s.to && n < k+4 && f.items[n].is(tCap|tOrdinal) && !f.items[n].is(tPunct|tMonth|tWeekday); n++ {
		if n > k && streetWord(f.word(n)) || road(f.word(n)) && n+1 < s.to && f.items[n+1].is(tNum) {
			return true
		}
	}
	return false
}
