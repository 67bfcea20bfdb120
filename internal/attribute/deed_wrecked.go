package attribute

import (
	"strings"

	"isnad"
)

// Property is destroyed in words that stand apart or mean something else elsewhere: "set eleven
// stores alight", "cut down 60 olive trees", "emptied the clinic", "smashed the windows of a
// church". Told in a sentence of its own, behind an attack that killed, it is a claim of its own
// and says nothing of how people died: "They also burned 126 houses."

var wreckedIt = word{tags: tEv, event: isnad.EventPropertyDestruction, strength: 2, evForm: formPast}

// maxWrecked bounds the items between the verb and what it is done to.
const maxWrecked = 8

// markWrecked makes deeds of such verbs.
func (f *field) markWrecked() {
	for _, k := range f.doing {
		it := &f.items[k]
		if !it.may(mayWreck) || it.is(tCap|tPunct|tNum|tOut) {
			continue
		}
		if f.wrecks(k) && (!f.harmInSentence(k) || f.onlyStormed(k)) {
			it.w, it.tags = &wreckedIt, it.tags|tEv
		}
	}
}

// onlyStormed tells whether nothing is told before the verb at k in its sentence but that somebody
// stormed a building: "stormed the shrine, smashing its windows".
func (f *field) onlyStormed(k int) bool {
	for n := k - 1; n >= 0 && n >= k-30 && f.items[n].para == f.items[k].para && !f.stops(n); n-- {
		if f.items[n].is(tOut|tEv) && !f.items[n].is(tCap) && !strings.HasPrefix(f.word(n), "storm") {
			return false
		}
	}
	return true
}

// wrecks tells whether the verb at k destroys property.
func (f *field) wrecks(k int) bool {
	switch f.word(k) {
	case "set", "setting", "sets":
		return f.near(k, alight) && (f.near(k, flammable) || f.before(k, flammable))
	case "cut", "cutting", "uprooted", "uprooting", "felled", "felling", "chopped", "chopping", "sawed", "uproot", "hacked":
		return f.near(k, trees) || f.items[max(k-1, 0)].is(tAux) && f.before(k, trees)
	case "emptied", "emptying", "stripped":
		return k > 0 && !f.items[k-1].is(tAux|tDet) && f.near(k, stocked)
	case "tore", "tearing", "torn", "pulled", "pulling", "ripped", "ripping", "toppled", "toppling", "knocked", "knocking":
		return f.near(k, monuments) && (f.near(k, downOrOff) || f.word(k) == "toppled" || f.word(k) == "toppling")
	case "smashed", "smashing", "slashed", "slashing":
		return f.near(k, panes) && k > 0 && !f.items[k-1].is(tDet)
	}
	return false
}

// near tells whether one of what is listed stands shortly behind the verb at k, in its clause.
func (f *field) near(k int, listed func(string) bool) bool {
	for n := k + 1; n < len(f.items) && n <= k+maxWrecked && f.items[n].para == f.items[k].para; n++ {
		if listed(f.word(n)) {
			return true
		}
		if f.items[n].is(tSay|tRel) || f.items[n].is(tPunct) && f.word(n) != "," {
			return false
		}
	}
	return false
}

// before tells the same of what stands shortly before a verb in the passive.
func (f *field) before(k int, listed func(string) bool) bool {
	for n := k - 1; n >= 0 && n >= k-maxWrecked-2 && f.items[n].para == f.items[k].para; n-- {
		if listed(f.word(n)) {
			return true
		}
		if f.items[n].is(tSay|tRel) || f.items[n].is(tPunct) && f.word(n) != "," {
			return false
		}
	}
	return false
}

func alight(w string) bool {
	switch w {
	case "alight", "ablaze", "afire", "aflame", "on fire":
		return true
	}
	return false
}

// trees tells the words for what stands in fields and groves.
func trees(w string) bool {
	switch w {
	case "trees", "saplings", "vines", "vineyard", "vineyards", "crops", "orchard", "orchards", "grove", "groves", "olives", "palms", "seedlings", "plantation", "plantations":
		return true
	}
	return false
}

// stocked tells the words for where things are kept that others want.
func stocked(w string) bool {
	switch w {
	case "clinic", "clinics", "hospital", "health post", "health centre", "health center", "dispensary", "pharmacy", "pharmacies", "warehouse", "warehouses", "store", "stores", "shops", "shop", "granary", "granaries",
		"houses", "homes", "school", "depot", "market":
		return true
	}
	return false
}

