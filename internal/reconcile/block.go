package reconcile

import (
	"math"
	"time"

	"isnad"
)

// Block is where the incidents stand that a claim may belong to: the store asks
// for the claims of incidents that meet it.
type Block struct {
	From, To                       isnad.Day // days, both included
	Country                        string    // ISO code, empty for anywhere
	MinLat, MaxLat, MinLon, MaxLon float64   // all zero when the claim has no drawable place
	Province                       string    // Place ID, for claims known to a province only
	Events                         []isnad.Event
}

const (
	// blockDays is how far a block reaches beyond the days of the claim: an
	// incident's days are those of its tightest claim, a day or two off others'.
	blockDays = reach + 2
	// blockDegrees is how far it reaches beyond the place: two squares of the
	// index, and as much again as the claims of one incident may lie apart.
	blockDegrees = 2*cellSize + 0.5
	// longest is the time, in days, that a claim may leave open and still be
	// looked for in the archive; anything longer would meet half of it.
	longest = 31
	// longestWide is the same for a claim known to a country or less.
	longestWide = 7
)

// BlockOf returns the block of a claim, wide enough that no group that Assign
// would choose lies outside it. A claim without a date, or with one that says
// next to nothing, is not looked for in the archive: its block is a day long
// before every incident, and Assign leaves known groups alone for it. Kinds are
// left open, since tellers of one incident often disagree on it.
func BlockOf(c *isnad.Claim) Block {
	return newView(c, nil).block()
}

func (v *view) block() Block {
	c := v.claim
	if !v.sought() {
		d, _ := isnad.NewDay(isnad.FirstYear, time.January, 1)
		return Block{From: d, To: d}
	}
	w := c.When
	to := w.To
	if to.IsZero() || to.Before(w.From) {
		to = w.From
	}
	b := Block{From: shift(w.From, -blockDays), To: shift(to, blockDays), Country: c.Place.Country}
	switch {
	case v.pinned:
		b.MinLat, b.MaxLat = v.lat-blockDegrees, v.lat+blockDegrees
		stretch := blockDegrees / math.Max(0.2, math.Cos(v.lat*math.Pi/180))
		b.MinLon, b.MaxLon = v.lon-stretch, v.lon+stretch
	default:
		b.Province = c.Place.Province
	}
	return b
}

// shift is AddDays that stays where the calendar ends.
func shift(d isnad.Day, n int) isnad.Day {
	if e := d.AddDays(n); !e.IsZero() {
		return e
	}
	return d
}

// sought tells whether the claim is looked for among known incidents.
func (v *view) sought() bool {
	if !v.dated {
		return false
	}
	if v.pinned || v.claim.Place.Province != "" {
		return v.to-v.from <= longest
	}
	return v.to-v.from <= longestWide
}

// Holds tells whether an incident of that time and place lies within the block, as the
// store reads it: what an incident does not tell is no reason to leave it out, but one
// without a day is not found.
func (b *Block) Holds(when isnad.Period, p *isnad.Where) bool {
	if when.From.IsZero() || when.To.Before(b.From) || b.To.Before(when.From) {
		return false
	}
	if b.Country != "" && p.Country != "" && p.Country != b.Country {
		return false
	}
	if b.MinLat != b.MaxLat {
		return p.Lat == nil || p.Lon == nil || *p.Lat >= b.MinLat && *p.Lat <= b.MaxLat && *p.Lon >= b.MinLon && *p.Lon <= b.MaxLon
	}
	return b.Province == "" || p.Province == "" || p.Province == b.Province
}

// meets tells whether a known incident, whose time and place were summed when its cluster
// was made, lies within the block of v. What the store would not find for v is not
// chosen for it, so that an assignment does not depend on what else was loaded.
func (c *cluster) meets(v *view) bool {
	if !v.sought() {
		return false
	}
	b := v.block()
	return b.Holds(c.when, &c.where)
}
