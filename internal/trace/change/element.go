package change

import (
	"strings"

	"isnad"
	"isnad/internal/names"
)

// kind is what an element is.
type kind uint8

const (
	kindNumber kind = iota + 1
	kindDate
	kindHedge
	kindQualifier
	kindCue
	kindNegation
	kindField // a word of a field: killed, civilians, north
	kindAnonymous
)

// element is a run of words [from, to) that the grammars read as one thing.
type element struct {
	kind     kind
	from, to int32
	number   number
	date     date
	entry    *entry
	silent   bool // a cue that names no speaker: "were told to leave"
	done     bool // spoken for by a change, or the same on both sides
}

// annotate finds the elements of the text, leftmost longest; dates before
// numbers, numbers before phrases.
func (s *side) annotate(x *lexicon) {
	n := len(s.words)
	for i := 0; i < n; {
		w := &s.words[i]
		digit := s.digit(i)
		if w.entry == nil && !w.longer && !digit {
			i++
			continue
		}
		e, to := s.phrase(x, i)
		if digit || e.calendar() {
			if d, end := s.readDate(x, i); end > i {
				s.add(element{kind: kindDate, from: int32(i), to: int32(end), date: d})
				i = end
				continue
			}
		}
		if digit || e.figure() {
			if v, end := s.readNumber(x, i); end > i {
				s.add(element{kind: kindNumber, from: int32(i), to: int32(end), number: v})
				i = end
				continue
			}
		}
		if e == nil {
			i = max(to, i+1)
			continue
		}
		k := kind(0)
		switch e.class {
		case classNegation:
			k = kindNegation
		case classHedge:
			k = kindHedge
		case classLikely:
			if s.imperfect(to) {
				k = kindHedge
			}
		case classQualifier:
			k = kindQualifier
		case classCue:
			k = kindCue
		case classAnonymous:
			k = kindAnonymous
		default:
			if e.field != 0 {
				k = kindField
			}
		}
		if e.relay {
			if at := s.from(to); at > 0 {
				i, to, k, e = at, at+1, kindCue, relayed
			}
		}
		if k != 0 {
			s.add(element{kind: k, from: int32(i), to: int32(to), entry: e, silent: k == kindCue && !s.speaks(i, e)})
		}
		i = to
	}
	s.qualify()
}

// relayed is the cue of a source that another relays.
var relayed = &entry{class: classCue, detail: neutral}

// from is the word "from" that an Arabic verb of relaying takes, within the
// clause, or 0.
func (s *side) from(i int) int {
	for k := i; k < len(s.words) && k < i+6 && !s.clauseBreak(k); k++ {
		if string(s.tokens.Fold(k)) == "عن" {
			return k
		}
	}
	return 0
}

// speaks tells whether the cue at word i is one: "were told to leave" and "has
// not commented" name nobody who says what is told.
func (s *side) speaks(i int, e *entry) bool {
	if i == 0 || s.words[i].sentence != s.words[i-1].sentence || e.detail == denying {
		return true
	}
	switch string(s.tokens.Fold(i - 1)) {
	case "be", "been", "being", "was", "were", "is", "are":
		switch string(s.tokens.Fold(i)) {
		case "told", "informed", "found", "noted":
			return false
		}
	case "not", "never", "no", "لم", "لا", "لن":
		return e.detail != neutral
	}
	return true
}

// phrase is the longest listed phrase that begins with word i, and where it ends.
func (s *side) phrase(x *lexicon, i int) (*entry, int) {
	if w := &s.words[i]; !w.longer {
		return w.entry, i + 1
	}
	return x.phrase(s.tokens, i)
}

func (s *side) add(e element) {
	for k := e.from; k < e.to; k++ {
		s.words[k].element = int32(len(s.elements))
	}
	s.elements = append(s.elements, e)
}

