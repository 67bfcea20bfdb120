package attribute

import (
	_ "embed"
	"sync"

	"isnad"
)

// The choosers settle a claim's place, actors and credit over the whole report.
// The grammars have found every place, every body and every speaker and how
// each stands in its sentence; a chooser weighs, for one claim, each of them by
// a few dozen facts (in the claim's own sentence or how far from it, after
// "in" or "by", what the grammar preferred, how often it is named) and takes the
// best, or none below its line. The weights are fitted by the command in the
// folder fit on annotated reports, and hold no text.

//go:embed data/place.tsv
var placeTSV string

//go:embed data/actor.tsv
var actorTSV string

//go:embed data/credit.tsv
var creditTSV string

//go:embed data/day.tsv
var dayTSV string

var (
	placeModel  = sync.OnceValue(func() *model { return loadModel(placeTSV) })
	actorModel  = sync.OnceValue(func() *model { return loadModel(actorTSV) })
	creditModel = sync.OnceValue(func() *model { return loadModel(creditTSV) })
	dayModel    = sync.OnceValue(func() *model { return loadModel(dayTSV) })
)

// found is a place, a body or a speaker of the report.
type foundPlace struct {
	f      *field
	si     int
	m      placeMention
	name   string
	full   string // with the thing that stands there: "market in X"; empty for none
	within []string
	freq   int
	called *called
	best   bool    // the best of its sentence for some claim
	base   float64 // weight of what it is by itself
	who    int     // the first place of the same name
	place  survey
}

type foundActor struct {
	f        *field
	si       int
	m        actorMention
	name     string
	id       string // of the party
	prev     string // the word that leads to it
	next     tag    // classes of the word after it
	held     bool   // "held by X", "backed by X": what X has, not what X did
	nat      bool   // a nationality or another word before the deed only
	freq     int
	called   *called
	best     bool
	base     float64
	who      int // the first of the mentions that are the same body
	class    int // of actorClasses
	head     fact
	kinds    uint16   // a bit of actorKinds for each kind of deed that it is the likeliest to have done in its sentence
	accusers []string // who accuses it in its sentence
	sayers   []string // who speaks of it there
	did      bool     // it is said outright that it shot or killed
	main     bool     // the likeliest in more sentences than any other body
}

type foundSpeech struct {
	f     *field
	si    int
	para  int32
	names []string
	via   []string
	kind  cueKind
	at    int
	// before: "X said that ..."
	before, anaphor, person bool
	this                    bool // he told what stands before his sentence
	freq                    int
	called                  []*called
	base                    float64
	who                     int // the first of the credits that are the same speaker's
}

// telling is a frame as the choosers see it: where it stands and how the
// grammar scored what its sentence names.
type telling struct {
	f        *field
	si       int
	at       int
	from, to int
	apart    bool   // as of the frame
	pl, ac   [2]int // ranges of d.foundPl, d.foundAc
	sp       [2]int
	plScore  int // offset of the scores in d.scores
	acScore  int
	acVictim int // offset in d.victim
	kind     int // of actorKinds
	plBest   int // index into foundPl, -1
	acBest   int
	spBest   int
}

