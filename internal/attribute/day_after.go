package attribute

import "isnad"

// A lead tells what happened and who said so, and a sentence behind it on which day it
// was: "Gunmen killed nine people in an attack on a village, officials said on Tuesday.
// The attack began on Sunday", "They came in the night of Sunday". The day on which it
// was said, or that of the report, is then not the day of the deed.

// sceneDay is the day that a sentence of the body gives the deed told before it.
type sceneDay struct {
	f    *field
	si   int
	when isnad.Period
}

const (
	maxSceneDays = 16  // a report
	maxSceneAge  = 14  // days: an older deed is another one
	maxToldAge   = 730 // days: but not where the sentence says nothing else than when it was
	sceneReach   = 4   // sentences from a claim to the one that dates it
)

// noteSceneDay keeps the day that a sentence sets a scene with.
func (d *doc) noteSceneDay(f *field, si int, s *sentence) {
	if f.inTitle || s.entry > 0 || s.heading || d.base.IsZero() || len(d.sceneDays) >= maxSceneDays || !f.setsScene(s) && !f.theyCame(s) && !(d.beat && f.callsHelp(s)) {
		return
	}
	lead := s.lead
	if k := f.pastTeller(s); k < s.to {
		lead = k
	}
	if d.beat {
		lead += addressWidth
	}
	d.sceneDts = f.dates(d.base, s.from, s.lead, s.to, d.sceneDts[:0])
	for i := range d.sceneDts {
		m := &d.sceneDts[i]
		if m.said || m.since || m.line || m.rough || m.after || m.from > lead+sceneWidth {
			continue
		}
		age := maxSceneAge
		if f.tookPlace(s) && m.period.Basis != isnad.BasisWeekday {
			age = maxToldAge
		}
		if w := m.period; w.To.Sub(w.From) <= 3 && !d.base.Before(w.To) && d.base.Sub(w.To) <= age {
			d.sceneDays = append(d.sceneDays, sceneDay{f: f, si: si, when: w})
		}
		return
	}
}

// tookPlace tells whether a sentence begins with a deed told before, and that it was: "The attack
// took place on 29 May", "The killings occurred". What set in, broke out or began may be a war.
func (f *field) tookPlace(s *sentence) bool {
	for k := s.lead; k+1 < s.to && k < s.lead+5; k++ {
		switch f.word(k) {
		case "took place", "took", "happened", "occurred":
			return f.setsScene(s)
		}
	}
	return false
}

// addressWidth is how many words more that takes with an address: "were sent to the Redmoor Arms off Highway 12
// shortly after 6 a.m. Sunday".
const addressWidth = 6

// sceneWidth is how many words from its beginning a sentence names the day of its deed.
const sceneWidth = 14

// theyCame tells whether a sentence begins with those who did a deed told before, and
// that they came: "The gunmen arrived on motorcycles", "They stormed the camp".
func (f *field) theyCame(s *sentence) bool {
	return f.theyCameAt(s, s.lead) || f.theyCameAt(s, f.pastTeller(s))
}

// theyCameAt is theyCame of the clause that begins at item k.
func (f *field) theyCameAt(s *sentence, k int) bool {
	lead := k
	for k < s.to && k < lead+2 && f.items[k].is(tPunct) {
		k++ // a quotation mark
	}
	if k+1 >= s.to {
		return false
	}
	switch f.word(k) {
	case "they":
		return arrived(f.word(k + 1))
	case "the":
	default:
		return false
	}
	doers := false
	for n := k + 1; n < s.to && n < k+6; n++ {
		it := &f.items[n]
		switch w := f.word(n); {
		case assailants(w) || it.is(tGroup):
			doers = true
		case doers && arrived(w):
			return true
		case ordered(w), it.is(tPunct | tSay | tAux | tOut | tNum):
			return false
		}
	}
	return false
}

// assailants tells the words for people who are known by a deed alone.
func assailants(w string) bool {
	switch w {
	case "gunmen", "attackers", "assailants", "raiders", "bandits", "militants", "insurgents", "rebels", "jihadists", "terrorists", "hoodlums", "invaders", "gunman", "attacker",
		"assailant", "bomber", "shooter", "shooters", "robbers", "killers", "fighters", "militiamen", "soldiers", "troops":
		return true
	}
	return false
}

// arrived tells the verbs for those who come to do harm.
func arrived(w string) bool {
	switch w {
	case "came", "arrived", "stormed", "entered", "invaded", "descended", "struck", "raided", "burst", "attacked", "swooped", "overran":
		return true
	}
	return false
}

// lendSceneDays gives the claims without a day of their own that of the sentence behind
// them which sets their scene, and with them those that took their day from them.
func (d *doc) lendSceneDays() {
	for i := range d.partials {
		p := &d.partials[i]
		if p.title || p.bg || p.when.IsZero() {
			continue
		}
		if p.dated() {
			continue
		}
		was := p.when
		if p.fr.carryDate {
			j := d.datedBefore(i)
			if j >= 0 && d.partials[j].lent && d.partials[j].was == p.when {
				p.when, p.was, p.lent = d.partials[j].when, was, true
			}
			if j >= 0 || was.From != d.base || was.To != d.base {
				continue
			}
		}
		if w, ok := d.dayAfter(i); ok {
			p.when, p.was, p.lent = w, was, true
		} else if w, ok := d.dayOfStory(i); ok {
			p.when, p.was, p.lent = w, was, true
		}
	}
}

