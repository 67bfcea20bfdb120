package attribute

import "isnad"

// dateClaim gives a claim under way its day: the one that its sentence names, or else, in this
// order, the days since the one that it counts from, the day that a sentence before has set, that of the report where it turns from an
// older deed, the one that all other speakers go by (usual), that of a deed pointed back at (old),
// of the deed that it goes on with, of the case in court, of the claim before (prev), of the
// item of a log, of the title, and that of the report.
func (d *doc) dateClaim(f *field, s *sentence, fr *frame, p, prev, usual, old *partial) {
	if fr.strength == 0 && !fr.harm && fr.said != nil && (fr.cue == cueDenies || fr.denied) && prev != nil && prev.gotDate {
		fr.date, p.fr.date = nil, nil // it is the day of the answer
	}
	day := prev
	if q := d.lastDated(f); q != nil && (prev == nil || prev.f0 != f) {
		day = q
	}
	fresh, isFresh := d.afresh(f, s, p, prev)
	set, isSet := d.daySet(f, s)
	run, isRun := d.sinceDay(f, fr)
	switch {
	case isRun:
		p.dateWay = wayRun
		p.when, p.gotDate = run, true
	case fr.date != nil && !d.courtDay(f, s, fr) && !d.outlivesCase(fr.date) && !(fr.date.said && d.knowsBetter(f, fr.date, day)):
		p.dateWay = wayOwn
		p.when, p.gotDate = fr.date.period, true
		p.datedApart = !f.inTitle && !fr.date.said && (f.datedApart(s, fr.date) || fr.date.wound || fr.date.after && !fr.date.rough || f.setsAgainst(s.lead, fr.date.from))
	case isSet:
		p.dateWay = waySet
		p.when, p.gotDate = set, true
	case isFresh:
		p.dateWay = wayFresh
		p.when, p.fresh = fresh, true
	case usual != nil && !usual.bg && !usual.when.IsZero() && !d.roll.overlap(p.names, prev.names):
		p.dateWay = wayUsual
		p.when = usual.when
		p.fr.carryDate = true
	case old != nil:
		p.dateWay = wayTold
		p.when = old.when
		p.fr.carryDate = true
	case d.goesOnBack(f, s, p, prev):
		p.dateWay = wayBack
		p.when = prev.when
		p.fr.carryDate = true
	case d.trial && !f.inTitle && (prev == nil || prev.when == d.titled):
		p.dateWay = wayTrial
		p.when, p.gotDate = d.titled, true
	case day != nil && !day.bg && !day.when.IsZero():
		p.dateWay = wayBefore
		p.fresh = day.fresh
		p.when = day.when
		p.fr.carryDate = true
	case d.item != nil && !d.item.day.IsZero():
		p.dateWay = wayItem
		p.when, p.gotDate = d.item.day, true
	case !d.titled.IsZero():
		p.dateWay = wayTitle
		p.when, p.gotDate = d.titled, d.dossier
	default:
		p.dateWay = wayReport
		if !d.base.IsZero() {
			p.when = isnad.Period{From: d.base, To: d.base, Precision: isnad.DateDay, Basis: d.basis}
		}
	}
}

// knowsBetter tells whether the claim day, told just before, has a better day than the one m on
// which somebody speaks.
func (d *doc) knowsBetter(f *field, m *dateMention, day *partial) bool {
	return day != nil && (day.gotDate || day.fr.carryDate && (m.period.From.Sub(day.when.To) > 0 || f.hadToldBefore(0, len(f.items), m))) && !day.bg && d.si-day.last <= 6 && day.f0 == f
}

// setsAgainst tells whether what stands between items from and to sets a deed told before it against
// another, whose the day behind them is: "in retaliation for a rocket that landed on Monday",
// "which followed a like attack a day earlier".
func (f *field) setsAgainst(from, to int) bool {
	for k := to - 1; k > from && k > to-14; k-- {
		if it := &f.items[k]; it.is(tSay) || it.is(tPunct) && !apostrophe(f.word(k)) {
			return false
		}
		switch f.word(k) {
		case "for", "to":
			switch f.word(k - 1) {
			case "retaliation", "response", "revenge", "reprisal", "retribution", "reply", "answer", "similar", "payback":
				return true
			}
		case "avenge", "avenging":
			return true
		case "followed", "follows":
			return f.word(k+1) == "a" || f.word(k+1) == "an" || f.word(k+1) == "another" || f.word(k+1) == "similar"
		}
	}
	return false
}
