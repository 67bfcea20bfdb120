package names

// nodes is a hash table with open addressing. Its keys are spread hashes, so
// their low bits say where to look. Most of what a text asks for is not in it: a
// small set of bits, which stays in the nearest cache, answers that first.
type nodes struct {
	bits  bits   // of every key
	slots []slot // their number is a power of two
	n     int
}

// bits is a set of sums by their 16 high bits: it may hold more than was put in.
type bits [1024]uint64

// may tells whether the sum may be in the set; most that are not are told.
func (b *bits) may(sum uint64) bool { return b[sum>>54]>>(sum>>48&63)&1 != 0 }

// begins tells whether a name whose beginnings are in the set may begin with token i.
func (b *bits) begins(l *Token) bool {
	return b.may(l.sum) || l.article || l.Script == ScriptArabic || l.plural && b.may(l.hash.Without('s').Sum())
}

// Openings tells where names of several indexes may begin, so that a text in
// which few do is walked once for all of them. The zero Openings has none.
type Openings struct {
	bits bits
}

// Include adds the names of x, to which no more may be added.
func (o *Openings) Include(x *Index) {
	for i, w := range x.nodes.bits {
		o.bits[i] |= w
	}
}

// Next is the first token from i on that a name may begin with, or the number of
// tokens. It passes over no token at which [Index.At] finds a name.
func (o *Openings) Next(t *Tokens, i int) int {
	for ; i < len(t.List); i++ {
		if l := &t.List[i]; (l.odd || o.bits.may(l.sum)) && o.bits.begins(l) {
			break
		}
	}
	return i
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

func (t *nodes) get(sum uint64) (node, bool) {
	if !t.bits.may(sum) {
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
