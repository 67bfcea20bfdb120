package attribute

import "isnad"

// A sentence that tells no harm may say when what comes behind it was: "The last call came
// at 12:20 a.m. Monday. Adam Example was sitting in a car when two men fired at it",
// "Deputies were sent to the park on Tuesday. They found him dead in a driveway",
// "On 20 February a crowd marched to the square. Police opened fire".

// setDay is the day that the last sentence without a claim names for what follows.
type setDay struct {
	f    *field
	si   int
	when isnad.Period
	told int // how many claims were told before it
}

// setReach is how many sentences behind it the first claim may stand that takes a set day.
const setReach = 4

// noteSetDay keeps the day that a sentence names which adds no claim to the told before it.
func (d *doc) noteSetDay(f *field, si int, s *sentence, told int) {
	if f.inTitle || s.heading || s.entry != 0 || d.base.IsZero() || len(d.partials) > told || !f.namesDay(s) {
		return
	}
	last := f.lastDay
	d.sceneDts = f.dates(d.base, s.from, s.lead, s.to, d.sceneDts[:0])
	f.lastDay = last
	var w isnad.Period
	m0 := 0
	for i := range d.sceneDts {
		m := &d.sceneDts[i]
		if m.said || m.since || m.line || m.rough || m.after || m.stretch || m.period.To.Sub(m.period.From) > 3 || d.base.Sub(m.period.To) > maxSceneAge && !f.opensWith(s, m) && !d.tellsOfOld(f, m) || f.besides(s, m) && !f.helpCalled(s) {
			continue
		}
		if !w.IsZero() && w.From != m.period.From {
			switch day, was := m.period.From == m.period.To, w.From == w.To; {
			case day && was:
				return // two days
			case was:
				continue // "the first homicide of the weekend occurred on Friday"
			}
		}
		w, m0 = m.period, m.from
	}
	if !w.IsZero() && !d.base.Before(w.To) {
		d.set = setDay{f: f, si: si, when: w, told: told}
		if f.listsNames && si < 2 && d.titled.IsZero() {
			d.titled = w // "On Saturday, October 8, protests continued in 17 cities. Karm: ..."
		}
		if at := f.pastTeller(s); at < s.to && m0 <= at+1 && len(d.sceneDays) < maxSceneDays { // "it said that on Monday militants came"
			d.sceneDays = append(d.sceneDays, sceneDay{f: f, si: si, when: w})
		}
	}
}

// tellsOfOld tells whether the last claim of a field is as old as the day of a month m, as in a
// monitor's account of a month.
func (d *doc) tellsOfOld(f *field, m *dateMention) bool {
	if !d.toldIn(f) || m.period.Basis == isnad.BasisWeekday {
		return false
	}
	q := &d.partials[len(d.partials)-1]
	return !q.when.IsZero() && d.base.Sub(q.when.To) > maxSceneAge && q.when.Distance(m.period) <= 31
}

// opensWith tells whether a sentence begins with the day of a month, m: "On March 4, troops
// came", also behind the mark of a footnote. Such a day may lie far back.
func (f *field) opensWith(s *sentence, m *dateMention) bool {
	if !m.full && m.period.Basis != isnad.BasisYearless {
		return false
	}
	for k := s.lead; k < m.from; k++ {
		if !f.items[k].is(tPunct|tNum|tPrep|tLoc|tDet|tDayPart|tQual|tAdv) && f.word(k) != "a.m" && f.word(k) != "p.m" && f.word(k) != "am" && f.word(k) != "pm" && f.word(k) != "of" || k > s.lead+8 {
			return false // "In the early hours of 17 January", "At around 10 a.m. on 7 May"
		}
	}
	return true
}

// namesDay tells whether a weekday, a month or a day by its distance stands in a sentence
// that is not of what comes after a deed.
func (f *field) namesDay(s *sentence) bool {
	if !f.hasDay(s) {
		return false // most sentences, at little cost
	}
	for k := s.lead; k < s.to; k++ {
		if aftermath(f.word(k)) {
			return false
		}
	}
	return true
}

// aftermath tells the words for what is done about a deed on a later day, or will be.
func aftermath(w string) bool {
	switch w {
	case "arrested", "arrest", "arrests", "hearing", "trial", "bail", "bond", "jail", "custody", "surrendered", "extradited", "vigil", "funeral", "funerals", "burial", "buried", "memorial", "mourners", "autopsy",
		"identified", "lawsuit", "interview", "interviewed", "conference", "briefing", "visited", "visit", "visiting", "met", "meeting", "summit", "talks", "election", "elections",
		"resolution", "session", "anniversary", "condemned", "video", "footage", "photo", "photograph", "scheduled", "expected", "will", "would", "due", "set for", "discharged",
		"released", "reopened", "resumed", "ceasefire", "truce", "cease-fire", "deal", "agreement":
		return true
	}
	return ofCourt(w)
}

// besides tells whether the date m is that of what somebody says in its clause, "On Friday
// the army announced that", or stands in brackets.
func (f *field) besides(s *sentence, m *dateMention) bool {
	for k := m.from - 1; k >= s.lead && f.word(k) != ","; k-- {
		if f.word(k) == "that" && k > s.lead && f.says(k-1) {
			break // "said that on Monday a crowd came"
		}
		if f.word(k) == "(" || f.says(k) {
			return true
		}
	}
	for k := m.to; k < s.to && f.word(k) != ","; k++ {
		if f.says(k) {
			return true
		}
	}
	return false
}

// says tells whether item k is a verb of saying with somebody who says it: not "was
// reported".
func (f *field) says(k int) bool {
	it := &f.items[k]
	return it.is(tSay|tVia) && !it.is(tCap) && !(k > 0 && f.items[k-1].is(tAux))
}

// daySet is the day that the sentence before s in its paragraph has set.
func (d *doc) daySet(f *field, s *sentence) (isnad.Period, bool) {
	q := &d.set
	if d.item != nil || q.f != f || q.si >= d.si || d.si-q.si > setReach || d.si-q.si > 1 && len(d.partials) != q.told || f.sents[q.si].para != s.para && !(d.beat && q.told == 0 && len(d.partials) == 0 && f.helpCalled(&f.sents[q.si])) {
		return isnad.Period{}, false
	}
	return q.when, true
}
