package attribute

import "isnad"

// The day that a text gives for itself: its date line, and the day in its title.

// headItems bounds where a text's own date line may stand.
const headItems = 60

// maxLineAge is how many days a date line that opens with its day, without a year, may be
// older than its report.
const maxLineAge = 5

// headsItem tells whether the day m heads an item of a log: it names no month, or stands at the
// very beginning of a text and is older than a date line would be.
func (f *field) headsItem(published isnad.Day, m *dateMention) bool {
	if m.full {
		return false
	}
	month := false
	for k := m.from; k < m.to; k++ {
		month = month || f.items[k].is(tMonth)
	}
	return !month || m.from == 0 && published.Sub(m.period.From) > maxLineAge // "WEDNESDAY 8: Karm - Gunmen"
}

// dateline finds the date that a text gives for itself at its head: "26-01-2016
// ...", "Date of publication 29 October 2016", "ALEPPO, Syria, June 3 (AP) -".
func (f *field) dateline(published isnad.Day) (isnad.Day, bool) {
	n := min(len(f.items), headItems)
	var digest isnad.Day
	for i := 0; i < n; {
		m, ok := f.date(published, i, min(n+6, len(f.items)))
		if !ok {
			i++
			continue
		}
		head := m.full || m.period.Basis == isnad.BasisYearless && (f.agencyDash(m.to, n) || f.colonLine(&m, n)) && !f.listsDays && !f.headsItem(published, &m)
		if head && m.from > 0 && f.items[m.from-1].is(tPrep|tLoc|tRunning|tConj) {
			switch f.word(m.from - 1) {
			case "at": // "Last updated at"
			default:
				head = false
			}
		}
		if head && f.inStory(m.from) {
			head = false
		}
		if head && m.stretch {
			// the days that a digest is of, "Overview, 4-10 October 2020", end before it is written
			if n := published.Sub(m.period.To); n >= 0 && n <= 10 && digest.IsZero() {
				digest = m.period.To
			}
			head = false
		}
		if head {
			return m.period.From, true
		}
		i = max(m.to, i+1)
	}
	return digest, !digest.IsZero()
}

// passDateline notes where the first sentence begins behind the date line of an
// agency: "ADEN, Yemen, March 12 -". Neither its place nor its day is the
// incident's, and the place does not speak.
func (f *field) passDateline() {
	for n := 0; n < len(f.sents) && n < 3; n++ {
		s := &f.sents[n]
		if s.heading {
			continue
		}
		if !f.items[s.from].is(tCap) {
			return
		}
		for k := s.from; k < s.to && k < s.from+16; k++ {
			it := &f.items[k]
			switch f.word(k) {
			case "-", "–", "—":
				if k > s.from && k+1 < s.to && f.items[k+1].start == it.end && f.word(k+1) == "-" && it.start > f.items[k-1].end {
					s.lead = min(k+2, s.to-1) // "--", as wires type it
					return
				}
				if k > s.from && k+1 < s.to && (it.start > f.items[k-1].end || f.word(k-1) == ")") && f.items[k+1].start > it.end { // also "(XYZ)- "
					s.lead = k + 1
				}
				return
			case ":":
				if k > s.from+2 && k+1 < s.to && f.items[k-1].is(tNum|tMonth) && f.items[k-2].is(tNum|tMonth) && f.items[k+1].is(tCap) {
					s.lead = k + 1 // "Srinagar, Oct 22: Two"
				}
				return
			}
			if it.is(tSay|tOut|tAux|tEv|tPron) && !it.is(tCap) {
				return
			}
		}
		return
	}
}

// agencyDash tells whether a date line closes just after item k: "June 3 (AP) -".
func (f *field) agencyDash(k, n int) bool {
	for j := k; j < n && j < k+8; j++ {
		switch f.word(j) {
		case "-", "–", "—":
			return true
		}
		if f.items[j].is(tSay | tOut | tAux) {
			return false
		}
	}
	return false
}

