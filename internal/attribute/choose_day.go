package attribute

import (
	"math"

	"isnad"
)

// The day of a claim is found by rules (day_dateclaim.go), each written for a way of telling. Where nothing
// dates a claim they lend it the day of the claim before it, or of the report, and where that is wrong the right
// day mostly stands elsewhere in the report. So for each such claim that is left all days of the report are
// weighed: how they are written and how far from it, whether they date what is said, and which claims beside it
// have them. Another day than the rules' is taken only where it stands out by the model's line.

// Bounds on the days that are weighed for one claim, and on the sentences to either side that name them.
const (
	maxDays      = 128
	maxTitleDays = 8 // sentences of a headline
	daysAround   = 48
	maxDayFacts  = 96
)

// dayMention is a day or a stretch of days that the report names.
type dayMention struct {
	f      *field
	si     int
	at, to int // items
	when   isnad.Period
	tag    int // of dayTags
	m      dateMention
}

// dayTags tell how a day is named: plainly, as that of what is said, since when something lasts, in a date
// line, as that after which something was, or as a month or a year.
var dayTags = []string{"plain", "said", "since", "line", "after", "rough"}

const (
	dayPlain = iota
	daySaid
	daySince
	dayLine
	dayAfterwards
	dayRough
)

// dayWays are the rules by which a claim may have its day, as dateClaim tries them, and "lent", by what
// stands behind it.
var dayWays = []string{"none", "run", "own", "set", "fresh", "usual", "told", "back", "trial", "before", "item", "title", "report", "lent"}

const (
	wayNone = iota
	wayRun
	wayOwn
	waySet
	wayFresh
	wayUsual
	wayTold
	wayBack
	wayTrial
	wayBefore
	wayItem
	wayTitle
	wayReport
	wayLent
)

// dayOption is a day that a claim may have, with the facts that speak for it.
type dayOption struct {
	when  isnad.Period
	facts []fact
	n     int  // claims that have it
	told  int  // times it is named
	open  bool // it may be taken
}

func (o *dayOption) on(f fact, cond bool) {
	if !cond || len(o.facts) >= maxDayFacts {
		return
	}
	for _, g := range o.facts {
		if f == g {
			return
		}
	}
	o.facts = append(o.facts, f)
}

// chooseDays gives each claim that is left, and was only lent a day, the day of the report that fits it best.
func (d *doc) chooseDays() {
	m := dayModel()
	if !m.fitted && d.dayed == nil {
		return
	}
	var chosen []isnad.Period // of the claims of weighed, once one is asked for
	for n, i := range d.weighed {
		p := &d.partials[i]
		if w := p.wayOf(); p.when.IsZero() || w != wayBefore && w != wayReport {
			continue
		}
		if chosen == nil {
			d.nameDays()
			chosen = make([]isnad.Period, len(d.weighed))
		}
		opts := d.dayOptions(p)
		if d.dayed != nil {
			d.dayed(p, opts)
		}
		rule, best, top := 0.0, -1, math.Inf(-1)
		for k := range opts {
			sum := 0.0
			for _, f := range opts[k].facts {
				sum += m.weights[f]
			}
			if k == 0 {
				rule = sum
			}
			if sum > top {
				best, top = k, sum
			}
		}
		if best > 0 && m.fitted && top-rule >= m.line {
			chosen[n] = opts[best].when
		}
	}
	for n, w := range chosen {
		if p := &d.partials[d.weighed[n]]; !w.IsZero() {
			p.when, p.bg = w, d.longPast(w)
		}
	}
}

// nameDays gathers the days that the sentences around the claims of this part of a text name.
func (d *doc) nameDays() {
	d.named = d.named[:0]
	for _, f := range [...]*field{&d.title, &d.body} {
		lo, hi := len(f.sents), 0
		for _, i := range d.weighed {
			if p := &d.partials[i]; p.f0 == f {
				lo, hi = min(lo, p.si0-daysAround), max(hi, p.si0+daysAround)
			}
		}
		if f.inTitle {
			lo, hi = 0, maxTitleDays
		}
		last, years := f.lastDay, f.years
		f.lastDay = isnad.Day{}
		for si := max(lo, 0); si < min(hi+1, len(f.sents)) && len(d.named) < maxDays; si++ {
			s := &f.sents[si]
			base := d.base
			if s.entry > 0 && s.entry <= len(f.entries) && !f.entries[s.entry-1].day.IsZero() {
				base = f.entries[s.entry-1].day.To
			}
			d.sceneDts = f.dates(base, s.from, s.lead, s.to, d.sceneDts[:0])
			for k := range d.sceneDts {
				m := &d.sceneDts[k]
				if m.period.IsZero() || len(d.named) >= maxDays {
					continue
				}
				tag := dayPlain
				switch {
				case m.line:
					tag = dayLine
				case m.since:
					tag = daySince
				case m.said:
					tag = daySaid
				case m.after:
					tag = dayAfterwards
				case m.rough:
					tag = dayRough
				}
				d.named = append(d.named, dayMention{f: f, si: si, at: m.from, to: m.to, when: m.period, tag: tag, m: *m})
			}
		}
		f.lastDay, f.years = last, years
	}
}

