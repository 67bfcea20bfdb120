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
func (s *said) status(e isnad.Event) (isnad.StrikeStatus, isnad.Reason) {
	var declared, denied []spoken
	for _, x := range s.spoken() {
		switch {
		case isDenial(x.claim):
			denied = append(denied, x)
		case x.claim.Stance == isnad.StanceSelfClaimed:
			declared = append(declared, x)
		}
	}
	if e != isnad.EventClash && e != isnad.EventTerritoryChange {
		if one, other, ok := s.disputed(); ok {
			return isnad.StrikeContested, isnad.Reason{Rule: isnad.RuleDifferentParties, Claims: oneEach(one), Against: oneEach(other)}
		}
	}
	affirmed := s.affirmed()
	behind := s.behind(affirmed)
	switch {
	case len(denied) > 0 && len(declared) == 0:
		return isnad.StrikeContested, isnad.Reason{Rule: isnad.RuleDenied, Claims: oneEach(affirmed), Against: oneEach(denied)}
	case len(declared) > 0:
		return isnad.StrikeDeclared, isnad.Reason{Rule: isnad.RuleOwnedUp, Claims: oneEach(declared)}
	case s.origins() < 2:
		return isnad.StrikeSingleSource, isnad.Reason{Rule: isnad.RuleOneOrigin, Claims: standFor(behind, affirmed)}
	}
	return isnad.StrikeLikely, isnad.Reason{Rule: isnad.RuleSeveralOrigins, Claims: standFor(behind, affirmed)}
}

// maxReasons is how many claims of one side a reason names.
const maxReasons = 40

// oneEach are the IDs of the first claim of every voice.
func oneEach(claims []spoken) []string {
	var out []string
	seen := map[int]bool{}
	for _, x := range claims {
		if !seen[x.voice] && len(out) < maxReasons {
			seen[x.voice] = true
			out = append(out, x.claim.ID)
		}
	}
	return out
}

// standFor are the IDs of a claim for every origin; of claims that name themselves
// as their source, and so have none, those of every voice.
func standFor(origins []standing, claims []spoken) []string {
	if len(origins) == 0 {
		return oneEach(claims)
	}
	var out []string
	for _, o := range origins[:min(len(origins), maxReasons)] {
		out = append(out, o.claim.ID)
	}
	return out
}

// disputed finds two claimants that accuse different parties, and returns the
// claims of either that do. Only parties that were recognised count: two names
// that no book knows may be one party.
func (s *said) disputed() (one, other []spoken, ok bool) {
	type accuser struct {
		claims  []spoken
		parties map[string]bool
	}
	var accusers []accuser
	for n, v := range s.voices {
		a := accuser{parties: map[string]bool{}}
		for _, c := range v.claims {
			if isDenial(c) {
				continue
			}
			names := false
			for i, actor := range c.Actors {
				if i < maxNames && actor.ID != "" {
					a.parties[actor.ID], names = true, true
				}
			}
			if names {
				a.claims = append(a.claims, spoken{n, c})
			}
		}
		if len(a.claims) > 0 {
			accusers = append(accusers, a)
		}
	}
	accusers = accusers[:min(len(accusers), 64)]
	for i, x := range accusers {
		for _, y := range accusers[:i] {
			if disjoint(x.parties, y.parties) {
				// All who name one of the first's parties stand with it.
				for _, a := range accusers {
					switch {
					case !disjoint(a.parties, y.parties):
						one = append(one, a.claims...)
					case !disjoint(a.parties, x.parties):
						other = append(other, a.claims...)
					}
				}
				return one, other, true
			}
		}
	}
	return nil, nil, false
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
func (s *said) grading(status isnad.StrikeStatus, why isnad.Reason) (isnad.Grading, isnad.Reason) {
	combatants := 0
	var counted, dead, harm []spoken
	for _, x := range s.spoken() {
		c := x.claim
		if isDenial(c) {
			continue
		}
		k := ofIncident(c, isnad.Killed, c.Killed)
		i := ofIncident(c, isnad.Injured, c.Injured)
		j := ofIncident(c, isnad.Casualties, c.Casualties)
		if k != nil || i != nil || j != nil {
			counted = append(counted, x)
		}
		if k.High() > 0 || i.High() > 0 || j.High() > 0 {
			harm = append(harm, x)
		}
		if k.High() > 0 {
			dead = append(dead, x)
			if combatantsOnly(c) {
				combatants++
			}
		}
	}
	behind := s.behind(harm)
	switch {
	case len(counted) > 0 && len(harm) == 0:
		return isnad.GradeNoHarm, isnad.Reason{Rule: isnad.RuleNobodyHurt, Claims: oneEach(counted)}
	case len(dead) > 0 && len(dead) == combatants:
		return isnad.GradeDiscounted, isnad.Reason{Rule: isnad.RuleFightersOnly, Claims: oneEach(dead)}
	case status == isnad.StrikeContested:
		return isnad.GradeContested, isnad.Reason{Rule: isnad.RuleStatusContested, Claims: why.Claims, Against: why.Against}
	case len(behind) >= 2:
		return isnad.GradeFair, isnad.Reason{Rule: isnad.RuleHarmSeveralOrigins, Claims: standFor(behind, harm)}
	case len(harm) > 0 && status == isnad.StrikeDeclared && s.origins() >= 2:
		return isnad.GradeFair, isnad.Reason{Rule: isnad.RuleHarmOwnedUp, Claims: standFor(behind, harm), Against: why.Claims}
	case len(harm) > 0:
		return isnad.GradeWeak, isnad.Reason{Rule: isnad.RuleHarmOneOrigin, Claims: standFor(behind, harm)}
	}
	return isnad.GradeWeak, isnad.Reason{Rule: isnad.RuleNoFigures}
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
