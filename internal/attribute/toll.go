package attribute

import (
	"strings"

	"isnad"
)

// Numbers that cover a longer time or a wider area than one incident are tolls and
// never an incident's figures.

// isToll tells whether the numbers of a frame cover a longer time or a wider
// area than one incident.
func (d *doc) isToll(p *partial) bool {
	if !p.hasFigure() {
		return false
	}
	if d.ofPeriod(p) || d.inAccount(p) || p.f.sumsLong(p) || p.f.totals(&p.sent) || d.partOfToll(p) || d.ofLongTime(p) || d.plainSum(p) {
		return true
	}
	if s := p.fr.since; s != nil && !d.base.IsZero() {
		if d.base.Sub(s.period.From) > maxShort && (p.fr.date == nil || p.fr.date.rough) {
			return true
		}
	}
	if d.ofWeek(p) {
		return true
	}
	big := 0
	for _, c := range [...]*casualty{p.killed, p.injured, p.both} {
		if c != nil {
			big = max(big, c.q.low, c.q.high)
		}
	}
	if big >= 5000 || big >= 1000 && !p.f.oneDeed(&p.fr) && (p.fr.place == nil || p.fr.date == nil || p.fr.date.said || p.fr.place.rank < 2) {
		return true
	}
	bg := false
	for k := p.sent.from; k < p.sent.to; k++ {
		it := &p.f.items[k]
		if it.is(tBg) && !it.is(tSrc) {
			bg = true
		}
	}
	if bg && big >= 1000 {
		return true
	}
	if p.fr.date != nil {
		if n := p.fr.date.period.To.Sub(p.fr.date.period.From); n > 8 && big >= 100 && p.fr.date.rough || n > 25 && big >= 200 || n > 60 && big > 1 && !p.fr.opens && !p.f.oneDoer(&p.fr) {
			if n <= 31 && big < 1000 && d.remembered(p) || p.f.datesOneDeed(&p.fr) {
				return false
			}
			return true
		}
	}
	if d.ofMonth(p, big) {
		return true
	}
	aDay := p.fr.date != nil && !p.fr.date.rough && !p.fr.date.said && p.fr.date.period.From == p.fr.date.period.To
	for k := p.fr.from; k < p.fr.to; k++ {
		it := &p.f.items[k]
		if it.is(tRelRange) && it.w != nil && it.w.period == "recent" && !aDay && p.f.lasts(p.fr.from, k) {
			return big >= 30 || bg
		}
		if it.is(tRunning) && bg && p.f.word(k) != "since" && !d.soFar(p, k) {
			return true
		}
	}
	return bg && p.fr.since != nil && !d.sinceShort(p)
}

// ofMonth tells whether the figure of a frame that names no place is that of a whole month, in a record of
// violations: "In May, at least eight porters were killed by border guards".
func (d *doc) ofMonth(p *partial, big int) bool {
	m := p.fr.date
	if m == nil || m.said || p.f.inTitle || big < 3 || !d.record || p.fr.place != nil && !p.fr.place.org && p.fr.place.rank > 0 {
		return false
	}
	from, to := m.period.From, m.period.To
	return from.Day() == 1 && to.AddDays(1).Day() == 1 && to.Sub(from) < 31
}

// ofWeek tells whether the figure of a frame that names no deed is that of a week over a whole country
// or more: "At least 39 people were killed across the country last week".
func (d *doc) ofWeek(p *partial) bool {
	m := p.fr.date
	if m == nil || m.said || p.fr.strength > 1 || m.period.To.Sub(m.period.From) < 5 || p.fr.place != nil && p.fr.place.rank > 0 && !p.fr.place.org {
		return false
	}
	for k := p.sent.lead; k < p.sent.to; k++ {
		switch p.f.word(k) {
		case "across", "nationwide", "countrywide", "throughout", "overall":
			return true
		}
	}
	return false
}

