package attribute

import (
	"strings"

	"isnad"
)

// Days are counted back from others: "a week after the raid, on Tuesday", "a year ago Sunday".

// countedBack counts "a week after", where a sentence opens with it, from the day that the sentence
// names behind that clause: "A day after a gunman shot five people, flowers lay there on Tuesday".
func (f *field) countedBack(lead int, out []dateMention) {
	for i := range out {
		m := &out[i]
		if !m.after || m.back == 0 || m.from > lead+2 {
			continue
		}
		for j := i + 1; j < len(out); j++ {
			x := &out[j]
			if x.line || x.since || x.rough || x.period.From != x.period.To || !f.commaIn(m.to, x.from) {
				continue
			}
			day := x.period.From.AddDays(-m.back)
			m.period = period(day, day, isnad.BasisRelative, m.period.Words)
			return
		}
		return
	}
}

// commaIn tells whether a comma stands in the items [a, b).
func (f *field) commaIn(a, b int) bool {
	for k := a; k < b; k++ {
		if f.word(k) == "," {
			return true
		}
	}
	return false
}

// yearsBack reads "a year ago Sunday", "two years ago today", "a year to the day" at item i: the day,
// and where it ends; i for none.
func (f *field) yearsBack(base isnad.Day, i, to int) (isnad.Day, int) {
	n, k := 0, i
	switch w := f.word(i); {
	case w == "a year ago":
		n, k = 1, i+1
	case (w == "a" || w == "one" || f.items[i].is(tNum)) && i+3 < to && strings.HasPrefix(f.word(i+1), "year"):
		if n = 1; f.items[i].is(tNum) {
			n = f.items[i].num
		}
		switch k = i + 2; {
		case f.word(k) == "ago":
			k++
		case f.word(k) == "to" && k+2 < to && f.word(k+1) == "the" && f.word(k+2) == "day":
			if !f.lastDay.IsZero() && base.Sub(f.lastDay) >= 0 && base.Sub(f.lastDay) <= 7 {
				base = f.lastDay
			}
			d, _ := isnad.NewDay(base.Year()-n, base.Month(), base.Day())
			return d, k + 3
		default:
			return isnad.Day{}, i
		}
	default:
		return isnad.Day{}, i
	}
	if k >= to || n < 1 || n > 100 {
		return isnad.Day{}, i
	}
	d := base
	switch it := &f.items[k]; {
	case it.is(tWeekday) && it.is(tCap):
		d = base.AddDays(-((int(base.Weekday()) - it.num + 7) % 7))
	case f.word(k) != "today":
		return isnad.Day{}, i
	}
	y, ok := isnad.NewDay(d.Year()-n, d.Month(), d.Day())
	if !ok {
		return isnad.Day{}, i
	}
	return y, k + 1
}
