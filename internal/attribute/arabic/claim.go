package arabic

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"isnad"
	"isnad/internal/places"
)

// partial is a claim in the making: a frame with what earlier sentences lend it.
type partial struct {
	fr       frame
	f        *field
	sent     sentence
	killed   *casualty
	injured  *casualty
	both     *casualty
	other    []casualty
	event    isnad.Event
	strength int
	place    string
	within   []string
	rank     int
	known    bool
	when     isnad.Period
	actors   []string
	names    []string
	via      []string
	stance   isnad.Stance
	how      manner
	bg       bool
	weapon   string
	parts    []quantity
	carry    struct{ place, date, kind, actor, credit bool }
	ownPlace bool
	gotDate  bool
	title    bool
	si       int
	first    bool
	merged   int
	answer   bool
	drop     bool
	chance   float64
}

func (p *partial) counted() bool {
	return p.killed != nil || p.injured != nil || p.both != nil || len(p.other) > 0
}

// claims turns what was read into claims, in the order of their passages.
func (d *doc) claims() []isnad.Claim {
	var out []isnad.Claim
	body := false
	told := false // somebody is counted in the report
	for i := range d.partials {
		told = told || !d.partials[i].drop && d.partials[i].counted()
		body = body || !d.partials[i].title && !d.partials[i].drop
	}
	for i := range d.partials {
		p := &d.partials[i]
		if p.drop || p.title && body {
			continue
		}
		if !p.counted() && !p.answer && !p.borne(told) {
			continue
		}
		p.chance = d.weigh(p)
		if p.chance < line {
			continue
		}
		out = append(out, d.claim(p))
	}
	d.placeTogether(out)
	slices.SortStableFunc(out, func(a, b isnad.Claim) int {
		switch {
		case a.Span.InTitle == b.Span.InTitle:
			return cmp.Compare(a.Span.Start, b.Span.Start)
		case a.Span.InTitle:
			return -1
		}
		return 1
	})
	for i := range out {
		c := &out[i]
		c.ID = isnad.MakeID('k', c.Report, strconv.Itoa(c.Version), strconv.Itoa(c.Span.Start), strconv.Itoa(c.Span.End), c.Claimant, strconv.Itoa(len(d.out)+i))
	}
	return out
}

// borne tells whether a deed without figures is told as an incident: words of
// war also tell of prices and of films. It needs two of a day of its own, an
// armed hand, a word of harm and a sure word of the deed; one where the report
// counts the dead or wounded of something.
func (p *partial) borne(told bool) bool {
	n := 0
	for _, on := range [...]bool{p.gotDate, len(p.actors) > 0, p.fr.harm, p.strength >= 3, told} {
		if on {
			n++
		}
	}
	return n >= 2 && (p.gotDate || len(p.actors) > 0 || told)
}

func (d *doc) claim(p *partial) isnad.Claim {
	c := isnad.Claim{Report: d.rep.ID, Version: d.rep.Version, Event: p.event, Stage: isnad.StageAccomplished, Polarity: isnad.Affirmed,
		When: p.when, Actors: []isnad.Actor{}, Targets: []string{}, Attribution: []string{}, Via: []string{}, Victims: map[isnad.Category]int{},
		Stance: p.stance, Background: p.bg, Weapon: p.weapon, Reader: d.r.version, Review: isnad.Suggested}
	if p.stance == isnad.StanceDenied {
		c.Polarity = isnad.Denied
	}
	if p.fr.foiled {
		c.Stage = isnad.StageFoiled
	}
	if p.place != "" {
		c.Place = d.r.places.Resolve(p.place, p.within, places.Context{})
	}
	for _, name := range p.actors {
		a := isnad.Actor{Name: name}
		if q, ok := d.r.parties.Lookup(name); ok {
			a.ID = q.ID
		}
		if !slices.ContainsFunc(c.Actors, func(b isnad.Actor) bool { return b.Name == a.Name || a.ID != "" && b.ID == a.ID }) {
			c.Actors = append(c.Actors, a)
		}
	}
	c.Attribution = append(c.Attribution, p.names...)
	c.Via = append(c.Via, p.via...)
	c.Claimant = d.rep.SourceID
	if len(p.names) > 0 {
		s, _ := d.r.sources.Lookup(p.names[0])
		c.Claimant = s.ID
	}
	c.Span, c.Quote = p.f.quote(&p.sent)
	add := func(x *casualty, into **isnad.Range) {
		if x == nil {
			return
		}
		if into != nil {
			r := x.q.span()
			*into = &r
		}
		c.Counts = p.counts(c.Counts, x)
	}
	add(p.killed, &c.Killed)
	add(p.injured, &c.Injured)
	add(p.both, &c.Casualties)
	for i := range p.other {
		add(&p.other[i], nil)
	}
	p.victims(&c)
	c.Targets = append(c.Targets, p.targets()...)
	c.Confidence = round(p.chance)
	return c
}