// remember keeps what a sentence names for the choosers.
func (d *doc) remember(f *field, s *sentence, frs []frame, sps []speech, spFrom int) {
	p0, a0 := len(d.foundPl), len(d.foundAc)
	for i := range d.pls {
		m := d.pls[i]
		c := foundPlace{f: f, si: d.si, m: m, name: d.spelt(f, m.nameFrom, m.nameTo), within: d.chain(f, i)}
		if k := f.landmark(s, &m); k < m.nameFrom {
			c.full = f.written(k, m.nameTo)
		}
		if k := d.roadEnds(f, &m); k > 0 && len(c.within) == 0 {
			c.within = []string{f.written(k, m.nameTo)}
		}
		d.foundPl = append(d.foundPl, c)
	}
	for i := range d.acs {
		d.rememberActor(f, s, d.acs[i])
		c := &d.foundAc[len(d.foundAc)-1]
		c.accusers, c.sayers = d.whoSpeaksOf(f, &d.acs[i], spFrom)
	}
	for i := range frs {
		fr := &frs[i]
		t := telling{f: f, si: d.si, at: fr.at, from: fr.from, to: fr.to, apart: fr.apart, pl: [2]int{p0, len(d.foundPl)}, ac: [2]int{a0, len(d.foundAc)},
			sp: [2]int{spFrom, len(d.foundSp)}, plBest: -1, acBest: -1, spBest: -1}
		t.plScore = len(d.scores)
		best := -100.0
		for k := p0; k < len(d.foundPl); k++ {
			sc := d.placeScore(f, s, k-p0, fr)
			d.scores = append(d.scores, sc)
			if sc > best {
				best, t.plBest = sc, k
			}
		}
		t.acScore, t.acVictim = len(d.scores), len(d.victim)
		t.kind = actorKind(eventOf(fr.event))
		best = -100
		for k := a0; k < len(d.foundAc); k++ {
			m := &d.foundAc[k].m
			d.victim = append(d.victim, f.harmedIn(s, m, fr))
			sc := d.perpetrator(f, s, m, fr)
			d.scores = append(d.scores, sc)
			if sc > best {
				best, t.acBest = sc, k
			}
		}
		fr.tell = len(d.tellings)
		d.tellings = append(d.tellings, t)
	}
}

// rememberActor keeps a body that a sentence names.
func (d *doc) rememberActor(f *field, s *sentence, m actorMention) {
	a := foundActor{f: f, si: d.si, m: m, name: f.actorName(m.from, m.to)}
	if m.party != 0 {
		a.id = d.pam[m.party-1].ID
	} else if m.state {
		p, _ := d.r.parties.Lookup(a.name)
		a.id = p.ID
	}
	k := m.from - 1
	for k >= s.from && f.items[k].is(tDet|tHedge|tNum|tPlaceAdj|tAdv) && f.word(k) != "by" {
		if w := f.word(k); (w == "its" || w == "their") && a.name != "" {
			if o := d.ownerOf(f, &m); o != "" && !officials(o) {
				a.name = o
			}
		}
		k--
	}
	if k >= s.from {
		a.prev = f.word(k)
		a.held = a.prev == "by" && k > s.from && f.held(k-1)
		if n := len(d.foundAc); a.prev == "(" && n > 0 && d.foundAc[n-1].f == f && d.foundAc[n-1].m.to == k {
			a.held = d.foundAc[n-1].held // "controlled by the Karm Liberation Army (KLA)"
		}
	}
	e := m.to
	for e < s.to && e < m.to+5 && (f.items[e].is(tAdv|tWeekday|tRelDay|tDayPart|tHedge) || f.word(e) == "on" && e+1 < s.to && f.items[e+1].is(tWeekday|tMonth)) {
		e++
	}
	if e < s.to {
		a.next = f.items[e].tags
	}
	a.class, a.head = d.classOf(f, &m)
	a.nat = !f.items[m.to-1].is(tForce|tArmed|tPlane|tHead) && d.pa[m.to-1] == 0 && !d.org[m.to-1]
	a.did = f.didIt(s, &m)
	d.foundAc = append(d.foundAc, a)
}

// ownerOf finds whose "its jets" are among the bodies named before.
func (d *doc) ownerOf(f *field, a *actorMention) string {
	for i := range d.acs {
		if m := &d.acs[i]; m.voice && m.teller && m.to < a.from {
			return f.actorName(m.from, m.to) // "the coalition spokesman said its planes"
		}
	}
	if len(d.foundSp) > 0 {
		if sp := &d.foundSp[len(d.foundSp)-1]; sp.f == f && sp.si == d.si && sp.at < a.from && len(sp.names) > 0 {
			return sp.names[0]
		}
	}
	for i := len(d.acs) - 1; i >= 0; i-- {
		m := &d.acs[i]
		if m.to < a.from && !m.plane {
			return f.actorName(m.from, m.to)
		}
	}
	return ""
}

// scoreEnds are the steps of a score of the grammar.
var scoreEnds = []string{" <-1", " <0", " <1", " <2", " <3", " 3+"}

// step numbers the step of scoreEnds that v falls into.
func step(v float64) int {
	for i := range len(scoreEnds) - 1 {
		if v < float64(i-1) {
			return i
		}
	}
	return len(scoreEnds) - 1
}

