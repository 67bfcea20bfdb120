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
	letters
	node *node
}

// letters is a word of at most maxLetters bytes in two numbers, its first byte the lowest. The
// highest byte is how many there are.
type letters struct{ first, rest uint64 }

const maxLetters = 15

// lettersAt is the word of n bytes at byte i of text. What stands behind the word is read with
// it and cut off, which takes no loop.
func lettersAt(text string, i, n int) letters {
	var l letters
	if i+16 <= len(text) {
		l = letters{eightBytes(text[i : i+8]), eightBytes(text[i+8 : i+16])}
	} else {
		var b [16]byte
		copy(b[:], text[i:])
		l = letters{eightBytes(string(b[:8])), eightBytes(string(b[8:]))}
	}
	l.first &= 1<<(8*uint(n)) - 1
	l.rest &= 1<<(8*uint(max(n-8, 0))) - 1
	l.rest |= uint64(n) << 56
	return l
}

func eightBytes(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// word is the word itself.
func (l letters) word() string {
	var b []byte
	for k := range l.rest >> 56 {
		if k < 8 {
			b = append(b, byte(l.first>>(8*k)))
		} else {
			b = append(b, byte(l.rest>>(8*(k-8))))
		}
	}
	return string(b)
}

// wordBits makes some seven times as many slots as the lexicon has first words.
const wordBits = 14

// slot is where a word stands, if no other stood there before.
func (l letters) slot() uint {
	return uint((l.first ^ l.rest*0x94d049bb133111eb) * 0x9e3779b97f4a7c15 >> (64 - wordBits))
}

func (t *wordTable) get(w string) *node { return t.getAt(w, 0, len(w)) }

// getAt is get for the word of n bytes at byte i of text.
func (t *wordTable) getAt(text string, i, n int) *node {
	if n > maxLetters {
		return t.long[text[i:i+n]]
	}
	l := lettersAt(text, i, n)
	for i := l.slot(); ; i++ {
		k := t.slots[i%uint(len(t.slots))]
		if k == 0 {
			return nil
		}
		if e := &t.entries[k-1]; e.letters == l {
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
	l := lettersAt(w, 0, len(w))
	t.entries = append(t.entries, wordEntry{l, nd})
	i := l.slot()
	for t.slots[i] != 0 {
		i = (i + 1) % uint(len(t.slots))
	}
	t.slots[i] = uint16(len(t.entries))
	return true
}
