package attribute

import (
	"strings"

	"isnad"
)

// partial is a claim under way: a frame with what earlier sentences lend it.
type partial struct {
	fr                          frame
	sent                        sentence
	event                       isnad.Event
	weak                        bool        // the kind is a guess
	told                        isnad.Event // the kind by its own words and those it was joined with
	weakTold                    bool
	apart                       bool // its place has nothing to do with that of the claim before
	kindP                       float64
	when                        isnad.Period
	place                       string
	within                      []string
	rank                        int
	known                       bool
	actors                      []string
	names                       []string
	via                         []string
	weapon                      string
	stance                      isnad.Stance
	drop                        bool
	since                       int // sentences since the speaker was last heard
	bg                          bool
	definite                    bool // "the attack": one told of before
	solid                       bool // told plainly enough to lend its place and time to what follows
	f                           *field
	si                          int
	killed                      *casualty
	injured                     *casualty
	both                        *casualty
	place0                      placeMention
	gotDate                     bool
	lent                        bool         // its day is that of a sentence behind it,
	was                         isnad.Period // in the place of this one
	datedApart                  bool         // its speaker alone has it on this day
	pronoun                     bool
	known1                      bool // it tells of one by a pronoun who was told of as harmed before
	fresh                       bool // its day is that of the report, not of the deed before it
	gzID                        string
	order                       int
	title                       bool
	cands                       int
	merged                      int
	facts                       []string // of the judge, for fitting
	tells                       []int    // the tellings it was put together from
	f0                          *field
	si0                         int
	unsaid                      bool    // its deed is only named, as what is not known or asked for
	answer                      bool    // a denial or an accusation that names no deed of its own
	placeCut                    *called // of place, actors and names, for the choosers
	actorCuts, nameCuts         []*called
	last                        int   // sentence of the latest frame that was joined to it
	lastPlace, section          int   // places named before, by index; -1
	fine                        []int // places that the rest of the story names more closely
	vague                       bool
	killed0, injured0           *casualty
	hasOwn, hasActor, hasCredit bool
	placeP, actorP, creditP     float64
	kind                        int // of actorKinds
	dateWay                     int // by which rule it has its day
	lastBest                    int // the body that did the last deed told before this claim, -1
	chance                      float64
	about                       float64 // what the words of its sentence add to the judge's sum
	gist                        gist
	rivals                      [maxApart]float32 // chances that it is the claim told i+1 candidates before
}

// maxApart bounds how many candidates apart one claim may be told twice.
const maxApart = 24

func contains(xs []string, x string) bool {
	for _, y := range xs {
		if strings.EqualFold(x, y) {
			return true
		}
	}
	return false
}

