package arabic

import (
	"time"

	"isnad"
)

// dateMention is a time told in the tokens [from, to).
type dateMention struct {
	from, to int
	period   isnad.Period
	since    bool
}

// dates finds the times told in the tokens [from, to).
func (d *doc) dates(f *field, from, to int, into []dateMention) []dateMention {
	for i := from; i < to; {
		if f.toks[i].skip {
			i++
			continue
		}
		m, ok := d.dateAt(f, i, to)
		if !ok {
			i++
			continue
		}
		m.period.Words = f.written(m.from, m.to)
		m.since = i > from && f.toks[i-1].is(tSince) || i > from+1 && f.toks[i-2].is(tSince) && f.toks[i-1].is(tUnit|tDayPart)
		into = append(into, m)
		i = max(m.to, i+1)
	}
	return into
}

func day(d isnad.Day, basis isnad.DateBasis) isnad.Period {
	return isnad.Period{From: d, To: d, Precision: isnad.DateDay, Basis: basis}
}

func span(a, b isnad.Day, basis isnad.DateBasis) isnad.Period {
	return isnad.Period{From: a, To: b, Precision: isnad.PrecisionOf(a, b), Basis: basis}
}

// dateAt reads a time that begins at token i.
func (d *doc) dateAt(f *field, i, to int) (dateMention, bool) {
	t := &f.toks[i]
	if t.is(tDigits) || t.is(tOrd) && (t.det || t.phrase > 1) || t.is(tNum) && !t.det {
		if p, e, ok := d.calendar(f, i, to); ok {
			return dateMention{from: i, to: e, period: p}, true
		}
		if t.is(tDigits) {
			return dateMention{}, false
		}
	}
	switch {
	case t.is(tRelDay):
		return d.relativeDay(f, i, to)
	case t.is(tWday) && t.e.rel == 0 && (t.det || i > 0 && f.toks[i-1].core == "يوم"):
		return d.weekday(f, i, to)
	case t.is(tMonth):
		return d.monthAlone(f, i, to)
	case t.core == "ساعات" && t.det || t.core == "ساعه" && i > 0 && f.toks[i-1].is(tNum):
		return d.pastHours(f, i, to)
	case t.is(tAgo):
		return d.ago(f, i, to)
	case t.is(tUnit) && t.det && i+1 < to && (f.toks[i+1].is(tPast)):
		return d.pastUnit(f, i)
	case t.is(tDayPart) && i+1 < to:
		if f.toks[i+1].is(tRelDay|tWday) || f.toks[i+1].core == "يوم" {
			k := i + 1
			if f.toks[k].core == "يوم" {
				k++
			}
			if k < to && !f.toks[k].skip {
				if m, ok := d.dateAt(f, k, to); ok && m.to > k {
					m.from = i
					return m, true
				}
			}
		}
	}
	return dateMention{}, false
}

// calendar reads "10 أيلول 2015", "25 أيار/مايو", "14/2/2016".
func (d *doc) calendar(f *field, i, to int) (isnad.Period, int, bool) {
	t := &f.toks[i]
	n := t.num
	k := i + 1
	if t.is(tDigits) && k+1 < to && (f.mark(k) == '/' || f.mark(k) == '-' || f.mark(k) == '.') && f.toks[k].start == t.end && f.toks[k+1].is(tDigits) && f.toks[k+1].start == f.toks[k].end {
		return d.slashed(f, i, to)
	}
	if t.is(tOrd) && t.det || t.is(tOrd) && t.phrase > 1 {
		n, k = t.e.ord, i+int(t.phrase)
		if k < to && f.toks[k].conj && f.toks[k].is(tOrd) && f.toks[k].e.ord >= 20 && n < 10 {
			n += f.toks[k].e.ord
			k++
		}
		if k < to && f.toks[k].core == "عشر" && n < 10 {
			n += 10
			k++
		}
	} else if !t.is(tDigits) {
		v, e, vague, ok := f.value(i, to)
		if !ok || vague {
			return isnad.Period{}, 0, false
		}
		n, k = v, e
	}
	if n < 1 || n > 31 || k >= to {
		return isnad.Period{}, 0, false
	}
	if c := f.toks[k].core; c == "من" || c == "شهر" {
		k++
	}
	if k < to && f.toks[k].core == "شهر" {
		k++
	}
	if k >= to || !f.toks[k].is(tMonth) || f.toks[k].skip {
		return isnad.Period{}, 0, false
	}
	m := f.toks[k].e.month
	k += int(f.toks[k].phrase)
	k = f.otherMonth(k, to)
	y, e := f.year(k, to)
	return d.dayOf(y, m, n, e, basisOf(y))
}

func basisOf(year int) isnad.DateBasis {
	if year > 0 {
		return isnad.BasisExplicit
	}
	return isnad.BasisYearless
}

// otherMonth passes the month's other name: "أيار/مايو", "أيلول (سبتمبر)".
func (f *field) otherMonth(k, to int) int {
	if m := f.mark(k); (m == '/' || m == '(' || m == '-') && k+1 < to && f.toks[k+1].is(tMonth) {
		k += 1 + int(f.toks[k+1].phrase)
		if f.mark(k) == ')' {
			k++
		}
	} else if k < to && f.toks[k].is(tMonth) && !f.toks[k].conj {
		k += int(f.toks[k].phrase)
	}
	return min(k, to)
}

