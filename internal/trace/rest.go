package trace

// sentence is a run of words that ends with a stop or a paragraph.
type sentence struct{ from, to int }

const (
	minSentence = 4    // words of a sentence that is looked for
	maxSentence = 120  // and at most
	minContent  = 3    // words of more than three letters that two sentences must share
	likeness    = 0.45 // of such words of both, counted once for each side
)

// rest finds, for the sentences of the copy that matches leave over, the ones
// of the original that are left over and most like them, without regard to the
// order of words. It is for texts that are known to be copy and original: there,
// a sentence that shares half of its words is the same sentence edited. It
// appends a match for each. skip tells which runs of the copy's words to leave out.
func (a *Aligner) rest(dst []Match, orig []Word, matches []Match, skip func(from, to int) bool) []Match {
	left := leftover(a.left[:0], a.words, matches, func(m *Match) (int, int) { return m.Copy, m.CopyEnd })
	split := len(left)
	left = leftover(left, orig, matches, func(m *Match) (int, int) { return m.Orig, m.OrigEnd })
	a.left = left
	mine, theirs := left[:split], left[split:]
	if len(mine) == 0 || len(theirs) == 0 || len(mine)*len(theirs) > 1<<14 {
		return dst
	}
	for _, s := range mine {
		if skip(s.from, s.to) {
			continue
		}
		best, bestLike := -1, likeness
		for i, u := range theirs {
			if u.to == u.from {
				continue
			}
			if l := like(a.words[s.from:s.to], orig[u.from:u.to]); l >= bestLike {
				best, bestLike = i, l
			}
		}
		if best < 0 {
			continue
		}
		u := theirs[best]
		theirs[best].to = u.from // taken
		dst = append(dst, Match{Copy: s.from, CopyEnd: s.to, Orig: u.from, OrigEnd: u.to})
	}
	return dst
}

// leftover appends the sentences of w that no match touches, or what matches
// leave of them.
func leftover(dst []sentence, w []Word, matches []Match, side func(*Match) (int, int)) []sentence {
	taken := make([]bool, len(w))
	for i := range matches {
		from, to := side(&matches[i])
		for ; from < to; from++ {
			taken[from] = true
		}
	}
	for i := 0; i < len(w); {
		if taken[i] {
			i++
			continue
		}
		from := i
		for i < len(w) && !taken[i] {
			i++
			if w[i-1].Flags&Ends != 0 {
				break
			}
		}
		if i-from >= minSentence && i-from <= maxSentence {
			dst = append(dst, sentence{from, i})
		}
	}
	return dst
}

// like is Dice's coefficient of the content words of two sentences, 0 when they
// share too few.
func like(x, y []Word) float64 {
	shared, nx, ny := 0, 0, 0
	for _, v := range y {
		if v.End-v.Start > 3 {
			ny++
		}
	}
	for _, v := range x {
		if v.End-v.Start <= 3 {
			continue
		}
		nx++
		for _, u := range y {
			if u.Hash == v.Hash {
				shared++
				break
			}
		}
	}
	if shared < minContent {
		return 0
	}
	return 2 * float64(shared) / float64(nx+ny)
}