// imperfect tells whether word i is an Arabic verb in the imperfect, by its
// first letter: after qad that means "may".
func (s *side) imperfect(i int) bool {
	if i >= len(s.words) {
		return false
	}
	w := string(s.tokens.Fold(i))
	return strings.HasPrefix(w, "ي") || strings.HasPrefix(w, "ت") || strings.HasPrefix(w, "ن")
}

// qualify ties each qualifier to the number beside it. One that has none is a
// little word ("about the town"), but for "at least", which hedges alone too.
func (s *side) qualify() {
	for k := range s.elements {
		e := &s.elements[k]
		if e.kind != kindQualifier {
			continue
		}
		if k+1 < len(s.elements) {
			if next := &s.elements[k+1]; next.kind == kindNumber && next.from-e.to <= 1 && !s.clauseBreak(int(next.from)) {
				continue
			}
		}
		if k > 0 && (e.entry.detail == low || e.entry.detail == high || e.entry.detail == near) {
			for b := k - 1; b >= 0 && b >= k-3; b-- {
				if prev := &s.elements[b]; prev.kind == kindNumber && e.from-prev.to <= 2 && s.words[prev.from].sentence == s.words[e.from].sentence && e.to-e.from > 1 {
					e.number = prev.number
				}
			}
			if e.number.set {
				continue
			}
		}
		for i := e.from; i < e.to; i++ {
			s.words[i].element = -1
		}
		e.kind = 0
	}
}

// covering is the element that covers word i, or nil.
func (s *side) covering(i int) *element {
	if i < 0 || i >= len(s.words) || s.words[i].element < 0 {
		return nil
	}
	return &s.elements[s.words[i].element]
}

// number is a figure: one value, or a range.
type number struct {
	set     bool
	numeric uint8
	lo, hi  float64
}

func (s *side) digit(i int) bool {
	c := s.figure(i)
	return len(c) > 0 && c[0] >= '0' && c[0] <= '9'
}

// figure is word i without the Arabic letter that may be written before digits.
func (s *side) figure(i int) []byte {
	c := s.tokens.Fold(i)
	if len(c) > 2 && c[2] >= '0' && c[2] <= '9' {
		switch string(c[:2]) {
		case "و", "ب", "ل", "ف", "ك":
			return c[2:]
		}
	}
	return c
}

// digits reads the figure that begins with word i: "14", "14,000", "2.5", "40km",
// "14th". It gives where the figure ends.
func (s *side) digits(i int) (v float64, numeric uint8, to int, ok bool) {
	w := s.figure(i)
	k := 0
	for k < len(w) && k < 15 && w[k] >= '0' && w[k] <= '9' {
		v = v*10 + float64(w[k]-'0')
		k++
	}
	numeric, to = cardinal, i+1
	if k < len(w) {
		switch string(w[k:]) {
		case "st", "nd", "rd", "th":
			numeric = ordinal
		}
		return v, numeric, to, k > 0 && len(w)-k <= 4
	}
	for to < len(s.words) && s.digit(to) {
		w := s.tokens.Fold(to)
		whole := len(w)
		for whole > 0 && w[whole-1] >= '0' && w[whole-1] <= '9' {
			whole--
		}
		if whole > 0 {
			break
		}
		switch s.gap(to) {
		case ",", "٬", "\u00a0", "\u202f":
			if len(w) != 3 {
				return v, numeric, to, true
			}
			for _, c := range w {
				v = v*10 + float64(c-'0')
			}
		case ".", "٫":
			f := 0.1
			for _, c := range w {
				v += float64(c-'0') * f
				f /= 10
			}
			return v, numeric, to + 1, true
		default:
			return v, numeric, to, true
		}
		to++
	}
	return v, numeric, to, true
}