// take turns a frame into a partial claim or a toll, or drops it.
func (d *doc) take(f *field, s *sentence, fr *frame) {
	p := partial{fr: *fr, sent: *s, f: f, si: fr.sent, killed: fr.killed, injured: fr.injured, both: fr.casualties, title: f.inTitle || s.heading, order: len(d.partials),
		tells: []int{fr.tell}, f0: f, si0: d.si, last: d.si, killed0: fr.killed, injured0: fr.injured}
	var prev, usual *partial
	for n := len(d.partials) - 1; n >= 0; n-- {
		if d.partials[n].solid {
			if prev = &d.partials[n]; prev.datedApart && n > 0 && d.partials[n-1].solid && d.partials[n-1].f == prev.f {
				usual = &d.partials[n-1] // whose day all others go by
			}
			break
		}
	}
	// who says so
	if fr.said != nil {
		p.names = fr.said.names
		p.pronoun = fr.said.anaphor
		p.via = fr.said.via
		if len(p.via) == 0 {
			p.via = fr.via
		}
	} else {
		if n := len(d.speakers); n > 0 && !f.inTitle && !s.heading {
			sp := &d.speakers[n-1]
			if sp.para == s.para && sp.f == f {
				p.names, p.via = sp.names, sp.via
				p.fr.carried = true
				p.since = fr.sent - sp.si
			}
		}
	}
	// what
	p.event = fr.event
	p.weak = fr.strength < 2
	p.apart = prev != nil && d.apart(fr, prev)
	if p.weak && prev != nil && prev.event != "" && !p.apart && !prev.otherEntry(f, d.si) {
		switch fr.event {
		case "", isnad.EventAttack, evDestroyed, evBombed:
			definite := fr.event == "" || fr.evAt > 0 && f.items[fr.evAt-1].is(tDet)
			if definite || fr.harm && fr.strength == 0 {
				p.event = prev.event
				p.fr.carryKind = true
			}
		}
	}
	p.event = eventOf(p.event)
	if d.beat && p.event == isnad.EventDetention && p.killed == nil && !d.arrestedFor(f, s, &p) && d.county {
		return
	}
	if (fr.strength == 0 || fr.event == isnad.EventAttack) && !p.fr.carryKind && p.killed != nil && p.killed.q.category == isnad.CategoryCombatants && len(fr.actors) > 0 && !fr.actors[0].plane {
		p.event = isnad.EventClash // fighters killed by a force on the ground
	}
	old := d.pointsBack(f, s, fr, fr.strength == 0 && !fr.harm && fr.said != nil && (fr.cue == cueDenies || fr.cue == cueAccuses || fr.cue == cueOwns || fr.denied))
	p.definite = fr.evAt > 0 && !fr.verb && !f.items[fr.evAt].is(tForce|tPlane) && f.items[fr.evAt-1].is(tDet) && f.word(fr.evAt-1) != "a" && f.word(fr.evAt-1) != "an" && f.word(fr.evAt-1) != "another"
	d.dateClaim(f, s, fr, &p, prev, usual, old)
	p.bg = d.longPast(p.when) && !d.ownDay(&p, prev == nil || prev.title && !prev.gotDate && !d.toldIn(f))
	if p.fr.carried && !f.goesOn(s, &p) {
		p.names, p.via, p.fr.carried = nil, nil, false
	}
	// where
	if fr.place != nil {
		p.place0 = *fr.place
		p.place = d.spelt(f, fr.place.nameFrom, fr.place.nameTo)
		p.rank, p.known, p.gzID = fr.place.rank, fr.place.known, fr.place.id
		p.within = fr.within
	} else if prev != nil {
		p.place, p.within, p.rank, p.known, p.gzID = prev.place, prev.within, prev.rank, prev.known, prev.gzID
		p.fr.carryPlace = true
	} else if d.item != nil && d.item.place != "" {
		p.place, p.within, p.rank = d.item.place, d.item.within, 2
		p.fr.carryPlace = true
	}
	// who did it
	for _, a := range fr.actors {
		name := f.actorName(a.from, a.to)
		if a.from > s.from {
			if w := f.word(a.from - 1); w == "its" || w == "their" {
				if o := d.owner(f, s, a, &p); o != "" {
					name = o
				}
			}
		}
		p.actors = append(p.actors, name)
	}
	if len(p.actors) == 0 && prev != nil && prev.event == p.event && !p.fr.denied && !prev.otherEntry(f, d.si) && !(p.fr.apart && prev.fr.apart && prev.last == d.si) {
		p.actors = prev.actors
		p.fr.carryActor = true
	}
	if fr.weapon >= 0 {
		p.weapon = f.written(fr.weapon, fr.weapon+1)
	}
	p.stance = isnad.StanceAsserted
	switch {
	case fr.denied:
		p.stance = isnad.StanceDenied
	case fr.owns:
		p.stance = isnad.StanceSelfClaimed
	case fr.hedged, f.ifTrue(s):
		p.stance = isnad.StanceHedged
	}
	d.bodiesKilled(f, s, &p)
	if d.isToll(&p) {
		d.addToll(&p)
		return
	}
	if !p.hasFigure() && (f.sumsLong(&p) && !outright(fr) || d.record && f.oftenDone(s, fr)) {
		return // "six attacks in the first half of the month"
	}
	if !p.hasFigure() && d.record && f.headingOnly(s) || f.listedVictim(s) || p.nobodyHurt() && f.explainsMethod(s) {
		return
	}
	p.solid = d.worthy(&p) || p.place != "" && !fr.hyp && !fr.foiled && p.wreckage()
	answer := (fr.strength == 0 || p.ownsTold(prev)) && !fr.harm && prev != nil && (fr.cue == cueDenies || fr.cue == cueAccuses || fr.cue == cueOwns || fr.denied) && fr.said != nil
	if answer && fr.cue == cueDenies && f.deniesOther(s, fr.said.at) {
		return
	}
	if answer {
		// "The army rejected the accusation": about what was told before
		p.event, p.fr.carryKind = prev.event, true
		if p.fr.place != nil && p.fr.place.org {
			p.place, p.within, p.rank, p.fr.carryPlace = prev.place, prev.within, prev.rank, true
		}
	}
	if fr.modal && fr.cue == cueSays || fr.cue == cueOwns && f.negatedBefore(s, fr.said.at) {
		return // "has not claimed responsibility"
	}
	if f.supposed(s) || d.suspectHeld(f, s, &p) || f.accident(s, fr) || f.acted(s) {
		return
	}
	if p.injured != nil && p.injured.q.pronoun && !p.injured.plain && len(d.partials) == 0 {
		return // "The driver was in good condition": and no deed was told of
	}
	if d.knownHim(&p) {
		if fr.evAt < 0 && p.killed == nil && !p.injured.plain {
			return // "The woman was in stable condition": no more than how she fares
		}
		p.injured, p.known1 = nil, true
	}
	if p.killed != nil && p.killed.q.pronoun {
		last := len(d.partials) - 1
		if last < 0 || !d.partials[last].ofSoMany(p.killed.q.low) && !d.partials[last].heldMore(&p.killed.q) {
			switch {
			case f.foundBefore(fr.sent, s), d.theVictim(f, s, &p):
				found := *p.killed
				found.q.pronoun = false
				p.killed = &found
			case last >= 0 && d.partials[last].befell(&p):
			case last < 0 && p.injured != nil && !p.injured.q.pronoun:
				p.killed = nil // of whom is not told, but somebody was hurt
			default:
				return // "he died later": of nobody who was told of as hurt
			}
		}
	}
	if !p.hasFigure() && (f.undone(s, fr.evAt) || f.unproven(s, fr.evAt) || f.charge(s, fr.at) || p.event == isnad.EventDetention && !(fr.denied && prev != nil && (prev.event == isnad.EventDetention || prev.event == isnad.EventAbduction)) && f.negatedBefore(s, fr.at) || f.intended(s, fr.at) || f.dreaded(s, fr) || f.explainsMethod(s) || f.sport(s) && !outright(fr) || f.word(s.to-1) == "?") {
		return
	}
	if p.killed == nil && p.both == nil && fr.strength == 0 && faresOnly(f.word(fr.at)) && (p.injured == nil || !d.violenceTold()) {
		return // "The second victim was in critical condition", "The mayor was taken to a hospital"
	}
	if !p.solid && (fr.strength == 0 && !fr.harm && !answer || p.place == "") {
		return
	}
	if d.beat && f.restOfShootings(s, &p) {
		return
	}
	p.answer = answer
	p.unsaid = !p.counted() && p.both == nil && f.unclaimed(s, fr)
	p.gist = d.gistOf(f, fr.from, fr.to)
	if fr.rejects && prev != nil {
		p.actors = prev.actors // what is rejected is not that he did it
	} else if fr.denied && len(fr.actors) == 0 && len(p.names) > 0 {
		p.actors = p.names[:1] // who denies it is who is said to have done it
	}
	d.partials = append(d.partials, p)
}

