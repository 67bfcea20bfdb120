package isnad

import (
	"fmt"
	"time"
)

// Day is a calendar day of the proleptic Gregorian calendar without a time
// zone, as a report prints it. The zero Day means that no day is known; its
// text form is the empty string. Days compare with == and order with Before.
type Day struct {
	year       int16
	month, day uint8
}

// The years a report may speak of. Anything outside is a misreading or hostile
// input, and is treated as no date at all.
const (
	FirstYear = 1800
	LastYear  = 2200
)

// NewDay returns the day, and false when there is no such day in the calendar
// or its year lies outside [FirstYear, LastYear].
func NewDay(year int, month time.Month, day int) (Day, bool) {
	if year < FirstYear || year > LastYear || month < 1 || month > 12 || day < 1 || day > 31 {
		return Day{}, false
	}
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day || t.Month() != month {
		return Day{}, false
	}
	return Day{int16(year), uint8(month), uint8(day)}, true
}

// DayOf returns the day of t in t's own location; the zero Day when its year is
// out of range.
func DayOf(t time.Time) Day {
	d, _ := NewDay(t.Year(), t.Month(), t.Day())
	return d
}

// ParseDay reads the form YYYY-MM-DD.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Day{}, fmt.Errorf("reading day %q: %w", s, err)
	}
	d, ok := NewDay(t.Year(), t.Month(), t.Day())
	if !ok {
		return Day{}, fmt.Errorf("reading day %q: year outside %d to %d", s, FirstYear, LastYear)
	}
	return d, nil
}

// IsZero tells whether no day is known.
func (d Day) IsZero() bool { return d == Day{} }

// Time is midnight UTC of the day; the zero time for the zero Day.
func (d Day) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(int(d.year), time.Month(d.month), int(d.day), 0, 0, 0, 0, time.UTC)
}

func (d Day) Year() int             { return int(d.year) }
func (d Day) Month() time.Month     { return time.Month(d.month) }
func (d Day) Day() int              { return int(d.day) }
func (d Day) Weekday() time.Weekday { return d.Time().Weekday() }

// AddDays returns the day n days later, the zero Day when that leaves the range
// of years or when d is zero.
func (d Day) AddDays(n int) Day {
	if d.IsZero() || n > 400*366 || n < -400*366 {
		return Day{}
	}
	return DayOf(d.Time().AddDate(0, 0, n))
}

// Sub returns the number of days from e to d.
func (d Day) Sub(e Day) int { return int(d.Time().Sub(e.Time()) / (24 * time.Hour)) }

// Before tells whether d comes before e.
func (d Day) Before(e Day) bool {
	if d.year != e.year {
		return d.year < e.year
	}
	if d.month != e.month {
		return d.month < e.month
	}
	return d.day < e.day
}

// String is the form YYYY-MM-DD, empty for the zero Day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// MarshalText writes the form of String.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the form of String.
func (d *Day) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Day{}
		return nil
	}
	e, err := ParseDay(string(b))
	if err != nil {
		return err
	}
	*d = e
	return nil
}

// DatePrecision says how closely a date is known, after UCDP GED's date_prec.
type DatePrecision int

const (
	DateUnknown DatePrecision = 0 // no date at all
	DateDay     DatePrecision = 1 // exact day
	DateDays    DatePrecision = 2 // two to six days
	DateWeek    DatePrecision = 3 // a week
	DateMonth   DatePrecision = 4 // eight to thirty-one days
	DateYear    DatePrecision = 5 // more than a month, up to a year
)

// DateBasis names what a date was resolved from.
type DateBasis string

const (
	BasisExplicit  DateBasis = "explicit"  // day, month and year stand in the text
	BasisYearless  DateBasis = "yearless"  // day and month stand there, the year is the nearest before the date line
	BasisWeekday   DateBasis = "weekday"   // "on Monday"
	BasisRelative  DateBasis = "relative"  // "yesterday", "three days ago"
	BasisRange     DateBasis = "range"     // "in late December", "earlier this week"
	BasisDateline  DateBasis = "dateline"  // undated fresh news: the report's own date line
	BasisPublished DateBasis = "published" // undated fresh news: the day of publication
)

// Period is the time of an incident, first and last day included.
type Period struct {
	From      Day           `json:"from"`
	To        Day           `json:"to"`
	Precision DatePrecision `json:"precision"`
	Basis     DateBasis     `json:"basis,omitempty"`
	Words     string        `json:"words,omitempty"` // as written, empty when the basis is dateline or published
}

// IsZero tells whether no time is known.
func (p Period) IsZero() bool { return p.From.IsZero() }

// Distance is the number of days between two periods, 0 when they overlap.
func (p Period) Distance(q Period) int {
	switch {
	case p.To.Before(q.From):
		return q.From.Sub(p.To)
	case q.To.Before(p.From):
		return p.From.Sub(q.To)
	}
	return 0
}

// PrecisionOf returns the precision that a period of these days deserves.
func PrecisionOf(from, to Day) DatePrecision {
	if from.IsZero() {
		return DateUnknown
	}
	switch n := to.Sub(from); {
	case n <= 0:
		return DateDay
	case n < 6:
		return DateDays
	case n < 7:
		return DateWeek
	case n < 31:
		return DateMonth
	}
	return DateYear
}
