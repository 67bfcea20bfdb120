package attribute

import "isnad"

// A court story is of a deed long told: "A jury on Wednesday convicted two brothers of
// killing a deputy. They were found guilty in the April 2012 death of Adam Example", "charges
// filed Monday say. Officers were called to the alley on Jan. 4". The day of the deed is
// that of all it tells, not the day in court.

const (
	caseOpens   = 3  // sentences at whose beginning a story is known to be of a court
	caseReach   = 10 // sentences among which it names the day of the deed
	deedBefore  = 24 // words from a deed to its day,
	deedBehind  = 6  // or from the day to the deed
	courtBefore = 5  // words between which a day is that of the court
)

// setCaseDay finds the day of the deed that a court story is of.
func (d *doc) setCaseDay() {
	f := &d.body
	if !d.titled.IsZero() || d.base.IsZero() || !f.inCourt() {
		return
	}
	last, years := f.lastDay, f.years
	defer func() { f.lastDay, f.years = last, years }()
	var found isnad.Period
	for si := 0; si < len(f.sents) && si < caseReach; si++ {
		s := &f.sents[si]
		if s.heading || s.filled || !f.hasDay(s) {
			continue
		}
		d.sceneDts = f.dates(d.base, s.from, s.lead, s.to, d.sceneDts[:0])
		for i := range d.sceneDts {
			m := &d.sceneDts[i]
			if m.said || m.since || m.line || m.after || m.stretch || d.base.Before(m.period.To) || m.period.To.Sub(m.period.From) > 31 || !f.dayOfDeed(s, m) {
				continue
			}
			if !m.rough {
				if found.IsZero() || found.Distance(m.period) == 0 {
					d.titled, d.opens, d.trial = m.period, m.period, true
				}
				return
			}
			if found.IsZero() {
				found = m.period
			}
		}
	}
	if !found.IsZero() {
		d.titled, d.opens, d.trial = found, found, true
	}
}

// inCourt tells whether a text begins with what a court or a prosecutor does: one word that
// only courts have, or two that others have too.
func (f *field) inCourt() bool {
	first := ""
	for si := 0; si < len(f.sents) && si < caseOpens; si++ {
		s := &f.sents[si]
		for k := s.lead; k < s.to; k++ {
			switch w := f.word(k); {
			case onlyCourts(w):
				return true
			case mayCourt(w) && (first == "" || w != first):
				if first != "" {
					return true
				}
				first = w
			}
		}
	}
	return false
}

// onlyCourts tells the words that stories of courts have.
func onlyCourts(w string) bool {
	switch w {
	case "jury", "jurors", "juror", "arraigned", "arraignment", "sentenced", "convicted", "convict", "convicts", "indicted", "indictment", "pleaded", "pled", "acquitted", "plea", "testified", "testimony", "verdict", "guilty",
		"courtroom", "manslaughter":
		return true
	}
	return false
}

// mayCourt tells the words that stories of courts have with others.
func mayCourt(w string) bool {
	switch w {
	case "prosecutors", "prosecutor", "attorney", "district attorney", "county attorney", "attorney general", "public defender", "attorney's", "charges", "charged", "complaint", "judge", "court", "lawyer", "petition":
		return true
	}
	return false
}

func ofCourt(w string) bool { return onlyCourts(w) || mayCourt(w) }

// hasDay tells whether a weekday, a month or a day by its distance stands in a sentence.
func (f *field) hasDay(s *sentence) bool {
	for k := s.lead; k < s.to; k++ {
		if f.items[k].is(tWeekday | tMonth | tRelDay) {
			return true
		}
	}
	return false
}

// dayOfDeed tells whether the date m stands with a deed or with those who were called to
// it, and not with a court.
func (f *field) dayOfDeed(s *sentence, m *dateMention) bool {
	for k := max(s.lead, m.from-courtBefore); k < min(s.to, m.to+courtBefore); k++ {
		if w := f.word(k); ofCourt(w) && !(k < m.from && f.harmBetween(k, m.from)) || w == "trial" || w == "hearing" || w == "footage" || w == "arrested" {
			return false
		}
	}
	from := max(s.lead, m.from-deedBefore)
	for k := m.from - 1; k >= from; k-- {
		if f.items[k].is(tMonth | tWeekday) {
			from = k // "killed a man in June, and on Friday it released a letter"
		}
	}
	return f.callsHelp(s) || f.harmBetween(from, m.from) || f.harmBetween(m.to, min(s.to, m.to+deedBehind))
}

// harmBetween tells whether a word of harm or of a deed stands in the items [a, b).
func (f *field) harmBetween(a, b int) bool {
	for k := a; k < b; k++ {
		if f.items[k].is(tOut | tEv) {
			return true
		}
		switch f.word(k) {
		case "death", "deaths", "homicide", "murder", "manslaughter", "slaying", "fatal":
			return true
		}
	}
	return false
}

// courtDay tells whether the date of a frame is that of a court, and not of the deed.
func (d *doc) courtDay(f *field, s *sentence, fr *frame) bool {
	if fr.date.said && (d.trial || f.onTrial(s)) {
		return true
	}
	return d.trial && fr.date.period.Basis == isnad.BasisWeekday && fr.date.period.Distance(d.titled) > 0 && !f.dayOfDeed(s, fr.date)
}

// bornThen tells whether the year at item i is only that in which somebody or something
// began: "a resident born in 1958", "a group founded in 2011".
func (f *field) bornThen(i int) bool {
	if i < 2 || f.word(i-1) != "in" {
		return false
	}
	switch f.word(i - 2) {
	case "born", "founded", "established", "built", "formed", "created", "elected", "graduated", "retired", "introduced", "launched", "opened", "married", "enacted", "ratified", "published":
		return true
	}
	return false
}