// colonLine tells whether the day m ends a date line that a colon closes, as papers of South Asia print
// it: "SOPORE, July 22: Eleven shoppers", "Srinagar, Jul 21 (KNS): Two militants". Nothing but names stands
// before it.
func (f *field) colonLine(m *dateMention, n int) bool {
	k := m.to
	if k+2 < n && f.word(k) == "(" {
		for e := k + 1; e < n && e < k+6; e++ {
			if f.word(e) == ")" {
				k = e + 1
				break
			}
		}
	}
	if k+1 >= n || f.word(k) != ":" || !f.items[k+1].is(tCap) || m.from == 0 || f.items[m.from].is(tWeekday) {
		return false
	}
	j := m.from - 1
	for ; j >= 0 && j > m.from-7; j-- {
		if it := &f.items[j]; it.para != f.items[m.from].para {
			break
		} else if !it.is(tCap) && f.word(j) != "," && !apostrophe(f.word(j)) && f.word(j) != "-" || it.is(tWeekday|tNum) {
			return false
		}
	}
	return j < m.from-1 && (j < 0 || f.items[j].para != f.items[m.from].para)
}

// inStory tells whether the words before item i already tell the story: a full
// stop after a verb and another sentence under way.
func (f *field) inStory(i int) bool {
	stops := 0
	for k := 0; k < i; k++ {
		if f.word(k) == "." && f.stops(k) {
			stops++
		}
	}
	return stops > 2
}

// maxTitleAge is how many days before a report the day in its title may lie.
const maxTitleAge = 120

// rangeStart returns the day of the month from which the date m goes on: "1-7 August",
// "19 to 22 July"; 0 for none.
func (f *field) rangeStart(m dateMention) int {
	k := m.from - 2
	if k < 0 || !f.items[k].is(tNum) || !digit(f.text[f.items[k].start]) || !digit(f.text[f.items[m.from].start]) {
		return 0
	}
	switch f.word(k + 1) {
	case "-", "–", "—", "to", "and", "/":
		return f.items[k].num
	}
	return 0
}

// titleDays notes the days that a digest is of, of which the last is to: its weekdays
// count back from that, whenever the page came out.
func (d *doc) titleDays(to isnad.Day, from int) {
	n := d.base.Sub(to)
	if from >= to.Day() || to.Day()-from > 9 || d.base.IsZero() || n < 1 || n > 10 {
		return
	}
	d.base = to
}

// titleDay notes the one day that a title names: "Daily log, 19 May 2024". A
// narrative or a log is about that day wherever it names none.
func (d *doc) titleDay() {
	f := &d.title
	var found isnad.Period
	for i := 0; i < len(f.items); {
		m, ok := f.date(d.base, i, len(f.items))
		if !ok {
			i++
			continue
		}
		i = max(m.to, i+1)
		if m.stretch && found.IsZero() {
			d.titleDays(m.period.To, m.period.From.Day())
			return
		}
		if !m.full && m.period.Basis != isnad.BasisYearless || m.period.From != m.period.To {
			continue
		}
		if !found.IsZero() && found.From != m.period.From {
			return // two days
		}
		if from := f.rangeStart(m); from > 0 && found.IsZero() {
			d.titleDays(m.period.From, from)
			return
		}
		found = m.period
		d.dossier = f.namesCase(m)
	}
	if n := d.base.Sub(found.From); !found.IsZero() && !d.base.IsZero() && n > 0 && (n <= maxTitleAge || d.dossier) {
		d.titled, d.opens = found, found
	}
}

// namesCase tells whether a title is that of a recorder's case, which is of one incident however long ago:
// a number, where it was, and at the end the day with its year, "KR114: Karm, Homs, 4 May 2016".
func (f *field) namesCase(m dateMention) bool {
	if !m.full || m.to < len(f.items) || m.from < 4 {
		return false
	}
	return f.word(1) == ":" && isCode(f.text[f.items[0].start:f.items[0].end])
}

// outlivesCase tells whether a day is one on which somebody came back to the incident of a recorder's case.
func (d *doc) outlivesCase(m *dateMention) bool {
	return d.dossier && !d.titled.IsZero() && m.period.From.Sub(d.titled.To) > maxFromCase
}

// maxFromCase is how many days after a case's own day its incidents may be told of.
const maxFromCase = 3
