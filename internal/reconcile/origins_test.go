package reconcile

import (
	"fmt"
	"math"
	"testing"
	"time"

	"isnad"
)

// copied is a detected citation: characters [start, end) of from stand in to, from place at on.
func copied(from, to string, share float64, start, end, at int) isnad.Citation {
	return isnad.Citation{From: from, To: to, Basis: isnad.CitationDetected, Kind: isnad.CiteCopy, Copied: share,
		Passages: []isnad.Passage{{Span: isnad.Span{Start: start, End: end}, Original: &isnad.Span{Start: at, End: at + end - start}}}}
}

func TestOriginsFollowCopies(t *testing.T) {
	day := on("2024-03-12")
	// own is a claim in an outlet's own voice at characters [start, end) of a report.
	own := func(id, report string, start, end int, more ...func(*isnad.Claim)) isnad.Claim {
		c := told(id, isnad.EventShelling, deirEzzor, day, "", append([]func(*isnad.Claim){in(report), killed(exactly(14))}, more...)...)
		c.Attribution, c.Claimant = nil, "s-"+report[1:2]
		c.Span = isnad.Span{Start: start, End: end}
		c.Quote = "Words of " + report + " that are different from the words of every other report."
		return c
	}
	said := func(id, report, who string, start, end int, more ...func(*isnad.Claim)) isnad.Claim {
		c := told(id, isnad.EventShelling, deirEzzor, day, who, append([]func(*isnad.Claim){in(report), killed(exactly(14))}, more...)...)
		c.Span = isnad.Span{Start: start, End: end}
		return c
	}
	inTitle := func(c *isnad.Claim) { c.Span = isnad.Span{Start: 0, End: 20, InTitle: true} }
	for name, c := range map[string]struct {
		claims  []isnad.Claim
		cites   []isnad.Citation
		outlets int
		origins int
	}{
		"two outlets that wrote it themselves": {
			[]isnad.Claim{own("1", "ra", 0, 80), own("2", "rb", 0, 80)}, nil, 2, 2},
		"a copy, whatever it changed around it, is no origin": {
			[]isnad.Claim{own("1", "ra", 0, 80), own("2", "rb", 10, 90)},
			[]isnad.Citation{copied("rb", "ra", .9, 0, 400, 0)}, 2, 1},
		"nine outlets, one origin": {
			[]isnad.Claim{own("1", "ra", 0, 80), own("2", "rb", 0, 80), own("3", "rc", 0, 80), own("4", "rd", 0, 80), own("5", "re", 0, 80),
				own("6", "rf", 0, 80), own("7", "rg", 0, 80), own("8", "rh", 0, 80), own("9", "ri", 0, 80)},
			[]isnad.Citation{copied("rb", "ra", 1, 0, 99, 0), copied("rc", "rb", 1, 0, 99, 0), copied("rd", "rc", 1, 0, 99, 0), copied("re", "ra", 1, 0, 99, 0),
				copied("rf", "re", 1, 0, 99, 0), copied("rg", "ra", 1, 0, 99, 0), copied("rh", "ra", 1, 0, 99, 0), copied("ri", "rh", 1, 0, 99, 0)}, 9, 1},
		"two copies of a report that tells of it in no claim": {
			[]isnad.Claim{own("1", "rb", 0, 80), own("2", "rc", 0, 80)},
			[]isnad.Citation{copied("rb", "ra", 1, 0, 99, 0), copied("rc", "ra", 1, 0, 99, 0)}, 2, 1},
		"copied words elsewhere in the report leave the claim its own": {
			[]isnad.Claim{own("1", "ra", 0, 80), own("2", "rb", 500, 580)},
			[]isnad.Citation{copied("rb", "ra", .3, 0, 300, 0)}, 2, 2},
		"a copy that dropped the attribution counts for whom the original named": {
			[]isnad.Claim{said("1", "ra", "Health directorate", 0, 80), own("2", "rb", 0, 50)},
			[]isnad.Citation{copied("rb", "ra", .9, 0, 300, 0)}, 2, 1},
		"a claimant whom two outlets heard themselves is one origin": {
			[]isnad.Claim{said("1", "ra", "Health directorate", 0, 80), said("2", "rb", "Health directorate", 0, 80)}, nil, 2, 1},
		"the unnamed sources of a copy are those of the original": {
			[]isnad.Claim{said("1", "ra", "local sources", 0, 80), said("2", "rb", "local sources", 0, 80)},
			[]isnad.Citation{copied("rb", "ra", .9, 0, 300, 0)}, 2, 1},
		"the unnamed sources of two outlets are not known to be the same": {
			[]isnad.Claim{said("1", "ra", "local sources", 0, 80), said("2", "rb", "local sources", 0, 80)}, nil, 2, 2},
		"the headline of a copy is carried with it": {
			[]isnad.Claim{own("1", "ra", 0, 80), own("2", "rb", 0, 80, inTitle)},
			[]isnad.Citation{copied("rb", "ra", .8, 0, 300, 0)}, 2, 1},
		"the headline over one lifted paragraph is not": {
			[]isnad.Claim{own("1", "ra", 0, 80), own("2", "rb", 0, 80, inTitle)},
			[]isnad.Citation{copied("rb", "ra", .2, 300, 600, 0)}, 2, 2},
		"a shared quotation is no copy": {
			[]isnad.Claim{own("1", "ra", 0, 80), own("2", "rb", 0, 80)},
			[]isnad.Citation{func() isnad.Citation { c := copied("rb", "ra", .2, 0, 100, 0); c.Kind = isnad.CiteQuote; return c }()}, 2, 2},
		"two reports that are said to copy each other end somewhere": {
			[]isnad.Claim{own("1", "ra", 0, 80), own("2", "rb", 0, 80)},
			[]isnad.Citation{copied("rb", "ra", 1, 0, 99, 0), copied("ra", "rb", 1, 0, 99, 0)}, 2, 1},
	} {
		t.Run(name, func(t *testing.T) {
			of := func(report string) (out []isnad.Citation) {
				for _, x := range c.cites {
					if x.From == report {
						out = append(out, x)
					}
				}
				return out
			}
			got := Sum(Group{ID: "i1", Claims: c.claims}, outlets, of)
			if got.Outlets != c.outlets || got.Origins != c.origins {
				t.Errorf("%d outlets, %d origins; want %d and %d", got.Outlets, got.Origins, c.outlets, c.origins)
			}
			if len(got.Figures) != 1 {
				t.Fatalf("figures %+v, want the one that all give", got.Figures)
			}
			if f := got.Figures[0]; f.Outcome != isnad.Killed || f.Low != 14 || f.Outlets != c.outlets || f.Origins != c.origins {
				t.Errorf("figure %+v; want %d outlets and %d origins", f, c.outlets, c.origins)
			}
			carried := 0
			for _, s := range got.BySource {
				carried += len(s.Carried)
			}
			if len(c.cites) == 0 && carried != 0 {
				t.Errorf("%d claims are carried where nothing was copied", carried)
			}
		})
	}
}

