package table

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"isnad"
	"isnad/internal/names"
)

// Entry is a place to be written. Parents are named by their code: Province
// "SY.09", District "SY.09.167355"; a division or country carries its own Code.
type Entry struct {
	ID         uint32
	Kind       isnad.PlaceKind
	Rank       Rank
	Country    string
	Province   string
	District   string
	Code       string
	Lat, Lon   float64
	HasPoint   bool
	Population int
	Names      []string // to show and to find, the main one first
	Known      []string // names as good as the main one, to show and to find
	Also       []string // to find only
	Keys       bool     // find by skeleton too
	Near       bool     // the coordinates are not its own
}

// Region is the name of a region that has no entry, and the code of the country
// or division that contains it.
type Region struct {
	Names []string
	Code  string
}

// Builder collects entries and writes them.
type Builder struct {
	// Divisions gives the numbers of divisions that another table holds, for a table
	// laid over it. Nil where the table holds its own.
	Divisions map[string]int

	entries []Entry
	regions []Region
}

// Add adds an entry. Entries without a usable name are left out.
func (b *Builder) Add(e Entry) {
	e.Names = slices.DeleteFunc(e.Names, func(s string) bool { return s == "" || len(s) > 255 })
	if len(e.Names) > 0 && len(e.Country) == 2 && e.ID != 0 {
		b.entries = append(b.entries, e)
	}
}

// AddRegion adds a region.
func (b *Builder) AddRegion(r Region) { b.regions = append(b.regions, r) }

type slot struct {
	sum     uint64
	meaning Meaning
}

// Bytes writes the file.
func (b *Builder) Bytes() ([]byte, error) {
	divs, err := b.number()
	if err != nil {
		return nil, err
	}
	var names_, keys, codes []slot
	var recs, text []byte
	codeIndex := map[string]int{}
	for i, e := range b.entries {
		recs = appendRecord(recs, e, divs.number[e.Province], divs.number[e.District], len(text))
		for _, n := range slices.Concat(e.Names, e.Known) {
			text = append(append(text, byte(len(n))), n...)
		}
		text = append(text, 0)
		names_, keys = meaningsOf(e, i, names_, keys)
		if e.Code != "" {
			codes = append(codes, slot{names.HashOf(e.Code), Meaning{Index: i}})
			codeIndex[e.Code] = i
		}
	}
	for _, r := range b.regions {
		i, ok := codeIndex[r.Code]
		if !ok {
			return nil, fmt.Errorf("region %q lies in %q, which is not listed", r.Names, r.Code)
		}
		for _, n := range r.Names {
			names_ = append(names_, slot{names.HashOf(names.Canon(n)), Meaning{Index: i, Score: 64, Region: true}})
		}
	}

	var lists []byte
	out := make([]byte, headerSize)
	copy(out, magic)
	h := 8
	put := func(v int) { binary.LittleEndian.PutUint32(out[h:], uint32(v)); h += 4 }
	put(len(b.entries))
	put(len(divs.order))
	for _, s := range [][]slot{names_, keys, codes} {
		nbits, buckets, slots := writeIndex(s, &lists)
		put(int(nbits))
		put(len(out))
		out = append(out, buckets...)
		put(len(out))
		out = append(out, slots...)
	}
	for _, section := range [][]byte{recs, b.order(), divs.bytes(codeIndex), lists, text} {
		put(len(out))
		out = append(out, section...)
	}
	return out, nil
}

type divisions struct {
	number map[string]int
	order  []string
}

