package arabic

import (
	"isnad"
)

// frame is what one clause tells of one incident.
type frame struct {
	from0    int // where its clause begins
	from, to int
	at       int // its first word of harm or of a deed

	killed, injured, both *casualty
	other                 []casualty // detained, missing, displaced
	event                 isnad.Event
	strength              int
	evAt                  int
	verb                  bool // the deed is told by a verb
	definite              bool // "the strike": told before
	clash                 bool
	harm                  bool // a word of harm without a number
	place                 int  // index into doc.pls, -1
	within                []int
	date                  int // index into doc.dts, -1
	actors                []int
	weapon                int // token, -1
	hedged, undone        bool
	foiled                bool
	negated               bool
	accident              bool
}

// clauses cuts a sentence at words that begin a new statement.
func (f *field) clauses(s *sentence, into []int) []int {
	into = append(into, s.lead)
	for i := s.lead + 2; i < s.to; i++ {
		t := &f.toks[i]
		if t.skip {
			continue
		}
		if f.mark(i) == '؛' || t.is(tClause) && f.mark(i-1) != 0 && i+3 < s.to || t.is(tClause) && i+3 < s.to && (t.core == "فيما" || t.core == "بينما") {
			into = append(into, i)
		}
	}
	return append(into, s.to)
}

// frames reads the frames of the clause [from, to).
func (d *doc) frames(f *field, from, to int, into []frame) []frame {
	base := len(into)
	open := func(at int) *frame {
		into = append(into, frame{from0: from, from: from, to: to, at: at, evAt: -1, place: -1, date: -1, weapon: -1})
		return &into[len(into)-1]
	}
	var fr *frame
	for i := range d.cas {
		c := &d.cas[i]
		if c.word < from || c.word >= to {
			if c.q.from < from || c.q.from >= to {
				continue
			}
		}
		slot := func(fr *frame) **casualty {
			switch c.outcome {
			case isnad.Killed:
				return &fr.killed
			case isnad.Injured:
				return &fr.injured
			case isnad.Casualties:
				return &fr.both
			}
			return nil
		}
		if fr == nil {
			fr = open(min(c.word, c.q.from))
		}
		if c.q.high == 0 && (fr.killed != nil && fr.killed.q.high != 0 || fr.injured != nil && fr.injured.q.high != 0) && c.word-fr.at > 3 {
			fr.to = c.word // nobody was harmed in what is told next
			fr = open(c.word)
			fr.from = c.word
		}
		p := slot(fr)
		if p == nil {
			fr.other = append(fr.other, *c)
			continue
		}
		if *p != nil {
			if c.q.to == (*p).q.to || c.outcome == isnad.Killed && !c.q.number || sameFigure(*p, c) {
				continue
			}
			start := min(c.word, c.q.from)
			// the rest of the clause is another incident's, or another count of it
			cut := start
			for k := start - 1; k > (*p).q.to && k > start-6; k-- {
				if f.toks[k].is(tPunct) || f.toks[k].conj {
					cut = k
					break
				}
			}
			fr.to = cut
			fr = open(start)
			fr.from = cut
			p = slot(fr)
		}
		keep := *c
		*p = &keep
	}
	if fr == nil {
		at, ok := d.deed(f, from, to)
		if !ok {
			return into
		}
		open(at)
	}
	for i := base; i < len(into); i++ {
		d.fill(f, &into[i])
	}
	return into
}

func sameFigure(a, b *casualty) bool { return a.q.low == b.q.low && a.q.high == b.q.high }

// deed finds the first word of a deed or of harm in a clause.
func (d *doc) deed(f *field, from, to int) (int, bool) {
	for i := from; i < to; i++ {
		t := &f.toks[i]
		if t.skip || d.title[i] {
			continue
		}
		if t.is(tEvNoun|tEvVerb) && (t.e.strength > 0 || t.is(tEvVerb)) || t.is(tOutNoun|tOutVerb) && !t.is(tSay) {
			return i, true
		}
	}
	return 0, false
}

// fill finds kind, place, time and hands of a frame.
func (d *doc) fill(f *field, fr *frame) {
	d.kindOf(f, fr)
	for i := fr.from; i < fr.to; i++ {
		t := &f.toks[i]
		if t.skip {
			continue
		}
		switch {
		case t.is(tFoiled):
			fr.foiled = true
		case t.is(tUndone):
			fr.undone = true
		case t.is(tHedge):
			fr.hedged = true
		}
		if t.is(tAccident | tSport) {
			fr.accident = true
		}
		if t.is(tOutNoun | tOutVerb | tOutPeople) {
			fr.harm = true
		}
		if fr.weapon < 0 && t.is(tWeapon) && !d.title[i] {
			fr.weapon = i
		}
	}
	d.placeOf(f, fr)
	d.dateOf(f, fr)
	fr.actors = d.perpetrators(f, fr)
}

