package reconcile

import (
	"cmp"
	"slices"

	"isnad"
	"isnad/internal/names"
)

// event is the kind that most claimants give. Kinds that say little (attack,
// explosion, other) speak only where no claimant says more; of two that are
// equally supported the narrower wins. Denials speak only among themselves.
func (s *said) event() isnad.Event {
	for _, denials := range []bool{false, true} {
		support := map[isnad.Event]int{}
		for _, v := range s.voices {
			seen := map[isnad.Event]bool{}
			for _, c := range v.claims {
				if isDenial(c) == denials && c.Event != "" && !seen[c.Event] {
					seen[c.Event] = true
					support[c.Event]++
				}
			}
		}
		best, points := isnad.EventOther, -1
		for _, e := range isnad.Events() { // in fixed order, so that ties always fall alike
			n := support[e]
			if n == 0 {
				continue
			}
			p := n*8 + narrow(e)
			if narrow(e) > 2 {
				p += 1 << 20
			}
			if p > points {
				best, points = e, p
			}
		}
		if points >= 0 {
			return best
		}
	}
	return isnad.EventOther
}

// when is the tightest time that is best supported: among the claims whose text
// itself names some days (the day of the report is a guess, and stands only where
// nobody does better than a week) those that name the fewest, and among these the
// days that most claimants name. A denial is dated by its own day, so it speaks
// only where nobody else does.
func (s *said) when() isnad.Period {
	type choice struct {
		period  isnad.Period
		span    int
		denials bool // only denials name it
		support int
	}
	var choices []*choice
	for _, v := range s.voices {
		seen := map[*choice]bool{}
		for _, c := range v.claims {
			w := c.When
			if w.From.IsZero() {
				continue
			}
			if w.To.IsZero() || w.To.Before(w.From) {
				w.To = w.From
			}
			var at *choice
			for _, x := range choices {
				if x.period.From == w.From && x.period.To == w.To {
					at = x
					break
				}
			}
			if at == nil {
				if len(choices) == maxNames*4 {
					continue
				}
				at = &choice{period: w, span: w.To.Sub(w.From), denials: true}
				choices = append(choices, at)
			} else if stated(w) && !stated(at.period) {
				at.period = w
			}
			at.denials = at.denials && isDenial(c)
			if !seen[at] {
				seen[at] = true
				at.support++
			}
		}
	}
	if len(choices) == 0 {
		return isnad.Period{}
	}
	trust := func(c *choice) int {
		switch {
		case c.denials:
			return 3
		case stated(c.period) && c.span < 7:
			return 0
		case !stated(c.period):
			return 1
		}
		return 2
	}
	best := slices.MinFunc(choices, func(a, b *choice) int {
		return cmp.Or(cmp.Compare(trust(a), trust(b)), cmp.Compare(a.span, b.span), cmp.Compare(b.support, a.support), a.period.From.Time().Compare(b.period.From.Time()))
	})
	p := best.period
	if p.Precision == isnad.DateUnknown {
		p.Precision = isnad.PrecisionOf(p.From, p.To)
	}
	return p
}

func stated(p isnad.Period) bool {
	return p.Basis != isnad.BasisDateline && p.Basis != isnad.BasisPublished
}

// where is the narrowest place that is well supported. A quarter and its town do
// not contradict each other, so the quarter stands when at least a third as many
// claimants name it as name the town alone; of places that do contradict each
// other the one that most claimants name stands.
func (s *said) where() isnad.Where {
	type choice struct {
		where   isnad.Where
		key     string
		class   int // 0 a place of its own, then district, province, wider, country
		support int
		order   int
	}
	var choices []*choice
	for _, v := range s.voices {
		seen := map[*choice]bool{}
		for _, c := range v.claims {
			w := c.Place
			if w.IsZero() {
				continue
			}
			key := names.Key(placeName(w.Name))
			var at *choice
			for _, x := range choices {
				if x.where.ID == w.ID && x.where.Precision == w.Precision && x.key == key {
					at = x
					break
				}
			}
			if at == nil {
				if len(choices) == maxNames*4 {
					continue
				}
				at = &choice{where: w, key: key, class: class(&w), order: len(choices)}
				choices = append(choices, at)
			}
			if !seen[at] {
				seen[at] = true
				at.support++
			}
		}
	}
	if len(choices) == 0 {
		return isnad.Where{}
	}
	best := slices.MinFunc(choices, func(a, b *choice) int {
		return cmp.Or(cmp.Compare(a.class, b.class), cmp.Compare(b.support, a.support),
			cmp.Compare(a.where.Precision, b.where.Precision), cmp.Compare(a.order, b.order))
	})
	if best.where.Precision == isnad.PlaceExact { // a quarter of the chosen town says more
		for _, x := range choices {
			if x.where.ID == best.where.ID && x.where.Precision == isnad.PlaceNear && x.key != "" && 3*x.support >= best.support &&
				(best.where.Precision == isnad.PlaceExact) {
				best = x
			}
		}
	}
	w := best.where
	if !w.Precision.Drawable() {
		w.Lat, w.Lon = nil, nil
	}
	w.Within = slices.Clone(w.Within)
	return w
}

func class(w *isnad.Where) int {
	switch p := w.Precision; {
	case p == isnad.PlaceExact || p == isnad.PlaceNear:
		return 0
	case p == isnad.PlaceUnknown:
		return 6
	case p == isnad.PlaceOpen:
		return 4
	default:
		return int(p) - 2
	}
}

// actors are all parties that anyone accuses, each once, by the first of its
// names; those that are named in denials only stand last.
func (s *said) actors() []isnad.Actor {
	var out []isnad.Actor
	known := s.knownParties()
	seen := map[string]bool{}
	for _, denials := range []bool{false, true} {
		for _, c := range s.claims {
			if isDenial(c) != denials {
				continue
			}
			for _, a := range c.Actors {
				name := writtenParty(a)
				key := a.ID
				if key == "" && known[name] != "" {
					key, a.ID = known[name], known[name]
				}
				if key == "" {
					key = "\x00" + name
				}
				if key == "\x00" || seen[key] || len(out) == 4*maxNames {
					continue
				}
				seen[key] = true
				out = append(out, a)
			}
		}
	}
	return out
}

// knownParties is which party each name stands for, as written, where claims of the incident say so
// and all of them the same one. "Government forces" are somebody in the report that speaks of their
// country and nobody in the one that does not; in one incident they are the same.
func (s *said) knownParties() map[string]string {
	known := map[string]string{}
	for _, c := range s.claims {
		for _, a := range c.Actors {
			name := writtenParty(a)
			if a.ID == "" || name == "" {
				continue
			}
			if id, ok := known[name]; ok && id != a.ID {
				known[name] = "" // two parties go by it
				continue
			}
			known[name] = a.ID
		}
	}
	return known
}

func writtenParty(a isnad.Actor) string { return names.Canon(cut(a.Name, maxLetter)) }
