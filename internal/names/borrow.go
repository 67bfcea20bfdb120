package names

import "sync"

// maxLent is the longest text, in bytes, whose memory is kept to be lent again.
const maxLent = 1 << 18

var lent = sync.Pool{New: func() any { return new(Tokens) }}

// Borrow is Scan in memory that is used again: whoever is done with the tokens
// gives them back with Return. Rooms that read one text after the other get the
// tokens of the first reading, so that a text is cut only once.
func Borrow(text string) *Tokens {
	t := lent.Get().(*Tokens)
	if t.Text != text || text == "" {
		t.Scan(text)
	}
	return t
}

// Return gives back what Borrow lent. Neither t nor what its Fold returned may be
// used afterwards.
func (t *Tokens) Return() {
	if len(t.Text) > maxLent || cap(t.buf) > 2*maxLent {
		return
	}
	t.AnyCase = false
	lent.Put(t)
}
