package imprint

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"isnad"
	"isnad/internal/extract/wording"
)

// Date is a date found in a text.
type Date struct {
	Day       isnad.Day
	start     int  // bytes
	End       int  // bytes
	ambiguous bool // day and month may be the other way round
	yearless  bool // the year was taken from the hint
	broken    bool // it has the form of a date, but there is no such day
}

// token is a number, a word or a mark of a text; words are folded.
type token struct {
	text       string
	start, end int
	num        int // -1 when it is no number
	digits     int
}

// dateTokens cuts s into tokens, at most limit of them.
func dateTokens(s string, limit int) []token {
	var out []token
	for i := 0; i < len(s) && len(out) < limit; {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case wording.IsSpace(r) || wording.Unread(r):
			i += n
		case unicode.IsDigit(r):
			j, digits := i, 0
			for j < len(s) {
				r, n := utf8.DecodeRuneInString(s[j:])
				if !unicode.IsDigit(r) {
					break
				}
				j += n
				digits++
			}
			t := token{text: wording.Fold(s[i:j]), start: i, end: j, num: -1, digits: digits}
			if digits <= 4 {
				if v, err := strconv.Atoi(t.text); err == nil {
					t.num = v
				}
			}
			out = append(out, t)
			i = j
		case unicode.IsLetter(r):
			j := i
			for j < len(s) {
				r, n := utf8.DecodeRuneInString(s[j:])
				if !unicode.IsLetter(r) && !unicode.IsMark(r) && !wording.Unread(r) {
					break
				}
				j += n
			}
			out = append(out, token{text: wording.Fold(s[i:j]), start: i, end: j, num: -1})
			i = j
		default:
			out = append(out, token{text: s[i : i+n], start: i, end: i + n, num: -1})
			i += n
		}
	}
	return out
}

// DateAt reads a date at the start of s, white space and a weekday before it
// allowed. A date without a year takes the latest one that is not after hint; without a
// hint it is no date. An ambiguous 3/4/2017 is read day first, as agencies of the region
// print it, unless only the other reading lies within a week of hint.
func DateAt(s string, hint isnad.Day) (Date, bool) {
	toks := dateTokens(s, 16)
	for i := 0; i < 3 && i < len(toks); i++ {
		if d, ok := dateIn(toks[i:], hint); ok {
			d.start = toks[0].start
			return d, true
		}
		if !isWeekday(toks[i].text) && !strings.Contains(",،.", toks[i].text) || i > 0 && isWeekday(toks[i].text) {
			return Date{}, false
		}
	}
	return Date{}, false
}

// LastDate finds the last full date of a short text.
func LastDate(s string, hint isnad.Day) (Date, bool) {
	toks := dateTokens(s, 200)
	var best Date
	found := false
	for i := 0; i < len(toks); {
		d, ok := dateIn(toks[i:], hint)
		if !ok {
			if d, ok = brokenDate(toks[i:]); !ok {
				i++
				continue
			}
		}
		d.start = toks[i].start
		if i > 1 && strings.Contains(",،", toks[i-1].text) && isWeekday(toks[i-2].text) {
			d.start = toks[i-2].start
		} else if i > 0 && isWeekday(toks[i-1].text) {
			d.start = toks[i-1].start
		}
		best, found = d, true
		for i < len(toks) && toks[i].start < d.End {
			i++
		}
	}
	return best, found
}

// brokenDate recognises the form of a full numeric date that names no day: year 0, month 13.
func brokenDate(t []token) (Date, bool) {
	if len(t) < 5 || t[0].num < 0 || t[2].num < 0 || t[4].num < 0 || t[1].text != t[3].text || t[1].text != "/" && t[1].text != "-" {
		return Date{}, false
	}
	for i := 0; i < 4; i++ {
		if t[i].end != t[i+1].start {
			return Date{}, false
		}
	}
	ymd := t[0].digits == 4 && t[2].digits <= 2 && t[4].digits <= 2
	dmy := t[0].digits <= 2 && t[2].digits <= 2 && t[4].digits == 4
	return Date{End: t[4].end, broken: true}, ymd || dmy
}

func dateIn(t []token, hint isnad.Day) (Date, bool) {
	if len(t) == 0 {
		return Date{}, false
	}
	if t[0].num >= 0 {
		if d, ok := numericDate(t, hint); ok {
			return d, true
		}
		return dayFirst(t, hint)
	}
	return monthFirst(t, hint)
}

