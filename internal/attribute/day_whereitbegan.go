package attribute

// whereItBegan tells whether a day that ends before item k's clause is told of what a
// sentence only sets its scene with: "In Ituri, where rebels began an offensive on Tuesday, a
// clinic was hit", "in the town which the army captured on June 2".
func (f *field) whereItBegan(s *sentence, k int) bool {
	verb := false
	for n := k - 1; n >= s.lead && n > k-16; n-- {
		it := &f.items[n]
		switch f.word(n) {
		case "began", "begun", "started", "launched", "opened", "declared", "captured", "seized", "took", "retook", "recaptured", "overran", "lost", "entered", "erupted", "broke", "besieged", "stepped", "announced":
			verb = true
			continue
		case "where", "which":
			return verb && n > s.lead && n <= s.lead+8
		}
		if it.is(tSay|tOut) || it.is(tPunct) && f.word(n) != "," {
			return false
		}
	}
	return false
}
