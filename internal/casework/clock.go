package casework

import (
	"slices"
	"time"

	"isnad"
)

// Term is a number of days in which something is to be done. The day of what
// sets it off is not counted. The zero Term sets no time.
type Term struct {
	Days    int
	Working bool // only days on which people work are counted
}

// Set tells whether the term sets any time.
func (t Term) Set() bool { return t.Days > 0 }

// maxTermDays bounds what is counted day by day, so that a term of a thousand
// years, or a calendar of holidays only, comes to an end.
const maxTermDays = 4000

// End is the last second of the last day of a term that from sets off, in UTC.
func (r Rules) End(from time.Time, t Term) time.Time {
	return r.lastSecond(r.day(from, t))
}

// After is the first moment at which all days of the term are over.
func (r Rules) After(from time.Time, t Term) time.Time {
	return r.End(from, t).Add(time.Second)
}

// Working tells whether people work on a day.
func (r Rules) Working(d isnad.Day) bool {
	return !slices.Contains(r.Weekend, d.Weekday()) && !slices.Contains(r.Holidays, d)
}

// day is the last day of a term, in the zone of the rules.
func (r Rules) day(from time.Time, t Term) isnad.Day {
	d := isnad.DayOf(from.In(r.zone()))
	if !t.Working {
		return d.AddDays(min(max(t.Days, 0), maxTermDays))
	}
	left := t.Days
	for n := 0; left > 0 && n < maxTermDays; n++ {
		d = d.AddDays(1)
		if r.Working(d) {
			left--
		}
	}
	return d
}

func (r Rules) lastSecond(d isnad.Day) time.Time {
	// The day after, less a second: a day on which clocks are changed has not 24 hours.
	return time.Date(d.Year(), d.Month(), d.Day()+1, 0, 0, 0, 0, r.zone()).Add(-time.Second).UTC()
}

func (r Rules) zone() *time.Location {
	if r.Zone == nil {
		return time.UTC
	}
	return r.Zone
}
