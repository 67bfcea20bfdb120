package attribute

import "strings"

// A denial has a day of its own, seldom that of the deed: "the army denied on Friday that it had
// shelled the town on Tuesday", "the ministry on Friday rejected accusations".

// deniedOn tells whether somebody denies something on the day m.
func (f *field) deniedOn(from, to int, m *dateMention) bool {
	bare := true // no preposition leads the day, so that it may belong to a deed named behind it
	k := m.from - 1
	for k > from && (f.items[k].is(tPrep) || f.word(k) == "on" || f.word(k) == "late" || f.word(k) == "early") {
		bare = bare && f.word(k) != "on"
		k--
	}
	if m.to < to && f.denies(m.to) {
		return true // "the army on Friday denied"
	}
	if k < from || !f.denies(k) {
		return false
	}
	if !bare || m.to >= to {
		return true
	}
	switch it := &f.items[m.to]; {
	case f.ownsNext(m, to):
		return false // "denied Friday's strike"
	case it.is(tPron|tRel) || f.word(m.to) == "that" || it.is(tPunct) && f.word(m.to) != "-":
		return true
	case it.is(tEv | tOut):
		return it.w != nil && it.w.evForm == formGerund // "denied Friday bombing the market", not "denied Friday strikes"
	}
	return false
}

// denies tells whether item k is a verb that denies or turns down what is said.
func (f *field) denies(k int) bool {
	it := &f.items[k]
	if it.is(tCap | tHead) {
		return false
	}
	switch f.word(k) {
	case "rejected", "dismissed", "disputed", "rebutted", "contradicted":
		return true
	}
	return it.is(tDenyCue) && !it.is(tNum)
}

// ownsNext tells whether the day m is said to own what follows: "Friday's strike".
func (f *field) ownsNext(m *dateMention, to int) bool {
	return m.to < to && apostrophe(f.word(m.to)) || strings.HasSuffix(f.word(m.to-1), "days") // "Fridays strike", as pages print it that lose marks
}

// reactedOn tells whether on the day m people mourn, protest or look into what was done: "hundreds
// protested in the city on Friday over the shelling", "opened an inquiry on Friday into the killing".
func (f *field) reactedOn(from, to int, m *dateMention) bool {
	if m.to < to && reacts(f.word(m.to)) && !f.items[m.to].is(tCap) {
		return true // "families on Friday mourned"
	}
	if m.to < to && protests(f.word(m.to)) && f.overDeed(m.to+1, to) {
		return true // "hundreds on Friday protested over the shelling"
	}
	k := m.from - 1
	if k > from && f.word(k) == "on" {
		k--
	}
	for n := k; n >= from && n > k-maxReacted; n-- {
		it := &f.items[n]
		switch w := f.word(n); {
		case reacts(w) && !it.is(tCap):
			return true
		case protests(w) && !it.is(tCap):
			return f.overDeed(m.to, to) // not "where police shot at them"
		case w == "investigation" || w == "inquiry" || w == "probe" || w == "enquiry" || w == "investigations":
			return f.opensInquiry(from, n)
		case it.is(tPunct|tClause|tRel|tSay) || it.is(tOut|tEv) && !it.is(tCap):
			return false
		}
	}
	return false
}

// opensInquiry tells whether the inquiry at item n is what somebody begins or asks for.
func (f *field) opensInquiry(from, n int) bool {
	for k := n - 1; k >= from && k > n-4; k-- {
		switch f.word(k) {
		case "opened", "opens", "launched", "launches", "ordered", "orders", "began", "begun", "started", "demanded", "promised", "announced", "opening", "launching", "ordering":
			return true
		}
	}
	return false
}

// reacts tells of verbs for what is done once a deed is known, besides those of saying.
func reacts(w string) bool {
	switch w {
	case "mourned", "mourn", "grieved", "revised", "reviewed", "apologised", "apologized":
		return true
	}
	return false
}

// protests tells of verbs for protest, which may answer a deed or be met by one.
func protests(w string) bool {
	switch w {
	case "protested", "demonstrated", "rallied", "marched":
		return true
	}
	return false
}

// overDeed tells whether what stands at item k says what a protest was over.
func (f *field) overDeed(k, to int) bool {
	if k >= to {
		return false
	}
	switch f.word(k) {
	case "over", "against", "about", "after", "following":
		return true
	}
	return false
}

// maxReacted bounds how far before its day a reaction may stand.
const maxReacted = 5
