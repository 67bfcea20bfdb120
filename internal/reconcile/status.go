package reconcile

import "isnad"

// status says who owns up to the incident, after Airwars' strike status:
//
//   - contested: claimants name different parties, or somebody denies it, and
//     nobody has owned up,
//   - declared: a party says that it did it,
//   - single_source_claim: one origin only,
//   - likely: two or more origins, and no two of them name different parties.
//
// A party that owns up settles a denial, not a second party that owns up as
// well or that others name. Of a clash the actors are all sides, so different
// names are no dispute.
func (s *said) status(e isnad.Event) isnad.StrikeStatus {
	declared, denied := false, false
	for _, c := range s.claims {
		declared = declared || c.Stance == isnad.StanceSelfClaimed && !isDenial(c)
		denied = denied || isDenial(c)
	}
	disputed := e != isnad.EventClash && e != isnad.EventTerritoryChange && s.disputed()
	switch {
	case disputed, denied && !declared:
		return isnad.StrikeContested
	case declared:
		return isnad.StrikeDeclared
	case s.origins() < 2:
		return isnad.StrikeSingleSource
	}
	return isnad.StrikeLikely
}

// disputed tells whether two claimants accuse different parties. Only parties
// that were recognised count: two names that no book knows may be one party.
func (s *said) disputed() bool {
	var accused []map[string]bool // by claimant
	for _, v := range s.voices {
		set := map[string]bool{}
		for _, c := range v.claims {
			if isDenial(c) {
				continue
			}
			for i, a := range c.Actors {
				if i < maxNames && a.ID != "" {
					set[a.ID] = true
				}
			}
		}
		if len(set) > 0 {
			accused = append(accused, set)
		}
	}
	accused = accused[:min(len(accused), 64)]
	for i, x := range accused {
		for _, y := range accused[:i] {
			if disjoint(x, y) {
				return true
			}
		}
	}
	return false
}

func disjoint(x, y map[string]bool) bool {
	for id := range x {
		if y[id] {
			return false
		}
	}
	return true
}

// grading says how well harm to civilians is supported, after Airwars' grading
// of casualties as far as a machine may apply it. Confirmed is for people.
//
//   - no_harm: everyone who gives figures gives zero,
//   - discounted: everyone who counts dead counts combatants only,
//   - contested: the status is contested,
//   - fair: two or more origins tell of people killed or injured, or one does and
//     a party owns up to the strike,
//   - weak: anything else.
//
// That a denial alone contests an incident is our rule: Airwars speaks of
// competing claims of responsibility.
func (s *said) grading(status isnad.StrikeStatus) isnad.Grading {
	counted := 0
	dead, combatants := 0, 0
	var harm []spoken
	for _, x := range s.spoken() {
		c := x.claim
		if isDenial(c) {
			continue
		}
		k := ofIncident(c, isnad.Killed, c.Killed)
		i := ofIncident(c, isnad.Injured, c.Injured)
		j := ofIncident(c, isnad.Casualties, c.Casualties)
		if k != nil || i != nil || j != nil {
			counted++
		}
		if k.High() > 0 || i.High() > 0 || j.High() > 0 {
			harm = append(harm, x)
		}
		if k.High() > 0 {
			dead++
			if combatantsOnly(c) {
				combatants++
			}
		}
	}
	switch {
	case counted > 0 && len(harm) == 0:
		return isnad.GradeNoHarm
	case dead > 0 && dead == combatants:
		return isnad.GradeDiscounted
	case status == isnad.StrikeContested:
		return isnad.GradeContested
	case s.originsOf(harm) >= 2, len(harm) > 0 && status == isnad.StrikeDeclared && s.origins() >= 2:
		return isnad.GradeFair
	}
	return isnad.GradeWeak
}

// combatantsOnly tells whether all whom c counts as killed are fighters by its
// own words.
func combatantsOnly(c *isnad.Claim) bool {
	found := false
	for category, n := range c.Victims {
		switch category {
		case isnad.CategoryCombatants:
			found = true
		case isnad.CategoryAll, isnad.CategoryUnknown, isnad.CategoryMen:
		default:
			if n > 0 {
				return false
			}
		}
	}
	for i := range c.Counts {
		n := &c.Counts[i]
		if n.Outcome != isnad.Killed || n.Max != nil && *n.Max == 0 {
			continue
		}
		switch n.Category {
		case isnad.CategoryCombatants:
			found = true
		case isnad.CategoryAll, isnad.CategoryUnknown, isnad.CategoryMen, "":
		default:
			return false
		}
	}
	if !found {
		return false
	}
	// Where fighters are a part of the dead, the rest are not.
	if n, ok := c.Victims[isnad.CategoryCombatants]; ok && c.Killed.Low() > n {
		return false
	}
	return true
}