// far tells how many sentences lie between a claim and something named: the
// nearest of the sentences that tell the claim counts. Negative before it.
func (d *doc) far(p *partial, f *field, si int) (dist int, t *telling) {
	best := 1 << 20
	for _, i := range p.tells {
		x := &d.tellings[i]
		if x.f != f {
			continue
		}
		n := si - x.si
		if abs(n) < abs(best) {
			best, t = n, x
		}
	}
	return best, t
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

func distance(w *weigher, dist int, inTitle bool) {
	switch {
	case inTitle && dist > 1000:
		w.on(fInTitle, true)
	case dist > 1000:
		w.on(fInBody, true)
	case dist == 0:
		w.on(fOwn, true)
	case dist == -1:
		w.on(fBefore1, true)
	case dist == -2:
		w.on(fBefore2, true)
	case dist < -2 && dist >= -5:
		w.on(fBefore5, true)
	case dist < -5:
		w.on(fBeforeMore, true)
	case dist == 1:
		w.on(fAfter1, true)
	case dist == 2:
		w.on(fAfter2, true)
	case dist <= 5:
		w.on(fAfter5, true)
	default:
		w.on(fAfterMore, true)
	}
}

// settleSlots lets the choosers decide the place, the actors and the credit of
// a claim.
func (d *doc) settleSlots(p *partial) {
	d.own(p)
	d.choosePlace(p)
	d.toSameDivision(p)
	d.settleActors(p)
	d.settleCredit(p)
}

// own notes what the sentences of a claim name themselves.
func (d *doc) own(p *partial) {
	p.hasOwn, p.hasActor, p.hasCredit = false, false, false
	p.kind = actorKind(p.event)
	p.lastBest = d.lastBest(p)
	p.placeCut = nil
	if p.place != "" {
		p.placeCut = d.roll.call(p.place)
	}
	p.actorCuts = d.roll.callAll(p.actors)
	p.nameCuts = d.roll.callAll(p.names)
	d.lookBack(p)
	p.fine = d.finer(p)
	p.vague = d.vaguePlace(p)
	for _, i := range p.tells {
		t := &d.tellings[i]
		if t.plBest >= 0 && d.scores[t.plScore+t.plBest-t.pl[0]] > 0 {
			p.hasOwn = true
		}
		if t.acBest >= 0 && d.scores[t.acScore+t.acBest-t.ac[0]] > 0.75 {
			p.hasActor = true
		}
		if t.sp[1] > t.sp[0] {
			p.hasCredit = true
		}
	}
}

// tally counts how often each place, body and speaker is named, and weighs what
// each is by itself.
func (d *doc) tally() {
	d.mostPl, d.mostSp = 1, 1
	for i := range d.foundSp {
		c := &d.foundSp[i]
		if len(c.names) > 0 && d.monitor != nil && (anyMonitor(c.names[0]) && !holdsMonitor(c.names) || d.shortMonitor(c.names[0])) {
			c.names = append(append([]string(nil), d.monitor...), c.names...) // "a monitor said ... the Observatory said"
		}
		if len(d.outlets) == 1 && len(c.names) == 1 && anyOutlet(c.names[0]) && !d.roll.overlap(c.names, d.outlets[0]) {
			c.names = append(append([]string(nil), d.outlets[0]...), c.names...) // "local media reported ... Karm News reported"
		}
	}
	d.counted = d.counted[:0]
	count := func(id int) {
		for len(d.counted) <= id {
			d.counted = append(d.counted, [3]int{})
		}
	}
	for i := range d.foundPl {
		c := &d.foundPl[i]
		c.called = d.roll.call(c.name)
		count(c.called.id)
		d.counted[c.called.id][0]++
	}
	for i := range d.foundAc {
		c := &d.foundAc[i]
		c.called = d.roll.call(c.name)
		count(c.called.id)
		d.counted[c.called.id][1]++
	}
	for i := range d.foundSp {
		c := &d.foundSp[i]
		c.called = d.roll.callAll(c.names)
		if len(c.names) > 0 {
			n := d.roll.call(c.names[0]).id
			count(n)
			d.counted[n][2]++
		}
	}
	for i := range d.foundPl {
		c := &d.foundPl[i]
		c.freq = d.counted[c.called.id][0]
		if c.m.rank >= 2 && !c.m.org {
			d.mostPl = max(d.mostPl, c.freq)
		}
	}
	for i := range d.foundSp {
		if c := &d.foundSp[i]; len(c.names) > 0 {
			c.freq = d.counted[d.roll.call(c.names[0]).id][2]
			d.mostSp = max(d.mostSp, c.freq)
		}
	}
	for k := range d.tellings {
		t := &d.tellings[k]
		if t.plBest >= 0 {
			d.foundPl[t.plBest].best = true
		}
		if t.acBest >= 0 && d.scores[t.acScore+t.acBest-t.ac[0]] > 0.75 {
			d.foundAc[t.acBest].best = true
			d.foundAc[t.acBest].kinds |= 1 << t.kind
		}
	}
	d.identify()
	d.mainActor()
	d.surveyPlaces()
	for i := range d.foundPl {
		w := weigher{m: placeModel()}
		d.placeItself(&w, i)
		d.foundPl[i].base = w.sum
	}
	for i := range d.foundAc {
		w := weigher{m: actorModel()}
		d.foundAc[i].freq = d.counted[d.foundAc[i].called.id][1]
		d.actorItself(&w, i)
		d.foundAc[i].base = w.sum
	}
	for i := range d.foundSp {
		if len(d.foundSp[i].names) > 0 {
			w := weigher{m: creditModel()}
			d.creditItself(&w, i)
			d.foundSp[i].base = w.sum
		}
	}
}

// Option is one thing a chooser may take, with the facts it weighs.
type Option struct {
	Names []string
	Facts []string
	Who   int // options of one number name the same body
}

// Choice is a claim as the grammars alone read it, with all that its slots
// could hold, for the fitting of the choosers.
type Choice struct {
	Claim                   isnad.Claim
	Places, Actors, Credits []Option
	Kinds                   []Option
}

// Choices returns the choices of a report.
func (r *Reader) Choices(rep *isnad.Report) []Choice {
	d := docs.Get().(*doc)
	defer d.release()
	d.r, d.rep, d.lex = r, rep, lexiconEN()
	var out []Choice
	d.judged = func(*partial) {} // no claim is wanted
	d.observe = func(p *partial) {
		c := Choice{Claim: d.claim(p)}
		if kindOption(p.told) >= 0 {
			d.kinds.survey(d, p)
		}
		for o, e := range kindOptions {
			if kindOption(p.told) < 0 || !d.kinds.named[o] {
				continue
			}
			opt := Option{Names: []string{string(e)}, Who: o}
			for _, f := range d.kinds.facts[o] {
				opt.Facts = append(opt.Facts, factNames()[f])
			}
			c.Kinds = append(c.Kinds, opt)
		}
		d.chooseKind(p)
		d.own(p) // after the claim, which may put a monitor's name first
		none := noModel()
		list := func(names []string, weigh func(*weigher)) Option {
			o := Option{Names: names}
			w := weigher{m: none, names: &o.Facts}
			weigh(&w)
			return o
		}
		for i := range d.foundPl {
			c.Places = append(c.Places, list([]string{d.foundPl[i].written()}, func(w *weigher) { d.weighPlace(w, p, i) }))
			c.Places[len(c.Places)-1].Who = d.foundPl[i].who
		}
		for i := range d.foundAc {
			if d.barred(p, i) {
				continue
			}
			c.Actors = append(c.Actors, list([]string{d.foundAc[i].name}, func(w *weigher) { d.weighActor(w, p, i) }))
			c.Actors[len(c.Actors)-1].Who = d.foundAc[i].who
		}
		for i := range d.foundSp {
			if len(d.foundSp[i].names) > 0 {
				c.Credits = append(c.Credits, list(d.foundSp[i].names, func(w *weigher) { d.weighCredit(w, p, i) }))
				c.Credits[len(c.Credits)-1].Who = d.foundSp[i].who
			}
		}
		out = append(out, c)
	}
	d.read()
	return out
}
