package attribute

import (
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
