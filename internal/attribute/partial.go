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
	pronoun                     bool
	gzID                        string
	order                       int
	title                       bool
	cands                       int
	merged                      int
	facts                       []string // of the judge, for fitting
	tells                       []int    // the tellings it was put together from
	f0                          *field
	si0                         int
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
	lastBest                    int // the body that did the last deed told before this claim, -1
	chance                      float64
	gist                        gist
	rivals                      [maxApart]float32 // chances that it is the claim told i+1 candidates before
}

// maxApart bounds how many candidates apart one claim may be told twice.
const maxApart = 24

// speaker is somebody who has been credited in the report.
type speaker struct {
	names  []string
	via    []string
	head   string
	person bool
	place  bool // named by a place: "Kyiv said"
	sent   int
	si     int
	para   int32
	f      *field
}

// listen keeps track of who speaks in a sentence that tells no incident.
func (d *doc) listen(f *field, s *sentence) {
	if f.inTitle || s.heading {
		return
	}
	var buf [4]speech
	sps := d.speeches(f, s, buf[:0])
	for i := range sps {
		d.heard(f, s, &sps[i])
	}
}

// heard resolves a credit against the speakers so far, in place, and remembers it.
func (d *doc) heard(f *field, s *sentence, sp *speech) {
	names := sp.names
	if sp.anaphor || len(names) == 0 {
		if k := d.antecedent(f, s, sp); k < 0 && sp.head == "group" {
			if g := d.armedGroup(); g != "" {
				names = append([]string{g}, names...)
			}
		} else if k >= 0 {
			found := d.speakers[k].names
			if len(names) > 0 && !contains(found, names[0]) && !plainWord(names[0]) {
				found = append(append([]string(nil), found...), names[0])
			}
			names = found
		}
	} else if k := d.sameName(names[0]); k >= 0 {
		names = d.speakers[k].names
	} else if full := d.expand(names[0]); full != "" {
		if k := d.sameName(full); k >= 0 {
			names = d.speakers[k].names
		} else {
			names = append([]string{full}, names[1:]...)
		}
	}
	sp.names = names
	if len(names) == 0 {
		return
	}
	if d.monitor == nil {
		for _, n := range names {
			if monitorName(n) {
				d.monitor = names
			}
		}
	}
	d.speakers = append(d.speakers, speaker{names: names, via: sp.via, head: sp.head, person: sp.head == "person", place: d.placeName(sp), para: s.para, f: f, sent: s.from, si: d.si})
	if len(d.speakers) > 64 {
		d.speakers = append(d.speakers[:0], d.speakers[32:]...)
	}
	d.foundSp = append(d.foundSp, foundSpeech{f: f, si: d.si, para: s.para, names: names, via: sp.via, kind: sp.kind, at: sp.at, before: sp.before, anaphor: sp.anaphor, person: sp.head == "person"})
}

// placeName tells whether a speaker's name is that of a place alone.
func (d *doc) placeName(sp *speech) bool {
	a, b := sp.who[0], sp.who[1]
	return b > a && b <= len(d.gz) && d.gz[a] != 0 && d.gz[b-1] != 0 && d.so[b-1] == 0
}

// monitorName tells whether a name is that of a body that counts the dead.
func monitorName(n string) bool {
	return strings.Contains(n, "Observatory") || strings.Contains(n, "Network for Human Rights") || strings.Contains(n, "Monitoring Group") ||
		strings.Contains(n, "Documentation Cent") || strings.Contains(n, "SOHR") || strings.Contains(n, "Archive")
}

// shortMonitor tells whether a name is the short form of the first monitor's: "the
// Karm-based Observatory" of the "Northland Observatory for Human Rights".
func (d *doc) shortMonitor(n string) bool {
	if !endsIn(n, "observatory") || d.roll.overlap([]string{n}, d.monitor) {
		return false
	}
	for _, m := range d.monitor {
		if strings.Contains(m, "Observatory") && len(m) > len(n)-len("Britain-based ") {
			return true
		}
	}
	return false
}

