package names

// nodes is a hash table with open addressing. Its keys are spread hashes, so
// their low bits say where to look. Most of what a text asks for is not in it: a
// small set of bits, which stays in the nearest cache, answers that first.
type nodes struct {
	bits  [1024]uint64 // of the 16 high bits of every key
	slots []slot       // their number is a power of two
	n     int
}

type slot struct {
	sum uint64
	node
}

type node struct {
	value int32 // -1: only the beginning of names
	need  need
	used  bool
}

// may tells whether the key may be in the table; most that are not are told.
func (t *nodes) may(sum uint64) bool { return t.bits[sum>>54]>>(sum>>48&63)&1 != 0 }

func (t *nodes) get(sum uint64) (node, bool) {
	if !t.may(sum) {
		return node{}, false
	}
	s := t.at(sum)
	return s.node, s.used
}

// at is the slot of the key, or the free one where it would be.
func (t *nodes) at(sum uint64) *slot {
	mask := uint64(len(t.slots) - 1)
	for i := sum & mask; ; i = (i + 1) & mask {
		if s := &t.slots[i]; !s.used || s.sum == sum {
			return s
		}
	}
}

func (t *nodes) put(sum uint64, n node) {
	if 8*t.n >= 7*len(t.slots) {
		old := t.slots
		t.slots = make([]slot, max(256, 4*len(old)))
		for _, s := range old {
			if s.used {
				*t.at(s.sum) = s
			}
		}
	}
	s := t.at(sum)
	if !s.used {
		t.n++
		t.bits[sum>>54] |= 1 << (sum >> 48 & 63)
	}
	n.used = true
	*s = slot{sum, n}
}
