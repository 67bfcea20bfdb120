package attribute

import (
	"strings"

	"isnad"
)

// The names of places: where a run of capitalised words begins and ends, whether a
// list has it or not.

// nameItem tells whether item i can be part of a name that no book lists.
func (f *field) nameItem(i int) bool {
	it := &f.items[i]
	if !it.is(tCap) || it.is(tPunct|tNum) || strings.HasPrefix(f.word(i), "mid-") {
		return false
	}
	if it.w == nil {
		return !f.compound(i)
	}
	if f.word(i) == "nor" && i > 0 && f.items[i-1].is(tLoc|tPrep) && i+1 < len(f.items) && f.items[i+1].is(tCap) {
		return true // "in Nor Zoran"
	}
	if arabicArticle(f.word(i)) && i > 0 && !f.inTitle && !f.items[i-1].is(tPunct) && i+1 < len(f.items) && f.items[i+1].is(tCap) && f.items[i+1].w == nil && f.items[i+1].start == it.end+1 {
		return true // "in An Zoran", as maps of the UN spell it
	}
	if short(f.word(i)) && (it.is(tFunc|tDir|tPart|tAdv) || f.word(i) == "tell" && i > 0 && !f.items[i-1].is(tPunct)) && i+1 < len(f.items) && f.items[i+1].is(tCap) {
		return true // "New Aleppo", "near Tell Malah"
	}
	if f.word(i) == "said" && i > 0 && f.items[i-1].is(tCap) && !f.items[i-1].is(tPunct) && (short(f.word(i-1)) || f.word(i-1) == "sheikh") {
		return true // "Sheikh Said"
	}
	const block = tDet | tPrep | tLoc | tConj | tPron | tAux | tModal | tAdv | tFunc | tNeg | tNum | tSay | tAccording |
		tMonth | tWeekday | tRelDay | tRelRange | tOut | tEv | tNat | tIncl | tQual | tVague | tRel | tToll | tAnother |
		tHead | tActor | tMod | tSocial | tSrc | tWeapon | tAccuse | tDenyCue | tUnit | tThing | tLead | tLeave
	return it.tags&block == 0
}

// name reads a run of capitalised words from item i on and returns its end.
// Where the gazetteer knows a name the run keeps to its bounds.
func (d *doc) name(f *field, i, to int) int {
	gz := d.gz
	if e := d.villageRun(f, i, to); e > i {
		return e
	}
	if g := gz[i]; g != 0 {
		e := i + 1
		for e < to && gz[e] == g {
			e++
		}
		if d.lostApostrophe(f, e-1) {
			return e
		}
		for e < to && d.partsArabic(f, e) {
			e++ // "Beit Hanoun al-Sharqiya"
		}
		if n := d.ofSaint(f, e, to); n > e {
			return n // "San Pedro de Zoran"
		}
		if e == i+1 && e < to && genericName(f.word(i)) && gz[e] == 0 && f.nameItem(e) && !f.items[e].is(tPlaceHead) && f.items[e].start == f.items[i].end+1 {
			for e++; e < to && e < i+4 && gz[e] == 0 && f.items[e].is(tCap) && (f.nameItem(e) || townsEnd(f.word(e))) && f.items[e].start == f.items[e-1].end+1; {
				e++
			}
			return e // "Lake Zoran City"
		}
		// "Damascus International Airport", "Aleppo University"
		for k := e; k < to && k < e+3 && f.items[k].is(tCap) && gz[k] == 0 && f.items[k].para == f.items[i].para; k++ {
			if f.items[k].is(tPart) && !f.items[k].is(tSrc) {
				return k + 1
			}
			if !f.nameItem(k) {
				break
			}
		}
		return e
	}
	if !f.nameItem(i) && !(f.items[i].is(tDir) && f.items[i].is(tCap)) || d.pa[i] != 0 {
		return i
	}
	e := i + 1
	for e < to && e-i < 6 {
		it := &f.items[e]
		if gz[e] != 0 {
			if n := d.listedPart(f, e, to); n > e {
				e = n // "Karm Zoran neighbourhood", where there is a town of Zoran
				break
			}
			// an unlisted name before a listed one; "New Aleppo" and "Karam al-Luz" are one name
			if e == i+1 && short(f.word(i)) || f.hasArticle(e) && f.items[e].start == f.items[e-1].end+1 {
				g := gz[e]
				for e < to && gz[e] == g {
					e++
				}
			}
			break
		}
		if d.pa[e] != 0 || d.org[e] {
			break
		}
		if f.nameItem(e) && !it.is(tPlaceHead|tDir) || it.is(tCap) && townsEnd(f.word(e)) && it.start == f.items[e-1].end+1 {
			e++
			continue
		}
		if n := d.ofSaint(f, e, to); n > e {
			e = n
			continue
		}
		if it.is(tCap) && it.is(tFunc|tConj|tPrep|tLoc) && it.w != nil && e+1 < to && e == i+1 && (f.word(i) == "kibbutz" || f.word(i) == "moshav") && f.nameItem(e+1) {
			e += 2 // "Kibbutz Or Haner"
			continue
		}
		w := f.word(e)
		if (w == "al" || w == "de" || w == "bin" || w == "ibn" || w == "ash" || w == "el" || w == "-") && e+1 < to && f.nameItem(e+1) && (w != "-" || f.items[e].start == f.items[e-1].end) {
			e += 2
			continue
		}
		// "Mazzeh 86", "Rashideen 4"
		if it.is(tNum) && digit(f.text[it.start]) && it.num < 1000 && road(f.word(e-1)) {
			e++ // "Interstate 25", "Highway 4"
			break
		}
		if it.is(tNum) && digit(f.text[it.start]) && it.num < 10000 && e+1 < to && !f.items[e+1].is(tHead|tOut|tAux|tUnit|tAnother|tThing|tMonth|tNum) && !f.items[e+1].is(tCap) {
			if f.items[e+1].is(tPlaceHead|tConj|tPunct) || f.items[e+1].is(tLoc) && road(f.word(e-1)) {
				e++ // not "100 in Saqba 61 in Douma"
			}
		}
		break
	}
	return min(e, to)
}

