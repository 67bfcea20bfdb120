package arabic

import (
	"slices"

	"isnad"
)

// takeAll turns the frames of a sentence into candidates, and answers without a
// deed of their own ("نفى الحزب ضلوعه") into candidates about what came before.
func (d *doc) takeAll(f *field, s *sentence) {
	answered := false
	for i := range d.frs {
		fr := &d.frs[i]
		sp := d.creditOf(fr, s)
		answered = answered || sp != nil && sp.how != says
		d.take(f, s, fr, sp)
	}
	if answered && len(d.sps) < 2 || d.prev() == nil || f.inTitle {
		return
	}
	for i := range d.sps {
		if sp := &d.sps[i]; sp.how != says && !f.negated(sp.at, s.from) && !d.used(sp) {
			fr := frame{from0: s.lead, from: s.lead, to: s.to, at: sp.at, evAt: -1, place: -1, date: -1, weapon: -1}
			d.placeOf(f, &fr)
			d.take(f, s, &fr, sp)
		}
	}
}

// used tells whether a candidate of this sentence stands as the speech does.
func (d *doc) used(sp *speech) bool {
	for i := len(d.partials) - 1; i >= 0 && d.partials[i].si == d.si; i-- {
		if d.partials[i].how == sp.how && (len(sp.names) == 0 || slices.Equal(sp.names, d.partials[i].names)) {
			return true
		}
	}
	return false
}

// creditOf chooses who is credited with a frame: the last speaker before it in
// its clause, else one named after it, else a speaker of the sentence.
func (d *doc) creditOf(fr *frame, s *sentence) *speech {
	var lead, trail, other *speech
	for i := range d.sps {
		sp := &d.sps[i]
		in := sp.at >= fr.from && sp.at < fr.to
		switch {
		case sp.anaphor && sp.how == says && other != nil:
			continue // "… مشيرا إلى": the same speaker goes on
		case in && !sp.trailing && sp.at <= fr.at:
			lead = sp
		case sp.at > fr.at && trail == nil && (in || sp.trailing):
			trail = sp
		}
		if other == nil && sp.at < fr.at {
			other = sp
		}
	}
	switch {
	case lead != nil:
		return lead
	case trail != nil && (other == nil || trail.trailing || trail.at < fr.to):
		return trail
	}
	return other
}

// prev is the last candidate of the report.
func (d *doc) prev() *partial {
	if n := len(d.partials); n > 0 {
		return &d.partials[n-1]
	}
	return nil
}

// take turns a frame into a candidate or a toll, or drops it.
func (d *doc) take(f *field, s *sentence, fr *frame, sp *speech) {
	p := partial{fr: *fr, f: f, sent: *s, killed: fr.killed, injured: fr.injured, both: fr.both, other: fr.other, event: fr.event, strength: fr.strength,
		title: f.inTitle, si: d.si, how: says, stance: isnad.StanceAsserted, first: len(d.partials) == 0}
	prev := d.prev()
	if len(d.parts) > 0 && p.killed == nil && p.injured == nil && p.both == nil {
		// "among the dead were three women": parts of what was told before
		p.parts = slices.Clone(d.parts)
	}
	d.credit(&p, sp, f, s)
	d.when(f, &p, prev)
	if d.tollOf(f, &p) {
		return
	}
	d.where(f, &p, prev)
	p.answer = p.how != says
	d.kind(f, &p, prev)
	d.hands(f, &p, prev, sp)
	if fr.weapon >= 0 {
		p.weapon = f.written(fr.weapon, fr.weapon+int(f.toks[fr.weapon].phrase))
	}
	switch {
	case p.how == denies:
		p.stance = isnad.StanceDenied
	case p.how == owns:
		p.stance = isnad.StanceSelfClaimed
	case fr.hedged:
		p.stance = isnad.StanceHedged
	}
	if !d.worthy(&p, prev) {
		return
	}
	if p.event == "" {
		p.event = isnad.EventAttack
		if p.counted() && p.killed != nil && p.killed.q.cat == isnad.CategoryCombatants && len(p.actors) > 0 {
			p.event = isnad.EventClash
		}
	}
	d.partials = append(d.partials, p)
	if !p.when.IsZero() {
		d.lastDay = p.when
	}
}

