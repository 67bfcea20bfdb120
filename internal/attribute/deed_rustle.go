package attribute

import "isnad"

// Raiders take herds: "made off with some 300 head of cattle", "stole 40 camels". That is
// looting, and of small things a theft that no report of war counts.

var rustled = word{tags: tEv, event: isnad.EventPropertyDestruction, strength: 2, evForm: formPast}

// markRustled makes deeds of the verbs that take herds away.
func (f *field) markRustled() {
	for _, k := range f.doing {
		it := &f.items[k]
		if !it.may(mayRustle) || it.is(tEv|tCap|tPunct|tNum) {
			continue
		}
		if f.takesHerd(k) && !f.harmInSentence(k) {
			it.w = &rustled
			it.tags |= tEv
		}
	}
}

// takesHerd tells whether the verb at k takes animals away from whom they belong to.
func (f *field) takesHerd(k int) bool {
	with := true
	switch f.word(k) {
	case "stole", "stolen", "rustled":
	case "made", "making", "drove", "driven", "took", "carted", "carried", "herded":
		if k+1 >= len(f.items) || f.word(k+1) != "off" && (f.word(k+1) != "away" || f.word(k) == "made") {
			return false
		}
		with = f.word(k) != "made" && f.word(k) != "making"
	default:
		return false
	}
	for n := k + 1; n < len(f.items) && n <= k+9 && f.items[n].para == f.items[k].para; n++ {
		switch f.word(n) {
		case "with":
			with = true
		case "cattle", "cows", "cow", "goats", "sheep", "camels", "livestock", "donkeys", "horses", "poultry", "herd", "herds", "oxen", "bulls", "sorghum", "millet", "maize", "grain", "flour", "foodstuffs", "harvest", "belongings", "furniture":
			return with
		case ".", ";":
			return false
		}
		if f.items[n].is(tSay | tOut | tAux | tClause) {
			return false
		}
	}
	// "hundreds of cattle were stolen"
	for n := k - 1; n > 0 && n >= k-4 && f.word(k) != "made"; n-- {
		switch f.word(n) {
		case "cattle", "cows", "goats", "sheep", "camels", "livestock":
			return f.items[k-1].is(tAux)
		}
	}
	return false
}

// harmInSentence tells whether a deed or harm stands in the sentence before item k, which a
// theft only goes with.
func (f *field) harmInSentence(k int) bool {
	for n := k - 1; n >= 0 && n >= k-30 && f.items[n].para == f.items[k].para && !f.stops(n); n-- {
		if f.items[n].is(tOut|tEv) && !f.items[n].is(tCap) {
			return true
		}
	}
	return false
}
