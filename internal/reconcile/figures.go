package reconcile

import (
	"isnad"
	"isnad/internal/names"
)

// figures are the low and high of every claimant, in order of arrival. A
// claimant's range runs over everything it said: the "at least 11" of the
// evening and the 12 of the next morning give 11 to 12, and the stance is that of
// its latest claim. Nothing is added up, and a count over a longer time or a
// wider area is no figure of the incident.
func (s *said) figures() []isnad.SourceFigures {
	var out []isnad.SourceFigures
	for _, v := range s.voices {
		f := isnad.SourceFigures{Source: v.id, Name: v.name, Outlets: v.outlets}
		for _, c := range v.claims {
			f.Claims = append(f.Claims, c.ID)
			if _, carried := s.root(c); carried {
				f.Carried = append(f.Carried, c.ID)
			}
			f.Killed = f.Killed.Add(ofIncident(c, isnad.Killed, c.Killed))
			f.Injured = f.Injured.Add(ofIncident(c, isnad.Injured, c.Injured))
			f.Stance = c.Stance
			f.ByCategory = joinCategories(f.ByCategory, categories(c))
		}
		out = append(out, f)
	}
	return out
}

// most bounds a figure: no report of one incident honestly gives more.
const most = 100_000_000

// ofIncident is the range r of c made sound, nil where every number behind it
// covers more than the incident.
func ofIncident(c *isnad.Claim, o isnad.Outcome, r *isnad.Range) *isnad.Range {
	if !given(r) {
		return nil
	}
	counted, inside := false, false
	for i := range c.Counts {
		if n := &c.Counts[i]; n.Outcome == o {
			counted = true
			inside = inside || n.Scope == isnad.ScopeIncident || n.Scope == ""
		}
	}
	if counted && !inside {
		return nil
	}
	return sound(r)
}

// sound is r with both sides, neither below 0 nor beyond what can be, the lower
// first; nil where r gives no number.
func sound(r *isnad.Range) *isnad.Range {
	if !given(r) {
		return nil
	}
	lo := min(max(r.Low(), 0), most)
	hi := min(max(r.High(), 0), most)
	if lo > hi {
		lo, hi = hi, lo
	}
	return &isnad.Range{Min: &lo, Max: &hi, Approx: r.Approx}
}

// isUnnamed tells whether a claimant as written names nobody: people of some
// sort ("local sources", "a medic", "two security officials", مصادر محلية), and no
// word with a capital but the first. Offices ("the prosecutor's office", "police")
// are named well enough by what they are.
func isUnnamed(s string) bool {
	t := names.Borrow(cut(s, maxLetter))
	defer t.Return()
	people := false
	for i := range t.List {
		if i > 0 && t.List[i].Upper {
			return false
		}
		people = people || plainPeople(string(t.Fold(i)))
	}
	return people
}

func plainPeople(w string) bool {
	switch w {
	case "sources", "source", "residents", "resident", "activists", "activist", "witnesses", "witness", "eyewitnesses",
		"medics", "medic", "officials", "official", "survivors", "survivor", "reports", "people", "locals", "villagers",
		"doctors", "doctor", "rescuers", "workers", "worker", "relatives", "relative", "elders", "farmers", "militants",
		"مصدر", "مصادر", "سكان", "السكان", "اهالي", "الاهالي", "ناشطون", "ناشطين", "نشطاء", "شهود", "شاهد", "مسعفون", "اطباء",
		"مسوول", "مسوولون", "ناجون", "اعيان":
		return true
	}
	return false
}
