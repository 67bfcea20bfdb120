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

// placed keeps where the places lately asked for stand in the tables, as a text
// asks for each of its places again and again, and an ID is sought in twenty steps
// through a table that no cache holds. A slot is one word, as those of recent.
type placed struct {
	slots [1 << placedBits]atomic.Uint64
}

const (
	placedBits  = 12
	placedLayer = 20 // bits of the index, below those of the layer
	placedFull  = 1 << 31
)

func (p *placed) get(id uint32) (ref, bool) {
	v := p.slots[id%(1<<placedBits)].Load()
	if uint32(v>>32) != id || v&placedFull == 0 {
		return ref{}, false
	}
	return ref{int(v & (placedFull - 1) >> placedLayer), int(v & (1<<placedLayer - 1))}, true
}

func (p *placed) put(id uint32, r ref) {
	if r.index>>placedLayer == 0 && r.layer < 1<<10 {
		p.slots[id%(1<<placedBits)].Store(uint64(id)<<32 | placedFull | uint64(r.layer)<<placedLayer | uint64(r.index))
	}
}
