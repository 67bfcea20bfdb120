package attribute

import (
	"isnad"
)

// Numbers that cover a longer time or a wider area than one incident are tolls and
// never an incident's figures.

// isToll tells whether the numbers of a frame cover a longer time or a wider
// area than one incident.
func (d *doc) isToll(p *partial) bool {
	if p.killed == nil && p.injured == nil && p.both == nil {
		return false
	}
	if s := p.fr.since; s != nil && !d.base.IsZero() {
		if d.base.Sub(s.period.From) > 3 && (p.fr.date == nil || p.fr.date.rough) {
			return true
		}
	}
	big := 0
	for _, c := range [...]*casualty{p.killed, p.injured, p.both} {
		if c != nil {
			big = max(big, c.q.low, c.q.high)
		}
	}
	if big >= 5000 || big >= 1000 && (p.fr.place == nil || p.fr.date == nil || p.fr.date.said || p.fr.place.rank < 2) {
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
		if n := p.fr.date.period.To.Sub(p.fr.date.period.From); n > 8 && big >= 100 && p.fr.date.rough || n > 25 && big >= 200 || n > 60 && big > 1 {
			return true
		}
	}
	for k := p.fr.from; k < p.fr.to; k++ {
		it := &p.f.items[k]
		if it.is(tRelRange) && it.w != nil && it.w.period == "recent" {
			return big >= 30 || bg
		}
		if it.is(tRunning) && bg && p.f.word(k) != "since" {
			return true
		}
	}
	if bg && p.fr.since != nil {
		return true
	}
	return false
}

func (d *doc) addToll(p *partial) {
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