// listedPart is the end of the listed name at item e where a word for a part of a town follows it, so that an unlisted
// name right before it is of the part's name; e for none.
func (d *doc) listedPart(f *field, e, to int) int {
	if f.items[e].start != f.items[e-1].end+1 {
		return e
	}
	n := e
	for n < to && d.gz[n] == d.gz[e] {
		n++
	}
	if n >= to || f.items[n].is(tCap) {
		return e
	}
	switch f.word(n) {
	case "neighborhood", "neighbourhood", "quarter", "street", "village", "hamlet":
		return n
	}
	return e
}

// arabicArticle tells the forms of the Arabic article that stand as words of their own, some of which are words of
// English too.
func arabicArticle(w string) bool {
	switch w {
	case "al", "an", "ad", "as", "ash", "at", "az", "ar", "adh", "ath", "el":
		return true
	}
	return false
}

// ofSaint goes on from the end e of a name over what Romance languages add to it: "San Pedro de Zoran", "Santa Rosa del
// Lago", "Villa Nueva de los Karm"; e where nothing does.
func (d *doc) ofSaint(f *field, e, to int) int {
	if e+1 >= to {
		return e
	}
	n := e + 1
	switch f.word(e) {
	case "de":
		switch f.word(n) {
		case "la", "los", "las":
			n++
		}
	case "del", "do", "da", "dos", "das", "du", "di", "della":
	default:
		return e
	}
	if f.items[e].is(tCap) || n >= to || d.gz[e] != 0 || d.pa[n] != 0 || d.org[n] || f.items[n].para != f.items[e].para || !f.nameItem(n) {
		return e
	}
	n++
	if n < to && d.gz[n] == 0 && f.nameItem(n) && !f.items[n].is(tPlaceHead|tDir) && f.items[n].start == f.items[n-1].end+1 {
		n++ // "San Juan de la Cruz Alta"
	}
	return n
}

// genericName tells the words that many names of places begin with and that are listed alone somewhere.
func genericName(w string) bool {
	switch w {
	case "lake", "mount", "port", "fort", "san", "santa", "villa", "nuevo", "nueva", "puerto", "el", "la", "los", "las", "point", "glen":
		return true
	}
	return false
}

// townsEnd tells the words that names of American and other English towns end with, which mean something else alone.
func townsEnd(w string) bool {
	switch w {
	case "springs", "falls", "heights", "hills", "creek", "grove", "beach", "junction", "ridge", "rapids", "bluff", "bluffs", "harbor", "harbour", "bend", "landing", "mills", "ferry", "crossing", "gap", "shores", "oaks", "pines", "corners", "forks", "fork", "forge", "furnace", "prairie":
		return true
	}
	return false
}

// compound tells whether item i is an adjective made of a name: "Istanbul-based".
func (f *field) compound(i int) bool {
	w := f.word(i)
	k := strings.LastIndexByte(w, '-')
	if k < 0 {
		return false
	}
	switch w[k+1:] {
	case "based", "led", "installed", "appointed", "imposed", "recognised", "recognized", "backed", "held", "controlled", "linked", "dominated", "born", "trained", "run", "style", "allied", "affiliated", "supported", "funded", "made", "brokered", "sponsored", "administered", "occupied", "bound", "wide", "aligned", "flagged", "registered", "owned", "inspired", "operated":
		return true
	}
	return false
}

