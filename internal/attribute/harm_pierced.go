package attribute

import (
	"strings"

	"isnad"
)

// What flies through the air wounds: "a girl was struck by shrapnel", "a bullet cut her
// cheek", "fragments pierced the leg of a baker", "was cut by flying glass".

// piercing tells the verbs of what flies and hits.
func piercing(w string) bool {
	switch w {
	case "hit", "struck", "cut", "grazed", "pierced", "lacerated", "tore", "ripped", "penetrated", "entered", "nicked", "clipped", "peppered", "wounded":
		return true
	}
	return false
}

// flying tells the words for what flies and wounds.
func flying(w string) bool {
	switch w {
	case "shrapnel", "glass", "splinter", "splinters", "fragment", "fragments", "debris", "shards", "rubber bullet", "rubber bullets", "shotgun pellets", "pellets", "pellet", "buckshot", "birdshot", "stone", "stones", "rock", "rocks", "round", "rounds", "by shrapnel":
		return true
	}
	return bullets(w)
}

// piercedBy reads who was hit by what flew, at the verb t. Whose cheek it was may have been
// told before, where told says that people were counted there.
func piercedBy(f *field, s *sentence, qs []quantity, used []bool, t int, told bool) (casualty, bool) {
	c := casualty{outcome: isnad.Injured, at: t, from: t, to: t + 1}
	if aux := auxBefore(f, s, t); aux >= 0 {
		if !f.byWhatFlies(s, t+1) || f.items[t].is(tOut) {
			return c, false // a verb of harm has its own way
		}
		c.passive = true
		if !takeLeft(f, s, qs, used, &c, aux, 4) || !c.q.head { // a house is struck too
			return c, false
		}
		c.known, c.from = true, min(c.from, c.q.from)
		return c, true
	}
	if t-1 < s.lead || !flying(f.word(t-1)) {
		return c, false
	}
	k := t + 1
	if k < s.to && (f.word(k) == "through" || f.word(k) == "into") {
		k++
	}
	if k >= s.to || !f.limb(s, k) {
		return c, false
	}
	e := k
	for !f.limb(&sentence{from: e, lead: e, to: e + 1}, e) {
		e++
	}
	if e++; whose(f.word(k)) && f.word(k) != "their" && !told { // "her cheek"
		c.q = quantity{from: k, to: e, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, category: isnad.CategoryAll}
	} else if e+1 >= s.to || f.word(e) != "of" || !objectAt(f, s, qs, used, e+1) || !takeRight(f, s, qs, used, &c, e+1) {
		return c, false
	}
	c.known, c.to = true, max(c.to, c.q.to)
	return c, true
}

// byWhatFlies tells whether the items from k on name what flew: "by shrapnel", "in the arm by
// flying glass", "by pieces of metal".
func (f *field) byWhatFlies(s *sentence, k int) bool {
	by := -1
	for n := k; n < s.to && n < k+6; n++ {
		if w := f.word(n); w == "by" || strings.HasPrefix(w, "by ") {
			by = n
			break
		} else if f.items[n].is(tPunct | tAux | tSay | tOut) {
			return false
		}
	}
	if by < 0 {
		return false
	}
	for n := by; n < s.to && n < by+5 && !f.items[n].is(tPunct); n++ {
		if flying(f.word(n)) {
			return true
		}
	}
	return false
}
