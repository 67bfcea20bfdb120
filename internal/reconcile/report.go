package reconcile

import (
	"math"
	"slices"

	"isnad"
	"isnad/internal/names"
)

// among is what the claims of one report tell together.
type among struct {
	first int    // where the first of them stands
	town  string // Place ID of the last that has a place of its own
	towns int    // how often that changed: 1 where the report tells of one town only
	days  []int  // single days that the text itself names, each once, the first few
}

func reportOf(c *isnad.Claim) uint64 { return names.HashOf(cut(c.Report, maxLetter)) }

func (r *among) learn(c *isnad.Claim) {
	r.first = min(r.first, startOf(c))
	p := &c.Place
	if p.ID != "" && (p.Precision == isnad.PlaceExact || p.Precision == isnad.PlaceNear) && p.ID != r.town {
		r.town = p.ID
		r.towns++
	}
	if w := c.When; !w.From.IsZero() && stated(w) && (w.To.IsZero() || w.To == w.From) && len(r.days) < maxDays {
		if day := dayNumber(w.From); !slices.Contains(r.days, day) {
			r.days = append(r.days, day)
		}
	}
}

// maxDays is how many days of a report are kept.
const maxDays = 64

// sumsDays tells whether a claim is of some days on several of which its report tells of something: "five
// were shot over the weekend", before what happened on Friday and on Saturday.
func (v *view) sumsDays() bool {
	if v.among == nil || !v.stated || v.from == v.to {
		return false
	}
	n := 0
	for _, day := range v.among.days {
		if v.from <= day && day <= v.to {
			n++
		}
	}
	return n > 1
}

// titleFirst is what a title stands before its text, which is counted apart.
const titleFirst = 1 << 20

// startOf is where the passage of c begins in its report.
func startOf(c *isnad.Claim) int {
	if c.Span.InTitle {
		return c.Span.Start - titleFirst
	}
	return c.Span.Start
}

// compareStory asks what only claims of one report can be asked: how they stand in it
// and what else it tells. A report that tells of one town goes on telling of it, and
// the text behind its first sentence mostly spells that out.
func (e *evidence) compareStory(a, b *view) {
	fine := a.claim.Place.Precision == isnad.PlaceNear && b.claim.Place.Precision == isnad.PlaceNear
	set := func(f feature, holds bool) {
		if holds {
			e[f] = 1
		}
	}
	set(placeTold, e[placeSame] < 0.5 && (a.names(b) || b.names(a)))
	set(placeFine, e[placeSame] >= 0.5 && fine)
	set(dayGuess, e[daySame] > 0 && !(a.stated && b.stated))
	set(dayPlaceKind, e[dayPlaceSame] > 0 && e[eventSame] > 0)
	set(dayPart, e[dayWithin] > 0 && (a.sumsDays() || b.sumsDays()))
	odds, said := besideOdds(a.claim, b.claim)
	if !said {
		odds, said = besideOdds(b.claim, a.claim)
	}
	set(besideSaid, said)
	e[besideSame] = odds
	set(vagueBoth, vague(a.claim.Event) && vague(b.claim.Event))
	x, y := startOf(a.claim), startOf(b.claim)
	if a.claim.Span.InTitle == b.claim.Span.InTitle {
		e[spread] = math.Min(2, math.Abs(float64(x-y))/1000)
	}
	if a.among != nil {
		set(townSole, a.among.towns == 1)
		set(leads, min(x, y) == a.among.first)
	}
}

// besideOdds are the log odds that the reader gives b, told later, of being of one incident with a, and whether it
// says so at all. Words alone never make it certain.
func besideOdds(a, b *isnad.Claim) (odds float64, said bool) {
	for _, x := range b.Beside {
		if x.Claim == a.ID {
			p := min(max(x.Same, 0.05), 0.95)
			return math.Log(p / (1 - p)), true
		}
	}
	return 0, false
}

// names tells whether the passage of v names the place of u.
func (v *view) names(u *view) bool {
	return len(u.call) > 0 && u.call.shared(v.quote) == len(u.call)
}