// kindOf chooses the kind: the surest word of a deed, of several the one next to
// the word of harm.
func (d *doc) kindOf(f *field, fr *frame) {
	best := -1.0
	for i := fr.from; i < fr.to; i++ {
		t := &f.toks[i]
		if t.skip || !t.is(tEvNoun|tEvVerb) || d.title[i] && !t.is(tEvVerb) || t.e.kind == "" {
			continue
		}
		if t.is(tPeople|tActor) && !t.is(tEvVerb) && t.e.strength < 2 {
			continue
		}
		kind, strength := t.e.kind, t.e.strength
		if kind == isnad.EventShelling && strength == 2 || kind == isnad.EventAttack {
			if k := f.means(i, fr.to); k != "" {
				kind, strength = k, 3
			}
		}
		if strength == 0 {
			continue
		}
		if fr.killed != nil && strength >= 4 && (kind == isnad.EventDetention || kind == isnad.EventAbduction) && i > fr.killed.word {
			strength = 2
		}
		gap := i - fr.at
		if gap < 0 {
			gap = -gap
		}
		score := float64(strength) - float64(gap)*0.03
		if t.is(tEvVerb) && !t.is(tEvNoun) {
			score += 0.2
		}
		if f.negated(i, fr.from0) {
			score -= 1.5
		}
		if score > best {
			best = score
			fr.event, fr.strength, fr.evAt = kind, strength, i
			fr.verb = t.is(tEvVerb) && !t.is(tEvNoun)
			fr.definite = t.det && !fr.verb
		}
		if kind == isnad.EventClash {
			fr.clash = true
		}
	}
	if fr.event == isnad.EventShelling && fr.strength == 2 {
		for i := fr.from; i < fr.to; i++ {
			if t := &f.toks[i]; !t.skip && t.is(tEvNoun) && t.e.kind == isnad.EventAirStrike && !d.title[i] {
				fr.event, fr.strength = isnad.EventAirStrike, 3
				break
			}
		}
	}
	fr.clash = fr.clash && fr.event == isnad.EventClash
	if fr.evAt >= 0 {
		fr.negated = f.negated(fr.evAt, fr.from0)
		for k := fr.from; k < fr.to; k++ {
			if t := &f.toks[k]; t.is(tEvVerb) && !t.skip && !d.title[k] {
				fr.verb = true
			}
		}
	}
	if fr.event == isnad.EventExplosion && fr.weapon < 0 {
		for k := fr.evAt + 1; k < fr.to && k < fr.evAt+6; k++ {
			if t := &f.toks[k]; t.is(tEvNoun) && t.e.strength >= 3 && t.e.kind != isnad.EventKilling {
				fr.event, fr.strength = t.e.kind, t.e.strength
				break
			}
		}
	}
}

// means tells by what a shelling or a strike was done, from the words around it.
func (f *field) means(i, to int) isnad.Event {
	for k := i + 1; k < to && k < i+7; k++ {
		t := &f.toks[k]
		if t.is(tPunct) && f.mark(k) != '«' {
			break
		}
		if t.skip {
			continue
		}
		if t.is(tMod) {
			return t.e.mod
		}
		if t.is(tEvNoun) && (t.e.kind == isnad.EventAirStrike || t.e.kind == isnad.EventDroneStrike || t.e.strength >= 3) && t.e.kind != isnad.EventKilling {
			return t.e.kind
		}
		if t.is(tOutNoun|tOutVerb|tOutPeople|tSay|tThat) || t.is(tEvVerb) && !t.is(tEvNoun) && k > i+1 {
			break
		}
	}
	return ""
}

// placeOf chooses where a frame stands: of the places of its clause the most
// narrow one that a word of place leads to, after the deed rather than before.
func (d *doc) placeOf(f *field, fr *frame) {
	best, score := -1, 0.0
	for i := range d.pls {
		p := &d.pls[i]
		if p.from < fr.from || p.from >= fr.to || p.title || p.rank == 0 && len(d.pls) > 1 {
			continue
		}
		v := 1 + 0.45*float64(p.rank)
		if p.prep {
			v += 0.7
		}
		if p.toward {
			v -= 1
		}
		if p.dir && i > 0 && p.from-d.pls[i-1].to <= 2 {
			v -= 0.9
		}
		if p.weak {
			v -= 0.6
		}
		if !p.known && !f.toks[p.from].is(tAreaOnly) {
			v -= 0.3
		}
		gap := p.from - fr.at
		if gap < 0 {
			gap = -gap
			v -= 0.2
		}
		v -= 0.03 * float64(gap)
		if v > score {
			best, score = i, v
		}
	}
	if best < 0 {
		return
	}
	fr.place = best
	end := d.pls[best].to
	for i := best + 1; i < len(d.pls) && len(fr.within) < 3; i++ {
		p := &d.pls[i]
		if p.from >= fr.to || p.title || p.from-end > 3 || p.rank > d.pls[best].rank {
			break
		}
		fr.within = append(fr.within, i)
		end = p.to
	}
	if len(fr.within) == 0 {
		for i := best - 1; i >= 0; i-- {
			if p := &d.pls[i]; p.from >= fr.from && !p.title && p.rank < d.pls[best].rank {
				fr.within = append(fr.within, i)
				break
			}
		}
	}
}

// dateOf chooses when: the first time told after the deed, else the nearest.
func (d *doc) dateOf(f *field, fr *frame) {
	best, score := -1, -1e9
	for i := range d.dts {
		m := &d.dts[i]
		if m.from < fr.from || m.from >= fr.to || m.since {
			continue
		}
		gap := m.from - fr.at
		if gap < 0 {
			gap = -gap + 1
		}
		v := -float64(gap)
		if k := m.from - 1; k >= fr.from && m.from < fr.at && (f.toks[k].is(tSay) || d.title[k] || k > fr.from && f.toks[k].is(tPunct) && d.title[k-1]) {
			v -= 8
		}
		if v > score {
			best, score = i, v
		}
	}
	fr.date = best
}
