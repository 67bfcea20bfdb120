package reconcile

import (
	"cmp"
	"slices"
	"strconv"

	"isnad"
	"isnad/internal/names"
)

// origins is how many claimants stand behind the incident that do not draw on
// each other, as far as they declare it or their texts show it:
//
//   - a claimant counts once, in however many outlets,
//   - an unnamed one ("local sources") counts once for each outlet,
//   - an outlet's own words count only where it names no source for the incident
//     in the same report; it draws on that source,
//   - own or unnamed words that were copied count for the report that they were
//     copied from, whether or not the copy says so and whatever it changed,
//   - own or unnamed words that stand letter for letter in several outlets count once,
//   - who only denies is no origin of what is denied.
func (s *said) origins() int {
	n := s.originsOf(func(c *isnad.Claim) bool { return !isDenial(c) })
	if n == 0 { // nothing but denials
		return len(s.voices)
	}
	return n
}

// originsOf counts the origins of those claims that count.
func (s *said) originsOf(counts func(*isnad.Claim) bool) int {
	named := map[string]bool{} // reports with a claim that is credited to someone
	for _, v := range s.voices {
		for _, c := range v.claims {
			if len(c.Attribution) > 0 && counts(c) {
				named[c.Report] = true
			}
		}
	}
	origins := map[string]bool{}
	lines := map[uint64]bool{}
	for i, v := range s.voices {
		for _, c := range v.claims {
			if !counts(c) || v.own && named[c.Report] {
				continue
			}
			if !v.own && !v.unnamed {
				origins[voiceKey(i)] = true
				break
			}
			if root, carried := s.root(c); carried {
				if key := s.rootKey(root, named); key != "" {
					origins[key] = true
				}
				continue
			}
			line := uint64(0)
			if folded := names.Fold(cut(c.Quote, maxQuote)); len(folded) > 40 {
				line = names.HashOf(folded)
			}
			if line == 0 || !lines[line] {
				origins[voiceKey(i)] = true
			}
			if line != 0 {
				lines[line] = true
			}
		}
	}
	return len(origins)
}

func voiceKey(i int) string { return "voice " + strconv.Itoa(i) }

// rootKey is the origin that words copied from root count for: who speaks there,
// when that is told of this incident too, else the report itself. It is empty
// where the root names its source, which is counted on its own.
func (s *said) rootKey(root origin, named map[string]bool) string {
	if named[root.report] {
		return ""
	}
	best, most := "", 0
	for i, v := range s.voices {
		for _, c := range v.claims {
			if c.Report == root.report {
				if n := 1 + overlap(c.Span, root.span); n > most {
					best, most = voiceKey(i), n
				}
			}
		}
	}
	if best != "" {
		return best
	}
	return "report " + root.report
}

// origin is where words stood first, as far as the texts show.
type origin struct {
	report string
	span   isnad.Span
}

// root follows the words of a claim to the report that they were copied from.
// Reports that are said to copy each other have one root among them.
func (s *said) root(c *isnad.Claim) (_ origin, carried bool) {
	path := []origin{{c.Report, c.Span}}
	for len(path) <= maxHops {
		next, ok := s.copiedFrom(path[len(path)-1])
		if !ok {
			break
		}
		if i := slices.IndexFunc(path, func(o origin) bool { return o.report == next.report }); i >= 0 {
			least := slices.MinFunc(path[i:], func(a, b origin) int { return cmp.Compare(a.report, b.report) })
			return least, least.report != c.Report
		}
		path = append(path, next)
	}
	return path[len(path)-1], len(path) > 1
}

// maxHops is how far a chain of copies is followed.
const maxHops = 8

// mostly is the share of a report that must be copied for its headline to count
// as carried too.
const mostly = 0.5

// copiedFrom is one step of root: the report that holds at least half of the
// characters.
func (s *said) copiedFrom(at origin) (next origin, ok bool) {
	best := 0.0
	for _, cite := range s.copies(at.report) {
		if cite.Kind != isnad.CiteCopy {
			continue
		}
		if at.span.InTitle {
			if cite.Copied >= mostly && cite.Copied > best {
				best, next, ok = cite.Copied, origin{cite.To, isnad.Span{}}, true
			}
			continue
		}
		for _, p := range cite.Passages {
			if p.Original == nil {
				continue
			}
			share := float64(overlap(p.Span, at.span)) / float64(max(1, at.span.End-at.span.Start))
			if share >= 0.5 && share > best {
				best, next, ok = share, origin{cite.To, opposite(p, at.span)}, true
			}
		}
	}
	return next, ok
}

// overlap is how many characters two spans share.
func overlap(a, b isnad.Span) int {
	if a.InTitle != b.InTitle {
		return 0
	}
	return max(0, min(a.End, b.End)-max(a.Start, b.Start))
}

// opposite is about where the characters of span, which lie in a passage, stand in
// the original.
func opposite(p isnad.Passage, span isnad.Span) isnad.Span {
	shift := p.Original.Start - p.Start
	start := min(max(span.Start+shift, p.Original.Start), p.Original.End)
	return isnad.Span{Start: start, End: min(max(span.End+shift, start), p.Original.End)}
}

// support lists the figures that are claimed, with how many stand behind each,
// the most supported first.
func (s *said) support() []isnad.Figure {
	type number struct {
		outcome   isnad.Outcome
		low, high int
	}
	of := func(c *isnad.Claim) (out []number) {
		if isDenial(c) {
			return nil
		}
		for o, r := range map[isnad.Outcome]*isnad.Range{isnad.Killed: c.Killed, isnad.Injured: c.Injured} {
			if r = ofIncident(c, o, r); r != nil {
				out = append(out, number{o, r.Low(), r.High()})
			}
		}
		return out
	}
	outlets := map[number]map[string]bool{}
	for _, c := range s.claims {
		for _, n := range of(c) {
			if outlets[n] == nil {
				outlets[n] = map[string]bool{}
			}
			outlets[n][s.outlet[c.Report]] = true
		}
	}
	out := make([]isnad.Figure, 0, len(outlets))
	for n, by := range outlets {
		origins := s.originsOf(func(c *isnad.Claim) bool { return slices.Contains(of(c), n) })
		out = append(out, isnad.Figure{Outcome: n.outcome, Low: n.low, High: n.high, Outlets: len(by), Origins: origins})
	}
	slices.SortFunc(out, func(a, b isnad.Figure) int {
		return cmp.Or(cmp.Compare(b.Outcome, a.Outcome), cmp.Compare(b.Origins, a.Origins), cmp.Compare(b.Outlets, a.Outlets), cmp.Compare(a.Low, b.Low), cmp.Compare(a.High, b.High))
	})
	return out[:min(len(out), maxFigures)]
}

// maxFigures is how many different numbers of one incident are listed.
const maxFigures = 40
