package attribute

// "So far" counts for a war, or for the incident that was just told: "Gunmen attacked X on
// Monday. So far 14 bodies have been found."

// maxSoFar is how many sentences after an incident its count may be told.
const maxSoFar = 4

// soFar tells whether the running word at item k only says that the count of the incident told
// just before is not closed: no other word of the sentence speaks of a longer time.
func (d *doc) soFar(p *partial, k int) bool {
	switch p.f.word(k) {
	case "so far", "to date", "overall":
	default:
		return false
	}
	n := len(d.partials)
	if n == 0 || p.f.inTitle || p.fr.since != nil || p.fr.place != nil && p.fr.place.rank < 2 && !p.fr.place.org {
		return false
	}
	q := &d.partials[n-1]
	if !q.solid || q.bg || q.f0 != p.f || d.si-q.last > maxSoFar || q.when.To.Sub(q.when.From) > maxShort {
		return false
	}
	for j := p.sent.from; j < p.sent.to; j++ {
		it := &p.f.items[j]
		if j != k && (it.is(tBg) && !it.is(tSrc) || it.is(tRelRange)) {
			return false
		}
		switch p.f.word(j) {
		case "year", "month", "week", "season", "summer", "winter", "spring", "autumn", "operation", "operations", "incidents", "attacks":
			return false
		}
	}
	return true
}