func (d *doc) credit(p *partial, sp *speech, f *field, s *sentence) {
	var last *speakerHeard
	if len(d.spk) > 0 {
		last = &d.spk[0]
	}
	switch {
	case sp == nil:
		if last != nil && last.f == f && last.para == s.para && d.si-last.si == 1 && p.fr.evAt >= 0 && p.fr.definite && f.toks[s.lead].quoted {
			p.names, p.via, p.carry.credit = last.names, last.via, true
		}
	case sp.anaphor && len(sp.names) == 0:
		p.how = sp.how
		for i := range d.sps { // the one who spoke before in the sentence
			if q := &d.sps[i]; q.at < sp.at && len(q.names) > 0 {
				p.names, p.via = q.names, q.via
			}
		}
		if len(p.names) == 0 && last != nil && last.f == f && d.si-last.si <= 2 {
			p.names, p.via, p.carry.credit = last.names, last.via, true
		}
	default:
		p.names, p.via, p.how = sp.names, sp.via, sp.how
		for i := range d.sps { // "… وأكد أن": how the last verb of the same speaker stands to it
			if q := &d.sps[i]; q.anaphor && q.how == denies && q.at > sp.at && q.at < p.fr.at {
				p.how = denies
			}
		}
	}
}

func (d *doc) when(f *field, p *partial, prev *partial) {
	switch {
	case p.fr.date >= 0:
		p.when, p.gotDate = d.dts[p.fr.date].period, true
	case prev != nil && !prev.bg && !prev.when.IsZero():
		p.when, p.carry.date = prev.when, true
	default:
		for i := range d.dts { // of another clause of the sentence
			if m := &d.dts[i]; !m.since {
				p.when = m.period
				break
			}
		}
		if p.when.IsZero() && !d.base.IsZero() {
			p.when = isnad.Period{From: d.base, To: d.base, Precision: isnad.DateDay, Basis: d.basis}
		}
	}
	p.bg = !p.when.IsZero() && !d.base.IsZero() && d.base.Sub(p.when.To) > 6
}

func (d *doc) where(f *field, p *partial, prev *partial) {
	at := p.fr.place
	if at < 0 {
		for i := range d.pls { // of another clause of the sentence
			if q := &d.pls[i]; !q.title && q.prep && q.rank > 0 && q.from < p.fr.at {
				at = i
			}
		}
	}
	if at < 0 {
		if prev != nil && prev.place != "" {
			prev = d.spot(prev)
			p.place, p.within, p.rank, p.known, p.carry.place = prev.place, prev.within, prev.rank, prev.known, true
		}
		return
	}
	q := &d.pls[at]
	p.place, p.rank, p.known, p.ownPlace = f.written(q.name, q.to), q.rank, q.known, true
	for _, i := range p.fr.within {
		w := &d.pls[i]
		if s := f.written(w.name, w.to); s != p.place && !slices.Contains(p.within, s) {
			p.within = append(p.within, s)
		}
	}
	if prev != nil && q.rank <= 1 && prev.place != "" && prev.rank > q.rank && (p.answer || p.fr.definite) && len(p.within) == 0 {
		// "the strike in the city": the spot was told before
		p.within = nil
		p.place, p.within, p.rank, p.known, p.carry.place = prev.place, prev.within, prev.rank, prev.known, true
	}
}

// spot goes back from a candidate that names only the town to one that named
// the spot in it.
func (d *doc) spot(q *partial) *partial {
	for i := len(d.partials) - 1; i >= 0 && i >= len(d.partials)-maxBack; i-- {
		o := &d.partials[i]
		if o.place != q.place && o.rank > q.rank && slices.ContainsFunc(o.within, func(w string) bool { return alike(w, q.place) }) {
			return o
		}
	}
	return q
}

