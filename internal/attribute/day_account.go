package attribute

// An account of a long time, "Quarterly report", "Human rights update, October - December",
// sums up what happened in it: what it counts without a day or a place is no incident.

// accounts tells whether a title is that of an account of months: "Monthly report", "Rights
// update, October - December 2017", "Annual review".
func (f *field) accounts() bool {
	for k := range f.items {
		switch f.word(k) {
		case "quarterly", "monthly", "annual", "yearly", "biannual", "semi-annual", "half-yearly", "bimonthly", "mid-year", "year-end":
			for n := k + 1; n < len(f.items) && n < k+6; n++ {
				switch f.word(n) {
				case "report", "update", "review", "bulletin", "brief", "briefing", "overview", "summary", "digest", "analysis", "snapshot", "tracker", "trends", "roundup", "round-up":
					return true
				}
			}
		}
		if f.items[k].is(tMonth) && k+2 < len(f.items) && f.items[k].is(tCap) && (k == 0 || !f.items[k-1].is(tNum)) && f.joinsMonths(k+1, len(f.items)) {
			return true
		}
	}
	return false
}

// fewest is how many an account sums up at least: fewer may be of one deed.
const fewest = 10

// least is the number of those harmed of a claim under way, or its lower bound.
func (p *partial) least() int {
	n := 0
	for _, c := range [...]*casualty{p.killed, p.injured, p.both} {
		if c != nil {
			n = max(n, c.q.low)
		}
	}
	return n
}

// inAccount tells whether a claim under way, in an account of months, names neither a day
// nor a place of its own and goes on with no incident of its paragraph.
func (d *doc) inAccount(p *partial) bool {
	if !d.account || p.f.inTitle || p.sent.heading || d.item != nil && !d.item.day.IsZero() || p.fr.date != nil && !p.fr.date.rough || p.fr.place != nil && p.fr.place.rank > 1 {
		return false
	}
	if p.fr.strength > 1 || p.least() < fewest {
		return false
	}
	n := len(d.partials)
	if n == 0 {
		return true
	}
	last := &d.partials[n-1]
	return last.f0 != p.f || last.sent.para != p.sent.para
}