// sinceShort tells whether "since" and a day of the last few are all that speaks of a
// longer time: "11 soldiers have been killed there since Thursday".
func (d *doc) sinceShort(p *partial) bool {
	s := p.fr.since
	if d.base.IsZero() || s.period.From != s.period.To || d.base.Sub(s.period.From) > maxShort || d.base.Before(s.period.From) {
		return false
	}
	for k := p.sent.from; k < p.sent.to; k++ {
		if it := &p.f.items[k]; it.is(tBg) && !it.is(tSrc) && p.f.word(k) != "since" {
			return false
		}
		switch p.f.word(k) {
		case "admitted", "treated", "received", "treating":
			return false // what a hospital has taken in
		}
	}
	return true
}

// remembered tells whether a month that a figure is dated with lies long back, and one
// deed of then is called to mind: "a gas attack that killed hundreds in August 2013".
// A month's toll is told when the month is over.
func (d *doc) remembered(p *partial) bool {
	m := p.fr.date
	if p.fr.strength < 2 || p.fr.place != nil && p.fr.place.rank < 1 || d.base.IsZero() || d.base.Sub(m.period.To) <= 60 {
		return false
	}
	return !p.f.sinceThen(&p.fr)
}

// sinceThen tells whether the day of a frame only says since when, or over what time, its figure was
// counted. In "the worst since gas killed hundreds in August" since tells of the deed.
func (f *field) sinceThen(fr *frame) bool {
	m := fr.date
	for k := m.from - 1; k >= fr.from && k >= m.from-maxSince && k != fr.at; k-- {
		if w := f.word(k); w == "since" || w == "during" && k == m.from-1 {
			return true
		}
	}
	return false
}

// datesOneDeed tells whether a long time, a month or a year, is when one deed was: "In January
// a strike on a camp killed over 100", "in 1999, when a gunman killed four".
func (f *field) datesOneDeed(fr *frame) bool {
	if fr.at > fr.date.to && f.whenAfter(fr.date.to, fr.to) >= 0 {
		return true
	}
	return f.oneDeed(fr) && !f.sinceThen(fr)
}

// sinceOf tells whether "since" and the day m tell for how long a frame's people were
// harmed. It may also date something else, "killed two in a town that has been divided
// since 2012", or open a clause that the deed of the frame stands in, "the third raid
// since June, when five were beheaded".
func (f *field) sinceOf(s *sentence, fr *frame, m *dateMention) bool {
	since := m.from - 1
	for since > s.from && since > m.from-maxSince && f.word(since) != "since" {
		since--
	}
	if f.measures(s.from, since) {
		return f.callsItFirst(s) // "It was the first time somebody was shot since 2019" tells no deed
	}
	if fr.at > m.to {
		return (m.from-1 <= s.lead+1 || f.whenAfter(m.to, s.to) < 0) && !f.whereItBegan(s, m.from)
	}
	for k := since - 1; k > fr.at && k > since-8; k-- {
		if it := &f.items[k]; it.is(tRel) || f.word(k) == "where" {
			return f.items[k-1].is(tEv | tBg) // "in fighting that has raged since Thursday"
		} else if it.is(tOut | tSay) {
			return true
		}
	}
	return true
}

// whenAfter is where the clause begins that "when" opens at item k or behind its comma,
// -1 where there is none.
func (f *field) whenAfter(k, to int) int {
	if k < to && f.word(k) == "," {
		k++
	}
	if k < to && f.word(k) == "when" {
		return k + 1
	}
	return -1
}

// oneDeed tells whether the deed of a frame is one that is pointed at: "the attack that
// killed 1,200", "an October 7 raid". Shelling and fighting go on for long.
func (f *field) oneDeed(fr *frame) bool {
	if fr.evAt < 1 || fr.verb && !f.items[fr.evAt-1].is(tDet|tMonth|tWeekday|tNum|tMod|tNat) && !strings.HasSuffix(f.word(fr.evAt-1), "-led") {
		return false
	}
	w := f.word(fr.evAt)
	switch w[strings.LastIndexByte(w, ' ')+1:] {
	case "attack", "strike", "raid", "assault", "massacre", "explosion", "blast", "bomb", "bombing", "ambush", "shooting":
	default:
		return false
	}
	for k := fr.evAt - 1; k >= 0 && k >= fr.evAt-4; k-- {
		it := &f.items[k]
		if it.is(tDet | tMonth | tWeekday) {
			return true
		}
		if it.is(tPunct | tPrep | tLoc | tSay | tAux | tOut) {
			return false
		}
	}
	return false
}

