package attribute

import "isnad/internal/places"

// survey is how a place stands among the other places of the report.
type survey struct {
	lie      places.Lie
	listed   bool // lie is known
	titled   bool // a title or a heading has the name
	first    bool // the first town or quarter of the text
	holds    bool // a place of the report lies in it
	holdsOwn bool // one that its own sentence names
	foreign  bool // in another country than most of the report's places
	section  bool // "Homs: ...", "Homs The army ...": it opens a part of a round-up
	dateline bool
	sameSent int8 // other places of its sentence
}

// maxSurveyed bounds the places that are compared with each other.
const maxSurveyed = 160

// surveyPlaces compares the places of the report.
func (d *doc) surveyPlaces() {
	fs := d.foundPl
	if d.titledIDs == nil {
		d.titledIDs, d.firstPl = map[int]bool{}, map[int]int{}
	}
	clear(d.titledIDs)
	clear(d.firstPl)
	count := [8]struct {
		country string
		n       int
	}{}
	first := true
	for i := range fs {
		c := &fs[i]
		c.place, c.who = survey{}, i
		if k, ok := d.firstPl[c.called.id]; ok {
			c.who = k
		} else {
			d.firstPl[c.called.id] = i
		}
		v := &c.place
		if c.m.id != "" {
			v.lie, v.listed = d.r.places.LieOf(c.m.id)
		}
		if v.listed {
			for k := range count {
				if count[k].n == 0 || count[k].country == v.lie.Country {
					count[k].country = v.lie.Country
					count[k].n++
					break
				}
			}
		}
		s := &c.f.sents[c.si]
		v.dateline = c.m.from < s.lead
		if c.f.inTitle || s.heading {
			d.titledIDs[c.called.id] = true
		} else if c.m.rank >= 2 && !c.m.org && !c.m.origin && !v.dateline && first {
			v.first, first = true, false
		}
		v.section = c.m.from == s.from && !s.heading && !c.f.inTitle && c.m.to < s.to && !v.dateline &&
			(c.f.word(c.m.to) == ":" || c.f.items[c.m.to].is(tCap) && !c.f.items[c.m.to].is(tPunct|tSay))
	}
	home, most := "", 0
	for _, x := range count {
		if x.n > most {
			home, most = x.country, x.n
		}
	}
	for i := range fs[:min(len(fs), maxSurveyed)] {
		c := &fs[i]
		v := &c.place
		v.titled = d.titledIDs[c.called.id]
		v.foreign = v.listed && v.lie.Country != home && len(c.within) == 0 // "Aleppo's Hamdaniya" lies where the text says
		for k := range fs[:min(len(fs), maxSurveyed)] {
			q := &fs[k]
			if k == i || q.m.org || q.called.id == c.called.id {
				continue
			}
			same := q.f == c.f && q.si == c.si
			if same && v.sameSent < 9 {
				v.sameSent++
			}
			if v.holds && !same || v.holdsOwn {
				continue
			}
			if q.m.rank > c.m.rank && v.listed && q.place.listed && v.lie.Holds(q.place.lie) || q.m.rank >= c.m.rank && len(q.within) > 0 && d.roll.holds(q.within, c.name) {
				v.holds = true
				v.holdsOwn = v.holdsOwn || same
			}
		}
	}
}

// placeStanding weighs how a place stands among the others, the same for every
// claim.
func (d *doc) placeStanding(w *weigher, i int) {
	c := &d.foundPl[i]
	v := &c.place
	w.on(fTitled, v.titled)
	w.on(fFirstPlace, v.first)
	w.on(fHoldsFiner, v.holds)
	w.on(fHoldsFinerHere, v.holdsOwn)
	w.on(fForeign, v.foreign)
	w.on(fSection, v.section)
	w.on(fDateline, v.dateline)
	w.on(fAloneInSentence, v.sameSent == 0)
	w.on(fCrowded, v.sameSent > 2)
	w.on(fRank.at(c.m.rank), true)
	w.on(fJoined, joinedName(c.name))
	if c.m.to < c.f.sents[c.si].to {
		it := &c.f.items[c.m.to]
		w.on(fThenDeed, it.is(tEv))
		w.on(fThenHarm, it.is(tOut))
		w.on(fThenAux, it.is(tAux))
		w.on(fThenSay, it.is(tSay))
		w.on(fThenDate, it.is(tWeekday|tRelDay|tRelRange|tMonth))
		w.on(fThenActor, it.is(tActor|tHead|tMod))
		w.on(fThenThing, it.is(tThing|tPlaceHead))
		w.on(fThenPunct, it.is(tPunct))
	} else {
		w.on(fThenEnd, true)
	}
	if k := d.governor(c); k >= 0 {
		it := &c.f.items[k]
		w.on(fGovernDeed, it.is(tEv))
		w.on(fGovernHarm, it.is(tOut))
		w.on(fGovernPeople, it.is(tHead))
		w.on(fGovernSource, it.is(tSrc) && !it.is(tHead))
		w.on(fGovernActor, it.is(tActor))
		w.on(fGovernPlace, it.is(tPlaceHead))
		w.on(fGovernThing, it.is(tThing))
		w.on(fGovernHospital, hospital(c.f.word(k)))
		w.on(fGovernSay, it.is(tSay))
	}
	w.on(fHospital, hospital(c.f.word(c.m.nameTo-1)))
}

