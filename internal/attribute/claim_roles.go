package attribute

import (
	"strings"

	"isnad"
)

// assign gives each frame of a sentence its place, date, actors and credit.
func (d *doc) assign(f *field, s *sentence, frs []frame) []speech {
	d.pls = d.placePhrases(f, s, d.pls[:0])
	d.dts = f.dates(d.countedFrom(), s.from, s.lead, s.to, d.dts[:0])
	d.dts = f.ofTheSum(s, frs, d.dts)
	d.acs = d.actors(f, s, d.acs[:0])
	sps := d.speeches(f, s, nil)
	for i := range sps {
		for k := range d.pls {
			if p := &d.pls[k]; p.from >= sps[i].who[0] && p.to <= sps[i].who[1] {
				p.speaker = true // "the rescue service of Idlib said": the place is its name
			}
		}
	}
	for i := range sps {
		for k := range d.acs {
			if m := &d.acs[k]; m.from >= sps[i].who[0] && m.to <= sps[i].who[1] && sps[i].kind != cueOwns {
				m.teller = true
				m.inquires = sps[i].inquires
				m.lost = m.lost || sps[i].before && (f.losesOwn(s, sps[i].at) || f.tellsOfHarmed(s, sps[i].at))
				m.ofItself = m.ofItself || sps[i].before && !m.lost && f.ofItself(s, sps[i].at)
			}
		}
	}
	for i := range frs {
		fr := &frs[i]
		d.assignPlace(f, s, fr)
		d.assignDate(f, s, fr)
		d.assignSpeech(f, s, fr, sps)
		d.assignActors(f, s, fr)
		d.firedByHand(f, s, fr)
		d.modality(f, s, fr)
	}
	return sps
}

func (d *doc) assignPlace(f *field, s *sentence, fr *frame) {
	best := -100.0
	bi := -1
	for i := range d.pls {
		sc := d.placeScore(f, s, i, fr)
		if sc > best {
			best, bi = sc, i
		}
	}
	if bi < 0 || best < 0 {
		return
	}
	p := d.pls[bi]
	fr.place = &p
	fr.within = d.chain(f, bi)
}

// chain lists the names that the place i of the sentence lies in, narrow to
// wide: what follows it by "in", "of" or at once, and a possessive or a wider
// name of the same sentence before it.
func (d *doc) chain(f *field, i int) []string {
	p := &d.pls[i]
	var out []string
	last, end := p.rank, p.to
	for k := i + 1; k < len(d.pls) && len(out) < 3; k++ {
		q := &d.pls[k]
		if q.org || q.from-end > 5 || q.rank > last || q.rank == 0 || !d.linked(f, end, q.from) {
			break
		}
		out = append(out, d.spelt(f, q.nameFrom, q.nameTo))
		last, end = q.rank, q.to
	}
	for k := i - 1; k >= 0 && len(out) < 3; k-- {
		q := &d.pls[k]
		if q.org || q.origin || q.rank >= p.rank || q.rank == 0 || p.from-q.to <= 5 && d.linkedNear(f, q.to, p.from) && q.to < p.from {
			continue
		}
		out = append(out, d.spelt(f, q.nameFrom, q.nameTo))
		break
	}
	return out
}

// linked tells whether the items [a, b) only join a name to a wider one.
func (d *doc) linked(f *field, a, b int) bool {
	if a == b {
		return true
	}
	for k := a; k < b; k++ {
		switch f.word(k) {
		case "in", "of", ",", "the", "(", "within", "at", "on":
		default:
			if !f.items[k].is(tDir|tPlaceAdj|tNat|tTown|tArea) && !f.items[k].is(tDet) && !f.ofTown(k, b) {
				return false
			}
		}
	}
	return true
}

// ofTown tells whether item k only says what kind of a town follows: "a farming village in".
func (f *field) ofTown(k, b int) bool {
	it := &f.items[k]
	return k+1 < b && f.items[k+1].is(tTown) && (f.describes(k) || it.w == nil && !it.is(tCap|tPunct|tNum))
}

// linkedNear is linked, or the words only set one place against another: "near", "south of".
func (d *doc) linkedNear(f *field, a, b int) bool {
	for k := a; k < b; k++ {
		switch f.word(k) {
		case "in", "of", ",", "the", "(", "within", "near", "outside", "on", "to", "at":
		default:
			if !f.items[k].is(tDir|tPlaceAdj|tNat|tTown|tArea|tDet|tLoc) && !f.ofTown(k, b) {
				return false
			}
		}
	}
	return true
}

