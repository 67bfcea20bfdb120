package trace

import (
	"cmp"
	"slices"

	"isnad"
)

// Report is a report to be traced.
type Report struct {
	Entry
	Words []Word // AppendWords of its text
	Marks []Mark // AppendMarks of Words
}

// Passage is where the same words stand in a copy and in what it copies.
type Passage struct {
	Copy, Original isnad.Span
}

// Link is a detected citation: a report that another draws on.
type Link struct {
	Original Entry
	Kind     isnad.CitationKind // CiteCopy or CiteQuote
	Share    float64            // of the copy's characters between its first and last word that the passages hold
	Passages []Passage          // in the order of the copy
}

// Tracer finds the originals of reports. It may be used for one after the other,
// and not for two at once.
type Tracer struct {
	aligner Aligner
	kin     Aligner // compares candidates with each other
	kinOf   *try    // the one it is set to
	levels  []Level // of each word of the report
	said    []bool  // words of the report that an original explains already
	matches []Match
	parts   []Match
	order   []int
	kinds   []Match
	tries   []try
	known   int // reports of the report's source
}

// try is a candidate that was compared with the report.
type try struct {
	Candidate
	words    []Word
	from, to int     // its passages in Tracer.matches
	done     bool    // judged
	linked   bool    // found to be an original
	kin      kinship // to the candidate being judged
}

type kinship uint8

const (
	unknown kinship = iota
	relative
	stranger
)

