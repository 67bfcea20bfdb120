package attribute

import "isnad"

// What has gone on since a day of this week was done between that day and the one on which it is told:
// "Since Wednesday clashes have left 23 people dead, the governor said on Friday".

// maxSinceDay is how many days such a time lasts at most.
const maxSinceDay = 3

// sinceDay is the time since the day that the frame of a claim counts from.
func (d *doc) sinceDay(f *field, fr *frame) (isnad.Period, bool) {
	s := fr.since
	if s == nil || d.base.IsZero() || s.period.From != s.period.To || f.word(s.from-1) != "since" && (s.from < 2 || f.word(s.from-2) != "since") {
		return isnad.Period{}, false
	}
	end := d.base
	if m := fr.date; m != nil {
		if !m.said || m.period.From != m.period.To {
			return isnad.Period{}, false
		}
		end = m.period.To
	}
	if n := end.Sub(s.period.From); n < 1 || n > maxSinceDay {
		return isnad.Period{}, false
	}
	return period(s.period.From, end, s.period.Basis, s.period.Words), true
}