// hasArticle tells whether item i is a name with the Arabic article: "al-Luz". It
// seldom follows another name without belonging to it.
func (f *field) hasArticle(i int) bool {
	w := f.word(i)
	k := strings.IndexByte(w, '-')
	if k < 2 || k > 3 || k+1 == len(w) {
		return false
	}
	switch w[:k] {
	case "al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul":
		return true
	}
	return false
}

func short(w string) bool {
	switch w {
	case "new", "old", "east", "west", "north", "south", "upper", "lower", "greater", "tel", "tal", "tell", "um", "om", "khan", "kafr", "bab", "jisr", "deir", "wadi", "jabal", "umm", "abu", "ain", "beit", "bir", "ras", "camp", "port", "fort", "saint", "st", "mount", "san", "santa", "puerto", "villa", "monte", "nuevo", "nueva", "cerro", "ciudad",
		"barangay", "brgy", "sitio", "purok", "colonia", "barrio", "vereda", "ejido", "khirbet", "khirbat", "bayt", "tall", "ayn", "kfar", "nahr", "ban", "bang", "phnom", "kampung", "kibbutz", "moshav", "novo", "nova", "santo", "ilha", "alto", "alta", "oued", "sidi", "hassi":
		return true
	}
	return false
}

// partsArabic tells whether item k goes on a listed name before it with the Arabic
// article, as what tells one of two places of that name from the other: "Nabatieh
// al-Fawqa".
func (d *doc) partsArabic(f *field, k int) bool {
	it := &f.items[k]
	return it.is(tCap) && d.gz[k] == 0 && d.pa[k] == 0 && d.so[k] == 0 && !d.org[k] && f.hasArticle(k) && f.nameItem(k) &&
		it.start == f.items[k-1].end+1 && it.para == f.items[k-1].para
}

// familyName tells whether the listed name at item n follows the unlisted first name of
// somebody: "the mayor, Sabah Aydin, said". A list of places has a word of place
// before it.
func (d *doc) familyName(f *field, s *sentence, n int) bool {
	k := n - 1
	if k < s.from || d.gz[n] == 0 || s.heads || f.inTitle || n+1 < s.to && d.gz[n+1] == d.gz[n] {
		return false
	}
	it := &f.items[k]
	if !it.is(tCap) || it.is(tUpper|tPunct) || it.w != nil || d.gz[k] != 0 || d.so[k] != 0 || d.org[k] || it.para != f.items[n].para || it.end+1 != f.items[n].start || !f.nameItem(k) {
		return false
	}
	if k == s.from || short(f.word(k)) {
		return false
	}
	return f.placeWord(s, k) < 0
}

// noPlace tells whether the name in the items [n, e) is a word that is never a place,
// though towns or villages may be called so: a make of car, a language, a creed.
func (d *doc) noPlace(f *field, s *sentence, n, e int) bool {
	if f.word(n) == "operation" || n > s.from && f.word(n-1) == "operation" && f.items[n-1].is(tCap) {
		return true // "Operation Euphrates Shield"
	}
	if carMake(f.word(n)) || e == n+1 && d.gz[n] == 0 && labelWord(f.word(n)) {
		return true // "in a Toyota Camry", "Update, Monday:"
	}
	if n > s.lead && d.gz[n] == 0 && (f.word(n-1) == "a" || f.word(n-1) == "an") && (e >= s.to || f.items[e].is(tPrep|tLoc|tPunct|tConj)) {
		return true // "fired a Taser at him"
	}
	if f.saintOfHospital(e-1, s.to) || f.saintOfHospital(e, s.to) {
		return true
	}
	if e > n+1 {
		return false
	}
	if (f.inTitle || s.heads || s.heading) && d.gz[n] == 0 && (house(f.word(n)) || f.spotSort(n)) {
		return true // "Bomb Near Restaurant Kills Five"
	}
	it := &f.items[n]
	if it.is(tUpper) && it.end-it.start <= 4 && n > s.from && !s.heads && !f.items[n-1].is(tCap) {
		return d.gz[n] != 0 && d.kind(d.gz[n]) != isnad.KindCountry // "in a dark SUV"
	}
	switch f.word(n) {
	case "barrier", "fence", "wall":
		return d.gz[n] == 0 // "near the Barrier at X"
	case "arabic", "english", "hebrew", "farsi", "dari", "pashto", "urdu", "amharic", "swahili", "ramadan", "easter", "christmas", "eid",
		"islam", "shia", "shiite", "shi'ite", "shi'a", "sunni", "druze", "alawite", "turkmen", "muslim", "christian", "jewish":
		return true
	}
	return false
}