func (d *doc) placeScore(f *field, s *sentence, i int, fr *frame) float64 {
	p := &d.pls[i]
	sc := 0.0
	switch p.rank {
	case 3:
		sc += 1.2
	case 2:
		sc += 1
	case 1:
		sc += 0.2
	case 0:
		sc -= 2
	}
	if p.headed {
		sc += 0.4
	}
	if p.org {
		sc -= 4
	}
	if p.origin && fr.event != isnad.EventAbduction { // people are carried off from where it happens
		sc -= 2.5
	}
	if p.speaker && !p.org {
		sc -= 1.3
	}
	if p.adj {
		sc -= 0.8
	}
	if p.prep >= 0 {
		switch w := f.word(p.prep); w {
		case "in", "at", "near", "outside", "inside", "around", "in and around":
			sc += 1.2
		case "on", "towards", "toward", "into":
			sc += 1.2
		case "to", "from":
			sc -= 0.4
		case "of":
			sc -= 0.2
		default:
			sc += 1
		}
	} else if p.headed || p.adj || p.from == s.from {
		sc -= 0.3
	} else {
		sc -= 2
	}
	// the wider name of the phrase before it: "Ghouta near Damascus"
	if i > 0 && !d.pls[i-1].org {
		q := &d.pls[i-1]
		if p.from-q.to <= 5 && p.from > q.to && d.linkedNear(f, q.to, p.from) && (q.rank >= p.rank || q.rank > 0 && !d.linked(f, q.to, p.from)) {
			sc -= 1.6
		}
	}
	// inside the frame or not, and how far
	switch {
	case p.from >= fr.from && p.to <= fr.to:
		sc += 1.2
	case p.to <= fr.from:
		sc -= 0.4
	default:
		sc -= 1.2
	}
	if fr.opens && p.to <= fr.from {
		sc -= 1.5
	}
	anchor := fr.at
	if fr.evAt >= 0 && p.from > fr.evAt && (fr.evAt > fr.at || p.to < fr.at) {
		anchor = fr.evAt
	}
	dist := p.from - anchor
	if dist < 0 {
		dist = anchor - p.to + 2
	}
	sc -= 0.045 * float64(max(dist, 0))
	return sc
}

func (d *doc) assignDate(f *field, s *sentence, fr *frame) {
	best := -100.0
	for i := range d.dts {
		m := &d.dts[i]
		if m.since {
			switch {
			case f.sinceOf(s, fr, m):
				fr.since = m
				continue
			case fr.at < m.to || f.whenAfter(m.to, s.to) < 0 && !f.whereItBegan(s, m.from):
				continue // nor is it the deed's, "the first raid since June killed nine"
			}
		}
		if m.after && !d.reaches(f, s, fr, i) || d.datesAnother(f, s, fr, m) || d.ofTheDeath(f, s, m) || d.ofHisDeath(f, s, m) {
			continue
		}
		sc := 1.0
		if m.after {
			sc += 1.5
		}
		if m.said {
			sc -= 1.2
		}
		if m.rough {
			sc -= 0.7
		}
		if m.full && m.period.From == d.base && m.from < s.from+14 && s.from == 0 {
			sc -= 0.9 // the date line itself
		}
		if m.line {
			continue // as good as no date: the report's own day says the same
		}
		if m.from >= fr.from && m.to <= fr.to {
			sc += 0.6
		}
		dist := m.from - fr.at
		if dist < 0 {
			dist = -dist
		}
		sc -= 0.02 * float64(dist)
		if sc > best {
			best = sc
			fr.date = m
		}
	}
	if fr.date != nil {
		c := *fr.date
		fr.date = &c
	}
	if fr.since != nil {
		c := *fr.since
		fr.since = &c
	}
}

// reaches tells whether "a week after", the date i of the sentence, is about a deed:
// it opens the clause that the deed stands in, which names no day of its own.
func (d *doc) reaches(f *field, s *sentence, fr *frame, i int) bool {
	m := &d.dts[i]
	if fr.at < m.to {
		return f.diesIn(fr.at, m.from) && f.woundBehind(s, m.to)
	}
	opens := m.from <= s.lead+3
	if i+1 < len(d.dts) && !d.dts[i+1].rough && !(opens && f.commaIn(fr.at, d.dts[i+1].from)) {
		return false
	}
	for k := s.lead; k < m.from; k++ {
		switch f.word(k) {
		case "came", "comes", "follows", "followed", "happened", "occurred":
			opens = false // "the blasts came a day after"
		}
		opens = opens && !f.items[k].is(tEv|tPron|tHead|tAux)
	}
	for k := m.to; k < fr.at; k++ {
		if f.word(k) == "after" || opens && f.word(k) == "," {
			return false // "barely a week after a like raid, gunmen killed four"
		}
	}
	return true
}