// wayOf is the rule by which a claim has its day, of dayWays.
func (p *partial) wayOf() int {
	if p.lent {
		return wayLent
	}
	return p.dateWay
}

// dayOptions gathers the days that a claim may have, that of the rules first, with what speaks for each.
func (d *doc) dayOptions(p *partial) []dayOption {
	opts := d.dayOpts[:0]
	at := func(w isnad.Period) int {
		for i := range opts {
			if opts[i].when.From == w.From && opts[i].when.To == w.To {
				return i
			}
		}
		if n := len(opts); n < cap(opts) {
			opts = opts[:n+1]
			opts[n] = dayOption{when: w, facts: opts[n].facts[:0]}
		} else {
			opts = append(opts, dayOption{when: w})
		}
		return len(opts) - 1
	}
	f, sents := p.f0, p.f0.sents
	own := min(p.si0, len(sents)-1)
	way := p.wayOf()
	at(p.when)
	if !d.base.IsZero() {
		k := at(isnad.Period{From: d.base, To: d.base, Precision: isnad.DateDay, Basis: d.basis})
		opts[k].on(fDayReport, true)
		opts[k].open = true
	}
	nearBack, nearOn, others := -1, -1, false
	for i := range d.named {
		x := &d.named[i]
		k := at(x.when) // may move the options
		o := &opts[k]
		if x.tag != daySince && x.tag != dayLine {
			o.told++
		}
		o.on(fDayMention.at(asInt(x.tag != dayPlain)*len(dayWays)+way), true)
		plain := x.tag != daySaid && x.tag != daySince && x.tag != dayLine
		o.open = o.open || plain && d.mayBeDay(p, x)
		switch {
		case d.isToldIn(p, x.f, x.si):
			o.on(fDayOwn.at(x.tag), true)
			others = others || plain
			if x.f == f && x.si == p.si0 {
				in := x.at >= p.fr.from && x.to <= p.fr.to
				o.on(fDayFirstIn.at(x.tag), in)
				o.on(fDayFirstOut.at(x.tag), !in)
				if n := x.at - p.fr.at; n > 0 {
					o.on(fDayBehind.at(dayStep(n)), true)
				} else {
					o.on(fDayAhead.at(dayStep(-n)), true)
				}
			}
		case x.f.inTitle:
			o.on(fDayTitle.at(x.tag), true)
		case x.f == f && x.si < p.si0:
			o.on(fDayBack.at(dayStep(p.si0-x.si)*len(dayTags)+x.tag), true)
			o.on(fDayBackPara.at(x.tag), sents[x.si].para == sents[own].para)
			if plain {
				nearBack = i
			}
		case x.f == f:
			o.on(fDayOn.at(dayStep(x.si-p.si0)*len(dayTags)+x.tag), true)
			o.on(fDayOnPara.at(x.tag), sents[x.si].para == sents[own].para)
			if plain && nearOn < 0 {
				nearOn = i
			}
		}
		o.on(fDayLead, !x.f.inTitle && x.si < 2 && plain && x.tag != dayRough)
	}
	if nearBack >= 0 {
		k := at(d.named[nearBack].when)
		o := &opts[k]
		o.on(fDayNearBack, true)
		o.on(fDayNearBackWay.at(way), true)
	}
	if nearOn >= 0 {
		k := at(d.named[nearOn].when)
		opts[k].on(fDayNearOn, true)
	}
	d.daysBeside(p, opts)
	d.dayOfRule(p, &opts[0], way, others)
	d.dayItself(p, opts, others)
	d.dayOpts = opts
	n := 1
	for i := 1; i < len(opts); i++ {
		if opts[i].open && !widens(opts[i].when, p.when) {
			opts[n], opts[i] = opts[i], opts[n]
			n++
		}
	}
	return opts[:n]
}