// year reads a year at token k, 0 for none, and where it ends.
func (f *field) year(k, to int) (int, int) {
	e := k
	if m := f.mark(e); m == '،' || m == ',' {
		e++
	}
	for n := 0; n < 2 && e < to && (f.toks[e].core == "عام" || f.toks[e].core == "سنه" || f.toks[e].core == "من"); n++ {
		e++
	}
	if e < to && f.toks[e].is(tNum) && f.toks[e].is(tDigits) && f.toks[e].num >= 1900 && f.toks[e].num < 2100 {
		return f.toks[e].num, e + 1
	}
	if k < to && f.toks[k].is(tPast) {
		return 0, k + 1
	}
	return 0, k
}

func (d *doc) dayOf(y, m, n, end int, basis isnad.DateBasis) (isnad.Period, int, bool) {
	if y > 0 {
		v, ok := isnad.NewDay(y, time.Month(m), n)
		return day(v, basis), end, ok
	}
	if d.base.IsZero() {
		return isnad.Period{}, 0, false
	}
	for _, y := range [...]int{d.base.Year(), d.base.Year() - 1} {
		if v, ok := isnad.NewDay(y, time.Month(m), n); ok && v.Sub(d.base) <= 3 {
			return day(v, basis), end, true
		}
	}
	return isnad.Period{}, 0, false
}

func (d *doc) slashed(f *field, i, to int) (isnad.Period, int, bool) {
	var n [3]int
	c, k := 0, i
	for k < to && c < 3 && f.toks[k].is(tDigits) {
		n[c] = f.toks[k].num
		c++
		if m := f.mark(k + 1); c < 3 && (m == '/' || m == '-' || m == '.') && k+2 < to && f.toks[k+1].start == f.toks[k].end && f.toks[k+2].is(tDigits) && f.toks[k+2].start == f.toks[k+1].end {
			k += 2
			continue
		}
		k++
		break
	}
	if c != 3 {
		return isnad.Period{}, 0, false // "14/2" may be anything
	}
	if n[0] >= 1900 {
		n[0], n[2] = n[2], n[0]
	}
	if n[1] > 12 && n[0] <= 12 {
		n[0], n[1] = n[1], n[0]
	}
	if n[2] < 1900 || n[1] < 1 || n[1] > 12 {
		return isnad.Period{}, 0, false
	}
	return d.dayOf(n[2], n[1], n[0], k, isnad.BasisExplicit)
}

// relativeDay reads today, yesterday and the like, with the weekday that may
// stand beside them.
func (d *doc) relativeDay(f *field, i, to int) (dateMention, bool) {
	t := &f.toks[i]
	m := dateMention{from: i, to: i + int(t.phrase)}
	switch t.e.rel {
	case relToday:
		m.period = day(d.base, isnad.BasisRelative)
	case relYesterday:
		m.period = day(d.base.AddDays(-1), isnad.BasisRelative)
	case relBefore:
		m.period = day(d.base.AddDays(-2), isnad.BasisRelative)
	case relNight:
		m.period = span(d.base.AddDays(-1), d.base, isnad.BasisRelative)
	case relNext, relSame:
		if d.lastDay.IsZero() {
			return m, false
		}
		m.period = d.lastDay
		if t.e.rel == relNext {
			m.period = day(d.lastDay.To.AddDays(1), isnad.BasisRelative)
		}
	}
	if d.base.IsZero() && t.e.rel < relNext {
		return m, false
	}
	for m.to < to && !f.toks[m.to].skip {
		n := &f.toks[m.to]
		if n.is(tWday) && n.det && !n.conj {
			// "yesterday, Saturday": the weekday rules when the base is off by a day
			if w, ok := d.lastWeekday(n.e.wday); ok && (t.e.rel == relToday || t.e.rel == relYesterday) {
				if diff := m.period.From.Sub(w); diff > 0 && diff <= 2 || diff < 0 && diff >= -2 {
					m.period = day(w, isnad.BasisWeekday)
				}
			}
			m.to++
			continue
		}
		if n.is(tRelDay) && n.e.rel == relYesterday || n.is(tDayPart) {
			if n.is(tRelDay) && t.e.rel == relToday {
				break
			}
			m.to++
			continue
		}
		if p, e, ok := d.calendar(f, m.to, to); ok && (n.is(tDigits)) {
			m.period, m.to = p, e
		} else if f.mark(m.to) == '(' && m.to+2 < to && f.toks[m.to+1].is(tWday) && f.mark(m.to+2) == ')' {
			m.to += 3
		}
		break
	}
	return m, true
}

// lastWeekday is the latest such day that is not after the base.
func (d *doc) lastWeekday(w int) (isnad.Day, bool) {
	if d.base.IsZero() {
		return isnad.Day{}, false
	}
	back := (int(d.base.Weekday()) - w + 7) % 7
	return d.base.AddDays(-back), true
}

