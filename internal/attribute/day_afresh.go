package attribute

import "isnad"

// A report that goes aside to an older deed comes back to its own day when it turns to
// something else: "A bomb killed nine people in Homs on Sunday. ... A shell had killed two in
// Idlib on Wednesday. Separately, tribesmen said a plane hit a car near Hama". In a list whose
// items begin with towns in capitals, "MOSUL - Gunmen killed", an item without a day has the
// list's.

// longAside is how many days before the report a deed is told aside of the news for sure.
const longAside = 2

// afresh is the day of a sentence that turns from an older deed, prev, to something else.
func (d *doc) afresh(f *field, s *sentence, p, prev *partial) (isnad.Period, bool) {
	if prev == nil || d.item != nil || !d.opens.IsZero() || p.fr.date != nil || f.inTitle || d.base.IsZero() {
		return isnad.Period{}, false
	}
	if usual, ok := d.beforeAgo(f, prev); ok {
		return usual, true
	}
	if d.titled.IsZero() && f.townHeads(s) && d.listsTowns(f) {
		return isnad.Period{From: d.base, To: d.base, Precision: isnad.DateDay, Basis: d.basis}, true
	}
	if f.word(s.lead) == "in" && prev.backTold() && !f.saysHad(s) {
		return isnad.Period{From: d.base, To: d.base, Precision: isnad.DateDay, Basis: d.basis}, true
	}
	aside := d.base.Sub(prev.when.To) > longAside
	if !f.turns(s) && !(f.word(s.lead) == "in" && (p.apart || aside && f.namesPlaceFirst(s))) {
		return isnad.Period{}, false
	}
	for i := range d.partials {
		q := &d.partials[i]
		if q.f0 != f || q.bg || !q.solid || q.when.IsZero() {
			continue
		}
		told := q.gotDate && q.fr.date != nil && !q.fr.date.rough || q.when.To == d.base && aside
		return q.when, told && prev.when.To.Before(q.when.From)
	}
	return isnad.Period{}, false
}

// beforeAgo is the day of the claim before prev, where that of prev lies only so many days back:
// "A child died of wounds from a raid 3 days ago. Two shells fell on Karm".
func (d *doc) beforeAgo(f *field, prev *partial) (isnad.Period, bool) {
	m := prev.fr.date
	if m == nil || prev.f != f || prev.order == 0 || m.from+2 >= len(f.items) || !f.isAgo(m.from, m.from+3) {
		return isnad.Period{}, false
	}
	for n := prev.order - 1; n >= 0; n-- {
		if q := &d.partials[n]; q.solid && !q.bg && !q.when.IsZero() {
			return q.when, q.f == f && prev.when.To.Before(q.when.From)
		}
	}
	return isnad.Period{}, false
}

// namesPlaceFirst tells whether a name follows the "in" that a sentence begins with.
func (f *field) namesPlaceFirst(s *sentence) bool {
	return s.lead+1 < s.to && f.items[s.lead+1].is(tCap) && !f.items[s.lead+1].is(tMonth)
}

// turns tells whether a sentence begins with words that turn to something else.
func (f *field) turns(s *sentence) bool {
	at := s.lead
	switch f.word(at) {
	case "separately", "meanwhile", "elsewhere", "meantime", "on the other hand":
		return true
	case "further":
		return at+1 < s.to && (f.items[at+1].is(tDir) || f.word(at+1) == "to" || f.word(at+1) == "afield")
	case "also", "and":
		if at++; at+1 >= s.to || f.word(at) != "in" {
			return false
		}
		return f.items[at+1].is(tCap) && !f.items[at+1].is(tMonth) || at+2 < s.to && f.items[at+1].is(tDet) && f.items[at+2].is(tTown|tArea|tDir)
	case "in":
	default:
		return false
	}
	for k := at + 1; k < s.to && k < at+3; k++ {
		switch f.word(k) {
		case "meantime", "meanwhile", "separate", "related", "other", "another", "unrelated":
			return true
		case "the", "a", "an":
		default:
			return false
		}
	}
	return false
}

// listsTowns tells whether an earlier claim of a field begins with its town like that.
func (d *doc) listsTowns(f *field) bool {
	for i := range d.partials {
		if q := &d.partials[i]; q.f0 == f && f.townHeads(&q.sent) {
			return true
		}
	}
	return false
}

// townHeads tells whether a sentence begins with a town in capitals and a dash.
func (f *field) townHeads(s *sentence) bool { return f.townDash(s.from) > 0 }

// backTold tells whether a claim goes back to the day before the one told of: "a bomb had
// fallen on his shop the night before".
func (p *partial) backTold() bool {
	m := p.fr.date
	if m == nil || m.said || m.from >= len(p.f0.items) || !p.f0.items[m.from].is(tRelDay) || p.f0.items[m.from].num >= 0 {
		return false
	}
	w := p.f0.items[m.from].w
	return w != nil && (w.period == "then" || w.period == "back") && p.f0.saysHad(&p.sent)
}

// saysHad tells whether "had" stands in a sentence.
func (f *field) saysHad(s *sentence) bool {
	for k := s.lead; k < s.to; k++ {
		if f.word(k) == "had" {
			return true
		}
	}
	return false
}

// lastDated is the last claim told in a field, where its own words count people and date it,
// though they are too unsure to lend anything else: "60 people are feared dead after a raid
// on Friday".
func (d *doc) lastDated(f *field) *partial {
	if n := len(d.partials); n > 0 {
		if q := &d.partials[n-1]; q.f0 == f && q.dated() && q.counted() && q.fr.date != nil && !q.fr.date.rough {
			return q
		}
	}
	return nil
}

// toldIn tells whether a claim has been told in a field.
func (d *doc) toldIn(f *field) bool {
	n := len(d.partials)
	return n > 0 && d.partials[n-1].f0 == f
}
