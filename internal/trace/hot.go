package trace

import (
	"math/bits"
	"slices"
)

// A list of reports that hold a print keeps the first listFirst and the last
// listLast of them and the number of all. The first are where the words come
// from; the last show that they are still in use.
const (
	listFirst = 23
	listLast  = 8
	listMax   = listFirst + listLast
)

// hot is the part of the index that grows: an open table from prints to reports,
// which are counted from 0 within it.
//
// A slot is print<<refBits | ref, or 0 when free. The home of a print lies in
// proportion to it, so the table is nearly sorted: it grows in one sweep and is
// frozen without much sorting. A ref is a report and one, or, with refList set,
// the place of a list in pool, in units of unitWords. Most prints stand in one
// report only, and cost a slot of eight bytes.
type hot struct {
	slots []uint64
	used  int
	pool  []uint32
	free  [listClasses][]uint32 // lists given back, by class
}

const (
	refBits = 64 - PrintBits
	refList = 1 << (refBits - 1)
	refMask = 1<<refBits - 1
	// maxHot is how many reports and how many units of lists a hot table can hold.
	maxHot = refList - 2

	// A list of class c is a count and 4<<c - 1 reports.
	unitWords   = 4
	listClasses = 4
)

// home is the slot where the search for p begins.
func (h *hot) home(p Print) int {
	hi, _ := bits.Mul64(uint64(p)<<refBits, uint64(len(h.slots)))
	return int(hi)
}

// find returns the slot of p, or of the free slot where it belongs.
func (h *hot) find(p Print) int {
	i := h.home(p)
	for {
		s := h.slots[i]
		if s == 0 || Print(s>>refBits) == p {
			return i
		}
		if i++; i == len(h.slots) {
			i = 0
		}
	}
}

// add records that report local holds the prints of s.
func (h *hot) add(local uint32, s Sketch) {
	h.grow(len(s))
	for _, p := range s {
		i := h.find(p)
		slot := h.slots[i]
		switch ref := uint32(slot & refMask); {
		case slot == 0:
			h.slots[i] = uint64(p)<<refBits | uint64(local+1)
			h.used++
		case ref&refList == 0:
			at := h.list(0)
			h.pool[at], h.pool[at+1], h.pool[at+2] = 2, ref-1, local
			h.slots[i] = uint64(p)<<refBits | refList | uint64(at/unitWords)
		default:
			if at := h.push((ref&^refList)*unitWords, local); at != (ref&^refList)*unitWords {
				h.slots[i] = uint64(p)<<refBits | refList | uint64(at/unitWords)
			}
		}
	}
}

// grow makes room for n more prints.
func (h *hot) grow(n int) {
	if (h.used+n)*5 <= len(h.slots)*4 {
		return
	}
	size := max(1<<10, len(h.slots)*3/2, (h.used+n)*3/2)
	old := h.slots
	h.slots = make([]uint64, size)
	for _, s := range old {
		if s != 0 {
			h.slots[h.find(Print(s>>refBits))] = s
		}
	}
}

// list returns the place of an empty list of class c.
func (h *hot) list(c int) uint32 {
	if n := len(h.free[c]); n > 0 {
		at := h.free[c][n-1]
		h.free[c] = h.free[c][:n-1]
		return at
	}
	at := uint32(len(h.pool))
	h.pool = append(h.pool, make([]uint32, unitWords<<c)...)
	return at
}

func listClass(n int) int {
	c := 0
	for unitWords<<c-1 < n {
		c++
	}
	return c
}

// push adds a report to the list at at, and returns where the list is now.
func (h *hot) push(at, local uint32) uint32 {
	n := int(h.pool[at])
	if n >= listMax {
		l := h.pool[at+1 : at+1+listMax]
		copy(l[listFirst:], l[listFirst+1:])
		l[listMax-1] = local
		h.pool[at]++
		return at
	}
	if c := listClass(n); c != listClass(n+1) {
		to := h.list(c + 1)
		copy(h.pool[to:], h.pool[at:at+uint32(unitWords<<c)])
		h.free[c] = append(h.free[c], at)
		at = to
	}
	h.pool[at+1+uint32(n)] = local
	h.pool[at]++
	return at
}

// posting is a print with the reports that hold it, in the order they were
// added: all of them up to listMax, else the first listFirst and the last listLast.
type posting struct {
	print   Print
	total   int
	reports []uint32
}

// at reads the slot s. one is room for a lone report.
func (h *hot) at(s uint64, one *[1]uint32) posting {
	ref := uint32(s & refMask)
	if ref&refList == 0 {
		one[0] = ref - 1
		return posting{Print(s >> refBits), 1, one[:]}
	}
	at := (ref &^ refList) * unitWords
	n := h.pool[at]
	return posting{Print(s >> refBits), int(n), h.pool[at+1 : at+1+min(n, listMax)]}
}

// sorted returns the slots in the order of their prints.
func (h *hot) sorted() []uint64 {
	out := make([]uint64, 0, h.used)
	for _, s := range h.slots {
		if s != 0 {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return out
}

// full tells whether a further report might find no room.
func (h *hot) full(docs int) bool {
	return docs >= maxHot || len(h.pool)/unitWords >= maxHot-MaxPrints<<(listClasses-1)
}

// bytes is the memory the table takes.
func (h *hot) bytes() int {
	n := len(h.slots)*8 + cap(h.pool)*4
	for _, f := range h.free {
		n += cap(f) * 4
	}
	return n
}
