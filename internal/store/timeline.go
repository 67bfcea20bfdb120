package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"isnad"
)

// Bin is the incidents of a stretch of time.
type Bin struct {
	From      isnad.Day
	Incidents int
	Killed    isnad.Bounds // sums of the lows and of the highs
	Injured   isnad.Bounds
}

// Timeline counts the incidents that q selects by "day", "week" (from Monday),
// "month" or "year", in the order of time. An incident counts where its period
// begins; those without a date are left out, and so are bins without incidents.
func (s *Store) Timeline(ctx context.Context, q IncidentQuery, unit string) (bins []Bin, err error) {
	start, err := binStart(unit)
	if err != nil {
		return nil, fmt.Errorf("making the timeline: %w", err)
	}
	err = s.read(ctx, func(c *conn) error {
		w, none, err := c.incidentConditions(q)
		if err != nil || none {
			return err
		}
		w.add("i.day_from > ?", noDay)
		return c.each(func(row *sql.Rows) error {
			var day int64
			var b Bin
			var killed, injured int
			if err := row.Scan(&day, &b.Incidents, &b.Killed.Low, &b.Killed.High, &killed, &b.Injured.Low, &b.Injured.High, &injured); err != nil {
				return err
			}
			b.From, b.Killed.Known, b.Injured.Known = start(dayOf(day)), killed > 0, injured > 0
			if n := len(bins); n > 0 && bins[n-1].From == b.From {
				bins[n-1].add(b)
			} else {
				bins = append(bins, b)
			}
			return nil
		}, `SELECT i.day_from, count(*), CAST(sum(i.killed_low) AS BIGINT), CAST(sum(i.killed_high) AS BIGINT), sum(i.killed_known),
			CAST(sum(i.injured_low) AS BIGINT), CAST(sum(i.injured_high) AS BIGINT), sum(i.injured_known)
			FROM incidents i WHERE `+w.String()+` GROUP BY i.day_from ORDER BY i.day_from`, w.args...)
	})
	if err != nil {
		return nil, fmt.Errorf("making the timeline: %w", err)
	}
	return bins, nil
}

func (b *Bin) add(c Bin) {
	b.Incidents += c.Incidents
	b.Killed = isnad.Bounds{Low: b.Killed.Low + c.Killed.Low, High: b.Killed.High + c.Killed.High, Known: b.Killed.Known || c.Killed.Known}
	b.Injured = isnad.Bounds{Low: b.Injured.Low + c.Injured.Low, High: b.Injured.High + c.Injured.High, Known: b.Injured.Known || c.Injured.Known}
}

// binStart returns the function from a day to the first day of its bin.
func binStart(unit string) (func(isnad.Day) isnad.Day, error) {
	first := func(year int, month time.Month) isnad.Day {
		d, _ := isnad.NewDay(year, month, 1)
		return d
	}
	switch unit {
	case "day":
		return func(d isnad.Day) isnad.Day { return d }, nil
	case "week":
		return func(d isnad.Day) isnad.Day { return d.AddDays(-(int(d.Weekday()) + 6) % 7) }, nil
	case "month":
		return func(d isnad.Day) isnad.Day { return first(d.Year(), d.Month()) }, nil
	case "year":
		return func(d isnad.Day) isnad.Day { return first(d.Year(), 1) }, nil
	}
	return nil, fmt.Errorf("%w: no unit of time %.40q", ErrQuery, unit)
}