// ownsTold tells whether a claim only takes upon its speaker the deed that prev told: "X claimed
// the bombing".
func (p *partial) ownsTold(prev *partial) bool {
	return prev != nil && p.fr.cue == cueOwns && p.fr.owns && p.definite && p.fr.place == nil && (p.event == prev.event || kindred(p.event, prev.event))
}

// apart tells whether a frame names a place of its own that the claim before it has
// nothing to do with: "In Homs, ...".
func (d *doc) apart(fr *frame, prev *partial) bool {
	m := fr.place
	if m == nil || m.rank < 1 || m.org || prev.place == "" || prev.rank < 1 {
		return false
	}
	name := fr.f.written(m.nameFrom, m.nameTo)
	if d.roll.same(name, prev.place) || d.roll.holds(prev.within, name) || d.roll.holds(fr.within, prev.place) {
		return false
	}
	if m.id != "" && prev.gzID != "" {
		a, ok := d.r.places.LieOf(m.id)
		b, known := d.r.places.LieOf(prev.gzID)
		return !ok || !known || !a.Holds(b) && !b.Holds(a)
	}
	return true
}

// outright tells whether the deed is one that no game is told with.
func outright(fr *frame) bool {
	switch fr.event {
	case isnad.EventAirStrike, isnad.EventDroneStrike, isnad.EventShelling, isnad.EventBombing, isnad.EventSuicideBombing, isnad.EventChemicalAttack, isnad.EventLandmine:
		return fr.strength >= 3
	}
	return false
}