func round(v float64) float64 { return float64(int(v*1000+0.5)) / 1000 }

// quote is the sentence, without the date line before it, as a span of its field.
func (f *field) quote(s *sentence) (isnad.Span, string) {
	a, b := int(f.toks[s.from].start), int(f.toks[s.to-1].end)
	return f.span(a, b), f.text[a:b]
}

func (p *partial) counts(out []isnad.Count, x *casualty) []isnad.Count {
	whole := len(out)
	out = append(out, p.count(x, &x.q))
	for i := range x.subs {
		s := &x.subs[i]
		if x.q.high >= 0 && s.low > x.q.high {
			continue // misread: a part is never greater than the whole
		}
		c := p.count(x, s)
		c.SubsetOf = &whole
		out = append(out, c)
	}
	return out
}

func (p *partial) count(x *casualty, q *quantity) isnad.Count {
	r := q.span()
	c := isnad.Count{Outcome: x.outcome, Category: q.cat, Min: r.Min, Max: r.Max, Qualifier: q.qual, Scope: isnad.ScopeIncident}
	if c.Category == "" {
		c.Category = isnad.CategoryAll
	}
	if x.toll {
		c.Scope = isnad.ScopeRunning
	}
	f := p.f
	if q.from < q.to && q.to <= len(f.toks) {
		a, b := int(f.toks[q.from].start), int(f.toks[q.to-1].end)
		if n := int(f.toks[q.from].cut); n > 0 {
			a = f.after(q.from, n)
		}
		c.Words, c.Span = f.text[a:b], f.span(a, b)
	}
	return c
}

func (p *partial) victims(c *isnad.Claim) {
	x := p.killed
	if x == nil || x.q.high == 0 {
		x = p.injured
	}
	if x == nil {
		return
	}
	set := func(q *quantity) {
		if q.cat == "" || q.cat == isnad.CategoryAll {
			return
		}
		if n := max(q.low, 0); n > c.Victims[q.cat] {
			c.Victims[q.cat] = n
		}
	}
	set(&x.q)
	for _, subs := range [...][]quantity{x.subs, p.parts} {
		for i := range subs {
			if x.q.high < 0 || subs[i].low <= x.q.high {
				set(&subs[i])
			}
		}
	}
}

// targets lists what or who was hit, as written.
func (p *partial) targets() []string {
	var out []string
	f := p.f
	if k := p.fr.evAt; k >= 0 {
		for j := k; j < p.fr.to && j < k+9; j++ {
			t := &f.toks[j]
			hit := t.is(tEvVerb) && t.e.kind == isnad.EventAttack || t.norm == "علي" || hitNoun(t.core)
			if !hit || j+1 >= p.fr.to {
				continue
			}
			e := j + 1
			for e < p.fr.to && e < j+6 && !f.toks[e].is(tPunct|tStop|tLoc|tSay|tWday|tRelDay|tOutVerb|tOutNoun|tEvVerb|tCue) && !(e > j+1 && f.toks[e].prep != 0) {
				e++
			}
			if e > j+1 {
				out = append(out, f.written(j+1, e))
			}
			break
		}
	}
	for _, x := range [...]*casualty{p.killed, p.injured, p.both} {
		if x != nil && x.q.head && x.q.headAt >= 0 && x.outcome != x.q.outcome {
			if w := f.written(x.q.headAt, x.q.headAt+1); !slices.Contains(out, w) {
				out = append(out, w)
			}
		}
	}
	return out
}

// placeTogether resolves again the places that no gazetteer knows or that fall
// out of the countries that the report speaks of: of two towns of one name, the one
// among the others is meant, and an unlisted quarter stands at the town named
// last before it.
func (d *doc) placeTogether(cs []isnad.Claim) {
	if len(cs) == 0 || d.marked == nil {
		return
	}
	if !d.gathered { // once for a text, however many parts it is read in
		d.around, d.gathered = d.r.places.AroundReport(d.marked.text, d.gzm, d.rep.Dateline.Place, d.rep.Title), true
	}
	for i := range cs {
		at := 0
		if d.marked.inTitle == cs[i].Span.InTitle {
			at = cs[i].Span.End
		}
		cs[i].Place = d.r.places.Reconsider(cs[i].Place, &d.around, at)
	}
}

// alike tells whether two names share a word that says something.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	x, y := strings.Fields(plain(a)), strings.Fields(plain(b))
	n := 0
	for _, w := range x {
		for _, v := range y {
			if bare(w) == bare(v) {
				n++
				break
			}
		}
	}
	return n > 0 && 2*n > min(len(x), len(y))
}

func bare(w string) string {
	for _, p := range [...]string{"بال", "وال", "لل", "ال"} {
		if rest, ok := strings.CutPrefix(w, p); ok && len(rest) >= 4 {
			return rest
		}
	}
	return w
}
