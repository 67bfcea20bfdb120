package attribute

import "strings"

// What a sentence sums over more than a few days is a toll, however small: "in the past
// ten days 45 people were killed", "the three-week battle has left 20 dead", "a month of
// protests".

// maxShort is how many days one incident may take.
const maxShort = 3

// sumsLong tells whether the figures of a claim under way are those of a time that its
// words call long. A day that the sentence names itself comes first.
func (f *field) sumsLong(p *partial) bool {
	s, fr := &p.sent, &p.fr
	if m := fr.date; m != nil && m.stretch {
		return m.period.To.Sub(m.period.From) > maxShort
	} else if m != nil && !m.rough && !m.said && m.period.To.Sub(m.period.From) <= maxShort {
		return false
	}
	for k := s.lead; k < s.to; k++ {
		if k > s.lead && f.longSpan(s, k) || f.reported(s, k) || f.term(s, k, p.least()) || f.monthToMonth(s, k) {
			return true
		}
	}
	for k := fr.from + 1; k < fr.to; k++ {
		if f.longDeed(fr, k) || f.timeOf(fr, k) {
			return true
		}
	}
	return false
}

// longSpan tells whether "past" or "last" at k opens a long time that a sentence is of: "in
// the past ten days", "over the last two months". "The first in the past ten days" is a
// comparison.
func (f *field) longSpan(s *sentence, k int) bool {
	switch f.word(k) {
	case "past", "last", "previous", "preceding":
	default:
		return false
	}
	if k+2 >= s.to || !f.items[k+1].is(tNum|tQual|tVague) && f.word(k+1) != "few" && f.word(k+1) != "several" {
		return false
	}
	if w := f.word(k - 1); w != "the" && !overTime(w) {
		return false
	}
	n := 0
	j := k + 1
	for ; j < s.to && j < k+4; j++ {
		if it := &f.items[j]; it.is(tNum) {
			n = it.num
		}
		if long(f.word(j)) > 0 {
			break
		}
	}
	if j >= s.to || long(f.word(j)) == 0 {
		return false
	}
	return (long(f.word(j)) > 1 || n > maxShort) && f.lasts(s.lead, j)
}

// reported tells whether the word at k opens the time that an account is of: "over the
// week", "during the reporting period".
func (f *field) reported(s *sentence, k int) bool {
	if !overTime(f.word(k)) {
		return false
	}
	n := k + 1
	if n < s.to && f.word(n) == "the" {
		n++
	}
	if n >= s.to {
		return false
	}
	switch f.word(n) {
	case "reporting":
		return n+1 < s.to && (f.word(n+1) == "period" || f.word(n+1) == "week" || f.word(n+1) == "month")
	case "week", "month":
		return n == k+2 && f.word(k) != "in" && (n+1 >= s.to || f.items[n+1].is(tPunct))
	}
	return false
}

// overTime tells the words that lead to the time that something took.
func overTime(w string) bool {
	switch w {
	case "in", "over", "during", "within", "throughout":
		return true
	}
	return false
}

// long is how many days a word of time is at least; 0 for other words.
func long(w string) int {
	switch w {
	case "day", "days":
		return 1
	case "week", "weeks":
		return 7
	case "month", "months":
		return 30
	case "year", "years", "decade", "decades":
		return 365
	}
	return 0
}

// longDeed tells whether the word at k says that the deed lasted: "the three-week battle",
// "a two-month-old siege".
func (f *field) longDeed(fr *frame, k int) bool {
	w := strings.TrimSuffix(f.word(k), "-old")
	i := strings.LastIndexByte(w, '-')
	if i < 1 || long(w[i+1:]) < 7 && w[i+1:] != "weeks" && !(w[i+1:] == "day" && manyDays(w[:i])) || strings.HasSuffix(w, "mid-week") {
		return false
	}
	if it := &f.items[k-1]; !it.is(tDet|tNat|tMod) && f.word(k-1) != "'s" {
		return false
	}
	for j := k + 1; j < fr.to && j <= k+3; j++ {
		if lasting(f.word(j)) {
			return true
		}
		if it := &f.items[j]; it.is(tPunct | tPrep | tAux | tOut | tSay) {
			return false
		}
	}
	return false
}

