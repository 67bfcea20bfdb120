package attribute

import "strings"

// What is said of somebody or of a deed beside the news is no deed of the day: who a coalition is
// ("an alliance battling Example Front in the north"), what goes on elsewhere while the deed told of
// was done ("the bombing came as fighters press their assault on Karm"), what bomb was found and made
// safe.

// maxToBody bounds the items from a word of fighting back to the article of the body that fights.
const maxToBody = 5

// standing tells whether the deed of a frame on no day is the war that a body is said to fight: "an
// alliance of tribes battling Example Front in the north", "the main force fighting the militants".
func (f *field) standing(s *sentence, fr *frame) bool {
	k := fr.evAt
	if fr.date != nil || k <= s.lead+1 {
		return false
	}
	switch f.word(k) {
	case "fighting", "battling", "combating", "combatting":
	case "fights", "battles", "battle", "fight":
		if w := f.word(k - 1); w != "that" && w != "which" {
			return false
		}
	default:
		return false
	}
	body := false
	for n := k - 1; n >= s.lead && n >= k-maxToBody; n-- {
		it := &f.items[n]
		switch w := f.word(n); w {
		case "a", "an":
			return body
		case "the":
			return body && leading(f.word(n+1))
		case "alliance", "coalition", "force", "forces", "group", "groups", "militia", "militias", "faction", "factions", "movement", "army", "front", "bloc", "umbrella":
			body = true
		default:
			if it.is(tPunct|tPrep|tSay|tAux|tClause|tOut) && !it.is(tArmed|tForce) {
				return false
			}
			body = body || it.is(tForce|tArmed|tGroup) && !it.is(tPlane)
		}
	}
	return false
}

// leading tells the words that say of a body which of many it is.
func leading(w string) bool {
	switch w {
	case "main", "largest", "biggest", "strongest", "leading", "principal", "most", "dominant", "only":
		return true
	}
	return false
}

// goesOnElsewhere tells whether the deed of a frame opens a sentence as one told of before, and the
// place it has is where something else goes on: "Monday's bombings came as fighters press their
// assault on Karm".
func (f *field) goesOnElsewhere(s *sentence, fr *frame) bool {
	k := fr.evAt
	if k < s.lead || k > s.lead+4 || k+2 >= s.to || f.items[k].w.evForm != formNoun || fr.place == nil || fr.place.from <= k {
		return false
	}
	known := false
	for n := s.lead; n < k; n++ {
		w := f.word(n)
		known = known || w == "the" || f.items[n].is(tWeekday) || strings.HasSuffix(w, "days") && len(w) > 5
	}
	if !known {
		return false
	}
	switch f.word(k + 1) {
	case "came", "comes", "come":
	default:
		return false
	}
	switch f.word(k + 2) {
	case "as", "amid", "while":
		return true
	}
	return false
}

// madeSafe tells whether the bomb of a frame is one that was found and made safe, whatever else is said
// of it: "defused a second charge that had been hidden under the bridge".
func (f *field) madeSafe(s *sentence, fr *frame) bool {
	for k := max(s.lead, fr.from); k < fr.to; k++ {
		switch f.word(k) {
		case "defused", "dismantled", "deactivated", "disarmed", "neutralised", "neutralized":
		default:
			continue
		}
		for n := k + 1; n < fr.to && n < k+7; n++ {
			switch w := f.word(n); w[lastSpace(w)+1:] {
			case "device", "devices", "bomb", "bombs", "explosives", "mine", "mines", "charge", "charges", "belt", "vest", "rigged", "booby-trapped", "ied", "ieds":
				return true
			}
			if f.items[n].is(tPunct | tSay | tOut | tClause) {
				break
			}
		}
	}
	return false
}
