package table

import (
	"errors"
	"iter"
	"math"
	"math/bits"
	"sort"

	"isnad"
)

// Table is an opened file.
type Table struct {
	data     string
	places   int // number of places
	recs     int // offsets of the sections
	order    int
	divs     int
	divCount int
	names    index
	keys     index
	codes    index
	lists    int
	text     int
}

type index struct {
	bits    uint
	buckets int
	slots   int
}

// Open reads the header of data, which Builder wrote and which is trusted from
// there on: only the embedded file and files built in memory are opened.
func Open(data string) (*Table, error) {
	if len(data) < headerSize || data[:8] != magic {
		return nil, errors.New("not a gazetteer file")
	}
	t := &Table{data: data}
	p := 8
	next := func() int { v := u32(data, p); p += 4; return int(v) }
	t.places, t.divCount = next(), next()
	for _, x := range []*index{&t.names, &t.keys, &t.codes} {
		x.bits, x.buckets, x.slots = uint(next()), next(), next()
	}
	t.recs, t.order, t.divs, t.lists, t.text = next(), next(), next(), next(), next()
	if t.text > len(data) || t.places > maxPlaces {
		return nil, errors.New("gazetteer file is cut short")
	}
	return t, nil
}

func u16(s string, i int) uint32 { return uint32(s[i]) | uint32(s[i+1])<<8 }
func u24(s string, i int) uint32 { return u16(s, i) | uint32(s[i+2])<<16 }
func u32(s string, i int) uint32 {
	s = s[i : i+4] // one check and, so written, one load
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// Len is the number of places.
func (t *Table) Len() int { return t.places }

// Size is how many bytes the table takes.
func (t *Table) Size() int { return len(t.data) }

// Name yields the meanings of a canonical name's hash, best first.
func (t *Table) Name(sum uint64) iter.Seq[Meaning] { return t.meanings(&t.names, sum) }

// Has tells whether the name's hash is listed.
func (t *Table) Has(sum uint64) bool { _, ok := t.find(&t.names, sum); return ok }

// Best is the first meaning of a canonical name's hash.
func (t *Table) Best(sum uint64) (Meaning, bool) {
	v, ok := t.find(&t.names, sum)
	if !ok {
		return Meaning{}, false
	}
	if v>>31 == 1 {
		v = u32(t.data, t.lists+4*int(v&(1<<31-1)))
	}
	return unpack(v), true
}

// Key yields the meanings of a skeleton's hash, best first.
func (t *Table) Key(sum uint64) iter.Seq[Meaning] { return t.meanings(&t.keys, sum) }

// Code is the country or division of a code.
func (t *Table) Code(sum uint64) (int, bool) {
	v, ok := t.find(&t.codes, sum)
	return unpack(v).Index, ok
}

func (t *Table) find(x *index, sum uint64) (uint32, bool) {
	b := int(sum >> (64 - x.bits))
	from, to := int(u32(t.data, x.buckets+4*b)), int(u32(t.data, x.buckets+4*b+4))
	want := uint32(sum)
	for i := from; i < to; i++ {
		if u32(t.data, x.slots+slotSize*i) == want {
			return u32(t.data, x.slots+slotSize*i+4), true
		}
	}
	return 0, false
}

func (t *Table) meanings(x *index, sum uint64) iter.Seq[Meaning] {
	return func(yield func(Meaning) bool) {
		v, ok := t.find(x, sum)
		if !ok {
			return
		}
		if v>>31 == 0 {
			yield(unpack(v))
			return
		}
		for p := t.lists + 4*int(v&(1<<31-1)); ; p += 4 {
			v := u32(t.data, p)
			if !yield(unpack(v)) || v>>31 == 0 {
				return
			}
		}
	}
}

// Record is a place as the file holds it. Province and District are division
// numbers, 0 where there is none.
type Record struct {
	ID         uint32 // GeoNames id
	Lat, Lon   float64
	Population int
	Province   int
	District   int
	Country    string
	Kind       isnad.PlaceKind
	Rank       Rank
	HasPoint   bool
	Near       bool // the point is not the place's own
}

// Record returns place i.
func (t *Table) Record(i int) Record {
	p := t.recs + recordSize*i
	d := t.data
	k := d[p+24]
	return Record{
		ID:         u32(d, p),
		Lat:        degrees(u24(d, p+4), 90),
		Lon:        degrees(u24(d, p+7), 180),
		Population: int(u32(d, p+10)),
		Province:   int(u16(d, p+14)),
		District:   int(u16(d, p+16)),
		Country:    d[p+22 : p+24],
		Kind:       kinds[min(int(k&7), len(kinds)-1)],
		Rank:       Rank(k >> 3 & 7),
		HasPoint:   k>>6&1 == 1,
		Near:       k>>7 == 1,
	}
}

// Country is the ISO code of the country of place i.
func (t *Table) Country(i int) string {
	p := t.recs + recordSize*i
	return t.data[p+22 : p+24]
}

// degrees are kept in 24 bits, 1 to 2 metres apart, and given with five decimals.
func degrees(v uint32, half float64) float64 {
	return math.Round((float64(v)/(1<<24-1)*2*half-half)*1e5) / 1e5
}

// MainName is the first name of place i.
func (t *Table) MainName(i int) string {
	p := t.textOf(i)
	n := int(t.data[p])
	return t.data[p+1 : p+1+n]
}

// Names yields every name of place i, the main one first.
func (t *Table) Names(i int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for p := t.textOf(i); t.data[p] != 0; {
			n := int(t.data[p])
			if !yield(t.data[p+1 : p+1+n]) {
				return
			}
			p += 1 + n
		}
	}
}

func (t *Table) textOf(i int) int { return t.text + int(u32(t.data, t.recs+recordSize*i+18)) }

// ByID returns the place with the GeoNames id.
func (t *Table) ByID(id uint32) (int, bool) {
	n := sort.Search(t.places, func(k int) bool { return t.idAt(k) >= id })
	if n == t.places || t.idAt(n) != id {
		return 0, false
	}
	return int(u24(t.data, t.order+3*n)), true
}

func (t *Table) idAt(k int) uint32 {
	return u32(t.data, t.recs+recordSize*int(u24(t.data, t.order+3*k)))
}

// Division is the place of a division number; false for number 0.
func (t *Table) Division(n int) (int, bool) {
	if n <= 0 || n >= t.divCount {
		return 0, false
	}
	return int(u24(t.data, t.divs+3*n)), true
}

// Within returns the run [from, to) of places of the country, and where they
// are not 0 of the province and the district. Districts are numbered within a
// run of their province, so a district alone is not enough.
func (t *Table) Within(country string, province, district int) (from, to int) {
	if len(country) != 2 {
		return 0, 0
	}
	low := order(country, province, district)
	high := low + 1
	switch {
	case province == 0:
		high = low + 1<<32
	case district == 0:
		high = low + 1<<16
	}
	from = sort.Search(t.places, func(i int) bool { return t.orderAt(i) >= low })
	to = from + sort.Search(t.places-from, func(i int) bool { return t.orderAt(from+i) >= high })
	return from, to
}

func (t *Table) orderAt(i int) uint64 {
	p := t.recs + recordSize*i
	return order(t.data[p+22:p+24], int(u16(t.data, p+14)), int(u16(t.data, p+16)))
}

func order(country string, province, district int) uint64 {
	return uint64(country[0])<<40 | uint64(country[1])<<32 | uint64(province)<<16 | uint64(district)
}

func bitsFor(n int) uint { return uint(max(1, bits.Len(uint(n/4)))) }
