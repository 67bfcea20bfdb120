package attribute

// Where attackers come out of, and where they or those they drove out go afterwards, is
// not where it happened: "came out of the X forest", "withdrew towards X", "fled to X".

// maxToGone bounds the items between a verb of going and the place.
const maxToGone = 5

// goneTo tells whether a place is only where somebody goes to or comes from.
func (f *field) goneTo(s *sentence, p *placeMention) bool {
	if p.prep <= s.from {
		return false
	}
	k := p.prep - 1
	switch f.word(p.prep) {
	case "of", "out of":
		if f.word(p.prep) == "of" {
			if f.word(k) != "out" {
				return false
			}
			k--
		}
		for n := 0; n < 2 && k >= s.from; n, k = n+1, k-1 {
			switch f.word(k) {
			case "came", "come", "coming", "emerged", "emerging", "crept", "poured", "operate", "operating", "crawled", "rode", "drove", "marched":
				return true
			}
		}
		return false
	case "to", "towards", "toward", "into", "for", "in the direction of":
	default:
		return false
	}
	for ; k >= s.from && k > p.prep-maxToGone; k-- {
		switch f.word(k) {
		case "fled", "flee", "fleeing", "flees", "withdrew", "withdrawn", "withdrawing", "retreated", "retreating", "escaped", "escaping", "disappeared", "vanished", "melted",
			"fled their homes", "returned", "returning", "relocated", "chased", "pursued", "headed", "heading", "bound", "ran", "crossed", "sought refuge", "displaced":
			return true
		case "casualties", "wounded", "injured", "bodies":
			continue // "evacuated 11 casualties to X"
		case "sent", "evacuated", "transferred", "flown", "airlifted", "referred": // the wounded; troops who are sent act there
			return !(k > s.from && (f.items[k-1].is(tForce|tArmed) || f.lawful(k-1, k)))
		}
		it := &f.items[k]
		if it.is(tPunct|tSay|tClause|tRel) || it.is(tOut|tEv) && !it.is(tHead) {
			return false
		}
	}
	return false
}
