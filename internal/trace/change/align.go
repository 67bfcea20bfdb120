package change

import "slices"

// run is two ranges of words that stand for each other: words [a0, a1) of the
// original and [b0, b1) of the copy. Where one of them is empty, the other is
// gone or new.
type run struct{ a0, a1, b0, b1 int }

const (
	shingle  = 3       // words that anchor an alignment, when they occur once on both sides
	maxCells = 1 << 15 // of the table that aligns a stretch between anchors word by word
)

// aligner pairs equal words of two texts. Its memory is used again.
type aligner struct {
	a, b  []word
	seen  []place // shingles of a: open addressing, a power of two long
	cells []uint16
	pairs [][2]int32
	tails []int32
	back  []int32
}

// place is where a shingle stands in a, -1 when it occurs twice.
type place struct {
	key uint64 // 0: free
	at  int32
}

// slot is where the shingle stands in seen, or the free place for it.
func (al *aligner) slot(key uint64) *place {
	mask := uint64(len(al.seen) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		if p := &al.seen[i]; p.key == key || p.key == 0 {
			return p
		}
	}
}

// align sets the matches of the words in r, in order on both sides. The
// stretches between shingles that occur once are aligned by weighted longest
// common subsequence; where they are long, by words that occur once. What is
// longer still stays apart, so the time is linear in the length of the texts.
func (al *aligner) align(a, b []word, r run) {
	al.a, al.b = a, b
	al.stretch(r, shingle)
}

func (al *aligner) stretch(r run, size int) {
	a, b := al.a, al.b
	for r.a0 < r.a1 && r.b0 < r.b1 && a[r.a0].hash == b[r.b0].hash {
		al.pair(r.a0, r.b0)
		r.a0, r.b0 = r.a0+1, r.b0+1
	}
	for r.a0 < r.a1 && r.b0 < r.b1 && a[r.a1-1].hash == b[r.b1-1].hash {
		r.a1, r.b1 = r.a1-1, r.b1-1
		al.pair(r.a1, r.b1)
	}
	n, m := r.a1-r.a0, r.b1-r.b0
	switch {
	case n == 0 || m == 0:
	case n <= 12 && m <= 12 || size == 0 && n*m <= maxCells:
		al.table(r)
	case size == 0: // too different and too long: left apart
	default:
		al.anchors(r, size)
	}
}

// pair records that a word of a and one of b are the same.
func (al *aligner) pair(i, j int) {
	al.a[i].match, al.b[j].match = int32(j), int32(i)
}

func hashAt(w []word, i, size int) uint64 {
	h := uint64(14695981039346656037)
	for k := range size {
		h = (h ^ w[i+k].hash) * 1099511628211
		h ^= h >> 29
	}
	return h | 1<<63 // never 0, which marks a free slot
}

// anchors parts r at the shingles that occur once on both sides and keep their
// order, and aligns what lies between them.
func (al *aligner) anchors(r run, size int) {
	n := 64
	for n < 2*(r.a1-r.a0) {
		n *= 2
	}
	al.seen = slices.Grow(al.seen[:0], n)[:n]
	clear(al.seen)
	for i := r.a0; i+size <= r.a1; i++ {
		key := hashAt(al.a, i, size)
		if p := al.slot(key); p.key == 0 {
			*p = place{key, int32(i)}
		} else {
			p.at = -1
		}
	}
	pairs := al.pairs[:0]
	for j := r.b0; j+size <= r.b1; j++ {
		if p := al.slot(hashAt(al.b, j, size)); p.key != 0 && p.at >= 0 {
			pairs = append(pairs, [2]int32{p.at, int32(j)})
		}
	}
	pairs = al.rising(pairs)
	next := 0
	if size > 1 {
		next = 1
	}
	if len(pairs) == 0 {
		al.pairs = pairs
		al.stretch(r, next)
		return
	}
	chain := slices.Clone(pairs)
	al.pairs = pairs
	at := run{a0: r.a0, b0: r.b0}
	for _, p := range chain {
		i, j := int(p[0]), int(p[1])
		if i < at.a0 || j < at.b0 { // overlaps the anchor before
			if i-at.a0 != j-at.b0 { // on another diagonal
				continue
			}
			skip := max(at.a0-i, 0)
			if skip >= size {
				continue
			}
			for k := skip; k < size; k++ {
				al.pair(i+k, j+k)
			}
			at.a0, at.b0 = i+size, j+size
			continue
		}
		al.stretch(run{at.a0, i, at.b0, j}, next)
		for k := range size {
			al.pair(i+k, j+k)
		}
		at.a0, at.b0 = i+size, j+size
	}
	al.stretch(run{at.a0, r.a1, at.b0, r.b1}, next)
}

// rising keeps the longest subsequence of pairs whose places in a rise; those in
// b rise already (patience sorting).
func (al *aligner) rising(pairs [][2]int32) [][2]int32 {
	sorted := true
	for k := 1; k < len(pairs); k++ {
		if pairs[k][0] <= pairs[k-1][0] {
			sorted = false
			break
		}
	}
	if sorted {
		return pairs
	}
	tails := al.tails[:0]
	back := slices.Grow(al.back[:0], len(pairs))[:len(pairs)]
	for k, p := range pairs {
		at, _ := slices.BinarySearchFunc(tails, p[0], func(t, v int32) int { return int(pairs[t][0] - v) })
		back[k] = -1
		if at > 0 {
			back[k] = tails[at-1]
		}
		if at == len(tails) {
			tails = append(tails, int32(k))
		} else {
			tails[at] = int32(k)
		}
	}
	al.tails, al.back = tails, back
	keep := make([][2]int32, len(tails))
	for k, at := tails[len(tails)-1], len(tails)-1; at >= 0; at-- {
		keep[at] = pairs[k]
		k = back[k]
	}
	return keep
}