// lasts tells whether the words of a long time at item k are how long a frame's figure
// was counted for. Others say how old somebody is ("aged 5 to 8 years"), what a deed is
// measured by ("the first strike in weeks"), or how far it lies from something else
// ("two months after the truce").
func (f *field) lasts(from, k int) bool {
	switch f.word(k) {
	case "weeks", "months", "years":
	default:
		return true
	}
	if k+1 < len(f.items) {
		switch f.word(k + 1) {
		case "old", "after", "before", "ago", "later", "earlier", ")":
			return false
		}
	}
	n := k - 1
	for n > from && f.items[n].is(tNum|tQual|tVague|tDet) {
		n--
	}
	if n >= from {
		switch f.word(n) {
		case "after", "following":
			return false // "after weeks of shelling", "after six months in custody"
		case "of":
			if n > from && f.word(n-1) == "aged" {
				return false
			}
		}
	}
	for j := k - 1; j >= from && j >= k-9; j-- {
		switch f.word(j) {
		case "sentenced", "sentence", "sentences", "serving", "jailed", "imprisoned", "probation":
			return false // "sentenced on Tuesday to 30 years for killing"
		}
	}
	if k+2 < len(f.items) && f.word(k+1) == "in" && (f.word(k+2) == "prison" || f.word(k+2) == "jail") || k+1 < len(f.items) && (f.word(k+1) == "in prison" || f.word(k+1) == "in jail" || f.word(k+1) == "behind bars") {
		return false
	}
	return !f.measures(from, k)
}

// callsItFirst tells whether a sentence only says of a deed how seldom it is: "It was the first
// time in weeks", "That was the second time".
func (f *field) callsItFirst(s *sentence) bool {
	k := s.lead
	return k+4 < s.to && (f.word(k) == "it" || f.word(k) == "that" || f.word(k) == "this") && f.items[k+1].is(tAux) && f.word(k+2) == "the" && f.word(k+4) == "time"
}

// measures tells whether what stands before item k measures one deed by others: "the deadliest
// attack since", "the first in".
func (f *field) measures(from, k int) bool {
	for j := k - 1; j >= from && j >= k-12; j-- {
		switch f.word(j) {
		case "deadliest", "bloodiest", "worst", "heaviest", "biggest", "largest", "fiercest", "highest", "gravest", "most", "first", "second", "third", "fourth", "fifth":
			return true
		}
		if it := &f.items[j]; it.is(tPunct|tOut|tSay|tRel) && !it.is(tNum) {
			return false
		}
	}
	return false
}

// addToll keeps the figures of a claim under way as a toll, with the time it says they are of.
func (d *doc) addToll(p *partial) {
	d.tollIn, d.tollSent = p.f, p.si
	if m := p.fr.date; m != nil && !m.said && !p.f.inTitle && (p.si < maxOpening || p.si < maxHeads && d.toldNone()) && m.period.To.Sub(m.period.From) > 25 {
		d.statistic = true
	}
	t := isnad.Toll{Report: d.rep.ID, Version: d.rep.Version}
	low := func(c *casualty) *int {
		if c == nil {
			return nil
		}
		v := max(c.q.low, 0)
		if c.q.low < 0 {
			v = max(c.q.high, 0)
		}
		return &v
	}
	t.Killed, t.Injured = low(p.killed), low(p.injured)
	if p.fr.since != nil {
		t.Period = p.f.written(p.fr.since.from, p.fr.since.to)
		if p.fr.since.from > p.sent.from && p.f.word(p.fr.since.from-1) == "since" {
			t.Period = p.f.written(p.fr.since.from-1, p.fr.since.to)
		}
	} else if p.fr.date != nil {
		t.Period = p.f.written(p.fr.date.from, p.fr.date.to)
	}
	if len(p.names) > 0 {
		t.Attribution = p.names[0]
	}
	t.Span, t.Quote = d.quote(p.f, &p.sent)
	d.tolls = append(d.tolls, t)
}
