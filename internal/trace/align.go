package trace

import (
	"cmp"
	"slices"
)

// run is a maximal run of equal words: words [copy, copy+n) of the copy are
// words [orig, orig+n) of the original.
type run struct {
	copy, orig, n int32
}

// Match is one passage found on both sides, in words: words [Copy, CopyEnd) of
// the copy stand, perhaps edited, as words [Orig, OrigEnd) of the original.
type Match struct {
	Copy, CopyEnd int
	Orig, OrigEnd int
	Equal         int // words that are equal, in their order
	runs          []run
	loose         int // words between the runs that stand there on both sides
}

const (
	seedWords = 3  // equal words in a row that begin a run
	maxGap    = 14 // words that may lie between two runs of one passage, on either side
	maxRuns   = 1 << 13
	maxRepeat = 12 // places of one seed in the copy that are looked at
	lookBack  = 48 // runs that a run may follow
	minMatch  = 6  // words of a passage
	workWords = 64 // words compared for each word of the texts, at most
)

// Aligner compares one text, the copy, with others. It may be used again, and
// not by two at once.
type Aligner struct {
	words []Word
	heads []int32 // by hash of a seed, place in words + 1
	next  []int32 // earlier place of the same seed + 1
	shift uint

	runs  []run
	best  []int32 // score of the chain that ends with each run
	prev  []int32 // run before it in that chain
	order []int32
	used  []bool
	left  []sentence
}

func seedHash(w []Word) uint64 {
	return (uint64(w[0].Hash)*shingleKeys[0] + uint64(w[1].Hash)*shingleKeys[1] + uint64(w[2].Hash)*shingleKeys[2]) * hashPrime
}

// Reset makes words the copy that Align compares with.
func (a *Aligner) Reset(words []Word) {
	a.words = words
	b := uint(8)
	for 1<<b < len(words) {
		b++
	}
	a.shift = 64 - b
	a.heads = slices.Grow(a.heads[:0], 1<<b)[:1<<b]
	clear(a.heads)
	a.next = slices.Grow(a.next[:0], len(words))[:len(words)]
	for i := range len(words) - seedWords + 1 {
		h := seedHash(words[i:]) >> a.shift
		a.next[i] = a.heads[h]
		a.heads[h] = int32(i + 1)
	}
}

// Align appends the passages that the copy shares with orig to dst, in the order
// of the copy. Runs of equal words are chained over gaps, so that edits do not
// break a passage; a passage may stand anywhere on either side, so that
// reordering does not hide it. No word of the copy is in two passages.
func (a *Aligner) Align(dst []Match, orig []Word) []Match {
	a.findRuns(orig)
	if len(a.runs) == 0 {
		return dst
	}
	a.chain()
	first := len(dst)
	dst = a.take(dst, orig)
	slices.SortFunc(dst[first:], func(x, y Match) int { return cmp.Compare(x.Copy, y.Copy) })
	a.snap(dst[first:], orig)
	return dst
}

// findRuns finds the maximal runs of at least seedWords equal words, in the order
// of the original.
func (a *Aligner) findRuns(orig []Word) {
	a.runs = a.runs[:0]
	c := a.words
	work := workWords * (len(c) + len(orig))
	skipUntil, skipDiagonal := 0, 0 // the last run found, which the next seeds lie in
	for j := 0; j+seedWords <= len(orig); j++ {
		i := int(a.heads[seedHash(orig[j:])>>a.shift])
		for n := 0; i > 0 && n < maxRepeat; n++ {
			at := i - 1
			i = int(a.next[at])
			if j < skipUntil && at-j == skipDiagonal {
				continue
			}
			if at > 0 && j > 0 && c[at-1].Hash == orig[j-1].Hash {
				continue // within a run that began earlier
			}
			k := 0
			for at+k < len(c) && j+k < len(orig) && c[at+k].Hash == orig[j+k].Hash {
				k++
			}
			work -= k + 1
			if k < seedWords {
				continue // another seed of the same hash
			}
			a.runs = append(a.runs, run{int32(at), int32(j), int32(k)})
			skipUntil, skipDiagonal = j+k, at-j
		}
		if len(a.runs) >= maxRuns || work < 0 {
			return
		}
	}
}