// lasting tells the words for violence that goes on for long.
func lasting(w string) bool {
	switch w {
	case "battle", "siege", "campaign", "offensive", "war", "operation", "assault", "bombardment", "fighting", "conflict", "insurgency", "standoff", "blockade", "clashes",
		"battles", "violence", "unrest", "protests", "demonstrations", "shelling", "strikes", "air strikes", "airstrikes", "attacks", "bombing", "raids", "riots", "uprising":
		return true
	}
	return false
}

// timeOf tells whether the time at k measures violence that the frame's figure is of: "in
// a month of protests", "weeks of fighting have killed". "After weeks of fighting" is what
// went before.
func (f *field) timeOf(fr *frame, k int) bool {
	if k+2 >= fr.to || long(f.word(k)) == 0 || f.word(k+1) != "of" {
		return false
	}
	j := k - 1
	n := 0
	if it := &f.items[j]; it.is(tNum|tVague) || f.word(j) == "a" {
		n = max(it.num, 1)
		j--
	}
	if long(f.word(k)) == 1 && n <= maxShort {
		return false
	}
	for ; j >= fr.from && f.items[j].is(tQual|tAdv|tMod); j-- {
	}
	if j >= fr.from {
		switch f.word(j) {
		case "in", "during", "from", "over":
		default:
			return false
		}
	}
	for m := k + 2; m < fr.to && m <= k+4; m++ {
		if lasting(f.word(m)) {
			return true
		}
		if it := &f.items[m]; it.is(tPunct | tPrep | tAux | tOut | tSay) {
			return false
		}
	}
	return false
}

// totals tells whether a sentence only brings a total up to date: "That brings the total
// number of soldiers killed in the offensive to 48", "It brought to 18 the number of".
func (f *field) totals(s *sentence) bool {
	k := s.lead
	if k+3 >= s.to {
		return false
	}
	switch f.word(k) {
	case "that", "this", "it", "the":
	default:
		return false
	}
	for n := k + 1; n < s.to && n <= k+4; n++ {
		switch f.word(n) {
		case "brings the total", "brought the total", "bringing the total", "takes the total", "raises the total":
			return true
		case "brings", "brought", "takes", "took", "raises", "raised":
			for m := n + 1; m < s.to && m <= n+6; m++ {
				switch f.word(m) {
				case "total", "total number", "overall", "cumulative":
					return true
				}
			}
			return false
		}
		if f.items[n].is(tPunct | tOut | tSay) {
			return false
		}
	}
	return false
}

// partOfToll tells whether the figures of a claim under way, of no day of their own, only
// part a toll that was told just before: "The toll includes 65 people killed by shelling.
// Another 42 died in raids".
func (d *doc) partOfToll(p *partial) bool {
	if d.tollIn != p.f || p.si <= d.tollSent || p.si > d.tollSent+2 || p.fr.date != nil && !p.fr.date.rough {
		return false
	}
	if p.f.includes(&p.sent) {
		return true
	}
	c := p.killed
	if c == nil {
		c = p.injured
	}
	return c != nil && c.q.another && c.q.low > 1
}

// includes tells whether a sentence begins with what a toll is made up of.
func (f *field) includes(s *sentence) bool {
	k := s.lead
	if k+2 >= s.to {
		return false
	}
	switch f.word(k) {
	case "the", "that", "this", "those", "these":
		k++
	}
	switch f.word(k) {
	case "toll", "death toll", "deaths", "total", "figure", "figures", "number", "dead", "tally", "count", "killed", "casualties", "victims":
	default:
		return false
	}
	switch f.word(k + 1) {
	case "includes", "included", "include", "including", "comprises", "comprised":
		return true
	}
	return false
}