// numericDate reads 2017-10-24, 24/10/2017, 24.10.2017, 24-10-17.
func numericDate(t []token, hint isnad.Day) (Date, bool) {
	if len(t) < 5 || t[2].num < 0 || t[4].num < 0 || t[1].text != t[3].text || !strings.Contains("-/.", t[1].text) {
		return Date{}, false
	}
	for i := 0; i < 4; i++ { // no white space within
		if t[i].end != t[i+1].start {
			return Date{}, false
		}
	}
	if len(t) > 6 && t[5].text == t[1].text && t[6].num >= 0 && t[5].end == t[6].start && t[4].end == t[5].start {
		return Date{}, false // 1.2.3.4 is an address, not a date
	}
	a, b, c := t[0], t[2], t[4]
	out := Date{End: t[4].end}
	if a.digits == 4 && b.digits <= 2 && c.digits <= 2 {
		d, ok := isnad.NewDay(a.num, time.Month(b.num), c.num)
		out.Day = d
		return out, ok
	}
	if a.digits > 2 || b.digits > 2 || c.digits == 3 || c.digits == 1 {
		return Date{}, false
	}
	year := c.num
	if c.digits == 2 {
		if t[1].text == "." {
			return Date{}, false // as likely a version or a score
		}
		year = 2000 + c.num
		if c.num >= 70 {
			year = 1900 + c.num
		}
	}
	dm, ok1 := isnad.NewDay(year, time.Month(b.num), a.num)
	md, ok2 := isnad.NewDay(year, time.Month(a.num), b.num)
	switch {
	case ok1 && ok2 && dm != md:
		out.Day, out.ambiguous = dm, true
		if !hint.IsZero() {
			near := func(d isnad.Day) bool { n := d.Sub(hint); return n >= -7 && n <= 7 }
			if near(md) != near(dm) {
				out.ambiguous = false
			}
			if near(md) && !near(dm) {
				out.Day = md
			}
		}
	case ok1:
		out.Day = dm
	case ok2 && t[1].text == "/": // only Americans put the month first, and with strokes
		out.Day = md
	default:
		return Date{}, false
	}
	return out, true
}

// dayFirst reads "24 October 2017", "24th of October, 2017", "٢٤ تشرين الأول ٢٠١٧",
// "24 تشرين الأول/أكتوبر 2017".
func dayFirst(t []token, hint isnad.Day) (Date, bool) {
	day := t[0]
	if day.digits > 2 || len(t) < 2 {
		return Date{}, false
	}
	i := 1
	if t[i].start == day.end && ordinal(t[i].text) {
		i++
	}
	if i < len(t) && (t[i].text == "of" || t[i].text == "de" || t[i].text == "من" || t[i].text == "-" || t[i].text == ".") {
		i++
	}
	m, n := monthAt(t[i:])
	if m == 0 {
		return Date{}, false
	}
	i += n
	if i+1 < len(t) && (t[i].text == "/" || t[i].text == "(") { // the month once more in the other manner
		if m2, n2 := monthAt(t[i+1:]); m2 == m {
			i += 1 + n2
			if i < len(t) && t[i].text == ")" {
				i++
			}
		}
	}
	return withYear(t, i, m, day.num, hint)
}

// monthFirst reads "October 24, 2017", "Oct. 24".
func monthFirst(t []token, hint isnad.Day) (Date, bool) {
	m, n := monthAt(t)
	if m == 0 || n >= len(t) {
		return Date{}, false
	}
	i := n
	if t[i].text == "." {
		i++
	}
	if i >= len(t) || t[i].num < 1 || t[i].digits > 2 {
		return Date{}, false
	}
	day := t[i]
	i++
	if i < len(t) && t[i].start == day.end && ordinal(t[i].text) {
		i++
	}
	return withYear(t, i, m, day.num, hint)
}

// withYear reads the year that follows a day and a month, or takes it from hint.
func withYear(t []token, i int, m time.Month, day int, hint isnad.Day) (Date, bool) {
	j := i
	for j < len(t) && j < i+2 && (t[j].text == "," || t[j].text == "." || t[j].text == "،" || t[j].text == "-" || t[j].text == "/" || t[j].text == "de" || t[j].text == "عام" || t[j].text == "سنة") {
		j++
	}
	if j < len(t) && t[j].digits == 4 && t[j].num >= 0 {
		d, ok := isnad.NewDay(t[j].num, m, day)
		end := t[j].end
		if j+1 < len(t) && (t[j+1].text == "г" || t[j+1].text == "года" || t[j+1].text == "م") { // "of the year", "AD"
			end = t[j+1].end
			if j+2 < len(t) && t[j+2].text == "." && t[j+1].text == "г" {
				end = t[j+2].end
			}
		}
		return Date{Day: d, End: end}, ok
	}
	if hint.IsZero() {
		return Date{}, false
	}
	d, ok := isnad.NewDay(hint.Year(), m, day)
	if ok && hint.AddDays(2).Before(d) { // two days of grace: zones, and papers date ahead
		d, ok = isnad.NewDay(hint.Year()-1, m, day)
	}
	return Date{Day: d, End: t[i-1].end, yearless: true}, ok
}

func monthAt(t []token) (time.Month, int) {
	if len(t) == 0 {
		return 0, 0
	}
	if len(t) > 1 {
		if m := monthPair(t[0].text, t[1].text); m != 0 {
			return m, 2
		}
	}
	if m := monthNamed(t[0].text); m != 0 {
		if len(t) > 1 && t[1].text == "." && t[1].start == t[0].end {
			return m, 2
		}
		return m, 1
	}
	return 0, 0
}

func ordinal(s string) bool {
	switch s {
	case "st", "nd", "rd", "th", "er", "го":
		return true
	}
	return false
}