// governor is the item before the word of place that leads to a place: what is
// said to be there. -1 when there is none.
func (d *doc) governor(c *foundPlace) int {
	if c.m.prep <= c.f.sents[c.si].from {
		return -1
	}
	return c.m.prep - 1
}

func hospital(w string) bool {
	switch w {
	case "hospital", "hospitals", "clinic", "clinics", "morgue", "morgues":
		return true
	}
	return false
}

func joinedName(name string) bool { return placeIn(name, " and ") >= 0 }

// weighStanding weighs how a place stands to one claim's own places and to the
// claims around it.
func (d *doc) weighStanding(w *weigher, p *partial, i, dist int, t *telling) {
	c := &d.foundPl[i]
	if dist == 0 {
		gap := c.m.from - t.at
		if gap < 0 {
			gap = c.m.to - t.at - 1
		}
		w.on(fGap.at(gapStep(gap)), true)
		w.on(fOtherFrame, !(c.m.from >= t.from && c.m.to <= t.to))
		w.on(fClauseBetween, clauseBetween(c.f, min(t.at, c.m.to), max(t.at, c.m.from)))
	}
	own := -1
	if t != nil && t.plBest >= 0 {
		own = t.plBest
	}
	if own >= 0 && dist != 0 {
		o := &d.foundPl[own]
		in := c.place.listed && o.place.listed && o.place.lie.Holds(c.place.lie) || len(c.within) > 0 && d.roll.holds(c.within, o.name)
		w.on(fInOwn, in && c.m.rank > o.m.rank)
		w.on(fHoldsOwn, c.place.listed && o.place.listed && c.place.lie.Holds(o.place.lie))
		w.on(fSameAsOwn, o.called.same(c.called))
	}
	w.on(fNoOwnPlace, own < 0)
	w.on(fLastBefore, p.lastPlace == i)
	w.on(fLastNamed, p.lastPlace >= 0 && d.foundPl[p.lastPlace].called.id == c.called.id)
	w.on(fOfSection, p.section >= 0 && d.foundPl[p.section].called.id == c.called.id)
	w.on(fOtherSection, p.section >= 0 && c.place.section && d.foundPl[p.section].called.id != c.called.id)
	w.on(fSameParagraph, t != nil && t.f == c.f && t.f.sents[t.si].para == c.f.sents[c.si].para)
	w.on(fBackground, p.bg)
	w.on(fUncounted, p.killed == nil && p.injured == nil)
	w.on(fCarriedPlace, p.fr.carryPlace)
	w.on(fTitle, p.title)
	w.on(fDefinite, p.definite)
	w.on(fFirstSentence, p.si <= 1)
	w.on(fManyClaims, len(d.partials) > 6)
	w.on(fVaguePlace, p.vague)
	if k, ok := fKind.of(string(p.event)); ok {
		w.on(k, true)
	}
}

func gapStep(n int) int {
	for i, end := range [...]int{-20, -8, -3, 0, 3, 6, 10, 20} {
		if n < end {
			return i
		}
	}
	return 8
}

// clauseBetween tells whether another clause begins between items a and b.
func clauseBetween(f *field, a, b int) bool {
	for k := a; k < b; k++ {
		if f.items[k].is(tClause|tRel) || f.word(k) == ";" {
			return true
		}
	}
	return false
}

// lookBack notes the town that was named last before a claim, and the place
// that opens the part of a round-up it stands in.
func (d *doc) lookBack(p *partial) {
	p.lastPlace, p.section = -1, -1
	if len(p.tells) == 0 {
		return
	}
	t := &d.tellings[p.tells[0]]
	for i := min(t.pl[1], len(d.foundPl)) - 1; i >= 0; i-- {
		c := &d.foundPl[i]
		if c.f != t.f {
			break
		}
		if p.lastPlace < 0 && i < t.pl[0] && c.m.rank >= 2 && !c.m.org && !c.m.origin {
			p.lastPlace = i
		}
		if c.place.section {
			p.section = i
			break
		}
	}
}