// widens tells whether a time holds another and days besides: "over the weekend" says less than Saturday.
func widens(a, b isnad.Period) bool {
	return !b.From.Before(a.From) && !a.To.Before(b.To) && (a.From != b.From || a.To != b.To)
}

// mayBeDay tells whether a day that is named may be that of a claim: not where its sentence tells only what was
// done about a deed, or of what lies apart from it, nor where the rules know that it dates something else.
func (d *doc) mayBeDay(p *partial, x *dayMention) bool {
	s := &x.f.sents[x.si]
	switch {
	case x.f.inTitle:
		return d.base.Sub(x.when.To) <= maxSceneAge
	case x.f != p.f0:
		return false
	case d.isToldIn(p, x.f, x.si):
		return x.tag != dayAfterwards && (x.si != p.si0 || !d.datesAnother(x.f, s, &p.fr, &x.m))
	}
	home := &p.f0.sents[min(p.si0, len(p.f0.sents)-1)]
	if s.entry != home.entry || !x.f.namesDay(s) || x.f.opensAnother(s) {
		return false
	}
	for _, i := range d.weighed {
		if q := &d.partials[i]; q != p && d.isToldIn(q, x.f, x.si) && d.liesElsewhere(p, q) {
			return false
		}
	}
	return d.base.Sub(x.when.To) <= maxSceneAge && (x.f.triggers(s.from, s.to) || x.f.helpCalled(s) || s.para == home.para)
}

// sameParagraphOf tells whether two claims are told in one paragraph.
func sameParagraphOf(p, q *partial) bool {
	n := len(p.f0.sents) - 1
	return p.f0 == q.f0 && p.f0.sents[min(p.si0, n)].para == p.f0.sents[min(q.si0, n)].para
}

// liesElsewhere tells whether two claims are of two places.
func (d *doc) liesElsewhere(p, q *partial) bool {
	return p.place != "" && q.place != "" && !d.roll.same(q.place, p.place) && !d.roll.holds(q.within, p.place) && !d.roll.holds(p.within, q.place)
}

// isToldIn tells whether a claim is told in a sentence.
func (d *doc) isToldIn(p *partial, f *field, si int) bool {
	if p.f0 == f && p.si0 == si {
		return true
	}
	for _, t := range p.tells {
		if x := &d.tellings[t]; x.f == f && x.si == si {
			return true
		}
	}
	return false
}

// daysBeside notes which days the other claims have.
func (d *doc) daysBeside(p *partial, opts []dayOption) {
	of := func(q *partial) *dayOption {
		for i := range opts {
			if opts[i].when.From == q.when.From && opts[i].when.To == q.when.To {
				return &opts[i]
			}
		}
		return nil
	}
	var prev, next, first *partial
	n := 0
	for _, i := range d.weighed {
		q := &d.partials[i]
		if q == p {
			continue
		}
		n++
		if q.order < p.order {
			prev = q
			if first == nil && !q.title {
				first = q
			}
		} else if next == nil {
			next = q
		}
		o := of(q)
		if o == nil {
			continue
		}
		o.n++
		o.open = o.open || !d.liesElsewhere(p, q) && !(q.bg && (p.definite || !sameParagraphOf(p, q)))
		o.on(fDaySamePlace, q.place != "" && d.roll.same(q.place, p.place))
		o.on(fDaySameKind, q.event == p.event)
		o.on(fDaySameSource, d.roll.overlap(q.names, p.names))
		o.on(fDayOthersOwn, q.wayOf() == wayOwn)
	}
	for i := range opts {
		switch o := &opts[i]; {
		case o.n == 0:
			o.on(fDayShare.at(0), true)
		case 3*o.n <= n:
			o.on(fDayShare.at(1), true)
		case 3*o.n <= 2*n:
			o.on(fDayShare.at(2), true)
		default:
			o.on(fDayShare.at(3), true)
		}
	}
	if first != nil {
		if o := of(first); o != nil {
			o.on(fDayFirstClaim, true)
		}
	}
	if next != nil {
		if o := of(next); o != nil {
			o.on(fDayNext, true)
		}
	}
	if prev == nil {
		return
	}
	o := of(prev)
	if o == nil {
		return
	}
	k := 0
	if d.roll.same(prev.place, p.place) {
		k++
	}
	if prev.event == p.event {
		k += 2
	}
	o.on(fDayPrev.at(k), true)
	if prev.f0 != p.f0 {
		return
	}
	k = 0
	sents := p.f0.sents
	if sents[max(0, min(prev.last, len(sents)-1))].para == sents[min(p.si0, len(sents)-1)].para {
		k += 2
	}
	if prev.wayOf() == wayOwn {
		k++
	}
	o.on(fDayPrevPara.at(k), true)
	o.on(fDayPrevStep.at(dayStep(p.si0-prev.last)), true)
	o.on(fDayPrevDefinite, p.definite)
	o.on(fDayPrevAnswer, p.answer)
	o.on(fDayPrevNoDeed, p.fr.strength == 0)
	o.on(fDayPrevKindred, kindred(p.event, prev.event))
}

