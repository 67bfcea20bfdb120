package change

import (
	"time"

	"isnad"
	"isnad/internal/names"
)

// date is what a phrase says of a day; zero fields are not said.
type date struct {
	year                         int
	month, day, weekday, daypart uint8
	relative                     int16
	related                      bool
	clock                        int16 // minutes + 1
}

// readDate reads the date that begins with word i and where it ends, i when there
// is none.
func (s *side) readDate(x *lexicon, i int) (date, int) {
	var d date
	if s.digit(i) {
		if n, to := s.numericDate(i); to > i {
			return n, to
		}
	}
	to := i
	for at := i; at < len(s.words) && at < i+9; {
		if at > i {
			if g := s.gap(at); g != " " && g != ", " && g != ". " && g != "، " && g != "," && g != "-" && g != "/" && g != " (" && g != " / " && g != ") " {
				break
			}
		}
		if s.digit(at) {
			v, numeric, end, ok := s.digits(at)
			switch {
			case !ok || end != at+1:
				return d, to
			case numeric == cardinal && v >= 1900 && v <= 2100 && (d.month > 0 || at == i && s.yearBefore(at)):
				d.year = int(v)
				at++
				to = at
				if d.month == 0 {
					return d, to
				}
				continue
			case v >= 1 && v <= 31 && d.day == 0 && (d.month > 0 && s.bare(at) || s.monthAfter(at+1)):
				d.day = uint8(v)
				at++
				to = at
				continue
			}
			if c, end := s.clock(at); end > at && d.clock == 0 {
				d.clock = c
				at, to = end, end
				continue
			}
			return d, to
		}
		e, end := s.phrase(x, at)
		switch {
		case e == nil:
			return d, to
		case e.month > 0 && d.month == 0 && s.isMonth(at, e, d):
			d.month = e.month
		case e.weekday > 0 && d.weekday == 0:
			d.weekday = e.weekday
		case e.related && !d.related:
			d.relative, d.related = e.relative, true
			if first := s.words[at].entry; first != nil && first.daypart > 0 && end-at > 1 && d.daypart == 0 {
				d.daypart = first.daypart
			}
		case e.daypart > 0 && d.daypart == 0 && !s.partOfName(at, end):
			d.daypart = e.daypart
		case e.class.little() && to > i && at == to && s.dateGoesOn(x, end):
			at = end
			continue
		default:
			return d, to
		}
		at, to = end, end
	}
	return d, to
}

// partOfName tells whether words [from, to) have capitals among other capitals:
// "Evening News" is no time of day.
func (s *side) partOfName(from, to int) bool {
	if s.titleCase || !s.tokens.List[from].Upper {
		return false
	}
	return to < len(s.words) && s.tokens.List[to].Upper && s.gap(to) == " " ||
		from > 0 && s.tokens.List[from-1].Upper && s.gap(from) == " " && !s.words[from-1].entry.calendar()
}

// dateGoesOn tells whether a date may go on at word i behind "of", "the", "in".
func (s *side) dateGoesOn(x *lexicon, i int) bool {
	if i >= len(s.words) {
		return false
	}
	if s.digit(i) {
		v, _, end, ok := s.digits(i)
		return ok && end == i+1 && (v >= 1900 && v <= 2100 || v <= 31 && s.monthAfter(i+1))
	}
	e, _ := s.phrase(x, i)
	return e.calendar()
}

// bare tells whether the number at word i counts nothing: a day behind a month
// ends the phrase.
func (s *side) bare(i int) bool {
	if i+1 >= len(s.words) || s.gap(i+1) != " " {
		return true
	}
	e := s.words[i+1].entry
	return e != nil && (e.class != classNone && e.class != classQualifier || e.calendar())
}

// monthAfter tells whether a month is named at word i, behind "of" too.
func (s *side) monthAfter(i int) bool {
	for k := i; k < len(s.words) && k < i+2; k++ {
		e := s.words[k].entry
		if e != nil && e.month > 0 {
			return s.isMonth(k, e, date{day: 1})
		}
		if s.tokens.List[k].Script == names.ScriptArabic { // months of two words
			switch w := string(s.tokens.Fold(k)); w {
			case "تشرين", "كانون":
				return true
			}
		}
		if e == nil || !e.class.little() {
			return false
		}
	}
	return false
}

// isMonth tells the months May and March from the words, and "Mar." from a name.
func (s *side) isMonth(i int, e *entry, d date) bool {
	t := &s.tokens.List[i]
	if !t.Script.Cased() {
		if w := string(s.tokens.Fold(i)); w == "اب" || w == "ماي" || w == "اوت" {
			return d.day > 0 || i+1 < len(s.words) && (s.digit(i+1))
		}
		return true
	}
	if !t.Upper {
		return false
	}
	if e.class == classNone && t.End-t.Start > 4 && e.month != 3 {
		return true
	}
	if d.day > 0 || d.weekday > 0 || i+1 < len(s.words) && s.digit(i+1) {
		return true
	}
	if i > 0 && s.words[i-1].sentence == s.words[i].sentence {
		switch string(s.tokens.Fold(i - 1)) {
		case "in", "since", "until", "last", "early", "late", "mid", "of", "by", "during", "this", "next":
			return true
		}
	}
	return false
}