func (d *doc) kind(f *field, p *partial, prev *partial) {
	if prev == nil || prev.event == "" {
		return
	}
	weak := p.event == "" || p.strength <= 1
	if p.answer && weak && prev.place != "" {
		if p.ownPlace && !slices.ContainsFunc(prev.within, func(w string) bool { return alike(w, p.place) }) {
			p.place, p.within, p.rank, p.known, p.carry.place, p.ownPlace = prev.place, prev.within, prev.rank, prev.known, true, false
		}
	}
	general := p.event == isnad.EventAttack || p.event == isnad.EventShelling && p.strength == 2 || p.event == isnad.EventExplosion
	same := !p.ownPlace || p.carry.place || alike(p.place, prev.place) || p.answer && slices.ContainsFunc(prev.within, func(w string) bool { return alike(w, p.place) })
	if weak && (same || p.event == "" && p.fr.harm) && !(p.gotDate && !p.carry.date && p.bg != prev.bg) || general && p.fr.definite && same {
		p.event, p.carry.kind = prev.event, true
		p.strength = max(p.strength, 1)
	}
}

func (d *doc) hands(f *field, p *partial, prev *partial, sp *speech) {
	add := func(name string) {
		if name != "" && !slices.Contains(p.actors, name) {
			p.actors = append(p.actors, name)
		}
	}
	if p.how == accuses && sp != nil {
		if sp.to < len(f.toks) && len(sp.names) > 0 {
			if e, ok := d.actorEnd(f, sp.to, min(len(f.toks), sp.to+maxSpeaker)); ok {
				add(f.written(sp.to, e)) // "الجيش" accuses "قوات ...": two phrases that stand together
			}
		}
		for i := range d.acs {
			if a := &d.acs[i]; len(p.actors) == 0 && a.from >= sp.to-1 && a.from > sp.at && !a.title {
				add(f.written(a.from, a.to))
				break
			}
		}
		if k := sp.to; len(p.actors) == 0 && len(sp.names) > 0 && k < len(f.toks) && d.gz[k] > 0 && f.toks[k].prep == 0 {
			add(f.written(k, k+1)) // a state is accused
		}
		if len(p.actors) == 0 && sp.accused[1] > 0 {
			add(f.written(sp.accused[0], sp.accused[1]))
		}
	}
	for _, i := range p.fr.actors {
		if f.toks[d.acs[i].from].poss && len(p.names) > 0 {
			add(p.names[0]) // "its aircraft"
		} else if len(p.actors) == 0 || p.how != accuses {
			add(f.written(d.acs[i].from, d.acs[i].to))
		}
	}
	if len(p.actors) == 0 && p.event != "" && p.fr.evAt >= 0 {
		// "غارة إسرائيلية": all that is said of whose it was
		for k := p.fr.evAt + 1; k < p.fr.to && k < p.fr.evAt+4; k++ {
			t := &f.toks[k]
			if t.is(tNisba) && !t.conj && t.prep == 0 && !f.toks[k-1].is(tPeople|tArea|tSrcBody) && d.gz[k] == 0 {
				add(f.written(k, k+1))
				break
			}
			if t.is(tPunct|tStop|tLoc) && !t.is(tMod) {
				break
			}
		}
	}
	switch p.how {
	case denies:
		if len(p.actors) == 0 && prev != nil && prev.how == accuses && prev.si == d.si {
			p.actors = prev.actors // an accusation is what is denied
		}
		if len(p.actors) == 0 && len(p.names) > 0 {
			add(p.names[0])
		}
	case owns:
		if len(p.names) > 0 {
			p.actors = append([]string(nil), p.names[0])
		}
	case says:
		if len(p.actors) == 0 && sp != nil && p.fr.evAt >= 0 && p.fr.verb && !p.counted() {
			add(d.owner(f, sp)) // an armed side that tells what it did
		}
		if len(p.actors) == 0 && prev != nil && p.carry.kind && p.carry.place && d.sameSpeaker(p, prev) {
			p.actors, p.carry.actor = prev.actors, true
		}
	}
}