// readNumber reads the number that begins with word i and where it ends, i when
// there is none.
func (s *side) readNumber(x *lexicon, i int) (number, int) {
	v, numeric, to := s.readFigure(x, i)
	if to == i {
		return number{}, i
	}
	n := number{true, numeric, v, v}
	if numeric != cardinal || to >= len(s.words) {
		return n, to
	}
	g := s.gap(to)
	next := to
	switch w := string(s.tokens.Fold(to)); {
	case g == "-" || g == "–" || g == "—" || g == " - " || g == " – ":
	case (w == "to" || w == "الى") && g == " " && to+1 < len(s.words):
		next++
	case w == "and" && to+1 < len(s.words) && i > 0 && string(s.tokens.Fold(i-1)) == "between":
		next++
	case s.tokens.List[to].Script == names.ScriptArabic && s.joined(to) && i > 0 && strings.HasSuffix(string(s.tokens.Fold(i-1)), "بين"):
	default:
		return n, to
	}
	if hi, num, end := s.readFigure(x, next); end > next && num == cardinal && hi > v {
		n.hi = hi
		return n, end
	}
	return n, to
}

func (s *side) readFigure(x *lexicon, i int) (float64, uint8, int) {
	if s.digit(i) {
		v, numeric, to, ok := s.digits(i)
		if !ok {
			return 0, 0, i
		}
		for numeric == cardinal && to < len(s.words) && s.gap(to) == " " {
			e := s.words[to].entry
			if e == nil || e.numeric != cardinal || e.number < 100 || e.number > 1e9 {
				break
			}
			v *= e.number
			to++
		}
		return v, numeric, to
	}
	e, to := s.phrase(x, i)
	if e == nil || e.numeric == 0 {
		return 0, 0, i
	}
	if e.numeric != cardinal {
		return e.number, e.numeric, to
	}
	return s.spelt(x, e, i, to)
}

// spelt reads a number in words, English or Arabic.
func (s *side) spelt(x *lexicon, e *entry, i, to int) (float64, uint8, int) {
	total, part, last := 0.0, e.number, e.number
	if e.number >= 1000 && e.number < 1e9 && e.number != 2000 && e.number != 2e6 {
		total, part = e.number, 0
	}
	for to < len(s.words) {
		at := to
		g := s.gap(at)
		if g != " " && g != "-" {
			break
		}
		and := string(s.tokens.Fold(at)) == "and"
		if and {
			at++
			if last < 100 || at >= len(s.words) {
				break
			}
		}
		if s.digit(at) {
			break
		}
		next, end := s.phrase(x, at)
		if next == nil || next.numeric != cardinal {
			break
		}
		arabic := s.tokens.List[at].Script == names.ScriptArabic
		joined := arabic && s.joined(at)
		v := next.number
		switch {
		case v == 12 && !arabic && end-at == 1 && string(s.tokens.Fold(at)) == "dozen":
			part *= 12
		case v >= 1000:
			if joined {
				total, part = total+part+v, 0
			} else {
				total, part = total+max(part, 1)*v, 0
			}
		case v == 100 && part > 0 && part < 100 && !joined:
			part *= 100
		case arabic && (joined || v == 10 && last < 10):
			part += v
		case !arabic && (last >= 20 && last < 100 && v < 10 || last >= 100):
			part += v
		default:
			return total + part, cardinal, to
		}
		last, to = v, end
	}
	return total + part, cardinal, to
}

// joined tells whether Arabic word i is written with "and".
func (s *side) joined(i int) bool {
	w := string(s.tokens.Fold(i))
	return strings.HasPrefix(w, "و") && w != "واحد" && w != "واحده"
}

// date is what a phrase says of a day; zero fields are not said.
type date struct {
	year                         int
	month, day, weekday, daypart uint8
	relative                     int16
	related                      bool
	clock                        int16 // minutes + 1
}

func (d date) found() bool {
	return d.month > 0 || d.weekday > 0 || d.daypart > 0 || d.related || d.clock > 0 || d.year > 0
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
		case e.daypart > 0 && d.daypart == 0:
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
		return isnad.NewDay(y, monthOf(d.month), int(d.day))
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