// number gives each division a number in the order of its code's country and
// sorts the entries by them.
func (b *Builder) number() (divisions, error) {
	d := divisions{map[string]int{"": 0}, []string{""}}
	byCode := func(x, y Entry) int {
		return cmp.Or(cmp.Compare(x.Country, y.Country), cmp.Compare(x.Code, y.Code))
	}
	slices.SortStableFunc(b.entries, byCode)
	if b.Divisions != nil {
		d.number = b.Divisions
	}
	for _, e := range b.entries {
		if b.Divisions != nil || e.Kind != isnad.KindProvince && e.Kind != isnad.KindDistrict || e.Code == "" {
			continue
		}
		if _, twice := d.number[e.Code]; twice {
			return d, fmt.Errorf("division %s is listed twice", e.Code)
		}
		d.number[e.Code] = len(d.order)
		d.order = append(d.order, e.Code)
	}
	if len(d.order) > math.MaxUint16 || len(b.entries) > maxPlaces {
		return d, fmt.Errorf("%d divisions and %d places are too many", len(d.order), len(b.entries))
	}
	slices.SortFunc(b.entries, func(x, y Entry) int {
		return cmp.Or(cmp.Compare(x.Country, y.Country), cmp.Compare(d.number[x.Province], d.number[y.Province]),
			cmp.Compare(d.number[x.District], d.number[y.District]), cmp.Compare(x.ID, y.ID))
	})
	b.entries = slices.CompactFunc(b.entries, func(x, y Entry) bool { return x.ID == y.ID })
	return d, nil
}

func (d divisions) bytes(index map[string]int) []byte {
	var out []byte
	for _, code := range d.order {
		out = append24(out, uint32(index[code]))
	}
	return out
}

func (b *Builder) order() []byte {
	idx := make([]int, len(b.entries))
	for i := range idx {
		idx[i] = i
	}
	slices.SortFunc(idx, func(x, y int) int { return cmp.Compare(b.entries[x].ID, b.entries[y].ID) })
	var out []byte
	for _, i := range idx {
		out = append24(out, uint32(i))
	}
	return out
}

func append24(b []byte, v uint32) []byte { return append(b, byte(v), byte(v>>8), byte(v>>16)) }

func appendRecord(b []byte, e Entry, province, district, text int) []byte {
	le := binary.LittleEndian
	b = le.AppendUint32(b, e.ID)
	b = append24(b, uint32(math.Round((e.Lat+90)/180*(1<<24-1))))
	b = append24(b, uint32(math.Round((e.Lon+180)/360*(1<<24-1))))
	b = le.AppendUint32(b, uint32(min(max(e.Population, 0), math.MaxUint32)))
	b = le.AppendUint16(b, uint16(province))
	b = le.AppendUint16(b, uint16(district))
	b = le.AppendUint32(b, uint32(text))
	b = append(b, e.Country...)
	k := kindCode(e.Kind) | byte(e.Rank)<<3
	if e.HasPoint {
		k |= 1 << 6
	}
	if e.Near {
		k |= 1 << 7
	}
	return append(b, k, 0)
}

// writeIndex sorts slots by hash, joins those of one hash into a list, best
// first, and returns the bucket bits and the two tables.
func writeIndex(s []slot, lists *[]byte) (nbits uint, buckets, slots []byte) {
	slices.SortFunc(s, func(x, y slot) int {
		return cmp.Or(cmp.Compare(x.sum, y.sum), cmp.Compare(y.meaning.Score, x.meaning.Score),
			cmp.Compare(x.meaning.Index, y.meaning.Index))
	})
	s = slices.CompactFunc(s, func(x, y slot) bool {
		return x.sum == y.sum && x.meaning.Index == y.meaning.Index && x.meaning.Region == y.meaning.Region
	})
	nbits = bitsFor(len(s))
	le := binary.LittleEndian
	counts := make([]uint32, 1<<nbits+1)
	for i := 0; i < len(s); {
		j := i + 1
		for j < len(s) && s[j].sum == s[i].sum {
			j++
		}
		val := s[i].meaning.pack()
		if j > i+1 {
			val = 1<<31 | uint32(len(*lists)/4)
			for k := i; k < j; k++ {
				v := s[k].meaning.pack()
				if k+1 < j {
					v |= 1 << 31
				}
				*lists = le.AppendUint32(*lists, v)
			}
		}
		slots = le.AppendUint32(slots, uint32(s[i].sum))
		slots = le.AppendUint32(slots, val)
		counts[s[i].sum>>(64-nbits)+1]++
		i = j
	}
	var buf bytes.Buffer
	var n uint32
	for _, c := range counts {
		n += c
		buf.Write(le.AppendUint32(nil, n))
	}
	return nbits, buf.Bytes(), slots
}
