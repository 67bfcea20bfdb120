// Package table is the gazetteer's file: places and their names, laid out so
// that it is read in place. Nothing is parsed or copied when it is opened, so a
// command that never asks for a place pays nothing for knowing 250,000 of them.
//
// All numbers are little endian. The file is a header and these sections:
//
//	places    one record of 26 bytes a place, sorted by country, province,
//	          district and GeoNames id: a country's, a province's and a
//	          district's places are each one run
//	order     places by GeoNames id, 3 bytes each
//	divisions the place of each division number, 3 bytes each; number 0 is none
//	names     index of canonical names (names.Canon) to meanings
//	keys      index of name skeletons (names.Key) to meanings
//	codes     index of country and division codes ("SY", "SY.09") to meanings
//	meanings  lists for names that mean several places, best first
//	text      the names themselves, each with a length byte, 0 ends a place's list
//
// An index holds no names but their 64-bit hashes, sorted: the top bits choose a
// bucket, the lower 32 are compared. Two names that fall together are one in
// some billion look-ups.
//
// [Builder] writes the file, for the generator and for places of a user's own;
// [Table] reads it.
package table

import "isnad"

const (
	magic      = "isnadgz1"
	recordSize = 26
	slotSize   = 8
	headerSize = 8 + 4*(2+3*3+5)
	maxPlaces  = 1 << 20
)

// Rank is how a place stands in the administration, from GeoNames' feature code.
type Rank uint8

const (
	RankNone    Rank = iota
	RankSeat4        // PPLA3 and lower: seat of a third-order division
	RankSeat2        // PPLA2: seat of a district
	RankSeat1        // PPLA: seat of a province
	RankCapital      // PPLC
)

// Kind codes as they stand in the file.
const (
	kindCountry = iota + 1
	kindProvince
	kindDistrict
	kindTown
	kindQuarter
	kindRegion // a region's name; the meaning points to the place that contains it
)

var kinds = [...]isnad.PlaceKind{"", isnad.KindCountry, isnad.KindProvince, isnad.KindDistrict, isnad.KindTown, isnad.KindQuarter}

func kindCode(k isnad.PlaceKind) uint8 {
	for i, x := range kinds {
		if i > 0 && x == k {
			return uint8(i)
		}
	}
	return kindTown
}

// Meaning is one place that a name may stand for.
type Meaning struct {
	Index  int  // of the place
	Score  int  // 0 to 127, prominence before any context
	Main   bool // the name is the place's main one
	Region bool // the name is that of a region within the place, which has no entry of its own
	kind   uint8
}

// Kind is the kind of the place.
func (m Meaning) Kind() isnad.PlaceKind {
	if m.Region || int(m.kind) >= len(kinds) {
		return ""
	}
	return kinds[m.kind]
}

// A meaning in the file: 20 bits of index, 7 of score, 1 main, 3 kind; the top
// bit says that another follows, or in an index that the rest is a list's place.
func (m Meaning) pack() uint32 {
	v := uint32(m.Index) | uint32(m.Score)<<20 | uint32(m.kind)<<28
	if m.Main {
		v |= 1 << 27
	}
	if m.Region {
		v = v&^(7<<28) | kindRegion<<28
	}
	return v
}

func unpack(v uint32) Meaning {
	k := uint8(v >> 28 & 7)
	return Meaning{
		Index: int(v & (1<<20 - 1)), Score: int(v >> 20 & 127),
		Main: v>>27&1 == 1, Region: k == kindRegion, kind: k,
	}
}
