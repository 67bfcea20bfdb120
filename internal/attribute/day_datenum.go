package attribute

import (
	"strconv"
	"strings"
	"time"

	"isnad"
)

// Dates written in numbers alone: "12/03/2016", "2016-03-12", "12.3.16".

// numericDate reads 27/09/2013, 02.10.2017 and 2017-10-02; where day and month
// could stand either way round the day comes first, as in all but American use.
func numericDate(s string) (isnad.Day, bool) {
	var v [3]int
	n, k := 0, 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case digit(c):
			v[k] = v[k]*10 + int(c-'0')
			if v[k] > 9999 {
				return isnad.Day{}, false
			}
			n++
		case c == '/' || c == '.' || c == '-':
			if k++; k > 2 || n == 0 {
				return isnad.Day{}, false
			}
			n = 0
		case i >= 8 && k == 2 && n == 4: // "01.10.2017Get": a lost space
			return ymd(v)
		default:
			return isnad.Day{}, false
		}
	}
	if k != 2 || n == 0 {
		return isnad.Day{}, false
	}
	return ymd(v)
}

// otherWayRound is the day with its month for its day, as Americans write, where the
// day as read would lie after the report and that one does not.
func otherWayRound(d, base isnad.Day) isnad.Day {
	if base.IsZero() || !base.AddDays(2).Before(d) {
		return d
	}
	if o, ok := isnad.NewDay(d.Year(), time.Month(d.Day()), int(d.Month())); ok && !base.AddDays(2).Before(o) {
		return o
	}
	return d
}

// shortDate is the day that a log writes without its year, "07/05" or "7/5/24": the last such
// day not after base, day first unless only the other way round lies in the months before it;
// the zero day for none.
func shortDate(s string, base isnad.Day) isnad.Day {
	a, rest, ok := strings.Cut(s, "/")
	if !ok || base.IsZero() {
		return isnad.Day{}
	}
	b, year, _ := strings.Cut(rest, "/")
	x, y := shortNumber(a), shortNumber(b)
	if x == 0 || y == 0 || year != "" && shortNumber(year) != base.Year()%100 {
		return isnad.Day{}
	}
	for _, dm := range [...][2]int{{x, y}, {y, x}} {
		if p := dayOf(base, 0, dm[1], dm[0]); !p.IsZero() && base.Sub(p.From) <= maxTitleAge {
			return p.From
		}
	}
	return isnad.Day{}
}

// shortNumber is the number that one or two digits write, 0 for none.
func shortNumber(s string) int {
	if len(s) == 0 || len(s) > 2 || !digit(s[0]) || !digit(s[len(s)-1]) {
		return 0
	}
	n := int(s[0] - '0')
	if len(s) > 1 {
		n = 10*n + int(s[1]-'0')
	}
	return n
}

func ymd(v [3]int) (isnad.Day, bool) {
	d, m, y := v[0], v[1], v[2]
	if v[0] >= 1900 {
		y, m, d = v[0], v[1], v[2]
	}
	if y < 1900 || y > 2100 {
		return isnad.Day{}, false
	}
	if m > 12 {
		d, m = m, d
	}
	return isnad.NewDay(y, time.Month(m), d)
}

// hyphenDate reads 26-01-2016, whose parts are items of their own.
func (f *field) hyphenDate(i, to int) (isnad.Day, int, bool) {
	if i+4 >= to && i+5 > len(f.items) {
		return isnad.Day{}, 0, false
	}
	if i+4 >= len(f.items) || i+4 >= to {
		return isnad.Day{}, 0, false
	}
	if f.word(i+1) != "-" || f.word(i+3) != "-" || f.items[i+4].end-f.items[i].start > 12 {
		return isnad.Day{}, 0, false
	}
	d, ok := numericDate(f.text[f.items[i].start:f.items[i+4].end])
	return d, 5, ok
}

// namedMonth reads a day with its month by name and maybe its year in one item, "27-April", "27-Apr-2018"; full
// tells that it has the year.
func (f *field) namedMonth(base isnad.Day, i int) (p isnad.Period, full bool) {
	day, rest, ok := strings.Cut(f.word(i), "-")
	n, err := strconv.Atoi(day)
	if !ok || err != nil || n < 1 || n > 31 {
		return p, false
	}
	month, year, full := strings.Cut(rest, "-")
	mon := monthNamed(month)
	if mon == 0 {
		return p, false
	}
	y := 0
	if full {
		if y, err = strconv.Atoi(year); err != nil || y < 1900 || y > 2100 {
			return p, false
		}
	} else {
		y = f.years.of(base, mon, n)
	}
	return dayOf(base, y, mon, n), full
}

// monthNamed is the number of a month by its name, or the first letters of it; 0 for none.
func monthNamed(w string) int {
	if len(w) < 3 {
		return 0
	}
	for m := time.January; m <= time.December; m++ {
		if strings.HasPrefix(strings.ToLower(m.String()), w) {
			return int(m)
		}
	}
	return 0
}
