package review

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad"
)

// pairing is a reading that may be what a person decided about.
type pairing struct {
	file, reading int
	score         float64
}

// pair gives each file the reading that is the same claim, -1 for none. Files
// and readings go together one to one, those most alike first.
func pair(files []*file, readings []isnad.Claim) []int {
	out := make([]int, len(files))
	var all []pairing
	for i, f := range files {
		out[i] = -1
		if f.part || !f.placed {
			continue
		}
		for j := range readings {
			if s, same := f.alike(&readings[j]); same {
				all = append(all, pairing{i, j, s})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pairing) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.file, b.file), cmp.Compare(a.reading, b.reading))
	})
	taken := map[int]bool{}
	for _, p := range all {
		if out[p.file] < 0 && !taken[p.reading] {
			out[p.file] = p.reading
			taken[p.reading] = true
		}
	}
	return out
}

// alike tells whether a reading is the claim that a person saw: the passages
// overlap by half of the shorter one, the claimant is the same, and neither the
// figures nor the places contradict each other. The score says how much is alike.
func (f *file) alike(r *isnad.Claim) (score float64, same bool) {
	over := min(f.span.End, r.Span.End) - max(f.span.Start, r.Span.Start)
	short := min(f.span.End-f.span.Start, r.Span.End-r.Span.Start)
	if f.span.InTitle != r.Span.InTitle || over <= 0 || 2*over < short {
		return 0, false
	}
	for _, seen := range f.faces {
		if !sameClaimant(seen, r) || !samePlace(&seen.Place, &r.Place) ||
			!sameFigure(seen.Killed, r.Killed) || !sameFigure(seen.Injured, r.Injured) || !sameFigure(seen.Casualties, r.Casualties) {
			continue
		}
		s := float64(over) / float64(max(f.span.End, r.Span.End)-min(f.span.Start, r.Span.Start))
		for _, alike := range []bool{seen.ID == r.ID, seen.Event == r.Event, seen.When.From == r.When.From,
			equal(seen.Killed, r.Killed), equal(seen.Injured, r.Injured), seen.Place.ID == r.Place.ID, seen.Place.Name == r.Place.Name} {
			if alike {
				s++
			}
		}
		score, same = max(score, s), true
	}
	return score, same
}

func sameClaimant(a, b *isnad.Claim) bool {
	if len(a.Attribution) > 0 && len(b.Attribution) > 0 && strings.EqualFold(a.Attribution[0], b.Attribution[0]) {
		return true
	}
	return a.Claimant == b.Claimant && (a.Claimant != "" || len(a.Attribution) == len(b.Attribution))
}

func samePlace(a, b *isnad.Where) bool {
	switch {
	case a.IsZero() || b.IsZero():
		return true
	case a.ID != "" && (a.ID == b.ID || a.ID == b.District || a.ID == b.Province),
		b.ID != "" && (b.ID == a.District || b.ID == a.Province):
		return true
	}
	return strings.EqualFold(a.Name, b.Name)
}

// sameFigure tells that two numbers do not contradict each other.
func sameFigure(a, b *isnad.Range) bool {
	if a == nil || b == nil {
		return true
	}
	return (a.Min == nil || b.Max == nil || *a.Min <= *b.Max) && (b.Min == nil || a.Max == nil || *b.Min <= *a.Max)
}

func equal(a, b *isnad.Range) bool {
	if a == nil || b == nil {
		return a == b
	}
	return equalBound(a.Min, b.Min) && equalBound(a.Max, b.Max)
}

func equalBound(a, b *int) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// locate finds the passage of a claim in another version of its report, that
// nearest to where it stood when it is there several times. Spaces and line breaks
// do not count.
func locate(c *isnad.Claim, title, text string) (isnad.Span, bool) {
	in := text
	if c.Span.InTitle {
		in = title
	}
	words := strings.Join(strings.Fields(c.Quote), " ")
	if words == "" {
		return isnad.Span{}, false
	}
	folded, at := spaced(in)
	best, found := isnad.Span{InTitle: c.Span.InTitle}, false
	for from := 0; from < len(folded); {
		i := strings.Index(folded[from:], words)
		if i < 0 {
			break
		}
		i += from
		start, end := at[i], at[i+len(words)-1]+1
		if !found || abs(start-c.Span.Start) < abs(best.Start-c.Span.Start) {
			best.Start, best.End, found = start, end, true
		}
		_, size := utf8.DecodeRuneInString(folded[i:])
		from = i + size
	}
	return best, found
}

// spaced is s with single spaces, and for each byte the code point of s it comes from.
func spaced(s string) (string, []int) {
	var b strings.Builder
	var at []int
	n, gap := 0, false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			gap = b.Len() > 0
		default:
			if gap {
				b.WriteByte(' ')
				at = append(at, n-1)
				gap = false
			}
			size, _ := b.WriteRune(r)
			for range size {
				at = append(at, n)
			}
		}
		n++
	}
	return b.String(), at
}

func abs(n int) int { return max(n, -n) }