func (d *doc) weekday(f *field, i, to int) (dateMention, bool) {
	t := &f.toks[i]
	m := dateMention{from: i, to: i + 1}
	v, ok := d.lastWeekday(t.e.wday)
	if k := i + 1; k < to {
		n := &f.toks[k]
		switch {
		case n.is(tPast):
			if ok && v == d.base {
				v = v.AddDays(-7)
			}
			m.to++
		case n.is(tWday) && n.det && (!n.conj || i > 0 && f.toks[i-1].is(tDayPart)) && n.e.wday == (t.e.wday+1)%7:
			b, ok := d.lastWeekday(n.e.wday) // "the night of Monday to Tuesday"
			m.period, m.to = span(b.AddDays(-1), b, isnad.BasisWeekday), k+1
			return m, ok
		case n.norm == "في" || n.is(tDigits) || f.mark(k) == '،' || f.mark(k) == '(':
			if n.norm == "في" || n.is(tPunct) {
				k++
			}
			if k < to && f.toks[k].is(tDigits) {
				if p, e, ok := d.calendar(f, k, to); ok {
					m.period, m.to = p, e
					return m, true
				}
			}
		}
	}
	m.period = day(v, isnad.BasisWeekday)
	return m, ok
}

// monthAlone reads a month without a day: all of it.
func (d *doc) monthAlone(f *field, i, to int) (dateMention, bool) {
	t := &f.toks[i]
	before := ""
	if i > 0 {
		before = f.toks[i-1].core
	}
	k := f.otherMonth(i+int(t.phrase), to)
	y, e := f.year(k, to)
	asked := before == "في" || before == "شهر" || before == "منذ" || before == "مطلع" || before == "اواخر" || before == "نهايه" || before == "منتصف" || before == "خلال"
	if y == 0 && !asked || t.is(tShyMonth) && y == 0 && before != "شهر" || t.prep != 0 {
		return dateMention{}, false
	}
	if y == 0 {
		if d.base.IsZero() {
			return dateMention{}, false
		}
		y = d.base.Year()
		if first, _ := isnad.NewDay(y, time.Month(t.e.month), 1); first.Sub(d.base) > 0 {
			y--
		}
	}
	first, ok := isnad.NewDay(y, time.Month(t.e.month), 1)
	last := isnad.DayOf(first.Time().AddDate(0, 1, -1))
	switch before {
	case "مطلع":
		last = first.AddDays(9)
	case "اواخر", "نهايه":
		first = last.AddDays(-9)
	}
	if !d.base.IsZero() && d.base.Before(last) && !d.base.Before(first) {
		last = d.base
	}
	return dateMention{from: i, to: e, period: span(first, last, isnad.BasisRange)}, ok
}

// ago reads "two days ago", "a week ago".
func (d *doc) ago(f *field, i, to int) (dateMention, bool) {
	k := i + 1
	n := 1
	if k < to {
		if v, e, vague, ok := f.value(k, to); ok && !vague && v < 400 {
			n, k = v, e
		}
	}
	if k >= to || !f.toks[k].is(tUnit) || f.toks[k].det || d.base.IsZero() {
		return dateMention{}, false
	}
	if w := f.toks[k].core; len(w) > 4 && w[len(w)-4:] == "ين" && w != "سنين" && n == 1 {
		n = 2
	}
	u := f.toks[k].e.unit
	at := d.base.AddDays(-n * u)
	p := day(at, isnad.BasisRelative)
	if u >= 7 {
		p = span(at.AddDays(-u/4), at.AddDays(u/4), isnad.BasisRange)
	}
	return dateMention{from: i, to: k + 1, period: p}, !at.IsZero()
}

// pastUnit reads "last week", "the past month".
func (d *doc) pastUnit(f *field, i int) (dateMention, bool) {
	if d.base.IsZero() {
		return dateMention{}, false
	}
	m := dateMention{from: i, to: i + 2}
	b := d.base
	switch f.toks[i].e.unit {
	case 7:
		m.period = span(b.AddDays(-7), b.AddDays(-1), isnad.BasisRange)
	case 30:
		first := isnad.DayOf(time.Date(b.Year(), b.Month()-1, 1, 0, 0, 0, 0, time.UTC))
		m.period = span(first, isnad.DayOf(first.Time().AddDate(0, 1, -1)), isnad.BasisRange)
	case 365:
		first, _ := isnad.NewDay(b.Year()-1, 1, 1)
		m.period = span(first, first.AddDays(364), isnad.BasisRange)
	default:
		return m, false
	}
	return m, true
}

// pastHours reads "the past twenty-four hours".
func (d *doc) pastHours(f *field, i, to int) (dateMention, bool) {
	for k := i + 1; k < to && k < i+5; k++ {
		if f.toks[k].is(tPast) {
			return dateMention{from: i, to: k + 1, period: span(d.base.AddDays(-1), d.base, isnad.BasisRelative)}, !d.base.IsZero()
		}
		if !f.toks[k].is(tNum) {
			break
		}
	}
	return dateMention{}, false
}
