package attribute

import (
	"strings"

	"isnad"
)

// Days that stand for others' names, and days that stand above what happened on
// them: feasts of one date, and the headings of a log.

// feast reads a feast that is the same day every year, at item i: month*100+day, and
// where it ends; 0 for none. "New Year's Eve party" names a party, not a day.
func (f *field) feast(i, to int, m *dateMention) int {
	word := func(k int) string {
		if k < to {
			return f.word(k)
		}
		return ""
	}
	n, k := 0, i+1
	switch f.word(i) {
	case "christmas":
		n = 1225
	case "halloween":
		n = 1031
	case "juneteenth":
		n = 619
	case "independence":
		return 0 // every country has its own
	case "new", "valentine":
		if f.word(i) == "new" {
			if word(k) != "year" {
				return 0
			}
			k++
		}
		if k+1 >= to || !apostrophe(f.word(k)) || word(k+1) != "s" {
			return 0
		}
		k += 2
		n = 101
		if f.word(i) == "valentine" {
			n = 214
		}
		if w := word(k); w != "day" && w != "eve" {
			return 0
		}
	case "fourth":
		if word(k) != "of" || word(k+1) != "july" {
			return 0
		}
		n, k = 704, k+2
	default:
		return 0
	}
	switch word(k) {
	case "day":
		k++
	case "eve":
		k++
		if n--; n == 100 {
			n = 1231
		}
	case "night", "morning", "evening", "afternoon":
		k++
	}
	if k < to && f.items[k].is(tThing|tHead|tPart) || partied(word(k)) {
		return 0
	}
	m.to = k
	return n
}

// partied tells the words for what is held on a feast and may be held on another day.
func partied(w string) bool {
	switch w {
	case "party", "parties", "market", "parade", "celebration", "celebrations", "truce", "ceasefire", "fair", "concert", "dinner", "tree", "lights", "season", "break", "shopping", "shoppers", "gathering":
		return true
	}
	return false
}

// dayHeading is a day on a line of its own, above what a log tells of it.
type dayHeading struct {
	at  int // its first item
	day isnad.Period
}

// maxLogAge is how many days before a report the days of its log may lie.
const maxLogAge = 120

// dayHeadings finds the days that a log goes through: "Saturday, April 20". One
// such line alone is the day of the page.
func (d *doc) dayHeadings(f *field) {
	d.headings, d.headed = d.headings[:0], isnad.Period{}
	for i := 0; i < len(f.items); i++ {
		if f.items[i].tags&(tWeekday|tMonth) == 0 || !f.opensLine(i) {
			continue // nearly all
		}
		k := i
		if f.items[i].is(tWeekday) && i+2 < len(f.items) && f.word(i+1) == "," && f.items[i+2].is(tMonth) {
			k = i + 2 // "Saturday, April 20"
		}
		m, ok := f.date(d.base, k, min(k+6, len(f.items)))
		if !ok || m.rough || m.period.From != m.period.To || !f.closesLine(m.to) {
			continue
		}
		if n := d.base.Sub(m.period.From); n < 0 || n > maxLogAge {
			continue
		}
		d.headings = append(d.headings, dayHeading{at: i, day: m.period})
		i = m.to - 1
	}
	if len(d.headings) < 2 {
		d.headings = d.headings[:0]
	}
}

// opensLine tells whether item i is the first of its line.
func (f *field) opensLine(i int) bool {
	return i == 0 || strings.IndexByte(f.text[f.items[i-1].end:f.items[i].start], '\n') >= 0
}

// closesLine tells whether a line ends before item k, a colon or a point at most between.
func (f *field) closesLine(k int) bool {
	if k < len(f.items) && f.items[k].is(tPunct) && !f.opensLine(k) {
		k++
	}
	return k >= len(f.items) || f.opensLine(k)
}

// under notes the day whose heading stands last above the end of a sentence.
func (d *doc) under(s *sentence) {
	for len(d.headings) > 0 && d.headings[0].at < s.to {
		d.headed, d.headings = d.headings[0].day, d.headings[1:]
	}
}