// datesAnother tells whether a date behind a deed is that of something else told in
// its sentence: "a town that rebels had seized earlier this year", "a truce that
// began on May 3".
func (d *doc) datesAnother(f *field, s *sentence, fr *frame, m *dateMention) bool {
	if m.to <= fr.at && f.whereItBegan(s, m.from) {
		return true
	}
	if m.from <= fr.at || m.from <= s.lead+2 || m.rough && m.period.To.Before(d.base) {
		return false // a long time that is over makes background of it all
	}
	if f.setsAgainst(max(fr.at, s.lead), m.from) {
		return true
	}
	for k := m.from - 1; k > fr.at && k > m.from-10; k-- {
		it := &f.items[k]
		if it.is(tPunct) || k == fr.evAt || f.word(k) == "since" {
			return false
		}
		if it.is(tEv) && it.w.event == evTerritory && it.w.evForm == formPast && k > fr.evAt {
			return true
		}
		switch f.word(k) {
		case "began", "begun", "started", "erupted", "declared", "launched", "joined", "fled", "broke", "breaking", "brokered", "signed", "agreed":
			return k > fr.evAt && !f.items[k-1].is(tEv) && !f.deedNext(s, k+1, fr.event) && !d.itselfBegan(f, fr, k) // but "clashes erupted on Monday", "launched two air strikes"
		}
	}
	return false
}

// itselfBegan tells whether the verb at item k says when the deed of a frame set in: "killed in clashes in
// Zawiya that broke out on Friday".
func (d *doc) itselfBegan(f *field, fr *frame, k int) bool {
	n := k - 1
	if n <= fr.evAt || fr.evAt < 0 || f.word(n) != "that" && f.word(n) != "which" {
		return false
	}
	for n--; n > fr.evAt; n-- {
		if it := &f.items[n]; d.gz[n] == 0 && !it.is(tCap|tPrep|tDet|tLoc|tDir|tMod|tHead|tArmed|tForce) && f.word(n) != "," && f.word(n) != "of" && f.word(n) != "between" {
			return false
		}
	}
	return true
}

// deedNext tells whether a deed of a kind is named at item k, behind a number or what it
// is like.
func (f *field) deedNext(s *sentence, k int, kind isnad.Event) bool {
	for n := k; n < s.to && n < k+5; n++ {
		it := &f.items[n]
		if it.is(tEv) && it.w.event == kind {
			return true
		}
		if !it.is(tNum | tVague | tDet | tMod | tQual | tNat | tDir | tAdv | tWeapon) {
			return false
		}
	}
	return false
}

func (d *doc) assignActors(f *field, s *sentence, fr *frame) {
	best, bi := 0.75, -1
	var scores [24]float64
	for i := range d.acs {
		if i >= len(scores) {
			break
		}
		m := &d.acs[i]
		sc := d.perpetrator(f, s, m, fr)
		scores[i] = sc
		if m.from >= fr.to || m.to <= fr.from {
			sc -= 0.8
		}
		if sc > best {
			best, bi = sc, i
		}
	}
	if bi >= 0 {
		fr.actorP = best
		m := d.acs[bi]
		fr.actors = append(fr.actors, &m)
		// "the regime and Russian warplanes"
		for j := bi + 1; j < len(d.acs) && j < bi+3; j++ {
			q := d.acs[j]
			if q.from-d.acs[j-1].to == 1 && (f.word(q.from-1) == "and" || f.word(q.from-1) == "," || f.word(q.from-1) == "or") && d.acs[j-1].to <= d.acs[j].from {
				fr.actors = append(fr.actors, &q)
				continue
			}
			break
		}
		for j := bi - 1; j >= 0 && j > bi-3; j-- {
			q := d.acs[j]
			if d.acs[j+1].from-q.to == 1 && (f.word(q.to) == "and" || f.word(q.to) == "," || f.word(q.to) == "or") {
				fr.actors = append([]*actorMention{&q}, fr.actors...)
				continue
			}
			break
		}
	}
	if fr.clash {
		// all sides named as fighting
		for i := range d.acs {
			if i >= len(scores) || len(fr.actors) >= 5 {
				break
			}
			m := d.acs[i]
			if i == bi || scores[i] < -4.5 || m.plane {
				continue
			}
			dup := false
			for _, a := range fr.actors {
				if a.from == m.from {
					dup = true
				}
			}
			if !dup {
				fr.actors = append(fr.actors, &m)
			}
		}
	}
}

