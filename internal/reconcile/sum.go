package reconcile

import (
	"isnad"
)

// Sum makes the incident of a group: its title, kind, time, place, figures per
// claimant, status and grading. outlet names the outlet (Source ID and name) of a
// report; both are empty where it is not known. The order of the claims is taken
// for the order in which they arrived: a claimant's latest claim is its last.
//
// copies gives the detected citations of a report, nil for none; what is copied
// counts for the report that it was copied from.
//
// Claims that a person rejected keep their place in Claims and count for nothing
// else, unless all were.
func Sum(g Group, outlet func(report string) (id, name string), copies func(report string) []isnad.Citation) isnad.Incident {
	i := isnad.Incident{ID: g.ID, Review: isnad.Suggested, Maker: Version}
	if len(g.Claims) == 0 {
		return i
	}
	if i.ID == "" {
		i.ID = isnad.MakeID('i', g.Claims[0].ID)
	}
	for k := range g.Claims {
		i.Claims = append(i.Claims, g.Claims[k].ID)
	}
	said := gather(g.Claims, outlet)
	if copies != nil {
		said.copies = copies
	}
	i.Event = said.event()
	i.When = said.when()
	i.Place = said.where()
	i.Title = title(i.Event, &i.Place)
	i.Actors = said.actors()
	i.BySource = said.figures()
	for _, f := range i.BySource {
		i.Killed = join(i.Killed, f.Killed)
		i.Injured = join(i.Injured, f.Injured)
		i.ByCategory = joinCategories(i.ByCategory, f.ByCategory)
	}
	i.Outlets = said.outlets()
	i.Origins = said.origins()
	i.Roots = said.listed()
	i.Figures = said.support()
	i.Status, i.StatusReason = said.status(i.Event)
	i.Grading, i.GradingReason = said.grading(i.Status, i.StatusReason)
	return i
}

// join is the widest of two bounds.
func join(a, b isnad.Bounds) isnad.Bounds {
	switch {
	case !b.Known:
		return a
	case !a.Known:
		return b
	}
	return isnad.Bounds{Low: min(a.Low, b.Low), High: max(a.High, b.High), Known: true}
}

// voice is one claimant of an incident, with all that it says of it.
type voice struct {
	id, name string
	unnamed  bool
	own      bool // the outlet itself
	claims   []*isnad.Claim
	outlets  []string
}

func isDenial(c *isnad.Claim) bool {
	return c.Polarity == isnad.Denied || c.Stance == isnad.StanceDenied
}

// said is what the claimants of one incident say, in order of arrival.
type said struct {
	claims []*isnad.Claim
	voices []*voice
	outlet map[string]string // outlet of each report, the report itself where it is not known
	called map[string]string // name of the outlet of a report that others copied
	copies func(report string) []isnad.Citation

	// What was worked out once, for every figure asks for it again.
	inReport map[string][]spoken
	roots    map[*isnad.Claim]rooted
	keys     map[origin]string
}

func gather(claims []isnad.Claim, outlet func(report string) (id, name string)) *said {
	s := &said{outlet: map[string]string{}, called: map[string]string{}, copies: func(string) []isnad.Citation { return nil }}
	for k := range claims {
		if claims[k].Review != isnad.Rejected {
			s.claims = append(s.claims, &claims[k])
		}
	}
	if len(s.claims) == 0 {
		for k := range claims {
			s.claims = append(s.claims, &claims[k])
		}
	}
	at := map[string]*voice{}
	heard := map[[2]string]bool{} // voice and outlet
	for _, c := range s.claims {
		id, name := outlet(c.Report)
		if id == "" {
			id = c.Report
		}
		s.outlet[c.Report] = id
		v := voice{id: c.Claimant, own: len(c.Attribution) == 0 || c.Claimant == id}
		switch {
		case len(c.Attribution) > 0:
			v.name = c.Attribution[0]
			v.unnamed = !v.own && isUnnamed(v.name)
		default:
			v.name = name
			if v.id == "" {
				v.id = id
			}
		}
		key := v.id
		if key == "" {
			key = "\x00" + v.name
		}
		if v.unnamed { // the "local sources" of two outlets are not known to be the same people
			key += "\x00" + id
		}
		seen := at[key]
		if seen == nil {
			seen = &v
			at[key] = seen
			s.voices = append(s.voices, seen)
		}
		seen.claims = append(seen.claims, c)
		if in := [2]string{key, id}; !heard[in] {
			heard[in] = true
			seen.outlets = append(seen.outlets, id)
		}
	}
	return s
}

// outlets is how many outlets carry a claim.
func (s *said) outlets() int {
	seen := map[string]bool{}
	for _, id := range s.outlet {
		seen[id] = true
	}
	return len(seen)
}