func holdsMonitor(names []string) bool {
	for _, n := range names {
		if monitorName(n) {
			return true
		}
	}
	return false
}

// anyMonitor tells whether a name only says that a monitor speaks.
func anyMonitor(n string) bool {
	if n == "" || monitorName(n) || n[0] >= 'A' && n[0] <= 'Z' && !strings.HasSuffix(n, "onitor") && !strings.Contains(n, "-based") {
		return false
	}
	for _, h := range [...]string{"monitor", "monitors", "monitoring group", "monitoring organisation", "monitoring organization", "watchdog", "group", "ngo", "organisation", "organization"} {
		if endsIn(n, h) {
			return true
		}
	}
	return false
}

// plainWord tells whether a name is one word in small letters, which names nobody.
func plainWord(n string) bool {
	return n != "" && 'a' <= n[0] && n[0] <= 'z' && !strings.ContainsRune(n, ' ')
}

func contains(xs []string, x string) bool {
	for _, y := range xs {
		if strings.EqualFold(x, y) {
			return true
		}
	}
	return false
}

// antecedent finds whom a pronoun or "the group" means.
func (d *doc) antecedent(f *field, s *sentence, sp *speech) int {
	h := sp.head
	personal := h == "he" || h == "she"
	for k := len(d.speakers) - 1; k >= 0 && k >= len(d.speakers)-12; k-- {
		p := &d.speakers[k]
		switch h {
		case "he", "she":
			if p.person || p.head == "spokesman" || p.head == "official" || p.head == "source" || p.head == "resident" || p.head == "witness" || p.head == "activist" || p.head == "correspondent" {
				return k
			}
		case "it":
			if p.person && len(p.names) == 1 || manyPeople(p.names) {
				continue // people are "they"
			}
			return k
		case "they", "who", "which", "we", "i":
			return k
		case "group", "monitor", "observatory", "organisation", "organization", "watchdog", "agency", "ministry", "network", "ngo", "committee", "statement", "report", "outlet", "broadcaster", "station", "newspaper", "daily", "charity", "office", "coalition", "channel", "television", "center", "centre":
			last := strings.ToLower(strings.Join(p.names, " "))
			if h == "group" && stateForce(last) {
				continue
			}
			switch h {
			case "group", "monitor", "watchdog", "ngo", "organisation", "organization", "statement", "report", "outlet", "broadcaster", "station", "newspaper", "daily", "charity":
				if !p.person || len(p.names) > 1 {
					return k
				}
			default:
				if strings.Contains(last, h) {
					return k
				}
			}
		default:
			if strings.Contains(strings.ToLower(strings.Join(p.names, " ")), strings.TrimSuffix(h, "s")) {
				return k
			}
		}
	}
	if personal {
		for k := len(d.speakers) - 1; k >= 0 && k >= len(d.speakers)-4; k-- {
			if !d.speakers[k].place {
				return k
			}
		}
	}
	return -1
}

// manyPeople tells whether the names are only of people in the plural: "sources",
// "two residents".
func manyPeople(names []string) bool {
	for _, n := range names {
		if n == "" || n[0] >= 'A' && n[0] <= 'Z' || n[len(n)-1] != 's' {
			return false
		}
	}
	return true
}

// sameName finds an earlier speaker whose name holds this shorter one: "Doe"
// after "Jane Doe", "the Observatory" after "the Syrian Observatory for Human
// Rights".
func (d *doc) sameName(name string) int {
	w := strings.ToLower(name)
	if len(w) < 3 {
		return -1
	}
	for k := len(d.speakers) - 1; k >= 0; k-- {
		for _, n := range d.speakers[k].names {
			if len(n) > len(w) && wordsIn(n, w) {
				return k
			}
		}
	}
	return -1
}

// wordsIn tells whether w, which is in lower case, first stands in name at the
// bounds of words.
func wordsIn(name, w string) bool {
	i := placeIn(name, w)
	if i < 0 {
		return false
	}
	return (i == 0 || name[i-1] == ' ') && (i+len(w) == len(name) || name[i+len(w)] == ' ')
}

