package attribute

import "isnad"

// Somebody is told of first by what he was doing, and the deed takes him up as "him": "A
// man was changing a tire when two others walked up and shot him in both legs".

// shotHim reads the one whom the verb at item t takes up so, where no harm was told in the
// sentence before.
func (f *field) shotHim(s *sentence, t int) (quantity, bool) {
	k := t + 1
	if k+2 >= s.to || f.word(k) != "him" && f.word(k) != "her" || f.word(k+1) != "in" && f.word(k+1) != "through" || !f.limb(s, k+2) || f.harmBefore(s, t) {
		return quantity{}, false
	}
	for n := s.lead; n < t && n < s.lead+8; n++ {
		if it := &f.items[n]; it.is(tPunct) && f.word(n) != "," {
			return quantity{}, false
		}
		if f.items[n].is(tHead) && f.items[n].is(tSingular) && n > s.lead && (f.items[n-1].is(tDet|tMod) || f.yearsOld(n-1)) || f.yearsOld(n) {
			return quantity{from: k, to: k + 1, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, pronoun: f.word(s.lead) == "the" && n <= s.lead+2, category: isnad.CategoryAll}, true // "The man" was told of before
		}
	}
	return quantity{}, false
}
