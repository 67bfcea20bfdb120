package trace

import "isnad"

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

// maxAligned is how many candidates are compared word by word.
const maxAligned = 10

// Trace returns the originals that best explain r, the one that explains most
// first, and after them the reports that r shares quotations with. f is what Look
// found for r before it was added to the index. words gives the words of a
// candidate, nil when it cannot or when the candidate is not to be considered,
// such as a report that is known to be later; they must stay unchanged until Trace
// returns. Among candidates that explain r as well the one of the earliest day is
// taken, of one day that with the lowest Doc.
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
