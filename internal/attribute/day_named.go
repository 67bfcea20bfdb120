package attribute

import "isnad"

// A story that comes back to a deed weeks after it opens with who says what now, and calls the deed by
// its day somewhere in passing: "He called the Aug. 29 strike a mistake", "the first figure for the
// killings of December 12 to 14". Claims that only say when somebody spoke are of that day.

const (
	leastNamedAge = 2   // days before the report: what is fresher is dated where it is told
	maxNamedAge   = 730 // days
	maxNamedSpan  = 6   // days that such a deed took
	namedReach    = 6   // items between a deed and its day

	maxStatementAge = 3 // days before the report
)

// lendNamedDay gives the claims that nothing dates but a statement the day by which the report calls
// its deed, where it opens with such a claim.
func (d *doc) lendNamedDay() {
	first := true
	var when isnad.Period
	for i := range d.partials {
		p := &d.partials[i]
		if p.title || p.bg || p.f0 != &d.body || p.drop {
			continue
		}
		if first {
			if p.dated() || p.lent || !d.recent(p.when) {
				return
			}
			if !d.calledAsked { // once for a text, however many parts it is read in
				d.calledOn, d.calledAsked = d.namedDay(), true
			}
			if when = d.calledOn; when.IsZero() {
				return
			}
			first = false
		}
		if !p.dated() && !p.lent && !p.apart && d.recent(p.when) && when.To.Before(p.when.From) {
			p.when, p.was, p.lent = when, p.when, true
		}
	}
}

// recent tells whether a time is that of the report, or of a statement that is its news.
func (d *doc) recent(w isnad.Period) bool {
	return !w.IsZero() && !d.base.IsZero() && d.base.Sub(w.To) <= maxStatementAge
}

// namedDay is the day by which the body calls a deed that is known; none where it names none, or
// several.
func (d *doc) namedDay() isnad.Period {
	f := &d.body
	var found isnad.Period
	if d.base.IsZero() {
		return found
	}
	years, last := f.years, f.lastDay
	defer func() { f.years, f.lastDay = years, last }()
	for si := range f.sents {
		s := &f.sents[si]
		if s.heading || s.filled || s.entry > 0 || !f.mayNameDay(s) {
			continue
		}
		d.sceneDts = f.dates(d.base, s.from, s.lead, s.to, d.sceneDts[:0])
		for k := s.lead + 1; k < s.to; k++ {
			if !theDeed(f.word(k)) || f.items[k].is(tCap) {
				continue
			}
			m := f.calledByDay(s, k, d.sceneDts)
			if m == nil {
				continue
			}
			w := m.period
			age := d.base.Sub(w.To)
			if age < leastNamedAge || age > maxNamedAge || w.To.Sub(w.From) > maxNamedSpan {
				continue
			}
			if !found.IsZero() && found.Distance(w) > 0 {
				return isnad.Period{}
			}
			if found.IsZero() {
				found = w
			}
		}
	}
	return found
}

// broke tells the verbs by which a war or a fight sets in.
func broke(w string) bool {
	switch w {
	case "broke out", "erupted", "began", "started", "flared", "resumed":
		return true
	}
	return false
}

// mayNameDay tells whether both a deed and a date stand in a sentence.
func (f *field) mayNameDay(s *sentence) bool {
	deed, day := false, false
	for k := s.lead; k < s.to; k++ {
		it := &f.items[k]
		deed = deed || it.is(tEv) && theDeed(f.word(k))
		day = day || it.is(tMonth)
	}
	return deed && day
}

// calledByDay is the date that calls the deed at item k, which is spoken of as known: "the Aug. 29
// strike", "the attack on the market on 29 August"; nil for none, and for a deed that another is
// measured by, follows or answers.
func (f *field) calledByDay(s *sentence, k int, dates []dateMention) *dateMention {
	det := k - 1
	for ; det >= s.lead && det > k-namedReach; det-- {
		if w := f.word(det); w == "the" || w == "that" || w == "this" {
			break
		}
		if it := &f.items[det]; it.is(tPunct|tPrep|tLoc|tSay|tAux|tOut|tClause|tConj) && f.word(det) != "." {
			return nil
		}
	}
	if det < s.lead || det <= k-namedReach {
		return nil
	}
	for n := det - 1; n >= s.lead && n > det-3; n-- {
		switch f.word(n) {
		case "since", "than", "like", "unlike", "before", "after", "following", "to", "anniversary", "until", "ahead", "despite":
			return nil
		}
	}
	for i := range dates {
		m := &dates[i]
		if m.since || m.rough || m.line {
			continue
		}
		if m.from > det && m.to <= k && k-m.to < 3 {
			return m
		}
		if m.from <= k || m.from-k > namedReach || m.said {
			continue
		}
		if w := f.word(m.from - 1); w != "on" && w != "of" && m.from != k+1 {
			continue
		}
		clear := true
		for n := k + 1; n < m.from; n++ {
			it := &f.items[n]
			clear = clear && !it.is(tPunct|tSay|tAux|tOut|tClause|tConj|tRel) && (it.w != nil || it.is(tCap)) && !broke(f.word(n))
		}
		if clear {
			return m
		}
	}
	return nil
}
