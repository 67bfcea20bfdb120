package reconcile

import (
	"math"

	"isnad/internal/names"
)

// spot is a stretch of time and an area that clusters are found by.
type spot struct {
	day  int32 // days since 1970-01-01; for longer times anyMonth + the 30 days they touch
	area uint64
}

const (
	anyMonth  = 1 << 24
	never     = 1 << 25 // no date
	longDays  = 7       // a longer time stands under months
	maxMonths = 14
	reach     = 3   // days looked to either side
	crowd     = 120 // clusters of one spot that are looked at, newest first
	crowds    = 500 // and of all spots of one claim
	anywhere  = 1
	noPlace   = 2
)

// index finds the clusters near a claim.
type index struct {
	at   map[spot][]int32
	line map[uint64][]int32
	in   map[uint64][]int32 // by report
	days [64]uint64         // a bit for what the days that anything stands under leave by 4,096
	seen []int32            // by cluster: the last query that met it
	turn int32
}

func newIndex() *index {
	return &index{at: map[spot][]int32{}, line: map[uint64][]int32{}, in: map[uint64][]int32{}}
}

func push(m map[spot][]int32, k spot, c int32) {
	l := m[k]
	if n := len(l); n > 0 && l[n-1] == c {
		return
	}
	m[k] = append(l, c)
}

func pushHash(m map[uint64][]int32, k uint64, c int32) {
	l := m[k]
	if n := len(l); n > 0 && l[n-1] == c {
		return
	}
	m[k] = append(l, c)
}

// add makes cluster c findable by its member v.
func (x *index) add(v *view, c int32) {
	for int(c) >= len(x.seen) {
		x.seen = append(x.seen, 0)
	}
	var here [8]uint64
	var days [16]int32
	areas := v.areas(here[:0])
	for _, d := range v.times(days[:0], 0) {
		x.days[d>>6&63] |= 1 << (d & 63)
		for _, a := range areas {
			push(x.at, spot{d, a}, c)
		}
	}
	if v.line != 0 {
		pushHash(x.line, v.line, c)
	}
	pushHash(x.in, v.report, c)
}

// near calls fn once for every cluster that v may belong to.
func (x *index) near(v *view, fn func(c int32)) {
	x.turn++
	left := crowds
	visit := func(l []int32) {
		for i, n := len(l)-1, 0; i >= 0 && n < crowd && left > 0; i, n = i-1, n+1 {
			if c := l[i]; x.seen[c] != x.turn {
				x.seen[c] = x.turn
				left--
				fn(c)
			}
		}
	}
	visit(x.in[v.report])
	if v.line != 0 {
		visit(x.line[v.line])
	}
	if !v.dated && !v.place {
		return
	}
	var here [16]uint64
	var days [64]int32
	areas := v.around(here[:0])
	for _, d := range v.times(days[:0], reach) {
		if x.days[d>>6&63]>>(d&63)&1 == 0 {
			continue // nothing stands under it wherever it is
		}
		for _, a := range areas {
			visit(x.at[spot{d, a}])
		}
	}
}

// times are the days a claim stands under, widened by some days when it is
// looked up: its days when they are few, else the months it touches. Whoever
// looks up a day looks at the months that hold it too, and the other way round.
func (v *view) times(dst []int32, widen int) []int32 {
	if !v.dated {
		return append(dst, never)
	}
	from, to := v.from-widen, v.to+widen
	long := v.to-v.from >= longDays
	if !long || widen > 0 && v.to-v.from <= 31 {
		for d := from; d <= to; d++ {
			dst = append(dst, int32(d))
		}
	}
	if long || widen > 0 {
		for m, n := floor(from, 30), 0; m <= floor(to, 30) && n < maxMonths; m, n = m+1, n+1 {
			dst = append(dst, int32(anyMonth+m))
		}
	}
	return dst
}

func floor(a, b int) int { return int(math.Floor(float64(a) / float64(b))) }

// cellSize is the side of the squares that places are gathered in, in degrees. A
// claim is looked for in its own square and those beside it, so never further
// than two sides away.
const cellSize = 0.3

func cell(lat, lon float64) uint64 {
	return uint64(floor64(lat/cellSize)+1000)<<20 | uint64(floor64(lon/cellSize)+1000)<<4 | 3
}

func floor64(f float64) int64 { return int64(math.Floor(f)) }

// areas are what a claim is filed under.
func (v *view) areas(dst []uint64) []uint64 {
	p := &v.claim.Place
	province := cut(p.Province, maxLetter)
	switch {
	case v.pinned:
		dst = append(dst, cell(v.lat, v.lon))
	case p.Province != "":
		dst = append(dst, names.HashOf("somewhere in "+province))
	case p.Country != "":
		dst = append(dst, names.HashOf("country "+p.Country))
	default:
		dst = append(dst, noPlace)
	}
	if p.Province != "" {
		dst = append(dst, names.HashOf("province "+province))
	}
	if v.loose {
		dst = append(dst, names.HashOf("somewhere in "+province))
	}
	return append(dst, anywhere)
}

// around are the areas that a claim is looked up in. One with coordinates meets
// those near it, those known to its province only, and those known to no
// province. One known to a province meets all that is in it, and one known to
// less meets everything of its days.
func (v *view) around(dst []uint64) []uint64 {
	p := &v.claim.Place
	province := cut(p.Province, maxLetter)
	switch {
	case v.pinned && !v.loose:
		for dy := -1.0; dy <= 1; dy++ {
			for dx := -1.0; dx <= 1; dx++ {
				dst = append(dst, cell(v.lat+dy*cellSize, v.lon+dx*cellSize))
			}
		}
		dst = append(dst, names.HashOf("somewhere in "+province))
	case p.Province != "":
		dst = append(dst, names.HashOf("province "+province))
	default:
		return append(dst, anywhere)
	}
	return append(dst, names.HashOf("country "+p.Country), noPlace)
}
