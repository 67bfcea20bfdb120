package attribute

// suspects tells whether the word at k only says of those harmed that they are held to be
// something: "killed 12 suspected gang members". What was done to them is not in doubt.
func (fr *frame) suspects(f *field, k int) bool {
	switch f.word(k) {
	case "suspected", "alleged", "presumed":
	default:
		return false
	}
	for _, c := range [...]*casualty{fr.killed, fr.injured, fr.casualties} {
		if c != nil && c.known && c.f == f && k > c.q.from && k <= c.q.to {
			return true
		}
	}
	return false
}
