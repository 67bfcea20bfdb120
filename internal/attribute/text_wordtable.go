package attribute

// wordTable finds the phrases that begin with a word. Every word of a text is
// looked up, and most are listed, so that it is laid out to be near: slots of two
// bytes lead to the entries.
type wordTable struct {
	entries []wordEntry
	slots   [1 << wordBits]uint16 // 1 + the index of an entry
	long    map[string]*node      // of the few words that fit no entry
}

// wordEntry holds the letters of its word itself: to look for them elsewhere would
// be one more visit to memory for every word of a text.
type wordEntry struct {
	letters [maxLetters]byte
	n       uint8
	node    *node
}

const maxLetters = 15

// wordBits makes some seven times as many slots as the lexicon has first words.
const wordBits = 14

// slot is where a word stands, if no other stood there before: a hash of its
// length and of letters at its beginning, middle and end.
func (t *wordTable) slot(w string) int {
	n := len(w)
	h := uint32(n)
	if n > 0 {
		h = h*31 + uint32(w[0])
		h = h*31 + uint32(w[n-1])
		h = h*31 + uint32(w[n/2])
		h = h*31 + uint32(w[n/4])
		h = h*31 + uint32(w[3*n/4])
	}
	return int(h * 0x9e3779b1 >> (32 - wordBits))
}

func (t *wordTable) get(w string) *node {
	if len(w) > maxLetters {
		return t.long[w]
	}
	for i := t.slot(w); ; i = (i + 1) & (1<<wordBits - 1) {
		k := t.slots[i]
		if k == 0 {
			return nil
		}
		if e := &t.entries[k-1]; int(e.n) == len(w) && string(e.letters[:len(w)]) == w {
			return e.node
		}
	}
}

// put lists a word that is not listed. It tells whether there was room.
func (t *wordTable) put(w string, nd *node) bool {
	if len(w) > maxLetters {
		if t.long == nil {
			t.long = map[string]*node{}
		}
		t.long[w] = nd
		return true
	}
	if len(t.entries) >= len(t.slots)/2 {
		return false
	}
	e := wordEntry{n: uint8(len(w)), node: nd}
	copy(e.letters[:], w)
	t.entries = append(t.entries, e)
	i := t.slot(w)
	for t.slots[i] != 0 {
		i = (i + 1) & (1<<wordBits - 1)
	}
	t.slots[i] = uint16(len(t.entries))
	return true
}