func panes(w string) bool {
	switch w {
	case "windows", "window", "windscreen", "windscreens", "windshield", "windshields", "tyres", "tires", "windowpanes", "gravestones", "tombstones", "headstones", "solar panels", "water tanks", "shopfronts", "storefronts":
		return true
	}
	return false
}

// monuments tells the words for what a mob pulls down.
func monuments(w string) bool {
	switch w {
	case "plaque", "plaques", "statue", "statues", "cross", "crosses", "monument", "monuments", "memorial", "memorials", "gravestones", "tombstones", "headstones", "minaret", "minarets", "icons", "shrine", "shrines", "bust", "busts":
		return true
	}
	return false
}

func downOrOff(w string) bool { return w == "down" || w == "off" }

// flammable tells the words for what is set alight: buildings, vehicles and what grows.
func flammable(w string) bool {
	if trees(w) || stocked(w) || dwelling(w) {
		return true
	}
	switch w {
	case "truck", "trucks", "lorry", "lorries", "bus", "buses", "minibus", "minibuses", "car", "cars", "vehicle", "vehicles", "tractor", "tractors", "excavator", "excavators", "bulldozer", "bulldozers", "van", "vans",
		"ambulance", "ambulances", "motorcycle", "motorcycles", "motorbike", "motorbikes", "tanker", "tankers", "machinery", "equipment", "generator", "generators", "boat", "boats", "harvester", "harvesters", "mast", "masts", "booths", "booth", "pylon", "pylons",
		"train", "trains", "wagons", "carriages", "fields", "stall", "stalls", "kiosk", "kiosks", "haystacks", "wheat", "grain", "belongings":
		return true
	}
	return false
}

// dwelling tells the words for buildings and for where many of them stand.
func dwelling(w string) bool {
	switch w {
	case "house", "houses", "home", "homes", "hut", "huts", "tent", "tents", "shelters", "dwellings", "building", "buildings", "village", "villages", "town", "towns", "hamlet", "hamlets", "settlement", "settlements",
		"church", "churches", "mosque", "mosques", "monastery", "temple", "temples", "shrine", "shrines", "office", "offices", "police station", "police stations", "station", "schools", "hospitals", "mill", "mills", "barn", "barns", "farm", "farms",
		"shacks", "camp", "camps", "embassy", "embassies", "consulate", "palace", "courthouse", "headquarters", "health posts", "properties", "property", "convent", "library", "museum", "factory", "factories", "warehouses":
		return true
	}
	return false
}

// leastWreckage is the chance above which counted property is told of: the judge knows only
// words of harm to people.
const leastWreckage = 0.08

// wreckage tells whether a candidate is about nothing but property, of which it counts some, and
// says itself who destroyed it, where, when, or who tells so.
func (p *partial) wreckage() bool {
	fr := &p.fr
	if p.counted() || p.both != nil || fr.harm || fr.evAt < 0 || fr.event != isnad.EventPropertyDestruction || p.stance == isnad.StanceDenied || p.f.inTitle || p.title {
		return false
	}
	told := fr.said != nil && !fr.carried || len(fr.actors) > 0 || fr.place != nil && !fr.place.org || p.gotDate
	return told && p.f.countsWrecked(fr)
}

// countsWrecked tells whether the verb of destruction of a frame is done to buildings, vehicles
// or trees that are counted: "burned 126 houses", "eleven houses and a health post were burned".
func (f *field) countsWrecked(fr *frame) bool {
	k := fr.evAt
	for n := max(fr.from, k-maxWrecked-2); n < fr.to && n <= k+maxWrecked; n++ {
		if n == k || !flammable(f.word(n)) {
			continue
		}
		for j := n - 1; j >= fr.from && j >= n-4 && j != k; j-- {
			it := &f.items[j]
			if it.is(tNum|tVague) && !it.is(tMonth) {
				return true
			}
			if it.is(tPunct | tPrep | tLoc | tSay | tOut) {
				break
			}
		}
	}
	return false
}

// wreckedToo tells whether b tells of property in a sentence of its own, and a of people.
func wreckedToo(a, b *partial) bool {
	return b.wreckage() && a.counted() && !(a.f0 == b.f0 && a.last == b.si0) && !a.title
}

// harmedSome tells whether a candidate counts people who were killed or hurt.
func (p *partial) harmedSome() bool {
	return harmsSome(p.killed) || harmsSome(p.injured)
}
