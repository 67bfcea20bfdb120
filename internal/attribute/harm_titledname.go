package attribute

import "isnad"

// A name may have a row of titles before it: "killed Police Colonel Omar Example", "shot
// dead Iraqi Army Col. Omar Example", "wounded Deputy Mayor Jane Example".

// titledName reads such a person as an object that begins at item k.
func (f *field) titledName(s *sentence, k int) (quantity, bool) {
	n, title := k, false
	for n < s.to && n < k+6 {
		it := &f.items[n]
		if f.word(n) == "." && n > k && abbreviation(f.word(n-1)) {
			n++
			continue
		}
		if !it.is(tCap) || it.is(tPunct|tNum|tOut|tPlaceHead|tMonth|tWeekday) || it.is(tHead) && !it.is(tSingular|tForce) || !f.titleOfOne(n) && (it.w == nil || !it.is(tHead|tMod|tSrc|tForce|tNat)) {
			break
		}
		title = f.titleOfOne(n) || it.is(tHead) && it.is(tSingular)
		n++
	}
	if n < k+2 || !title {
		return quantity{}, false
	}
	e := n
	for e < s.to && e < n+5 && f.namePart(e) {
		e++
	}
	if e == n || !f.closes(s, e) && !f.lostComma(s, e) {
		return quantity{}, false
	}
	return quantity{from: k, to: e, low: 1, high: 1, qual: isnad.Exact, head: true, single: true}, true
}