// longPast tells whether the time lies more than a week before the report.
func (d *doc) longPast(w isnad.Period) bool {
	return !w.IsZero() && !d.base.IsZero() && d.base.Sub(w.To) > 7
}

// ownDay tells whether a claim of a day long past is of the report's own story.
// A monitor's narrative or an inquiry opens with that day and goes on without
// naming it again; a news report opens with its news, and what is long past in it
// is background.
func (d *doc) ownDay(p *partial, first bool) bool {
	if d.item != nil && p.when == d.item.day {
		return true
	}
	if d.opens.IsZero() {
		if !first || !p.gotDate || p.f != &d.body || p.when.To.Sub(p.when.From) > 6 {
			return false
		}
		d.opens = p.when
	}
	return p.when.Distance(d.opens) <= 1
}

// goesOn tells whether a sentence without a credit clearly goes on with what the
// last speaker said: it stands in the same quotation, or it comes next and
// takes up what was said with "it", "the attack", "another".
func (f *field) goesOn(s *sentence, p *partial) bool {
	if p.bg {
		return false
	}
	if f.items[s.from].quoted && p.since <= 2 {
		return true
	}
	if p.since > 1 {
		return false
	}
	switch f.word(s.from) {
	case "it", "they", "he", "she", "this", "these", "those", "its", "their", "his":
		return true
	case "another", "others", "other", "also", "later", "earlier":
		return true
	}
	return false
}

// owner finds whose forces "its jets" or "their fighters" are: the actor named
// before in the sentence, else the speaker.
func (d *doc) owner(f *field, s *sentence, a *actorMention, p *partial) string {
	for i := len(d.acs) - 1; i >= 0; i-- {
		m := &d.acs[i]
		if m.to < a.from && !m.plane && !officials(f.actorName(m.from, m.to)) {
			return f.actorName(m.from, m.to)
		}
	}
	if p.fr.said != nil && len(p.names) > 0 && !officials(p.names[0]) {
		return p.names[0]
	}
	return ""
}

// officials tells those who speak for a state and fight for nobody: "officials said five of their soldiers died".
func officials(name string) bool {
	switch strings.ToLower(name) {
	case "officials", "official", "authorities", "an official", "the authorities", "spokesman", "spokeswoman", "spokesperson":
		return true
	}
	return false
}

// quote is the sentence as a span of its field.
func (d *doc) quote(f *field, s *sentence) (isnad.Span, string) {
	a, b := int(f.items[s.from].start), int(f.items[s.to-1].end)
	return f.span(a, b), f.text[a:b]
}

// undone tells whether the deed at item k was kept from happening: "defused a
// bomb", "foiled an attack".
func (f *field) undone(s *sentence, k int) bool {
	for j := k - 1; j >= s.from && j >= k-4; j-- {
		switch f.word(j) {
		case "defused", "defuse", "defusing", "dismantled", "dismantle", "dismantling", "averted", "foiled", "foil", "foiling", "thwarted", "thwart", "thwarting", "prevented", "prevent", "preventing":
			return true
		}
		if f.items[j].is(tPunct | tSay) {
			return false
		}
	}
	return false
}

// negatedBefore tells whether "not" or "no" stands shortly before item k.
func (f *field) negatedBefore(s *sentence, k int) bool {
	for n := k - 1; n >= s.from && n >= k-4; n-- {
		if f.items[n].is(tNeg) {
			return true
		}
	}
	return false
}

// worthy decides whether a frame tells a concrete incident.
func (d *doc) worthy(p *partial) bool {
	fr := &p.fr
	if fr.hyp || fr.foiled {
		return false
	}
	counted := p.hasFigure()
	if counted {
		return true
	}
	if fr.strength == 0 {
		return false
	}
	if fr.place == nil {
		return fr.strength >= 2 && fr.verb && (len(fr.actors) > 0 || fr.date != nil) && p.place != ""
	}
	if fr.strength >= 2 && (fr.verb || fr.place.rank >= 2) {
		return true
	}
	if fr.strength >= 3 && fr.date != nil && !fr.date.said && !fr.date.rough && fr.evAt > 0 {
		if w := fr.f.word(fr.evAt - 1); w == "a" || w == "an" {
			return true // "where a landmine destroyed a bus on February 3"
		}
	}
	return fr.verb && fr.place.rank >= 2 && len(fr.actors) > 0
}
