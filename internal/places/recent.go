package places

import "sync/atomic"

// best is what the tables say of a name: the score of its best meaning, 0 to 127.
type best struct {
	score     int
	fixed, ok bool
}

// recent keeps what the tables last said of the names that a text may hold. Most
// are no names at all and come again and again, and the tables are far larger
// than the caches of a processor.
//
// Each answer is one word: the upper bits of the name's hash, whose lower bits
// say where it stands, and the answer below. So it is right or absent, whoever
// else writes.
type recent struct {
	slots [1 << recentBits]atomic.Uint64
}

const (
	recentBits = 15

	recentFull  = 1 << 9 // the slot holds an answer
	recentOK    = 1 << 8
	recentFixed = 1 << 7
	recentScore = 1<<7 - 1
)

func (r *recent) get(sum uint64) (best, bool) {
	v := r.slots[sum&(1<<recentBits-1)].Load()
	if v>>recentBits != sum>>recentBits || v&recentFull == 0 {
		return best{}, false
	}
	return best{int(v & recentScore), v&recentFixed != 0, v&recentOK != 0}, true
}

func (r *recent) put(sum uint64, b best) {
	v := sum&^(1<<recentBits-1) | recentFull | uint64(b.score&recentScore)
	if b.fixed {
		v |= recentFixed
	}
	if b.ok {
		v |= recentOK
	}
	r.slots[sum&(1<<recentBits-1)].Store(v)
}