// table aligns r by the heaviest common subsequence: words that carry meaning
// weigh more than the little ones, so that those do not shred a rewritten clause.
func (al *aligner) table(r run) {
	n, m := r.a1-r.a0, r.b1-r.b0
	w := m + 1
	cells := slices.Grow(al.cells[:0], (n+1)*w)[:(n+1)*w]
	al.cells = cells
	clear(cells[n*w:])
	for i := n - 1; i >= 0; i-- {
		cells[i*w+m] = 0
		for j := m - 1; j >= 0; j-- {
			best := max(cells[(i+1)*w+j], cells[i*w+j+1])
			if x := &al.a[r.a0+i]; x.hash == al.b[r.b0+j].hash {
				weight := uint16(3)
				if x.little() {
					weight = 1
				}
				best = max(best, cells[(i+1)*w+j+1]+weight)
			}
			cells[i*w+j] = best
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		c := cells[i*w+j]
		x := &al.a[r.a0+i]
		if x.hash == al.b[r.b0+j].hash {
			weight := uint16(3)
			if x.little() {
				weight = 1
			}
			if c == cells[(i+1)*w+j+1]+weight {
				al.pair(r.a0+i, r.b0+j)
				i, j = i+1, j+1
				continue
			}
		}
		if c == cells[(i+1)*w+j] {
			i++
		} else {
			j++
		}
	}
}

// little tells whether the word is one of grammar only.
func (w *word) little() bool { return w.entry != nil && w.entry.class.little() }

// hunks returns the stretches of r without a match, in order. Matches of a few
// little words between two stretches that were rewritten on both sides are
// undone: they hold by chance.
func hunks(dst []run, a, b []word, r run) []run {
	from := len(dst)
	i, j := r.a0, r.b0
	for i < r.a1 || j < r.b1 {
		if i < r.a1 && j < r.b1 && int(a[i].match) == j {
			i, j = i+1, j+1
			continue
		}
		h := run{a0: i, b0: j}
		for i < r.a1 && (a[i].match < int32(r.b0) || a[i].match >= int32(r.b1)) {
			i++
		}
		for j < r.b1 && (b[j].match < int32(r.a0) || b[j].match >= int32(r.a1)) {
			j++
		}
		h.a1, h.b1 = i, j
		if h.a0 == h.a1 && h.b0 == h.b1 { // matches that cross: cannot happen within one alignment
			i, j = i+1, j+1
			continue
		}
		if n := len(dst); n > from && chance(a, dst[n-1], h) {
			for k := dst[n-1].a1; k < h.a0; k++ {
				b[a[k].match].match = -1
				a[k].match = -1
			}
			dst[n-1].a1, dst[n-1].b1 = h.a1, h.b1
			continue
		}
		dst = append(dst, h)
	}
	for k := from; k < len(dst); k++ {
		slide(a, b, r, dst, k)
	}
	return dst
}

// chance tells whether what matches between two stretches is little words only
// and shorter than what does not match around it.
func chance(a []word, left, right run) bool {
	n := right.a0 - left.a1
	if n > 3 {
		return false
	}
	for k := left.a1; k < right.a0; k++ {
		if !a[k].little() || a[k].sentence != a[right.a0-1].sentence {
			return false
		}
	}
	both := func(r run) bool { return r.a0 < r.a1 && r.b0 < r.b1 }
	if both(left) && both(right) {
		return true
	}
	return n == 1 && (both(left) || both(right)) && left.a1-left.a0+left.b1-left.b0+right.a1-right.a0+right.b1-right.b0 >= 5
}

// slide moves a stretch that stands on one side only to where a sentence or a
// clause begins, when the words around it allow: of "A. The B. The C" without B,
// "The B." is what is gone and not "B. The".
func slide(a, b []word, r run, all []run, k int) {
	h := &all[k]
	w, o, at, from, to := a, b, h.b0, &h.a0, &h.a1
	low, start := r.a0, r.b0
	switch {
	case h.b0 == h.b1:
	case h.a0 == h.a1:
		w, o, at, from, to = b, a, h.a0, &h.b0, &h.b1
		low, start = r.b0, r.a0
	default:
		return
	}
	if k > 0 {
		if h.b0 == h.b1 {
			low, start = all[k-1].a1, all[k-1].b1
		} else {
			low, start = all[k-1].b1, all[k-1].a1
		}
	}
	begins := func(i int) bool { return i == 0 || w[i].sentence != w[i-1].sentence }
	f, t := *from, *to
	for step := 0; step < 12 && !begins(f); step++ {
		if f <= low || at <= start || w[f-1].hash != w[t-1].hash {
			return
		}
		f, t, at = f-1, t-1, at-1
	}
	if !begins(f) || f == *from {
		return
	}
	for n := *from - f; n > 0; n-- { // the words behind take over the matches
		i, j := f+n-1, at+n-1
		o[j].match = int32(t + n - 1)
		w[t+n-1].match = int32(j)
		w[i].match = -1
	}
	*from, *to = f, t
	if h.b0 == h.b1 {
		h.b0, h.b1 = at, at
	} else {
		h.a0, h.a1 = at, at
	}
}