func (s *side) yearBefore(i int) bool {
	if i == 0 {
		return false
	}
	switch string(s.tokens.Fold(i - 1)) {
	case "in", "since", "until", "by", "during", "of", "from", "early", "late", "mid", "عام", "سنه", "العام", "لعام", "بعام":
		return true
	}
	return false
}

// clock reads "5:30", "10 am", "3pm".
func (s *side) clock(i int) (int16, int) {
	w := s.tokens.Fold(i)
	k, h := 0, 0
	for k < len(w) && k < 2 && w[k] >= '0' && w[k] <= '9' {
		h = h*10 + int(w[k]-'0')
		k++
	}
	rest := string(w[k:])
	to, m := i+1, 0
	if rest == "" && to < len(s.words) && s.gap(to) == ":" && s.digit(to) && len(s.tokens.Fold(to)) == 2 {
		f := s.tokens.Fold(to)
		m = int(f[0]-'0')*10 + int(f[1]-'0')
		to++
	} else if rest == "" && (to >= len(s.words) || s.gap(to) != " ") {
		return 0, i
	}
	if rest == "" && to < len(s.words) && (s.gap(to) == " " || s.gap(to) == "") {
		switch string(s.tokens.Fold(to)) {
		case "am", "a.m":
			rest = "am"
			to++
		case "pm", "p.m":
			rest = "pm"
			to++
		case "gmt", "utc":
			to++
		}
	}
	switch {
	case h > 24 || m > 59:
		return 0, i
	case rest == "am" || rest == "pm":
		if rest == "pm" && h < 12 {
			h += 12
		}
	case rest != "" || to == i+1:
		return 0, i
	}
	return int16(h*60 + m + 1), to
}

// numericDate reads "23/10/2017" and "2017-10-23". A date that could be read two
// ways is read day first.
func (s *side) numericDate(i int) (date, int) {
	if i+2 >= len(s.words) || !s.digit(i+1) || !s.digit(i+2) {
		return date{}, i
	}
	g := s.gap(i + 1)
	if g != s.gap(i+2) || g != "/" && g != "-" && g != "." {
		return date{}, i
	}
	var v [3]int
	for k := range v {
		w := s.tokens.Fold(i + k)
		if len(w) > 4 {
			return date{}, i
		}
		for _, c := range w {
			if c < '0' || c > '9' {
				return date{}, i
			}
			v[k] = v[k]*10 + int(c-'0')
		}
	}
	if v[0] > 31 {
		v[0], v[2] = v[2], v[0]
	}
	if v[1] > 12 && v[0] <= 12 {
		v[0], v[1] = v[1], v[0]
	}
	if v[0] < 1 || v[0] > 31 || v[1] < 1 || v[1] > 12 || v[2] < 1900 || v[2] > 2100 {
		return date{}, i
	}
	return date{year: v[2], month: uint8(v[1]), day: uint8(v[0])}, i + 3
}

// resolve is the day that d means in a text of the given day, where it can be
// told.
func (d date) resolve(day isnad.Day) (isnad.Day, bool) {
	switch {
	case d.month > 0 && d.day > 0:
		y := d.year
		if y == 0 {
			if y = day.Year(); day.IsZero() {
				y = 2000
			}
		}
		return isnad.NewDay(y, time.Month(d.month), int(d.day))
	case day.IsZero():
		return isnad.Day{}, false
	case d.related && d.relative < 100:
		return day.AddDays(int(d.relative)), true
	case d.weekday > 0:
		back := (int(day.Weekday()) - int(d.weekday-1) + 7) % 7
		return day.AddDays(-back), true
	}
	return isnad.Day{}, false
}

// agree tells whether two dates may be of one time; days are those of the texts
// they stand in.
func (d date) agree(e date, dayD, dayE isnad.Day) bool {
	x, ok1 := d.resolve(dayD)
	y, ok2 := e.resolve(dayE)
	if ok1 && ok2 {
		if x != y && !(d.year == 0 && e.year == 0 && x.Month() == y.Month() && x.Day() == y.Day()) {
			return false
		}
	} else if clash(int(d.weekday), int(e.weekday)) || clash(int(d.month), int(e.month)) || clash(int(d.day), int(e.day)) {
		return false
	} else if d.related && e.related && d.relative != e.relative {
		return false
	} else if !(d.weekday > 0 && e.weekday > 0 || d.month > 0 && e.month > 0 || d.related && e.related || d.year > 0 && e.year > 0 || d.daypart > 0 && e.daypart > 0 || d.clock > 0 && e.clock > 0) {
		return false // nothing in common
	}
	return !clash(d.year, e.year) && !clash(int(d.daypart), int(e.daypart)) && !clash(int(d.clock), int(e.clock))
}

func clash(a, b int) bool { return a != 0 && b != 0 && a != b }
