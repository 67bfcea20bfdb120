package attribute

// An account of a long time, "Quarterly report", "Human rights update, October - December",
// sums up what happened in it: what it counts without a day or a place is no incident.

// termWord tells the words for the parts of a year that accounts are kept of.
func termWord(w string) bool {
	switch w {
	case "quarter", "half", "semester", "trimester", "half-year", "fortnight":
		return true
	}
	return false
}

// term tells whether item k opens the name of a long time that something was counted in: "in
// the last quarter", "during the first half of the year", "in the first week of June", "in
// the first ten days of the month", "over the same period". A few people may have been harmed
// by one deed of a week or of half a month: "in the second half of April two soldiers were
// shot dead".
func (f *field) term(s *sentence, k, least int) bool {
	if w := f.word(k); !overTime(w) && w != "of" && w != "for" && w != "since" {
		return false
	}
	n := k + 1
	if n+1 >= s.to || f.word(n) != "the" {
		return false
	}
	n++
	ordinal := false
	switch f.word(n) {
	case "first", "second", "third", "fourth", "last", "final":
		ordinal = true
		n++
	case "past", "previous", "preceding", "current", "same", "reporting", "entire", "whole":
		n++
	}
	if n >= s.to {
		return false
	}
	switch w := f.word(n); {
	case w == "half":
		return ordinal && n+1 < s.to && f.word(n+1) == "of" && !(0 < least && least < fewest && f.aMonth(n+2, s.to))
	case termWord(w):
		return true
	case w == "period" || w == "time" || w == "span" || w == "timeframe":
		return f.word(n-1) == "same" && overTime(f.word(k)) && f.word(k) != "in"
	}
	if !ordinal || least < fewest && long(f.word(n)) == 7 {
		return false
	}
	if n+1 < s.to && f.items[n].is(tNum) && f.items[n].num > 1 {
		n++
	}
	if n+2 >= s.to || long(f.word(n)) == 0 || f.word(n+1) != "of" || long(f.word(n)) == 1 && !f.items[n-1].is(tNum) {
		return false
	}
	it := &f.items[n+2]
	return it.is(tMonth) || it.is(tNum) || f.word(n+2) == "the" || f.word(n+2) == "this" || f.word(n+2) == "last"
}

// aMonth tells whether item k names a month, or begins "the month".
func (f *field) aMonth(k, to int) bool {
	return k < to && (f.items[k].is(tMonth) || k+1 < to && f.items[k].is(tDet) && f.word(k+1) == "month")
}

// monthToMonth tells whether item k opens a time from one month to another, without days:
// "between January and May", "from March to June 2016".
func (f *field) monthToMonth(s *sentence, k int) bool {
	if k+3 >= s.to || f.word(k) != "between" && f.word(k) != "from" || !f.items[k+1].is(tMonth) {
		return false
	}
	n := k + 2
	if f.items[n].is(tNum) && f.items[n].num > 31 {
		n++
	}
	return f.joinsMonths(n, s.to)
}

// joinsMonths tells whether item n joins the month before it with another.
func (f *field) joinsMonths(n, to int) bool {
	if n+1 >= to || !f.items[n+1].is(tMonth) {
		return false
	}
	switch f.word(n) {
	case "and", "to", "until", "through", "till", "-", "–", "—", "/":
		return n+2 >= to || !f.items[n+2].is(tNum) || f.items[n+2].num > 31
	}
	return false
}

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