// The work for an incident that everybody copies grows with its claims, not with
// their square: neither when all give one figure nor when each gives its own.
func TestOriginsGrowWithClaims(t *testing.T) {
	day := on("2024-03-12")
	for name, figure := range map[string]func(i int) int{
		"one figure":       func(int) int { return 14 },
		"a figure of each": func(i int) int { return i + 1 },
	} {
		// fastest is the shortest of some runs over n claims.
		fastest := func(n int) time.Duration {
			claims := make([]isnad.Claim, n)
			for i := range claims {
				id := fmt.Sprint(i)
				claims[i] = told(id, isnad.EventShelling, deirEzzor, day, "", killed(exactly(figure(i))))
				claims[i].Attribution, claims[i].Claimant, claims[i].Span = nil, "s"+id, isnad.Span{Start: 0, End: 80}
			}
			outlet := func(report string) (id, name string) { return "s" + report[1:], "Outlet " + report[1:] }
			copies := func(report string) []isnad.Citation {
				if report == "r0" {
					return nil
				}
				return []isnad.Citation{copied(report, "r0", 1, 0, 99, 0)}
			}
			least := time.Duration(1 << 62)
			for range 5 {
				start := time.Now()
				got := Sum(Group{ID: "i1", Claims: claims}, outlet, copies)
				least = min(least, time.Since(start))
				if got.Outlets != n || got.Origins != 1 || len(got.Figures) == 0 {
					t.Fatalf("%s: %d outlets, %d origins, %d figures", name, got.Outlets, got.Origins, len(got.Figures))
				}
			}
			return least
		}
		// Other work on the machine makes single times long: what counts is the
		// shortest time for each, over some tries where one try is too slow.
		few, many, ratio := time.Duration(1<<62), time.Duration(1<<62), math.Inf(1)
		for try := 0; try < 6 && ratio > 80; try++ {
			few, many = min(few, fastest(1000)), min(many, fastest(16000))
			ratio = float64(many) / float64(few)
			t.Logf("%s: 1,000 claims %v, 16,000 claims %v, ratio %.1f", name, few, many, ratio)
		}
		if ratio > 80 { // 16 when it grows with the claims, 256 when with their square
			t.Errorf("%s: sixteen times the claims take %.1f times as long", name, ratio)
		}
	}
}
