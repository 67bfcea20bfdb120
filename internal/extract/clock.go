package extract

import (
	"strings"
	"time"

	"isnad"
	"isnad/internal/extract/imprint"
)

// stampLayouts are the forms of times in metadata, feeds and JSONL.
var stampLayouts = []string{
	time.RFC3339Nano, time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05",
	"2006-01-02T15:04", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05", "2006-01-02 15:04",
	time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST",
	"2 Jan 2006 15:04:05 -0700", time.ANSIC, time.UnixDate, time.RFC850, time.DateOnly, "20060102",
}

// stamp reads a time as a machine writes it, or a date as people do; UTC, the zero
// time when there is none or its year is out of range. A time without a zone is
// taken as UTC.
func stamp(s string) time.Time {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 100 {
		return time.Time{}
	}
	for _, layout := range stampLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return bounded(t)
		}
	}
	if d, ok := imprint.DateAt(s, isnad.Day{}); ok {
		return d.Day.Time()
	}
	return time.Time{}
}

// americanDay reads M/D/YYYY, the manner of the JSONL interface: its field is filled by
// programs that put the month first. Dates in running text are read day first by imprint.DateAt,
// as agencies of the region print them.
func americanDay(s string) (time.Time, bool) {
	t, err := time.Parse("1/2/2006", strings.TrimSpace(s))
	if err != nil {
		return time.Time{}, false
	}
	t = bounded(t)
	return t, !t.IsZero()
}

// bounded is t in UTC, the zero time when no report can have been written then.
func bounded(t time.Time) time.Time {
	t = t.UTC()
	if isnad.DayOf(t).IsZero() {
		return time.Time{}
	}
	return t
}
