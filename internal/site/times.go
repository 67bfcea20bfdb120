package site

import (
	"fmt"
	"time"

	"isnad"
)

// dayWords writes a day as "23 October 2017".
func dayWords(d isnad.Day) string {
	if d.IsZero() {
		return "date unknown"
	}
	return fmt.Sprintf("%d %s %d", d.Day(), d.Month(), d.Year())
}

// momentWords writes a time of UTC; midnight stands for a day without a time.
func momentWords(t time.Time) string {
	if t.IsZero() {
		return "not known"
	}
	t = t.UTC()
	if t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 {
		return t.Format("2 January 2006")
	}
	return t.Format("2 January 2006, 15:04 UTC")
}

// isoTime is what stands in a datetime attribute.
func isoTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// whenWords writes a period as closely as it is known, never closer.
func whenWords(p isnad.Period) string {
	if p.IsZero() {
		return "date unknown"
	}
	if p.To.IsZero() || p.To == p.From || p.To.Before(p.From) {
		return dayWords(p.From)
	}
	a, b := p.From, p.To
	lastOfMonth := b.AddDays(1).Day() == 1
	switch {
	case a.Day() == 1 && lastOfMonth && a.Month() == b.Month() && a.Year() == b.Year():
		return fmt.Sprintf("%s %d", a.Month(), a.Year())
	case a.Day() == 1 && lastOfMonth && a.Month() == 1 && b.Month() == 12 && a.Year() == b.Year():
		return fmt.Sprintf("%d", a.Year())
	case a.Year() == b.Year() && a.Month() == b.Month():
		return fmt.Sprintf("%d–%d %s %d", a.Day(), b.Day(), a.Month(), a.Year())
	case a.Year() == b.Year():
		return fmt.Sprintf("%d %s – %d %s %d", a.Day(), a.Month(), b.Day(), b.Month(), a.Year())
	}
	return dayWords(a) + " – " + dayWords(b)
}

// whenClose says how closely a period is known and from what.
func whenClose(p isnad.Period) string {
	s := ""
	switch p.Precision {
	case isnad.DateDay:
		s = "known to the day"
	case isnad.DateDays:
		s = "within these days, the day is not known"
	case isnad.DateWeek:
		s = "within this week, the day is not known"
	case isnad.DateMonth:
		s = "within these weeks, no closer"
	case isnad.DateYear:
		s = "within this time, no closer"
	default:
		return "no claim says when"
	}
	switch p.Basis {
	case isnad.BasisExplicit:
		s += "; the date stands in a report"
	case isnad.BasisYearless:
		s += "; day and month stand in a report, the year follows from its date"
	case isnad.BasisWeekday:
		s += "; a report names the day of the week"
	case isnad.BasisRelative, isnad.BasisRange:
		s += "; counted from the date of a report"
	case isnad.BasisDateline:
		s += "; taken from the date line of a report"
	case isnad.BasisPublished:
		s += "; taken from the day a report was published"
	}
	return s
}