// dated tells whether a claim's own words date its deed, and not only who tells of it.
func (p *partial) dated() bool {
	return p.gotDate && (p.fr.date == nil || !p.fr.date.said)
}

// datedBefore is the claim before claim i of its field, -1 where there is none.
func (d *doc) datedBefore(i int) int {
	for j := i - 1; j >= 0; j-- {
		if q := &d.partials[j]; q.f0 == d.partials[i].f0 && !q.bg {
			return j
		}
	}
	return -1
}

// dayAfter finds the day of the first sentence behind claim i that sets a scene, before
// another claim has a day of its own.
func (d *doc) dayAfter(i int) (isnad.Period, bool) {
	p := &d.partials[i]
	for k := range d.sceneDays {
		q := &d.sceneDays[k]
		if q.f != p.f0 || q.si <= p.si0 {
			continue
		}
		if q.si-p.si0 > sceneReach || p.when.To.Before(q.when.From) {
			return isnad.Period{}, false
		}
		for j := range d.partials {
			if o := &d.partials[j]; o != p && o.f0 == p.f0 && o.si0 >= p.si0 && o.si0 < q.si && o.dated() {
				return isnad.Period{}, false
			}
		}
		return q.when, true
	}
	return isnad.Period{}, false
}

// storyReach is how many sentences behind a lead the same deed may be told with its day.
const storyReach = 7

// leadWidth is how many sentences of a text belong to its lead, with a headline printed again.
const leadWidth = 4

// dayOfStory finds the day of the first claim behind claim i that dates itself, where it tells the
// same deed at the same place: "An air strike killed nine people in Karm, a monitor said on Thursday.
// Two rescuers were among those killed in the strike on Karm on Wednesday".
func (d *doc) dayOfStory(i int) (isnad.Period, bool) {
	p := &d.partials[i]
	lead := d.datedBefore(i) < 0
	if !lead && !(p.gotDate && p.fr.date != nil && p.fr.date.said && p.si0 < leadWidth) {
		return isnad.Period{}, false
	}
	for j := i + 1; j < len(d.partials); j++ {
		q := &d.partials[j]
		if q.f0 != p.f0 {
			continue
		}
		if q.si0-p.si0 > storyReach {
			break
		}
		if !q.dated() {
			continue
		}
		back := p.when.To.Sub(q.when.To)
		if q.bg || q.when.To.Sub(q.when.From) > 1 || back < 1 || back > 6 && !d.toldAgain(p, q) || back <= 6 && !lead && back > 3 || q.si0 == p.si0 || q.f0.opensAnother(&q.f0.sents[q.si0]) || q.f0.comparesAt(&q.f0.sents[q.si0]) || p.event != q.event && !p.weak && !q.weak && !kindred(p.event, q.event) {
			return isnad.Period{}, false
		}
		if p.place != "" && q.place != "" && p.rank >= q.rank && p.known && !d.roll.same(p.place, q.place) && !d.roll.holds(q.within, p.place) && !d.roll.holds(p.within, q.place) {
			return isnad.Period{}, false
		}
		if q.place != "" && !q.fr.carryPlace && d.roll.same(p.place, q.place) && !sameFigure(p.killed, q.killed) && !q.f0.resumes(&q.f0.sents[q.si0]) {
			return isnad.Period{}, false
		}
		return q.when, true
	}
	return isnad.Period{}, false
}

// toldAgain tells whether claim q, behind a lead p that only says when it was told, is of the same
// place and figure: a monitor tells of a deed weeks after it.
func (d *doc) toldAgain(p, q *partial) bool {
	return p.fr.date != nil && p.fr.date.said && p.place != "" && p.rank >= 2 && !q.fr.carryPlace && d.roll.same(p.place, q.place) && sameFigure(p.killed, q.killed) && p.event == q.event
}

// sameFigure tells whether two figures do not speak against one deed: one of them is not told, or
// they are the same.
func sameFigure(a, b *casualty) bool {
	return a == nil || b == nil || a.q.low == b.q.low
}

// resumes tells whether a sentence speaks of a deed as of one that was told: "those killed in the
// strike on Karm".
func (f *field) resumes(s *sentence) bool {
	for k := s.lead; k+1 < s.to; k++ {
		switch f.word(k) {
		case "the", "this", "that":
			for n := k + 1; n < s.to && n < k+4; n++ {
				if deedOrHand(f.word(n)) {
					return true
				}
			}
		}
	}
	return false
}

// comparesAt tells whether a sentence begins, or ends, with words that set its deed against another.
func (f *field) comparesAt(s *sentence) bool {
	for k := s.to - 1; k > s.lead && k >= s.to-3; k-- {
		if f.word(k) == "too" || f.word(k) == "also" || f.word(k) == "as well" {
			return true
		}
	}
	for k := s.lead; k < s.to && k < s.lead+6; k++ {
		switch f.word(k) {
		case "earlier", "later", "separate", "separately", "elsewhere", "also", "meanwhile", "previous", "previously", "unrelated", "last":
			return true
		}
	}
	return false
}
