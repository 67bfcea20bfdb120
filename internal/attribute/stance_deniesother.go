package attribute

// What is denied may be no deed: "denied having fighters there", "denies arming the rebels".

// deniesOther tells whether the verb of denying at item k is about whom somebody has or helps somewhere, and not
// about the deed told of before.
func (f *field) deniesOther(s *sentence, k int) bool {
	n := k + 1
	for n < s.to && n < k+3 && (f.items[n].is(tAdv) || f.word(n) == "that" || f.word(n) == "it" || f.word(n) == "they") {
		n++
	}
	if n+1 >= s.to {
		return false
	}
	switch f.word(n) {
	case "having", "has", "had", "have":
		if f.items[n+1].is(tOut|tEv|tAux) && !f.items[n+1].is(tHead|tForce) {
			return false // "denied having shelled the town"
		}
		for e := n + 1; e < s.to && e < n+5; e++ {
			if it := &f.items[e]; it.is(tHead|tForce|tArmed) && !it.is(tOut|tEv) {
				return true
			} else if it.is(tPunct | tPrep | tOut | tEv) {
				return false
			}
		}
	case "arming", "supplying", "funding", "financing", "backing", "training", "harbouring", "harboring", "sheltering":
		return true
	}
	return false
}
