package trace

// Rules of acceptance, in points: two for an equal word that is not boilerplate,
// one for a word between the runs that stands in the same gap on both sides.
const (
	lonePoints   = 64 // of one passage
	strongPoints = 20 // of a passage that counts towards the sum
	sumPoints    = 80 // of several
	shareWords   = 3  // one in so many words of the report
	sharePoints  = 32
	wholeBonus   = 1.1 // times the points of whole paragraphs on both sides, when they stand alone
	ownWords     = 2   // one in so many, where both are of one source

	// What returns after so many days is background rather than copied news, and
	// needs half as much again.
	oldDays = 7
	// A passage that ends within so many words of the end on both sides and is no
	// longer than that is a footer as likely as not: it counts half.
	endWords  = 70
	endLength = 130
	// It does so as long as no more reports of either source are known.
	newSource = 3

	// So many others that share the words and nothing else make them background.
	minStrangers = 2
	// More words than that are no background.
	longBackground = 130
	maxJudged      = 64 // passages of a candidate that are looked at for it
)

// points is what a match says of who copied whom, counting only words that no
// other original explains: all of it, and without what returns.
func (t *Tracer) points(m *Match) (all, lone float64, n int) {
	for _, r := range m.runs {
		for end := int(r.copy); end < int(r.copy+r.n); end++ {
			if t.said[end] || t.levels[end] == Common {
				continue
			}
			all += 2
			n++
			if t.levels[end] == Rare {
				lone += 2
			}
		}
	}
	if n*2 > m.Equal {
		all, lone = all+float64(m.loose), lone+float64(m.loose)
	}
	return all, lone, n
}

// ending tells whether a match may be a footer: it stands at the end of both
// texts and is no large part of either.
func (t *Tracer) ending(m *Match, words int) bool {
	n := m.CopyEnd - m.Copy
	return len(t.levels)-m.CopyEnd <= endWords && words-m.OrigEnd <= endWords && n <= endLength && n*2 <= len(t.levels) && n*2 <= words
}

// evidence is what a candidate has for it.
type evidence struct {
	said    float64 // points of all its passages
	total   float64 // the same, but half of those that may be footers
	strong  float64 // of its strong ones
	count   int     // how many are strong
	best    float64 // of the best, without what returns
	matched int     // words
}

func (t *Tracer) weighTry(y *try) evidence {
	var e evidence
	for i := y.from; i < y.to; i++ {
		m := &t.matches[i]
		all, lone, n := t.points(m)
		if all <= 0 {
			continue
		}
		e.said += all
		if isQuote(m, t.aligner.words, y.words) {
			all, lone, n = all/2, lone/2, n/2
		}
		if min(t.known, y.Known) <= newSource && t.ending(m, len(y.words)) {
			all, lone, n = all/2, lone/2, n/2
		}
		if paragraphs(t.aligner.words, m.Copy, m.CopyEnd) && paragraphs(y.words, m.Orig, m.OrigEnd) && quoted(m, t.aligner.words, y.words) < .3 {
			lone *= wholeBonus
		}
		e.total += all
		e.best = max(e.best, lone)
		if all >= strongPoints {
			e.strong += all
			e.count++
		}
		e.matched += n
	}
	return e
}

// copied tells whether the evidence for y is enough.
func (t *Tracer) copied(r Report, y *try) bool {
	own := 0 // words of r that are not common
	for _, l := range t.levels {
		if l != Common {
			own++
		}
	}
	e := t.weighTry(y)
	if y.Source == r.Source && r.Source != 0 {
		// What an outlet writes again in its own reports is background, unless
		// it is most of the report.
		return e.matched*ownWords >= own && e.total >= sumPoints
	}
	need := 1.
	if r.Day-y.Day > oldDays {
		need = 1.5
	}
	enough := func() bool {
		return e.best >= need*lonePoints || e.count > 1 && e.strong >= need*sumPoints || e.matched*shareWords >= own && e.total >= need*sharePoints
	}
	if e.matched*2 >= own && e.total >= need*sharePoints {
		return true
	}
	if !enough() {
		return false
	}
	if t.background(y) {
		e = t.weighTry(y)
		return enough()
	}
	return true
}

// background looks for passages of y that several others share with the report
// and have nothing else of y: stock paragraphs, disclaimers and footers, while
// the others that share a copied passage are mostly copies of more of it. It
// marks their words as common, and tells whether there are any.
func (t *Tracer) background(y *try) bool {
	any, looked := false, 0
	for i := range t.tries {
		t.tries[i].kin = unknown
	}
	for i := y.from; i < y.to; i++ {
		m := &t.matches[i]
		if m.CopyEnd-m.Copy > longBackground {
			continue
		}
		if all, _, _ := t.points(m); all < strongPoints {
			continue
		}
		if looked++; looked > maxJudged {
			break
		}
		strangers, kin := 0, 0
		for j := range t.tries {
			o := &t.tries[j]
			if o == y || t.overlap(m, o)*4 < (m.CopyEnd-m.Copy)*3 {
				continue
			}
			if t.related(y, o) {
				kin++
			} else {
				strangers++
			}
		}
		if strangers >= minStrangers && strangers > kin {
			any = true
			for w := m.Copy; w < m.CopyEnd; w++ {
				t.levels[w] = Common
			}
		}
	}
	return any
}

// overlap is how many words of the copy's side of m the passages of o hold.
func (t *Tracer) overlap(m *Match, o *try) int {
	n := 0
	for i := o.from; i < o.to; i++ {
		n += max(0, min(m.CopyEnd, t.matches[i].CopyEnd)-max(m.Copy, t.matches[i].Copy))
	}
	return n
}

// related tells whether two candidates share more than what both share with the
// report, or most of the second.
func (t *Tracer) related(y, o *try) bool {
	if o.kin == unknown {
		if t.kinOf != y {
			t.kin.Reset(y.words)
			t.kinOf = y
		}
		both := 0
		for i := y.from; i < y.to; i++ {
			both += t.overlap(&t.matches[i], o)
		}
		t.kinds = t.kin.Align(t.kinds[:0], o.words)
		n := 0
		for _, m := range t.kinds {
			n += m.Equal
		}
		o.kin = stranger
		if n >= 2*both+40 || n*2 >= min(len(o.words), len(y.words)) {
			o.kin = relative
		}
	}
	return o.kin == relative
}
