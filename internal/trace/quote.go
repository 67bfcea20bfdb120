package trace

import (
	"cmp"
	"slices"

	"isnad"
)

// minQuote is how many words a shared quotation has at least. Shorter ones are
// phrases that people use.
const minQuote = 8

// quoted is the share of the equal words of m that stand between quotation marks
// on both sides.
func quoted(m *Match, c, o []Word) float64 {
	n := 0
	for _, r := range m.runs {
		for k := range r.n {
			if c[r.copy+k].Flags&o[r.orig+k].Flags&Quoted != 0 {
				n++
			}
		}
	}
	return float64(n) / float64(max(1, m.Equal))
}

// isQuote tells whether m is the speech of somebody that both texts give, with
// few words around it. Whole paragraphs on both sides are copied, speech or not.
func isQuote(m *Match, c, o []Word) bool {
	return !(paragraphs(c, m.Copy, m.CopyEnd) && paragraphs(o, m.Orig, m.OrigEnd)) && quoted(m, c, o) >= .7
}

// paragraphs tells whether words [from, to) are whole paragraphs.
func paragraphs(w []Word, from, to int) bool {
	return w[from].Flags&Opens != 0 && (to == len(w) || w[to].Flags&Opens != 0)
}

// quotes appends a link for each report that gives the same quotations as r,
// where no original explains them: the earliest that has them. Two reports that
// heard one speaker did not copy each other.
func (t *Tracer) quotes(links []Link, r Report) []Link {
	order := t.order[:0]
	for i := range t.tries {
		order = append(order, i)
	}
	slices.SortFunc(order, func(i, j int) int {
		x, y := &t.tries[i], &t.tries[j]
		return cmp.Or(cmp.Compare(x.Day, y.Day), cmp.Compare(x.Doc, y.Doc))
	})
	t.order = order
	for _, i := range order {
		y := &t.tries[i]
		if y.linked || y.Source == r.Source && r.Source != 0 {
			continue
		}
		l := Link{Original: y.Entry, Kind: isnad.CiteQuote}
		chars := 0
		for k := y.from; k < y.to; k++ {
			chars += t.quotePassages(&l, &t.matches[k], r.Words, y.words)
		}
		if len(l.Passages) > 0 {
			l.Share = share(r.Words, chars)
			links = append(links, l)
		}
	}
	return links
}

// quotePassages adds the quoted parts of m to l and returns how many characters
// of the report they have.
func (t *Tracer) quotePassages(l *Link, m *Match, c, o []Word) int {
	chars := 0
	for i := 0; i < len(m.runs); {
		first, copyAt, origAt := -1, 0, 0
		var last run // the end of the quotation so far
		n := 0
		for ; i < len(m.runs); i++ {
			q := m.runs[i]
			from, to := int32(0), q.n
			for from < to && !t.says(q, from, c, o) {
				from++
			}
			for to > from && !t.says(q, to-1, c, o) {
				to--
			}
			if from == to {
				if first >= 0 {
					break
				}
				continue
			}
			if first >= 0 && from > 0 {
				break // the quotation ended between
			}
			if first < 0 {
				first = i
				copyAt, origAt = int(q.copy+from), int(q.orig+from)
			}
			last = run{q.copy + from, q.orig + from, to - from}
			n += int(to - from)
			if to < q.n {
				i++
				break
			}
		}
		if n < minQuote {
			continue
		}
		p := Passage{Copy: span(c, copyAt, int(last.copy+last.n)), Original: span(o, origAt, int(last.orig+last.n))}
		for w := copyAt; w < int(last.copy+last.n); w++ {
			t.said[w] = true
		}
		chars += p.Copy.End - p.Copy.Start
		l.Passages = append(l.Passages, p)
	}
	return chars
}

// says tells whether word k of q is quoted on both sides and not yet explained.
func (t *Tracer) says(q run, k int32, c, o []Word) bool {
	return c[q.copy+k].Flags&o[q.orig+k].Flags&Quoted != 0 && !t.said[q.copy+k] && t.levels[q.copy+k] != Common
}
