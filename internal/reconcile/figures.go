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
			f.Killed = f.Killed.Add(ofIncident(c, isnad.Killed, c.Killed))
			f.Injured = f.Injured.Add(ofIncident(c, isnad.Injured, c.Injured))
			f.Stance = c.Stance
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
	lo := min(max(r.Low(), 0), most)
	hi := min(max(r.High(), 0), most)
	if lo > hi {
		lo, hi = hi, lo
	}
	return &isnad.Range{Min: &lo, Max: &hi, Approx: r.Approx}
}

// origins is how many claimants stand behind the incident that do not draw on
// each other, as far as they declare it:
//
//   - a claimant counts once, in however many outlets,
//   - an unnamed one ("local sources") counts once for each outlet,
//   - an outlet's own words count only where it names no source for the incident
//     in the same report; it draws on that source,
//   - own or unnamed words that stand letter for letter in several outlets count once,
//   - who only denies is no origin of what is denied.
//
// Copies that declare nothing still count; tracing them is another room's work.
func (s *said) origins() int {
	named := map[string]bool{} // reports with a claim that is credited to someone
	for _, c := range s.claims {
		if len(c.Attribution) > 0 && !isDenial(c) {
			named[c.Report] = true
		}
	}
	n := 0
	lines := map[uint64]bool{}
	for _, v := range s.voices {
		if s.draws(v, named, lines) {
			n++
		}
	}
	if n == 0 { // nothing but denials
		return len(s.voices)
	}
	return n
}

// draws tells whether v is an origin of its own.
func (s *said) draws(v *voice, named map[string]bool, lines map[uint64]bool) bool {
	if !v.own && !v.unnamed {
		return !v.denies()
	}
	fresh := false
	for _, c := range v.claims {
		if isDenial(c) || v.own && named[c.Report] {
			continue
		}
		line := uint64(0)
		if folded := names.Fold(cut(c.Quote, maxQuote)); len(folded) > 40 {
			line = names.HashOf(folded)
		}
		if line == 0 || !lines[line] {
			fresh = true
		}
		if line != 0 {
			lines[line] = true
		}
	}
	return fresh
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
