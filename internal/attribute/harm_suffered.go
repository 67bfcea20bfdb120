package attribute

import (
	"strings"

	"isnad"
)

// Who "sustained shrapnel wounds", "received burns to the face" or "lost a leg" is wounded,
// whatever stands between the verb and the wound.

// sufferedAt reads the wounded before the verb at t.
func sufferedAt(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Injured, at: t, from: t, to: t + 1, passive: true}
	if c.to = f.wound(s, t); c.to < 0 {
		return c, false
	}
	aux := auxBefore(f, s, t)
	if aux < 0 {
		aux = t
	}
	ok := false
	if c.q, ok = f.bothBefore(s, aux); ok {
		c.q.pronoun = true
	} else if c.q, ok = f.theTold(s, aux); ok {
	} else if c.q, ok = f.theOne(s, aux); !ok {
		if c.q, ok = f.oneOther(s, aux); !ok {
			if ok = takeLeft(f, s, qs, used, &c, aux, 12) && (c.q.head || c.q.to == aux || aux-c.q.to <= 2 && f.noun(aux-1)); !ok {
				if c.q, ok = f.nameLeft(s, aux); !ok {
					c.q, ok = f.members(s, qs, used, aux) // "a waitress"
				}
			}
		}
	}
	c.known = ok
	c.from = min(c.from, c.q.from)
	if f.mortal(s, t, c.to) {
		c.outcome = isnad.Killed
	}
	return c, ok
}

// mortal tells whether the wounds between the verb at t and item to are said to be deadly: "received a
// fatal gunshot wound", "injuries incompatible with life".
func (f *field) mortal(s *sentence, t, to int) bool {
	for k := t + 1; k < s.to && k < to+4; k++ {
		switch f.word(k) {
		case "fatal", "mortal", "deadly", "lethal", "incompatible":
			switch f.word(k - 1) {
			case "not", "non", "near", "potentially", "possibly", "never", "nearly", "almost", "-":
				return false
			}
			return true
		}
		if f.items[k].is(tPunct) {
			return false
		}
	}
	return false
}

// noun tells whether item k is a plain word for several: "three labourers sustained".
func (f *field) noun(k int) bool {
	return f.items[k].w == nil && !f.items[k].is(tCap|tNum|tPunct) && strings.HasSuffix(f.word(k), "s")
}

// wound is where the wound ends that follows the verb at t; -1 where none does.
func (f *field) wound(s *sentence, t int) int {
	lost := f.word(t) == "lost" || f.word(t) == "losing"
	for k := t + 1; k < s.to && k < t+6; k++ {
		switch f.word(k) {
		case "gunshot", "bullet", "burn", "gun-shot", "stab", "knife", "machete", "splinter",
			"various", "multiple", "several", "numerous", "many", "a number":
			continue // "sustained gunshot injuries", "received multiple burns"
		case "wound", "wounds", "gunshot wound", "gunshot wounds", "bullet wound", "bullet wounds", "stab wound", "stab wounds", "injury", "injuries", "burns", "fracture", "fractures", "shrapnel", "bullets", "concussion", "concussions", "contusion", "contusions", "barotrauma",
			"cuts", "lacerations":
			if f.word(k) == "bullets" && !f.items[k-1].is(tNum|tVague) {
				return -1 // "received bullets"
			}
			if k+1 < s.to && (f.word(k+1) == "wounds" || f.word(k+1) == "injuries") {
				continue
			}
			if lost {
				return -1
			}
			return k + 1
		case "leg", "legs", "foot", "feet", "arm", "arms", "hand", "hands", "eye", "eyes", "eyesight", "sight", "vision", "hearing", "limb", "limbs", "finger", "fingers", "toe", "toes", "thumb", "ear", "ears":
			if lost {
				return k + 1
			}
		case "one", "two", "three", "four", "both", "part":
			if lost && k == t+1 {
				continue // "lost two fingers", "lost both legs"
			}
		}
		if it := &f.items[k]; it.is(tNum) && k+1 < s.to && f.word(k+1) == "bullets" {
			continue // "received three bullets"
		} else if it.is(tPunct|tNum|tVague|tSay|tAux|tHead|tClause|tRel|tLoc) || it.is(tOut|tEv) && !it.is(tWeapon) {
			return -1
		}
	}
	return -1
}
