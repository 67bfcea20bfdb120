package table

import (
	"math"

	"isnad"
	"isnad/internal/names"
)

// Prominence is how likely a name is to mean the place rather than another of
// that name, before any context, from 0 to 1: it grows with the logarithm of the
// population, and a seat of government counts as a town of some size even where
// the census is missing. No country is preferred.
func Prominence(kind isnad.PlaceKind, rank Rank, population int) float64 {
	switch kind {
	case isnad.KindCountry:
		return 0.97
	case isnad.KindProvince:
		return 0.55
	case isnad.KindDistrict:
		return 0.34
	}
	least := map[Rank]int{RankSeat4: 2000, RankSeat2: 20_000, RankSeat1: 150_000, RankCapital: 500_000}[rank]
	p := 0.125 * math.Log10(float64(max(population, least, 100)))
	switch {
	case kind == isnad.KindQuarter:
		p -= 0.2
	case rank == RankCapital:
		p += 0.1
	case rank == RankSeat1:
		p += 0.03
	}
	return min(max(p, 0.05), 0.96)
}

// What a name that is not the main one weighs: another spelling of it, or another
// name altogether, as cities have in other languages.
const (
	spelling = 0.9
	exonym   = 0.75
	alike    = 0.6 // names.Similar from which a name is another spelling
)

// meaningsOf adds what the names of entry i mean to the indexes. Only spellings of
// the main name go to the index of skeletons: a capital has so many names in other
// languages that some of them look like any village.
func meaningsOf(e Entry, i int, byName, byKey []slot) ([]slot, []slot) {
	p := Prominence(e.Kind, e.Rank, e.Population)
	kind := kindCode(e.Kind)
	seen := map[string]bool{}
	seenKey := map[string]bool{}
	main := names.Canon(e.Names[0])
	add := func(n string, known bool) {
		c := names.Canon(n)
		if c == "" || seen[c] {
			return
		}
		seen[c] = true
		isMain := c == main || known
		near := isMain || names.Similar(c, main) >= alike
		s := p
		switch {
		case isMain || e.Kind == isnad.KindCountry:
		case near || e.Kind != isnad.KindTown:
			s *= spelling
		default:
			s *= exonym
		}
		m := Meaning{Index: i, Score: int(math.Round(s * 127)), Main: isMain, kind: kind}
		byName = append(byName, slot{names.HashOf(c), m})
		if !e.Keys || !near {
			return
		}
		if k := names.Key(c); len(k) >= 2 && !seenKey[k] {
			seenKey[k] = true
			byKey = append(byKey, slot{names.HashOf(k), m})
		}
	}
	add(e.Names[0], true)
	for _, n := range e.Known {
		add(n, true)
	}
	for k, n := range e.Names {
		// The second name may be the main one in plain letters.
		add(n, k == 1 && names.Fold(n) == names.Fold(e.Names[0]))
	}
	for _, n := range e.Also {
		add(n, false)
	}
	return byName, byKey
}