// chain gives every run the best chain that ends with it: two points a word,
// less what lies between.
func (a *Aligner) chain() {
	n := len(a.runs)
	a.best = slices.Grow(a.best[:0], n)[:n]
	a.prev = slices.Grow(a.prev[:0], n)[:n]
	for i, r := range a.runs {
		a.best[i], a.prev[i] = 2*r.n, -1
		for k := i - 1; k >= 0 && k >= i-lookBack; k-- {
			q := a.runs[k]
			cost, ok := gapCost(q, r)
			if !ok {
				continue
			}
			if s := a.best[k] + 2*r.n - cost; s > a.best[i] {
				a.best[i], a.prev[i] = s, int32(k)
			}
		}
	}
}

// gapCost is what it costs that r follows q in one passage.
func gapCost(q, r run) (int32, bool) {
	gc, go_ := r.copy-q.copy-q.n, r.orig-q.orig-q.n
	over := int32(0) // words that both runs claim
	if m := min(gc, go_); m < 0 {
		over = -m
		if over >= r.n || over >= q.n {
			return 0, false
		}
		gc += over
		go_ += over
	}
	if gc > maxGap || go_ > maxGap {
		return 0, false
	}
	return max(gc, go_)/2 + max(gc-go_, go_-gc)/2 + 2*over, true
}

// take makes passages of the chains, the best first.
func (a *Aligner) take(dst []Match, orig []Word) []Match {
	n := len(a.runs)
	a.order = slices.Grow(a.order[:0], n)[:n]
	for i := range a.order {
		a.order[i] = int32(i)
	}
	slices.SortFunc(a.order, func(x, y int32) int {
		return cmp.Or(cmp.Compare(a.best[y], a.best[x]), cmp.Compare(x, y))
	})
	a.used = slices.Grow(a.used[:0], len(a.words))[:len(a.words)]
	clear(a.used)
	for _, end := range a.order {
		if a.best[end] < 2*minMatch {
			break
		}
		dst = a.passage(dst, end, orig)
	}
	return dst
}

// passage appends the chain that ends with run end, as far as its words are free.
func (a *Aligner) passage(dst []Match, end int32, orig []Word) []Match {
	var runs []run
	words := int32(0)
	for i := end; i >= 0; i = a.prev[i] {
		r := a.runs[i]
		if len(runs) > 0 { // leave to the later run what both claim
			next := runs[len(runs)-1]
			if over := max(r.copy+r.n-next.copy, r.orig+r.n-next.orig); over > 0 {
				r.n -= over
			}
		}
		// Cut off what a better passage has taken, at either end.
		for r.n > 0 && a.used[r.copy+r.n-1] {
			r.n--
		}
		for r.n > 0 && a.used[r.copy] {
			r.copy++
			r.orig++
			r.n--
		}
		if r.n <= 0 || a.anyUsed(r.copy, r.copy+r.n) {
			break
		}
		if len(runs) > 0 && a.anyUsed(r.copy+r.n, runs[len(runs)-1].copy) {
			break
		}
		runs = append(runs, r)
		words += r.n
	}
	if words < minMatch {
		return dst
	}
	slices.Reverse(runs)
	first, last := runs[0], runs[len(runs)-1]
	m := Match{Copy: int(first.copy), CopyEnd: int(last.copy + last.n), Orig: int(first.orig), OrigEnd: int(last.orig + last.n), Equal: int(words), runs: runs}
	m.loose = a.looseWords(runs, orig)
	a.use(m.Copy, m.CopyEnd)
	return append(dst, m)
}

// looseWords counts the words between runs that stand in the same gap on both
// sides, in any order.
func (a *Aligner) looseWords(runs []run, orig []Word) int {
	n := 0
	for i := 1; i < len(runs); i++ {
		p, q := runs[i-1], runs[i]
		for _, w := range a.words[p.copy+p.n : q.copy] {
			for _, v := range orig[min(p.orig+p.n, q.orig):q.orig] {
				if v.Hash == w.Hash {
					n++
					break
				}
			}
		}
	}
	return n
}

func (a *Aligner) anyUsed(from, to int32) bool {
	return slices.Contains(a.used[from:to], true)
}
