package attribute

import "isnad"

// The fields of a recorder's form say how many were killed and wounded: "Civilians reported
// killed / 4 – 9", "Injured: 20". They are the figures of the page's own claim, where its
// narrative gives none or leaves one side open.

// formFigure is what such a field says.
type formFigure struct {
	c    casualty
	done bool // a claim has taken it
}

// read reads the figure in the items [from, to).
func (g *formFigure) read(f *field, from, to int, o isnad.Outcome) {
	if g.c.known || from >= to {
		return
	}
	q, ok := f.quantity(from, to)
	if !ok && f.items[from].is(tNum) && !f.items[from].is(tOrdinal) {
		n := f.items[from].num
		q, ok = quantity{from: from, to: from + 1, low: n, high: n, qual: isnad.Exact, category: isnad.CategoryAll}, true
		if end, high, ranged := f.rangeEnd(from+1, to, false); ranged && high > n {
			q.to, q.high = end, high
		}
	}
	if !ok || q.from > from+1 || q.high < 1 {
		return
	}
	g.c = casualty{outcome: o, q: q, known: true, at: q.from, from: q.from, to: q.to, passive: true, f: f}
}

// figuresOfForm gives the page's own claim, which nobody else is credited with and which is
// of the day of the form, the figures of the form.
func (d *doc) figuresOfForm(p *partial) {
	if d.form.day.IsZero() || !d.form.killed.c.known && !d.form.injured.c.known || len(p.names) > 0 || p.both != nil || p.when != d.form.day {
		return
	}
	give := func(g *formFigure, c **casualty) {
		if g.c.known && !g.done && (*c == nil || (*c).q.high < 0) {
			own := g.c
			*c = &own
		}
		g.done = true
	}
	give(&d.form.killed, &p.killed)
	give(&d.form.injured, &p.injured)
}

// labelledFigure reads a figure behind its label within a line: "Killed: 3; injured: 5-7",
// "fatalities: 11".
func labelledFigure(f *field, s *sentence, t int) (casualty, bool) {
	if t+2 >= s.to || f.word(t+1) != ":" || !f.items[t+2].is(tNum|tQual|tVague) {
		return casualty{}, false
	}
	if t > s.lead && !(f.items[t-1].is(tPunct) && !f.items[t-1].is(tNum)) && f.word(t-1) != "of" && f.word(t-1) != "total" {
		return casualty{}, false // "Three killed: 200 arrested" is no label
	}
	var o isnad.Outcome
	switch f.word(t) {
	case "killed", "dead", "deaths", "fatalities":
		o = isnad.Killed
	case "injured", "wounded", "injuries":
		o = isnad.Injured
	default:
		return casualty{}, false
	}
	var g formFigure
	g.read(f, t+2, min(s.to, t+2+maxLabel), o)
	g.c.at, g.c.from = t, t
	if k := g.c.to; g.c.known && !g.c.q.head && k < s.to && !f.items[k].is(tPunct|tConj) {
		return casualty{}, false // "Wounded: 2014 Toyota"
	}
	return g.c, g.c.known
}