// dayOfRule notes how the rules came to the day of a claim.
func (d *doc) dayOfRule(p *partial, o *dayOption, way int, others bool) {
	o.on(fDayRule, true)
	o.on(fDayRuleWay.at(way), true)
	o.on(fDayRuleGot, p.gotDate)
	o.on(fDayRuleCarried, p.fr.carryDate)
	o.on(fDayRuleLongPast, p.bg)
	o.on(fDayRuleSpan, p.when.From != p.when.To)
	o.on(fDayRuleTitle, p.title)
	o.on(fDayRuleOwn.at(asInt(others)*len(dayWays)+way), true)
	o.on(fDayRuleCounts.at(asInt(p.hasFigure())*len(dayWays)+way), true)
}

func asInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// dayItself notes what each day is by itself.
func (d *doc) dayItself(p *partial, opts []dayOption, others bool) {
	had, earlier := false, false
	for k := p.sent.from; k < p.sent.to; k++ {
		switch p.f.word(k) {
		case "had":
			had = true
		case "earlier", "previous", "previously", "ago", "last", "before", "recalled", "anniversary":
			earlier = true
		}
	}
	for i := range opts {
		o := &opts[i]
		o.on(fDayTold.at(dayStep(o.told)), o.told > 1)
		age := d.base.Sub(o.when.To)
		switch {
		case d.base.IsZero():
		case age < 0:
			o.on(fDayAge.at(0), true)
		case age < 2:
			o.on(fDayAge.at(1+age), true)
		case age <= 7:
			o.on(fDayAge.at(3), true)
		case age <= 31:
			o.on(fDayAge.at(4), true)
		case age <= 366:
			o.on(fDayAge.at(5), true)
		default:
			o.on(fDayAge.at(6), true)
		}
		o.on(fDaySpan, o.when.From != o.when.To)
		o.on(fDayLongSpan, o.when.To.Sub(o.when.From) > 3)
		old := asInt(age > 1)
		o.on(fDayHad.at(old), had)
		o.on(fDayEarlier.at(old), earlier)
		o.on(fDayOthersNamed, others)
		switch n := o.when.From.Sub(p.when.From); {
		case n < -1:
			o.on(fDayOff.at(0), true)
		case n == -1:
			o.on(fDayOff.at(1), true)
		case n == 1:
			o.on(fDayOff.at(2), true)
		case n > 1:
			o.on(fDayOff.at(3), true)
		}
	}
}

// DayChoice is a claim as it is read, with all the days that it might have.
type DayChoice struct {
	Claim isnad.Claim
	Days  []DayOption // that of the rules first
}

// DayOption is one of them, with the facts that the chooser weighs.
type DayOption struct {
	When  isnad.Period
	Facts []string
}

// Days returns the days that each claim of a report might have which was only lent one, for the fitting of their
// weights.
func (r *Reader) Days(rep *isnad.Report) []DayChoice {
	d := docs.Get().(*doc)
	defer d.release()
	d.r, d.rep, d.lex = r, rep, lexiconEN()
	var out []DayChoice
	d.dayed = func(p *partial, opts []dayOption) {
		c := DayChoice{Claim: d.claim(p)}
		for i := range opts {
			o := DayOption{When: opts[i].when}
			for _, f := range opts[i].facts {
				o.Facts = append(o.Facts, factNames()[f])
			}
			c.Days = append(c.Days, o)
		}
		out = append(out, c)
	}
	d.read()
	return out
}