// take turns a frame into a partial claim or a toll, or drops it.
func (d *doc) take(f *field, s *sentence, fr *frame) {
	p := partial{fr: *fr, sent: *s, f: f, si: fr.sent, killed: fr.killed, injured: fr.injured, both: fr.casualties, title: f.inTitle || s.heading, order: len(d.partials),
		tells: []int{fr.tell}, f0: f, si0: d.si, last: d.si, killed0: fr.killed, injured0: fr.injured}
	var prev *partial
	for n := len(d.partials) - 1; n >= 0; n-- {
		if d.partials[n].solid {
			prev = &d.partials[n]
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
	if p.weak && prev != nil && prev.event != "" && !p.apart {
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
	if (fr.strength == 0 || fr.event == isnad.EventAttack) && !p.fr.carryKind && p.killed != nil && p.killed.q.category == isnad.CategoryCombatants && len(fr.actors) > 0 && !fr.actors[0].plane {
		p.event = isnad.EventClash // fighters killed by a force on the ground
	}
	p.definite = fr.evAt > 0 && !fr.verb && f.items[fr.evAt-1].is(tDet) && f.word(fr.evAt-1) != "a" && f.word(fr.evAt-1) != "an" && f.word(fr.evAt-1) != "another"
	// when
	switch {
	case fr.date != nil && !(fr.date.said && prev != nil && prev.gotDate && !prev.bg && d.si-prev.last <= 2 && prev.f0 == f):
		p.when, p.gotDate = fr.date.period, true
	case prev != nil && !prev.bg && !prev.when.IsZero():
		p.when = prev.when
		p.fr.carryDate = true
	case !d.titled.IsZero():
		p.when = d.titled
	default:
		if !d.base.IsZero() {
			p.when = isnad.Period{From: d.base, To: d.base, Precision: isnad.DateDay, Basis: d.basis}
		}
	}
	p.bg = d.longPast(p.when) && !d.ownDay(&p, prev == nil)
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
	if len(p.actors) == 0 && prev != nil && prev.event == p.event && !p.fr.denied {
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
	if d.isToll(&p) {
		d.addToll(&p)
		return
	}
	p.solid = d.worthy(&p)
	answer := fr.strength == 0 && !fr.harm && prev != nil && (fr.cue == cueDenies || fr.cue == cueAccuses || fr.cue == cueOwns || fr.denied) && fr.said != nil
	if answer {
		// "The army rejected the accusation": about what was told before
		p.event, p.fr.carryKind = prev.event, true
		if p.fr.place != nil && p.fr.place.org {
			p.place, p.within, p.rank, p.fr.carryPlace = prev.place, prev.within, prev.rank, true
		}
	}
	if fr.modal && fr.cue == cueSays {
		return
	}
	if f.supposed(s) || d.suspectHeld(f, s, &p) {
		return
	}
	if p.killed != nil && p.killed.q.pronoun && (len(d.partials) == 0 || !d.partials[len(d.partials)-1].ofOne()) {
		return // "he died later": of nobody who was told of as hurt
	}
	if p.killed == nil && p.injured == nil && p.both == nil && (f.undone(s, fr.evAt) || f.charge(s, fr.at) || p.event == isnad.EventDetention && f.negatedBefore(s, fr.at) || f.intended(s, fr.at) || f.sport(s) && !outright(fr) || f.word(s.to-1) == "?") {
		return
	}
	if !p.solid && (fr.strength == 0 && !fr.harm && !answer || p.place == "") {
		return
	}
	p.answer = answer
	p.gist = d.gistOf(f, fr.from, fr.to)
	if fr.denied && len(fr.actors) == 0 && len(p.names) > 0 {
		p.actors = p.names[:1] // who denies it is who is said to have done it
	}
	d.partials = append(d.partials, p)
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
		if m.to < a.from && !m.plane {
			return f.actorName(m.from, m.to)
		}
	}
	if p.fr.said != nil && len(p.names) > 0 {
		return p.names[0]
	}
	return ""
}

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
	counted := p.killed != nil || p.injured != nil || p.both != nil
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
