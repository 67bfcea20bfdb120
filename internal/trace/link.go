package trace

import (
	"cmp"
	"slices"

	"isnad"
)

// Citation is the link as the project keeps it, from version of report from to
// report to.
func (l *Link) Citation(from string, version int, to, toName string) isnad.Citation {
	c := isnad.Citation{From: from, Version: version, To: to, ToName: toName, Basis: isnad.CitationDetected, Kind: l.Kind, Copied: l.Share}
	for _, p := range l.Passages {
		original := p.Original
		c.Passages = append(c.Passages, isnad.Passage{Span: p.Copy, Original: &original})
	}
	return c
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
