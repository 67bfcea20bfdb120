package attribute

import "isnad"

// A military aircraft that falls out of the sky kills whom it falls on, and nobody meant it: "an army
// helicopter crashed on houses, killing nine". Where it is told that it was shot down, that is the
// deed.

var wentDown = word{tags: tEv, event: isnad.EventOther, strength: 3, evForm: formPast}

const (
	maxToCrash  = 6  // the items from an aircraft to the verb
	maxShotDown = 25 // those around it in which it may be told to have been hit
)

// markWentDown makes deeds of the verbs with which military aircraft crash.
func (f *field) markWentDown() {
	for _, k := range f.doing {
		it := &f.items[k]
		if it.may(mayGoDown) && !it.is(tPunct|tNum|tEv|tOut) && f.crashes(k) && f.warplaneBefore(k) && !f.broughtDown(k) {
			it.w, it.tags = &wentDown, it.tags&tUpper|tEv
		}
	}
}

// crashes tells whether the verb at k is one of falling out of the sky.
func (f *field) crashes(k int) bool {
	switch f.word(k) {
	case "crashed", "crashes", "plummeted", "plunged":
		return true
	case "came", "went":
		return f.wordAt(k+1) == "down"
	}
	return false
}

// warplaneBefore tells whether the subject of the verb at k is an aircraft of war.
func (f *field) warplaneBefore(k int) bool {
	plane, war := false, false
	for n := k - 1; n >= 0 && n >= k-maxToCrash && f.items[n].para == f.items[k].para; n-- {
		it := &f.items[n]
		w := f.word(n)
		switch {
		case it.is(tPlane):
			plane = true
			switch w[lastSpace(w)+1:] {
			case "warplane", "warplanes", "gunship", "gunships":
				return true
			}
			switch w {
			case "fighter jet", "fighter jets", "military helicopter", "military aircraft", "fighter plane", "fighter planes", "attack helicopter", "attack helicopters", "fighter aircraft", "war plane", "war planes", "military jets":
				return true
			}
		case plane && w == "their" && n > 2 && f.crewBefore(n):
			return true
		case plane && it.is(tForce|tArmed), plane && (w == "military" || w == "government" || w == "regime" || w == "coalition"):
			war = true
		case plane && it.is(tMod|tNat|tDet|tThing|tNum) || plane && it.w == nil && !it.is(tPunct):
		case plane:
			return war
		case it.is(tPunct|tSay|tClause|tOut|tPrep|tRel) || it.is(tEv):
			return false
		}
	}
	return war
}

// crewBefore tells whether soldiers or an aircrew are told of shortly before item n: "two soldiers died
// when their helicopter went down".
func (f *field) crewBefore(n int) bool {
	for j := n - 1; j >= 0 && j >= n-8 && !f.items[j].is(tPunct); j-- {
		switch f.word(j) {
		case "soldiers", "airmen", "crewmen", "troops", "servicemen", "marines", "pilots":
			return true
		}
	}
	return false
}

// broughtDown tells whether the sentence of the verb at k tells that the aircraft was hit, and does not
// leave it open whether it was.
func (f *field) broughtDown(k int) bool {
	for n := max(0, k-maxShotDown); n < len(f.items) && n < k+maxShotDown; n++ {
		if f.items[n].para != f.items[k].para {
			continue
		}
		switch f.word(n) {
		case "shot down", "downed", "shot", "brought down", "hit by", "struck by", "under fire", "came under fire":
			return !f.leftOpen(&sentence{from: max(0, n-maxShotDown), to: n}, n)
		}
	}
	return false
}
