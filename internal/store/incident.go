package store

import (
	"slices"

	"isnad"
)

const (
	noDay     = -1_000_000 // stands for an unknown day
	wideDays  = 14         // periods longer than this are looked for apart
	widestDay = 400        // no period counts as longer when incidents are looked for
)

// dayNumber counts days from 1970-01-01.
func dayNumber(d isnad.Day) int64 {
	if d.IsZero() {
		return noDay
	}
	return d.Time().Unix() / 86400
}

func dayOf(n int64) isnad.Day {
	if n == noDay {
		return isnad.Day{}
	}
	d, _ := isnad.NewDay(1970, 1, 1)
	return d.AddDays(int(n))
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

func nullable(f *float64) any {
	if f == nil {
		return nil
	}
	return *f
}

func incidentRefs(i *isnad.Incident) [][2]string {
	var out [][2]string
	add := func(class, ref string) {
		if r := [2]string{class, short(ref)}; ref != "" && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	for _, p := range placeRefs(i.Place) {
		add(classPlace, p)
	}
	for _, a := range i.Actors {
		add(classParty, a.ID)
	}
	for _, s := range i.BySource {
		add(classSource, s.Source)
		for _, o := range s.Outlets {
			add(classSource, o)
		}
	}
	return out
}