// owner is the armed side that a speaker speaks for.
func (d *doc) owner(f *field, sp *speech) string {
	for k := sp.from; k < sp.to && len(sp.names) > 0; k++ {
		if d.so[k] > 0 && d.isMedium(f, k, k+1) {
			return ""
		}
		if d.pa[k] > 0 || f.toks[k].is(tActor) && !f.toks[k].is(tSrcPerson) && (k == sp.from || f.toks[k].prep == 'l' || f.toks[k-1].norm == "باسم" || f.toks[k-1].is(tSrcPerson)) {
			if e, ok := d.actorEnd(f, k, sp.to); ok {
				return f.written(k, e)
			}
		}
	}
	return ""
}

func (d *doc) sameSpeaker(p, q *partial) bool {
	if len(p.names) == 0 || len(q.names) == 0 {
		return len(p.names) == len(q.names)
	}
	for _, a := range p.names {
		for _, b := range q.names {
			if alike(a, b) {
				return true
			}
		}
	}
	return false
}

// worthy decides whether a candidate tells a concrete incident.
func (d *doc) worthy(p *partial, prev *partial) bool {
	fr := &p.fr
	if fr.accident && p.strength < 2 {
		return false
	}
	if p.answer {
		return prev != nil || fr.evAt >= 0 && p.place != ""
	}
	if p.killed != nil || p.injured != nil || p.both != nil {
		return !fr.foiled || p.killed != nil
	}
	if fr.undone || fr.foiled || fr.negated {
		return false
	}
	if len(p.other) > 0 {
		return true
	}
	if p.strength == 0 || p.event == "" {
		return len(p.parts) > 0 && prev != nil && p.carry.place
	}
	if p.place == "" {
		return false
	}
	switch {
	case p.strength >= 2 && fr.verb && (p.ownPlace || len(p.names) > 0 || len(p.actors) > 0):
		return true
	case p.strength >= 3 && p.ownPlace:
		return true
	case fr.evAt >= 0 && fr.definite && len(p.names) > 0:
		return true
	case fr.evAt >= 0 && fr.verb && p.ownPlace && len(p.actors) > 0:
		return true
	case p.strength >= 2 && p.ownPlace && p.rank >= 3:
		return true
	case len(p.parts) > 0:
		return true
	}
	return false
}

// tollOf takes a figure over a longer time or a war as a toll.
func (d *doc) tollOf(f *field, p *partial) bool {
	if p.killed == nil && p.injured == nil && p.both == nil {
		return false
	}
	big := 0
	for _, c := range [...]*casualty{p.killed, p.injured, p.both} {
		if c != nil {
			big = max(big, c.q.low, c.q.high)
		}
	}
	period, long := "", false
	for k := p.sent.lead; k < p.sent.to; k++ {
		t := &f.toks[k]
		if !t.is(tSince) || t.skip || k+1 >= p.sent.to {
			continue
		}
		e := k + 2
		long = !f.toks[k+1].is(tDayPart|tRelDay) && f.toks[k+1].core != "ساعات" && f.toks[k+1].core != "ساعه"
		for i := range d.dts {
			if m := &d.dts[i]; m.from == k+1 || m.from == k+2 {
				e = m.to
				long = d.base.IsZero() || d.base.Sub(m.period.From) > 3
			}
		}
		period = f.written(k, min(e, p.sent.to))
		break
	}
	if long && p.fr.date >= 0 && d.base.Sub(d.dts[p.fr.date].period.To) <= 3 && !d.dts[p.fr.date].since && big < 1000 {
		long = false
	}
	if p.fr.date >= 0 {
		m := &d.dts[p.fr.date]
		if n := m.period.To.Sub(m.period.From); n > 25 && big >= 50 || n > 5 && big >= 200 {
			long, period = true, m.period.Words
		}
	}
	if !long && big < 5000 {
		return false
	}
	t := isnad.Toll{Report: d.rep.ID, Version: d.rep.Version, Period: period}
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
	if len(p.names) > 0 {
		t.Attribution = p.names[0]
	}
	t.Span, t.Quote = f.quote(&p.sent)
	d.tolls = append(d.tolls, t)
	return true
}