// Rules of acceptance, in points: two for an equal word that says something,
// less half a point for a word that lies between.
const (
	lonePoints   = 64 // of one passage
	strongPoints = 20 // of a passage that counts towards the sum
	sumPoints    = 80 // of several
	shareWords   = 3  // one in so many words of the report
	sharePoints  = 32
	wholeBonus   = 1.2 // times the points of whole paragraphs on both sides, when they stand alone
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

// maxAligned is how many candidates are compared word by word.
const maxAligned = 10

// Trace returns the originals that best explain r, the one that explains most
// first. words gives the words of a candidate, nil when it cannot; they must
// stay unchanged until Trace returns.
func (t *Tracer) Trace(r Report, f *Finding, words func(Candidate) []Word) []Link {
	if len(f.Candidates) == 0 {
		return nil
	}
	t.weigh(r, f.Levels)
	t.known = f.Known
	t.aligner.Reset(r.Words)
	t.tries, t.matches, t.kinOf = t.tries[:0], t.matches[:0], nil
	for _, c := range f.Candidates {
		if len(t.tries) == maxAligned {
			break
		}
		w := words(c)
		if w == nil {
			continue
		}
		from := len(t.matches)
		t.matches = t.aligner.Align(t.matches, w)
		t.tries = append(t.tries, try{c, w, from, len(t.matches), false, false, unknown})
	}
	return t.quotes(t.choose(r), r)
}

// weigh gives each word of r the level of the prints around it.
func (t *Tracer) weigh(r Report, levels []Level) {
	t.levels = append(t.levels[:0], make([]Level, len(r.Words))...)
	t.said = append(t.said[:0], make([]bool, len(r.Words))...)
	for i, m := range r.Marks {
		from, to := int(m.At), int(m.At)+ShingleWords
		if i == 0 {
			from = 0
		} else if at := int(r.Marks[i-1].At) + ShingleWords; at < from && levels[i] != Rare && levels[i-1] != Rare {
			for w := at; w < from; w++ {
				t.levels[w] = min(levels[i], levels[i-1])
			}
		}
		if i == len(r.Marks)-1 {
			to = len(r.Words)
		}
		for w := from; w < to; w++ {
			t.levels[w] = max(t.levels[w], levels[i])
		}
	}
}

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

// choose takes originals as long as one explains words that none before did.
func (t *Tracer) choose(r Report) []Link {
	var links []Link
	for {
		var best float64
		for i := range t.tries {
			if y := &t.tries[i]; !y.done {
				best = max(best, t.weighTry(y).said)
			}
		}
		if best <= 0 {
			return links
		}
		// The earliest of those that explain about as much: a copy of a copy
		// names the original where that explains it as well.
		pick := -1
		for i := range t.tries {
			y := &t.tries[i]
			if y.done || t.weighTry(y).said < max(best*.9, best-40) {
				continue
			}
			if pick < 0 || y.Day < t.tries[pick].Day || y.Day == t.tries[pick].Day && y.Doc < t.tries[pick].Doc {
				pick = i
			}
		}
		y := &t.tries[pick]
		y.done = true
		if !t.copied(r, y) {
			continue
		}
		y.linked = true
		links = append(links, t.link(r, y))
	}
}

// link makes a link of the passages of y, and marks their words as explained.
func (t *Tracer) link(r Report, y *try) Link {
	l := Link{Original: y.Entry, Kind: isnad.CiteCopy}
	t.parts = t.parts[:0]
	for i := y.from; i < y.to; i++ {
		if all, _, _ := t.points(&t.matches[i]); all >= 8 {
			t.parts = t.split(t.parts, r.Words, y.words, &t.matches[i])
		}
	}
	for i := y.from; i < y.to; i++ {
		m := &t.matches[i]
		for w := m.Copy; w < m.CopyEnd; w++ {
			t.said[w] = true
		}
	}
	n := 0
	for i := range t.parts {
		n += t.parts[i].CopyEnd - t.parts[i].Copy
	}
	if n*3 >= len(r.Words) {
		from := len(t.parts)
		t.parts = t.aligner.rest(t.parts, y.words, t.parts, t.common)
		for _, m := range t.parts[from:] {
			for w := m.Copy; w < m.CopyEnd; w++ {
				t.said[w] = true
			}
		}
		slices.SortFunc(t.parts, func(x, y Match) int { return cmp.Compare(x.Copy, y.Copy) })
	}
	chars := 0
	for _, m := range t.parts {
		p := Passage{Copy: span(r.Words, m.Copy, m.CopyEnd), Original: span(y.words, m.Orig, m.OrigEnd)}
		chars += p.Copy.End - p.Copy.Start
		l.Passages = append(l.Passages, p)
	}
	l.Share = share(r.Words, chars)
	return l
}

// share is which part of a text so many characters are.
func share(words []Word, chars int) float64 {
	whole := int(words[len(words)-1].End - words[0].Start)
	return min(1, float64(chars)/float64(max(1, whole)))
}

// common tells whether words [from, to) of the report are mostly boilerplate.
func (t *Tracer) common(from, to int) bool {
	n := 0
	for _, l := range t.levels[from:to] {
		if l == Common {
			n++
		}
	}
	return n*2 > to-from
}

// split appends the parts of m that are given as passages: without sentences
// that only one side has, and without common paragraphs at either end.
func (t *Tracer) split(dst []Match, c, o []Word, m *Match) []Match {
	first := len(dst)
	part := *m
	for i := 1; i < len(m.runs); i++ {
		p, q := m.runs[i-1], m.runs[i]
		pc, po := int(p.copy+p.n), int(p.orig+p.n)
		gc, go_ := int(q.copy)-pc, int(q.orig)-po
		if gc <= 0 && go_ >= minSentence && o[po-1].Flags&Ends != 0 && o[q.orig-1].Flags&Ends != 0 ||
			go_ <= 0 && gc >= minSentence && c[pc-1].Flags&Ends != 0 && c[q.copy-1].Flags&Ends != 0 {
			part.CopyEnd, part.OrigEnd, part.runs = pc, po, m.runs[:i]
			dst = append(dst, part)
			part.Copy, part.Orig, part.CopyEnd, part.OrigEnd, part.runs = int(q.copy), int(q.orig), m.CopyEnd, m.OrigEnd, m.runs[i:]
		}
	}
	dst = append(dst, part)
	for i := len(dst) - 1; i >= first; i-- {
		if !t.trim(c, &dst[i]) {
			dst = slices.Delete(dst, i, i+1)
		}
	}
	return dst
}

// trim takes common paragraphs off the end of a passage, and tells whether
// anything is left.
func (t *Tracer) trim(c []Word, m *Match) bool {
	for m.CopyEnd > m.Copy {
		from := m.CopyEnd - 1
		for from > m.Copy && c[from].Flags&Opens == 0 {
			from--
		}
		if !t.common(from, m.CopyEnd) {
			return true
		}
		// Both sides end with the last run that ends before the paragraph.
		m.CopyEnd = m.Copy
		for i := len(m.runs) - 1; i >= 0; i-- {
			r := m.runs[i]
			if int(r.copy) < from {
				n := min(int(r.copy+r.n), from) - int(r.copy)
				m.CopyEnd, m.OrigEnd, m.runs = int(r.copy)+n, int(r.orig)+n, m.runs[:i+1]
				break
			}
		}
	}
	return false
}

// span is where words [from, to) stand, with the marks that stand at them.
func span(w []Word, from, to int) isnad.Span {
	a, b := w[from], w[to-1]
	return isnad.Span{Start: int(a.Start) - int(a.Lead), End: int(b.End) + int(b.Trail)}
}