// spotSort tells whether item n, whatever its letters, is a word for a spot that has no name.
func (f *field) spotSort(n int) bool {
	switch f.word(n) {
	case "courtyard", "home", "house", "checkpoint", "village", "town", "city", "market", "school", "mosque", "church", "hospital", "station", "bridge", "border", "apartment", "camp", "base", "convoy", "bus", "compound", "cafe", "bar", "nightclub", "hotel", "mall", "park":
		return true
	}
	return false
}

// labelWord tells the words that pages put before a paragraph.
func labelWord(w string) bool {
	switch w {
	case "update", "updates", "updated", "breaking", "latest", "recap", "background", "note", "details", "photo", "photos", "video", "correction", "recall", "reminder", "vog", "vogs":
		return true
	}
	return false
}

// carMake tells the makes of cars; a town that is called so is meant less often.
func carMake(w string) bool {
	switch w {
	case "toyota", "honda", "nissan", "hyundai", "kia", "chevrolet", "chevy", "dodge", "jeep", "bmw", "mercedes", "mercedes-benz", "audi", "lexus", "volkswagen",
		"mazda", "subaru", "mitsubishi", "isuzu", "cadillac", "buick", "acura", "infiniti", "pontiac", "hilux", "camry", "corolla", "jetta", "civic", "accord", "sentra", "altima", "tacoma", "silverado", "malibu", "impala", "tahoe", "mustang":
		return true
	}
	return false
}

// maxFirst bounds the letters of a first word that seldom is a name of its own.
const maxFirst = 4

// nameOnward goes on from the end e of a listed name over a word that no list has and
// that closes the name: "the village of Dan Gulbi in Katsina", whose short
// first word is a town of its own.
func (d *doc) nameOnward(f *field, n, e, to int) int {
	if e != n+1 || e >= to || f.items[n].end-f.items[n].start > maxFirst && !short(f.word(n)) && !(n >= 2 && f.word(n-2) == "village") || d.gz[n] == 0 || d.gz[e] != 0 || d.pa[e] != 0 || d.so[e] != 0 || d.org[e] {
		return e
	}
	it := &f.items[e]
	if !it.is(tCap) || it.w != nil || it.is(tPunct|tNum) || it.start != f.items[e-1].end+1 || it.para != f.items[n].para || f.compound(e) {
		return e
	}
	if e+1 < to && f.items[e+1].is(tCap) && f.items[e+1].w == nil && d.gz[e+1] == 0 && f.items[e+1].start == f.items[e].end+1 && f.items[e+1].para == it.para && f.nameItem(e+1) {
		e++ // "the village of Nan Hti Lo"
	}
	if e+1 >= to || f.items[e+1].is(tPunct|tLoc|tPrep|tConj) || f.items[e+1].is(tWeekday) || f.word(e+1) == "on" {
		return e + 1
	}
	return n + 1
}

// villageRun returns the end of a name of two to four words before "village", of which one or more are also the
// name of a listed place: "Lin Zoran Lu village"; i where there is none.
func (d *doc) villageRun(f *field, i, to int) int {
	e, listed := i, int16(0)
	for e < to && e < i+4 && f.nameItem(e) && !f.items[e].is(tPlaceHead|tDir) && d.pa[e] == 0 && !d.org[e] && (e == i || f.items[e].start == f.items[e-1].end+1) {
		if g := d.gz[e]; g != 0 {
			if listed != 0 && listed != g {
				return i // "Aleppo Zoran village"
			}
			listed = g
		}
		e++
	}
	if e < i+2 || e >= to || listed == 0 || d.gz[e-1] == d.gz[i] || f.word(e) != "village" && f.word(e) != "hamlet" || f.items[e].is(tCap) {
		return i
	}
	return e
}

// namesOfPlaces takes from the names of sources those that a word for a place follows: "the Sumaria
// neighbourhood" is no broadcaster.
func (d *doc) namesOfPlaces(f *field) {
	if len(d.som) == 0 {
		return
	}
	for k := range len(f.items) - 1 {
		n := d.so[k]
		if n == 0 || d.so[k+1] == n || !f.items[k+1].is(tPart|tTown) || f.items[k+1].is(tCap) {
			continue
		}
		for i := k; i >= 0 && d.so[i] == n; i-- {
			d.so[i] = 0
		}
	}
}

// waters returns where a name of waters ends that begins at item i with their kind: "Gulf of Karm",
// "Bay of Zoran"; i for none.
func (f *field) waters(i, to int) int {
	if i+2 >= to || !f.items[i].is(tCap) || f.word(i+1) != "of" {
		return i
	}
	switch f.word(i) {
	case "gulf", "bay", "strait", "straits", "sea":
	default:
		return i
	}
	e := i + 2
	for e < to && e < i+5 && f.items[e].is(tCap) && !f.items[e].is(tPunct|tWeekday|tMonth|tNum) {
		e++
	}
	if e == i+2 {
		return i
	}
	return e
}