// maxBack is how many earlier candidates one is compared with.
const maxBack = 12

// join makes one of candidates that tell one claim twice.
func (d *doc) join() {
	for i := range d.partials {
		p := &d.partials[i]
		for j := i - 1; j >= 0 && j >= i-maxBack; j-- {
			q := &d.partials[j]
			if q.drop || q.title != p.title || !d.oneClaim(q, p) {
				continue
			}
			q.take(p)
			p.drop = true
			break
		}
	}
}

func same(a, b *casualty) (both, equal bool) {
	if a == nil || b == nil {
		return false, true
	}
	return true, a.q.low == b.q.low && (a.q.high == b.q.high || a.q.high < 0 || b.q.high < 0)
}

// oneClaim tells whether the later candidate p says again, or goes on to say,
// what q claims.
func (d *doc) oneClaim(q, p *partial) bool {
	if (p.how == denies) != (q.how == denies) || (p.how == owns) != (q.how == owns) || p.bg != q.bg {
		return false
	}
	k, ke := same(q.killed, p.killed)
	n, ne := same(q.injured, p.injured)
	b, be := same(q.both, p.both)
	if !ke || !ne || !be || len(p.other) > 0 && (len(q.other) > 0 || p.event != q.event) {
		return false
	}
	if p.gotDate && q.gotDate && p.when.Distance(q.when) > 0 {
		return false
	}
	place := p.carry.place || !p.ownPlace || alike(p.place, q.place) || slices.ContainsFunc(q.within, func(w string) bool { return alike(w, p.place) })
	if p.ownPlace && !p.carry.place && q.carry.place {
		place = place && alike(p.place, q.place)
	}
	speaker := d.sameSpeaker(p, q)
	if k && ke && p.killed.q.number || n && ne && p.injured.q.number || b && be {
		return place && (speaker || len(p.names) == 0 || len(q.names) == 0)
	}
	if !speaker && !(len(p.names) == 0 && !p.counted()) {
		return false
	}
	return place && (p.event == q.event || p.carry.kind) && !(p.counted() && p.ownPlace && !p.carry.place)
}

// take adds to q what p tells beyond it.
func (q *partial) take(p *partial) {
	q.merged++
	if q.killed == nil && p.f == q.f {
		q.killed = p.killed
	}
	if q.injured == nil && p.f == q.f {
		q.injured = p.injured
	}
	if q.both == nil && p.f == q.f {
		q.both = p.both
	}
	if q.carry.place && p.ownPlace && !p.carry.place || p.ownPlace && p.rank > q.rank && p.known && !q.known {
		q.place, q.within, q.rank, q.known, q.ownPlace, q.carry.place = p.place, p.within, p.rank, p.known, true, false
	}
	if !q.gotDate && p.gotDate {
		q.when, q.gotDate = p.when, true
	}
	if len(q.actors) == 0 {
		q.actors = p.actors
	}
	if len(q.names) == 0 {
		q.names, q.via = p.names, p.via
	}
	if len(q.via) == 0 {
		q.via = p.via
	}
	if q.weapon == "" {
		q.weapon = p.weapon
	}
	if p.strength > q.strength && !p.carry.kind {
		q.event, q.strength = p.event, p.strength
	}
	if p.stance == isnad.StanceHedged {
		q.stance = isnad.StanceHedged
	}
	q.parts = append(q.parts, p.parts...)
}