func (d *doc) assignSpeech(f *field, s *sentence, fr *frame, sps []speech) {
	bi := -1
	for i := range sps {
		sp := &sps[i]
		if f.saysApart(s, fr, sp) {
			sp.apart = true
			continue
		}
		switch {
		case bi < 0:
			bi = i
		case sp.before && sp.from <= fr.at && (!sps[bi].before || sp.at > sps[bi].at):
			bi = i
		case !sp.before && sp.at >= fr.at && !(sps[bi].before && sps[bi].at <= fr.at) && (sps[bi].at < fr.at || sps[bi].before):
			bi = i
		}
	}
	if bi >= 0 {
		sp := sps[bi]
		fr.said = &sp
		fr.saidAt = bi
		fr.cue = sp.kind
		// another credit that contains this one: "X said ... according to Y"
		for i := range sps {
			if i != bi && len(fr.via) == 0 && len(sps[i].via) > 0 {
				fr.via = sps[i].via
			}
		}
	}
}

// modality reads whether the frame is hedged, denied, only feared or foiled.
func (d *doc) modality(f *field, s *sentence, fr *frame) {
	lo, hi := fr.from, fr.to
	for k := fr.at + 1; k < s.to && !fr.denied; k++ {
		fr.denied = f.calledFalse(s, k)
	}
	for k := lo; k < hi; k++ {
		it := &f.items[k]
		near := k >= fr.at-10 && k <= fr.at+10
		if it.is(tHedge) && f.hedges(s, fr, k) || it.is(tSay) && near && fr.said == nil && f.reportedOnly(s, k) {
			fr.hedged = true
		}
		if it.is(tFoiled) && near {
			fr.foiled = true
		}
		if it.is(tDenial) && !it.is(tNeg) {
			fr.denied = true
		}
		if it.is(tModal) && k < fr.at && k >= fr.at-4 && !it.is(tCap) && !f.ofThoseWho(s, k, fr.at) {
			if w := f.word(k); w == "may" || w == "might" || w == "could" {
				if k+1 < hi && f.word(k+1) == "have" {
					fr.hedged = true
					continue
				}
			}
			fr.hyp, fr.modal = true, true
		}
		if it.is(tHyp) && k < fr.at && k >= fr.at-3 && !it.is(tModal) {
			fr.hyp = true
		}
	}
	if fr.cue == cueDenies || fr.said != nil && fr.cue == cueSays && (!fr.harm || !fr.counted() && fr.event == isnad.EventDetention) && f.notDone(fr) {
		fr.denied = true
	}
	if fr.cue == cueOwns && fr.said.who[1] <= fr.said.at { // "an attack claimed by X" is told by somebody else
		fr.owns = true
	}
}

// eventOf turns the trigger's kind into one of the design's.
func eventOf(e isnad.Event) isnad.Event {
	switch e {
	case evBombed, evDestroyed, "":
		return isnad.EventAttack
	case evTerritory:
		return isnad.EventClash
	}
	return e
}

// ofThoseWho tells whether the modal at item k only says something of those of whom the deed at item t is told:
// "two people who could not flee died".
func (f *field) ofThoseWho(s *sentence, k, t int) bool {
	if k == s.from || !f.items[k-1].is(tRel) {
		return false
	}
	for k++; k < t && (f.items[k].is(tNeg|tAdv|tAux) || f.word(k) == "not"); k++ {
	}
	return k < t && !f.items[k].is(tOut|tEv)
}

// calledFalse tells whether item k says of what was claimed or reported that it is not so: "the claim that soldiers
// killed six is false", "reports of a raid are not true".
func (f *field) calledFalse(s *sentence, k int) bool {
	if w := f.word(k); w != "false" && w != "true" || k-3 < s.from {
		return false
	}
	n := k - 1
	if f.word(k) == "true" {
		if f.word(n) != "not" {
			return false
		}
		n--
	}
	switch f.word(n) {
	case "is", "are", "was", "were":
	default:
		return false
	}
	for a := s.lead; a < n && a < s.lead+4; a++ {
		if w := strings.TrimSuffix(f.word(a), " that"); accusation(w) || w == "statement" || w == "statements" {
			return true
		}
	}
	return false
}
